//! One public copy: made from its letter, and put in place.

use std::collections::BTreeMap;

use super::extent::Extent;
use super::{PublicCopy, SUFFIX, State, is_error};
use crate::build::letter::{LaidOut, Outputs, Setting};
use crate::build::manifest::Manifest;
use crate::build::outputs::{Outcome, OutputFolder};
use crate::build::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::{Document, compose};
use crate::error::Error;
use crate::export;
use crate::facts::Letter;
use crate::layout;
use crate::publication::{self, Removal, RemovalPlace, Rules};
use crate::source::Span;

/// What public copies are made with.
pub(super) struct Making<'a> {
    pub(super) workspace: &'a Workspace,
    /// For the addressees: what was printed, to tell what was taken out.
    pub(super) private: Setting<'a>,
    /// For the public.
    pub(super) public: Setting<'a>,
    /// The Markdown of sealed letters as they were sent, by id.
    pub(super) sent: BTreeMap<String, String>,
}

impl Making<'_> {
    /// Makes a copy and puts it in place, as far as its letter is published.
    pub(super) fn copy(
        &self,
        letter: &Letter,
        folder: &OutputFolder<'_>,
        manifest: &Manifest,
    ) -> Result<PublicCopy, Error> {
        let mut copy = PublicCopy {
            letter: letter.id.clone(),
            state: State::Failed,
            removed: Vec::new(),
            diagnostics: Vec::new(),
        };
        let (text, is_title_only) = match self.extent(letter) {
            Extent::Nothing(reason) => {
                copy.state = State::Withheld(reason);
                return Ok(copy);
            }
            Extent::Missing(reason) => {
                copy.state = State::Unready(reason);
                return Ok(copy);
            }
            Extent::Title => (letter, true),
            Extent::Text(text) => (text, false),
        };
        let mut sink = Sink::new();
        let outputs = self.make(text, is_title_only, &mut copy.removed, &mut sink);
        copy.diagnostics = sink
            .into_diagnostics()
            .into_iter()
            .filter(is_error)
            .collect();
        let Some(outputs) = outputs.transpose()? else {
            return Ok(copy);
        };
        copy.state = State::Put(put(letter, &outputs, folder, manifest)?);
        Ok(copy)
    }

    /// The outputs of a public copy; nothing after an error.
    fn make(
        &self,
        letter: &Letter,
        is_title_only: bool,
        removed: &mut Vec<(Removal, Span)>,
        sink: &mut Sink,
    ) -> Option<Result<Outputs, Error>> {
        let private = self.as_sent(letter, sink)?;
        let document = self.document(letter, is_title_only, (&private, removed), sink)?;
        let pages = layout::layout(&document, self.public.style, self.public.fonts).take(sink)?;
        let form = None;
        let laid_out = LaidOut {
            document,
            pages,
            form,
        };
        Some(self.public.export(letter, laid_out))
    }

    /// The letter as its addressees have it; nothing if that is not what was sent.
    fn as_sent(&self, letter: &Letter, sink: &mut Sink) -> Option<LaidOut> {
        let (private, diagnostics) = self.private.lay_out(letter);
        sink.extend(diagnostics);
        let private = private?;
        let sent = self.sent.get(&letter.id);
        if sent.is_some_and(|sent| *sent != export::markdown::markdown(&private.document)) {
            sink.push(no_longer_as_sent(letter));
            return None;
        }
        Some(private)
    }

    /// The letter without what may not be published; nothing after an error.
    fn document(
        &self,
        letter: &Letter,
        is_title_only: bool,
        (private, removed): (&LaidOut, &mut Vec<(Removal, Span)>),
        sink: &mut Sink,
    ) -> Option<Document> {
        let (renderer, office) = (&self.public.shared.renderer, &self.public.shared.office);
        let rendered = renderer.render(letter).take(sink)?;
        let composed = compose::compose(letter, office, &rendered).take(sink)?;
        let document = match is_title_only {
            true => publication::title_only(composed),
            false => composed,
        };
        let (internal, faults) =
            publication::internal_facts(renderer, letter, (&rendered, &document));
        sink.extend(faults);
        let published = Rules::new(office, letter, renderer.facts()).publish(document, letter);
        sink.extend(published.faults);
        sink.extend(publication::typed_figures(
            renderer.facts(),
            letter,
            &published.document,
        ));
        let all = published.removals.into_iter().chain(internal);
        if !is_title_only {
            removed.extend(self.placed(all, letter, private));
        }
        (!sink.has_errors()).then_some(published.document)
    }

    /// What was taken out, with the places where it was written.
    fn placed(
        &self,
        removals: impl Iterator<Item = Removal>,
        letter: &Letter,
        private: &LaidOut,
    ) -> Vec<(Removal, Span)> {
        let proof = self.private.proof(letter, &private.document);
        let placed = removals.map(|removal| {
            let place = match &removal.place {
                RemovalPlace::Written(place) => place.clone(),
                RemovalPlace::Printed(text, range) => proof.place_of(text, range.clone()),
            };
            (removal, place)
        });
        placed.collect()
    }
}

/// Puts a copy beside the letter's outputs, and remembers what was written.
fn put(
    letter: &Letter,
    outputs: &Outputs,
    folder: &OutputFolder<'_>,
    manifest: &Manifest,
) -> Result<Outcome, Error> {
    let mut known = manifest.entry(&letter.id)?.unwrap_or_default();
    let stem = format!("{}{SUFFIX}", letter.id);
    let (outcome, written) = folder.put(&stem, outputs, &known)?;
    if !written.is_empty() {
        known.outputs.extend(written);
        manifest.put(&letter.id, &known)?;
    }
    Ok(outcome)
}

fn no_longer_as_sent(letter: &Letter) -> Diagnostic {
    let message = "这封信已经封存，现在的内容和发出的不同，做出的公开本会和原件不符";
    Diagnostic::error("public-not-as-sent", letter.place.clone(), message).with_hint(
        "把内容恢复到发出时的样子再做；或者用 fuhan seal --amend 起草更正函，给更正函做公开本",
    )
}
