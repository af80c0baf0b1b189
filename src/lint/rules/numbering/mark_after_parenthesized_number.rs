//! （一）、 for （一）.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// （一）、 for （一）.
pub(crate) const MARK_AFTER_PARENTHESIZED_NUMBER: Rule = Rule {
    name: "mark-after-parenthesized-number",
    title: "“（一）”后面多了标点",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("mark_after_parenthesized_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        let after = pair.close + 1;
        let starts = view.is_any_before(pair.open, "\n。；：");
        if !starts || !view.is_any_at(pair.open, "（(") || !view.is_any_at(after, "、.．，,：；")
        {
            continue;
        }
        let inside = &view.chars()[pair.open + 1..pair.close];
        let is_number = inside.len() <= 3
            && inside
                .iter()
                .all(|c| is_chinese_digit(*c) || c.is_ascii_digit());
        if is_number && !inside.is_empty() {
            findings
                .at(
                    pair.open..after + 1,
                    format!(
                        "序数“{}”后面多了“{}”",
                        view.text(pair.open..after),
                        view.char(after)
                    ),
                )
                .hint("删去括号后面的标点")
                .replace(after..after + 1, "");
        }
    }
}
