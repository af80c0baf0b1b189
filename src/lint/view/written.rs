//! The visible text: its characters, the same as a string, so that looking at words costs no allocation,
//! and where each stands in the source.

use std::ops::Range;

/// A piece of the source that is visible as it stands, or a character that stands for one.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it begins in the visible text, in bytes.
    visible: u32,
    /// Where it begins in the source, in bytes.
    source: u32,
}

/// The visible text of a source.
#[derive(Debug, Default)]
pub(super) struct Written {
    chars: Vec<char>,
    /// The characters in UTF-8.
    text: String,
    /// The byte of `text` at which each character begins.
    starts: Vec<u32>,
    pieces: Vec<Piece>,
}

impl Written {
    /// No text yet, with room for that of a source of so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        const HAN: usize = 3;
        Self {
            chars: Vec::with_capacity(bytes / HAN + 8),
            text: String::with_capacity(bytes + 8),
            starts: Vec::with_capacity(bytes / HAN + 8),
            pieces: Vec::new(),
        }
    }

    /// Adds what stands in the source at the byte `source`, or what is shown in its place.
    pub(super) fn push(&mut self, shown: &str, source: usize) {
        let visible = self.text.len();
        let last = self.pieces.last();
        let goes_on =
            last.is_some_and(|it| visible - it.visible as usize + it.source as usize == source);
        if !goes_on {
            let [visible, source] =
                [visible, source].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
            self.pieces.push(Piece { visible, source });
        }
        self.text.push_str(shown);
        let mut start = visible as u32;
        for character in shown.chars() {
            self.chars.push(character);
            self.starts.push(start);
            start += character.len_utf8() as u32;
        }
    }

    /// Leaves only so many characters.
    pub(super) fn truncate(&mut self, count: usize) {
        let end = self.byte(count);
        self.chars.truncate(count);
        self.starts.truncate(count);
        self.text.truncate(end);
        let kept = self
            .pieces
            .partition_point(|it| (it.visible as usize) < end);
        self.pieces.truncate(kept);
    }

    /// The characters.
    #[inline]
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where the character at `index` begins in the source; nothing behind the last one.
    pub(super) fn source_byte(&self, index: usize) -> Option<usize> {
        let start = *self.starts.get(index)?;
        let next = self.pieces.partition_point(|it| it.visible <= start);
        let piece = self.pieces.get(next.checked_sub(1)?)?;
        Some((start - piece.visible + piece.source) as usize)
    }

    /// How many characters begin in the source before the byte.
    pub(super) fn count_before(&self, byte: usize) -> usize {
        let next = self
            .pieces
            .partition_point(|it| (it.source as usize) < byte);
        let Some(piece) = next.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return 0;
        };
        let end = self
            .pieces
            .get(next)
            .map_or(self.text.len(), |it| it.visible as usize);
        let visible = end.min(piece.visible as usize + byte - piece.source as usize);
        self.index_of(visible)
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
        begins(self.from(index), words.as_bytes())
    }

    /// Whether `words` ends at `index`.
    #[inline]
    pub(super) fn ends_at(&self, index: usize, words: &str) -> bool {
        ends(self.up_to(index), words.as_bytes())
    }

    /// The first of `words` that stands at `index`.
    pub(super) fn one_of_at<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        let mut words = words.iter().copied();
        let Some([second, third]) = self.chars.get(index).and_then(trail) else {
            return words.find(|word| self.is_at(index, word));
        };
        words.find(|word| match word.as_bytes() {
            [_, other_second, other_third, ..] => {
                third == *other_third && second == *other_second && self.is_at(index, word)
            }
            word => word.is_empty(),
        })
    }

    /// The first of `words` that ends at `index`.
    pub(super) fn one_of_before<'w>(&self, index: usize, words: &[&'w str]) -> Option<&'w str> {
        let mut words = words.iter().copied();
        let last = index.checked_sub(1).and_then(|last| self.chars.get(last));
        let Some([second, third]) = last.and_then(trail) else {
            return words.find(|word| self.ends_at(index, word));
        };
        words.find(|word| match word.as_bytes() {
            [.., other_second, other_third] => {
                third == *other_third && second == *other_second && self.ends_at(index, word)
            }
            word => word.is_empty(),
        })
    }

    /// The text from a character on.
    #[inline]
    fn from(&self, index: usize) -> &[u8] {
        &self.text.as_bytes()[self.byte(index)..]
    }

    /// The text up to a character.
    #[inline]
    fn up_to(&self, index: usize) -> &[u8] {
        &self.text.as_bytes()[..self.byte(index)]
    }

    /// The character that begins at a byte of the visible text.
    fn index_of(&self, byte: usize) -> usize {
        self.starts
            .partition_point(|start| (*start as usize) < byte)
    }

    /// The byte of the visible text at which a character begins.
    #[inline]
    fn byte(&self, index: usize) -> usize {
        let start = self.starts.get(index);
        start.map_or(self.text.len(), |start| *start as usize)
    }
}

/// The last two bytes of a character of three, as nearly all are: they tell most words that begin or end
/// otherwise without a look at the text.
#[inline]
fn trail(character: &char) -> Option<[u8; 2]> {
    const TRAIL: u32 = 0x80;
    let code = *character as u32;
    let byte = |bits: u32| (TRAIL | bits & 0x3f) as u8;
    (0x800..0x1_0000)
        .contains(&code)
        .then(|| [byte(code >> 6), byte(code)])
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
pub(super) fn ends(text: &[u8], word: &[u8]) -> bool {
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
        let mut written = Written::default();
        written.push("共1件，a提案\n", 0);
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

    #[test]
    fn places_lead_to_the_source_and_back() {
        // 共**1**件, then an address that is shown as one character.
        let mut written = Written::default();
        for (shown, source) in [
            ("共", 3),
            ("1", 8),
            ("件", 11),
            ("\u{fffc}", 14),
            ("\n", 34),
        ] {
            written.push(shown, source);
        }
        let bytes: Vec<_> = (0..6).map(|index| written.source_byte(index)).collect();
        assert_eq!(
            bytes,
            [Some(3), Some(8), Some(11), Some(14), Some(34), None]
        );
        let counts = [0, 3, 4, 8, 9, 11, 14, 20, 34, 35, 99].map(|byte| written.count_before(byte));
        assert_eq!(counts, [0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5]);
        written.truncate(2);
        assert_eq!((written.text(0..9), written.source_byte(2)), ("共1", None));
    }
}
