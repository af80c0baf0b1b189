//! 「」『』 for “”, <<>> for 《》.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 「」『』 for “”, <<>> for 《》.
pub(crate) const CORNER_QUOTES: Rule = Rule {
    name: "corner-quotes",
    title: "用了直角引号或者尖括号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("corner_quotes.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut open: Option<usize> = None;
    for at in view.places_of_any(&['「', '『', '〝', '<', '＜', '≪', '>', '＞', '\n']) {
        match view.char(at) {
            '「' | '『' | '〝' => {
                let right = if view.char(at) == '『' {
                    "‘’"
                } else {
                    "“”"
                };
                report(view, at..at + 1, right, findings);
            }
            '<' if view.is_at(at, "<<") && is_han(view.char(at + 2)) => open = Some(at),
            '＜' if view.is_at(at, "＜＜") && is_han(view.char(at + 2)) => open = Some(at),
            '<' | '＜'
                if view
                    .one_of_at(at + 1, &["关于", "中华人民共和国"])
                    .is_some() =>
            {
                open = Some(at);
            }
            '≪' if is_han(view.char(at + 1)) => report(view, at..at + 1, "《》", findings),
            '>' | '＞' if is_doubled(view, at) => {
                if let Some(start) = open.take() {
                    report(view, start..at + 2, "《》", findings);
                }
            }
            '>' | '＞' => {
                if let Some(start) = open.take().filter(|start| !is_doubled(view, *start)) {
                    report(view, start..at + 1, "《》", findings);
                }
            }
            '\n' => open = None,
            _ => {}
        }
    }
}

fn is_doubled(view: &TextView<'_>, at: usize) -> bool {
    view.char(at) == view.char(at + 1)
}

fn report(view: &TextView<'_>, range: Range<usize>, right: &str, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”不是横排公文用的标点"))
        .hint(format!("改用“{right}”"));
}
