//! Growth (同比): the change over the same period of the year before.

use std::fmt;

use rust_decimal::Decimal;

use super::interval::Interval;
use super::quantity::{Quantity, Scale};
use crate::source::Span;

/// Digits after the point of a derived growth, if the figure asks for no other number.
pub(super) const DEFAULT_DIGITS: u32 = 2;

/// Growth (同比) over the same period of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// In percent or in percentage points; negative if it fell.
    pub quantity: Quantity,
    /// In what.
    pub kind: GrowthKind,
    /// Where it was written, or where the value was that it was derived from.
    pub place: Span,
}

/// In what growth is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrowthKind {
    /// 41.6%.
    Percent,
    /// 1.2个百分点: the difference of two shares.
    Points,
}

impl GrowthKind {
    /// What stands after the number.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Points => "个百分点",
        }
    }
}

impl Growth {
    /// A growth as written: `41.6%` or `1.2个百分点`.
    pub fn parse(text: &str, place: Span) -> Option<Self> {
        let (quantity, unit) = Quantity::split(text)?;
        let kind = [GrowthKind::Percent, GrowthKind::Points]
            .into_iter()
            .find(|kind| kind.unit() == unit)?;
        (quantity.scale == Scale::One).then_some(Self {
            quantity,
            kind,
            place,
        })
    }

    /// The growth from `before` to `now`, rounded to `digits` after the point.
    ///
    /// Of two shares the difference in points, every digit kept unless `digits` asks for another
    /// number. Nothing unless `before` is above zero.
    pub(super) fn derive(
        now: &Quantity,
        before: &Quantity,
        kind: GrowthKind,
        digits: Option<u32>,
        place: Span,
    ) -> Option<Self> {
        let (now, before) = (now.value()?, before.value()?);
        let difference = now.checked_sub(before)?;
        let number = match kind {
            GrowthKind::Points => difference,
            GrowthKind::Percent if before <= Decimal::ZERO => return None,
            GrowthKind::Percent => difference
                .checked_mul(Decimal::ONE_HUNDRED)?
                .checked_div(before)?,
        };
        let scale = Scale::One;
        let quantity = Quantity { number, scale };
        let quantity = match (kind, digits) {
            (_, Some(digits)) => quantity.rounded(digits),
            (GrowthKind::Percent, None) => rounded_if_needed(quantity),
            (GrowthKind::Points, None) => quantity,
        };
        Some(Self {
            quantity,
            kind,
            place,
        })
    }

    /// As letters say it: 同比增长41.6%, 同比下降3.2%, 同比提高1.2个百分点, 同比持平.
    pub fn phrase(&self) -> String {
        let number = self.quantity.number;
        let verb = match self.kind {
            _ if number.is_zero() => return "同比持平".to_owned(),
            _ if number.is_sign_negative() => "下降",
            GrowthKind::Percent => "增长",
            GrowthKind::Points => "提高",
        };
        format!("同比{verb}{}{}", number.abs(), self.kind.unit())
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.quantity, self.kind.unit())
    }
}

/// What the growth from `before` to `now` may be, given how both were rounded.
pub(super) fn possible_growth(
    now: Interval,
    before: Interval,
    kind: GrowthKind,
) -> Option<Interval> {
    match kind {
        GrowthKind::Points => now.minus(before),
        GrowthKind::Percent => {
            let ratio = now.percent_of(before)?;
            let whole = Interval::around(Decimal::ONE_HUNDRED, Decimal::ZERO)?;
            ratio.minus(whole)
        }
    }
}

/// A rate that ends by itself keeps only its own digits: 25% and not 25.00%.
fn rounded_if_needed(rate: Quantity) -> Quantity {
    let rounded = rate.rounded(DEFAULT_DIGITS);
    if rounded.number == rate.number {
        let number = rate.number.normalize();
        return Quantity { number, ..rate };
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn place() -> Span {
        Span::file(&Source::new("a.yaml", ""))
    }

    fn phrase(text: &str) -> String {
        Growth::parse(text, place()).map_or_else(String::new, |growth| growth.phrase())
    }

    #[test]
    fn the_verb_follows_the_sign() {
        assert_eq!(phrase("41.6%"), "同比增长41.6%");
        assert_eq!(phrase("-3.20%"), "同比下降3.20%");
        assert_eq!(phrase("0%"), "同比持平");
        assert_eq!(phrase("0.00%"), "同比持平");
        assert_eq!(phrase("1.2个百分点"), "同比提高1.2个百分点");
        assert_eq!(phrase("-0.5个百分点"), "同比下降0.5个百分点");
        assert_eq!(phrase("41.6"), "");
    }

    #[test]
    fn derived_growth_is_rounded_half_up() {
        let derive = |now: &str, before: &str, kind, digits| {
            let quantity = |text| Quantity::parse(text).expect("the quantity is right");
            Growth::derive(&quantity(now), &quantity(before), kind, digits, place())
                .map(|growth| growth.to_string())
        };
        let percent = GrowthKind::Percent;
        assert_eq!(
            derive("1001", "707", percent, None).as_deref(),
            Some("41.58%")
        );
        assert_eq!(
            derive("1001", "707", percent, Some(1)).as_deref(),
            Some("41.6%")
        );
        assert_eq!(
            derive("15.5万", "110000", percent, None).as_deref(),
            Some("40.91%")
        );
        assert_eq!(derive("5", "0", percent, None), None);
        let points = GrowthKind::Points;
        assert_eq!(
            derive("99.51", "98.3", points, None).as_deref(),
            Some("1.21个百分点")
        );
    }
}
