//! Single quotation marks that are not inside double ones.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Single quotation marks that are not inside double ones.
pub(crate) const OUTER_SINGLE_QUOTES: Rule = Rule {
    name: "outer-single-quotes",
    title: "最外层用了单引号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("outer_single_quotes.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        let is_outer = view.char(pair.open) == '‘' && !view.in_quotes(pair.open);
        if is_outer && is_han(view.char(pair.open + 1)) {
            findings
                .at(pair.open..pair.close + 1, "最外层的引号是单引号")
                .hint("改为双引号“”")
                .replace(pair.open..pair.open + 1, "“")
                .replace(pair.close..pair.close + 1, "”");
        }
    }
}
