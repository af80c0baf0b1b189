//! 漏损率由11.2%降至8.6%。…将漏损率由9.6%降至7.5%: the second change begins where the first one did not end.

use crate::lint::arithmetic::is_misprint;
use crate::lint::findings::Findings;
use crate::lint::view::changes::Change;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// How far apart the two changes are told, in characters.
const FARTHEST: usize = 100;

/// How many characters before 由 name what changes.
const NAME: usize = 3;

/// What tells that the second change is one to come.
const TO_COME: [&str; 6] = ["力争", "到20", "计划", "争取", "目标", "预计"];

/// Reports each planned change of what has changed before, if it begins at a value that is one digit off.
pub(crate) fn chained_changes(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let planned = view
        .numbers()
        .iter()
        .filter(|from| view.is_any_before(from.digits.start, "由从") && from.is_exact_amount());
    for from in planned {
        let Some(first) = before(view, from) else {
            continue;
        };
        let sentence = view.sentence(from.digits.start);
        let is_planned = view.has_any(&(sentence.start..from.digits.start), &TO_COME);
        let chars = view.chars();
        let values = from.decimal(chars).zip(first.to.decimal(chars));
        let is_slip = values.is_some_and(|(from, end)| is_misprint(from, end));
        if is_planned && is_slip {
            let (text, end) = (view.text(from.range()), view.text(first.to.range()));
            findings
                .at(from.range(), format!("这里从“{text}”算起，前面到了“{end}”"))
                .hint("说的是同一件事，就核对哪一个对");
        }
    }
}

/// The change of the same thing that a sentence before tells.
fn before<'v>(view: &'v TextView<'_>, from: &Number) -> Option<&'v Change> {
    let chars = view.chars();
    let first = view.change_before(from.digits.start)?;
    let between = first.to.unit.end..from.digits.start;
    let is_near = between.len() <= FARTHEST && view.has_mark(&between, "。；");
    let alike =
        first.to.unit(chars) == from.unit(chars) && first.to.factor(chars) == from.factor(chars);
    let is_same = name(view, &first.from) == name(view, from) && name(view, from).is_some();
    (is_near && alike && is_same).then_some(first)
}

/// The characters before 由 or 从: 漏损率.
fn name<'v>(view: &'v TextView<'_>, from: &Number) -> Option<&'v str> {
    let start = from.digits.start.checked_sub(1)?;
    let name = start.checked_sub(NAME)?..start;
    let is_led = view.is_any_at(start, "由从");
    let is_name = name.clone().all(|at| is_han(view.char(at)));
    (is_led && is_name).then(|| view.words(name))
}
