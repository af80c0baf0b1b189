//! Personal data (个人信息) in a text: telephone numbers however their digits are set, identity
//! numbers, e-mail addresses, postcodes and addresses behind their labels.
//!
//! Proofreading and the public copy (公开本) look for them with this one piece.

use std::collections::BTreeSet;
use std::ops::Range;

/// What kind of personal data it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalKind {
    /// 手机号码.
    Mobile,
    /// 固定电话, 400 and 800 numbers, with their extensions.
    Landline,
    /// 身份证号码, GB 11643.
    Identity,
    /// 电子邮箱.
    Email,
    /// 邮政编码.
    Postcode,
    /// 地址.
    Address,
    /// A text that is known to be personal, such as a proposer's unit.
    KnownText,
    /// A person's name that is known.
    Name,
}

impl PersonalKind {
    /// What a clerk calls it.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Mobile => "手机号码",
            Self::Landline => "电话号码",
            Self::Identity => "身份证号码",
            Self::Email => "电子邮箱",
            Self::Postcode => "邮政编码",
            Self::Address => "地址",
            Self::KnownText => "个人信息",
            Self::Name => "姓名",
        }
    }

    /// Whether it is a telephone number.
    pub fn is_phone(self) -> bool {
        matches!(self, Self::Mobile | Self::Landline)
    }
}

/// A piece of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personal {
    /// Its characters.
    pub range: Range<usize>,
    /// What it is.
    pub kind: PersonalKind,
}

/// Personal data that is known beforehand, wherever it stands.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Telephone numbers as plain digits.
    numbers: BTreeSet<String>,
    /// Texts such as an address or a unit.
    texts: Vec<(String, PersonalKind)>,
}

impl Known {
    /// Adds every telephone number in a text that is known to hold some, with its local part.
    pub fn add_phones(&mut self, text: &str) {
        let mut own = Self::default();
        own.add_found(&format!("电话：{text}"));
        let local = own.numbers.iter().filter_map(|it| local_part(it));
        self.numbers.extend(local.map(str::to_owned));
        self.numbers.extend(own.numbers);
    }

    /// Adds every telephone number that is found in a text.
    pub fn add_found(&mut self, text: &str) {
        let chars: Vec<char> = text.chars().collect();
        let found = find(&chars, &Self::default()).into_iter();
        let phones = found.filter(|it| it.kind.is_phone());
        self.numbers
            .extend(phones.map(|it| digits_of(&chars[it.range])));
    }

    /// Adds a text of a kind; one of a single character is too common to be looked for.
    pub fn add_text(&mut self, text: &str, kind: PersonalKind) {
        if text.chars().count() > 1 {
            self.texts.push((text.to_owned(), kind));
        }
    }

    /// The telephone numbers whose digits stand in a text in any form.
    pub fn numbers_in(&self, text: &str) -> Vec<&str> {
        let squashed = squashed(text);
        let numbers = self.numbers.iter().map(String::as_str);
        numbers.filter(|it| squashed.contains(it)).collect()
    }
}

/// The digits of a text, blanks and hyphens between them left out, all other characters as blanks.
fn squashed(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|it| digit(*it).is_some() || !is_separator(*it));
    kept.map(|it| digit(it).unwrap_or(' ')).collect()
}

/// The number without its area code.
fn local_part(digits: &str) -> Option<&str> {
    let area = match digits.as_bytes() {
        [b'0', b'1' | b'2', ..] => 3,
        [b'0', ..] => 4,
        _ => return None,
    };
    digits.get(area..).filter(|local| local.len() >= 7)
}

/// Finds personal data, in order, without overlaps.
pub fn find(chars: &[char], known: &Known) -> Vec<Personal> {
    let mut found = known_texts(chars, known);
    found.extend(emails(chars));
    found.extend(labelled(chars));
    found.extend(numbers(chars, known));
    in_order(found)
}

/// Puts finds in order and leaves out those that overlap one before.
pub fn in_order(mut found: Vec<Personal>) -> Vec<Personal> {
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    let mut end = 0;
    found.retain(|it| {
        let is_new = it.range.start >= end;
        end = end.max(it.range.end);
        is_new
    });
    found
}

/// The value of a digit, of a full-width one and of a Chinese one (零一二) alike.
fn digit(character: char) -> Option<char> {
    let ascii = match character {
        '0'..='9' => character,
        '０'..='９' => char::from(b'0' + (character as u32 - '０' as u32) as u8),
        '〇' | '零' | '○' => '0',
        _ => {
            let value = "一二三四五六七八九"
                .chars()
                .position(|it| it == character)?;
            char::from(b'1' + value as u8)
        }
    };
    Some(ascii)
}

fn is_chinese_digit(character: char) -> bool {
    digit(character).is_some() && !matches!(character, '0'..='9' | '０'..='９')
}

/// What may stand between the digits of one number.
fn is_separator(character: char) -> bool {
    (character.is_whitespace() && character != '\n')
        || matches!(character, '-' | '－' | '‐'..='―' | '−' | '─' | 'ー' | '﹣')
        || matches!(character, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】')
        || matches!(character, '.' | '．' | '·' | '•' | '_' | '＿')
        || matches!(
            character,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// The digits of a number, without the code of the country and without its extension.
fn digits_of(chars: &[char]) -> String {
    let named = chars.iter().position(|it| matches!(it, '转' | '分' | '#'));
    let chars = &chars[..named.unwrap_or(chars.len())];
    let digits: String = chars.iter().filter_map(|it| digit(*it)).collect();
    without_country(&digits).map_or(digits.clone(), str::to_owned)
}

/// Runs of digits; Chinese ones only where they are too many to be a count.
fn groups(chars: &[char]) -> Vec<Range<usize>> {
    const SHORTEST_CHINESE: usize = 7;
    let mut groups = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let is_chinese = is_chinese_digit(chars[start]);
        let is_alike = |it: &&char| digit(**it).is_some() && is_chinese_digit(**it) == is_chinese;
        let length = chars[start..].iter().take_while(is_alike).count();
        if length > 0 && (!is_chinese || length >= SHORTEST_CHINESE) {
            groups.push(start..start + length);
        }
        start += length.max(1);
    }
    groups
}

/// Most runs of digits that one number is written in.
const MOST_GROUPS: usize = 11;

/// Most characters between two runs of one number.
const WIDEST_GAP: usize = 3;

fn numbers(chars: &[char], known: &Known) -> Vec<Personal> {
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
    let digits: String = chars[range.clone()]
        .iter()
        .filter_map(|it| digit(*it))
        .collect();
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

/// The number after the code of the country.
fn without_country(digits: &str) -> Option<&str> {
    let rest = digits
        .strip_prefix("0086")
        .or_else(|| digits.strip_prefix("86"));
    rest.filter(|rest| rest.len() >= 10)
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
fn has_word_before(chars: &[char], end: usize, words: &[&str]) -> bool {
    let start = end.saturating_sub(WORD_REACH);
    let before: String = chars[start..end].iter().collect();
    let sentence = before
        .rsplit(['。', '；', ';', '\n'])
        .next()
        .unwrap_or_default();
    words.iter().any(|word| sentence.contains(word))
}

/// Whether a gap parts two numbers of one list.
pub fn is_list_gap(gap: &[char]) -> bool {
    let text: String = gap.iter().collect();
    matches!(
        text.trim(),
        "" | "、" | "，" | "," | "/" | "／" | "；" | ";" | "或" | "和" | "及" | "或者"
    )
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

/// The end of an extension (分机) behind a number.
fn extension(chars: &[char], number: &Range<usize>, next: Option<&Range<usize>>) -> Option<usize> {
    let next = next.filter(|next| next.len() <= 6)?;
    let gap: String = chars.get(number.end..next.start)?.iter().collect();
    let gap = gap.trim();
    let is_dash = gap.chars().count() == 1 && gap.chars().all(is_separator) && gap != ".";
    let is_named = matches!(
        gap,
        "转" | "转分机" | "分机" | "，转" | "-转" | "（转" | "(转" | "（分机" | "#" | "转："
    );
    (is_dash || is_named).then_some(next.end)
}

fn is_check_letter(chars: &[char], at: usize) -> bool {
    chars
        .get(at)
        .is_some_and(|it| matches!(it, 'X' | 'x' | 'Ｘ' | 'ｘ'))
}

/// 18 digits with a good check digit; or any as long as one that stands behind 身份证.
fn is_identity(digits: &str, chars: &[char], range: &Range<usize>) -> bool {
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
pub fn is_identity_number(number: &str) -> bool {
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

fn emails(chars: &[char]) -> Vec<Personal> {
    let is_name = |it: &&char| it.is_ascii_alphanumeric() || ".-_+%".contains(**it);
    let ats = (0..chars.len()).filter(|at| matches!(chars[*at], '@' | '＠'));
    let found = ats.filter_map(|at| {
        let before = chars[..at].iter().rev().take_while(is_name).count();
        let after = chars[at + 1..].iter().take_while(is_name).count();
        let is_whole = before > 0 && chars[at + 1..at + 1 + after].contains(&'.');
        is_whole.then_some(Personal {
            range: at - before..at + 1 + after,
            kind: PersonalKind::Email,
        })
    });
    found.collect()
}

/// Postcodes and addresses, which only their labels make known.
fn labelled(chars: &[char]) -> Vec<Personal> {
    const LABELS: [(&str, PersonalKind); 5] = [
        ("邮编", PersonalKind::Postcode),
        ("邮政编码", PersonalKind::Postcode),
        ("地址", PersonalKind::Address),
        ("住址", PersonalKind::Address),
        ("住所", PersonalKind::Address),
    ];
    let labels = LABELS.iter().flat_map(|(label, kind)| {
        let label: Vec<char> = label.chars().collect();
        let ends = occurrences(chars, &label).into_iter().map(|it| it.end);
        ends.map(|end| (end, *kind)).collect::<Vec<_>>()
    });
    labels
        .filter_map(|(end, kind)| value_after(chars, end, kind))
        .collect()
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

fn known_texts(chars: &[char], known: &Known) -> Vec<Personal> {
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
    use super::*;

    fn found(text: &str) -> Vec<(String, PersonalKind)> {
        let chars: Vec<char> = text.chars().collect();
        let found = find(&chars, &Known::default()).into_iter();
        found
            .map(|it| (chars[it.range].iter().collect(), it.kind))
            .collect()
    }

    #[test]
    fn telephone_numbers_are_found_in_every_form() {
        let table = [
            ("手机13900001234。", "13900001234"),
            ("找139 0000 1234问", "139 0000 1234"),
            ("139-0000-1234", "139-0000-1234"),
            ("１３９００００１２３４", "１３９００００１２３４"),
            ("+86 13900001234", "+86 13900001234"),
            ("（+86-139-0000-1234）", "+86-139-0000-1234"),
            ("008613900001234", "008613900001234"),
            ("(027)87654321", "(027)87654321"),
            ("（027）8765 4321", "（027）8765 4321"),
            ("027—87654321转801", "027—87654321转801"),
            (
                "０２７－８７６５４３２１－８０１",
                "０２７－８７６５４３２１－８０１",
            ),
            ("0719-8765432", "0719-8765432"),
            ("+86 27 87654321", "+86 27 87654321"),
            ("400-800-1234", "400-800-1234"),
            ("4008001234", "4008001234"),
            ("一三九〇〇〇〇一二三四", "一三九〇〇〇〇一二三四"),
            ("1 3 9 0 0 0 0 1 2 3 4", "1 3 9 0 0 0 0 1 2 3 4"),
            ("联系电话：87654321", "87654321"),
            ("139\u{200b}0000\u{200b}1234", "139\u{200b}0000\u{200b}1234"),
        ];
        for (text, number) in table {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].0, number, "{text}");
            assert!(found[0].1.is_phone(), "{text}: {found:?}");
        }
    }

    #[test]
    fn several_numbers_are_parted() {
        let texts = |text| found(text).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(
            texts("电话：027-87654321、87654322 13900001234"),
            ["027-87654321", "87654322", "13900001234"]
        );
        assert_eq!(
            texts("2021年027-87654321/13900001234"),
            ["027-87654321", "13900001234"]
        );
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "第20220022号提案",
            "2021年共1001件，同比增长41.6%",
            "13900001234元",
            "2022-05-20至2022-06-30",
            "（2021-2035年）",
            "鄂知函〔2022〕15号",
            "拨打12345热线",
            "40012345.67万元",
            "提案号20220022",
            "第01012345678号",
            "一二三四五六七八九",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn other_personal_data_is_found() {
        use PersonalKind::{Address, Email, Identity, Postcode};
        let table = [
            ("身份证11010519491231002X。", "11010519491231002X", Identity),
            ("110105 19491231 002X", "110105 19491231 002X", Identity),
            ("邮箱：a.b@c.gov.cn，", "a.b@c.gov.cn", Email),
            ("邮编：430071）", "430071", Postcode),
            ("地址：武汉市公正路9号；", "武汉市公正路9号", Address),
        ];
        for (text, value, kind) in table {
            assert_eq!(found(text), [(value.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn known_numbers_are_found_without_their_area_code() {
        let mut known = Known::default();
        known.add_phones("（027）87654321");
        let chars: Vec<char> = "见8765 4321处".chars().collect();
        assert_eq!(find(&chars, &known).len(), 1);
        assert_eq!(
            known.numbers_in("甲０２７－８７６５４３２１"),
            ["02787654321", "87654321"]
        );
        assert!(known.numbers_in("甲87654322").is_empty());
    }
}
