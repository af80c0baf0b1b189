//! A heading with nothing under it.

use crate::diagnostic::Severity;
use crate::document::{Block, Level};
use crate::facts::{Section, SectionContent};
use crate::lint::findings::Findings;
use crate::lint::{Check, LetterView, Rule};
use crate::source::PlacedText;

/// A heading with nothing under it.
pub(crate) const HEADING_WITHOUT_TEXT: Rule = Rule {
    name: "heading-without-text",
    title: "小标题下面没有内容",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("heading_without_text.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let mut headings = Vec::new();
    let blocks = &view.document().main_part.body.blocks;
    bare(&view.letter().sections, blocks, &mut headings);
    for heading in headings {
        findings
            .place(
                heading.place.clone(),
                format!("“{}”下面没有内容", heading.text),
            )
            .hint("写上这一部分的 measures 或 text；没有可写的就删去这一部分");
    }
}

/// The headings of sections that print nothing else, those below included.
fn bare<'s>(sections: &'s [Section], blocks: &[Block], found: &mut Vec<&'s PlacedText>) {
    for section in sections {
        bare(&section.sections, blocks, found);
        let Some(heading) = &section.heading else {
            continue;
        };
        let is_bare = match &section.content {
            SectionContent::None => section.sections.is_empty(),
            SectionContent::Measures(_) => false,
            // A condition may leave the whole text out.
            SectionContent::Text(_) => is_followed_by_equal(&heading.text, blocks),
        };
        if is_bare {
            found.push(heading);
        }
    }
}

/// Whether the printed heading is followed by one that is not below it, or by the body's end.
fn is_followed_by_equal(heading: &str, blocks: &[Block]) -> bool {
    let level = |block: &Block| match block {
        Block::Heading { level, inlines, .. } => {
            let text: String = inlines.iter().map(|inline| inline.text.as_str()).collect();
            Some((*level, text))
        }
        Block::Paragraph { .. } | Block::Table(_) => None,
    };
    let printed = blocks.iter().enumerate().find_map(|(index, block)| {
        let (level, text) = level(block)?;
        text.ends_with(heading).then_some((index, level))
    });
    printed.is_some_and(|(index, own): (usize, Level)| match blocks.get(index + 1) {
        None => true,
        Some(next) => level(next).is_some_and(|(next, _)| next <= own),
    })
}
