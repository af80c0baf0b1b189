//! Words that stand beside each other again and again: 立案调查, 基层治理.
//!
//! That a mended word has one of its companions beside it tells that it was meant.

use std::cmp::Ordering;

use memchr::{memchr, memrchr};

/// A word a line, behind it the words that follow it; see its head. Searched as it stands, so that
/// nothing is built before the first question.
const LIST: &str = include_str!("companions.txt");

/// How many bytes a word of two characters of the basic plane has.
const WORD: usize = 6;

/// Whether the second word often follows the first one, both of two characters.
pub(in crate::lint) fn are_companions(first: &[char], second: &[char]) -> bool {
    let (Some(first), Some(second)) = (packed(first), packed(second)) else {
        return false;
    };
    let followers = followers(first).unwrap_or_default();
    followers
        .chunks_exact(WORD)
        .any(|word| number(word) == second)
}

/// The words with that character which often follow the first one, of two characters.
pub(in crate::lint) fn followers_with(
    first: &[char],
    character: char,
) -> impl Iterator<Item = [char; 2]> {
    let followers = packed(first).and_then(followers).unwrap_or_default();
    let words = followers
        .chunks_exact(WORD)
        .map(|word| unpacked(number(word)));
    words.filter(move |word| word.contains(&character))
}

/// The characters of a word of two.
fn unpacked(word: u32) -> [char; 2] {
    [word >> 16, word & 0xffff].map(|it| char::from_u32(it).unwrap_or_default())
}

/// A word of two characters of the basic plane as a number.
fn packed(word: &[char]) -> Option<u32> {
    let [first, second] = word else { return None };
    let [first, second] = [first, second].map(|it| u16::try_from(u32::from(*it)).ok());
    Some(u32::from(first?) << 16 | u32::from(second?))
}

/// A word of two characters of three bytes each as a number.
fn number(word: &[u8]) -> u32 {
    let character = |bytes: &[u8]| {
        let bits = |byte: u8| u32::from(byte & 0x3f);
        u32::from(bytes[0] & 0xf) << 12 | bits(bytes[1]) << 6 | bits(bytes[2])
    };
    character(&word[..3]) << 16 | character(&word[3..])
}

/// What stands behind a word in its line.
fn followers(word: u32) -> Option<&'static [u8]> {
    let list = LIST.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = memrchr(b'\n', &list[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr(b'\n', &list[start..]).map_or(list.len(), |at| start + at);
        let line = &list[start..end];
        let is_word = line.len() >= WORD && line[0] != b'#';
        let found = is_word.then(|| number(&line[..WORD]).cmp(&word));
        match found.unwrap_or(Ordering::Less) {
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => return line.get(WORD..),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        are_companions(&text[..2], &text[2..])
    }

    #[test]
    fn words_are_found_in_the_list_as_it_stands() {
        assert!(together("立案调查") && together("基层治理"));
        assert!(!together("立案基层") && !together("木耳治理") && !together("立案调"));
    }

    #[test]
    fn lines_are_in_order_and_every_word_is_found() {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        let words: Vec<&str> = lines.map(|line| &line[..WORD]).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            words
                .iter()
                .all(|it| followers(number(it.as_bytes())).is_some())
        );
        assert!(
            LIST.lines()
                .all(|line| line.starts_with('#') || line.len() % WORD == 0)
        );
    }
}
