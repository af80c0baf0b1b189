//! Half and full width (半角、全角): how much room a character takes, whatever its font says.

/// The room that a character takes on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A whole cell: Han characters and Chinese punctuation.
    Full,
    /// Half a cell: ASCII digits, symbols and the space.
    Half,
    /// As the font has it: letters of alphabetic scripts.
    Natural,
}

/// The room that a character takes.
///
/// “ ” ‘ ’ — … · are full-width: fonts made for the West have them narrow, and GB/T 15834-2011,
/// 5.1 gives the dash and the ellipsis two cells and each quotation mark one.
pub fn width(character: char) -> Width {
    match character {
        'A'..='Z' | 'a'..='z' => Width::Natural,
        '\u{0}'..='\u{7F}' | '\u{A0}' => Width::Half,
        // Signs of Latin-1 that Chinese sets as symbols.
        '°' | '±' | '·' | '×' | '÷' | '§' => Width::Full,
        // Latin with marks, Greek, Cyrillic.
        '\u{A1}'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' => Width::Natural,
        _ => Width::Full,
    }
}

/// Whether a character takes a whole cell.
pub fn is_full_width(character: char) -> bool {
    width(character) == Width::Full
}

/// Whether a character is a Han character (汉字), 〇 included.
pub fn is_han(character: char) -> bool {
    matches!(character,
        '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' | '\u{2E80}'..='\u{2FDF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_dashes_are_full_width() {
        for character in "“”‘’—…·，。〔〕《》国㛃①Ⅱ％".chars() {
            assert!(is_full_width(character), "{character}");
        }
    }

    #[test]
    fn digits_are_half_a_cell_and_letters_natural() {
        assert!(
            "0123456789%.,-/() "
                .chars()
                .all(|c| width(c) == Width::Half)
        );
        assert!("PCTé".chars().all(|c| width(c) == Width::Natural));
    }

    #[test]
    fn han_beyond_the_basic_plane_is_han() {
        assert!("汉㛃𬭎〇⽇".chars().all(is_han));
        assert!(!"，A1①".chars().any(is_han));
    }
}
