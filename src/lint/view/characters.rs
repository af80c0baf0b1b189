//! What kind of character one is.

/// Whether a character is a Han character (汉字) of the usual blocks, 〇 included.
#[inline]
pub(crate) fn is_han(character: char) -> bool {
    // No branch for each mark of a text, which can't be foretold.
    matches!(character, '\u{4e00}'..='\u{9fff}') | is_rare_han(character)
}

#[inline]
fn is_rare_han(character: char) -> bool {
    let is_in_block = matches!(character, '\u{3400}'..='\u{4dbf}');
    is_in_block | matches!(character, '\u{20000}'..='\u{3134f}') | (character == '〇')
}

/// Whether a character is a digit, Chinese or Arabic.
#[inline]
pub(crate) fn is_any_digit(character: char) -> bool {
    is_chinese_digit(character) || character.is_ascii_digit()
}

/// Whether a character is a numeral from 一 to 九, or 两, 〇, 零, 十, 百, 千.
#[inline]
pub(crate) fn is_chinese_digit(character: char) -> bool {
    matches!(
        character,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
    )
}
