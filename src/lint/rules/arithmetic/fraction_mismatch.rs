//! 90个，45个，占三分之一: a fraction that the two numbers do not make.

use rust_decimal::Decimal;

use super::fraction_of_change::fraction_of_change;
use super::share_in_words::share_in_words;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 90个，45个，占三分之一: a fraction that the two numbers do not make.
pub(crate) const FRACTION_MISMATCH: Rule = Rule {
    name: "fraction-mismatch",
    title: "几分之几与两个数不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("fraction_mismatch.md"),
};

const WORDS: &[&str] = &[
    "三分之一",
    "三分之二",
    "四分之一",
    "四分之三",
    "五分之一",
    "五分之二",
    "五分之三",
    "五分之四",
    "十分之一",
    "二分之一",
    "一半",
    "一成",
    "二成",
    "两成",
    "三成",
    "四成",
    "五成",
    "六成",
    "七成",
    "八成",
    "九成",
];

/// The fractions in the order of the words.
const FRACTIONS: [(i64, i64); 21] = [
    (1, 3),
    (2, 3),
    (1, 4),
    (3, 4),
    (1, 5),
    (2, 5),
    (3, 5),
    (4, 5),
    (1, 10),
    (1, 2),
    (1, 2),
    (1, 10),
    (2, 10),
    (2, 10),
    (3, 10),
    (4, 10),
    (5, 10),
    (6, 10),
    (7, 10),
    (8, 10),
    (9, 10),
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (above, below) = FRACTIONS[word.number];
    let said = Decimal::from(above) / Decimal::from(below);
    fraction_of_change(view, &(word.start..word.end), said, findings);
    share_in_words(view, word, said, findings);
    let clause = view.clause(word.start);
    let lead = view.words(clause.start..word.start);
    // 超过三分之一 and 近一半 are no equations; 约占四分之一 is none if it is exactly another one.
    let is_equal = lead.contains('占') && !lead.contains(['超', '近', '足', '过', '多', '不']);
    let is_rough = lead.contains('约');
    let sentence = view.sentence(word.start);
    let numbers = view.numbers_in(sentence.start..clause.start);
    let Some((whole, part)) = whole_and_part(view, numbers, lead.starts_with('占')) else {
        return;
    };
    let chars = view.chars();
    let share = part.value(chars).zip(whole.value(chars));
    let share = share.and_then(|(part, whole)| part.checked_div(whole));
    let Some(share) = share.filter(|_| is_equal && view.is_any_at(word.end, "，。；")) else {
        return;
    };
    let off = (share / said - Decimal::ONE).abs();
    let is_far = off > Decimal::new(15, 2) && !is_rough;
    // 24 of 36 is exactly another fraction.
    if is_far || off > Decimal::new(5, 2) && is_another(share) {
        let text = view.words(word.start..word.end);
        let (part, whole) = (view.text(part.range()), view.text(whole.range()));
        let percent = plain(share * Decimal::ONE_HUNDRED, 1);
        findings
            .at(
                word.start..word.end,
                format!("“{text}”与“{part}”“{whole}”不符"),
            )
            .hint(format!("{part}是{whole}的{percent}%"));
    }
}

/// Whether a share is one of the simple fractions.
fn is_another(share: Decimal) -> bool {
    FRACTIONS.iter().any(|(above, below)| {
        let fraction = Decimal::from(*above) / Decimal::from(*below);
        (share / fraction - Decimal::ONE).abs() < Decimal::new(1, 2)
    })
}

/// The last amount, of which the share is said if its clause names nothing else, and the whole that it is a part of: the only other one, or one that 其中 follows.
fn whole_and_part<'v>(
    view: &TextView<'_>,
    numbers: &'v [Number],
    is_of_last: bool,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let exact = |number: &&Number| number.is_exact_amount() && !number.is_year(chars);
    let amounts: Vec<&Number> = numbers.iter().filter(exact).collect();
    let (part, before) = amounts.split_last()?;
    let same = |whole: &&&Number| whole.unit(chars) == part.unit(chars) && !whole.is_percent(chars);
    let whole = before.iter().find(same)?;
    let noun = whole.unit.end..whole.unit.end + 8;
    let lead = view.clause(whole.digits.start).start..whole.digits.start;
    let is_planned = view.has_any(&lead, &["规划", "计划", "任务"]);
    let is_led = is_planned || view.find(noun, "其中").is_some();
    let is_meant = before.len() == 1 || is_of_last && is_led;
    is_meant.then_some((*whole, *part))
}
