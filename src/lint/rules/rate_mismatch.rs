//! 受理2139件，办结1508件，办结率75%.

use crate::diagnostic::Severity;
use crate::lint::arithmetic::{Interval, Verdict, plain, share, verdict};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 受理2139件，办结1508件，办结率75%.
pub(crate) const RATE_MISMATCH: Rule = Rule {
    name: "rate-mismatch",
    title: "比率与两个数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("rate_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let chars = view.chars();
        if !number.is_percent(chars) || number.is_approximate || number.kind == NumberKind::Code {
            continue;
        }
        let Some((verb, at)) = rate_verb(view, number) else {
            continue;
        };
        let sentence = view.sentence(at);
        let before = view.numbers_in(sentence.start..at);
        let bases = parts(view, before, &verb);
        if let Some(bases) = bases.filter(|bases| !fits_another(view, before, number, bases.1)) {
            judge(view, number, &bases, findings);
        }
    }
}

/// Whether another part of the same whole gives the rate: 集中836人、分散1532人，集中供养率35.3%.
fn fits_another(view: &TextView<'_>, before: &[Number], rate: &Number, whole: &Number) -> bool {
    let chars = view.chars();
    let whole_interval = Interval::of(whole, chars);
    before.iter().any(|other| {
        let should = Interval::of(other, chars).zip(whole_interval);
        let should = should.and_then(|(part, whole)| share(part, whole));
        let is_part = other.unit(chars) == whole.unit(chars) && !std::ptr::eq(other, whole);
        let verdict = should.and_then(|should| verdict(rate, chars, should));
        is_part && verdict.is_some_and(|verdict| verdict != Verdict::Wrong)
    })
}

/// The verb of 办结率 and where it stands.
fn rate_verb(view: &TextView<'_>, number: &Number) -> Option<(String, usize)> {
    let start = number.digits.start;
    let link = ["达到", "达", "为", "是"]
        .into_iter()
        .find(|link| view.ends_at(start, link))
        .map_or(0, |link| link.chars().count());
    let end = start - link;
    let at = end.checked_sub(3).filter(|_| view.before(end) == '率')?;
    let verb = view.text(at..at + 2);
    verb.chars().all(is_han).then_some((verb, at))
}

/// The part that the verb leads and the one greater number of the same unit before it.
fn parts<'v>(
    view: &TextView<'_>,
    before: &'v [Number],
    verb: &str,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let verbs = verbs_of_part(verb);
    let leads = |number: &Number| {
        let start = number.digits.start;
        let gaps = ["", "了", "案件", "提案", "建议", "申请"].into_iter();
        let mut ends = gaps
            .filter(|gap| view.ends_at(start, gap))
            .map(|gap| start - gap.chars().count());
        ends.any(|end| verbs.iter().any(|verb| is_led_by(view, end, verb)))
    };
    // 已建成25个 says nothing of 综合利用率.
    let is_of_doing = ["完成", "建成", "开工", "竣工", "办结", "投用", "到位"].contains(&verb);
    let part = before
        .iter()
        .rev()
        .find(|number| leads(number) && !number.is_approximate)
        .or_else(|| {
            before
                .last()
                .filter(|number| is_of_doing && is_done(view, number))
        })?;
    let value = part.value(chars)?;
    let same = |number: &&Number| {
        !std::ptr::eq(*number, part)
            && number.unit(chars) == part.unit(chars)
            && !number.unit.is_empty()
            && number.kind == NumberKind::Plain
            && !number.is_approximate
            && number.value(chars).is_some_and(|other| other >= value)
    };
    let mut wholes = before.iter().filter(same);
    let whole = wholes.next()?;
    wholes.next().is_none().then_some((part, whole))
}

/// Whether the verb ends there, and is not denied: 不合格10份 is no part of 合格率.
fn is_led_by(view: &TextView<'_>, end: usize, verb: &str) -> bool {
    let start = end.saturating_sub(verb.chars().count());
    view.ends_at(end, verb) && !matches!(view.before(start), '不' | '未')
}

/// Other words for what is done of a rate.
const OTHER_VERBS: [(&str, &str); 5] = [
    ("结案", "办结"),
    ("结案", "审结"),
    ("办结", "办复"),
    ("办复", "办结"),
    ("完成", "建成"),
];

/// How the part of a rate may be told: 回收, 收回, 实收, 实回.
fn verbs_of_part(verb: &str) -> Vec<String> {
    let reversed: String = verb.chars().rev().collect();
    let really = verb.chars().map(|character| format!("实{character}"));
    let other = OTHER_VERBS.iter().filter(|(rate, _)| *rate == verb);
    let other = other.map(|(_, part)| (*part).to_owned());
    really
        .chain([verb.to_owned(), reversed])
        .chain(other)
        .collect()
}

/// 已建成45个 or 实际培训460人, said right before 完成率.
fn is_done(view: &TextView<'_>, number: &Number) -> bool {
    let clause = view.clause(number.digits.start);
    let is_told = ["已", "现已", "实际"]
        .iter()
        .any(|word| view.is_at(clause.start, word));
    is_told && !number.is_approximate && view.numbers_in(clause).len() == 1
}

fn judge(
    view: &TextView<'_>,
    number: &Number,
    (part, whole): &(&Number, &Number),
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let intervals = Interval::of(part, chars).zip(Interval::of(whole, chars));
    let Some(should) = intervals.and_then(|(part, whole)| share(part, whole)) else {
        return;
    };
    if verdict(number, chars, should) == Some(Verdict::Wrong) {
        let text = view.text(number.range());
        let places = number
            .decimal(chars)
            .map_or(2, |value| value.scale())
            .max(1);
        findings
            .at(
                number.range(),
                format!(
                    "比率“{text}”与“{}”“{}”不符",
                    view.text(part.range()),
                    view.text(whole.range())
                ),
            )
            .hint(format!(
                "{}除以{}是{}%",
                view.text(part.range()),
                view.text(whole.range()),
                plain(should.middle(), places)
            ));
    }
}
