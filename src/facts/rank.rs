//! Ranks (位次): 全国第二位.

use crate::source::Span;

/// A rank (位次) such as 全国第二位.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// Among whom, such as 全国; may be empty.
    pub among: String,
    /// From 1.
    pub place_number: u64,
    /// 位 or 名.
    pub counter: String,
    /// As written.
    pub text: String,
    /// Where it was written.
    pub place: Span,
}
