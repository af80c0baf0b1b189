//! Document → Markdown: the whole letter as a person reads it.
//!
//! One paragraph a line, so that a changed figure is a change of one line. Origins are left out.

use jiff::civil::Date;

use crate::document::inline::plain_text;
use crate::document::{
    Block, Body, ClassMark, ClassMarkPlace, ClosingBlock, Document, Header, Imprint, Inline, Level,
    MainPart, PlacedText, Table, TableAlignment,
};
use crate::text::date::chinese_date;

/// Writes a document as Markdown; ends in one line feed.
pub fn markdown(document: &Document) -> String {
    let mut paragraphs = Paragraphs::default();
    if !document.header.issuer_mark.names.is_empty() {
        header(&document.header, &mut paragraphs);
    }
    main_part(document, &mut paragraphs);
    for annex in &document.main_part.annexes {
        let number = annex.number.map(|it| it.to_string()).unwrap_or_default();
        paragraphs.text(&format!("附件{number}"));
        paragraphs.line("# ", &annex.title.text);
        body(&annex.body, &mut paragraphs);
    }
    imprint(&document.imprint, &mut paragraphs);
    paragraphs.finish()
}

/// Paragraphs of the output, in order.
#[derive(Default)]
struct Paragraphs(Vec<String>);

impl Paragraphs {
    fn text(&mut self, text: &str) {
        self.line("", text);
    }

    fn line(&mut self, markup: &str, text: &str) {
        self.0.push(format!("{markup}{}", escape(text)));
    }

    fn placed<'t>(&mut self, texts: impl IntoIterator<Item = &'t PlacedText>) {
        texts.into_iter().for_each(|placed| self.text(&placed.text));
    }

    fn finish(self) -> String {
        let mut text = self.0.join("\n\n");
        text.push('\n');
        text
    }
}

fn header(header: &Header, paragraphs: &mut Paragraphs) {
    paragraphs.placed(&header.copy_number);
    if let Some(classification) = &header.classification {
        let term = classification.term.as_deref();
        let term = term.map_or_else(String::new, |term| format!("★{term}"));
        paragraphs.text(&format!("{}{term}", classification.level.text));
    }
    paragraphs.placed(&header.urgency);
    class_mark(header, ClassMarkPlace::TopRight, paragraphs);
    let names: Vec<_> = header
        .issuer_mark
        .names
        .iter()
        .map(|name| name.text.as_str())
        .collect();
    let suffix = header.issuer_mark.suffix.as_deref().unwrap_or_default();
    paragraphs.text(&format!("{}{suffix}", names.join("、")));
    let signatories: Vec<_> = header
        .signatories
        .iter()
        .map(|name| name.text.as_str())
        .collect();
    if !signatories.is_empty() {
        paragraphs.text(&format!("签发人：{}", signatories.join("　")));
    }
    if let Some(number) = &header.document_number {
        paragraphs.text(&number.to_string());
    }
    class_mark(header, ClassMarkPlace::BesideNumber, paragraphs);
}

fn class_mark(header: &Header, at: ClassMarkPlace, paragraphs: &mut Paragraphs) {
    if let Some(ClassMark { lines, place }) = &header.class_mark
        && *place == at
    {
        paragraphs.placed(lines);
    }
}

fn main_part(document: &Document, paragraphs: &mut Paragraphs) {
    let MainPart {
        title,
        addressees,
        body: blocks,
        annex_notes,
        closing_block: closing,
        remarks,
        annexes: _,
    } = &document.main_part;
    title
        .lines
        .iter()
        .for_each(|line| paragraphs.line("# ", line));
    class_mark(&document.header, ClassMarkPlace::AboveAddressee, paragraphs);
    paragraphs.placed(addressees);
    body(blocks, paragraphs);
    annex_note(annex_notes, paragraphs);
    if let Some(block) = closing {
        closing_block(block, paragraphs);
    }
    paragraphs.placed(remarks);
    class_mark(&document.header, ClassMarkPlace::End, paragraphs);
}

fn annex_note(names: &[PlacedText], paragraphs: &mut Paragraphs) {
    for (index, name) in names.iter().enumerate() {
        let mark = if index == 0 { "附件：" } else { "" };
        let number = annex_number(index, names.len());
        let stop = if number.is_empty() { "" } else { "." };
        paragraphs.text(&format!("{mark}{number}{stop}{}", name.text));
    }
}

/// A single annex has no number, GB/T 9704-2012, 7.3.4.
fn annex_number(index: usize, count: usize) -> String {
    if count > 1 {
        (index + 1).to_string()
    } else {
        String::new()
    }
}

fn closing_block(block: &ClosingBlock, paragraphs: &mut Paragraphs) {
    paragraphs.placed(&block.sign_offs);
    if let Some(date) = block.date() {
        paragraphs.text(&date);
    }
}

fn imprint(imprint: &Imprint, paragraphs: &mut Paragraphs) {
    if let Some(copied_to) = &imprint.copied_to {
        paragraphs.text(&format!("抄送：{}。", copied_to.text));
    }
    let printed_on = imprint
        .printed_on
        .map(|date: Date| format!("{}印发", chinese_date(date)));
    let office = imprint
        .printed_by
        .as_ref()
        .map(|office| office.text.clone());
    let note: Vec<_> = office.into_iter().chain(printed_on).collect();
    if !note.is_empty() {
        paragraphs.text(&note.join("　"));
    }
}

fn body(body: &Body, paragraphs: &mut Paragraphs) {
    for block in &body.blocks {
        match block {
            Block::Heading { level, inlines, .. } => {
                paragraphs.line(heading_markup(*level), &plain_text(inlines));
            }
            Block::Paragraph { inlines, .. } => paragraphs.text(&plain_text(inlines)),
            Block::Table(rows) => paragraphs.0.push(table(rows)),
        }
    }
}

fn heading_markup(level: Level) -> &'static str {
    match level {
        Level::One => "## ",
        Level::Two => "### ",
        Level::Three => "#### ",
        Level::Four => "##### ",
    }
}

fn table(table: &Table) -> String {
    let alignment = |alignment: &TableAlignment| match alignment {
        TableAlignment::Unset => "---",
        TableAlignment::Left => ":--",
        TableAlignment::Center => ":-:",
        TableAlignment::Right => "--:",
    };
    let alignments: Vec<_> = table.alignments.iter().map(alignment).collect();
    let mut rows = vec![row(&table.head), format!("| {} |", alignments.join(" | "))];
    rows.extend(table.rows.iter().map(|cells| row(cells)));
    rows.join("\n")
}

fn row(cells: &[Vec<Inline>]) -> String {
    let texts = cells.iter().map(|cell| self::cell(&plain_text(cell)));
    format!("| {} |", texts.collect::<Vec<_>>().join(" | "))
}

/// A cell's text; one that is merged with the cell before it is empty.
fn cell(text: &str) -> String {
    if text == Table::MERGED {
        return String::new();
    }
    let text = escape(text).replace('|', "\\|");
    text.replace(Table::LINE_BREAK, "<br>")
}

/// Escapes only what would not be read as text, so that the output stays free of noise.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let digits = text.len()
        - text
            .trim_start_matches(|it: char| it.is_ascii_digit())
            .len();
    for (offset, character) in text.char_indices() {
        let starts_block =
            offset == 0 && matches!(character, '#' | '-' | '+' | '>' | '=' | '~' | '|');
        let ends_number = digits > 0
            && offset == digits
            && matches!(character, '.' | ')')
            && text[offset + 1..].starts_with([' ', '\u{3000}']);
        let is_markup = matches!(character, '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '&');
        if starts_block || ends_number || is_markup {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser};

    use super::escape;

    #[test]
    fn what_is_escaped_reads_as_it_was() {
        let texts = [
            "5*3*2",
            "1. 甲",
            "2022年",
            "# 甲",
            "- 甲",
            "<签章>",
            "[甲](乙)",
            "&nbsp;",
            "a_b_c",
            "甲\\乙",
            "（2021-2035年）",
            "1.加快",
            "“337”调查",
        ];
        for text in texts {
            let markdown = escape(text);
            let read: String = Parser::new(&markdown)
                .filter_map(|event| match event {
                    Event::Text(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            assert_eq!(read, text, "{markdown}");
        }
    }

    #[test]
    fn ordinary_text_is_not_escaped() {
        let text = "2021年，同比增长41.6%（全国仅5个），《2021-2022年〈措施〉计划》。";
        assert_eq!(escape(text), text);
    }
}
