//! What a letter needs for a period: the figures that its measures and texts print.

use super::Facts;
use super::aspects::Aspect;
use super::letter::{Letter, Section, SectionContent};
use super::period::Period;

/// A figure that a letter prints and that has no value for a period.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The figure's id.
    pub figure: String,
    /// What of it is printed.
    pub aspect: Aspect,
    /// The measure that prints it; nothing for the letter's own text.
    pub measure: Option<String>,
}

impl Facts {
    /// The figures that a letter would print for `period` and that have nothing for it, each once.
    pub fn needs(&self, letter: &Letter, period: &Period) -> Vec<Need> {
        let mut needs: Vec<Need> = Vec::new();
        for id in letter.measures() {
            if let Some(measure) = self.measure(&id.text) {
                self.add_needs(&measure.text.text, Some(&measure.id), period, &mut needs);
            }
        }
        for text in own_texts(letter) {
            self.add_needs(text, None, period, &mut needs);
        }
        needs
    }

    fn add_needs(&self, text: &str, measure: Option<&str>, period: &Period, needs: &mut Vec<Need>) {
        let aspects = self.aspects(period);
        for (aspect, figure) in references(text) {
            let is_known = self.figure(figure).is_some();
            let has_text = aspects.texts(aspect).contains_key(figure);
            let is_new = !needs
                .iter()
                .any(|it| it.figure == figure && it.aspect == aspect);
            if is_known && !has_text && is_new {
                needs.push(Need {
                    figure: figure.to_owned(),
                    aspect,
                    measure: measure.map(str::to_owned),
                });
            }
        }
    }
}

/// The letter's own Tera prose.
fn own_texts(letter: &Letter) -> Vec<&str> {
    fn add<'s>(sections: &'s [Section], texts: &mut Vec<&'s str>) {
        for section in sections {
            if let SectionContent::Text(text) = &section.content {
                texts.push(&text.text);
            }
            add(&section.sections, texts);
        }
    }
    let mut texts: Vec<&str> = [&letter.opening, &letter.closing]
        .into_iter()
        .flatten()
        .map(|text| text.text.as_str())
        .collect();
    add(&letter.sections, &mut texts);
    texts
}

/// Words such as `growth.cases_investigated` inside tags.
fn references(text: &str) -> impl Iterator<Item = (Aspect, &str)> {
    let tags = text.split("{{").skip(1).chain(text.split("{%").skip(1));
    let tags = tags.map(|tag| tag.split(['}', '%']).next().unwrap_or_default());
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '.';
    tags.flat_map(move |tag| {
        let words = tag.split(move |it: char| !is_part(it));
        let printed = words.filter_map(|word| {
            let (aspect, figure) = word.split_once('.')?;
            Some((Aspect::from_name(aspect)?, figure))
        });
        printed.chain(said(tag))
    })
}

/// The figure of `say(id="…")` for the letter's own period.
fn said(tag: &str) -> Option<(Aspect, &str)> {
    let arguments = tag.split_once("say(")?.1;
    if arguments.contains("period") {
        return None;
    }
    let after = arguments.split_once("id=")?.1;
    let quote = after.chars().next().filter(|it| "\"'`".contains(*it))?;
    Some((Aspect::Figure, after[1..].split(quote).next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_aspects_inside_tags_are_references() {
        let text = "甲figure.a {{ growth.b }}乙{% if value.c %}{{ name.d|upper }}{% endif %}{{ say(id='e', unit='万件') }}";
        let found: Vec<_> = references(text).map(|(_, id)| id).collect();
        assert_eq!(found, ["b", "d", "e", "c"]);
    }
}
