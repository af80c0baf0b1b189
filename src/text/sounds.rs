//! Characters that sound alike: what an input method by pinyin (拼音) mistakes for each other.

/// A syllable without its tone and the characters that are read so, a line each; `#` begins a remark.
const LIST: &str = include_str!("sounds.txt");

/// The syllables with the characters that are read so.
pub(super) fn syllables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = LIST.lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(syllable, _)| *syllable != "#")
}

#[cfg(test)]
mod tests {
    use super::*;

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
