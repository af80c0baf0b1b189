//! Times with a year as days of the calendar: 2024年7月2日, 2024年第三季度, 今年上半年, 2023年底.

use std::ops::Range;

use jiff::civil::Date;

use super::TextView;
use crate::facts::Period;
use crate::lint::periods::Dated;

/// A time as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Time {
    /// From the first character of the year to the last of its part.
    pub(crate) range: Range<usize>,
    /// Its first day.
    pub(crate) first: Date,
    /// Its last day.
    pub(crate) last: Date,
}

impl Time {
    /// How many days of it are left on a day; nothing if it is over.
    pub(crate) fn days_left(&self, on: Date) -> i32 {
        on.until(self.last).map_or(0, |span| span.get_days())
    }
}

/// Longest part of a year, such as 1—10月 or 12月31日.
const LONGEST: usize = 7;

impl TextView<'_> {
    /// The times of the text; 今年 and 去年 count only if the year of writing is known.
    pub(crate) fn times(&self, written_in: Option<i16>) -> impl Iterator<Item = Time> + '_ {
        let places = self.places('年');
        places.filter_map(move |at| self.time(at, written_in))
    }

    /// The time whose year ends in 年 at `at`.
    pub(crate) fn time(&self, at: usize, written_in: Option<i16>) -> Option<Time> {
        let (start, year) = self.year(at, written_in)?;
        let part = at + 1;
        if let Some((end, day)) = self.day(part, year) {
            let (first, last) = (day, day);
            let range = start..end;
            return Some(Time { range, first, last });
        }
        let end = self.part_end(part);
        let label = format!("{year}年{}", self.text(part..end));
        let dated = Dated::of(&Period::new(&label).ok()?)?;
        Some(Time {
            range: start..end,
            first: dated.first_day(),
            last: dated.last_day(),
        })
    }

    /// Where the year begins whose 年 stands at `at`, and which it is.
    fn year(&self, at: usize, written_in: Option<i16>) -> Option<(usize, i16)> {
        let ago = match self.before(at) {
            '今' | '本' => Some(0),
            '去' => Some(1),
            '明' => Some(-1),
            _ => None,
        };
        if let Some(ago) = ago {
            return Some((at - 1, written_in? - ago));
        }
        let start = at.checked_sub(4)?;
        let is_year = (start..at).all(|index| self.char(index).is_ascii_digit())
            && !self.before(start).is_ascii_digit();
        let year = self.text(start..at).parse().ok();
        year.filter(|year| is_year && (1900..2100).contains(year))
            .map(|year| (start, year))
    }

    /// 7月2日 at `part`: where it ends, and the day.
    fn day(&self, part: usize, year: i16) -> Option<(usize, Date)> {
        let month = self.dates().binary_search_by(|date| {
            let last = date.range.end - 1;
            // A date with its year begins before the part, one with 今年 at it.
            match last < part {
                true => std::cmp::Ordering::Less,
                false if date.range.start > part => std::cmp::Ordering::Greater,
                false => std::cmp::Ordering::Equal,
            }
        });
        let date = &self.dates()[month.ok()?];
        let (month, day) = (date.month.try_into().ok()?, date.day?.try_into().ok()?);
        Some((date.range.end, Date::new(year, month, day).ok()?))
    }

    /// 1月至8月: where the last month ends of a span whose first one ends at `end`.
    fn last_month(&self, end: usize) -> usize {
        let digits = (end + 1..end + 3).take_while(|at| self.char(*at).is_ascii_digit());
        let month = end + 1 + digits.count();
        let is_span = self.is_any_at(end, "至—－～") && month > end + 1 && self.char(month) == '月';
        // 1月至8月5日 ends on a day.
        match is_span && !self.char(month + 1).is_ascii_digit() {
            true => month + 1,
            false => end,
        }
    }

    /// The end of the longest part of a year at `part`: 上半年, 第三季度, 1—6月.
    fn part_end(&self, part: usize) -> usize {
        const NAMED: [&str; 8] = [
            "上半年",
            "下半年",
            "前三季度",
            "全年",
            "全年度",
            "末",
            "底",
            "度",
        ];
        let named = self.one_of_at(part, &NAMED).map(|it| it.chars().count());
        if let Some(length) = named {
            return part + length;
        }
        let quarter = (part..part + 4).find(|at| self.is_at(*at, "季度"));
        let month = (part..part + LONGEST).find(|at| self.char(*at) == '月');
        match (quarter, month) {
            (Some(at), _) => at + 2,
            (None, Some(at)) if self.char(part).is_ascii_digit() => self.last_month(at + 1),
            _ => part,
        }
    }
}
