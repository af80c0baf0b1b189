//! The order in which figures can be derived, and circles in it.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::Figure;
use crate::diagnostic::{Diagnostic, Sink};
use crate::text::nearest;

/// Figures, each after those that it derives from; those in a circle are reported and left out.
///
/// # Errors
/// `unknown-figure`, `circular-figure`.
pub(super) fn in_order<'f>(
    figures: &'f BTreeMap<String, Figure>,
    unread: &BTreeSet<String>,
    sink: &mut Sink,
) -> Vec<&'f Figure> {
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    let mut users: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for figure in figures.values() {
        let parts = known_parts(figure, figures, unread, sink);
        waiting.insert(&figure.id, parts.len());
        for part in parts {
            users.entry(part).or_default().push(figure);
        }
    }
    let is_ready = |figure: &&Figure| waiting[figure.id.as_str()] == 0;
    let mut order: Vec<&Figure> = figures.values().filter(is_ready).collect();
    let mut next = 0;
    while let Some(figure) = order.get(next).copied() {
        next += 1;
        for user in users.remove(figure.id.as_str()).unwrap_or_default() {
            let count = waiting.entry(&user.id).or_default();
            *count -= 1;
            if *count == 0 {
                order.push(user);
            }
        }
    }
    let done: BTreeSet<&str> = order.iter().map(|figure| figure.id.as_str()).collect();
    report_circles(figures, &done, sink);
    order
}

fn known_parts<'f>(
    figure: &'f Figure,
    figures: &BTreeMap<String, Figure>,
    unread: &BTreeSet<String>,
    sink: &mut Sink,
) -> Vec<&'f str> {
    let mut parts = Vec::new();
    for id in figure.definition.parts() {
        if figures.contains_key(&id.text) {
            parts.push(id.text.as_str());
            continue;
        }
        if unread.contains(&id.text) {
            continue;
        }
        let message = format!("没有代号是“{}”的数据", id.text);
        let mut diagnostic = Diagnostic::error("unknown-figure", id.place.clone(), message);
        diagnostic.hint = nearest::suggestion(&id.text, figures.keys().map(String::as_str));
        sink.push(diagnostic);
    }
    parts
}

/// Reports each circle once. Figures that only use one are left out without a word of their own.
fn report_circles(figures: &BTreeMap<String, Figure>, done: &BTreeSet<&str>, sink: &mut Sink) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for start in figures.values().filter(|it| !done.contains(it.id.as_str())) {
        let mut path: Vec<&Figure> = Vec::new();
        let mut figure = start;
        while seen.insert(&figure.id) {
            path.push(figure);
            let part = figure.definition.parts().iter().find_map(|id| {
                figures
                    .get(&id.text)
                    .filter(|_| !done.contains(id.text.as_str()))
            });
            let Some(part) = part else { break };
            figure = part;
        }
        if let Some(first) = path.iter().position(|it| it.id == figure.id) {
            sink.push(circle(&path[first..]));
        }
    }
}

fn circle(path: &[&Figure]) -> Diagnostic {
    let ids = path
        .iter()
        .chain(path.first())
        .map(|figure| figure.id.as_str());
    let ids: Vec<&str> = ids.collect();
    let message = format!("数据的定义绕成了一圈：{}", ids.join(" → "));
    let place = path[0].place.clone();
    path[1..]
        .iter()
        .fold(
            Diagnostic::error("circular-figure", place, message),
            |it, figure| it.with_label(figure.place.clone(), "也在圈里"),
        )
        .with_hint("至少给其中一项直接写数值")
}
