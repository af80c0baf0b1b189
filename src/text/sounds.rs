//! Characters that sound alike: what an input method by pinyin (拼音) mistakes for each other.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A syllable without its tone and the characters that are read so, a line each; `#` begins a remark.
const LIST: &str = include_str!("sounds.txt");

/// The syllables of each character, by their numbers in the list.
static SYLLABLES: LazyLock<FxHashMap<char, Vec<u16>>> = LazyLock::new(|| {
    let mut syllables: FxHashMap<char, Vec<u16>> = FxHashMap::default();
    for (number, (_, characters)) in (0..).zip(self::syllables()) {
        for character in characters.chars() {
            syllables.entry(character).or_default().push(number);
        }
    }
    syllables
});

/// The syllables with the characters that are read so.
pub(super) fn syllables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = LIST.lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(syllable, _)| *syllable != "#")
}

/// Whether two characters can be read as the same syllable, whatever the tone.
///
/// Only the characters of GB 2312 have a sound here.
pub fn sound_alike(one: char, other: char) -> bool {
    let syllables = |character| SYLLABLES.get(&character).map_or(&[][..], Vec::as_slice);
    let others = syllables(other);
    syllables(one)
        .iter()
        .any(|syllable| others.contains(syllable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_one_syllable_sound_alike_in_any_tone_and_reading() {
        for (one, other) in [('历', '厉'), ('治', '制'), ('重', '众'), ('重', '虫')] {
            assert!(sound_alike(one, other), "{one}{other}");
        }
        assert!(sound_alike('行', '航') && sound_alike('行', '形'));
        assert!(!sound_alike('远', '进') && !sound_alike('啊', 'a'));
    }

    #[test]
    fn every_line_is_a_syllable_with_its_characters() {
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            let (syllable, characters) = line.split_once(' ').expect("two parts");
            assert!(
                syllable.chars().all(|letter| letter.is_ascii_lowercase()),
                "{line}"
            );
            assert!(!characters.is_empty() && !characters.is_ascii(), "{line}");
        }
    }
}
