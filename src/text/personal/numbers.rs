//! Telephone and identity numbers among the digits of a text.

use std::ops::Range;

use super::digits::{digit, is_chinese_digit, is_separator, without_country};
use super::identity::{is_check_letter, is_identity};
use super::{Known, Personal, PersonalKind, is_list_gap};

/// Most runs of digits that one number is written in.
const MOST_GROUPS: usize = 11;

/// Most characters between two runs of one number.
const WIDEST_GAP: usize = 3;

pub(super) fn numbers(chars: &[char], known: &Known) -> Vec<Personal> {
    let groups = groups(chars);
    let mut found: Vec<Personal> = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let most = joined_groups(chars, &groups[first..]);
        let before = found.last().filter(|it| it.kind.is_phone());
        let after_phone =
            before.is_some_and(|it| is_list_gap(&chars[it.range.end..groups[first].start]));
        let matched = (1..=most).rev().find_map(|count| {
            let range = groups[first].start..groups[first + count - 1].end;
            let kind = number_kind(chars, &range, known, after_phone)?;
            Some((count, Personal { range, kind }))
        });
        let Some((count, mut personal)) = matched else {
            first += 1;
            continue;
        };
        first += count;
        if personal.kind.is_phone() {
            personal.range.start = prefixed(chars, personal.range.start);
            if let Some(extension) = extension(chars, &personal.range, groups.get(first)) {
                personal.range.end = extension;
                first += 1;
            }
        }
        if personal.kind == PersonalKind::Identity && is_check_letter(chars, personal.range.end) {
            personal.range.end += 1;
        }
        found.push(personal);
    }
    found
}

/// Runs of digits; Chinese ones only where they are too many to be a count.
fn groups(chars: &[char]) -> Vec<Range<usize>> {
    const SHORTEST_CHINESE: usize = 7;
    let mut groups = Vec::new();
    let mut start = 0;
    let next = |from: usize| chars[from..].iter().position(|it| digit(*it).is_some());
    while let Some(skipped) = next(start) {
        start += skipped;
        let is_chinese = is_chinese_digit(chars[start]);
        let is_alike = |it: &&char| digit(**it).is_some() && is_chinese_digit(**it) == is_chinese;
        let length = chars[start..].iter().take_while(is_alike).count();
        if !is_chinese || length >= SHORTEST_CHINESE {
            groups.push(start..start + length);
        }
        start += length;
    }
    groups
}

/// How many of the runs may belong to one number, from the first on.
fn joined_groups(chars: &[char], groups: &[Range<usize>]) -> usize {
    let is_joined = |pair: &&[Range<usize>]| {
        let gap = &chars[pair[0].end..pair[1].start];
        gap.len() <= WIDEST_GAP && gap.iter().all(|it| is_separator(*it))
    };
    let pairs = groups.windows(2).take(MOST_GROUPS - 1);
    1 + pairs.take_while(is_joined).count()
}

fn number_kind(
    chars: &[char],
    range: &Range<usize>,
    known: &Known,
    after_phone: bool,
) -> Option<PersonalKind> {
    const SHORTEST: usize = 7;
    if range.len() < SHORTEST {
        return None;
    }
    let mut digits = String::with_capacity(range.len());
    digits.extend(chars[range.clone()].iter().filter_map(|it| digit(*it)));
    if digits.len() < SHORTEST && known.numbers.is_empty() {
        return None;
    }
    if is_identity(&digits, chars, range) {
        return Some(PersonalKind::Identity);
    }
    let own = without_country(&digits).unwrap_or(&digits);
    if known.numbers.contains(own) || known.numbers.contains(&digits) {
        let is_mobile = own.len() == 11 && own.starts_with('1');
        let kinds = [PersonalKind::Landline, PersonalKind::Mobile];
        return Some(kinds[usize::from(is_mobile)]);
    }
    if is_counted(chars, range) {
        return None;
    }
    let with_zero = without_country(&digits).map(|own| format!("0{own}"));
    match own.as_bytes() {
        [b'1', b'3'..=b'9', ..] if own.len() == 11 => Some(PersonalKind::Mobile),
        _ if is_landline(own) || with_zero.is_some_and(|it| is_landline(&it)) => {
            Some(PersonalKind::Landline)
        }
        [b'4' | b'8', b'0', b'0', ..] if own.len() == 10 => Some(PersonalKind::Landline),
        _ if matches!(own.len(), 7 | 8) && (after_phone || is_called_phone(chars, range)) => {
            Some(PersonalKind::Landline)
        }
        _ => None,
    }
}

/// Area code and number: 010 and 02x with 8 digits, the others with 7 or 8.
fn is_landline(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'0', b'1' | b'2', ..] => matches!(digits.len(), 10 | 11),
        [b'0', b'3'..=b'9', ..] => matches!(digits.len(), 11 | 12),
        _ => false,
    }
}

/// Whether a unit follows, or 第…号 stands around: a quantity or a number of a document.
fn is_counted(chars: &[char], range: &Range<usize>) -> bool {
    let after = chars.get(range.end).copied().unwrap_or(' ');
    let before = range.start.checked_sub(1).map_or(' ', |at| chars[at]);
    let is_of_amount = |it: &char| digit(*it).is_some() || *it == '.';
    let is_whole = chars[range.clone()].iter().all(is_of_amount);
    is_whole && "元万亿件吨个项户亩%％".contains(after) || before == '第' && after == '号'
}

/// Words before a number that make it a telephone number.
const PHONE_WORDS: [&str; 15] = [
    "电话",
    "手机",
    "传真",
    "热线",
    "联系方式",
    "致电",
    "拨打",
    "来电",
    "座机",
    "总机",
    "Tel",
    "TEL",
    "tel",
    "分机",
    "小号",
];

/// How far before a number its word may stand.
const WORD_REACH: usize = 14;

fn is_called_phone(chars: &[char], range: &Range<usize>) -> bool {
    let is_dated = chars
        .get(range.end)
        .is_some_and(|it| "号年月".contains(*it));
    !is_dated && has_word_before(chars, range.start, &PHONE_WORDS)
}

/// Whether one of the words stands shortly before, in the same sentence.
pub(super) fn has_word_before(chars: &[char], end: usize, words: &[&str]) -> bool {
    let start = end.saturating_sub(WORD_REACH);
    // Digits and marks alone are no word; a long chain of them asks this at every digit.
    if !chars[start..end].iter().any(|it| it.is_alphabetic()) {
        return false;
    }
    let before: String = chars[start..end].iter().collect();
    let sentence = before
        .rsplit(['。', '；', ';', '\n'])
        .next()
        .unwrap_or_default();
    words.iter().any(|word| sentence.contains(word))
}

/// The start of a number with the + and the brackets before it.
fn prefixed(chars: &[char], start: usize) -> usize {
    let is_opening = |it: &&char| matches!(**it, '+' | '＋' | '(' | '（');
    let opened = chars[..start].iter().rev().take_while(is_opening);
    // A bracket that is closed inside the number belongs to it.
    let opened: Vec<char> = opened.copied().collect();
    let rest: String = chars[start..].iter().take(8).collect();
    let closes = rest.find([')', '）']);
    let is_own = closes.is_some_and(|at| rest[..at].chars().all(|it| digit(it).is_some()));
    let own = opened
        .iter()
        .take_while(|it| matches!(it, '+' | '＋') || is_own)
        .count();
    start - own
}

/// How far behind a number its extension may stand.
const EXTENSION_REACH: usize = 8;

/// The end of an extension (分机) behind a number.
fn extension(chars: &[char], number: &Range<usize>, next: Option<&Range<usize>>) -> Option<usize> {
    let is_near = |next: &&Range<usize>| next.start <= number.end + EXTENSION_REACH;
    let next = next.filter(is_near).filter(|next| next.len() <= 6)?;
    let gap: String = chars.get(number.end..next.start)?.iter().collect();
    let gap = gap.trim();
    let is_dash = gap.chars().count() == 1 && gap.chars().all(is_separator) && gap != ".";
    let is_named = matches!(
        gap,
        "转" | "转分机" | "分机" | "，转" | "-转" | "（转" | "(转" | "（分机" | "#" | "转："
    );
    (is_dash || is_named).then_some(next.end)
}
