//! Identity numbers (身份证号码), GB 11643.

use std::ops::Range;

use super::numbers::has_word_before;

/// 18 digits with a good check digit; or any as long as one that stands behind 身份证.
pub(super) fn is_identity(digits: &str, chars: &[char], range: &Range<usize>) -> bool {
    if !matches!(digits.len(), 15 | 17 | 18) {
        return false;
    }
    let has_letter = digits.len() == 17 && is_check_letter(chars, range.end);
    let whole = format!("{digits}{}", if has_letter { "X" } else { "" });
    let is_called = || has_word_before(chars, range.start, &["身份证", "证件号"]);
    match whole.len() {
        18 => is_identity_number(&whole) || is_called(),
        15 => is_called(),
        _ => false,
    }
}

/// GB 11643: birthday and check digit of 18 characters.
pub(super) fn is_identity_number(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits: Vec<u32> = number
        .chars()
        .take(17)
        .filter_map(|c| c.to_digit(10))
        .collect();
    if digits.len() != 17 || number.chars().count() != 18 {
        return false;
    }
    let month = digits[10] * 10 + digits[11];
    let day = digits[12] * 10 + digits[13];
    let products = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight);
    let sum: u32 = products.sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize);
    let last = number.chars().last().map(|it| it.to_ascii_uppercase());
    (1..=12).contains(&month) && (1..=31).contains(&day) && check == last
}

pub(super) fn is_check_letter(chars: &[char], at: usize) -> bool {
    chars
        .get(at)
        .is_some_and(|it| matches!(it, 'X' | 'x' | 'Ｘ' | 'ｘ'))
}
