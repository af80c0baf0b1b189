//! Two stops in a row, such as 。，.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Two stops in a row, such as 。，.
pub(crate) const DOUBLED_STOP: Rule = Rule {
    name: "doubled-stop",
    title: "标点重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut done = 0;
    for at in view.marks() {
        if at >= done && is_stop(view.char(at)) {
            let end = run(view, at);
            if end > at + 1 && is_wrong(view, at, end) {
                report(view, at..end, findings);
            }
            done = end;
        }
    }
}

fn is_stop(character: char) -> bool {
    matches!(
        character,
        '，' | '。' | '；' | '、' | '：' | '！' | '？' | ',' | ';'
    )
}

/// The end of the stops that begin at `start`; single spaces between them are skipped.
fn run(view: &TextView<'_>, start: usize) -> usize {
    let mut end = start + 1;
    loop {
        let gap = usize::from(view.char(end) == ' ' && is_stop(view.char(end + 1)));
        if !is_stop(view.char(end + gap)) {
            return end;
        }
        end += gap + 1;
    }
}

/// ？！ and ！！！ are right; three 。 are a slip for an ellipsis, which has its own rule.
fn is_wrong(view: &TextView<'_>, start: usize, end: usize) -> bool {
    let stops = &view.chars()[start..end];
    let is_tone = |c: &char| "？！".contains(*c);
    let is_ellipsis = stops.len() > 2 && stops.iter().all(|c| *c == '。');
    let all_half = stops.iter().all(|c| c.is_ascii());
    !stops.iter().all(is_tone) && !is_ellipsis && !all_half
}

fn report(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let stops = view.words(range.clone());
    let last = view.char(range.end - 1);
    let same = stops.chars().all(|c| c == last);
    let finding = findings.at(range.clone(), format!("标点“{stops}”连用"));
    if same {
        finding
            .hint(format!("只留一个“{last}”"))
            .replace(range, last.to_string());
    } else {
        finding
            .hint("按句意只留一个")
            .suggest(range, last.to_string());
    }
}
