//! The body: the measures by sections, and what templates see of them.

use std::collections::BTreeSet;

use tera::{Map, Value};

use super::Rendering;
use crate::diagnostic::Diagnostic;
use crate::facts::{AnnexContent, Section, SectionContent};
use crate::render::reads::possible_ids;
use crate::render::sections::{
    Piece, RenderedSection, arrange, section_number, with_typed_headings,
};
use crate::render::{links, prose};
use crate::source::PlacedText;

impl Rendering<'_> {
    pub(super) fn body(&mut self) -> Option<String> {
        let front = &self.template.front;
        let opening = self.letter.opening.as_ref().or(front.opening.as_ref());
        let closing = self.letter.closing.as_ref().or(front.closing.as_ref());
        for (name, text) in [("opening", opening), ("closing", closing)] {
            let paragraphs = text.and_then(|text| self.prose(text)).unwrap_or_default();
            if !paragraphs.is_empty() {
                let value = Value::safe_string(&paragraphs.join("\n\n"));
                self.context.insert_value(name, value);
            }
        }
        for (name, ids) in [
            ("introduction", &self.letter.introduction),
            ("next_steps", &self.letter.next_steps),
        ] {
            let pieces = self.pieces(ids);
            let texts = pieces
                .into_iter()
                .map(|piece| arrange(vec![piece], Default::default()));
            let values: Vec<_> = texts.map(|text| Value::safe_string(&text)).collect();
            self.context.insert_value(name, Value::from(values));
        }
        let opinions = self.opinions();
        self.context.insert_value("opinions", Value::from(opinions));
        let mut sections = Vec::new();
        self.sections(&self.letter.sections, 1, &mut sections);
        let values: Vec<_> = sections.iter().map(section_value).collect();
        self.context.insert_value("sections", Value::from(values));
        if self.is_stopped {
            return None;
        }
        self.renderer
            .render_body(self.template, &self.scene, &self.context, self.sink)
    }

    /// What the co-handling units say, those that said something.
    fn opinions(&mut self) -> Vec<Value> {
        let letter = self.letter;
        let mut opinions = Vec::new();
        for co_handler in &letter.proposal.co_handlers {
            let prose = co_handler.opinion.as_ref();
            let Some(paragraphs) = prose.and_then(|prose| self.prose(prose)) else {
                continue;
            };
            let unit = prose::escape(&co_handler.unit.text);
            let mut map = Map::new();
            map.insert("unit".into(), Value::safe_string(&unit));
            map.insert("text".into(), Value::safe_string(&paragraphs.join("\n\n")));
            opinions.push(Value::from(map));
        }
        opinions
    }

    fn sections(
        &mut self,
        sections: &[Section],
        level: usize,
        rendered: &mut Vec<RenderedSection>,
    ) {
        let mut position = 0;
        for section in sections {
            let heading = section.heading.as_ref().and_then(|heading| {
                position += 1;
                let text = self.line(heading)?.markdown;
                Some((section_number(level, position), text))
            });
            let text = match &section.content {
                SectionContent::None => String::new(),
                SectionContent::Measures(ids) => {
                    let pieces = self.pieces(ids);
                    let is_bare = pieces.is_empty() && section.sections.is_empty();
                    self.sink
                        .extend((is_bare && !self.is_stopped).then(|| bare(section)));
                    arrange(pieces, section.style)
                }
                SectionContent::Text(text) => {
                    let paragraphs = self.prose(text).unwrap_or_default();
                    with_typed_headings(paragraphs).join("\n\n")
                }
            };
            rendered.push(RenderedSection::new(heading, text, level));
            self.sections(&section.sections, level + 1, rendered);
        }
    }

    fn pieces(&mut self, ids: &[PlacedText]) -> Vec<Piece> {
        let pieces = ids.iter().filter_map(|id| {
            Some(Piece {
                paragraphs: self.measure(&id.text)?,
                measure: id.text.clone(),
            })
        });
        pieces.collect()
    }

    fn measure(&mut self, id: &str) -> Option<Vec<String>> {
        let prose = self.renderer.measure(id)?;
        self.rendered(prose)
    }

    /// Renders the measures that the letter's own texts name, so that they can print them.
    pub(super) fn see_measures(&mut self) {
        let texts = self.letter_texts().into_iter();
        let words: BTreeSet<_> = texts.flat_map(possible_ids).collect();
        let facts = &self.renderer.facts;
        let named = words.into_iter().filter(|id| facts.measure(id).is_some());
        let named: Vec<_> = named.map(str::to_owned).collect();
        let mut map = Map::new();
        for id in named {
            let is_withheld = self.renderer.measure(&id).is_none();
            let word = || vec![self.renderer.office.public.word.clone()];
            let paragraphs = if is_withheld {
                Some(word())
            } else {
                self.measure(&id)
            };
            let Some(paragraphs) = paragraphs else {
                continue;
            };
            let marked = paragraphs.iter().map(|text| links::measure(text, &id));
            let text = marked.collect::<Vec<_>>().join("\n\n");
            map.insert(id.into(), Value::safe_string(&text));
        }
        self.context.insert_value("measure", Value::from(map));
    }

    /// Texts in which a measure may be named.
    fn letter_texts(&self) -> Vec<&str> {
        fn section_texts<'s>(sections: &'s [Section], texts: &mut Vec<&'s str>) {
            for section in sections {
                if let SectionContent::Text(text) = &section.content {
                    texts.push(&text.text);
                }
                section_texts(&section.sections, texts);
            }
        }
        let front = &self.template.front;
        let mut texts = vec![self.template.body.text()];
        texts.extend(self.renderer.parts());
        let openings = [
            &self.letter.opening,
            &self.letter.closing,
            &front.opening,
            &front.closing,
        ];
        texts.extend(
            openings
                .into_iter()
                .flatten()
                .map(|text| text.text.as_str()),
        );
        section_texts(&self.letter.sections, &mut texts);
        for annex in &self.letter.annexes {
            if let AnnexContent::Text(text) = &annex.content {
                texts.push(&text.text);
            }
        }
        texts
    }
}

/// A section all of whose measures are internal would leave its heading alone in a public copy.
fn bare(section: &Section) -> Diagnostic {
    let message = "这一部分的举措都是内部的，公开本里没有内容";
    Diagnostic::error("public-empty-section", section.place.clone(), message)
        .with_hint("给其中的举措写上 public_text（公开本里用的文字）")
}

fn section_value(section: &RenderedSection) -> Value {
    let mut map = Map::new();
    let texts = [
        ("markdown", &section.markdown),
        ("number", &section.number),
        ("heading", &section.heading),
        ("text", &section.text),
    ];
    for (name, text) in texts {
        map.insert(name.into(), Value::safe_string(text));
    }
    map.insert("level".into(), Value::from(section.level));
    Value::from(map)
}
