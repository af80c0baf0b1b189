//! A pair with nothing in it.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// A pair with nothing in it.
pub(crate) const EMPTY_PAIR: Rule = Rule {
    name: "empty-pair",
    title: "括号里没有内容",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("empty_pair.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in &view.pairs().closed {
        // f() is a name; 座谈会() has lost something.
        let is_chinese = !view.char(pair.open).is_ascii() || is_han(view.before(pair.open));
        if pair.close == pair.open + 1 && is_chinese {
            let pair_text = view.words(pair.open..pair.close + 1);
            findings
                .at(
                    pair.open..pair.close + 1,
                    format!("“{pair_text}”里没有内容"),
                )
                .hint("补上内容，或者删去这一对标点");
        }
    }
}
