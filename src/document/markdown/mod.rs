//! Markdown → [`Body`]: a strict subset, so that nothing is changed without a word.
//!
//! Kept are headings of four levels (`##` to `#####`), paragraphs, tables, and links that carry an
//! origin (出处). Everything else that Markdown would take for markup is a diagnostic at its place.

mod refusal;
mod text;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Block, Body, Inline, Level, Table, TableAlignment};
use crate::diagnostic::{Checked, Sink};
use crate::origin::{END_OF_ORIGIN, MeasureOrigin, Origin, Origins, SharedOrigin};
use crate::source::{Source, Span};

/// Reads a rendered body.
///
/// # Errors
/// Reports everything outside the subset; the body then lacks it and must not be printed.
pub fn body(markdown: &Arc<Source>, origins: &Origins) -> Checked<Body> {
    let mut reader = Reader::new(markdown, origins);
    let options = Options::ENABLE_TABLES;
    let parser = Parser::new_ext(markdown.text(), options);
    reader.refuse_definitions(&parser);
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    let Reader { blocks, sink, .. } = reader;
    sink.checked(Some(Body { blocks }))
}

struct Reader<'m> {
    markdown: &'m Arc<Source>,
    origins: &'m Origins,
    blocks: Vec<Block>,
    /// Text of the block or table cell that is open.
    inlines: Vec<Inline>,
    /// The measure that prose comes from.
    measure: Option<SharedOrigin>,
    /// The figure whose link is open.
    figure: Option<SharedOrigin>,
    table: Option<Table>,
    row: Vec<Vec<Inline>>,
    /// Where the last cell that was read ends.
    cell_end: usize,
    /// How many refused elements are open; their content was reported with them.
    refused: usize,
    sink: Sink,
}

impl<'m> Reader<'m> {
    fn new(markdown: &'m Arc<Source>, origins: &'m Origins) -> Self {
        Self {
            markdown,
            origins,
            blocks: Vec::new(),
            inlines: Vec::new(),
            measure: None,
            figure: None,
            table: None,
            row: Vec::new(),
            cell_end: 0,
            refused: 0,
            sink: Sink::new(),
        }
    }

    /// The place to show: the measure that the text comes from, else the rendered body.
    fn span(&self, range: Range<usize>) -> Span {
        if let Some(Origin::Measure(MeasureOrigin {
            place: Some(place), ..
        })) = self.measure.as_deref()
        {
            return place.clone();
        }
        self.markdown_span(range)
    }

    fn markdown_span(&self, range: Range<usize>) -> Span {
        let text = &self.markdown.text()[range.clone()];
        Span::new(
            self.markdown,
            range.start..range.start + text.trim_end().len(),
        )
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            _ if self.refused > 0 => {}
            Event::Text(text) => self.text(&text, range),
            Event::SoftBreak => self.soft_break(&range),
            other => {
                let span = self.span(range);
                self.sink.extend(refusal::of_event(&other, span));
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            _ if self.refused > 0 => self.refused += 1,
            Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::Heading { .. } => {}
            Tag::Table(alignments) => self.table = Some(self.table(&alignments, range)),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url, range),
            refused => {
                let span = self.span(range);
                self.sink.push(refusal::of_tag(&refused, span));
                self.refused += 1;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            _ if self.refused > 0 => self.refused -= 1,
            TagEnd::Paragraph => self.paragraph(range),
            TagEnd::Heading(level) => self.heading(level, range),
            TagEnd::Link => self.figure = None,
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.inlines);
                self.row.push(cell);
                self.cell_end = range.end;
            }
            TagEnd::TableHead => {
                let row = std::mem::take(&mut self.row);
                self.table
                    .iter_mut()
                    .for_each(|table| table.head.clone_from(&row));
            }
            TagEnd::TableRow => {
                self.refuse_more_cells(range);
                let row = std::mem::take(&mut self.row);
                self.table
                    .iter_mut()
                    .for_each(|table| table.rows.push(row.clone()));
            }
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            _ => {}
        }
    }

    /// A paragraph such as `[甲]: 乙` defines a link for Markdown, which then prints nothing of it.
    fn refuse_definitions(&mut self, parser: &Parser<'_>) {
        let definitions = parser.reference_definitions().iter();
        let mut ranges: Vec<_> = definitions.map(|(_, it)| it.span.clone()).collect();
        ranges.sort_unstable_by_key(|range| range.start);
        for range in ranges {
            let span = self.markdown_span(range);
            self.sink.push(refusal::definition(span));
        }
    }

    /// Cells beyond those of the head, which Markdown leaves out.
    fn refuse_more_cells(&mut self, row: Range<usize>) {
        let rest = &self.markdown.text()[self.cell_end.min(row.end)..row.end];
        if !rest
            .trim_matches(|it: char| it == '|' || it.is_whitespace())
            .is_empty()
        {
            let columns = self.table.as_ref().map_or(0, |table| table.head.len());
            let span = self.span(row);
            self.sink.push(refusal::more_cells(columns, span));
        }
    }

    fn table(&self, alignments: &[Alignment], range: Range<usize>) -> Table {
        let alignment = |alignment: &Alignment| match alignment {
            Alignment::None => TableAlignment::Unset,
            Alignment::Left => TableAlignment::Left,
            Alignment::Center => TableAlignment::Center,
            Alignment::Right => TableAlignment::Right,
        };
        Table {
            alignments: alignments.iter().map(alignment).collect(),
            head: Vec::new(),
            rows: Vec::new(),
            place: self.span(range),
        }
    }

    /// Opens a figure's text, or switches to or from the prose of a measure.
    fn open_link(&mut self, destination: &str, range: Range<usize>) {
        let origin = self.origins.get(destination).cloned();
        match (destination.split_once(':'), origin) {
            _ if destination == END_OF_ORIGIN => self.measure = None,
            (Some(("measure", _)), Some(origin)) => self.measure = Some(origin),
            (_, Some(origin)) => self.figure = Some(origin),
            (_, None) => {
                let span = self.span(range);
                self.sink.push(refusal::link(destination, span));
                self.refused += 1;
            }
        }
    }

    fn paragraph(&mut self, range: Range<usize>) {
        let inlines = std::mem::take(&mut self.inlines);
        if inlines.is_empty() {
            return;
        }
        let place = self.markdown_span(range);
        self.sink.extend(text::check(&inlines, &place));
        self.blocks.push(Block::Paragraph { inlines, place });
    }

    fn heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let inlines = std::mem::take(&mut self.inlines);
        let place = self.markdown_span(range.clone());
        if !self.markdown.text()[range].trim_start().starts_with('#') {
            self.sink.push(refusal::underlined_heading(place));
            return;
        }
        let Some(level) = body_level(level) else {
            self.sink.push(refusal::heading_level(place));
            return;
        };
        self.sink.extend(text::check(&inlines, &place));
        self.blocks.push(Block::Heading {
            level,
            inlines,
            place,
        });
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let span = Span::new(self.markdown, range.clone());
        let before = self.markdown.text()[..range.start].chars().next_back();
        self.sink.extend(text::leftovers(text, before, &span));
        let origin = self.figure.as_ref().or(self.measure.as_ref()).cloned();
        text::push(&mut self.inlines, text, origin);
    }

    /// A line end inside a paragraph is nothing between Chinese characters, a space elsewhere.
    fn soft_break(&mut self, range: &Range<usize>) {
        let text = self.markdown.text();
        let before = text[..range.start].trim_end().chars().next_back();
        let after = text[range.end..].trim_start().chars().next();
        let is_western = |character: Option<char>| character.is_some_and(|it| it.is_ascii());
        if is_western(before) && is_western(after) {
            text::push(&mut self.inlines, " ", self.measure.clone());
        }
    }
}

/// `#` is the title's; `##` to `#####` are 一、 to （1）.
fn body_level(level: HeadingLevel) -> Option<Level> {
    match level {
        HeadingLevel::H2 => Some(Level::One),
        HeadingLevel::H3 => Some(Level::Two),
        HeadingLevel::H4 => Some(Level::Three),
        HeadingLevel::H5 => Some(Level::Four),
        HeadingLevel::H1 | HeadingLevel::H6 => None,
    }
}

#[cfg(test)]
mod tests;
