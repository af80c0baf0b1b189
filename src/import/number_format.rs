//! Number formats (数字格式) of workbooks: a stored number as the text that the sheet shows.
//!
//! The digits are what was published: 0.416 in `0.0%` is 41.6%. ECMA-376 Part 1, 18.8.31.

use std::iter::Peekable;
use std::str::Chars;

use rust_decimal::{Decimal, RoundingStrategy};

/// A number as its format shows it, without separators of thousands.
///
/// Nothing for formats that show something else than the number's own digits: fractions, powers of
/// ten, conditions, digits with text between them.
pub(super) fn shown(value: Decimal, format: &str) -> Option<String> {
    let sections = sections(format);
    let text = section_for(value, &sections);
    let is_hidden = sections.len() > 1 && text.trim().is_empty();
    let section = Section::parse(text).filter(|_| !is_hidden)?;
    if section.has_sign && value.is_sign_positive() && !value.is_zero() {
        return None;
    }
    let Some(digits) = section.digits(value.abs())? else {
        return Some(value.normalize().to_string());
    };
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value.is_sign_negative() && !is_zero {
        "-"
    } else {
        ""
    };
    let is_percent = section.percents > 0;
    let percent = if is_percent { "%" } else { "" };
    let (before, after) = (section.before.trim(), section.after.trim());
    Some(format!("{before}{sign}{digits}{percent}{after}"))
}

/// One of the parts of a format that `;` separates.
#[derive(Debug, Default)]
struct Section {
    /// Text before the digits, without signs and brackets.
    before: String,
    /// Text behind the digits.
    after: String,
    /// Whether the number stands in it as it is stored.
    is_general: bool,
    has_digits: bool,
    has_point: bool,
    /// Whether something stands behind the digits.
    is_closed: bool,
    /// Whether a minus or a bracket stands before the digits.
    has_sign: bool,
    /// Digits after the point that are always shown.
    least: u32,
    /// Digits after the point that are shown if they are not zero.
    most: u32,
    /// How often the number is divided by a thousand.
    thousands: u32,
    /// How often the number is multiplied by a hundred.
    percents: u32,
}

impl Section {
    /// Nothing for what is not understood.
    fn parse(text: &str) -> Option<Self> {
        if is_general(text) {
            let is_general = true;
            return Some(Self {
                is_general,
                ..Self::default()
            });
        }
        let mut section = Self::default();
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '0' | '#' | '?' => section.placeholder(character)?,
                '.' => section.point()?,
                ',' => section.comma(characters.peek().copied())?,
                '%' => section.percent(),
                '"' => section.quoted(&mut characters)?,
                '\\' => section.literal(characters.next()?)?,
                '_' | '*' => drop(characters.next()?),
                '[' => section.bracket(&mut characters)?,
                letter if letter.is_ascii_alphabetic() => return None,
                '/' | '@' => return None,
                other => section.literal(other)?,
            }
        }
        section.has_digits.then_some(section)
    }

    /// The digits as they are shown; nothing inside if they are as stored.
    fn digits(&self, value: Decimal) -> Option<Option<String>> {
        if self.is_general {
            return Some(None);
        }
        let mut value = value;
        for _ in 0..self.percents {
            value = value.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        for _ in 0..self.thousands {
            value = value.checked_div(Decimal::ONE_THOUSAND)?;
        }
        let strategy = RoundingStrategy::MidpointAwayFromZero;
        let mut shown = value
            .round_dp_with_strategy(self.most, strategy)
            .normalize();
        if shown.scale() < self.least {
            shown.rescale(self.least);
        }
        Some(Some(shown.to_string()))
    }

    fn placeholder(&mut self, character: char) -> Option<()> {
        if self.is_closed || self.thousands > 0 {
            return None;
        }
        self.has_digits = true;
        if self.has_point {
            self.most += 1;
            if character == '0' {
                self.least = self.most;
            }
        }
        Some(())
    }

    fn point(&mut self) -> Option<()> {
        let is_second = self.has_point || self.is_closed;
        self.has_point = true;
        (!is_second).then_some(())
    }

    /// Between digits it separates thousands, behind them it divides by a thousand.
    fn comma(&mut self, next: Option<char>) -> Option<()> {
        let is_between = matches!(next, Some('0' | '#' | '?'));
        if self.has_digits && !is_between {
            self.thousands += 1;
        }
        (!self.is_closed && self.thousands < 5).then_some(())
    }

    fn percent(&mut self) {
        self.percents += 1;
        self.is_closed = self.has_digits;
    }

    fn quoted(&mut self, characters: &mut Peekable<Chars<'_>>) -> Option<()> {
        loop {
            match characters.next()? {
                '"' => return Some(()),
                character => self.push(character),
            }
        }
    }

    /// A single character that stands for itself.
    fn literal(&mut self, character: char) -> Option<()> {
        self.is_closed = self.has_digits;
        match character {
            // The sign is the number's own; brackets and currency signs say nothing more.
            '-' | '(' => self.has_sign |= !self.has_digits,
            '+' | ')' | ' ' | '¥' | '￥' | '$' => {}
            '.' | ',' | '0'..='9' => return None,
            other => self.push(other),
        }
        Some(())
    }

    fn push(&mut self, character: char) {
        self.is_closed = self.has_digits;
        let side = if self.has_digits {
            &mut self.after
        } else {
            &mut self.before
        };
        side.push(character);
    }

    /// Colours, locales and currency signs; nothing for conditions and Chinese digits.
    fn bracket(&mut self, characters: &mut Peekable<Chars<'_>>) -> Option<()> {
        let mut content = String::new();
        loop {
            match characters.next()? {
                ']' => break,
                character => content.push(character),
            }
        }
        let is_condition = content.starts_with(['<', '>', '=']);
        let is_time = matches!(
            content.to_ascii_lowercase().as_str(),
            "h" | "m" | "s" | "hh"
        );
        let is_numeral = content.starts_with("DBNum");
        (!is_condition && !is_time && !is_numeral).then_some(())
    }
}

fn is_general(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text == "@" || text.eq_ignore_ascii_case("general") || text == "G/通用格式"
}

/// The second section is for negative numbers, the third for zero if it shows digits at all.
fn section_for<'f>(value: Decimal, sections: &[&'f str]) -> &'f str {
    let shows_digits = |text: &&&str| text.contains(['0', '#', '?']);
    let own = if value.is_zero() {
        sections.get(2).filter(shows_digits)
    } else if value.is_sign_negative() {
        sections.get(1)
    } else {
        None
    };
    own.or(sections.first()).copied().unwrap_or_default()
}

/// The parts between semicolons that are not quoted.
fn sections(format: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let (mut start, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, character) in format.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if !is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                sections.push(&format[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&format[start..]);
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_with_the_digits_of_their_format() {
        let cases = [
            ("0.416", "General", "0.416"),
            ("0.416", "0.0%", "41.6%"),
            ("0.41583", "0.0%", "41.6%"),
            ("0.416", "0.00%", "41.60%"),
            ("-0.032", "0.0%", "-3.2%"),
            ("1001", "#,##0", "1001"),
            ("1001.5", "#,##0.00", "1001.50"),
            ("1001.5", "0.0##", "1001.5"),
            ("2.5", "0", "3"),
            ("0", "0.00", "0.00"),
            ("-0.001", "0.0", "0.0"),
            ("6185", "0\"万元\"", "6185万元"),
            ("6185", "0万元", "6185万元"),
            ("61850000", "#,##0,", "61850"),
            ("41.6", "0.0\"%\"", "41.6%"),
            ("84", "\"超过\"0\"万件\"", "超过84万件"),
            ("-5", "#,##0.00_);[Red]\\(#,##0.00\\)", "-5.00"),
            ("-5", "0;[Red]0", "-5"),
            ("0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "0"),
            (
                "1001",
                "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
                "1001",
            ),
            ("12.5", "¥#,##0.00", "12.50"),
            ("12.5", "[$￥-804]#,##0.00", "12.50"),
            ("007", "@", "7"),
        ];
        for (value, format, expected) in cases {
            let value = Decimal::from_str_exact(value).expect("a number");
            assert_eq!(shown(value, format).as_deref(), Some(expected), "{format}");
        }
    }

    #[test]
    fn formats_that_hide_the_digits_are_refused() {
        for format in [
            "0.00E+00",
            "# ?/?",
            "[>=10000]0.0,\"万\";0",
            "0\\.0,",
            "000-0000",
            "[DBNum1]0",
            "\"保密\"",
            ";;;",
            "0\"",
            "-0",
        ] {
            assert_eq!(shown(Decimal::from(10_000), format), None, "{format}");
        }
    }
}
