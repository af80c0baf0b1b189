//! The texts around the body: addressees, title, class mark, remarks, copied-to, sign-offs.

use super::faults::proposers_fault;
use super::texts::unescaped;
use super::{RenderedText, Rendering};
use crate::facts::ClassMarkPlace;
use crate::source::PlacedText;

impl Rendering<'_> {
    /// The letter's own addressees, or the kind's; an empty list is a letter to nobody.
    pub(super) fn addressees(&mut self) -> Vec<PlacedText> {
        let own = self.letter.addressees.clone();
        match (&self.template.front.addressees, own) {
            (Some(prose), None) => {
                let rendered = self.prose(prose).map(|paragraphs| paragraphs.concat());
                if rendered.as_ref().is_some_and(String::is_empty) {
                    self.miss_proposers();
                }
                let names = rendered.filter(|names| !names.is_empty());
                let plain =
                    names.map(|names| PlacedText::new(unescaped(&names), prose.place.clone()));
                plain.into_iter().collect()
            }
            (_, own) => own.unwrap_or_default(),
        }
    }

    /// A reply to those who made the proposal cannot go to nobody.
    fn miss_proposers(&mut self) {
        if let Some(fault) = proposers_fault(self.letter, self.template) {
            self.sink.push(fault);
            self.is_stopped = true;
        }
    }

    pub(super) fn title(&mut self) -> Vec<RenderedText> {
        let lines = if self.letter.title.is_empty() {
            &self.template.front.title
        } else {
            &self.letter.title
        };
        lines.iter().filter_map(|line| self.line(line)).collect()
    }

    /// The class mark with what the letter says of it before what the office says; a text that
    /// prints the outcome stands only where there is one.
    pub(super) fn class_mark(&mut self) -> Option<(Vec<RenderedText>, ClassMarkPlace)> {
        let of_letter = self.letter.class_mark.as_ref();
        let settings = [of_letter, self.renderer.office.class_mark.as_ref()];
        let settings = settings.into_iter().flatten();
        let place = settings.clone().find_map(|it| it.place);
        let place = place.unwrap_or(ClassMarkPlace::BesideNumber);
        let prose = settings.clone().find_map(|it| it.text.clone());
        let needs_outcome = prose
            .as_ref()
            .is_none_or(|prose| prose.text.contains("outcome"));
        let is_missing = needs_outcome && self.letter.outcome.is_none();
        if is_missing || place == ClassMarkPlace::Nowhere {
            return None;
        }
        let prose = prose.or_else(|| {
            let outcome = self.letter.outcome.as_ref()?;
            Some(PlacedText::new("{{ outcome }}", outcome.place.clone()))
        })?;
        let lines = if place.has_lines() {
            self.paragraphs(&prose)
        } else {
            self.line(&prose).into_iter().collect()
        };
        (!lines.is_empty()).then_some((lines, place))
    }

    /// The kind's remarks, then the letter's own or the office's; a kind with an empty list wants
    /// none of the office's.
    pub(super) fn remarks(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let of_kind = self.template.front.remarks.as_deref();
        let wants_none = of_kind.is_some_and(<[_]>::is_empty);
        let of_office = if wants_none {
            &[][..]
        } else {
            &renderer.office.remarks
        };
        let own = letter.remarks.as_deref().unwrap_or(of_office);
        self.lines(of_kind.unwrap_or_default().iter().chain(own))
    }

    /// The letter's own copied-to list, or the kind's, or the office's.
    pub(super) fn copied_to(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let of_kind = self.template.front.copied_to.as_deref();
        let own = letter.copied_to.as_deref().or(of_kind);
        self.lines(own.unwrap_or_else(|| renderer.office.copied_to_of(letter)))
    }

    /// The letter's own sign-offs, or its issuers, or the kind's, or the office's.
    pub(super) fn sign_offs(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let issuers = Some(letter.issuers.as_slice()).filter(|issuers| !issuers.is_empty());
        let own = letter.sign_offs.as_deref().or(issuers);
        let of_kind = self.template.front.sign_offs.as_deref();
        self.lines(own.or(of_kind).unwrap_or(&renderer.office.sign_offs))
    }
}
