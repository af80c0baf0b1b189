//! Dates in Arabic digits: 2022年5月20日, 2022年5月, 5月20日.

use std::ops::Range;

use super::numbers::{Number, NumberKind};

/// A date as it stands in a text; at least a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// From the first digit to 月 or 日.
    pub(crate) range: Range<usize>,
    /// The year in four digits.
    pub(crate) year: Option<u16>,
    /// The month as written; may be impossible.
    pub(crate) month: u32,
    /// The day as written; may be impossible.
    pub(crate) day: Option<u32>,
}

/// Finds the dates among the numbers of a text.
pub(super) fn dates(chars: &[char], numbers: &[Number]) -> Vec<DateMention> {
    let months = numbers.iter().enumerate();
    months
        .filter_map(|(index, _)| date(chars, numbers, index))
        .collect()
}

/// The date whose month is the number at `index`.
fn date(chars: &[char], numbers: &[Number], index: usize) -> Option<DateMention> {
    let month = whole(chars, &numbers[index], '月')?;
    // 12～14月龄 is an age.
    if chars.get(numbers[index].unit.end) == Some(&'龄') {
        return None;
    }
    let year = index
        .checked_sub(1)
        .map(|index| &numbers[index])
        .filter(|year| year.is_year(chars) && year.unit.end == numbers[index].digits.start);
    let day = numbers
        .get(index + 1)
        .filter(|day| day.digits.start == numbers[index].unit.end)
        .and_then(|day| whole(chars, day, '日').map(|value| (value, day.unit.end)));
    Some(DateMention {
        range: year.unwrap_or(&numbers[index]).digits.start
            ..day.map_or(numbers[index].unit.end, |day| day.1),
        year: year.and_then(|year| u16::try_from(whole(chars, year, '年')?).ok()),
        month,
        day: day.map(|day| day.0),
    })
}

/// The value of a number of at most four digits whose unit is `unit`.
fn whole(chars: &[char], number: &Number, unit: char) -> Option<u32> {
    let is_unit = number.unit(chars) == [unit] && number.multiplier.is_empty();
    if !is_unit || number.kind == NumberKind::Code || number.digits.len() > 4 {
        return None;
    }
    let digits: String = chars[number.digits.clone()].iter().collect();
    digits.parse().ok()
}
