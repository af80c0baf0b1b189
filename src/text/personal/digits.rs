//! Digits in every form that telephone numbers are set in.

/// The value of a digit, of a full-width one and of a Chinese one (零一二) alike.
#[inline]
pub(super) fn digit(character: char) -> Option<char> {
    let (form, value) = FORMS[character as usize & 0xff];
    (form == character).then_some(value)
}

/// The digits and their values by their lowest bytes, no two of which are the same: one look tells what is none.
const FORMS: [(char, char); 256] = forms(&[
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'],
    ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    ['○', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
]);

const fn forms(rows: &[[char; 10]]) -> [(char, char); 256] {
    let mut forms = [('\0', '\0'); 256];
    let mut place = 0;
    while place < rows.len() * 10 {
        let (form, value) = (rows[place / 10][place % 10], rows[0][place % 10]);
        forms[form as usize & 0xff] = (form, value);
        place += 1;
    }
    forms
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
