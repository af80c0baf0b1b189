//! Numbers of figures, which stay whole.

use std::ops::Range;

use super::unit::MAGNITUDES;
use super::{Boundary, Break, CHINESE_DIGITS, is_digit};

/// A figure's number that is wider than this is broken like other text, in characters.
const LONGEST_NUMBER: usize = 12;

/// Makes the breaks inside a figure's number unwilling: 第二位, 1001件, 70%以上.
///
/// What is printed before the number, as 同比增长 or 全国, is broken like other words.
pub(in crate::layout) fn bind_figure(
    characters: &[char],
    figure: Range<usize>,
    boundaries: &mut [Boundary],
) {
    let number = number_of(&characters[figure.clone()]);
    if number.len() > LONGEST_NUMBER {
        return;
    }
    for index in number.skip(1) {
        let boundary = &mut boundaries[figure.start + index];
        if boundary.r#break == Break::Free {
            boundary.r#break = Break::Figure;
        }
    }
}

/// Where the number of a figure's print stands; a list of names has none.
fn number_of(print: &[char]) -> Range<usize> {
    let is_list = print.contains(&'、');
    let begins_with_numeral = print.first().is_some_and(|first| is_numeral(*first));
    let start = match begins_with_numeral {
        true => Some(0),
        false => print.iter().position(|it| *it == '第' || is_digit(*it)),
    };
    let start = start.filter(|_| !is_list).unwrap_or(print.len());
    start..print.len()
}

/// Whether a character counts: 两 and 百 as well as 二.
fn is_numeral(character: char) -> bool {
    character == '两' || CHINESE_DIGITS.contains(character) || MAGNITUDES.contains(character)
}
