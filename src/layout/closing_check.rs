//! What page 1 and the closing block must be together with, GB/T 9704-2012, 7.3.3 and 7.3.5.5.

use super::context::Context;
use super::page::Role;
use super::paginate::PageRows;
use super::row::Row;
use crate::diagnostic::Diagnostic;
use crate::document::Document;

/// How many characters of a paragraph a message shows.
const SHOWN: usize = 8;

/// Warns where the text is too short or the head too long for the pages that the standard wants.
pub(super) fn check(context: &mut Context<'_>, document: &Document, pages: &[PageRows]) {
    if !shows_text_first(pages) {
        context.sink.push(
            Diagnostic::warning(
                "no-text-on-first-page",
                document.place.clone(),
                "首页没有正文",
            )
            .with_hint("缩短标题，或者减小发文机关标志的字号")
            .with_note("GB/T 9704-2012 7.3.3：公文首页必须显示正文"),
        );
    }
    if document.imprint.addressees.is_some() {
        context.sink.push(
            Diagnostic::suggestion(
                "addressees-in-imprint",
                document.place.clone(),
                "主送机关太多，首页会没有正文，已移到版记",
            )
            .with_hint("要留在正文上面，请缩短标题或者写成统称")
            .with_note("GB/T 9704-2012 7.3.2"),
        );
    }
    if let Some(page) = (1..pages.len()).find(|page| is_alone(&pages[*page])) {
        context
            .sink
            .push(alone(document, &pages[..page], &pages[page]));
    }
}

/// Whether page 1 shows text of the body, if there is some (7.3.3).
pub(super) fn shows_text_first(pages: &[PageRows]) -> bool {
    let shows_text = |page: &PageRows| page.rows.iter().any(|(_, row)| row.is_text());
    pages.first().is_some_and(shows_text) || !pages.iter().any(shows_text)
}

/// Whether a page begins with the closing block.
fn is_alone(page: &PageRows) -> bool {
    page.rows.first().is_some_and(|(_, row)| row.is_closing)
}

fn alone(document: &Document, before: &[PageRows], page: &PageRows) -> Diagnostic {
    let closing = page.rows.iter().filter(|(_, row)| row.is_closing).count();
    let excess = before.last().map_or(0, |last| {
        (last.rows.len() + closing).saturating_sub(last.room)
    });
    let message = format!("落款单独排在第{}页，前一页还差{excess}行", before.len() + 1);
    let paragraphs = last_lines(before);
    let hint = if paragraphs.len() >= excess {
        let shortened: Vec<String> = paragraphs[..excess]
            .iter()
            .map(|(beginning, characters)| format!("把“{beginning}…”一段缩短{characters}个字"))
            .collect();
        format!("{}，落款就能同正文在一页", shortened.join("，"))
    } else {
        format!("把标题或主送机关缩短{excess}行，或者增加正文，使落款同正文在一页")
    };
    Diagnostic::warning("closing-block-alone", document.place.clone(), message)
        .with_hint(hint)
        .with_note("GB/T 9704-2012 7.3.5.5")
}

/// Paragraphs of more than one line: how each begins and how many characters its last line has,
/// the shortest first.
fn last_lines(pages: &[PageRows]) -> Vec<(String, usize)> {
    let rows: Vec<&Row> = pages
        .iter()
        .flat_map(|page| page.rows.iter().map(|(_, row)| row))
        .filter(|row| {
            row.texts
                .first()
                .is_some_and(|text| text.role == Role::Paragraph)
        })
        .collect();
    let mut lines: Vec<(String, usize)> = rows
        .chunk_by(|one, other| one.texts[0].element == other.texts[0].element)
        .filter(|rows| rows.len() > 1)
        .map(|rows| {
            let first = &rows[0].texts[0].line.glyphs;
            let last = &rows[rows.len() - 1].texts[0].line.glyphs;
            let beginning = first.iter().take(SHOWN).map(|glyph| glyph.character);
            (beginning.collect(), last.len())
        })
        .collect();
    lines.sort_by_key(|(_, characters)| *characters);
    lines
}
