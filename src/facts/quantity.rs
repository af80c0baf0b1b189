//! Quantities (数值): decimals with the digits they were written with.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

/// A decimal as written, with its scale word: 41.60 keeps its zero, 15.5万 its 万.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// In units of the scale; its own scale is the number of digits after the point.
    pub number: Decimal,
    /// The scale word.
    pub scale: Scale,
}

/// Scale words (数量级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// No word.
    One,
    /// 万.
    TenThousand,
    /// 亿.
    HundredMillion,
    /// 万亿.
    Trillion,
}

impl Scale {
    /// The longest word first, so that 万亿 is not taken for 万.
    const WORDS: [(&'static str, Self); 3] = [
        ("万亿", Self::Trillion),
        ("万", Self::TenThousand),
        ("亿", Self::HundredMillion),
    ];

    /// The word; empty for [`Scale::One`].
    pub fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, scale)| *scale == self)
            .map_or("", |(word, _)| word)
    }

    /// The scale word at the head of `text`, and what comes after it.
    pub fn split(text: &str) -> (Self, &str) {
        Self::WORDS
            .iter()
            .find_map(|(word, scale)| Some((*scale, text.strip_prefix(word)?)))
            .unwrap_or((Self::One, text))
    }

    /// The scale of a power of ten, if it has a word.
    pub fn of_exponent(exponent: i32) -> Option<Self> {
        let all = [
            Self::One,
            Self::TenThousand,
            Self::HundredMillion,
            Self::Trillion,
        ];
        all.into_iter().find(|scale| scale.exponent() == exponent)
    }

    /// The power of ten that the word stands for.
    pub fn exponent(self) -> i32 {
        match self {
            Self::One => 0,
            Self::TenThousand => 4,
            Self::HundredMillion => 8,
            Self::Trillion => 12,
        }
    }
}

impl Quantity {
    /// A quantity at the head of `text`, and what comes after it.
    ///
    /// Nothing if there is no number, or one with zeros in front or more than 28 digits.
    pub fn split(text: &str) -> Option<(Self, &str)> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let whole = unsigned.len() - unsigned.trim_start_matches(is_digit).len();
        let rest = &unsigned[whole..];
        let has_zero_in_front = whole > 1 && unsigned.starts_with('0');
        if whole == 0 || has_zero_in_front {
            return None;
        }
        let rest = match rest.strip_prefix('.') {
            Some(fraction) if fraction.starts_with(is_digit) => {
                fraction.trim_start_matches(is_digit)
            }
            _ => rest,
        };
        let number = Decimal::from_str_exact(&text[..text.len() - rest.len()]).ok()?;
        let (scale, rest) = Scale::split(rest);
        Some((Self { number, scale }, rest))
    }

    /// A quantity that is all of `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::split(text)
            .filter(|(_, rest)| rest.is_empty())
            .map(|(quantity, _)| quantity)
    }

    /// A whole number.
    pub fn whole(number: u64) -> Self {
        Self {
            number: Decimal::from(number),
            scale: Scale::One,
        }
    }

    /// The value in units of one; nothing if it has more than 28 digits.
    pub fn value(&self) -> Option<Decimal> {
        self.in_scale(Scale::One).map(|quantity| quantity.number)
    }

    /// The same value with another scale word, every digit kept.
    ///
    /// A whole number's final zeros are not put after the point. Nothing if it would have more than
    /// 28 digits.
    pub fn in_scale(&self, scale: Scale) -> Option<Self> {
        let shift = self.scale.exponent() - scale.exponent();
        let written = self.number.scale() as i32;
        let (mut mantissa, mut digits) = (self.number.mantissa(), written - shift);
        while written == 0 && digits > 0 && mantissa % 10 == 0 {
            (mantissa, digits) = (mantissa / 10, digits - 1);
        }
        while digits < 0 {
            (mantissa, digits) = (mantissa.checked_mul(10)?, digits + 1);
        }
        let digits = u32::try_from(digits).ok()?;
        let number = Decimal::try_from_i128_with_scale(mantissa, digits).ok()?;
        Some(Self { number, scale })
    }

    /// The quantity times what a scale word stands for, such as that of its unit 亿元.
    pub(super) fn times(&self, scale: Scale) -> Option<Self> {
        let factor =
            Decimal::try_from_i128_with_scale(10_i128.pow(scale.exponent().unsigned_abs()), 0);
        let number = self
            .in_scale(Scale::One)?
            .number
            .checked_mul(factor.ok()?)?;
        Some(Self {
            number: number.normalize(),
            scale: Scale::One,
        })
    }

    /// The value with exactly `digits` after the point, halves away from zero (四舍五入).
    pub fn rounded(&self, digits: u32) -> Self {
        let mut number = self
            .number
            .round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        number.rescale(digits);
        Self { number, ..*self }
    }

    /// Whether it is written with neither scale word nor digits after the point.
    pub fn is_whole(&self) -> bool {
        self.scale == Scale::One && self.number.scale() == 0
    }

    /// Half of the last written digit's worth, in units of one.
    pub fn half_of_last_digit(&self) -> Option<Decimal> {
        let number = Decimal::try_new(5, self.number.scale() + 1).ok()?;
        let scale = self.scale;
        Self { number, scale }.value()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.number, self.scale.word())
    }
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::parse(text).expect("the quantity is right")
    }

    #[test]
    fn quantities_print_as_they_were_written() {
        for text in [
            "1001",
            "41.60",
            "15.5万",
            "0.30",
            "-3.2",
            "84万",
            "1.20万亿",
            "0",
        ] {
            assert_eq!(quantity(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_plain_number_is_refused() {
        for text in [
            "", "1001件", "1,001", "007", "1.", ".5", "+5", "1e3", "１", "万", "一",
        ] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
        assert_eq!(Quantity::parse(&"9".repeat(40)), None);
    }

    #[test]
    fn conversion_keeps_every_digit() {
        let convert = |text: &str, scale| quantity(text).in_scale(scale).map(|it| it.to_string());
        let table = [
            ("15.5万", Scale::One, "155000"),
            ("155000", Scale::TenThousand, "15.5万"),
            ("123456", Scale::TenThousand, "12.3456万"),
            ("84万", Scale::HundredMillion, "0.0084亿"),
            ("1.20亿", Scale::TenThousand, "12000万"),
            ("50.26亿", Scale::One, "5026000000"),
            ("1.5万亿", Scale::HundredMillion, "15000亿"),
        ];
        for (text, scale, expected) in table {
            assert_eq!(convert(text, scale).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn rounding_takes_halves_up_and_fills_with_zeros() {
        assert_eq!(quantity("0.125").rounded(2).to_string(), "0.13");
        assert_eq!(quantity("-0.125").rounded(2).to_string(), "-0.13");
        assert_eq!(quantity("12.5万").rounded(0).to_string(), "13万");
        assert_eq!(quantity("3").rounded(2).to_string(), "3.00");
    }
}
