//! What letters of a kind must say, as far as it depends on the kind.

use super::form::OutcomeRule;

/// What letters of a kind must say beside what all letters must.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KindNeeds {
    /// Whether they go to those who made the proposal (提案者).
    pub proposers: bool,
    /// Whether they go to the lead unit (主办单位).
    pub lead_unit: bool,
    /// Whether they carry an outcome class (办理结果分类).
    pub outcome: OutcomeRule,
    /// Whether several issuers sign (联合行文).
    pub issuers: bool,
    /// Whether several proposals were handled together (并案).
    pub merged_with: bool,
    /// Whether an earlier reply is named (前次答复).
    pub previous_reply: bool,
}
