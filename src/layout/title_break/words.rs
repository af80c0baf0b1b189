//! Words that titles of official documents have in them, and a title parted into them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// One word a line, in no order that matters.
static WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| include_str!("words.txt").lines().collect());

/// The longest known word, in characters.
const LONGEST: usize = 12;

/// What a word costs in a parting of a title: fewest words win, so long words do.
const WORD: f64 = 1.0;

/// What a character costs that no word holds.
const STRAY: f64 = 1.6;

/// What stands at one place between two characters of a title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Joint {
    /// Whether a word or a name goes on over the place.
    pub(super) is_inside: bool,
    /// Whether a known word ends here.
    pub(super) ends_word: bool,
    /// Whether a known word begins here.
    pub(super) begins_word: bool,
}

/// The places before each character of a title that is parted into known words; `names` stay whole
/// wherever they stand.
pub(super) fn joints(characters: &[char], names: &[&str]) -> Vec<Joint> {
    let mut joints = vec![Joint::default(); characters.len() + 1];
    let mut start = 0;
    for length in parted(characters) {
        let end = start + length;
        if length > 1 {
            joints[start].begins_word = true;
            joints[end].ends_word = true;
            for joint in &mut joints[start + 1..end] {
                joint.is_inside = true;
            }
        }
        start = end;
    }
    for name in names.iter().filter(|name| !name.is_empty()) {
        let name: Vec<char> = name.chars().collect();
        for start in 0..characters.len() {
            if characters[start..].starts_with(&name) {
                for joint in &mut joints[start + 1..start + name.len()] {
                    joint.is_inside = true;
                }
            }
        }
    }
    joints
}

/// The lengths of the words of a text from its beginning, 1 for a character that no word holds.
fn parted(characters: &[char]) -> Vec<usize> {
    let count = characters.len();
    let text: String = characters.iter().collect();
    let mut offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    offsets.push(text.len());
    let is_word = |start: usize, length: usize| {
        let word = &text[offsets[start]..offsets[start + length]];
        WORDS.contains(word)
    };
    // From the end: the least cost of the rest, and the length of its first word.
    let mut best = vec![(0.0, 0); count + 1];
    for start in (0..count).rev() {
        let longest = LONGEST.min(count - start);
        let words = (2..=longest).filter(|length| is_word(start, *length));
        let words = words.map(|length| (WORD + best[start + length].0, length));
        let stray = (STRAY + best[start + 1].0, 1);
        // Of two that cost alike the longer first word wins.
        best[start] = words.fold(
            stray,
            |least, word| if word.0 <= least.0 { word } else { least },
        );
    }
    let mut lengths = Vec::new();
    let mut start = 0;
    while start < count {
        lengths.push(best[start].1);
        start += best[start].1;
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_a_line_none_twice_and_none_longer_than_is_looked_up() {
        let lines = include_str!("words.txt").lines();
        let mut seen = FxHashSet::default();
        for word in lines {
            assert!(seen.insert(word), "“{word}” stands twice");
            let length = word.chars().count();
            assert!((2..=LONGEST).contains(&length), "“{word}”");
            assert!(
                crate::text::width::is_han(word.chars().next().unwrap_or(' ')),
                "“{word}”"
            );
        }
        assert!(seen.len() > 1000);
        assert!(include_str!("words.txt").len() < 30_000);
    }

    #[test]
    fn a_text_is_parted_into_the_fewest_words() {
        let parts = |text: &str| parted(&text.chars().collect::<Vec<_>>());
        assert_eq!(parts("自由贸易试验区高质量发展"), [7, 5]);
        assert_eq!(parts("提高中小学教师待遇"), [2, 3, 4]);
        assert_eq!(parts("的"), [1]);
    }
}
