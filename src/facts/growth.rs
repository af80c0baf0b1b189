//! Growth (同比): the change over the same period of the year before.

use super::quantity::Quantity;
use crate::source::Span;

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
