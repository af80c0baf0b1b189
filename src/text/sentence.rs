//! Sentences (句子) of a paragraph.

use std::ops::Range;

/// What ends a sentence, or a clause that stands for one in official prose.
const ENDS: &str = "。！？；";

/// What belongs to the sentence that it closes.
const CLOSING: &str = "”’）》〉】〕」』";

/// The sentences of a paragraph by their bytes, each with its final marks; none is empty.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut has_ended = false;
    for (offset, character) in text.char_indices() {
        let goes_on = ENDS.contains(character) || CLOSING.contains(character);
        if has_ended && !goes_on {
            sentences.push(start..offset);
            start = offset;
            has_ended = false;
        }
        has_ended |= ENDS.contains(character);
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

/// The sentence that holds a byte; the whole text if none does.
pub fn sentence_at(text: &str, offset: usize) -> &str {
    let found = sentences(text)
        .into_iter()
        .find(|range| range.contains(&offset));
    found.map_or(text, |range| &text[range])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let ranges = sentences(text).into_iter();
        ranges.map(|range| &text[range]).collect()
    }

    #[test]
    fn parts_at_stops_and_keeps_closing_marks() {
        assert_eq!(parts("甲。“乙！”丙；丁"), ["甲。", "“乙！”", "丙；", "丁"]);
        assert_eq!(parts("一是甲……。二是乙。"), ["一是甲……。", "二是乙。"]);
        assert_eq!(parts(""), Vec::<&str>::new());
    }

    #[test]
    fn finds_the_sentence_of_a_byte() {
        let text = "甲乙。丙丁。";
        assert_eq!(sentence_at(text, text.len() - 4), "丙丁。");
        assert_eq!(sentence_at(text, 0), "甲乙。");
    }
}
