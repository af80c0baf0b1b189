//! 城市低保标准820元，农村低保标准690元，二者相差120元: the difference of two numbers recomputed.

use crate::diagnostic::Severity;
use crate::lint::arithmetic::{Interval, plain};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 城市低保标准820元，农村低保标准690元，二者相差120元: the difference of two numbers recomputed.
pub(crate) const DIFFERENCE_MISMATCH: Rule = Rule {
    name: "difference-mismatch",
    title: "差额与两个数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("difference_mismatch.md"),
};

/// What leads the difference of the two numbers before it.
const WORDS: &[&str] = &[
    "相差",
    "差距为",
    "差距达",
    "差额为",
    "差额达",
    "差距仅为",
    "差距缩小到",
    "差距缩小至",
    "超出任务",
    "超出计划",
    "超出目标",
    "比任务多",
    "比计划多",
    "比目标多",
];

/// More characters than the two numbers and the words between them have.
const LONGEST: usize = 60;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(said) = view.numbers_in(word.end..word.end + 1).first() else {
        return;
    };
    let Some([one, other]) = compared(view, word.start, said) else {
        return;
    };
    let chars = view.chars();
    let should = Interval::beside(one, other, chars);
    let should = should.map(|(one, other)| one.distance(other));
    let value = said.value(chars).zip(said.rounding(chars));
    let Some((should, (value, slack))) = should.zip(value) else {
        return;
    };
    if value + slack < should.low || value - slack > should.high {
        let (text, one) = (view.words(said.range()), view.words(one.range()));
        let other = view.words(other.range());
        let middle = plain(should.middle() / said.factor(chars), 2);
        let unit = view.words(said.multiplier.start..said.unit.end);
        findings
            .at(said.range(), format!("“{text}”与“{one}”“{other}”不符"))
            .hint(format!("{one}和{other}相差{middle}{unit}"));
    }
}

/// The only two numbers of the difference's unit that the sentence tells before it.
fn compared<'v>(view: &'v TextView<'_>, at: usize, said: &Number) -> Option<[&'v Number; 2]> {
    let chars = view.chars();
    let sentence = view.sentence(at);
    let from = sentence.start.max(at.saturating_sub(LONGEST));
    let same = |it: &&Number| it.unit(chars) == said.unit(chars) && !it.is_year(chars);
    let mut told = view.numbers_in(from..at).iter().filter(same);
    let pair = [told.next()?, told.next()?];
    let are_exact = pair.iter().chain([&said]).all(|it| it.is_exact_amount());
    let is_amount = !said.unit(chars).is_empty() && !said.is_percent(chars);
    // 最高820元、最低690元、平均750元，相差…: which of three are compared nobody can tell.
    (told.next().is_none() && are_exact && is_amount).then_some(pair)
}
