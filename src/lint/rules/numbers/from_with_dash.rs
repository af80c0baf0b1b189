//! 从2022年—2024年: 从 asks for 到, not for a dash.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 从2022年—2024年: 从 asks for 到, not for a dash.
pub(crate) const FROM_WITH_DASH: Rule = Rule {
    name: "from-with-dash",
    title: "“从”与连接号搭配",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("from_with_dash.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let (start, mark) = (from.digits.start, from.unit.end);
        let is_dash = to.digits.start == mark + 1 && view.is_any_at(mark, "—–～");
        let chars = view.chars();
        let is_plain = |it: &Number| it.is_year(chars) || it.is_exact_amount();
        let begins = view.before(start) == '从' && is_plain(from);
        if is_dash && begins && from.unit(chars) == to.unit(chars) && is_plain(to) {
            let text = view.words(start - 1..to.unit.end);
            findings
                .at(
                    start - 1..to.unit.end,
                    format!("“{text}”里“从”和“{}”不搭配", view.char(mark)),
                )
                .hint("写“从……到……”，或者删去“从”")
                .suggest(mark..mark + 1, "到");
        }
    }
}
