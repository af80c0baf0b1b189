//! Kinds that are based on other kinds (`based_on`), so that an office says only what differs.

use std::collections::BTreeMap;

use super::template::Template;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::PlacedText;
use crate::text::nearest::suggestion;

/// The templates of a kind as they were read, the built-in one first; nothing for one with mistakes.
pub(super) type Read = BTreeMap<String, Vec<Option<Template>>>;

/// Kinds stand on each other no deeper.
const DEEPEST: usize = 8;

/// The `count`th of a kind's templates with everything that it inherits.
pub(super) fn resolve(kind: &str, count: usize, read: &Read, sink: &mut Sink) -> Option<Template> {
    resolve_at(kind, count, read, 0, sink)
}

fn resolve_at(
    kind: &str,
    count: usize,
    read: &Read,
    depth: usize,
    sink: &mut Sink,
) -> Option<Template> {
    let mut template = read.get(kind)?.get(count.checked_sub(1)?)?.clone()?;
    let Some(base) = template.front.based_on.clone() else {
        return Some(template);
    };
    let versions = read.get(&base.text).map_or(0, Vec::len);
    // A kind that names itself means the built-in kind that it replaces.
    let base_count = if base.text == kind {
        count - 1
    } else {
        versions
    };
    if base_count == 0 || base.text.starts_with('_') {
        sink.push(unknown_base(&base, kind, read));
        return None;
    }
    if depth == DEEPEST {
        let message = "模板互相为基础，没有尽头";
        let fault = Diagnostic::error("endless-template", base.place.clone(), message);
        sink.push(fault.with_hint("请改写 based_on，让它指向一个不依赖自己的模板"));
        return None;
    }
    let inherited = resolve_at(&base.text, base_count, read, depth + 1, sink)?;
    template.inherit(&inherited);
    Some(template)
}

/// The kinds that a kind stands on, the nearest first.
pub(super) fn bases<'r>(kind: &str, read: &'r Read) -> Vec<&'r str> {
    let base = |kind: &str| {
        let template = read.get(kind)?.last()?.as_ref()?;
        Some(template.front.based_on.as_ref()?.text.as_str())
    };
    std::iter::successors(base(kind), |it| base(it))
        .take(DEEPEST)
        .collect()
}

fn unknown_base(base: &PlacedText, kind: &str, read: &Read) -> Diagnostic {
    let message = format!("没有“{}”这种模板可作基础", base.text);
    let known = read
        .keys()
        .map(String::as_str)
        .filter(|it| *it != kind && !it.starts_with('_'));
    let hint = suggestion(&base.text, known.clone())
        .unwrap_or_else(|| format!("现有的模板：{}", known.collect::<Vec<_>>().join("、")));
    Diagnostic::error("unknown-kind", base.place.clone(), message).with_hint(hint)
}
