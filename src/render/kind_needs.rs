//! What a kind of letter needs of a letter, read from what its template says and prints.

use super::template::{Template, stem};
use super::workspace::Renderer;
use crate::facts::{KindNeeds, OutcomeRule};
use crate::source::PlacedText;

/// The built-in kind for proposals that are handled together (并案).
const MERGED_REPLY: &str = "merged_reply";

impl Template {
    /// Whether letters that name no addressee go to those who made the proposal.
    pub(super) fn is_for_proposers(&self) -> bool {
        prints(self.front.addressees.as_ref(), "proposal.proposers")
    }

    /// Whether it answers one of several proposals that are handled together (并案).
    pub(super) fn is_merged(&self) -> bool {
        let mut bases = self.bases.iter();
        self.kind == MERGED_REPLY || bases.any(|it| stem(it.path()) == MERGED_REPLY)
    }

    fn is_for_lead_unit(&self) -> bool {
        prints(self.front.addressees.as_ref(), "proposal.lead_unit")
    }

    fn names_previous_reply(&self) -> bool {
        prints(self.front.opening.as_ref(), "previous_reply.")
    }
}

fn prints(prose: Option<&PlacedText>, name: &str) -> bool {
    prose.is_some_and(|prose| prose.text.contains(name))
}

impl Renderer {
    /// What letters of a kind must say; nothing is needed for a kind that is not there.
    pub fn needs_of(&self, kind: &str) -> KindNeeds {
        let Some(template) = self.template(kind) else {
            return KindNeeds::default();
        };
        KindNeeds {
            proposers: template.is_for_proposers(),
            lead_unit: template.is_for_lead_unit(),
            outcome: self.outcome_need(template),
            issuers: template.front.is_joint == Some(true),
            merged_with: template.is_merged(),
            previous_reply: template.names_previous_reply(),
        }
    }

    /// The office's rule wins; an office without classes has none to ask for.
    fn outcome_need(&self, template: &Template) -> OutcomeRule {
        let of_office = self.office.class_mark.as_ref();
        let own = of_office.and_then(|mark| mark.kinds.get(&template.kind).copied());
        let rule = own.or(template.front.outcome).unwrap_or_default();
        let has_none = self.office.outcome_classes.is_empty();
        match rule {
            OutcomeRule::Required if has_none => OutcomeRule::Optional,
            rule => rule,
        }
    }
}
