//! Quantities (数值): decimals with the digits they were written with.

use rust_decimal::Decimal;

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
