//! Where a rule puts what it finds.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::source::Span;

use super::Rule;
use super::view::TextView;

/// How many findings of one rule in one file are kept; a broken file is not told ten thousand times.
const MOST: usize = 1000;

/// The findings of one rule in one text.
pub struct Findings<'a> {
    rule: &'static Rule,
    view: &'a TextView<'a>,
    found: &'a mut Vec<Diagnostic>,
    count: usize,
}

impl<'a> Findings<'a> {
    pub(super) fn new(
        rule: &'static Rule,
        view: &'a TextView<'a>,
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            rule,
            view,
            found,
            count: 0,
        }
    }

    /// Reports `range` with the rule's severity; what is said further goes into the finding.
    pub(crate) fn at(&mut self, range: Range<usize>, message: impl Into<String>) -> Finding<'_> {
        self.with(self.rule.severity, range, message)
    }

    /// Reports `range` as something that may be right as it stands.
    pub(crate) fn hint(&mut self, range: Range<usize>, message: impl Into<String>) -> Finding<'_> {
        self.with(Severity::Hint, range, message)
    }

    /// Reports `range` as something that should be looked at.
    pub(crate) fn warn(&mut self, range: Range<usize>, message: impl Into<String>) -> Finding<'_> {
        self.with(Severity::Warning.min(self.rule.severity), range, message)
    }

    /// Reports a place outside the text with the rule's severity.
    pub(crate) fn place(&mut self, place: Span, message: impl Into<String>) -> Finding<'_> {
        self.keep(diagnostic(self.rule, self.rule.severity, place, message))
    }

    fn with(
        &mut self,
        severity: Severity,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Finding<'_> {
        let place = self.view.span(range);
        self.keep(diagnostic(self.rule, severity, place, message))
    }

    fn keep(&mut self, diagnostic: Diagnostic) -> Finding<'_> {
        self.count += 1;
        let is_kept = self.count <= MOST;
        if is_kept {
            self.found.push(diagnostic);
        }
        let diagnostic = self.found.last_mut().filter(|_| is_kept);
        Finding {
            view: self.view,
            diagnostic,
        }
    }
}

impl Drop for Findings<'_> {
    /// Says how many findings were too many.
    fn drop(&mut self) {
        let left_out = self.count.saturating_sub(MOST);
        if let Some(last) = self.found.last_mut().filter(|_| left_out > 0) {
            last.hint = Some(format!("这里同样的问题还有{left_out}处，没有一一列出"));
        }
    }
}

pub(super) fn diagnostic(
    rule: &Rule,
    severity: Severity,
    place: Span,
    message: impl Into<String>,
) -> Diagnostic {
    match severity {
        Severity::Error => Diagnostic::error(rule.name, place, message),
        Severity::Warning => Diagnostic::warning(rule.name, place, message),
        Severity::Hint => Diagnostic::suggestion(rule.name, place, message),
    }
}

/// A finding to which more can be added.
pub(crate) struct Finding<'a> {
    view: &'a TextView<'a>,
    /// Absent if there were too many.
    diagnostic: Option<&'a mut Diagnostic>,
}

impl Finding<'_> {
    /// Says what to do.
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        if let Some(diagnostic) = self.diagnostic {
            diagnostic.hint = Some(hint.into());
            return Self {
                view: self.view,
                diagnostic: Some(diagnostic),
            };
        }
        self
    }

    /// Replaces `range` safely: nothing but the writer's slip changes. Inside 《》 it is never safe.
    pub(crate) fn replace(self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.edit(range, text.into(), true)
    }

    /// Replaces `range` if the writer agrees.
    pub(crate) fn suggest(self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.edit(range, text.into(), false)
    }

    fn edit(self, range: Range<usize>, text: String, is_safe: bool) -> Self {
        let Some(diagnostic) = self.diagnostic else {
            return self;
        };
        let is_safe = is_safe && !range.clone().any(|index| self.view.in_title(index));
        let span = self.view.span(range);
        let fix = diagnostic.fix.get_or_insert_with(|| Fix {
            edits: Vec::new(),
            is_safe,
        });
        fix.is_safe &= is_safe;
        fix.edits.push(Edit { span, text });
        Self {
            view: self.view,
            diagnostic: Some(diagnostic),
        }
    }
}
