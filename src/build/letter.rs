//! One letter through all stages.

use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::document::{self, Document};
use crate::error::Error;
use crate::export;
use crate::facts::Letter;
use crate::layout::{self, Fonts, LayoutReport, PageStyle, PagedDocument};
use crate::lint::{self, LetterProof, LintConfig, Suppressions};
use crate::render::Rendered;

use super::workspace::Shared;

/// What a letter's stages are given beside the letter.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// What the letters share.
    pub shared: &'a Shared,
    /// The page.
    pub style: &'a PageStyle,
    /// The fonts.
    pub fonts: &'a Fonts,
}

/// A letter on pages.
#[derive(Debug)]
pub struct LaidOut {
    /// The logical document.
    pub document: Document,
    /// Its pages.
    pub pages: PagedDocument,
    /// The feedback form (征询意见表), if it has files of its own.
    pub form: Option<Box<Self>>,
}

/// A letter's outputs.
#[derive(Debug)]
pub struct Outputs {
    /// The Markdown file.
    pub markdown: String,
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// The feedback form's Markdown and PDF, if it has files of its own.
    pub form: Option<(String, Vec<u8>)>,
    /// What the layout measured.
    pub report: LayoutReport,
}

impl Setting<'_> {
    /// Renders, composes and lays out a letter; no value if an error stops it.
    pub fn lay_out(&self, letter: &Letter) -> (Option<LaidOut>, Vec<Diagnostic>) {
        let mut sink = Sink::new();
        let laid_out = self.stages(letter, &mut sink);
        if let Some(laid_out) = &laid_out {
            sink.extend(self.wrong_words(letter, &laid_out.document));
        }
        let laid_out = laid_out.filter(|_| !sink.has_errors());
        (laid_out, sink.into_diagnostics())
    }

    /// What proofreading takes for certainly wrong, unless a comment allows it.
    fn wrong_words(&self, letter: &Letter, document: &Document) -> Vec<Diagnostic> {
        // A letter is held up by errors alone, so that nothing else need be looked for.
        let config = LintConfig {
            minimum: Some(Severity::Error),
            least: Some(Severity::Error),
            ..self.shared.proofreading.clone()
        };
        let found = self.proof(letter, document).findings(&config);
        let sources: Vec<_> = found.iter().map(|it| it.place.source().clone()).collect();
        Suppressions::new(&sources).allowed_out(found)
    }

    /// A letter ready for proofreading.
    pub fn proof<'d>(&'d self, letter: &'d Letter, document: &'d Document) -> LetterProof<'d> {
        LetterProof::new(letter, document, &self.shared.renderer)
    }

    /// Renders, composes and lays out a letter, and proofreads nothing.
    pub fn stages(&self, letter: &Letter, sink: &mut Sink) -> Option<LaidOut> {
        let rendered = self.shared.renderer.render(letter).take(sink)?;
        let mut own = Sink::new();
        let laid_out = self.pages(letter, &rendered, sink.has_errors(), &mut own);
        let found = own.into_diagnostics();
        sink.extend(lint::at_origin(
            found,
            letter,
            &rendered,
            &self.shared.renderer,
        ));
        laid_out
    }

    /// Composes a rendered letter and, if nothing is wrong so far, sets it on pages.
    fn pages(
        &self,
        letter: &Letter,
        rendered: &Rendered,
        has_errors: bool,
        sink: &mut Sink,
    ) -> Option<LaidOut> {
        let composed = document::compose::compose(letter, &self.shared.office, rendered);
        let document = composed.take(sink)?;
        if has_errors || sink.has_errors() {
            return None;
        }
        let pages = layout::layout(&document, self.style, self.fonts).take(sink)?;
        let form = rendered.form.as_ref();
        let form = form.and_then(|form| {
            let document = document::compose::form(letter, form, &rendered.origins).take(sink)?;
            let pages = layout::layout(&document, self.style, self.fonts).take(sink)?;
            let form = None;
            Some(Box::new(LaidOut {
                document,
                pages,
                form,
            }))
        });
        Some(LaidOut {
            document,
            pages,
            form,
        })
    }

    /// Writes a laid-out letter as Markdown and PDF.
    ///
    /// # Errors
    /// [`Error::Pdf`] if the PDF writer refuses the pages.
    pub fn export(&self, letter: &Letter, laid_out: LaidOut) -> Result<Outputs, Error> {
        let form = laid_out.form.as_deref();
        let form = form.map(|form| self.files(letter, form)).transpose()?;
        let (markdown, pdf) = self.files(letter, &laid_out)?;
        Ok(Outputs {
            markdown,
            pdf,
            form,
            report: laid_out.pages.report,
        })
    }

    /// A document's Markdown and PDF.
    fn files(&self, letter: &Letter, laid_out: &LaidOut) -> Result<(String, Vec<u8>), Error> {
        let pdf = export::pdf::pdf(&laid_out.pages, self.fonts);
        let pdf = pdf.map_err(|error| Error::Pdf {
            id: letter.id.clone(),
            reason: error.to_string(),
        })?;
        Ok((export::markdown::markdown(&laid_out.document), pdf))
    }
}
