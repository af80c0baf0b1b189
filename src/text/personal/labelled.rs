//! What is known by its sign or its label: e-mail addresses, postcodes, addresses, accounts.

use std::ops::Range;

use super::account::{account, label_end, may_begin};
use super::digits::digit;
use super::home::home;
use super::{Known, Personal, PersonalKind};
use crate::text::kept::{kept, with_next};
use crate::text::low_bytes::LowBytes;

/// Labels of what only its label makes known.
const LABELS: [(&str, PersonalKind); 5] = [
    ("邮编", PersonalKind::Postcode),
    ("邮政编码", PersonalKind::Postcode),
    ("地址", PersonalKind::Address),
    ("住址", PersonalKind::Home),
    ("住所", PersonalKind::Address),
];

/// What begins a label, and the signs of e-mail addresses.
const FIRSTS: LowBytes = LowBytes::of(&[
    '@', '＠', '邮', '地', '卡', '银', '农', '工', '建', '中', '信', '一', '账', '帐', '身', '护',
    '社', '学', '病', '住', '门', '驾', '残', '军', '车',
]);

/// What follows there in labels.
const SECONDS: LowBytes = LowBytes::of(&[
    '编', '政', '址', '所', '号', '行', '商', '用', '储', '卡', '户', '份', '照', '会', '籍', '历',
    '院', '诊', '驶', '疾', '官', '牌',
]);

/// What begins something, whatever follows.
const ALONE: LowBytes = LowBytes::of(&['@', '＠', '住']);

/// E-mail addresses, and the values behind labels; one pass over the text.
pub(super) fn marked(chars: &[char]) -> Vec<Personal> {
    // What begins something is followed by something.
    let begins = with_next(chars).map(|(first, second)| {
        FIRSTS.may_have(*first) & (ALONE.may_have(*first) | SECONDS.may_have(*second))
    });
    let places = kept(&begins.collect::<Vec<bool>>()).into_iter();
    places
        .filter_map(|at| begun_by(chars, at, chars[at]))
        .collect()
}

/// What a character begins that may begin a label.
fn begun_by(chars: &[char], at: usize, character: char) -> Option<Personal> {
    match character {
        '@' | '＠' => email(chars, at),
        '邮' | '地' => labelled(chars, at).or_else(|| account(chars, at)),
        '住' => labelled(chars, at)
            .or_else(|| account(chars, at))
            .or_else(|| home(chars, at)),
        other if may_begin(other) => account(chars, at),
        _ => None,
    }
}

/// The e-mail address around an @.
fn email(chars: &[char], at: usize) -> Option<Personal> {
    let is_name = |it: &&char| it.is_ascii_alphanumeric() || ".-_+%".contains(**it);
    let before = chars[..at].iter().rev().take_while(is_name).count();
    let after = chars[at + 1..].iter().take_while(is_name).count();
    let is_whole = before > 0 && chars[at + 1..at + 1 + after].contains(&'.');
    is_whole.then_some(Personal {
        range: at - before..at + 1 + after,
        kind: PersonalKind::Email,
    })
}

/// The value behind the label that stands at `at`.
fn labelled(chars: &[char], at: usize) -> Option<Personal> {
    LABELS
        .iter()
        .find_map(|(label, kind)| value_after(chars, label_end(chars, at, label)?, *kind))
}

fn value_after(chars: &[char], label_end: usize, kind: PersonalKind) -> Option<Personal> {
    let is_lead = |it: &&char| matches!(**it, '：' | ':') || it.is_whitespace();
    let lead = chars[label_end..].iter().take_while(is_lead).count();
    let start = label_end + lead;
    let has_colon = chars[label_end..start]
        .iter()
        .any(|it| matches!(it, '：' | ':'));
    let length = match kind {
        PersonalKind::Postcode => {
            let is_digit = |it: &&char| digit(**it).is_some();
            let length = chars[start..].iter().take_while(is_digit).count();
            if length == 6 { 6 } else { 0 }
        }
        _ if has_colon => {
            let is_value = |it: &&char| !"，。；;）)\u{3000}".contains(**it) && **it != ' ';
            chars[start..].iter().take_while(is_value).count()
        }
        _ => 0,
    };
    (length > 0).then_some(Personal {
        range: start..start + length,
        kind,
    })
}

pub(super) fn known_texts(chars: &[char], known: &Known) -> Vec<Personal> {
    let texts = known.texts.iter().flat_map(|(text, kind)| {
        let text: Vec<char> = text.chars().collect();
        let places = occurrences(chars, &text).into_iter();
        places.map(|range| Personal { range, kind: *kind })
    });
    texts.collect()
}

fn occurrences(chars: &[char], wanted: &[char]) -> Vec<Range<usize>> {
    let windows = chars.windows(wanted.len().max(1)).enumerate();
    let found = windows.filter(|(_, window)| *window == wanted);
    found.map(|(at, _)| at..at + wanted.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::account::tests::labels;
    use super::*;

    #[test]
    fn every_label_begins_with_two_characters_that_are_looked_for() {
        let own = LABELS.iter().map(|(label, _)| *label);
        for label in own.chain(labels()) {
            let characters: Vec<char> = label.chars().collect();
            assert!(FIRSTS.may_have(characters[0]), "{label}");
            let is_second = SECONDS.may_have(characters[1]) || characters[0] == '住';
            assert!(is_second, "{label}");
        }
    }
}
