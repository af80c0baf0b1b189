//! What a change did to a letter's text: sentences before and after, with the changed pieces marked.

use std::collections::BTreeMap;

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::sentence::sentences;

/// A sentence that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceChange {
    /// As it was; absent for a new one.
    pub old: Option<String>,
    /// As it is; absent for one that is no more.
    pub new: Option<String>,
}

/// Which of two texts a piece stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// In both.
    Kept,
    /// In the old one.
    Removed,
    /// In the new one.
    Added,
}

/// A piece of a text beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub kind: PieceKind,
    /// Its text.
    pub text: String,
}

/// The sentences that differ between two texts, in the order of the new one.
///
/// The texts are Markdown outputs, a paragraph each line; a sentence that only moved is told as gone
/// and new.
pub fn sentence_changes(old: &str, new: &str) -> Vec<SentenceChange> {
    let (old, new) = (all_sentences(old), all_sentences(new));
    let mut changes = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if operation.tag() == DiffTag::Equal {
            continue;
        }
        changes.extend(paired(
            &old[operation.old_range()],
            &new[operation.new_range()],
        ));
    }
    changes
}

fn all_sentences(text: &str) -> Vec<&str> {
    let lines = text.lines().map(|line| line.trim_start_matches('#').trim());
    let filled = lines.filter(|line| !line.is_empty());
    filled
        .flat_map(|line| sentences(line).into_iter().map(move |range| &line[range]))
        .collect()
}

/// Pairs replaced sentences: first those that are alike, then by their order.
fn paired(old: &[&str], new: &[&str]) -> Vec<SentenceChange> {
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut first_free = 0;
    for (index, old) in old.iter().enumerate() {
        let alike = (first_free..new.len()).find(|it| are_alike(old, new[*it]));
        if let Some(found) = alike {
            taken.insert(found, index);
            first_free = found + 1;
        }
    }
    let gone = (0..old.len()).filter(|index| !taken.values().any(|it| it == index));
    let removed = gone.map(|index| SentenceChange {
        old: Some(old[index].to_owned()),
        new: None,
    });
    let written = new.iter().enumerate().map(|(index, new)| SentenceChange {
        old: taken.get(&index).map(|it| old[*it].to_owned()),
        new: Some((*new).to_owned()),
    });
    removed.chain(written).collect()
}

/// Whether one sentence is the other with a part changed: half of the words are the same.
fn are_alike(old: &str, new: &str) -> bool {
    let (old, new) = (words(old), words(new));
    similar::capture_diff_slices(Algorithm::Myers, &old, &new)
        .iter()
        .filter(|operation| operation.tag() == DiffTag::Equal)
        .map(|operation| operation.new_range().len())
        .sum::<usize>()
        * 2
        >= old.len().max(new.len())
}

/// Two sentences as pieces that are in both or in one; a number is never cut.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (words(old), words(new));
    let mut pieces = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (before, after) = (
            old[operation.old_range()].concat(),
            new[operation.new_range()].concat(),
        );
        let parts = match operation.tag() {
            DiffTag::Equal => vec![(PieceKind::Kept, after)],
            _ => vec![(PieceKind::Removed, before), (PieceKind::Added, after)],
        };
        let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
        pieces.extend(parts.map(|(kind, text)| Piece { kind, text }));
    }
    pieces
}

/// Numbers as a whole, every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let is_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | '%');
    let mut words = Vec::new();
    let mut start = 0;
    let mut was_number = false;
    for (offset, character) in text.char_indices() {
        if offset > start && !(was_number && is_number(character)) {
            words.push(&text[start..offset]);
            start = offset;
        }
        was_number = is_number(character);
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let pieces = pieces(old, new).into_iter();
        let marked = pieces.map(|piece| match piece.kind {
            PieceKind::Kept => piece.text,
            PieceKind::Removed => format!("[-{}]", piece.text),
            PieceKind::Added => format!("[+{}]", piece.text),
        });
        marked.collect()
    }

    #[test]
    fn numbers_change_as_a_whole() {
        assert_eq!(
            marked("案件1001件，增长41.6%。", "案件1002件，增长41.73%。"),
            "案件[-1001][+1002]件，增长[-41.6%][+41.73%]。"
        );
    }

    #[test]
    fn changed_sentences_are_told_with_what_they_were() {
        let old = "# 标题\n\n甲一百件。乙丙丁一件；戊。\n";
        let new = "# 标题\n\n甲一百件。乙丙丁两件；戊。己庚。\n";
        let changes = sentence_changes(old, new);
        let expected = [
            (Some("乙丙丁一件；"), Some("乙丙丁两件；")),
            (None, Some("己庚。")),
        ];
        let told: Vec<_> = changes
            .iter()
            .map(|it| (it.old.as_deref(), it.new.as_deref()))
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn equal_texts_have_no_changes() {
        assert_eq!(sentence_changes("甲。\n", "甲。\n"), []);
    }
}
