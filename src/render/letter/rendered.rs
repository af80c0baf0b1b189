//! What a rendered letter is: its texts, each with the place where its prose was written.

use std::sync::Arc;

use crate::facts::{ClassMarkPlace, HeadFormat, SealSpace};
use crate::origin::{Origin, Origins};
use crate::render::links;
use crate::source::{PlacedText, Source, Span};

/// A rendered text: Markdown, and where its prose was written.
#[derive(Debug, Clone)]
pub struct RenderedText {
    /// Markdown of one paragraph; never empty.
    pub markdown: String,
    /// Where the prose was written.
    pub place: Span,
}

impl RenderedText {
    /// Whether it prints a fact.
    pub fn prints_facts(&self) -> bool {
        links::destinations(&self.markdown).next().is_some()
    }
}

/// A rendered annex (附件).
#[derive(Debug)]
pub struct RenderedAnnex {
    /// Its title.
    pub title: RenderedText,
    /// Its Markdown; absent if it is a paper of its own.
    pub body: Option<Arc<Source>>,
}

/// Every text of a letter, rendered.
#[derive(Debug)]
pub struct Rendered {
    /// Which head the letter has.
    pub head: HeadFormat,
    /// Whether room is left for a seal.
    pub seal: SealSpace,
    /// The title, a line each; never empty.
    pub title: Vec<RenderedText>,
    /// Addressees by name; may be empty.
    pub addressees: Vec<PlacedText>,
    /// The class mark, if the letter has one, a line each; never without a line.
    pub class_mark: Option<(Vec<RenderedText>, ClassMarkPlace)>,
    /// Remarks, a paragraph each.
    pub remarks: Vec<RenderedText>,
    /// Copied-to list (抄送), by levels.
    pub copied_to: Vec<RenderedText>,
    /// Sign-offs (署名); may be empty.
    pub sign_offs: Vec<RenderedText>,
    /// The body's Markdown.
    pub body: Arc<Source>,
    /// The annexes, in order.
    pub annexes: Vec<RenderedAnnex>,
    /// The feedback form (征询意见表), if it has files of its own.
    pub form: Option<RenderedAnnex>,
    /// Origins of all links in the texts.
    pub origins: Origins,
}

impl Rendered {
    /// The texts around the body and the annexes' own: title, class mark, remarks, copied-to, sign-offs,
    /// and the annexes' titles.
    pub fn around_the_body(&self) -> impl Iterator<Item = &RenderedText> {
        let marks = self.class_mark.iter().flat_map(|(lines, _)| lines);
        let lines = [&self.title, &self.remarks, &self.copied_to, &self.sign_offs];
        let titles = self.annexes.iter().map(|annex| &annex.title);
        lines.into_iter().flatten().chain(marks).chain(titles)
    }

    /// The Markdown of all its texts.
    pub(super) fn texts(&self) -> Vec<&str> {
        let titles = self.form.iter().map(|form| &form.title);
        let around = self.around_the_body().chain(titles);
        let annexes = self.annexes.iter().chain(&self.form);
        let bodies = annexes.filter_map(|annex| annex.body.as_ref());
        let bodies = bodies.chain([&self.body]).map(|body| body.text());
        let around = around.map(|text| text.markdown.as_str());
        around.chain(bodies).collect()
    }

    /// The facts that a rendered text prints, in order.
    pub fn origins_in<'r>(&'r self, markdown: &'r str) -> impl Iterator<Item = &'r Origin> {
        let destinations = links::destinations(markdown);
        destinations.filter_map(|it| self.origins.get(it).map(AsRef::as_ref))
    }
}
