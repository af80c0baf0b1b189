//! Where a text may be broken: prohibitions, numbers, units.

mod figure;
mod unit;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::text::punctuation::{is_double_mark, prohibited_at_line_end, prohibited_at_line_start};
use crate::text::width::{Width, width};
pub(super) use figure::bind_figure;
pub(super) use unit::is_unit_after_number;
use unit::unit_length;

/// What the place before a character is to a line break, the more willing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// A line may end here.
    Free,
    /// Inside a date or a range: only where a line would else end more than a cell short.
    Part,
    /// Inside the print of a figure: only where a line would else be left half empty.
    Figure,
    /// Between a number and its unit: as above, if the figure's own breaks do not help.
    Unit,
    /// A prohibition or the inside of a number.
    Never,
}

/// The place before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// Whether a line may end here.
    pub(super) r#break: Break,
    /// Whether justification leaves it alone: inside numbers, their units, —— and …….
    pub(super) is_rigid: bool,
}

const FREE: Boundary = Boundary {
    r#break: Break::Free,
    is_rigid: false,
};
const RIGID: Boundary = Boundary {
    r#break: Break::Never,
    is_rigid: true,
};

/// Chinese digits, which 〇 is not parted from.
const CHINESE_DIGITS: &str = "〇一二三四五六七八九十";

/// The places before each character; the first one is free.
pub(super) fn boundaries(characters: &[char]) -> Vec<Boundary> {
    let mut boundaries: Vec<Boundary> = (0..characters.len())
        .map(|index| {
            if index == 0 {
                FREE
            } else {
                between(characters, index)
            }
        })
        .collect();
    for index in 1..characters.len() {
        if is_digit(characters[index - 1]) && !is_western(characters[index]) {
            bind_unit(characters, index, &mut boundaries);
        }
    }
    let runs = western_runs(characters);
    for run in &runs {
        for index in run.start.max(1)..run.end {
            divide_date_or_range(characters, index..run.end, &mut boundaries);
        }
    }
    for run in runs.into_iter().filter(|run| run.len() >= LONG_STRING) {
        divide_long_string(characters, run, &mut boundaries);
    }
    boundaries
}

/// The stretches of digits and other Western characters, each found once: a run may be a megabyte long.
fn western_runs(characters: &[char]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for run in characters.chunk_by(|one, other| is_western(*one) == is_western(*other)) {
        if is_western(run[0]) {
            runs.push(start..start + run.len());
        }
        start += run.len();
    }
    runs
}

/// A Western string of so many characters, such as an address on the web, is longer than a word.
const LONG_STRING: usize = 30;

/// Marks after which a long string is divided, rather than between its letters.
const STRING_MARKS: &str = "-_.?&=#";

/// Opens a long string after its marks and, in need, between its letters; never in numbers.
fn divide_long_string(characters: &[char], run: Range<usize>, boundaries: &mut [Boundary]) {
    for index in run.start + 1..run.end {
        let (before, after) = (characters[index - 1], characters[index]);
        if STRING_MARKS.contains(before) && after.is_ascii_alphanumeric() {
            boundaries[index].r#break = Break::Part;
        } else if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() {
            boundaries[index].r#break = Break::Unit;
        }
    }
}

/// Whether a place is inside a Western string.
pub(super) fn is_inside_string(characters: &[char], index: usize) -> bool {
    let at = |index: usize| characters.get(index).is_some_and(|it| is_western(*it));
    index > 0 && at(index - 1) && at(index)
}

/// Opens the places after 年, 月 and the dash of a range, and shuts the others in it; the digits of
/// `number` stand behind the place.
///
/// A date or a range is up to eight cells wide: kept whole at any price it would leave a hole.
fn divide_date_or_range(characters: &[char], number: Range<usize>, boundaries: &mut [Boundary]) {
    let (index, number_end) = (number.start, number.end);
    let divided = match (characters[index - 1], characters.get(number_end)) {
        ('年', Some('月')) | ('月', Some('日')) => is_digit_at(characters, index, 2),
        (connector, _) if is_connector(connector) => is_range_end(characters, index),
        _ => false,
    };
    if !divided {
        return;
    }
    boundaries[index].r#break = Break::Part;
    shut(boundaries, number_end);
    // 2021 and 年 before 12月 belong together as firmly as 12 and 月.
    if !is_connector(characters[index - 1]) {
        shut(boundaries, index - 1);
    }
}

/// Whether the character `back` places before `index` is a digit.
fn is_digit_at(characters: &[char], index: usize, back: usize) -> bool {
    index
        .checked_sub(back)
        .is_some_and(|at| is_digit(characters[at]))
}

/// Whether a number with or without its unit stands before the connector before `index`.
fn is_range_end(characters: &[char], index: usize) -> bool {
    let before = index.checked_sub(2).map(|at| characters[at]);
    is_digit(characters[index]) && before.is_some_and(|before| !is_connector(before))
}

/// Forbids a break between a number and the unit that begins at `index`.
fn shut(boundaries: &mut [Boundary], index: usize) {
    if let Some(boundary) = boundaries.get_mut(index)
        && boundary.r#break == Break::Unit
    {
        boundary.r#break = Break::Never;
    }
}

fn between(characters: &[char], index: usize) -> Boundary {
    let (before, after) = (characters[index - 1], characters[index]);
    if is_double_mark(before, after) || is_inside_number(characters, index) {
        return RIGID;
    }
    if after == ' ' || prohibited_at_line_start(after) || prohibited_at_line_end(before) {
        return Boundary {
            r#break: Break::Never,
            is_rigid: false,
        };
    }
    FREE
}

/// Whether the place is inside a run of Western characters or a number written otherwise.
fn is_inside_number(characters: &[char], index: usize) -> bool {
    let (before, after) = (characters[index - 1], characters[index]);
    let is_western = is_western(before) && is_western(after);
    let is_wide = is_digit(before) && is_digit(after);
    is_western || is_wide || is_inside_range(characters, index) || is_beside_zero(before, after)
}

/// 2021—2035 and 2021～2035 are one number.
fn is_inside_range(characters: &[char], index: usize) -> bool {
    let is_range = |middle: usize| {
        let digit = |at: usize| {
            characters
                .get(at)
                .is_some_and(|character| is_digit(*character))
        };
        middle > 0 && is_connector(characters[middle]) && digit(middle - 1) && digit(middle + 1)
    };
    is_range(index) || is_range(index - 1)
}

fn is_connector(character: char) -> bool {
    matches!(character, '—' | '～' | '－' | '–')
}

fn is_beside_zero(before: char, after: char) -> bool {
    let is_digit = |character: char| CHINESE_DIGITS.contains(character);
    (before == '〇' && is_digit(after)) || (after == '〇' && is_digit(before))
}

/// Binds the unit that begins at `start` to the number before it.
fn bind_unit(characters: &[char], start: usize, boundaries: &mut [Boundary]) {
    let length = unit_length(&characters[start..]);
    if length == 0 {
        return;
    }
    if boundaries[start].r#break == Break::Free {
        boundaries[start] = Boundary {
            r#break: Break::Unit,
            is_rigid: true,
        };
    }
    for boundary in &mut boundaries[start + 1..start + length] {
        *boundary = RIGID;
    }
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// Whether a character belongs to Western runs, which are broken at spaces only.
fn is_western(character: char) -> bool {
    width(character) != Width::Full && character != ' '
}
