//! Dates as official documents print them.

use jiff::civil::Date;

/// A date such as 2022年5月20日: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4).
pub fn chinese_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::chinese_date;

    #[test]
    fn has_no_leading_zeros() {
        assert_eq!(chinese_date(date(2022, 5, 1)), "2022年5月1日");
    }
}
