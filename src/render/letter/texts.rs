//! Prose of a letter becomes texts: paragraphs, or a line that keeps its place.

use super::{RenderedText, Rendering};
use crate::render::names::Scope;
use crate::render::workspace::Prose;
use crate::source::PlacedText;

impl Rendering<'_> {
    /// Renders prose to paragraphs; nothing after an error.
    pub(super) fn prose(&mut self, text: &PlacedText) -> Option<Vec<String>> {
        let prose = self.renderer.prose(text, Scope::Letter, self.sink);
        self.rendered(&prose)
    }

    pub(super) fn rendered(&mut self, prose: &Prose) -> Option<Vec<String>> {
        let rendered = self
            .renderer
            .render_prose(prose, &self.scene, &self.context, self.sink);
        self.is_stopped |= rendered.is_none();
        rendered
    }

    /// Renders prose to one paragraph; nothing if it is empty or after an error.
    pub(super) fn line(&mut self, text: &PlacedText) -> Option<RenderedText> {
        let markdown = self.prose(text)?.join(" ");
        (!markdown.is_empty()).then(|| RenderedText {
            markdown,
            place: text.place.clone(),
        })
    }

    /// Renders prose to paragraphs that keep its place.
    pub(super) fn paragraphs(&mut self, text: &PlacedText) -> Vec<RenderedText> {
        let paragraphs = self.prose(text).unwrap_or_default().into_iter();
        let placed = paragraphs.map(|markdown| RenderedText {
            markdown,
            place: text.place.clone(),
        });
        placed.filter(|it| !it.markdown.is_empty()).collect()
    }

    /// Texts that render to something.
    pub(super) fn lines<'t>(
        &mut self,
        texts: impl IntoIterator<Item = &'t PlacedText>,
    ) -> Vec<RenderedText> {
        let texts = texts.into_iter();
        texts.filter_map(|text| self.line(text)).collect()
    }
}

/// Addressees are names, not Markdown.
pub(super) fn unescaped(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        text.extend(if character == '\\' {
            characters.next()
        } else {
            Some(character)
        });
    }
    text
}
