//! Whether a letter fits the office and the facts.

use super::Facts;
use super::letter::{Letter, Section, SectionContent};
use super::office::{Office, OutcomeClass};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::PlacedText;
use crate::text::nearest;

impl Letter {
    /// Checks that the outcome is one of the office's classes and that every measure exists.
    ///
    /// # Errors
    /// `unknown-outcome`, `unknown-measure`, and those of [`Letter::check_points`].
    pub fn check(&self, office: &Office, facts: &Facts, sink: &mut Sink) {
        if let Some(outcome) = &self.outcome {
            sink.extend(unknown_outcome(outcome, office.classes(self)));
        }
        self.check_points(sink);
        for id in self.measures() {
            if facts.measure(&id.text).is_none() {
                sink.push(facts.unknown_measure(&id.text, id.place.clone()));
            }
        }
    }

    /// The ids of all measures that the letter names, in the order of its body.
    pub fn measures(&self) -> Vec<&PlacedText> {
        let mut ids: Vec<&PlacedText> = self.introduction.iter().collect();
        for section in &self.sections {
            measures_of(section, &mut ids);
        }
        ids.extend(&self.next_steps);
        ids
    }
}

fn measures_of<'s>(section: &'s Section, ids: &mut Vec<&'s PlacedText>) {
    if let SectionContent::Measures(measures) = &section.content {
        ids.extend(measures);
    }
    for subsection in &section.sections {
        measures_of(subsection, ids);
    }
}

fn unknown_outcome(outcome: &PlacedText, classes: &[OutcomeClass]) -> Option<Diagnostic> {
    if classes.iter().any(|class| class.mark.text == outcome.text) {
        return None;
    }
    let message = format!("办理结果“{}”不是机关设置里的分类", outcome.text);
    let marks = nearest::quoted(classes.iter().map(|class| class.mark.text.as_str()));
    let hint = if classes.is_empty() {
        "在 office.yaml 里写上“outcome_classes”，或者删去“outcome”".to_owned()
    } else {
        format!("只能写{marks}")
    };
    Some(Diagnostic::error("unknown-outcome", outcome.place.clone(), message).with_hint(hint))
}
