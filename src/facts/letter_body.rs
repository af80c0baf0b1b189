//! Merged handling (并案): one body for several letters, which are answered one by one.

use std::fmt;
use std::sync::Arc;

use super::letter::Letter;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{PlacedText, Source};
use crate::text::nearest;

/// The letters of a workspace, for those that take their body from another one.
pub trait BodySources: fmt::Debug + Send + Sync {
    /// The ids of all letters, in order.
    fn ids(&self) -> Vec<&str>;
    /// The file of the letter with an id; the same text however often it is asked for.
    fn body(&self, id: &str) -> Option<Arc<Source>>;
}

/// No letters: whatever body is asked for is told to be missing.
#[derive(Debug)]
pub struct NoBodies;

impl BodySources for NoBodies {
    fn ids(&self) -> Vec<&str> {
        Vec::new()
    }

    fn body(&self, _: &str) -> Option<Arc<Source>> {
        None
    }
}

impl Letter {
    /// Takes the body of the letter that `body_from` names, if it names one.
    ///
    /// # Errors
    /// `unknown-letter`, `conflicting-keys`, `period-differs`; the letter then keeps what it had.
    pub fn take_body(&mut self, letters: &dyn BodySources, sink: &mut Sink) {
        let Some(id) = self.body_from.clone() else {
            return;
        };
        let source = (id.text != self.id).then(|| letters.body(&id.text));
        let source = source.flatten();
        let from = source.as_ref().and_then(|it| Self::from_yaml(it).value);
        match (source, from) {
            (Some(source), Some(from)) => match self.body_fault(&id, &from) {
                Some(fault) => sink.push(fault),
                None => self.share(from, source),
            },
            _ => sink.push(unknown_letter(&id, letters)),
        }
    }

    fn share(&mut self, from: Self, source: Arc<Source>) {
        self.introduction = from.introduction;
        self.sections = from.sections;
        self.next_steps = from.next_steps;
        self.body_source = Some(source);
    }

    fn body_fault(&self, id: &PlacedText, from: &Self) -> Option<Diagnostic> {
        let error = |rule, message: String| Diagnostic::error(rule, id.place.clone(), message);
        let (period, other) = (&self.period.period, &from.period.period);
        if from.body_from.is_some() {
            let message = format!("“{}”自己的正文也取自别的信", id.text);
            let fault = error("conflicting-keys", message);
            return Some(fault.with_hint("写那封有正文的信的编号"));
        }
        if self.has_body() {
            let message = "正文取自另一封信，就不能再写自己的正文".to_owned();
            let hint = "删去 introduction、sections、next_steps，或者删去 body_from";
            return Some(error("conflicting-keys", message).with_hint(hint));
        }
        if period != other {
            let message = format!(
                "两封信的期间不同：这里是“{period}”，“{}”是“{other}”",
                id.text
            );
            return Some(error("period-differs", message).with_hint("并案的信用同一个期间"));
        }
        None
    }

    fn has_body(&self) -> bool {
        let ids = self.introduction.len() + self.next_steps.len();
        ids + self.sections.len() > 0
    }
}

fn unknown_letter(id: &PlacedText, letters: &dyn BodySources) -> Diagnostic {
    let hint = nearest::suggestion(&id.text, letters.ids())
        .unwrap_or_else(|| "写另一封信的编号；那封信有错时先改正它".to_owned());
    let message = format!("没有“{}”这封信", id.text);
    Diagnostic::error("unknown-letter", id.place.clone(), message).with_hint(hint)
}
