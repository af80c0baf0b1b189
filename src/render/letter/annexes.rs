//! The annexes and the feedback form.

use super::{RenderedAnnex, Rendering};
use crate::facts::{Annex, AnnexContent, FormPlace, HandlingRole, Letter};
use crate::render::annexes::figure_table;
use crate::render::proposal;
use crate::render::template::{FEEDBACK_FORM, Template};
use crate::render::workspace::Renderer;
use crate::source::Source;

impl Renderer {
    /// Where a letter's feedback form goes: the letter's own word, or the office's for letters that a
    /// proposer gets.
    pub(in crate::render) fn form_place(&self, letter: &Letter, template: &Template) -> FormPlace {
        let role = letter.handling.role.or(template.front.role);
        let has_none = matches!(
            role,
            Some(HandlingRole::CoHandling | HandlingRole::Publication)
        );
        let of_office = self.office.feedback.as_ref();
        let of_office = of_office.filter(|_| !has_none).map(|it| it.form);
        letter.feedback.or(of_office).unwrap_or_default()
    }
}

impl Rendering<'_> {
    /// The annexes; a table of every figure that is printed looks at the body and the annexes before.
    pub(super) fn annexes(&mut self, body: &str) -> Vec<RenderedAnnex> {
        let mut annexes: Vec<RenderedAnnex> = Vec::new();
        for (annex, number) in self.letter.annexes.iter().zip(1..) {
            let own = annexes.iter().filter_map(|annex| annex.body.as_ref());
            let before: Vec<_> = std::iter::once(body)
                .chain(own.map(|body| body.text()))
                .collect();
            let rendered = self.annex(annex, number, &before);
            annexes.extend(rendered);
        }
        annexes
    }

    fn annex(&mut self, annex: &Annex, number: usize, before: &[&str]) -> Option<RenderedAnnex> {
        let title = self.line(&annex.title);
        let markdown = match &annex.content {
            AnnexContent::Text(text) => {
                let markdown = self.renderer.markdown(text, self.sink);
                Some(self.rendered(&markdown)?.join("\n\n"))
            }
            AnnexContent::Separate => None,
            AnnexContent::Table(table) => {
                let period = &self.letter.period.period;
                match figure_table(self.renderer, table, period, before) {
                    Ok(markdown) => Some(markdown),
                    Err(faults) => {
                        self.is_stopped = true;
                        self.sink.extend(faults);
                        return None;
                    }
                }
            }
        };
        let path = format!("output/{}.md（附件{number}）", self.letter.id);
        Some(RenderedAnnex {
            title: title?,
            body: markdown.map(|markdown| Source::new(path, markdown)),
        })
    }

    /// The feedback form, filled in as far as the letter has what it asks for.
    pub(super) fn form(&mut self) -> Option<RenderedAnnex> {
        let Some(template) = self.renderer.feedback_form().cloned() else {
            let mistake = self.renderer.mistake(FEEDBACK_FORM);
            let mistake = mistake.map(|it| it.clone().stopping(&self.letter.id));
            self.sink.extend(mistake);
            self.is_stopped = true;
            return None;
        };
        let map = proposal::form_map(&self.letter.proposal);
        self.context.insert_value("form", map);
        let title = self.line(template.front.title.first()?);
        let body = self
            .renderer
            .render_body(&template, &self.scene, &self.context, self.sink);
        self.is_stopped |= title.is_none() || body.is_none();
        let path = format!("output/{}.md（征询意见表）", self.letter.id);
        Some(RenderedAnnex {
            title: title?,
            body: Some(Source::new(path, body?)),
        })
    }
}
