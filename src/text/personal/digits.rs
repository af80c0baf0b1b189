//! Digits in every form that telephone numbers are set in.

/// The value of a digit, of a full-width one and of a Chinese one (零一二) alike.
pub(super) fn digit(character: char) -> Option<char> {
    let ascii = match character {
        '0'..='9' => character,
        '０'..='９' => char::from(b'0' + (character as u32 - '０' as u32) as u8),
        '〇' | '零' | '○' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => return None,
    };
    Some(ascii)
}

pub(super) fn is_chinese_digit(character: char) -> bool {
    digit(character).is_some() && !matches!(character, '0'..='9' | '０'..='９')
}

/// What may stand between the digits of one number.
pub(super) fn is_separator(character: char) -> bool {
    (character.is_whitespace() && character != '\n')
        || matches!(character, '-' | '－' | '‐'..='―' | '−' | '─' | 'ー' | '﹣')
        || matches!(character, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】')
        || matches!(character, '.' | '．' | '·' | '•' | '_' | '＿')
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// The digits of a text, blanks and hyphens between them left out, all other characters as blanks.
pub(super) fn squashed(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|it| digit(*it).is_some() || !is_separator(*it));
    kept.map(|it| digit(it).unwrap_or(' ')).collect()
}

/// The digits of a number, without the code of the country and without its extension.
pub(super) fn digits_of(chars: &[char]) -> String {
    let named = chars.iter().position(|it| matches!(it, '转' | '分' | '#'));
    let chars = &chars[..named.unwrap_or(chars.len())];
    let digits: String = chars.iter().filter_map(|it| digit(*it)).collect();
    without_country(&digits).map_or(digits.clone(), str::to_owned)
}

/// The number after the code of the country.
pub(super) fn without_country(digits: &str) -> Option<&str> {
    let rest = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"));
    rest.filter(|rest| rest.len() >= 10)
}

/// The number without its area code.
pub(super) fn local_part(digits: &str) -> Option<&str> {
    let area = match digits.as_bytes() {
        [b'0', b'1' | b'2', ..] => 3,
        [b'0', ..] => 4,
        _ => return None,
    };
    digits.get(area..).filter(|local| local.len() >= 7)
}
