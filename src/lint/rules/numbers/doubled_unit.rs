//! 1001件件: a figure prints its unit, and the words around it say the unit again.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 1001件件: a figure prints its unit, and the words around it say the unit again.
pub(crate) const DOUBLED_UNIT: Rule = Rule {
    name: "doubled-unit",
    title: "单位重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_unit.md"),
};

/// Units that begin few words, each with what may stand after them in such a word: 8件件均3元.
///
/// Any other unit may begin the name of what is counted, such as 5家家庭农场.
const PLAIN_UNITS: &[(char, &str)] = &[
    ('件', "均数"),
    ('元', "月旦"),
    ('吨', "位级公"),
    ('亩', "均产"),
    ('倍', "增数率"),
    ('辆', "次均"),
    ('%', ""),
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        if is_doubled(view, number) {
            let end = number.unit.end;
            let text = view.words(number.range());
            let unit = view.char(end);
            findings
                .at(end..end + 1, format!("“{text}”后面又有“{unit}”"))
                .hint("数据的占位符已经印出单位，后面就不再写")
                .suggest(end..end + 1, "");
        }
        if let Some(slash) = doubled_per(view, number) {
            findings
                .at(slash..slash + 2, "“/”就是“每”，不必再写“每”")
                .hint("删去“每”，或者不用“/”")
                .suggest(slash + 1..slash + 2, "");
        }
    }
}

/// 8万吨/每日: where the stroke stands that says 每 already.
fn doubled_per(view: &TextView<'_>, number: &Number) -> Option<usize> {
    let unit = number.unit.start..number.unit.end + 1;
    let slash = unit.filter(|at| view.char(*at) == '/').last()?;
    let follows_unit = slash > number.unit.start && view.char(slash + 1) == '每';
    follows_unit.then_some(slash)
}

fn is_doubled(view: &TextView<'_>, number: &Number) -> bool {
    let end = number.unit.end;
    let unit = view.char(end);
    let is_again = !number.unit.is_empty() && view.before(end) == unit;
    if !is_again || number.kind == NumberKind::Code {
        return false;
    }
    let after = view.char(end + 1);
    let mut plain = PLAIN_UNITS.iter();
    match plain.find(|(plain, _)| *plain == unit) {
        Some((_, words)) => !words.contains(after),
        None => !is_han(after),
    }
}
