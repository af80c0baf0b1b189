//! Half-width parentheses around Chinese text.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Half-width parentheses around Chinese text.
pub(crate) const HALFWIDTH_PARENTHESES: Rule = Rule {
    name: "halfwidth-parentheses",
    title: "中文里用了半角括号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("halfwidth_parentheses.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        if view.char(pair.open) != '(' || is_document_year(view, pair.close) {
            continue;
        }
        let inside = &view.chars()[pair.open + 1..pair.close];
        let is_chinese = inside.iter().take(200).any(|c| is_han(*c));
        let numbers_a_part = view.before(pair.open) == '\n' && is_han(view.char(pair.close + 1));
        if is_chinese || numbers_a_part {
            findings
                .at(pair.open..pair.open + 1, "中文里的括号是半角的")
                .hint("改为全角的“（）”")
                .replace(pair.open..pair.open + 1, "（")
                .replace(pair.close..pair.close + 1, "）");
        }
    }
}

/// (2024)12号 has a rule of its own.
fn is_document_year(view: &TextView<'_>, close: usize) -> bool {
    view.before(close).is_ascii_digit()
        && (view.char(close + 1).is_ascii_digit() || view.is_at(close + 1, "第"))
}
