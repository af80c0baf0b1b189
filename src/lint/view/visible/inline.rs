//! What is shown of one line: marks of emphasis, codes, links and comments fall away.

use super::links::{
    address_length, head, is_link_text, is_lone, link_end, link_target_length, tag_length,
};
use super::{Markup, Reader};
use crate::lint::view::OPAQUE;

impl Reader<'_> {
    /// Pushes the visible characters of a line.
    pub(super) fn inline(&mut self, offset: usize, text: &str) {
        let mut at = 0;
        while at < text.len() {
            if self.in_comment {
                at = self.leave_comment(text, at);
                continue;
            }
            let rest = &text[at..];
            let byte = rest.as_bytes()[0];
            if byte < 0x80
                && let Some(length) = self.markup_at(text, at, offset)
            {
                at += length;
                continue;
            }
            let character = rest.chars().next().unwrap_or(OPAQUE);
            self.push(character, offset + at);
            at += character.len_utf8();
        }
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
            b'@' => self.email(text, at, offset),
            _ if self.markup == Markup::Plain => None,
            b'`' => self.code(rest, offset + at),
            b'\\' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => {
                self.push(char::from(rest.as_bytes()[1]), offset + at + 1);
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
        self.push(OPAQUE, offset);
        Some(length)
    }

    /// Takes back the characters of an e-mail address before @.
    fn email(&mut self, text: &str, at: usize, offset: usize) -> Option<usize> {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-+".contains(byte);
        let before = text[..at].bytes().rev().take_while(|b| is_part(b)).count();
        let after = text[at + 1..].bytes().take_while(|b| is_part(b)).count();
        if before == 0 || after == 0 {
            return None;
        }
        let keep = self.visible.chars.len().saturating_sub(before);
        self.visible.chars.truncate(keep);
        self.visible.offsets.truncate(keep);
        self.opaque(1 + after, offset + at - before)
    }
}
