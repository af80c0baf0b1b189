//! The period that stands before a number: 2022年末的800人, 2023年1—6月的1000人.

use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};

/// What may follow the year beside months and quarters.
const PARTS: &[&str] = &[
    "",
    "末",
    "底",
    "初",
    "度",
    "年末",
    "年底",
    "年初",
    "全年",
    "上半年",
    "下半年",
    "前三季度",
    "同期",
    "上半年末",
    "上半年底",
];

/// More characters than follow the year in any period, such as 1月1日至12月31日期间.
const LONGEST_PART: usize = 16;

/// A number with the period before it, if there is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    /// Where the period begins, or the number.
    pub(crate) start: usize,
    /// How many numbers of the text stand before the period, or before the number.
    pub(crate) earlier: usize,
}

/// The number at `index` with its period.
pub(crate) fn told(view: &TextView<'_>, numbers: &[Number], index: usize) -> Told {
    let start = numbers[index].digits.start;
    let end = start - usize::from(view.before(start) == '的');
    // 2023年1—6月 has three numbers, 2023年5月20日 too.
    let years = (index.saturating_sub(3)..index).rev();
    let mut years = years.filter(|earlier| leads(view, &numbers[*earlier], end));
    match years.next() {
        Some(year) => Told {
            start: numbers[year].digits.start,
            earlier: year,
        },
        None => Told {
            start,
            earlier: index,
        },
    }
}

/// Whether the number is a year, or begins a part of one, that ends at `end`.
fn leads(view: &TextView<'_>, year: &Number, end: usize) -> bool {
    let part = year.unit.start + 1;
    let is_year = year.is_year(view.chars()) && year.kind == NumberKind::Plain;
    let is_short = part <= end && end - part <= LONGEST_PART;
    is_year && is_short && is_part(view.words(part..end))
}

fn is_part(part: &str) -> bool {
    PARTS.contains(&part) || is_quarter(part) || is_months(part)
}

fn is_quarter(part: &str) -> bool {
    let quarter = part
        .strip_suffix("季度")
        .map(|it| it.trim_start_matches('第'));
    quarter.is_some_and(|quarter| ["一", "二", "三", "四"].contains(&quarter))
}

/// 1—6月, 12月底, 5月20日.
fn is_months(part: &str) -> bool {
    let days = part.trim_end_matches(['底', '末', '份']);
    let is_of_date =
        |character: char| character.is_ascii_digit() || "月日—－-～至".contains(character);
    days.starts_with(|first: char| first.is_ascii_digit())
        && days.ends_with(['月', '日'])
        && days.chars().all(is_of_date)
}
