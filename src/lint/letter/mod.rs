//! Proofreading of a letter: the text rules on what is printed, findings where it was written.

mod alignment;
mod assembled;
mod placing;
mod tracing;

use super::view::TextView;
use super::{LintConfig, text_rules};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::facts::Letter;
use crate::render::Renderer;

use placing::Placer;
use tracing::Tracer;

/// Proofreads a letter as it is printed.
///
/// Findings stand in the files that the clerk edits: the prose of a measure, the value of a
/// figure, the letter's own texts, the template. Comments that allow something are not heeded
/// yet, because a file is shared by letters; see [`super::Suppressions`].
pub fn letter(
    letter: &Letter,
    document: &Document,
    renderer: &Renderer,
    config: &LintConfig,
) -> Vec<Diagnostic> {
    let path = format!("output/{}.md", letter.id);
    let text = assembled::assemble(&path, document);
    let view = TextView::of_paragraphs(
        &text.source,
        text.paragraphs
            .iter()
            .map(|paragraph| (paragraph.range.start, paragraph.kind)),
    );
    let mut found = text_rules(&view, config);
    found.retain(|diagnostic| config.shows(diagnostic));
    if found.is_empty() {
        return found;
    }
    let tracer = Tracer {
        text: &text,
        renderer,
        wording: renderer.wording(letter),
    };
    let placer = Placer::new(&text, tracer, letter.place.clone());
    let mut found: Vec<_> = found.into_iter().map(|one| placer.placed(one)).collect();
    found.sort_by(Diagnostic::reading_order);
    found
}
