//! The visible text as a string, so that looking at words costs no allocation.

use std::ops::Range;

/// The visible characters in UTF-8.
#[derive(Debug, Default)]
pub(super) struct Written {
    text: String,
    /// The byte at which each character begins, and the length at the end.
    starts: Vec<u32>,
}

impl Written {
    pub(super) fn of(chars: &[char]) -> Self {
        const WIDEST: usize = 3;
        let mut text = String::with_capacity(chars.len() * WIDEST);
        text.extend(chars);
        let mut start = 0;
        let starts = chars.iter().map(|character| {
            let this = start;
            start += character.len_utf8() as u32;
            this
        });
        let mut starts: Vec<u32> = starts.collect();
        starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        Self { text, starts }
    }

    /// The text of `range`; what lies outside is left out.
    #[inline]
    pub(super) fn text(&self, range: Range<usize>) -> &str {
        let end = self.byte(range.end);
        &self.text[self.byte(range.start).min(end)..end]
    }

    /// Whether `words` stands at `index`.
    #[inline]
    pub(super) fn is_at(&self, index: usize, words: &str) -> bool {
        begins(&self.text.as_bytes()[self.byte(index)..], words.as_bytes())
    }

    /// Whether `words` ends at `index`.
    #[inline]
    pub(super) fn ends_at(&self, index: usize, words: &str) -> bool {
        ends(&self.text.as_bytes()[..self.byte(index)], words.as_bytes())
    }

    /// The first of `words` that stands at `index`.
    pub(super) fn one_of_at<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        let rest = &self.text.as_bytes()[self.byte(index)..];
        let mut words = words.iter().copied();
        words.find(|word| begins(rest, word.as_bytes()))
    }

    /// The first of `words` that ends at `index`.
    pub(super) fn one_of_before<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        let before = &self.text.as_bytes()[..self.byte(index)];
        let mut words = words.iter().copied();
        words.find(|word| ends(before, word.as_bytes()))
    }

    #[inline]
    fn byte(&self, index: usize) -> usize {
        let start = self.starts.get(index).or(self.starts.last());
        start.map_or(0, |start| *start as usize)
    }
}

/// Like `starts_with`, but most words fail at their first character, the last byte of which tells
/// Han characters apart best.
#[inline]
fn begins(text: &[u8], word: &[u8]) -> bool {
    match (text, word) {
        ([_, second, third, ..], [_, other_second, other_third, ..]) => {
            third == other_third && second == other_second && text.starts_with(word)
        }
        _ => text.starts_with(word),
    }
}

/// Like `ends_with`, but most words fail at their last character.
#[inline]
fn ends(text: &[u8], word: &[u8]) -> bool {
    match (text, word) {
        ([.., second, third], [.., other_second, other_third]) => {
            third == other_third && second == other_second && text.ends_with(word)
        }
        _ => text.ends_with(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_both_sides_of_a_place() {
        let chars: Vec<char> = "共1件，a提案\n".chars().collect();
        let written = Written::of(&chars);
        assert_eq!(written.text(1..4), "1件，");
        assert_eq!(written.text(6..99), "案\n");
        assert_eq!(written.text(99..100), "");
        assert!(written.is_at(0, "共1件") && !written.is_at(0, "共2件"));
        assert!(written.is_at(4, "a") && !written.is_at(7, "\n\n"));
        assert!(written.ends_at(7, "提案") && written.ends_at(5, "，a"));
        assert!(!written.ends_at(1, "提共") && written.ends_at(0, ""));
        assert_eq!(written.one_of_at(5, &["建议", "提案"]), Some("提案"));
        assert_eq!(written.one_of_before(3, &["件", "1件"]), Some("件"));
    }
}
