//! 建于1984年，使用15年后于1989年加固: a year that is not so many years after the one before.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How far apart the three numbers stand at most.
const LONGEST: usize = 12;

/// Reports a year behind N年后 that is earlier or later than that.
pub(super) fn years_after(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        let [from, passed, to] = triple else {
            continue;
        };
        let chars = view.chars();
        let are_years = from.is_year(chars) && to.is_year(chars) && !passed.is_year(chars);
        if !are_years || !is_counted(view, from, passed, to) {
            continue;
        }
        let value = |it: &Number| view.words(it.digits.clone()).parse::<i32>().ok();
        let (Some(from), Some(years), Some(said)) = (value(from), value(passed), value(to)) else {
            continue;
        };
        if (from + years - said).abs() > 1 {
            let (text, after) = (view.words(to.range()), view.text(passed.range()));
            findings
                .at(to.range(), format!("“{text}”不是{from}年之后的{after}"))
                .hint(format!("{from}年之后{after}是{}年；核对年份", from + years));
        }
    }
}

/// Whether the number of years stands between the two, right behind the one and right before the other.
fn is_counted(view: &TextView<'_>, from: &Number, passed: &Number, to: &Number) -> bool {
    let after = passed.digits.end;
    let joint = after + "年后".chars().count();
    let near = passed.digits.start - from.unit.end <= LONGEST;
    let between = from.unit.end..passed.digits.start;
    near && view.is_at(after, "年后")
        && !view.has_mark(&between, "。；：\n")
        && matches!(
            view.words(joint..to.digits.start.max(joint)),
            "于" | "，于" | "，" | "的"
        )
        && !view.is_any_before(passed.digits.start, "近约第")
}
