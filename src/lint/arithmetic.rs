//! Sums, shares and growth with what rounding leaves open.

use rust_decimal::Decimal;

use super::view::numbers::Number;

/// All values that a printed number may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    /// The least.
    pub(crate) low: Decimal,
    /// The greatest.
    pub(crate) high: Decimal,
}

/// What a recomputed value says about the printed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They agree.
    Right,
    /// They agree if the printed value was cut off instead of rounded.
    Close,
    /// They do not agree.
    Wrong,
}

impl Interval {
    /// The values of a printed number.
    pub(crate) fn of(number: &Number, chars: &[char]) -> Option<Self> {
        let value = number.value(chars)?;
        let rounding = number.rounding(chars)?;
        Some(Self {
            low: value.checked_sub(rounding)?,
            high: value.checked_add(rounding)?,
        })
    }

    /// The values of two numbers beside each other: 4亿元 beside 3.2亿元 has a decimal too, a zero
    /// that nobody writes, and so have 5万亩 and 6万亩, which are told as they are counted.
    pub(crate) fn beside(one: &Number, other: &Number, chars: &[char]) -> Option<(Self, Self)> {
        let of = |number: &Number, beside: &Number| {
            let mut interval = Self::of(number, chars)?;
            let is_finer = number.decimal(chars)?.scale() == 0
                && beside.decimal(chars)?.scale() > 0
                && number.factor(chars) == beside.factor(chars);
            let is_bare =
                number.decimal(chars)?.scale() == 0 && beside.decimal(chars)?.scale() == 0;
            if is_finer || is_bare {
                let value = number.value(chars)?;
                let rounding = number.rounding(chars)?.checked_div(Decimal::TEN)?;
                (interval.low, interval.high) = (value - rounding, value + rounding);
            }
            Some(interval)
        };
        of(one, other).zip(of(other, one))
    }

    fn quotient(self, by: Self) -> Option<Self> {
        if by.low <= Decimal::ZERO || self.low < Decimal::ZERO {
            return None;
        }
        Some(Self {
            low: self.low.checked_div(by.high)?,
            high: self.high.checked_div(by.low)?,
        })
    }

    fn times(self, factor: Decimal) -> Option<Self> {
        Some(Self {
            low: self.low.checked_mul(factor)?,
            high: self.high.checked_mul(factor)?,
        })
    }

    /// The middle.
    pub(crate) fn middle(self) -> Decimal {
        (self.low + self.high) / Decimal::TWO
    }
}

/// How much `to` is above `from`, in per cent; below zero if it is less.
pub(crate) fn growth(from: Interval, to: Interval) -> Option<Interval> {
    let ratio = to.quotient(from)?.times(Decimal::ONE_HUNDRED)?;
    Some(Interval {
        low: ratio.low - Decimal::ONE_HUNDRED,
        high: ratio.high - Decimal::ONE_HUNDRED,
    })
}

/// How much `part` is of `whole`, in per cent.
pub(crate) fn share(part: Interval, whole: Interval) -> Option<Interval> {
    part.quotient(whole)?.times(Decimal::ONE_HUNDRED)
}

/// How much `part` is of `whole`, in per cent, by the printed numbers alone.
pub(crate) fn printed_share(part: &Number, whole: &Number, chars: &[char]) -> Option<Decimal> {
    let ratio = part.value(chars)?.checked_div(whole.value(chars)?)?;
    ratio.checked_mul(Decimal::ONE_HUNDRED)
}

/// Compares a printed number with what it should be.
pub(crate) fn verdict(printed: &Number, chars: &[char], should: Interval) -> Option<Verdict> {
    let value = printed.value(chars)?;
    let places = printed.decimal(chars)?.scale();
    // Half a unit is rounding; a whole one towards zero is cutting off.
    let unit = Decimal::new(1, places).checked_mul(
        value
            .checked_div(printed.decimal(chars)?)
            .unwrap_or(Decimal::ONE),
    )?;
    let half = unit / Decimal::TWO;
    let is_rounded = value + half >= should.low && value - half <= should.high;
    // What is a whole unit away is not cut off: 3 is printed as 3.
    let is_cut_off = match value.is_sign_negative() {
        true => value >= should.low && value - unit < should.high,
        false => value + unit > should.low && value <= should.high,
    };
    Some(match (is_rounded, is_cut_off) {
        (true, _) => Verdict::Right,
        (false, true) => Verdict::Close,
        (false, false) => Verdict::Wrong,
    })
}

/// Whether one wrong digit, two swapped ones or a shifted point make `printed` of what it should be.
pub(crate) fn is_misprint(printed: Decimal, should: Decimal) -> bool {
    let should = should.round_dp(printed.scale());
    let is_shifted = printed == should * Decimal::TEN || printed * Decimal::TEN == should;
    let digits = |value: Decimal| format!("{value:.*}", printed.scale() as usize);
    let (printed, should) = (digits(printed), digits(should));
    let pairs = || printed.bytes().zip(should.bytes());
    let differing = pairs().filter(|(one, other)| one != other).count();
    let mut sorted = [printed.clone().into_bytes(), should.clone().into_bytes()];
    sorted.iter_mut().for_each(|it| it.sort_unstable());
    let is_swapped = differing == 2 && sorted[0] == sorted[1];
    is_shifted || printed.len() == should.len() && (differing == 1 || is_swapped)
}

/// The sum of printed numbers.
pub(crate) fn sum<'n>(
    numbers: impl IntoIterator<Item = &'n Number>,
    chars: &[char],
) -> Option<Decimal> {
    let values = numbers.into_iter().map(|number| number.value(chars));
    values.sum()
}

/// Whether a difference is one digit and zeros, as one wrong digit makes it.
pub(crate) fn is_one_digit(difference: Decimal) -> bool {
    let digits = difference.abs().normalize().mantissa().to_string();
    digits.trim_end_matches('0').len() == 1
}

/// A value with at most `places` decimals, without zeros at the end.
pub(crate) fn plain(value: Decimal, places: u32) -> String {
    value.round_dp(places).normalize().to_string()
}

impl Interval {
    /// The values of both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }

    /// What is left of the values.
    pub(crate) fn minus(self, other: Self) -> Self {
        Self {
            low: self.low - other.high,
            high: self.high - other.low,
        }
    }

    /// The same values with the opposite sign.
    pub(crate) fn negated(self) -> Self {
        Self {
            low: -self.high,
            high: -self.low,
        }
    }

    /// A hundredth: a rate as a multiple.
    pub(crate) fn hundredth(self) -> Self {
        Self {
            low: self.low / Decimal::ONE_HUNDRED,
            high: self.high / Decimal::ONE_HUNDRED,
        }
    }

    /// How far the values of two intervals may be apart.
    pub(crate) fn distance(self, other: Self) -> Self {
        let difference = Self {
            low: self.low - other.high,
            high: self.high - other.low,
        };
        if difference.middle() < Decimal::ZERO {
            difference.negated()
        } else {
            difference
        }
    }
}
