//! Idioms with one wrong character; the lists are `idioms.txt` and `idioms_by_sound.txt`.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::word_slip;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};
use crate::text::confusions::sound_alike;

/// Idioms with one wrong character; the lists are `idioms.txt` and `idioms_by_sound.txt`.
pub(crate) const IDIOM_SLIP: Rule = Rule {
    name: "idiom-slip",
    title: "成语里有一个字不对",
    severity: Severity::Warning,
    check: Check::Pairs(halves, check),
    page: include_str!("idiom_slip.md"),
};

/// Idioms of which any other character is wrong, one a line; `#` begins a remark.
const LIST: &str = include_str!("idioms.txt");

/// Idioms of which only a character of the same sound is wrong.
///
/// They are many, and each has neighbours that differ by a character and are right, such as 大显身手 and
/// 能显身手; a character of the same sound is one that the input method gave.
const LIST_BY_SOUND: &str = include_str!("idioms_by_sound.txt");

/// How many characters an idiom of the lists has.
const LENGTH: usize = 4;

/// An idiom of the lists.
#[derive(Debug, Clone, Copy)]
struct Idiom {
    characters: [char; LENGTH],
    /// Whether only a character of the same sound is wrong in it.
    is_by_sound: bool,
}

/// The idioms by their first and by their last two characters; a slip leaves one of the two whole.
struct Index {
    by_half: FxHashMap<[char; 2], Vec<Idiom>>,
    all: FxHashSet<[char; LENGTH]>,
}

/// The idioms of both lists.
pub(in crate::lint) fn idioms() -> impl Iterator<Item = &'static str> {
    lines(LIST).chain(lines(LIST_BY_SOUND))
}

/// The idioms of a list.
fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(build)
}

fn build() -> Index {
    let mut index = Index {
        by_half: FxHashMap::default(),
        all: FxHashSet::default(),
    };
    for (list, is_by_sound) in [(LIST, false), (LIST_BY_SOUND, true)] {
        for line in lines(list) {
            let characters: Vec<char> = line.chars().collect();
            let Ok(characters) = <[char; LENGTH]>::try_from(characters) else {
                continue;
            };
            index.add(Idiom {
                characters,
                is_by_sound,
            });
        }
    }
    index
}

impl Index {
    fn add(&mut self, idiom: Idiom) {
        let [first, second, third, last] = idiom.characters;
        for half in [[first, second], [third, last]] {
            self.by_half.entry(half).or_default().push(idiom);
        }
        self.all.insert(idiom.characters);
    }
}

/// The first and the last two characters of the idioms.
fn halves(give: &mut dyn FnMut([char; 2])) {
    index().by_half.keys().for_each(|half| give(*half));
}

fn check(view: &TextView<'_>, places: &[u32], findings: &mut Findings<'_>) {
    let index = index();
    for at in places.iter().map(|at| *at as usize) {
        let pair = [view.char(at), view.char(at + 1)];
        let idioms = index.by_half.get(&pair);
        for idiom in idioms.into_iter().flatten() {
            let start = match idiom.characters[..2] == pair {
                true => Some(at),
                false => at.checked_sub(2),
            };
            if let Some(start) = start.filter(|start| is_slip(view, *start, idiom)) {
                report(view, start, idiom.characters, findings);
            }
        }
    }
}

/// Whether all characters but one stand at `start`, and no one played with the words on purpose.
fn is_slip(view: &TextView<'_>, start: usize, idiom: &Idiom) -> bool {
    let Some(written) = view.chars().get(start..start + LENGTH) else {
        return false;
    };
    let wrong = written.iter().copied().zip(idiom.characters);
    let mut wrong = wrong.filter(|(written, right)| written != right);
    let (Some((written_character, right)), None) = (wrong.next(), wrong.next()) else {
        return false;
    };
    (!idiom.is_by_sound || sound_alike(written_character, right))
        && written.iter().all(|character| is_han(*character))
        && !index().all.contains(written)
        && !view.in_quotes(start)
        && !view.in_title(start)
        && !is_listed(view, start)
}

/// Whether `words.txt` tells of the same slip.
fn is_listed(view: &TextView<'_>, start: usize) -> bool {
    let mut parts = (2..=LENGTH).flat_map(|length| {
        (0..=LENGTH - length).map(move |skip| start + skip..start + skip + length)
    });
    parts.any(|range| word_slip::is_known(view.words(range)))
}

fn report(view: &TextView<'_>, start: usize, idiom: [char; LENGTH], findings: &mut Findings<'_>) {
    let right: String = idiom.iter().collect();
    let range = start..start + LENGTH;
    let text = view.words(range.clone());
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
        let mut idioms: Vec<&str> = idioms().collect();
        assert!(idioms.iter().all(|idiom| idiom.chars().count() == LENGTH));
        idioms.sort_unstable();
        let twice = idioms.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
    }
}
