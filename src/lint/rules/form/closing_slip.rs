//! A set phrase of closings (结束语) with one wrong character; the list is `closings.txt`.

use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::slip_in::slip_in;
use crate::lint::rules::wording::word_slip;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// A set phrase of closings (结束语) with one wrong character; the list is `closings.txt`.
pub(crate) const CLOSING_SLIP: Rule = Rule {
    name: "closing-slip",
    title: "结束语里有一个字不对",
    severity: Severity::Error,
    check: Check::Table(halves, check),
    page: include_str!("closing_slip.md"),
};

/// The phrases, one a line; `#` begins a remark.
const LIST: &str = include_str!("closings.txt");

/// How many characters at either end of a phrase are looked for.
const HALF: usize = 2;

/// Pairs that are taken for each other though they do not sound alike: the written and the right one.
const LOOK_ALIKE: &[(char, char)] = &[
    ('系', '心'),
    ('比', '批'),
    ('抬', '指'),
    ('侍', '特'),
    ('待', '特'),
    ('恃', '持'),
    ('特', '持'),
    ('哀', '衷'),
    ('待', '持'),
    ('射', '谢'),
    ('室', '宝'),
    ('责', '贵'),
    ('猷', '献'),
    ('绩', '续'),
    ('感', '惑'),
    ('惑', '感'),
    ('咸', '感'),
    ('问', '向'),
    ('往', '注'),
    ('住', '注'),
    ('夏', '复'),
    ('未', '示'),
    ('末', '示'),
    ('己', '已'),
];

/// Particles that sound like characters of the phrases and are right in their place: 诚挚地感谢.
const PARTICLES: [char; 3] = ['的', '地', '得'];

/// Right phrases that are one character of the same sound away from one of the list.
const RIGHT: &[&str] = &[
    "中心感谢",
    "关心之",
    "谏言献策",
    "在此感谢",
    "意见或建议",
    "议上答复",
];

/// A phrase and the half of it that a slip in the other leaves whole.
struct Half {
    phrase: Vec<char>,
    /// Whether it is the first half.
    is_first: bool,
    characters: String,
}

fn table() -> &'static [Half] {
    static TABLE: OnceLock<Vec<Half>> = OnceLock::new();
    TABLE.get_or_init(|| LIST.lines().flat_map(halves_of).collect())
}

fn halves_of(line: &str) -> Vec<Half> {
    if line.starts_with('#') {
        return Vec::new();
    }
    let phrase: Vec<char> = line.chars().collect();
    let ends = [(true, 0..HALF), (false, phrase.len() - HALF..phrase.len())];
    let halves = ends.map(|(is_first, range)| Half {
        characters: phrase[range].iter().collect(),
        phrase: phrase.clone(),
        is_first,
    });
    halves.into()
}

fn halves() -> Vec<&'static str> {
    table()
        .iter()
        .map(|half| half.characters.as_str())
        .collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let half = &table()[word.number];
    let start = match half.is_first {
        true => Some(word.start),
        false => word.end.checked_sub(half.phrase.len()),
    };
    let Some(start) = start.filter(|start| is_slip(view, *start, half)) else {
        return;
    };
    let right: String = half.phrase.iter().collect();
    let range = start..start + half.phrase.len();
    let text = view.words(range.clone());
    findings
        .at(range.clone(), format!("“{text}”应当是“{right}”"))
        .hint(format!("改为“{right}”"))
        .suggest(range, right);
}

/// Whether all characters of the phrase but one stand at `start`, and that one can be a slip.
fn is_slip(view: &TextView<'_>, start: usize, half: &Half) -> bool {
    let Some(written) = view.chars().get(start..start + half.phrase.len()) else {
        return false;
    };
    let Some(at) = slip_in(written, half.phrase.iter().copied(), LOOK_ALIKE) else {
        return false;
    };
    // A slip in the middle leaves both halves whole and is told once.
    half.is_first == (at >= HALF)
        && !PARTICLES.contains(&written[at])
        && !view.in_quotes(start)
        && !view.in_title(start)
        && !is_known(written)
}

/// Whether the phrase is right as it stands, or `words.txt` tells of the same slip.
fn is_known(written: &[char]) -> bool {
    let text: String = written.iter().collect();
    let is_listed = |part: &[char]| word_slip::is_known(&part.iter().collect::<String>());
    RIGHT.iter().any(|right| text.contains(right))
        || LIST.lines().any(|line| line == text)
        || (2..=written.len()).any(|length| written.windows(length).any(is_listed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_longer_than_its_halves_and_stands_once() {
        let mut phrases: Vec<&str> = LIST.lines().filter(|it| !it.starts_with('#')).collect();
        assert!(phrases.iter().all(|it| it.chars().count() >= 2 * HALF));
        phrases.sort_unstable();
        let twice = phrases.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
    }
}
