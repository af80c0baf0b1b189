//! Periods (期间): what a figure's value holds for.

use std::fmt;

/// A period's label (期间) as written, such as 2021年 or 2021年上半年.
///
/// Never empty; no white space and none of `()[]<>:@`, because it is part of a link's address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(String);

impl Period {
    /// Takes a label.
    ///
    /// # Errors
    /// Gives the first character that a label cannot hold, or nothing if the label is empty.
    pub fn new(label: &str) -> Result<Self, Option<char>> {
        let offender = |character: &char| {
            let is_mark = matches!(
                character,
                '(' | ')' | '[' | ']' | '<' | '>' | ':' | '@' | '\\'
            );
            is_mark || character.is_whitespace() || character.is_control()
        };
        match label.chars().find(offender) {
            Some(character) => Err(Some(character)),
            None if label.is_empty() => Err(None),
            None => Ok(Self(label.to_owned())),
        }
    }

    /// The label.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same period a year before (上年同期): the first four-digit year minus one.
    ///
    /// A second year in the label goes back too: 2020—2021年 is 2019—2020年 a year before. Nothing
    /// if the label has no year.
    pub fn year_before(&self) -> Option<Self> {
        self.shifted(|year| year - 1)
    }

    /// The same period a year later.
    pub fn year_after(&self) -> Option<Self> {
        self.shifted(|year| year + 1)
    }

    fn shifted(&self, shift: fn(u16) -> u16) -> Option<Self> {
        let mut before = String::with_capacity(self.0.len());
        let mut has_year = false;
        for run in digit_runs(&self.0) {
            match run.parse::<u16>() {
                Ok(year) if run.len() == 4 && (1001..9999).contains(&year) => {
                    has_year = true;
                    before.push_str(&shift(year).to_string());
                }
                _ => before.push_str(run),
            }
        }
        has_year.then_some(Self(before))
    }
}

/// The label in pieces that are all ASCII digits or hold none.
fn digit_runs(label: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = label;
    while let Some(first) = rest.chars().next() {
        let is_digits = first.is_ascii_digit();
        let end = rest
            .find(|character: char| character.is_ascii_digit() != is_digits)
            .unwrap_or(rest.len());
        runs.push(&rest[..end]);
        rest = &rest[end..];
    }
    runs
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year_before(label: &str) -> Option<String> {
        let period = Period::new(label).expect("the label is right");
        period.year_before().map(|period| period.to_string())
    }

    #[test]
    fn the_year_before_keeps_the_rest_of_the_label() {
        assert_eq!(year_before("2021年").as_deref(), Some("2020年"));
        assert_eq!(year_before("2021年1—6月").as_deref(), Some("2020年1—6月"));
        assert_eq!(year_before("2020—2021年").as_deref(), Some("2019—2020年"));
        assert_eq!(year_before("“十三五”期间"), None);
    }

    #[test]
    fn a_label_that_would_break_a_link_is_refused() {
        assert_eq!(Period::new("2021 年"), Err(Some(' ')));
        assert_eq!(
            Period::new("2021年（上）"),
            Ok(Period("2021年（上）".to_owned()))
        );
        assert_eq!(Period::new("2021年(上)"), Err(Some('(')));
        assert_eq!(Period::new(""), Err(None));
    }
}
