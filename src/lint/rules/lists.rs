//! Lists of names joined by 、 and small Chinese numbers.

use std::ops::Range;

use crate::lint::view::TextView;

/// How many names a list may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segments {
    /// Parts between 、.
    pub(super) least: usize,
    /// Parts if every 和, 与, 及 and 以及 parts two names as well.
    pub(super) most: usize,
}

/// Counts the names of a list; what stands in parentheses and quotation marks does not part names.
pub(super) fn segments(view: &TextView<'_>, range: Range<usize>) -> Segments {
    let mut depth = 0_usize;
    let mut segments = Segments { least: 1, most: 1 };
    for at in range {
        match view.char(at) {
            '（' | '“' | '《' | '(' => depth += 1,
            '）' | '”' | '》' | ')' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                segments.least += 1;
                segments.most += 1;
            }
            '和' | '与' | '及' | '或' | '暨' if depth == 0 => segments.most += 1,
            _ => {}
        }
    }
    segments
}

/// The value of one Chinese numeral from 两 or 二 to 十.
pub(super) fn chinese_number(character: char) -> Option<usize> {
    match character {
        '两' => Some(2),
        other => "一二三四五六七八九十"
            .chars()
            .position(|c| c == other)
            .map(|index| index + 1),
    }
}
