//! Which stretch of a printed text was made from which stretch of its prose.

use std::ops::Range;

use crate::render::literals;
use crate::source::PlacedText;

/// Stops that the setting of a list takes from the end of an item.
const FINAL_STOPS: [char; 4] = ['。', '；', '，', '、'];

/// A stretch of the prose that was printed as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// In the printed text.
    pub(super) printed: Range<usize>,
    /// In the prose; of the same length.
    pub(super) prose: Range<usize>,
}

/// A text that letters are made from, with its literal stretches.
#[derive(Debug)]
pub(super) struct Prose {
    /// The text, as written.
    pub(super) text: PlacedText,
    /// What is printed as it stands: lines and cells of what lies between tags.
    literals: Vec<Range<usize>>,
}

impl Prose {
    /// Finds the literals of a text.
    pub(super) fn new(text: PlacedText) -> Self {
        let literals = literals(&text.text).into_iter();
        let literals = literals.flat_map(|range| lines(&text.text, range));
        Self {
            literals: literals.collect(),
            text,
        }
    }

    /// Finds the literals in `printed`, in order.
    ///
    /// The longest one is found first and parts the rest, so that a lone comma between two figures is
    /// looked for only where it can be.
    pub(super) fn align(&self, printed: &Printed) -> Vec<Piece> {
        let prose = &self.text.text;
        let Printed { text: printed, has } = printed;
        let may_stand = |range: &&Range<usize>| {
            let literal = &prose[(*range).clone()];
            range.len() <= printed.len() + LONGEST_STOP
                && has.all_of(literal.trim_end_matches(FINAL_STOPS))
        };
        let literals: Vec<Range<usize>> = self.literals.iter().filter(may_stand).cloned().collect();
        let mut pieces = Vec::new();
        let alignment = Alignment { prose, printed };
        alignment.anchor(&literals, 0..printed.len(), &mut pieces);
        pieces
    }
}

/// In bytes.
const LONGEST_STOP: usize = '。'.len_utf8();

/// A printed text that literals are looked for in.
pub(super) struct Printed {
    text: String,
    has: Characters,
}

impl Printed {
    /// Makes it ready once for every prose that may have given it.
    pub(super) fn new(text: String) -> Self {
        let has = Characters::of(&text);
        Self { text, has }
    }
}

/// Which characters a text has, as far as 1,024 bits tell: a cheap test before a search.
struct Characters([u64; 16]);

impl Characters {
    fn of(text: &str) -> Self {
        let mut present = Self([0; 16]);
        for character in text.chars() {
            let (word, bit) = Self::bit(character);
            present.0[word] |= bit;
        }
        present
    }

    /// Whether all characters of another text may be there.
    fn all_of(&self, text: &str) -> bool {
        text.chars().all(|character| {
            let (word, bit) = Self::bit(character);
            self.0[word] & bit != 0
        })
    }

    fn bit(character: char) -> (usize, u64) {
        let index = character as usize % 1024;
        (index / 64, 1 << (index % 64))
    }
}

struct Alignment<'a> {
    prose: &'a str,
    printed: &'a str,
}

impl Alignment<'_> {
    fn anchor(&self, literals: &[Range<usize>], within: Range<usize>, pieces: &mut Vec<Piece>) {
        let Some((index, piece)) = self.longest(literals, &within) else {
            return;
        };
        let printed = piece.printed.clone();
        self.anchor(&literals[..index], within.start..printed.start, pieces);
        pieces.push(piece);
        self.anchor(&literals[index + 1..], printed.end..within.end, pieces);
    }

    /// The longest literal that stands in `within`; the first one of equals.
    fn longest(&self, literals: &[Range<usize>], within: &Range<usize>) -> Option<(usize, Piece)> {
        let mut by_length: Vec<usize> = (0..literals.len()).collect();
        by_length.sort_by_key(|index| std::cmp::Reverse(literals[*index].len()));
        by_length.into_iter().find_map(|index| {
            let piece = self.find(&literals[index], within)?;
            Some((index, piece))
        })
    }

    fn find(&self, literal: &Range<usize>, within: &Range<usize>) -> Option<Piece> {
        let text = &self.prose[literal.clone()];
        let without_stop = text.trim_end_matches(FINAL_STOPS);
        let shorter = Some(without_stop).filter(|it| it.len() < text.len());
        let looked_for = [Some(text), shorter].into_iter().flatten();
        let mut fitting = looked_for.filter(|it| !it.is_empty() && it.len() <= within.len());
        fitting.find_map(|text| {
            let start = within.start + self.printed[within.clone()].find(text)?;
            Some(Piece {
                printed: start..start + text.len(),
                prose: literal.start..literal.start + text.len(),
            })
        })
    }
}

/// The lines and cells of a literal without the white space at both ends; line ends and the bars
/// between the cells of a table are not printed.
fn lines(prose: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let text = &prose[range.clone()];
    let lines = text.split(['\n', '|']).filter_map(move |line| {
        let trimmed = line.trim();
        let start = range.start + (trimmed.as_ptr() as usize - text.as_ptr() as usize);
        (!trimmed.is_empty()).then_some(start..start + trimmed.len())
    });
    lines.collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    fn aligned(prose: &str, printed: &str) -> Vec<(String, String)> {
        let source = Source::new("a.md", prose);
        let text = PlacedText::new(prose, Span::new(&source, 0..prose.len()));
        let pieces = Prose::new(text)
            .align(&Printed::new(printed.to_owned()))
            .into_iter();
        let texts = pieces.map(|piece| {
            assert_eq!(&prose[piece.prose.clone()], &printed[piece.printed.clone()]);
            let tags = prose[..piece.prose.start].matches("{{").count();
            (printed[piece.printed].to_owned(), tags.to_string())
        });
        texts.collect()
    }

    #[test]
    fn short_literals_are_found_between_long_ones() {
        let prose = "查处案件{{ a }}，{{ b }}，案值{{ c }}。";
        let found = aligned(prose, "查处案件1，001件，同比增长，案值3元。");
        let expected = [("查处案件", "0"), ("，", "1"), ("，案值", "2"), ("。", "3")];
        let expected = expected.map(|(text, tag)| (text.to_owned(), tag.to_owned()));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_cell_of_a_table_is_found_by_itself() {
        let found = aligned(
            "前言。\n\n| 指标 | 数 |\n|---|---|\n| 案件案件 | 1 |",
            "案件案件",
        );
        assert_eq!(found, [("案件案件".to_owned(), "0".to_owned())]);
    }

    #[test]
    fn what_a_condition_leaves_out_is_passed_over() {
        let found = aligned("甲{% if a %}乙丙{% else %}丁戊{% endif %}己。", "甲丁戊己");
        let texts: Vec<_> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["甲", "丁戊", "己"]);
    }
}
