//! A stop right after an opening mark or a comma right before a closing one.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// A stop right after an opening mark or a comma right before a closing one.
pub(crate) const STOP_INSIDE_BRACKET: Rule = Rule {
    name: "stop-inside-bracket",
    title: "标点放错了括号内外",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("stop_inside_bracket.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let opening = view.places_of_any(&['“', '《', '（', '〔', '〈']);
    let closing = view.places_of_any(&['）', '》', '〉', '〕']);
    let before_closing = closing.into_iter().filter_map(|at| at.checked_sub(1));
    for at in opening.into_iter().chain(before_closing) {
        let (mark, next) = (view.char(at), view.char(at + 1));
        let after_opening = matches!(mark, '“' | '《' | '（' | '〔' | '〈')
            && matches!(next, '，' | '。' | '；' | '、' | '：');
        let before_closing =
            matches!(mark, '，' | '、' | '；' | '：') && matches!(next, '）' | '》' | '〉' | '〕');
        if after_opening || before_closing {
            let message = format!("“{mark}{next}”的次序不对");
            findings
                .at(at..at + 2, message)
                .hint("把标点移到括号、引号或书名号的另一边，或者删去");
        }
    }
}
