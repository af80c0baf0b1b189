//! 民营经纪, 方针减灾: a word of a set collocation typed as another of the same sound.

use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::pair_bits::PairBits;
use crate::lint::view::TextView;
use crate::lint::vocabulary::Vocabulary;
use crate::lint::vocabulary::companions::are_companions;
use crate::lint::{Check, Rule};
use crate::text::confusions::{sound_alike, sounds_of};

/// 民营经纪, 方针减灾: a word of a set collocation typed as another of the same sound.
pub(crate) const COLLOCATION_SLIP: Rule = Rule {
    name: "collocation-slip",
    title: "搭配里写了同音词",
    severity: Severity::Warning,
    check: Check::Pairs(alike, check),
    page: include_str!("collocation_slip.md"),
};

/// Collocations of two words of two characters; see its head for the marks.
const LIST: &str = include_str!("collocations.txt");

/// Which of the two words may be wrong: the first, the second, either.
const MARKS: &str = "<>=";

/// A word of two characters.
type Half = [char; 2];

/// What should stand beside a half that is right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Beside {
    half: Half,
    /// A sound of its first character, and the side that it stands on.
    sound: u32,
    right: Half,
}

/// The collocations by the half that is taken to be right and by the sound that stands beside it.
struct Index {
    /// Halves with the sounds of the two characters beside them: most others are done with by these.
    sounds: PairBits,
    /// In order.
    all: Vec<Beside>,
    /// Where those begin in `all` whose half begins with a character, from the first Han character on.
    starts: Vec<u32>,
}

/// Marks the sound of the second character of a word: a bit above all sounds.
const SECOND: u32 = 1 << 14;

/// The basic block of Han characters: its first one, and how many there are.
const FIRST: usize = 0x4e00;
const COUNT: usize = 0x5200;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index {
            sounds: PairBits::of_bits(1 << 20),
            all: Vec::with_capacity(LIST.len() / 4),
            starts: Vec::new(),
        };
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            for (first, mark, second) in collocations(line) {
                index.add(first, mark, second);
            }
        }
        index.all.sort_unstable();
        index.starts = starts(&index.all);
        index
    })
}

/// Where the halves that begin with each Han character begin among all, which are in order.
fn starts(all: &[Beside]) -> Vec<u32> {
    let mut starts = vec![0; COUNT + 1];
    for it in all {
        let place = it.half[0] as usize - FIRST;
        starts[place + 1] += 1;
    }
    let mut end = 0;
    for start in &mut starts {
        end += *start;
        *start = end;
    }
    starts
}

/// The sounds of a character on a side of a half.
fn sounds(character: char, is_after: bool) -> impl Iterator<Item = u32> {
    sounds_of(character).map(move |sound| sound.on_side(is_after))
}

/// The sounds of both characters of a word.
fn both_sounds([first, second]: Half) -> impl Iterator<Item = (u32, u32)> {
    sounds(first, false).flat_map(move |first| sounds(second, true).map(move |it| (first, it)))
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
            for sound in sounds(right[0], is_after) {
                self.sounds.add(mixed(half), sound);
                self.all.push(Beside { half, sound, right });
            }
            for sound in sounds(right[1], is_after) {
                self.sounds.add(mixed(half), sound | SECOND);
            }
        };
        if mark != '<' {
            add(first, second, true);
        }
        if mark != '>' {
            add(second, first, false);
        }
    }

    /// Whether a word on a side of the half may be another than it should be.
    fn may_be_wrong(&self, half: Half, [first, second]: Half, is_after: bool) -> bool {
        let is_right = |sound: u32| self.sounds.may_have(mixed(half), sound);
        sounds(first, is_after).any(is_right)
            && sounds(second, is_after).any(|sound| is_right(sound | SECOND))
    }

    /// What should stand on a side of the half and begins with the sound of `beside`.
    fn beside(&self, half: Half, beside: char, is_after: bool) -> impl Iterator<Item = Half> {
        sounds(beside, is_after).flat_map(move |sound| {
            let alike = self.beginning_with(half[0]);
            let start = alike.partition_point(|it| (it.half, it.sound) < (half, sound));
            let here = alike[start..].iter();
            let here = here.take_while(move |it| (it.half, it.sound) == (half, sound));
            here.map(|it| it.right)
        })
    }

    /// What stands beside the halves that begin with the character.
    fn beginning_with(&self, character: char) -> &[Beside] {
        let place = (character as usize).wrapping_sub(FIRST);
        match self.starts.get(place..place.saturating_add(2)) {
            Some(&[start, end]) => &self.all[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// A half as a number.
fn mixed(half: Half) -> u32 {
    (half[0] as u32).wrapping_mul(0x1_0001) ^ half[1] as u32
}

/// The words that sound like one that should stand beside some half: nothing else may be a slip.
fn alike(give: &mut dyn FnMut([char; 2])) {
    let mut right = PairBits::of_bits(1 << 20);
    for (first, second) in index().all.iter().flat_map(|it| both_sounds(it.right)) {
        right.add(first, second);
    }
    let is_alike =
        |word: &Half| both_sounds(*word).any(|(first, second)| right.may_have(first, second));
    Vocabulary::get().pairs().filter(is_alike).for_each(give);
}

fn check(view: &TextView<'_>, places: &[u32], findings: &mut Findings<'_>) {
    let index = index();
    // From the end: of two words beside each other, either of which may be wrong, the second one is told.
    for start in places.iter().rev().map(|start| *start as usize) {
        let written = [view.char(start), view.char(start + 1)];
        let sides = [(start.wrapping_sub(2), true), (start + 2, false)];
        for (at, is_after) in sides {
            let half = [view.char(at), view.char(at.wrapping_add(1))];
            if !index.may_be_wrong(half, written, is_after) {
                continue;
            }
            let meant = || index.beside(half, written[0], is_after);
            let right = meant().find(|right| sounds_like(written, *right));
            // The words may make another collocation of the list: 治理|体系, where 智力 is one, too.
            if let Some(right) = right.filter(|_| !meant().any(|it| it == written))
                && is_slip(view, start, written)
            {
                report(view, [at.min(start), start], right, findings);
            }
        }
    }
}

/// Whether what is written is another word of the same sound.
fn sounds_like(written: Half, right: Half) -> bool {
    let mut pairs = written.iter().zip(right);
    written != right && pairs.all(|(one, other)| *one == other || sound_alike(*one, other))
}

/// Words that stand beside most others: 充电企业, 水费征收, 教室配备.
const EVERYDAY: [Half; 5] = [
    ['充', '电'],
    ['水', '费'],
    ['教', '室'],
    ['电', '费'],
    ['学', '费'],
];

/// Whether what is written at `start` is a word, no one played with it, and it has no companion beside it: 市级充电设施.
///
/// What is no word may be the end of one and the beginning of the next: 自治|的方(针), 贸易及.
fn is_slip(view: &TextView<'_>, start: usize, written: Half) -> bool {
    let word = |start: usize| view.chars().get(start..start + 2).unwrap_or_default();
    let before = start.checked_sub(2).map_or(&[][..], word);
    let is_free = !view.in_quotes(start) && !view.in_title(start);
    is_free
        && !EVERYDAY.contains(&written)
        && Vocabulary::get().has(&written)
        && !are_companions(before, &written)
        && !are_companions(&written, word(start + 2))
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
    use rustc_hash::FxHashMap;

    use super::*;
    use crate::lint::view::is_han;

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
