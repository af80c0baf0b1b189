//! 较2022年的3.2万辆增加1.5万辆，达到4.9万辆: what there was and what was added do not make what there is.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What is added or taken, right between the two numbers.
const VERBS: [(&str, i64); 10] = [
    ("增加", 1),
    ("增加了", 1),
    ("新增", 1),
    ("增长", 1),
    ("提高", 1),
    ("多", 1),
    ("减少", -1),
    ("减少了", -1),
    ("下降", -1),
    ("少", -1),
];

/// What leads the number that there is now.
const LEADS: [&str; 8] = [
    "，达到",
    "，达",
    "，总数达到",
    "，总数达",
    "，增至",
    "，增加到",
    "，降至",
    "，减至",
];

/// Reports each result of a change that its two numbers before do not make.
pub(super) fn change_result(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        let [old, change, new] = triple else {
            continue;
        };
        // Few numbers stand so near that a verb alone parts them.
        if change.digits.start - old.unit.end > 3 || new.digits.start - change.unit.end > 5 {
            continue;
        }
        if let Some(should) = should_be(view, old, change, new) {
            let scale = view.words(new.multiplier.start..new.unit.end);
            let right = plain(should / new.factor(view.chars()), 4);
            let (text, old) = (view.words(new.range()), view.words(old.range()));
            let change = view.words(change.range());
            findings
                .at(new.range(), format!("“{text}”与“{old}”“{change}”不符"))
                .hint(format!("算下来是{right}{scale}；核对三个数"));
        }
    }
}

/// What the new number should be, if it is another.
fn should_be(view: &TextView<'_>, old: &Number, change: &Number, new: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let verb = view.words(old.unit.end..change.digits.start);
    let lead = view.words(change.unit.end..new.digits.start);
    let sign = VERBS.iter().find(|(it, _)| *it == verb)?.1;
    let unit = new.unit(chars);
    let alike = [old, change]
        .iter()
        .all(|it| it.unit(chars) == unit && it.is_exact_amount());
    let is_told = LEADS.contains(&lead) && view.is_any_before(old.digits.start, "的由从比较");
    if !alike || !is_told || unit.is_empty() || new.is_percent(chars) || !new.is_exact_amount() {
        return None;
    }
    let change_value = change.value(chars)?.checked_mul(Decimal::from(sign))?;
    let should = old.value(chars)?.checked_add(change_value)?;
    let slack: Option<Decimal> = [old, change, new].iter().map(|it| it.rounding(chars)).sum();
    let off = (should - new.value(chars)?).abs();
    (off >= slack? && !off.is_zero()).then_some(should)
}
