//! 民营经纪, 方针减灾: a word of a set collocation typed as another of the same sound.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::pair_bits::PairBits;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::vocabulary::companions::are_companions;
use crate::lint::{Check, Rule};
use crate::text::confusions::{classes, sound_alike};

/// 民营经纪, 方针减灾: a word of a set collocation typed as another of the same sound.
pub(crate) const COLLOCATION_SLIP: Rule = Rule {
    name: "collocation-slip",
    title: "搭配里写了同音词",
    severity: Severity::Warning,
    check: Check::Pairs(halves, check),
    page: include_str!("collocation_slip.md"),
};

/// Collocations of two words of two characters; see its head for the marks.
const LIST: &str = include_str!("collocations.txt");

/// Which of the two words may be wrong: the first, the second, either.
const MARKS: &str = "<>=";

/// A word of two characters.
type Half = [char; 2];

/// What stands beside a half that is right.
struct Beside {
    /// What should stand there.
    right: Half,
    is_after: bool,
}

/// The collocations by the half that is taken to be right.
struct Index {
    /// Halves with the sounds of the first character of what stands beside them.
    sounds: PairBits,
    by_half: FxHashMap<Half, Vec<Beside>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index {
            sounds: PairBits::of_bits(1 << 20),
            by_half: FxHashMap::default(),
        };
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            for (first, mark, second) in collocations(line) {
                index.add(first, mark, second);
            }
        }
        index
    })
}

/// The collocations of a line: the first word, and behind each mark those that may follow it.
fn collocations(line: &str) -> impl Iterator<Item = (Half, char, Half)> {
    let characters: Vec<char> = line.chars().collect();
    let first = half(&characters, 0);
    let mut mark = '=';
    let mut at = 2;
    std::iter::from_fn(move || {
        if let Some(next) = characters.get(at).filter(|it| MARKS.contains(**it)) {
            mark = *next;
            at += 1;
        }
        let second = half(&characters, at);
        at += 2;
        Some((first?, mark, second?))
    })
}

/// The word at a place of a line.
fn half(characters: &[char], at: usize) -> Option<Half> {
    characters.get(at..at + 2)?.try_into().ok()
}

impl Index {
    fn add(&mut self, first: Half, mark: char, second: Half) {
        let mut add = |half: Half, right: Half, is_after: bool| {
            for class in classes(right[0]) {
                self.sounds.add(mixed(half), class.on_side(is_after));
            }
            let beside = self.by_half.entry(half).or_default();
            beside.push(Beside { right, is_after });
        };
        if mark != '<' {
            add(first, second, true);
        }
        if mark != '>' {
            add(second, first, false);
        }
    }

    /// Whether the half may have a word beside it that begins with the sound of `beside`.
    fn may_have(&self, half: Half, beside: char, is_after: bool) -> bool {
        let mut classes = classes(beside).iter();
        classes.any(|class| self.sounds.may_have(mixed(half), class.on_side(is_after)))
    }
}

/// A half as a number.
fn mixed(half: Half) -> u32 {
    (half[0] as u32).wrapping_mul(0x1_0001) ^ half[1] as u32
}

/// The halves that are taken to be right.
fn halves(give: &mut dyn FnMut([char; 2])) {
    index().by_half.keys().for_each(|half| give(*half));
}

fn check(view: &TextView<'_>, places: &[u32], findings: &mut Findings<'_>) {
    let index = index();
    for at in places.iter().map(|at| *at as usize) {
        let half = [view.char(at), view.char(at + 1)];
        let after = index.may_have(half, view.char(at + 2), true);
        if !after && !index.may_have(half, view.char(at.wrapping_sub(2)), false) {
            continue;
        }
        let beside = index.by_half.get(&half);
        for beside in beside.into_iter().flatten() {
            let start = match beside.is_after {
                true => Some(at + 2),
                false => at.checked_sub(2),
            };
            let start = start.filter(|start| is_slip(view, *start, beside.right));
            if let Some(start) = start.filter(|_| !is_explained(index, view, at, beside)) {
                report(view, [at.min(start), start], beside.right, findings);
            }
        }
    }
}

/// Whether the word at `start` sounds like `right` and is another, and no one played with the words.
///
/// What is no word may be the end of one and the beginning of the next: 自治|的方(针), 贸易及.
fn is_slip(view: &TextView<'_>, start: usize, right: Half) -> bool {
    let written = [view.char(start), view.char(start + 1)];
    written != right
        && written.iter().all(|character| is_han(*character))
        && written
            .iter()
            .zip(right)
            .all(|(written, right)| *written == right || sound_alike(*written, right))
        && !view.in_quotes(start)
        && !view.in_title(start)
        && Vocabulary::get().has(&written)
}

/// Whether the words make another collocation of the list, or the written one has a companion beside it:
/// 市级充电设施.
fn is_explained(index: &Index, view: &TextView<'_>, half: usize, beside: &Beside) -> bool {
    let known = index.by_half.get(&[view.char(half), view.char(half + 1)]);
    let start = if beside.is_after {
        half + 2
    } else {
        half.saturating_sub(2)
    };
    let word = |start: usize| view.chars().get(start..start + 2).unwrap_or_default();
    let before = start.checked_sub(2).map_or(&[][..], word);
    if are_companions(before, word(start)) || are_companions(word(start), word(start + 2)) {
        return true;
    }
    known.into_iter().flatten().any(|other| {
        other.is_after == beside.is_after && other.right == [view.char(start), view.char(start + 1)]
    })
}

fn report(
    view: &TextView<'_>,
    [start, wrong]: [usize; 2],
    right: Half,
    findings: &mut Findings<'_>,
) {
    let right: String = right.iter().collect();
    let text = view.words(start..start + 4);
    let whole = match wrong == start {
        true => format!("{right}{}", view.text(start + 2..start + 4)),
        false => format!("{}{right}", view.text(start..start + 2)),
    };
    let message = format!("“{text}”像是“{whole}”写错了同音字");
    findings
        .at(start..start + 4, message)
        .hint(format!("如果是这个意思，改为“{whole}”"))
        .suggest(wrong..wrong + 2, right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_collocation_is_of_two_words_and_stands_once() {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        let mut seen = FxHashMap::default();
        for line in lines {
            let told: Vec<_> = collocations(line).collect();
            let marks = line.chars().filter(|it| MARKS.contains(*it)).count();
            assert_eq!(line.chars().count(), 2 + marks + 2 * told.len(), "{line}");
            for (first, mark, second) in told {
                assert!(first.iter().chain(&second).all(|it| is_han(*it)), "{line}");
                assert_eq!(seen.insert((first, second), mark), None, "{line}");
            }
        }
        assert!(seen.len() > 10_000);
    }
}
