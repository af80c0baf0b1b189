//! Intervals: what a rounded number may have been before it was rounded.

use rust_decimal::Decimal;

use super::quantity::Quantity;

/// All values from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

/// Units that count whole things: a whole number of them was not rounded.
const COUNTERS: [&str; 22] = [
    "个", "件", "家", "项", "人", "次", "起", "宗", "名", "所", "处", "条", "批", "户", "部", "份",
    "场", "位", "支", "只", "台", "座",
];

impl Interval {
    /// What a printed quantity may have been: half of its last digit to either side.
    ///
    /// A whole number of counted things is exact. Nothing if it has too many digits to reckon with.
    pub(super) fn of(quantity: &Quantity, unit: &str) -> Option<Self> {
        let value = quantity.value()?;
        let is_counted = COUNTERS.iter().any(|counter| unit.starts_with(counter));
        let half = if quantity.is_whole() && is_counted {
            Decimal::ZERO
        } else {
            quantity.half_of_last_digit()?
        };
        Self::around(value, half)
    }

    /// From `half` below to `half` above `value`.
    pub(super) fn around(value: Decimal, half: Decimal) -> Option<Self> {
        Some(Self {
            low: value.checked_sub(half)?,
            high: value.checked_add(half)?,
        })
    }

    /// What the sum of two may be.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    /// What the difference of two may be.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_sub(other.high)?,
            high: self.high.checked_sub(other.low)?,
        })
    }

    /// What the ratio of two may be, in percent; nothing unless `other` is above zero.
    pub(super) fn percent_of(self, other: Self) -> Option<Self> {
        if other.low <= Decimal::ZERO {
            return None;
        }
        let percent = |part: Decimal, whole: Decimal| {
            part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
        };
        let low = percent(self.low, other.low)?.min(percent(self.low, other.high)?);
        let high = percent(self.high, other.low)?.max(percent(self.high, other.high)?);
        Some(Self { low, high })
    }

    /// Whether a value lies in both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}
