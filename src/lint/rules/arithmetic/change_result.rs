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

/// More characters than stand between what there was and what was added: ，2023年增加.
const LONGEST: usize = 9;

/// Reports each result of a change that its two numbers before do not make.
pub(super) fn change_result(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let amounts = view.numbers().iter();
    let mut amounts = amounts.filter(|it| !it.is_year(view.chars()));
    let Some(mut before) = amounts.next().zip(amounts.next()) else {
        return;
    };
    for new in amounts {
        let (old, change) = before;
        before = (change, new);
        // Few numbers stand so near that a verb alone parts them.
        if change.digits.start - old.unit.end > LONGEST || new.digits.start - change.unit.end > 5 {
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
    // 2022年为18万人次，2023年增加6万人次
    let verb = verb
        .strip_prefix('，')
        .and_then(|rest| rest.split_once('年').map(|(_, verb)| verb))
        .unwrap_or(verb);
    let lead = view.words(change.unit.end..new.digits.start);
    let sign = VERBS.iter().find(|(it, _)| *it == verb)?.1;
    let unit = new.unit(chars);
    let alike = [old, change]
        .iter()
        .all(|it| it.unit(chars) == unit && it.is_exact_amount());
    let is_told = LEADS.contains(&lead) && view.is_any_before(old.digits.start, "的由从比较为有");
    if !alike || !is_told || unit.is_empty() || new.is_percent(chars) || !new.is_exact_amount() {
        return None;
    }
    let change_value = change.value(chars)?.checked_mul(Decimal::from(sign))?;
    let should = old.value(chars)?.checked_add(change_value)?;
    let slack: Option<Decimal> = [old, change, new].iter().map(|it| it.rounding(chars)).sum();
    // 18万、6万和25万 are told as they are counted.
    let are_whole = [old, change, new]
        .iter()
        .all(|it| it.decimal(chars).is_some_and(|it| it.scale() == 0));
    let slack = slack.map(|slack| {
        if are_whole {
            slack / Decimal::TEN
        } else {
            slack
        }
    });
    let off = (should - new.value(chars)?).abs();
    (off >= slack? && !off.is_zero()).then_some(should)
}
