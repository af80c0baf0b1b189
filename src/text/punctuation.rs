//! Punctuation (标点): classes and what is prohibited at a line's start and end (避头尾).
//!
//! Sources: GB/T 15834-2011《标点符号用法》5.1 (where marks stand: the stops, closing brackets and
//! closing quotation marks never begin a line, the opening ones never end one; the dash and the
//! ellipsis are never parted; connectors, the interpunct and the slash never begin a line, the
//! slash never ends one either) and CLREQ《中文排版需求》3.1.3 and 3.1.4 (the same tables; ％ ‰ ℃
//! belong to the number before them, ￥ ＄ № to the one after).

/// Characters that must not begin a line.
const PROHIBITED_AT_LINE_START: &str =
    "，。、；：！？．）］｝〕】》〉」』〗”’—…～·／％‰℃°′″－–,.;:!?)]}%/";

/// Characters that must not end a line.
const PROHIBITED_AT_LINE_END: &str = "（［｛〔【《〈「『〖“‘￥＄￡№／¥$£([{/";

/// The half of its cell that a full-width mark leaves blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankHalf {
    /// An opening mark.
    Left,
    /// A closing mark or a stop.
    Right,
}

/// Whether a character must not begin a line (避头).
pub fn prohibited_at_line_start(character: char) -> bool {
    is_among(character, PROHIBITED_AT_LINE_START)
}

/// Whether a character must not end a line (避尾).
pub fn prohibited_at_line_end(character: char) -> bool {
    is_among(character, PROHIBITED_AT_LINE_END)
}

/// The half that a full-width mark can give up when punctuation is compressed (标点挤压): the ink of
/// an opening mark stands in the right half of its cell, that of a closing mark or a stop in the left.
pub fn blank_half(character: char) -> Option<BlankHalf> {
    match character {
        '（' | '［' | '｛' | '〔' | '【' | '《' | '〈' | '「' | '『' | '〖' | '“' | '‘' => {
            Some(BlankHalf::Left)
        }
        '，' | '。' | '、' | '；' | '：' | '．' => Some(BlankHalf::Right),
        '）' | '］' | '｝' | '〕' | '】' | '》' | '〉' | '」' | '』' | '〗' | '”' | '’' => {
            Some(BlankHalf::Right)
        }
        _ => None,
    }
}

/// Whether a table of marks has a character.
///
/// Ideographs are most of a letter and are in no table, so they are not looked up.
fn is_among(character: char, marks: &str) -> bool {
    !matches!(character, '\u{3400}'..='\u{9FFF}') && marks.contains(character)
}

/// Whether two characters are halves of one mark: the dash —— or the ellipsis …….
pub fn is_double_mark(first: char, second: char) -> bool {
    first == second && matches!(first, '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_blank(half: BlankHalf) -> impl Iterator<Item = char> {
        ('\u{1}'..='\u{FFFF}').filter(move |it| blank_half(*it) == Some(half))
    }

    #[test]
    fn every_closing_mark_is_prohibited_at_a_line_start() {
        assert_eq!(with_blank(BlankHalf::Right).count(), 18);
        assert!(with_blank(BlankHalf::Right).all(prohibited_at_line_start));
        assert!(!with_blank(BlankHalf::Right).any(prohibited_at_line_end));
    }

    #[test]
    fn every_opening_mark_is_prohibited_at_a_line_end() {
        assert_eq!(with_blank(BlankHalf::Left).count(), 12);
        assert!(with_blank(BlankHalf::Left).all(prohibited_at_line_end));
        assert!(!with_blank(BlankHalf::Left).any(prohibited_at_line_start));
    }

    #[test]
    fn marks_that_fill_their_cell_give_nothing_up() {
        assert_eq!(blank_half('！'), None);
        assert_eq!(blank_half('·'), None);
        assert_eq!(blank_half('《'), Some(BlankHalf::Left));
        assert_eq!(blank_half('》'), Some(BlankHalf::Right));
    }

    #[test]
    fn only_equal_dashes_and_ellipses_are_one_mark() {
        assert!(is_double_mark('—', '—'));
        assert!(is_double_mark('…', '…'));
        assert!(!is_double_mark('—', '…'));
        assert!(!is_double_mark('，', '，'));
    }
}
