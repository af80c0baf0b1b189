//! Idioms with one wrong character; the list is `idioms.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::pair_bits::PairBits;
use crate::lint::rules::word_slip;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Idioms with one wrong character; the list is `idioms.txt`.
pub(crate) const IDIOM_SLIP: Rule = Rule {
    name: "idiom-slip",
    title: "成语里有一个字不对",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("idiom_slip.md"),
};

/// The idioms, one a line; `#` begins a remark.
const LIST: &str = include_str!("../idioms.txt");

/// How many characters an idiom of the list has.
const LENGTH: usize = 4;

/// The idioms by their first and by their last two characters; a slip leaves one of the two whole.
struct Index {
    halves: PairBits,
    by_half: HashMap<[char; 2], Vec<[char; LENGTH]>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(build)
}

fn build() -> Index {
    let mut index = Index {
        halves: PairBits::new(),
        by_half: HashMap::new(),
    };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let characters: Vec<char> = line.chars().collect();
        let Ok(idiom) = <[char; LENGTH]>::try_from(characters) else {
            continue;
        };
        for half in [[idiom[0], idiom[1]], [idiom[2], idiom[3]]] {
            index.halves.add(half[0], half[1]);
            index.by_half.entry(half).or_default().push(idiom);
        }
    }
    index
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let index = index();
    for (at, pair) in view.chars().windows(2).enumerate() {
        if !index.halves.may_have(pair[0], pair[1]) {
            continue;
        }
        let idioms = index.by_half.get(&[pair[0], pair[1]]);
        for idiom in idioms.into_iter().flatten() {
            let start = match idiom[..2] == *pair {
                true => Some(at),
                false => at.checked_sub(2),
            };
            if let Some(start) = start.filter(|start| is_slip(view, *start, idiom)) {
                report(view, start, idiom, findings);
            }
        }
    }
}

/// Whether all characters but one stand at `start`, and no one played with the words on purpose.
fn is_slip(view: &TextView<'_>, start: usize, idiom: &[char; LENGTH]) -> bool {
    let Some(written) = view.chars().get(start..start + LENGTH) else {
        return false;
    };
    let wrong = written.iter().zip(idiom).filter(|(a, b)| a != b).count();
    wrong == 1
        && written.iter().all(|character| is_han(*character))
        && !view.in_quotes(start)
        && !view.in_title(start)
        && !is_listed(view, start)
}

/// Whether `words.txt` tells of the same slip.
fn is_listed(view: &TextView<'_>, start: usize) -> bool {
    let parts = (2..=LENGTH).flat_map(|length| {
        (0..=LENGTH - length).map(move |skip| start + skip..start + skip + length)
    });
    parts
        .into_iter()
        .any(|range| word_slip::is_known(&view.text(range)))
}

fn report(view: &TextView<'_>, start: usize, idiom: &[char; LENGTH], findings: &mut Findings<'_>) {
    let right: String = idiom.iter().collect();
    let range = start..start + LENGTH;
    let text = view.text(range.clone());
    findings
        .at(range.clone(), format!("“{text}”像是“{right}”写错了一个字"))
        .hint(format!("如果是这个意思，改为“{right}”"))
        .suggest(range, right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_idiom_of_four_characters_and_stands_once() {
        let mut idioms: Vec<&str> = LIST.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(idioms.iter().all(|idiom| idiom.chars().count() == LENGTH));
        idioms.sort_unstable();
        assert!(idioms.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
