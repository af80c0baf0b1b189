//! Straight quotation marks in Chinese text.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Straight quotation marks in Chinese text.
pub(crate) const STRAIGHT_QUOTES: Rule = Rule {
    name: "straight-quotes",
    title: "用了直引号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("straight_quotes.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut open: Option<usize> = None;
    for at in view.places_of_any(&['"', '＂', '\'', '\n']) {
        match (view.char(at), open) {
            ('"' | '＂', None) => open = Some(at),
            ('"' | '＂', Some(start)) => {
                pair(view, start, at, findings);
                open = None;
            }
            ('\'', _) => single(view, at, findings),
            ('\n', _) => open = None,
            _ => {}
        }
    }
}

fn pair(view: &TextView<'_>, open: usize, close: usize, findings: &mut Findings<'_>) {
    let inside = view.chars()[open + 1..close].iter().take(200);
    let outside = [view.before(open), view.char(close + 1)];
    if !inside.chain(&outside).any(|c| is_han(*c)) {
        return;
    }
    findings
        .at(open..open + 1, "中文里的引号是直引号")
        .hint("改为“”")
        .replace(open..open + 1, "“")
        .replace(close..close + 1, "”");
}

/// '示范' with Han characters right inside both marks; an apostrophe has none before it.
fn single(view: &TextView<'_>, open: usize, findings: &mut Findings<'_>) {
    const LONGEST: usize = 30;
    let begins = is_han(view.char(open + 1)) && !view.before(open).is_ascii_alphabetic();
    let close = view
        .marks_in(open + 1..open + LONGEST)
        .find(|at| view.char(*at) == '\'');
    let Some(close) = close.filter(|close| begins && is_han(view.before(*close))) else {
        return;
    };
    let is_one = (open + 1..close).all(|at| is_han(view.char(at)));
    if is_one {
        findings
            .at(open..open + 1, "中文里的引号是直引号")
            .hint("改为“”")
            .replace(open..open + 1, "“")
            .replace(close..close + 1, "”");
    }
}
