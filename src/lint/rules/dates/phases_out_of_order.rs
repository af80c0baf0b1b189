//! 第二阶段（2024年7月至10月），第三阶段（2024年5月至6月）: a phase begins before the one before it.

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// How far apart two phases are told of.
const FARTHEST: usize = 600;

/// A phase with its number and its first month.
struct Phase<'v> {
    value: usize,
    date: &'v DateMention,
    year: u16,
}

/// Reports each phase that begins before the one with the number before.
pub(super) fn phases_out_of_order(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<Phase<'_>> = None;
    for pair in view.pairs_opened_by('（') {
        let Some(value) = number_before(view, pair.open) else {
            continue;
        };
        let known = last.take();
        let known = known.filter(|it| pair.open.saturating_sub(it.date.range.end) <= FARTHEST);
        let year = known.as_ref().map(|it| it.year);
        let Some(phase) = phase(view, pair.open..pair.close, (value, year)) else {
            continue;
        };
        let month = |it: &Phase<'_>| (it.year, it.date.month);
        let follows = known.filter(|it| it.value + 1 == value);
        if let Some(known) = follows.filter(|known| month(&phase) < month(known)) {
            let text = view.words(phase.date.range.clone());
            let message = format!(
                "“{text}”早于前一阶段的“{}”",
                view.text(known.date.range.clone())
            );
            findings
                .at(phase.date.range.clone(), message)
                .hint("核对各阶段的起止时间");
        }
        last = Some(phase);
    }
}

/// 第三阶段, 第三步 before a bracket.
fn number_before(view: &TextView<'_>, open: usize) -> Option<usize> {
    let word = view.one_of_before(open, &["阶段", "步", "时段"])?;
    let at = open.checked_sub(word.chars().count() + 1)?;
    (view.before(at) == '第')
        .then(|| chinese_number(view.char(at)))
        .flatten()
}

/// The first date in the brackets, whose year may be that of the phase before.
fn phase<'v>(
    view: &'v TextView<'_>,
    inside: std::ops::Range<usize>,
    (value, year): (usize, Option<u16>),
) -> Option<Phase<'v>> {
    let index = view
        .dates()
        .partition_point(|date| date.range.start < inside.start);
    let date = view.dates().get(index)?;
    let is_inside = date.range.end <= inside.end;
    let year = date.year.or(year).filter(|_| is_inside)?;
    Some(Phase { value, date, year })
}
