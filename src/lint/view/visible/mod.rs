//! What a reader sees of a text: Markdown's marks, comments and link targets fall away.

mod inline;
mod links;

use super::paragraphs::{Paragraph, ParagraphKind};
use super::written::Written;

/// How a text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// Markdown.
    Markdown,
    /// Plain text: only addresses and comments that allow something fall away.
    Plain,
}

pub(super) struct Visible {
    pub(super) written: Written,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// Reads the visible characters and paragraphs of a text.
pub(super) fn visible(text: &str, markup: Markup) -> Visible {
    let mut reader = Reader {
        text,
        markup,
        visible: Visible {
            written: Written::with_room(text.len()),
            paragraphs: Vec::new(),
        },
        fence: None,
        in_comment: false,
    };
    reader.read();
    reader.visible
}

struct Reader<'a> {
    text: &'a str,
    markup: Markup,
    visible: Visible,
    /// The mark that opened a code block.
    fence: Option<&'static str>,
    in_comment: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut start = self.body_start();
        while start < self.text.len() {
            let length = memchr::memchr(b'\n', &self.text.as_bytes()[start..]);
            let end = length.map_or(self.text.len(), |length| start + length);
            self.line(start, end);
            start = end + 1;
        }
        self.end_block();
    }

    /// The start of the text after a byte order mark and Markdown's front matter.
    fn body_start(&self) -> usize {
        let start = if self.text.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        let rest = &self.text[start..];
        if self.markup == Markup::Plain
            || !(rest.starts_with("---\n") || rest.starts_with("---\r\n"))
        {
            return start;
        }
        rest.match_indices("\n---")
            .find(|(index, _)| {
                rest[index + 4..]
                    .trim_start_matches(['-', ' ', '\r'])
                    .starts_with('\n')
            })
            .map_or(start, |(index, _)| start + index + 4)
    }

    fn line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let trimmed = line.trim_matches([' ', '\t', '\r', '\u{3000}']);
        if self.is_code(trimmed) {
            return self.end_block();
        }
        if trimmed.is_empty() {
            return self.end_block();
        }
        let offset = start + (trimmed.as_ptr() as usize - line.as_ptr() as usize);
        self.paragraphs_of_line(offset, trimmed);
    }

    /// Whether the line belongs to a code block.
    fn is_code(&mut self, trimmed: &str) -> bool {
        if self.markup == Markup::Plain || self.in_comment {
            return false;
        }
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| trimmed.starts_with(mark));
        match (self.fence, mark) {
            (None, Some(mark)) => self.fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => self.fence = None,
            (None, None) => return false,
            _ => {}
        }
        true
    }

    fn paragraphs_of_line(&mut self, offset: usize, trimmed: &str) {
        if self.markup == Markup::Plain {
            return self.paragraph(offset, trimmed, ParagraphKind::Text);
        }
        if !self.in_comment && trimmed.starts_with('|') {
            return self.table_row(offset, trimmed);
        }
        let (skipped, kind) = self.block_marks(trimmed);
        self.paragraph(offset + skipped, &trimmed[skipped..], kind);
    }

    /// How many bytes the marks of headings, quotations and lists take, and what the line is.
    fn block_marks(&self, trimmed: &str) -> (usize, ParagraphKind) {
        let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
        let rest = trimmed[hashes..].trim_start();
        if (1..=6).contains(&hashes) && rest.len() < trimmed.len() - hashes {
            return (trimmed.len() - rest.len(), ParagraphKind::Heading);
        }
        let mut rest = trimmed;
        while let Some(inner) = ["> ", "- ", "* ", "+ "]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark))
        {
            rest = inner.trim_start();
        }
        (trimmed.len() - rest.len(), ParagraphKind::Text)
    }

    fn table_row(&mut self, offset: usize, row: &str) {
        if row.bytes().all(|byte| b"|-: ".contains(&byte)) {
            return;
        }
        let mut start = 0;
        for cell in row.split('|') {
            let trimmed = cell.trim();
            let lead = cell.len() - cell.trim_start().len();
            if !trimmed.is_empty() {
                self.paragraph(offset + start + lead, trimmed, ParagraphKind::Cell);
                self.end_block();
            }
            start += cell.len() + 1;
        }
    }

    fn paragraph(&mut self, offset: usize, text: &str, kind: ParagraphKind) {
        let from = self.visible.written.chars().len();
        self.inline(offset, text);
        let is_white = |character: &char| matches!(character, ' ' | '\t' | '\u{3000}');
        let chars = &self.visible.written.chars()[from..];
        let Some(first) = chars.iter().position(|c| !is_white(c)) else {
            self.visible.written.truncate(from);
            return;
        };
        let last = chars.iter().rposition(|c| !is_white(c)).unwrap_or(first);
        let range = from + first..from + last + 1;
        self.visible.written.push("\n", offset + text.len());
        self.visible.paragraphs.push(Paragraph {
            range,
            kind,
            is_last_of_block: false,
        });
    }

    fn end_block(&mut self) {
        if let Some(paragraph) = self.visible.paragraphs.last_mut() {
            paragraph.is_last_of_block = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        visible(text, Markup::Markdown)
            .written
            .chars()
            .iter()
            .collect()
    }

    #[test]
    fn marks_of_markdown_are_not_seen() {
        assert_eq!(
            seen("# 一、标题\n\n**查处**[1001件](fact:a@2021年)案件\n"),
            "一、标题\n查处1001件案件\n"
        );
        assert_eq!(seen("---\ntitle: x\n---\n正文\n"), "正文\n");
        assert_eq!(
            seen("甲<!-- 允许 x：y -->乙\n```\n码\n```\n丙"),
            "甲乙\n丙\n"
        );
        assert_eq!(seen("| 甲 | 乙 |\n|---|---|\n"), "甲\n乙\n");
    }

    #[test]
    fn addresses_are_one_character() {
        assert_eq!(
            seen("见https://a.gov.cn/x,y。邮箱a.b@c.cn，`x`"),
            "见\u{fffc}。邮箱\u{fffc}，\u{fffc}\n"
        );
        // Addresses that run into each other take nothing of what stands before.
        assert_eq!(seen("甲a@b.ca@b.c"), "甲\u{fffc}@b.c\n");
        assert_eq!(seen("a@b a@"), "\u{fffc} a@\n");
    }

    #[test]
    fn offsets_lead_back() {
        let text = "\u{feff}　　查[12](fact:x)件\r\n";
        let visible = visible(text, Markup::Markdown);
        let offset = visible.written.source_byte(1);
        assert_eq!(offset.map(|it| &text[it..it + 2]), Some("12"));
    }
}
