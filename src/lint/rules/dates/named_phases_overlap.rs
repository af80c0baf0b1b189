//! 整治阶段从4月1日至8月31日，提升阶段从8月1日至11月30日: a phase begins before the one before it ends.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// The first and the last day of a phase.
struct Phase<'v> {
    first: &'v DateMention,
    last: &'v DateMention,
}

/// What stands between the name of a phase and its first day.
const LEADS: [&str; 8] = [
    "阶段从",
    "阶段自",
    "阶段为",
    "阶段（",
    "阶段：",
    "阶段，从",
    "阶段，自",
    "阶段是",
];

/// Reports each phase that begins before the end of the one told right before it.
pub(super) fn named_phases_overlap(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut known: Option<Phase<'_>> = None;
    for pair in view.dates().windows(2) {
        let [first, last] = pair else {
            continue;
        };
        if !is_span(view, first, last) {
            continue;
        }
        let phase = Phase { first, last };
        let before = known
            .as_ref()
            .filter(|known| is_beside(view, known, &phase));
        if let Some(before) = before.filter(|before| overlaps(before, &phase)) {
            let message = format!(
                "“{}”早于前一阶段结束的“{}”",
                view.text(first.range.clone()),
                view.text(before.last.range.clone())
            );
            findings
                .at(first.range.clone(), message)
                .hint("核对各阶段的起止时间");
        }
        known = Some(phase);
    }
}

/// 阶段从3月1日至3月31日.
fn is_span(view: &TextView<'_>, first: &DateMention, last: &DateMention) -> bool {
    let joint: Range<usize> = first.range.end..last.range.start;
    let is_joined = matches!(view.words(joint), "至" | "到" | "—" | "～" | "－");
    is_joined && view.one_of_before(first.range.start, &LEADS).is_some()
}

/// Whether two phases are told in one sentence, the one right behind the other.
fn is_beside(view: &TextView<'_>, before: &Phase<'_>, phase: &Phase<'_>) -> bool {
    const LONGEST: usize = 60;
    let between = before.last.range.end..phase.first.range.start;
    between.len() <= LONGEST && !view.has_mark(&between, "。\n")
}

/// Whether the phase begins before the other ends; days of one year, as far as years are told.
fn overlaps(before: &Phase<'_>, phase: &Phase<'_>) -> bool {
    let day = |date: &DateMention| Some((date.month, date.day?));
    let years = [before.first, before.last, phase.first, phase.last].map(|it| it.year);
    let told: Vec<u16> = years.into_iter().flatten().collect();
    let is_one_year = told.windows(2).all(|pair| pair[0] == pair[1]);
    let runs_on = day(before.first) <= day(before.last) && day(phase.first) <= day(phase.last);
    let begins_early = day(phase.first)
        .zip(day(before.last))
        .is_some_and(|(first, last)| first < last);
    is_one_year && runs_on && begins_early && day(phase.first) > day(before.first)
}
