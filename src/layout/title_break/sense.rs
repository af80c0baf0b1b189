//! What it costs to break a title at each place: nothing speaks against it, or the sense does.

use super::super::boundary::{Break, boundaries};
use super::words::{Joint, joints};

/// Characters that never begin a line of a title.
pub(super) const NOT_FIRST: &str = "的了和与及等之或";

/// Characters that hardly ever end a line of a title.
const NOT_LAST: &str = "对在向由将以从为";

/// Characters that join what is beside them, and rather end a line than begin one.
const JOINING: &str = "与和及";

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
    let joints = joints(characters, names);
    (0..characters.len())
        .map(|index| {
            let is_free = index > 0
                && boundaries[index].r#break == Break::Free
                && !NOT_FIRST.contains(characters[index])
                && !is_inside_number(characters, index);
            let is_in_pair = is_free && is_inside_pair(characters, index);
            let pair = if is_in_pair { PAIR_PRICE } else { 0.0 };
            let own = || match joints[index].is_inside {
                true => 15.0,
                false => price(characters, index, joints[index]),
            };
            (is_free && !(is_in_pair && pairs == Pairs::Whole)).then(|| own() + pair)
        })
        .collect()
}

/// How little the sense breaks before a character.
fn price(characters: &[char], index: usize, joint: Joint) -> f64 {
    let follows = |word: &str| begins(&characters[index..], word);
    let precedes = |word: &str| ends(&characters[..index], word);
    if follows("关于") || is_before_number(characters, index) || precedes("会议") {
        0.0
    } else if "、，；：》”）".contains(characters[index - 1]) || characters[index - 1] == ' '
    {
        0.5
    } else if is_before_session(characters, index) || is_before_numbered(characters, index) {
        9.0
    } else if precedes("政协") || precedes("人大") || precedes("提案") || precedes("建议") {
        1.0
    } else if precedes("关于") || NOT_LAST.contains(characters[index - 1]) {
        9.0
    } else if precedes("的") {
        1.5
    } else if BODY_ENDINGS.contains(characters[index - 1]) {
        2.0
    } else if JOINING.contains(characters[index - 1]) || joint.ends_word && joint.begins_word {
        2.5
    } else if joint.ends_word || joint.begins_word {
        4.0
    } else {
        6.0
    }
}

/// Whether the number of a session (十三届四次) begins here: it stays with its body and its 会议.
fn is_before_session(characters: &[char], index: usize) -> bool {
    let is_number = |character: &&char| "第一二三四五六七八九十".contains(**character);
    let digits = characters[index..].iter().take_while(is_number).count();
    let after = characters.get(index + digits);
    digits > 0 && after.is_some_and(|character| "届次".contains(*character))
}

/// Whether what 第…号 counts begins here: both are one name.
fn is_before_numbered(characters: &[char], index: usize) -> bool {
    let mut numbered = ["提案", "建议", "议案"].into_iter();
    characters[index - 1] == '号' && numbered.any(|word| begins(&characters[index..], word))
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
