//! Numbers in Arabic digits with what stands around them.

mod approximation;
mod digits;
mod kind;
mod units;

use std::ops::Range;

use rust_decimal::Decimal;

use approximation::{approximate_after, is_approximate_before};
use digits::{digits_end, multiplier_end};
use kind::{hyphenated, kind};
use units::unit_end;

pub(crate) use approximation::NO_APPROXIMATION;

/// A number in Arabic digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The digits, with decimal point and separators of thousands.
    pub(crate) digits: Range<usize>,
    /// 万, 亿, 百万 and so on after the digits; empty if there is none.
    pub(crate) multiplier: Range<usize>,
    /// The unit, % and 个百分点 included; empty if there is none.
    pub(crate) unit: Range<usize>,
    /// Whether 约, 超过, 多, 以上 or the like makes it inexact.
    pub(crate) is_approximate: bool,
    /// What it is.
    pub(crate) kind: NumberKind,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// A quantity, a year, an ordinal: something that is counted.
    Plain,
    /// A part of a name, a number of a standard, a telephone number, a version, a long code.
    Code,
}

impl Number {
    /// Digits, multiplier and unit.
    #[inline]
    pub(crate) fn range(&self) -> Range<usize> {
        self.digits.start..self.unit.end
    }

    /// The digits as written, without multiplier; nothing if there are more than any figure has.
    ///
    /// With [`Number::value`] this is what keeps the arithmetic of the rules from overflowing: the ratio
    /// of two values, in hundredths of per cent, is far below what a decimal can hold.
    pub(crate) fn decimal(&self, chars: &[char]) -> Option<Decimal> {
        let written = &chars[self.digits.clone()];
        let decimal = (written.len() <= MOST_DIGITS).then(|| short_decimal(written));
        decimal.filter(|decimal| decimal.scale() <= MOST_DECIMALS)
    }

    /// The value with its multiplier; nothing beyond ten quadrillions (一亿亿), which no reply tells of.
    pub(crate) fn value(&self, chars: &[char]) -> Option<Decimal> {
        let value = self.decimal(chars)?;
        // Most numbers are far below any bound.
        if self.multiplier.is_empty() && self.digits.len() < MOST_DIGITS - 2 && !value.is_zero() {
            return Some(value);
        }
        let factor = self.factor(chars);
        let value = value.checked_mul(factor)?;
        (value <= GREATEST && factor <= GREATEST_FACTOR).then_some(value)
    }

    /// Half a unit of the last written digit, with the multiplier: the number may be off by it.
    pub(crate) fn rounding(&self, chars: &[char]) -> Option<Decimal> {
        let scale = self.decimal(chars)?.scale();
        let factor = self.factor(chars);
        // An exact count is not rounded; 15.5万 is.
        if scale == 0 && factor == Decimal::ONE {
            return Some(Decimal::ZERO);
        }
        Decimal::new(5, scale + 1).checked_mul(factor)
    }

    /// What one of the digits before the multiplier counts: 10,000 in 3.5万.
    pub(crate) fn factor(&self, chars: &[char]) -> Decimal {
        let factors = chars[self.multiplier.clone()].iter().map(|c| match c {
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 1_i64,
        });
        Decimal::from(factors.fold(1_i64, i64::saturating_mul))
    }

    /// The unit's characters.
    #[inline]
    pub(crate) fn unit<'a>(&self, chars: &'a [char]) -> &'a [char] {
        &chars[self.unit.clone()]
    }

    /// Whether it is an amount that is told exactly, with its unit: neither a range nor 约3家.
    #[inline]
    pub(crate) fn is_exact_amount(&self) -> bool {
        !self.is_approximate && self.kind == NumberKind::Plain && !self.unit.is_empty()
    }

    /// Whether the unit is %.
    #[inline]
    pub(crate) fn is_percent(&self, chars: &[char]) -> bool {
        self.unit(chars) == ['%']
    }

    /// Whether the unit is 个百分点.
    #[inline]
    pub(crate) fn is_points(&self, chars: &[char]) -> bool {
        self.unit(chars) == ['个', '百', '分', '点']
    }

    /// Whether the number is a year in four digits.
    #[inline]
    pub(crate) fn is_year(&self, chars: &[char]) -> bool {
        self.unit(chars).first() == Some(&'年')
            && self.digits.len() == 4
            && matches!(chars[self.digits.start], '1' | '2')
    }
}

/// So many digits are fewer than an `i64` has.
const MOST_DIGITS: usize = 18;

/// More decimals than a figure has.
const MOST_DECIMALS: u32 = 8;

/// 10^16 and 10^12 (万亿).
const GREATEST: Decimal = Decimal::from_parts(1_874_919_424, 2_328_306, 0, false, 0);
const GREATEST_FACTOR: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

/// The value of a few digits with a decimal point or separators: rules ask for it again and again.
fn short_decimal(written: &[char]) -> Decimal {
    let digits = written.iter().filter_map(|digit| digit.to_digit(10));
    let value = digits.fold(0, |value, digit| value * 10 + i64::from(digit));
    let point = written.iter().position(|it| *it == '.');
    let scale = point.map_or(0, |point| written.len() - point - 1);
    Decimal::new(value, u32::try_from(scale).unwrap_or(0))
}

/// Finds the numbers of a text.
pub(super) fn numbers(chars: &[char]) -> Vec<Number> {
    // One in sixteen characters of a reply full of figures begins a number.
    let mut numbers = Vec::with_capacity(chars.len() / 16);
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let number = number(chars, at, numbers.last());
        at = number.digits.end;
        numbers.push(number);
    }
    numbers
}

fn number(chars: &[char], start: usize, previous: Option<&Number>) -> Number {
    let end = digits_end(chars, start);
    let kind = match hyphenated(chars, start, end, previous) {
        Some(kind) => kind,
        None => kind(chars, start, end),
    };
    let multiplier_end = multiplier_end(chars, end);
    let approximate = approximate_after(chars, multiplier_end);
    let unit_start = multiplier_end + approximate;
    let unit_end = match kind {
        NumberKind::Plain => unit_end(chars, unit_start),
        NumberKind::Code => unit_start,
    };
    let is_approximate = approximate > 0
        || approximate_after(chars, unit_end) > 0
        || is_approximate_before(chars, start)
        || is_half_of_decimal(chars, start, end);
    Number {
        digits: start..end,
        multiplier: end..multiplier_end,
        unit: unit_start..unit_end,
        is_approximate,
        kind,
    }
}

/// 13·4 is a decimal with a wrong point: neither side alone is its value.
fn is_half_of_decimal(chars: &[char], start: usize, end: usize) -> bool {
    let is_point = |at: usize| chars.get(at) == Some(&'·');
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let follows = start >= 2 && is_point(start - 1) && is_digit(start - 2);
    follows || is_point(end) && is_digit(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, NumberKind, String)> {
        let chars: Vec<char> = text.chars().collect();
        let text_of = |range: Range<usize>| chars[range].iter().collect::<String>();
        let found = numbers(&chars);
        found
            .iter()
            .map(|n| (text_of(n.digits.clone()), n.kind, text_of(n.unit.clone())))
            .collect()
    }

    #[test]
    fn what_no_figure_is_has_no_value() {
        let value = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let number = numbers(&chars).remove(0);
            number.value(&chars).map(|value| value.to_string())
        };
        assert_eq!(value("3.50万亿元").as_deref(), Some("3500000000000.00"));
        assert_eq!(value("10000万亿元").as_deref(), Some("10000000000000000"));
        for text in [
            "10001万亿元",
            "1亿亿亿元",
            "0.000000001元",
            "1234567890123456789元",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn quantities_have_units() {
        let plain =
            |digits: &str, unit: &str| (digits.to_owned(), NumberKind::Plain, unit.to_owned());
        assert_eq!(read("16.09件/万人"), [plain("16.09", "件/万人")]);
        assert_eq!(
            read("15.5万件，增1.2个百分点"),
            [plain("15.5", "件"), plain("1.2", "个百分点")]
        );
        assert_eq!(read("12,345.6元"), [plain("12,345.6", "元")]);
    }

    #[test]
    fn codes_are_not_quantities() {
        for text in ["GB/T 9704", "PM2.5", "027-12345678", "v1.2.3"] {
            assert!(
                read(text).iter().all(|n| n.1 == NumberKind::Code),
                "{text}: {:?}",
                read(text)
            );
        }
    }

    #[test]
    fn values_carry_multiplier_and_rounding() {
        let chars: Vec<char> = "15.5万件".chars().collect();
        let number = &numbers(&chars)[0];
        assert_eq!(number.value(&chars), Some(Decimal::from(155_000)));
        assert_eq!(number.rounding(&chars), Some(Decimal::from(500)));
    }
}
