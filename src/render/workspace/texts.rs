//! Texts of measures and letters, looked at and made ready to be rendered.

use std::sync::Arc;

use super::Renderer;
use crate::diagnostic::{Diagnostic, Sink, has_errors};
use crate::render::audience::Audience;
use crate::render::markup;
use crate::render::names::{NameCheck, Scope};
use crate::render::outline::{Include, Outline, outline};
use crate::render::prose::EscapedProse;
use crate::render::template::stem;
use crate::source::PlacedText;

/// A prose text made ready once.
#[derive(Debug)]
pub(in crate::render) struct Prose {
    pub(in crate::render) text: PlacedText,
    pub(super) escaped: EscapedProse,
    pub(super) outline: Outline,
    /// Whether it may be rendered.
    pub(super) is_sound: bool,
}

impl Renderer {
    pub(super) fn read_measures(&mut self, sink: &mut Sink) {
        let facts = Arc::clone(&self.facts);
        for measure in facts.measures() {
            let own = self.prose(&measure.text, Scope::Measure, sink);
            let public = measure.public_text.as_ref();
            let public = public.map(|text| self.prose(text, Scope::Measure, sink));
            let prose = match self.audience {
                Audience::Addressee => Some(own),
                Audience::Public => public.or_else(|| measure.text_for_public().map(|_| own)),
            };
            self.measures
                .extend(prose.map(|prose| (measure.id.clone(), prose)));
        }
    }

    pub(super) fn name_check(&self, scope: Scope) -> NameCheck<'_> {
        NameCheck {
            scope,
            facts: &self.facts,
            office: &self.office,
        }
    }

    /// Makes a prose text ready and reports what its names and its marks show.
    pub(in crate::render) fn prose(
        &self,
        text: &PlacedText,
        scope: Scope,
        sink: &mut Sink,
    ) -> Prose {
        let mut prose = self.checked(text, scope, sink);
        let marks = markup::faults(text);
        prose.is_sound &= marks.is_empty();
        sink.extend(marks);
        prose
    }

    fn checked(&self, text: &PlacedText, scope: Scope, sink: &mut Sink) -> Prose {
        let outline = outline(&text.text);
        let faults = self.faults(text, &outline, scope);
        let includes_mistake = |it: &Include| self.mistake(&stem(&it.name)).is_some();
        let is_sound = !has_errors(&faults) && !outline.includes.iter().any(includes_mistake);
        sink.extend(faults);
        Prose {
            text: text.clone(),
            escaped: EscapedProse::new(&text.text),
            outline,
            is_sound,
        }
    }

    /// What is wrong with the names and includes of a text.
    pub(super) fn faults(
        &self,
        text: &PlacedText,
        outline: &Outline,
        scope: Scope,
    ) -> Vec<Diagnostic> {
        let check = self.name_check(scope);
        let places = text.places();
        let mut faults = check.diagnostics(outline, |range| places.locate(range));
        faults.extend(self.prose_includes(outline, |it| places.locate(it.range.clone())));
        faults
    }

    /// Makes Markdown of a letter ready, its headings and tables kept.
    pub(in crate::render) fn markdown(&self, text: &PlacedText, sink: &mut Sink) -> Prose {
        Prose {
            escaped: EscapedProse::with_markup(&text.text),
            ..self.checked(text, Scope::Letter, sink)
        }
    }

    /// A measure's prose; nothing if there is no such measure.
    pub(in crate::render) fn measure(&self, id: &str) -> Option<&Prose> {
        self.measures.get(id)
    }
}
