//! -- for ——.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// -- for ——.
pub(crate) const MALFORMED_DASH: Rule = Rule {
    name: "malformed-dash",
    title: "破折号写法不对",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("malformed_dash.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut done = 0;
    for at in view.places_of_any(&DASHES) {
        if at < done {
            continue;
        }
        done = at
            + view.chars()[at..]
                .iter()
                .take_while(|c| is_dash(**c))
                .count();
        let in_chinese =
            is_han(view.before(at)) && (is_han(view.char(done)) || view.is_any_at(done, "“《"));
        let is_right = (at..done).all(|index| view.char(index) == '—');
        if done - at >= 2 && in_chinese && !is_right {
            findings
                .at(
                    at..done,
                    format!("“{}”不是中文的破折号", view.text(at..done)),
                )
                .hint("改为“——”，占两个字")
                .replace(at..done, "——");
        }
    }
}

/// What is typed for one half of a dash.
const DASHES: [char; 6] = ['-', '－', '–', '—', '─', '―'];

fn is_dash(character: char) -> bool {
    DASHES.contains(&character)
}
