//! What it costs to break a title at each place: nothing speaks against it, or the sense does.

use super::super::boundary::{Break, boundaries};
use super::words::WORDS;

/// Characters that never begin a line of a title.
pub(super) const NOT_FIRST: &str = "的了和与及等之或";

/// Characters that hardly ever end a line of a title.
const NOT_LAST: &str = "对与和及在向由将以从为";

/// Endings of a body's name, after which a line may well end.
const BODY_ENDINGS: &str = "局厅府委院部办协会";

/// Whether what stands between two marks, such as 《》, may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairs {
    /// Never.
    Whole,
    /// Where the sense breaks, at a price.
    Open,
}

/// What a break inside 《》 costs more than one outside.
const PAIR_PRICE: f64 = 8.0;

/// What each place costs to break before; nothing where a title is never broken.
pub(super) fn prices(characters: &[char], names: &[&str], pairs: Pairs) -> Vec<Option<f64>> {
    let boundaries = boundaries(characters);
    let inside = inside_words(characters, names);
    (0..characters.len())
        .map(|index| {
            let is_free = index > 0
                && boundaries[index].r#break == Break::Free
                && !NOT_FIRST.contains(characters[index])
                && !is_inside_number(characters, index);
            let is_in_pair = is_free && is_inside_pair(characters, index);
            let pair = if is_in_pair { PAIR_PRICE } else { 0.0 };
            let own = || match inside[index] {
                true => 15.0,
                false => price(characters, index),
            };
            (is_free && !(is_in_pair && pairs == Pairs::Whole)).then(|| own() + pair)
        })
        .collect()
}

/// How little the sense breaks before a character.
fn price(characters: &[char], index: usize) -> f64 {
    let follows = |word: &str| begins(&characters[index..], word);
    let precedes = |word: &str| ends(&characters[..index], word);
    if follows("关于") || is_before_number(characters, index) || precedes("会议") {
        0.0
    } else if "、，；：》”）".contains(characters[index - 1]) || characters[index - 1] == ' '
    {
        0.5
    } else if precedes("政协") || precedes("人大") || precedes("提案") || precedes("建议") {
        1.0
    } else if precedes("关于") || NOT_LAST.contains(characters[index - 1]) {
        9.0
    } else if BODY_ENDINGS.contains(characters[index - 1]) || precedes("的") {
        2.0
    } else if WORDS.iter().any(|word| follows(word) || precedes(word)) {
        2.5
    } else {
        6.0
    }
}

/// Whether 第…号 begins here.
fn is_before_number(characters: &[char], index: usize) -> bool {
    characters[index] == '第' && characters.get(index + 1).is_some_and(char::is_ascii_digit)
}

/// Inside 第…号 and 〔…〕 a title is never broken.
fn is_inside_number(characters: &[char], index: usize) -> bool {
    let is_after_mark = characters[index - 1] == '第' && characters[index].is_ascii_digit();
    is_after_mark || is_between(characters, index, ('〔', '〕'))
}

/// Inside 《…》 and “…” a title is broken only if it does not find room on a line.
fn is_inside_pair(characters: &[char], index: usize) -> bool {
    let pairs = [('《', '》'), ('“', '”')];
    let mut pairs = pairs.into_iter();
    pairs.any(|pair| is_between(characters, index, pair))
}

fn is_between(characters: &[char], index: usize, (open, close): (char, char)) -> bool {
    let before = &characters[..index];
    let opened = before.iter().rposition(|character| *character == open);
    let closed = before.iter().rposition(|character| *character == close);
    opened > closed && characters[index..].contains(&close)
}

/// Which places lie inside one of the names or of the known words.
fn inside_words(characters: &[char], names: &[&str]) -> Vec<bool> {
    let mut inside = vec![false; characters.len()];
    for start in 0..characters.len() {
        let longest = WORDS
            .iter()
            .chain(names)
            .filter(|word| begins(&characters[start..], word))
            .map(|word| word.chars().count())
            .max();
        let end = start + longest.unwrap_or(1);
        inside[start + 1..end.max(start + 1)].fill(true);
    }
    inside
}

fn begins(text: &[char], word: &str) -> bool {
    let mut characters = text.iter();
    word.chars()
        .all(|character| characters.next() == Some(&character))
}

fn ends(text: &[char], word: &str) -> bool {
    let mut characters = text.iter().rev();
    word.chars()
        .rev()
        .all(|character| characters.next() == Some(&character))
}
