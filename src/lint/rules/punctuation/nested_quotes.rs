//! “” inside “”.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// “” inside “”.
pub(crate) const NESTED_QUOTES: Rule = Rule {
    name: "nested-quotes",
    title: "引号里又用双引号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("nested_quotes.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        // What an unclosed mark encloses can't be told.
        let parent = pair.parent.filter(|open| !view.pairs().is_unmatched(*open));
        let parent = parent.map_or('\n', |open| view.char(open));
        if view.char(pair.open) == '“' && parent == '“' {
            findings
                .at(pair.open..pair.close + 1, "引号里面的引号应当用单引号")
                .hint("里层的“”改为‘’")
                .suggest(pair.open..pair.open + 1, "‘")
                .suggest(pair.close..pair.close + 1, "’");
        }
    }
}
