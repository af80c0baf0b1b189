//! What is shown of one line: marks of emphasis, codes, links and comments fall away.

use super::links::{
    address_length, head, is_link_text, is_lone, link_end, link_target_length, tag_length,
};
use super::{Markup, Reader};
use crate::lint::view::OPAQUE;

/// The bytes that may begin something which is not shown as it stands, all of them ASCII.
const IN_PLAIN: [bool; 256] = table(b"<hwf@");
const IN_MARKDOWN: [bool; 256] = table(b"<hwf@`\\*[!]");

/// The bits that no byte of ASCII has.
const NOT_ASCII: u64 = u64::from_ne_bytes([0x80; 8]);

const fn table(marks: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut index = 0;
    while index < marks.len() {
        table[marks[index] as usize] = true;
        index += 1;
    }
    table
}

impl Reader<'_> {
    /// Pushes the visible characters of a line.
    pub(super) fn inline(&mut self, offset: usize, text: &str) {
        let mut at = 0;
        while at < text.len() {
            if self.in_comment {
                at = self.leave_comment(text, at);
                continue;
            }
            let shown = self.plain_length(&text[at..]);
            self.visible
                .written
                .push(&text[at..at + shown], offset + at);
            at += shown;
            if at < text.len() {
                at += self.mark_at(text, at, offset);
            }
        }
    }

    /// How many bytes are shown as they stand before one that may begin something else.
    fn plain_length(&self, rest: &str) -> usize {
        let marks = match self.markup {
            Markup::Plain => &IN_PLAIN,
            Markup::Markdown => &IN_MARKDOWN,
        };
        let is_mark = |byte: &u8| marks[usize::from(*byte)];
        let bytes = rest.as_bytes();
        // Eight bytes at a time: most have no ASCII among them.
        let (chunks, _) = bytes.as_chunks::<8>();
        let has_mark = |chunk: &[u8; 8]| {
            u64::from_ne_bytes(*chunk) & NOT_ASCII != NOT_ASCII && chunk.iter().any(is_mark)
        };
        let skipped = chunks.iter().take_while(|chunk| !has_mark(chunk)).count() * 8;
        let mark = bytes[skipped..].iter().position(is_mark);
        mark.map_or(rest.len(), |mark| skipped + mark)
    }

    /// Reads what a byte begins that may begin something, or shows it; returns its length in bytes.
    fn mark_at(&mut self, text: &str, at: usize, offset: usize) -> usize {
        self.markup_at(text, at, offset).unwrap_or_else(|| {
            self.visible.written.push(&text[at..=at], offset + at);
            1
        })
    }

    fn leave_comment(&mut self, text: &str, at: usize) -> usize {
        match text[at..].find("-->") {
            Some(length) => {
                self.in_comment = false;
                at + length + 3
            }
            None => text.len(),
        }
    }

    /// Reads what is not shown as it stands; returns its length in bytes.
    fn markup_at(&mut self, text: &str, at: usize, offset: usize) -> Option<usize> {
        let rest = &text[at..];
        match rest.as_bytes()[0] {
            b'<' if rest.starts_with("<!--") => {
                self.in_comment = true;
                Some(4)
            }
            b'h' | b'w' | b'f' => self.opaque(address_length(rest)?, offset + at),
            b'@' => self.email(text, at),
            _ if self.markup == Markup::Plain => None,
            b'`' => self.code(rest, offset + at),
            b'\\' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => {
                self.visible.written.push(&rest[1..2], offset + at + 1);
                Some(2)
            }
            b'*' if !is_lone(text, at) => Some(rest.bytes().take_while(|b| *b == b'*').count()),
            b'[' => is_link_text(rest).then_some(1),
            b'!' if rest.starts_with("![") => self.opaque(2 + link_end(&rest[2..])?, offset + at),
            b']' => link_target_length(rest),
            b'<' => tag_length(rest),
            _ => None,
        }
    }

    /// Reads code, or back ticks that open none.
    fn code(&mut self, rest: &str, offset: usize) -> Option<usize> {
        let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
        let end = head(&rest[ticks..]).find(&rest[..ticks]);
        self.opaque(end.map_or(ticks, |end| ticks + end + ticks), offset)
    }

    fn opaque(&mut self, length: usize, offset: usize) -> Option<usize> {
        let mut shown = [0; 4];
        self.visible
            .written
            .push(OPAQUE.encode_utf8(&mut shown), offset);
        Some(length)
    }

    /// Takes back the characters of an e-mail address before @.
    fn email(&mut self, text: &str, at: usize) -> Option<usize> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+".contains(&byte);
        // What is shown already is looked at, so that one address takes nothing of the one before.
        let shown = self.visible.written.chars();
        let is_shown_part = |it: &&char| u8::try_from(**it).is_ok_and(is_part);
        let before = shown.iter().rev().take_while(is_shown_part).count();
        let after = text[at + 1..].bytes().take_while(|b| is_part(*b)).count();
        let keep = shown.len() - before;
        let start = self.visible.written.source_byte(keep)?;
        if after == 0 {
            return None;
        }
        self.visible.written.truncate(keep);
        self.opaque(1 + after, start)
    }
}
