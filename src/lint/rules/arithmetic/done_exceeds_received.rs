//! 受理投诉120件，办结135件: more is done than there was to do.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 受理投诉120件，办结135件: more is done than there was to do.
pub(crate) const DONE_EXCEEDS_RECEIVED: Rule = Rule {
    name: "done-exceeds-received",
    title: "办结、整改的比受理、发现的还多",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("done_exceeds_received.md"),
};

/// What is done with what came in, and behind them what is done with what was found.
const WORDS: &[&str] = &[
    "办结",
    "答复",
    "办复",
    "结案",
    "审结",
    "整改",
    "整改完成",
    "整改到位",
    "销号",
    "整治",
    "完成治理",
    "修复",
];

/// How many of the words are of what came in.
const OF_RECEIVED: usize = 5;

/// What leads the number of what came in.
const RECEIVED: [&str; 8] = [
    "受理", "接到", "收到", "接收", "承办", "交办", "接办", "收办",
];

/// What leads the number of what was found.
const FOUND: [&str; 7] = ["发现", "排查", "查出", "摸排", "查摆", "梳理", "排查出"];

/// What adds to what came in or was found.
const CARRIED_OVER: [&str; 15] = [
    "结转",
    "旧存",
    "历年",
    "往年",
    "上年",
    "去年",
    "累计办结",
    "累计整改",
    "遗留",
    "存量",
    "积案",
    "其他",
    "另",
    "同比",
    "以前",
];

/// More characters than stand between the two numbers.
const LONGEST: usize = 60;

/// 移送33条，接收19条，办结47条，办结率为90.4%: the rate tells that several numbers together came in.
fn fits_rate(view: &TextView<'_>, done: &Number, whole: &Number) -> bool {
    let chars = view.chars();
    let sentence = view.sentence(done.digits.start);
    let rate = view.numbers_in(done.unit.end..sentence.end).first();
    let rate = rate
        .filter(|it| it.is_percent(chars))
        .and_then(|it| it.decimal(chars));
    let Some((rate, done_value)) = rate.zip(done.value(chars)) else {
        return false;
    };
    let received = view.numbers_in(sentence.start..done.digits.start).iter();
    let received = received.filter(|it| it.unit(chars) == whole.unit(chars));
    let received: Option<Decimal> = received.map(|it| it.value(chars)).sum();
    // A rate is printed with one or two digits behind the point.
    received
        .is_some_and(|all| (all * rate / Decimal::ONE_HUNDRED - done_value).abs() < Decimal::ONE)
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let behind = word.end..word.end + 3;
    let done = view.numbers_in(behind).first();
    let done = done.filter(|it| {
        view.words(word.end..it.digits.start)
            .chars()
            .all(is_particle)
    });
    let leads: &[&str] = if word.number < OF_RECEIVED {
        &RECEIVED
    } else {
        &FOUND
    };
    let Some((done, whole)) = done.and_then(|done| Some((done, whole(view, word, done, leads)?)))
    else {
        return;
    };
    let chars = view.chars();
    if done.value(chars) > whole.value(chars) && !fits_rate(view, done, whole) {
        let (text, whole) = (view.text(done.range()), view.text(whole.range()));
        let verb = view.words(word.start..word.end);
        findings
            .at(
                done.range(),
                format!("{verb}的“{text}”比前面的“{whole}”还多"),
            )
            .hint("核对两个数");
    }
}

fn is_particle(character: char) -> bool {
    matches!(character, '了' | '共' | '已')
}

/// The number of what came in or was found, told in the passage right before.
fn whole<'v>(
    view: &'v TextView<'_>,
    word: Word,
    done: &Number,
    leads: &[&str],
) -> Option<&'v Number> {
    let chars = view.chars();
    let near = word.start.saturating_sub(LONGEST);
    let from = view.passage(word.start).start.max(near);
    let same = |it: &&Number| {
        it.unit(chars) == done.unit(chars) && it.is_exact_amount() && it.value(chars).is_some()
    };
    let mut told = view.numbers_in(from..word.start).iter().filter(same);
    let whole = told.find(|it| is_led(view, it, leads))?;
    let between = view.clause(whole.digits.start).start..done.digits.start;
    let is_count = !done.unit(chars).is_empty() && !done.is_percent(chars);
    // Another number that came in or was found is told in between.
    let is_only = !told.any(|it| is_led(view, it, leads) || it.value(chars) > whole.value(chars));
    let is_same_scale = whole.multiplier.is_empty() == done.multiplier.is_empty();
    (is_count && is_only && is_same_scale && done.is_exact_amount())
        .then_some(whole)
        .filter(|_| !view.has_any(&between, &CARRIED_OVER))
}

/// 受理各类投诉120件: the verb stands before the number, with nothing but a noun in between.
fn is_led(view: &TextView<'_>, number: &Number, leads: &[&str]) -> bool {
    const LONGEST_NOUN: usize = 8;
    let end = number.digits.start;
    let start = view
        .clause(end)
        .start
        .max(end.saturating_sub(LONGEST_NOUN + 2));
    let mut verbs = leads.iter().filter_map(|verb| {
        let at = view.find(start..end, verb)?;
        Some(at + verb.chars().count())
    });
    verbs.any(|behind| (behind..end).all(|at| is_han(view.char(at))))
}
