//! Rules over the facts and all letters of a workspace.

use std::collections::BTreeSet;

use super::findings::diagnostic;
use super::{Check, LintConfig, RULES, Rule};
use crate::diagnostic::Diagnostic;
use crate::facts::{Facts, Period};
use crate::source::Span;

/// A workspace as its rules see it.
#[derive(Debug)]
pub struct WorkspaceView<'a> {
    /// The figures and measures.
    pub facts: &'a Facts,
    /// The letters that could be printed.
    pub letters: &'a [LetterSummary],
    /// Whether these are all letters, so that what they do not use is used by none.
    pub is_complete: bool,
}

/// What the rules need to know of one letter.
#[derive(Debug, Clone)]
pub struct LetterSummary {
    /// The letter's id.
    pub id: String,
    /// The figures that it prints, by id.
    pub figures: BTreeSet<String>,
    /// The measures that it names, by id.
    pub measures: BTreeSet<String>,
    /// Statistics that were typed in prose.
    pub typed: Vec<TypedNumber>,
}

/// A number with a unit that was typed in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedNumber {
    /// The words right before it; may be empty.
    pub phrase: String,
    /// Digits and multiplier, as typed.
    pub number: String,
    /// The unit; may be empty.
    pub unit: String,
    /// The letter's period.
    pub period: Period,
    /// Where it was typed.
    pub place: Span,
}

/// The findings of one rule in a workspace.
pub struct WorkspaceFindings<'a> {
    rule: &'static Rule,
    found: &'a mut Vec<Diagnostic>,
}

impl WorkspaceFindings<'_> {
    /// Reports a place with the rule's severity.
    pub(crate) fn at(&mut self, place: Span, message: impl Into<String>, hint: &str) {
        self.add(place, message, hint, None);
    }

    /// Reports a place and shows a second one.
    pub(crate) fn beside(
        &mut self,
        place: Span,
        message: impl Into<String>,
        hint: &str,
        other: (Span, &str),
    ) {
        self.add(place, message, hint, Some(other));
    }

    fn add(
        &mut self,
        place: Span,
        message: impl Into<String>,
        hint: &str,
        other: Option<(Span, &str)>,
    ) {
        let found = diagnostic(self.rule, self.rule.severity, place, message).with_hint(hint);
        self.found.push(match other {
            Some((span, message)) => found.with_label(span, message),
            None => found,
        });
    }
}

/// Runs the rules for workspaces; comments that allow something aside.
pub fn workspace(view: &WorkspaceView<'_>, config: &LintConfig) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES.iter().copied().filter(|rule| config.runs(rule)) {
        if let Check::Workspace(check) = rule.check {
            let findings = &mut WorkspaceFindings {
                rule,
                found: &mut found,
            };
            check(view, findings);
        }
    }
    config.settle(&mut found);
    found
}
