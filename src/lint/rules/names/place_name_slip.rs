//! 蓝溪江, then 蓝西江: the name of one place by two characters of one sound.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::{Check, Rule};
use crate::text::confusions::sound_alike;

/// 蓝溪江, then 蓝西江: the name of one place by two characters of one sound.
pub(crate) const PLACE_NAME_SLIP: Rule = Rule {
    name: "place-name-slip",
    title: "同一个地名写法不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("place_name_slip.md"),
};

/// What names of places end in.
const ENDS: [char; 10] = ['江', '河', '湖', '路', '街', '桥', '村', '镇', '乡', '县'];

/// Whether the end of a name stands behind any two characters, be they a word: 清源县, 滨湖大道.
fn is_sure_end(view: &TextView<'_>, at: usize) -> bool {
    view.char(at) == '县' || is_long_end(view, at)
}

/// The same of two characters: 滨湖大道.
const LONG_ENDS: [&str; 9] = [
    "大道", "大街", "大桥", "公园", "广场", "水库", "街道", "中学", "小学",
];

/// Where ends of names begin, in order.
fn ends(view: &TextView<'_>) -> Vec<usize> {
    let mut ends = view.places_of_any(&ENDS);
    // 未经县级以上人民政府批准 names no county, and 组织护路员 no road.
    ends.retain(|at| !view.is_any_at(at + 1, "级员"));
    let long = LONG_ENDS.iter();
    ends.extend(long.flat_map(|end| view.each(0..view.chars().len(), end)));
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn is_long_end(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at, &LONG_ENDS).is_some()
}

/// How far apart a letter names the same place, in characters, and how many names are compared.
const FARTHEST: usize = 1500;
const MOST: usize = 40;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut known: Vec<usize> = Vec::new();
    for end in ends(view) {
        if !is_name(view, end) {
            continue;
        }
        known.retain(|first| end - first <= FARTHEST);
        if known
            .iter()
            .any(|first| stem(view, *first) == stem(view, end))
        {
            continue;
        }
        if let Some(first) = known.iter().find(|first| is_slip(view, **first, end)) {
            let (text, first) = (name(view, end), name(view, *first));
            findings
                .at(
                    text.clone(),
                    format!("这里是“{}”，前面是“{}”", view.text(text), view.text(first)),
                )
                .hint("核对地名，前后一致");
        } else if known.len() < MOST && (is_sure_end(view, end) || is_no_word(view, end)) {
            known.push(end);
        }
    }
}

/// What stands before a name and in none.
const PARTICLES: &str = "的由和与及在对从到以将向为之议各本该";

/// The name whose end begins at `end`.
fn name(view: &TextView<'_>, end: usize) -> std::ops::Range<usize> {
    end - 2..end + 1 + usize::from(is_long_end(view, end))
}

/// The two characters before the end of a name.
fn stem<'v>(view: &'v TextView<'_>, end: usize) -> &'v [char] {
    &view.chars()[end - 2..end]
}

/// Whether the two characters before `end` may belong to a name.
fn is_name(view: &TextView<'_>, end: usize) -> bool {
    let is_part = |it: &char| is_han(*it) && !PARTICLES.contains(*it);
    // 落实中小学生…: 中小学 are schools of two kinds, whose end is no end of a name.
    let is_of_two_kinds = view.ends_at(end, "中") && view.is_at(end, "小学");
    end >= 2 && stem(view, end).iter().all(is_part) && !view.in_title(end) && !is_of_two_kinds
}

/// Whether two characters are a word; most pairs stand together in none, which is cheap to see.
fn is_word(pair: &[char]) -> bool {
    let vocabulary = Vocabulary::get();
    vocabulary.joins(pair[0], pair[1]) && vocabulary.has(pair)
}

/// Whether no word has the end with the character before it, as 公路 and 西江 do.
fn is_no_word(view: &TextView<'_>, end: usize) -> bool {
    !Vocabulary::get().joins(view.char(end - 1), view.char(end))
}

/// Whether two names differ in one character that sounds alike, and don't stand side by side.
fn is_slip(view: &TextView<'_>, first: usize, second: usize) -> bool {
    let pairs = || stem(view, first).iter().zip(stem(view, second));
    let mut other = pairs().filter(|(a, b)| a != b);
    let differs = other.next();
    // 滨湖 may be a word, but no name is made by taking one word for another; before 县 there is none but
    // the names of counties.
    let are_words =
        view.char(first) != '县' && is_word(stem(view, first)) && is_word(stem(view, second));
    view.char(first) == view.char(second)
        && !are_words
        && differs.is_some_and(|(a, b)| sound_alike(*a, *b))
        && other.next().is_none()
        && !view.clause(first).contains(&second)
}
