//! What no template may have, so that it always ends and stays small.

use std::ops::Range;

/// Something that is refused so that a template always ends and stays small.
#[derive(Debug, Clone)]
pub(in crate::render) struct Refusal {
    /// What is refused.
    pub(in crate::render) reason: RefusalReason,
    /// Its bytes.
    pub(in crate::render) range: Range<usize>,
}

/// Why a tag is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum RefusalReason {
    /// The word for nothing, which prints as nothing.
    Nothing,
    /// A loop inside a loop inside a loop.
    LoopTooDeep,
    /// A loop over something that is no list, such as the characters of a text.
    LoopOver,
    /// Components and macros can call each other without end; other templates have more tags.
    Unsupported,
    /// A variable that outlives its loop can grow without end.
    SetGlobal,
    /// A new variable that holds another new one twice doubles its size.
    Doubling,
    /// Loops that together take too many turns.
    TooManyTurns,
    /// More blocks in each other than a stack holds.
    BlocksTooDeep,
    /// More brackets in each other than a stack holds.
    BracketsTooDeep,
    /// An expression of more steps than a stack holds.
    ExpressionTooLong,
}

impl RefusalReason {
    pub(super) fn is_too_deep(self) -> bool {
        matches!(
            self,
            Self::BlocksTooDeep | Self::BracketsTooDeep | Self::ExpressionTooLong
        )
    }
}
