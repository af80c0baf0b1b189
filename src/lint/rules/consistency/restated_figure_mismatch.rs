//! 投入资金860万元……上述投入资金680万元: a figure that is told again, with another number.

use std::ops::Range;

use super::whole_again::whole_again;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::is_misprint;
use crate::lint::findings::Findings;
use crate::lint::rules::arithmetic::chained_changes::chained_changes;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// What makes a number a time, a rank or a place in a row, and no amount.
pub(super) const TIMES: &str = "年月日天次期点";

/// 投入资金860万元……上述投入资金680万元: a figure that is told again, with another number.
pub(crate) const RESTATED_FIGURE_MISMATCH: Rule = Rule {
    name: "restated-figure-mismatch",
    title: "重提的数与前面不同",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("restated_figure_mismatch.md"),
};

/// How far back the figure may have been told first, in characters.
const FARTHEST: usize = 400;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    chained_changes(view, findings);
    for number in view.numbers() {
        if !number.is_exact_amount() {
            continue;
        }
        let words = pointed_words(view, number);
        let first = words.and_then(|words| first_told(view, number, &words));
        let first = first.or_else(|| pointed_at(view, number));
        let first = first.or_else(|| done_to(view, number));
        if let Some(first) = first.or_else(|| whole_again(view, number)) {
            let (text, first) = (view.text(number.range()), view.text(first.range()));
            findings
                .at(number.range(), format!("这里是“{text}”，前面是“{first}”"))
                .hint("说的是同一件事，就核对哪一个对");
        }
    }
}

/// 新建充电站38座。这35座充电站: the one number of its unit that was told in the sentences before, of the same noun.
fn pointed_at<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    const NEAR: usize = 120;
    let chars = view.chars();
    let start = again.digits.start;
    // Most numbers stand behind something else, which one look tells.
    if !view.is_any_before(start, "述这该") {
        return None;
    }
    let pointer = view.one_of_before(start, &["上述", "前述", "这", "该"])?;
    let pointed = start - pointer.chars().count();
    let begins = view.is_any_before(pointed, "。；，\n");
    let is_led = !begins && view.is_any_before(pointed, "为对在将把给从由向");
    if !begins && !is_led || again.is_percent(chars) || view.is_any_at(again.unit.start, TIMES) {
        return None;
    }
    // 上述38个村 has a noun of one character.
    let is_short = view.is_any_at(again.unit.end, "村镇县区市乡校园");
    let noun = again.unit.end..again.unit.end + if is_short { 1 } else { 2 };
    let is_noun = noun.clone().all(|at| is_han(view.char(at)));
    let passage = view.passage(pointed);
    let before = passage.start.max(pointed.saturating_sub(NEAR))..pointed;
    // 一中、二中、三中…。这3所学校 may mean those that are named.
    if view.has_any(&before, &["、", "其中", "分别"]) {
        return None;
    }
    let mut told = view
        .numbers_in(before)
        .iter()
        .filter(|it| it.kind == NumberKind::Plain && it.unit(chars) == again.unit(chars));
    let first = told.next().filter(|_| told.next().is_none())?;
    let clause = view.clause(first.digits.start);
    let digits = |number: &Number| &chars[number.digits.clone()];
    // 上述5.6亿元将… names nothing: only digits that were swapped make it the same.
    let is_swapped = has_same_characters(digits(first), digits(again));
    let is_named = is_noun && view.find(clause, view.words(noun)).is_some();
    // 这1.92万人 with swapped digits is for `repeated-figure-mismatch`.
    let is_of_pointer = matches!(pointer, "上述" | "前述");
    let is_own = is_of_pointer || !is_swapped || again.digits.len() <= 2;
    // 在这11所敬老院 with one other digit: more may be meant of what is told far from it.
    let is_slip = is_misprint(again.value(chars)?, first.value(chars)?) && is_named;
    let is_same = is_own
        && (begins || is_slip)
        && (is_named || is_swapped)
        && first.is_exact_amount()
        && first.multiplier.is_empty() == again.multiplier.is_empty();
    (is_same && first.value(chars) != again.value(chars)).then_some(first)
}

/// 计划改造危房340户。改造的380户危房将…: what is done to the things, and one digit of their number is another.
fn done_to<'v>(view: &'v TextView<'_>, again: &Number) -> Option<&'v Number> {
    const VERB: usize = 2;
    const NEAR: usize = 120;
    let chars = view.chars();
    let start = again.digits.start;
    // Most numbers stand behind something else.
    if view.before(start) != '的' {
        return None;
    }
    let clause = view.clause(start);
    // 这次命名的60个 tells of another time.
    let is_bare = match start - clause.start {
        3 => true,
        4 => view.is_any_at(clause.start, "新拟需应待"),
        _ => false,
    };
    if !is_bare || again.is_percent(chars) || again.digits.len() < 2 {
        return None;
    }
    let verb = view.words(start - 1 - VERB..start - 1);
    let noun = view.words(again.unit.end..again.unit.end + 2);
    let sentence = view.sentence(start);
    let before = sentence
        .start
        .saturating_sub(NEAR)
        .max(view.passage(start).start)..sentence.start;
    let alike = |it: &&Number| it.unit(chars) == again.unit(chars) && !it.is_year(chars);
    let mut told = view.numbers_in(before).iter().filter(alike);
    let first = told.next().filter(|_| told.next().is_none())?;
    let clause = view.clause(first.digits.start);
    let is_same = first.is_exact_amount()
        && view.find(clause.clone(), verb).is_some()
        && view.find(clause, noun).is_some()
        && noun.chars().all(is_han);
    let is_slip = is_misprint(again.value(chars)?, first.value(chars)?);
    (is_same && is_slip && first.value(chars) != again.value(chars)).then_some(first)
}

/// The words before a number that was told already, as what stands around says.
fn pointed_words(view: &TextView<'_>, number: &Number) -> Option<Range<usize>> {
    let start = number.digits.start;
    let before = view.before(start);
    // 民办养老机构（共38家）
    if before == '共'
        && view.char(start.checked_sub(2)?) == '（'
        && view.char(number.unit.end) == '）'
    {
        return words(view, start - 2, 4);
    }
    // 每年10万元的上述标准, 增设护学岗28个的举措: most numbers are followed by something else.
    if view.char(number.unit.end) == '的' {
        let back = ["的上述", "的举措", "的做法", "的这一", "的经验"];
        let is_pointed = view.one_of_at(number.unit.end, &back).is_some();
        return is_pointed.then(|| each(view, start).or_else(|| words(view, start, 4)))?;
    }
    // 上述投入资金680万元; most numbers stand where no such word is near.
    let mut near = start.saturating_sub(10)..start;
    near.find(|at| view.char(*at) == '述')?;
    let (pointer, word) = view.one_of_within(start, 10, &["上述", "前述"])?;
    let from = pointer + word.chars().count();
    (start - from >= 2).then_some(from..start)
}

/// The Han characters right before a place, at most eight and at least so many.
fn words(view: &TextView<'_>, end: usize, least: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(8);
    let start = (floor..end)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .last()?;
    (end - start >= least).then_some(start..end)
}

/// 每年, 每人: what an amount is told of.
fn each(view: &TextView<'_>, end: usize) -> Option<Range<usize>> {
    let start = end.checked_sub(2)?;
    (view.char(start) == '每').then_some(start..end)
}

/// The one number of the sentences before that the last of the words stand before; nothing if none
/// or several do, or if it is the same.
fn first_told<'v>(
    view: &'v TextView<'_>,
    again: &Number,
    words: &Range<usize>,
) -> Option<&'v Number> {
    let chars = view.chars();
    let sentence = view.sentence(words.start);
    let from = sentence.start.saturating_sub(FARTHEST);
    // Words that go on before the figure in one place need not do so in the other.
    let last = words.end.saturating_sub(words.len().min(5))..words.end;
    let text = view.words(last);
    let lead = |number: &Number| {
        let start = number.digits.start;
        let link = view.one_of_before(start, &["共有", "为", "达", "共"]);
        start - link.map_or(0, |link| link.chars().count())
    };
    let is_told = |number: &&Number| {
        number.is_exact_amount()
            && number.unit(chars) == again.unit(chars)
            && view.ends_at(lead(number), text)
    };
    let mut told = view.numbers_in(from..words.start).iter().filter(is_told);
    let first = told.next().filter(|_| told.next().is_none())?;
    let same_scale = first.multiplier.is_empty() == again.multiplier.is_empty();
    (same_scale && first.value(chars) != again.value(chars)).then_some(first)
}
