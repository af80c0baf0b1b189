//! Where the words of a letter were written: what proofreading needs to lead a finding back.

use std::ops::Range;

use super::token::{Stretch, stretches};
use super::workspace::Renderer;
use crate::facts::{
    AnnexContent, Facts, FormPlace, Letter, Office, Proposal, Section, SectionContent,
};
use crate::source::{PlacedText, Span};

/// The stretches of Tera prose that are printed as they stand, in order.
pub fn literals(prose: &str) -> Vec<Range<usize>> {
    let stretches = stretches(prose).into_iter();
    let literals = stretches.filter_map(|stretch| match stretch {
        Stretch::Literal(range) => Some(range),
        Stretch::Tag(_) => None,
    });
    literals.collect()
}

impl Renderer {
    /// The figures and measures.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The prose of a measure, as written.
    pub fn measure_text(&self, id: &str) -> Option<&PlacedText> {
        self.facts.measure(id).map(|measure| &measure.text)
    }

    /// Every text, beside the measures, that a letter's words may come from, as written.
    pub fn wording(&self, letter: &Letter) -> Vec<PlacedText> {
        let mut texts = Vec::new();
        self.add_template(letter, &mut texts);
        add_letter(letter, &mut texts);
        self.add_figure_tables(letter, &mut texts);
        add_proposal(&letter.proposal, &mut texts);
        add_office(&self.office, &mut texts);
        texts
    }

    /// The bodies of the templates that a letter's own includes, as written.
    pub fn included_texts(&self, letter: &Letter) -> Vec<PlacedText> {
        let template = self.template(&letter.kind.text).into_iter();
        let parts = template.flat_map(|it| self.included_in(it));
        parts.map(|part| whole(&part.body)).collect()
    }

    fn add_template(&self, letter: &Letter, texts: &mut Vec<PlacedText>) {
        let Some(template) = self.template(&letter.kind.text) else {
            return;
        };
        let front = &template.front;
        texts.extend(front.title.iter().cloned());
        texts.extend(front.addressees.iter().cloned());
        texts.extend(front.opening.iter().chain(&front.closing).cloned());
        texts.extend(
            front
                .remarks
                .iter()
                .chain(&front.copied_to)
                .flatten()
                .cloned(),
        );
        texts.push(whole(&template.body));
        let has_form = self.form_place(letter, template) != FormPlace::None;
        if let Some(form) = self.feedback_form().filter(|_| has_form) {
            texts.extend(form.front.title.iter().cloned());
            texts.push(whole(&form.body));
        }
    }

    /// What the cells of annexes that are tables of figures say of the figures.
    fn add_figure_tables(&self, letter: &Letter, texts: &mut Vec<PlacedText>) {
        let tables = letter
            .annexes
            .iter()
            .filter_map(|annex| match &annex.content {
                AnnexContent::Table(table) => Some(table),
                AnnexContent::Text(_) | AnnexContent::Separate => None,
            });
        let figures = tables.flat_map(|table| &table.figures);
        for figure in figures.filter_map(|id| self.facts.figure(&id.text)) {
            let of_periods = figure.by_period.values();
            texts.push(figure.name.clone());
            texts.extend(figure.coverage.iter().chain(&figure.unit).cloned());
            texts.extend(figure.evidence.iter().cloned());
            texts.extend(of_periods.filter_map(|entry| entry.evidence.clone()));
        }
    }
}

fn whole(span: &Span) -> PlacedText {
    PlacedText::new(span.text(), span.clone())
}

fn add_letter(letter: &Letter, texts: &mut Vec<PlacedText>) {
    texts.extend(letter.title.iter().cloned());
    texts.extend(letter.addressees.iter().flatten().cloned());
    texts.extend(letter.printed_date.iter().cloned());
    texts.extend(letter.opening.iter().chain(&letter.closing).cloned());
    letter
        .sections
        .iter()
        .for_each(|section| add_section(section, texts));
    for annex in &letter.annexes {
        texts.push(annex.title.clone());
        if let AnnexContent::Text(text) = &annex.content {
            texts.push(text.clone());
        }
    }
    let lists = [&letter.sign_offs, &letter.remarks, &letter.copied_to];
    texts.extend(lists.into_iter().flatten().flatten().cloned());
}

fn add_section(section: &Section, texts: &mut Vec<PlacedText>) {
    texts.extend(section.heading.iter().cloned());
    if let SectionContent::Text(text) = &section.content {
        texts.push(text.clone());
    }
    section
        .sections
        .iter()
        .for_each(|section| add_section(section, texts));
}

fn add_proposal(proposal: &Proposal, texts: &mut Vec<PlacedText>) {
    texts.extend([&proposal.subject, &proposal.number, &proposal.body].map(Clone::clone));
    texts.extend(proposal.proposers.iter().map(|it| it.name.clone()));
    texts.extend(proposal.lead_unit.iter().cloned());
    let co_handlers = proposal.co_handlers.iter();
    texts.extend(
        co_handlers
            .flat_map(|it| [Some(it.unit.clone()), it.opinion.clone()])
            .flatten(),
    );
}

fn add_office(office: &Office, texts: &mut Vec<PlacedText>) {
    texts.extend(office.sign_offs.iter().cloned());
    texts.extend(office.remarks.iter().cloned());
    texts.extend(office.copied_to.iter().cloned());
}
