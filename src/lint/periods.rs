//! Periods as days of the calendar, as far as their labels tell.

use jiff::civil::Date;

use crate::facts::Period;

/// A period of one year or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated {
    /// In four digits.
    pub(crate) year: i16,
    /// What follows the year, such as 年上半年.
    form: String,
    first_month: i8,
    last_month: i8,
}

impl Dated {
    /// Reads a label; nothing if it does not say which months of one year it means.
    pub(crate) fn of(period: &Period) -> Option<Self> {
        let label = period.as_str();
        let year = label.get(..4)?.parse().ok().filter(|year| *year > 1000)?;
        let form = &label[4..];
        let (first_month, last_month) = months(form.strip_prefix('年')?)?;
        Some(Self {
            year,
            form: form.to_owned(),
            first_month,
            last_month,
        })
    }

    /// The first day.
    pub(crate) fn first_day(&self) -> Date {
        Date::constant(self.year, self.first_month, 1)
    }

    /// The last day.
    pub(crate) fn last_day(&self) -> Date {
        Date::constant(self.year, self.last_month, 1).last_of_month()
    }

    /// Whether it is the same part of a later year.
    pub(crate) fn is_later_form_of(&self, other: &Self) -> bool {
        self.form == other.form && self.year > other.year
    }
}

/// The first and the last month of a part of a year.
fn months(part: &str) -> Option<(i8, i8)> {
    match part {
        "" | "全年" | "度" | "末" | "底" => return Some((1, 12)),
        "上半年" => return Some((1, 6)),
        "下半年" => return Some((7, 12)),
        "前三季度" => return Some((1, 9)),
        _ => {}
    }
    if let Some(quarter) = part.strip_suffix("季度") {
        let quarter = quarter.trim_start_matches('第');
        let number = ["一", "二", "三", "四"]
            .iter()
            .position(|it| *it == quarter)?;
        let first = i8::try_from(number * 3 + 1).ok()?;
        return Some((first, first + 2));
    }
    let months = part.strip_suffix('月')?;
    let (first, last) = match months.split_once(['—', '－', '-', '～', '至']) {
        Some((first, last)) => (first.trim_end_matches('月'), last),
        None => (months, months),
    };
    let month = |text: &str| text.parse().ok().filter(|month| (1..=12).contains(month));
    Some((month(first)?, month(last)?)).filter(|(first, last)| first <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_tell_their_last_day() {
        let table = [
            ("2021年", Some("2021-12-31")),
            ("2021年上半年", Some("2021-06-30")),
            ("2020年1—2月", Some("2020-02-29")),
            ("2021年第三季度", Some("2021-09-30")),
            ("2021年11月", Some("2021-11-30")),
            ("2020—2021年", None),
            ("“十三五”期间", None),
            ("2021年13月", None),
        ];
        for (label, expected) in table {
            let period = Period::new(label).expect("the label is right");
            let last_day = Dated::of(&period).map(|it| it.last_day().to_string());
            assert_eq!(last_day.as_deref(), expected, "{label}");
        }
    }
}
