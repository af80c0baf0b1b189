//! 4月18日完成修补，4月9日又对修补后的路面进行了复检: what is done again is dated before.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// How far apart the two days are told, in characters.
const LONGEST: usize = 40;

/// Behind so many months a new year may have begun.
const MOST_MONTHS: u32 = 6;

/// Reports each day without a year that 又 or 再次 follows and that is before the day told last.
pub(super) fn done_again_before(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for told in view.dates().windows(2) {
        let [first, again] = told else {
            continue;
        };
        let day = |date: &DateMention| Some((date.month, date.day?));
        let is_back = day(first)
            .zip(day(again))
            .is_some_and(|(first, again)| again < first);
        let between = first.range.end..again.range.start;
        let is_near = between.len() <= LONGEST
            && first.month.abs_diff(again.month) <= MOST_MONTHS
            && view
                .marks_in(between.clone())
                .all(|at| view.is_any_at(at, "，、；"));
        let is_again = view
            .one_of_at(again.range.end, &["又", "再次", "再度"])
            .is_some();
        // A year of its own dates it elsewhere, and 于4月18日（前…） tells two days of one thing.
        if is_back && is_near && is_again && again.year.is_none() {
            let text = view.words(again.range.clone());
            let message = format!("“{text}”早于前面的“{}”", view.text(first.range.clone()));
            findings.at(again.range.clone(), message).hint("核对日期");
        }
    }
}
