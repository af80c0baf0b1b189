//! What the program has to say to the writer about facts, templates, wording or the page.
//!
//! A [`Diagnostic`] has a place in a file that the writer can edit. It never stops the next one:
//! stages push into a [`Sink`] and go on with what can still be said.

mod fix;
mod once;
pub mod render;

use std::cmp::Ordering;

use crate::source::Span;

pub use fix::{Edit, Fix, apply_fixes};
pub use once::once;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 提示: may be right as it stands.
    Hint,
    /// 警告: should be looked at; the letter is built.
    Warning,
    /// 错误: the letter is not built.
    Error,
}

impl Severity {
    /// The word that a user reads.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Hint => "提示",
        }
    }
}

/// A second place that helps to understand the first, such as the first of two equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be seen there, in Chinese.
    pub message: String,
}

/// One message to the writer about content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name in kebab-case, such as `unknown-key`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in Chinese, with the found value in “”; one sentence, no full stop.
    pub message: String,
    /// Where; an empty span at a file's start concerns the file as a whole.
    pub place: Span,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do, in Chinese.
    pub hint: Option<String>,
    /// The clause or document that asks for it.
    pub note: Option<String>,
    /// What would mend it.
    pub fix: Option<Fix>,
    /// What was printed that it is about, if the place may be that of a tag that printed it.
    pub printed: Option<String>,
    /// Ids of the letters that are not built because of it, if it stands in a file that letters share.
    pub letters: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic that stops its letter from being built.
    pub fn error(rule: &'static str, place: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Error, place, message)
    }

    /// A diagnostic that should be looked at.
    pub fn warning(rule: &'static str, place: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Warning, place, message)
    }

    /// A diagnostic about what may be right as it stands.
    pub fn suggestion(rule: &'static str, place: Span, message: impl Into<String>) -> Self {
        Self::new(rule, Severity::Hint, place, message)
    }

    fn new(
        rule: &'static str,
        severity: Severity,
        place: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            place,
            labels: Vec::new(),
            hint: None,
            note: None,
            fix: None,
            printed: None,
            letters: Vec::new(),
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the clause or document that asks for it.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn with_label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// Adds what was printed.
    #[must_use]
    pub fn about(mut self, printed: impl Into<String>) -> Self {
        self.printed = Some(printed.into());
        self
    }

    /// Adds a letter that is not built because of it.
    #[must_use]
    pub fn stopping(mut self, letter: &str) -> Self {
        self.letters.push(letter.to_owned());
        self
    }

    /// The order in which diagnostics are shown: by file, place, then rule.
    pub fn reading_order(&self, other: &Self) -> Ordering {
        let (own, others) = (self.place.source(), other.place.source());
        let place = |diagnostic: &Self| {
            let range = diagnostic.place.range();
            (range.start, range.end, diagnostic.rule)
        };
        own.path()
            .cmp(others.path())
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| self.message.cmp(&other.message))
    }
}

/// Where a stage puts its diagnostics.
#[derive(Debug, Default)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all of `diagnostics`.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// How many diagnostics there are.
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether one of them stops the letter.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }

    /// Hands the diagnostics over, in the order in which they were found.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Closes a stage: its value, if anything sensible can be said, and its diagnostics.
    pub fn checked<T>(self, value: Option<T>) -> Checked<T> {
        Checked {
            value,
            diagnostics: self.diagnostics,
        }
    }
}

/// What a stage returns: its value beside what it has to say.
#[derive(Debug)]
pub struct Checked<T> {
    /// Absent only if nothing sensible can be said.
    pub value: Option<T>,
    /// In the order in which they were found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Moves the diagnostics into `sink` and gives the value.
    pub fn take(self, sink: &mut Sink) -> Option<T> {
        sink.extend(self.diagnostics);
        self.value
    }
}

/// Whether one of `diagnostics` stops a letter from being built.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}
