//! Comments that allow something which is not there, have no reason or name no rule.

use crate::diagnostic::Severity;
use crate::lint::{Check, Rule};

/// Comments that allow something which is not there, have no reason or name no rule.
pub(crate) const UNUSED_SUPPRESSION: Rule = Rule {
    name: "unused-suppression",
    title: "允许注释没有用处",
    severity: Severity::Warning,
    check: Check::Suppressions,
    page: include_str!("unused_suppression.md"),
};
