//! 投入资金860万元……上述投入资金680万元: a figure that is told again, with another number.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

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
    for number in view.numbers() {
        if number.is_exact_amount()
            && let Some(words) = pointed_words(view, number)
            && let Some(first) = first_told(view, number, &words)
        {
            let (text, first) = (view.text(number.range()), view.text(first.range()));
            findings
                .at(number.range(), format!("这里是“{text}”，前面是“{first}”"))
                .hint("说的是同一件事，就核对哪一个对");
        }
    }
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
