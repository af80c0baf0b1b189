//! 湘潭市委、市政府…，株洲市委、市政府: the committee of another place.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 湘潭市委、市政府…，株洲市委、市政府: the committee of another place.
pub(crate) const OTHER_COMMITTEE: Rule = Rule {
    name: "other-committee",
    title: "写成了别处的党委、政府",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("other_committee.md"),
};

/// What follows the name of a place.
const COMMITTEES: [&str; 3] = ["市委、市政府", "县委、县政府", "区委、区政府"];

/// How many characters the name of a place has.
const NAME: usize = 2;

/// More characters than a letter has.
const LETTER: usize = 3000;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for committee in COMMITTEES {
        let mut own: Option<usize> = None;
        for at in view.each(0..view.chars().len(), committee) {
            let Some(start) = named(view, at) else {
                continue;
            };
            let name = view.words(start..at);
            match own.filter(|own| start - own <= LETTER) {
                Some(first) if view.words(first..first + NAME) != name => {
                    let known = view.words(first..first + NAME + 1);
                    findings
                        .at(start..at + 1, format!("前面是“{known}委”，这里是“{name}”"))
                        .hint("核对地名；照搬别处的信时常漏改");
                }
                Some(_) => {}
                None => own = Some(start),
            }
        }
    }
}

/// Where the name of the place begins, at the start of a clause.
fn named(view: &TextView<'_>, at: usize) -> Option<usize> {
    let start = at.checked_sub(NAME)?;
    let is_name = (start..at).all(|it| is_han(view.char(it)));
    let is_own = view
        .words(start..at)
        .starts_with(['我', '在', '经', '由', '全', '各', '请', '向', '对', '按']);
    // 带去市委、市政府的问候: a verb is no place.
    let is_verb = view.is_any_before(at, "去到给受听请据照被让使");
    (is_name && !is_own && !is_verb && view.is_any_before(start, "\n，。；")).then_some(start)
}
