//! Where a text may be broken: prohibitions, numbers, units.

use std::ops::Range;

use crate::text::punctuation::{is_double_mark, prohibited_at_line_end, prohibited_at_line_start};
use crate::text::width::{Width, width};

/// What the place before a character is to a line break, the more willing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// A line may end here.
    Free,
    /// Inside a date or a range: only where a line would else end more than a cell short.
    Part,
    /// Inside the print of a figure: only where a line would else be left half empty.
    Figure,
    /// Between a number and its unit: as above, if the figure's own breaks do not help.
    Unit,
    /// A prohibition or the inside of a number.
    Never,
}

/// The place before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// Whether a line may end here.
    pub(super) r#break: Break,
    /// Whether justification leaves it alone: inside numbers, their units, —— and …….
    pub(super) is_rigid: bool,
}

const FREE: Boundary = Boundary {
    r#break: Break::Free,
    is_rigid: false,
};
const RIGID: Boundary = Boundary {
    r#break: Break::Never,
    is_rigid: true,
};

/// Nouns that follow a number as its unit, the longer ones before their beginnings.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "千克",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "美元",
    "欧元",
    "小时",
    "分钟",
    "工作日",
    "个月",
    "人次",
    "件次",
    "户次",
    "年度",
    "年代",
    "周年",
    "月份",
    "元",
    "件",
    "个",
    "家",
    "项",
    "次",
    "位",
    "名",
    "条",
    "人",
    "年",
    "月",
    "日",
    "号",
    "倍",
    "户",
    "所",
    "处",
    "种",
    "类",
    "批",
    "期",
    "届",
    "份",
    "部",
    "场",
    "起",
    "宗",
    "例",
    "台",
    "套",
    "座",
    "辆",
    "艘",
    "架",
    "米",
    "吨",
    "克",
    "亩",
    "度",
    "岁",
    "页",
    "篇",
    "章",
    "节",
    "级",
    "层",
    "只",
    "头",
    "间",
    "门",
    "道",
    "时",
    "分",
    "秒",
    "周",
    "天",
    "字",
    "支",
    "成",
    "折",
    "强",
    "款",
    "组",
    "轮",
];

/// Words of size between a number and its unit.
const MAGNITUDES: &str = "十百千万亿余多";

/// Chinese digits, which 〇 is not parted from.
const CHINESE_DIGITS: &str = "〇一二三四五六七八九十";

/// The places before each character; the first one is free.
pub(super) fn boundaries(characters: &[char]) -> Vec<Boundary> {
    let mut boundaries: Vec<Boundary> = (0..characters.len())
        .map(|index| {
            if index == 0 {
                FREE
            } else {
                between(characters, index)
            }
        })
        .collect();
    for index in 1..characters.len() {
        if is_digit(characters[index - 1]) && !is_western(characters[index]) {
            bind_unit(characters, index, &mut boundaries);
        }
    }
    for index in 1..characters.len() {
        divide_date_or_range(characters, index, &mut boundaries);
    }
    divide_long_strings(characters, &mut boundaries);
    boundaries
}

/// A Western string of so many characters, such as an address on the web, is longer than a word.
const LONG_STRING: usize = 30;

/// Marks after which a long string is divided, rather than between its letters.
const STRING_MARKS: &str = "-_.?&=#";

/// Opens long strings after their marks and, in need, between their letters; never in numbers.
fn divide_long_strings(characters: &[char], boundaries: &mut [Boundary]) {
    let mut start = 0;
    while start < characters.len() {
        let end = number_end(characters, start).max(start + 1);
        if end - start >= LONG_STRING {
            for index in start + 1..end {
                let (before, after) = (characters[index - 1], characters[index]);
                if STRING_MARKS.contains(before) && after.is_ascii_alphanumeric() {
                    boundaries[index].r#break = Break::Part;
                } else if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() {
                    boundaries[index].r#break = Break::Unit;
                }
            }
        }
        start = end;
    }
}

/// Whether a place is inside a Western string.
pub(super) fn is_inside_string(characters: &[char], index: usize) -> bool {
    let at = |index: usize| characters.get(index).is_some_and(|it| is_western(*it));
    index > 0 && at(index - 1) && at(index)
}

/// Opens the places after 年, 月 and the dash of a range, and shuts the others in it.
///
/// A date or a range is up to eight cells wide: kept whole at any price it would leave a hole.
fn divide_date_or_range(characters: &[char], index: usize, boundaries: &mut [Boundary]) {
    let number_end = number_end(characters, index);
    if number_end == index {
        return;
    }
    let divided = match (characters[index - 1], characters.get(number_end)) {
        ('年', Some('月')) | ('月', Some('日')) => is_digit_at(characters, index, 2),
        (connector, _) if is_connector(connector) => is_range_end(characters, index),
        _ => false,
    };
    if !divided {
        return;
    }
    boundaries[index].r#break = Break::Part;
    shut(boundaries, number_end);
    // 2021 and 年 before 12月 belong together as firmly as 12 and 月.
    if !is_connector(characters[index - 1]) {
        shut(boundaries, index - 1);
    }
}

/// Where the digits that begin at `start` end.
fn number_end(characters: &[char], start: usize) -> usize {
    let digits = characters[start..]
        .iter()
        .take_while(|character| is_western(**character));
    start + digits.count()
}

/// Whether the character `back` places before `index` is a digit.
fn is_digit_at(characters: &[char], index: usize, back: usize) -> bool {
    index
        .checked_sub(back)
        .is_some_and(|at| is_digit(characters[at]))
}

/// Whether a number with or without its unit stands before the connector before `index`.
fn is_range_end(characters: &[char], index: usize) -> bool {
    let before = index.checked_sub(2).map(|at| characters[at]);
    is_digit(characters[index]) && before.is_some_and(|before| !is_connector(before))
}

/// Forbids a break between a number and the unit that begins at `index`.
fn shut(boundaries: &mut [Boundary], index: usize) {
    if let Some(boundary) = boundaries.get_mut(index)
        && boundary.r#break == Break::Unit
    {
        boundary.r#break = Break::Never;
    }
}

/// A figure's number that is wider than this is broken like other text, in characters.
const LONGEST_NUMBER: usize = 12;

/// Makes the breaks inside a figure's number unwilling: 第二位, 1001件, 70%以上.
///
/// What is printed before the number, as 同比增长 or 全国, is broken like other words.
pub(super) fn bind_figure(characters: &[char], figure: Range<usize>, boundaries: &mut [Boundary]) {
    let number = number_of(&characters[figure.clone()]);
    if number.len() > LONGEST_NUMBER {
        return;
    }
    for index in number.skip(1) {
        let boundary = &mut boundaries[figure.start + index];
        if boundary.r#break == Break::Free {
            boundary.r#break = Break::Figure;
        }
    }
}

/// Where the number of a figure's print stands; a list of names has none.
fn number_of(print: &[char]) -> Range<usize> {
    let is_list = print.contains(&'、');
    let begins_with_numeral = print.first().is_some_and(|first| is_numeral(*first));
    let start = match begins_with_numeral {
        true => Some(0),
        false => print.iter().position(|it| *it == '第' || is_digit(*it)),
    };
    let start = start.filter(|_| !is_list).unwrap_or(print.len());
    start..print.len()
}

fn between(characters: &[char], index: usize) -> Boundary {
    let (before, after) = (characters[index - 1], characters[index]);
    if is_double_mark(before, after) || is_inside_number(characters, index) {
        return RIGID;
    }
    if after == ' ' || prohibited_at_line_start(after) || prohibited_at_line_end(before) {
        return Boundary {
            r#break: Break::Never,
            is_rigid: false,
        };
    }
    FREE
}

/// Whether the place is inside a run of Western characters or a number written otherwise.
fn is_inside_number(characters: &[char], index: usize) -> bool {
    let (before, after) = (characters[index - 1], characters[index]);
    let is_western = is_western(before) && is_western(after);
    let is_wide = is_digit(before) && is_digit(after);
    is_western || is_wide || is_inside_range(characters, index) || is_beside_zero(before, after)
}

/// 2021—2035 and 2021～2035 are one number.
fn is_inside_range(characters: &[char], index: usize) -> bool {
    let is_range = |middle: usize| {
        let digit = |at: usize| {
            characters
                .get(at)
                .is_some_and(|character| is_digit(*character))
        };
        middle > 0 && is_connector(characters[middle]) && digit(middle - 1) && digit(middle + 1)
    };
    is_range(index) || is_range(index - 1)
}

fn is_connector(character: char) -> bool {
    matches!(character, '—' | '～' | '－' | '–')
}

fn is_beside_zero(before: char, after: char) -> bool {
    let is_digit = |character: char| CHINESE_DIGITS.contains(character);
    (before == '〇' && is_digit(after)) || (after == '〇' && is_digit(before))
}

/// Whether a character counts: 两 and 百 as well as 二.
fn is_numeral(character: char) -> bool {
    character == '两' || CHINESE_DIGITS.contains(character) || MAGNITUDES.contains(character)
}

/// Binds the unit that begins at `start` to the number before it.
fn bind_unit(characters: &[char], start: usize, boundaries: &mut [Boundary]) {
    let length = unit_length(&characters[start..]);
    if length == 0 {
        return;
    }
    if boundaries[start].r#break == Break::Free {
        boundaries[start] = Boundary {
            r#break: Break::Unit,
            is_rigid: true,
        };
    }
    for boundary in &mut boundaries[start + 1..start + length] {
        *boundary = RIGID;
    }
}

/// How many characters of `text` are a unit: words of size, a noun, and a second unit after a slash.
fn unit_length(text: &[char]) -> usize {
    let magnitude = text
        .iter()
        .take_while(|character| MAGNITUDES.contains(**character))
        .count();
    let noun = UNITS
        .iter()
        .find(|unit| starts_with(&text[magnitude..], unit));
    let length = magnitude + noun.map_or(0, |unit| unit.chars().count());
    match text.get(length) {
        Some('/') if length > 0 => length + 1 + unit_length(&text[length + 1..]),
        _ => length,
    }
}

fn starts_with(text: &[char], beginning: &str) -> bool {
    let mut characters = text.iter();
    beginning
        .chars()
        .all(|character| characters.next() == Some(&character))
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// Whether a character belongs to Western runs, which are broken at spaces only.
fn is_western(character: char) -> bool {
    width(character) != Width::Full && character != ' '
}

/// Whether a digit and the character after it are a number and its unit.
pub(super) fn is_unit_after_number(before: char, after: &[char]) -> bool {
    is_digit(before) && unit_length(after) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with | where a line may end, / where it may before it ends more than a cell short,
    /// and ¦ where it may in need.
    fn marked(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        render(&characters, &boundaries(&characters))
    }

    fn render(characters: &[char], boundaries: &[Boundary]) -> String {
        let mut marked = String::new();
        for (index, boundary) in boundaries.iter().enumerate() {
            match boundary.r#break {
                Break::Free if index > 0 => marked.push('|'),
                Break::Part => marked.push('/'),
                Break::Unit | Break::Figure => marked.push('¦'),
                _ => {}
            }
            marked.push(characters[index]);
        }
        marked
    }

    #[test]
    fn stops_and_closing_marks_stay_with_what_is_before_them() {
        assert_eq!(marked("落实，不断。"), "落|实，|不|断。");
        assert_eq!(marked("规划”等）的"), "规|划”|等）|的");
    }

    #[test]
    fn opening_marks_stay_with_what_is_after_them() {
        assert_eq!(marked("在“十四”《通》"), "在|“十|四”|《通》");
    }

    #[test]
    fn dashes_and_ellipses_are_not_parted() {
        assert_eq!(marked("保护——责任……等"), "保|护——|责|任……|等");
    }

    #[test]
    fn numbers_are_not_broken_and_keep_their_units() {
        assert_eq!(
            marked("查处1001件，增41.6%，"),
            "查|处|1001¦件，|增|41.6%，"
        );
        assert_eq!(marked("获50.26亿元资"), "获|50.26¦亿元|资");
        assert_eq!(marked("升2.5个百分点至"), "升|2.5¦个百分点|至");
        assert_eq!(marked("为16.09件/万人。"), "为|16.09¦件/万人。");
        assert_eq!(marked("于2021年7月，"), "于|2021年/7月，");
    }

    #[test]
    fn years_in_brackets_and_ranges_stay_whole() {
        assert_eq!(marked("函〔2022〕12号"), "函|〔2022〕|12¦号");
        assert_eq!(marked("（2021—2035年）"), "（2021—/2035年）");
        assert_eq!(marked("（2021-2035年）"), "（2021-2035¦年）");
    }

    #[test]
    fn dates_and_ranges_are_divided_between_their_numbers() {
        assert_eq!(marked("至2021年12月31日："), "至|2021年/12月/31日：");
        assert_eq!(marked("在13万元～17万元"), "在|13¦万元～/17万元");
        assert_eq!(marked("升15%～30%，"), "升|15%～/30%，");
        assert_eq!(marked("作——2021年"), "作——|2021¦年");
    }

    #[test]
    fn western_words_are_broken_at_spaces_only() {
        assert_eq!(marked("由PCT x-1专"), "由|PCT |x-1|专");
    }

    #[test]
    fn long_strings_are_divided_after_their_marks_and_in_need_between_letters() {
        let short = "见www.example.cn/a-b";
        assert_eq!(marked(short), "见|www.example.cn/a-b");
        let long = marked("见https://www.example.gov.cn/art_123_45.html");
        assert!(
            long.contains("w¦w¦w./e¦x") && long.contains("t_/123_/45./h"),
            "{long}"
        );
        assert!(long.contains("s://w") && long.contains("n/a"), "{long}");
    }

    #[test]
    fn chinese_years_keep_their_zero() {
        assert_eq!(marked("二〇二一年"), "二〇二|一|年");
    }

    /// As `marked`, for a text that prints one figure and nothing else.
    fn marked_figure(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut boundaries = boundaries(&characters);
        bind_figure(&characters, 0..characters.len(), &mut boundaries);
        render(&characters, &boundaries)
    }

    #[test]
    fn a_figure_is_kept_whole_from_its_number_on() {
        assert_eq!(marked_figure("同比增长41.6%"), "同|比|增|长|41.6%");
        assert_eq!(marked_figure("全国第二位"), "全|国|第¦二¦位");
        assert_eq!(marked_figure("70%以上"), "70%¦以¦上");
        assert_eq!(marked_figure("两个"), "两¦个");
        assert_eq!(marked_figure("七大工程"), "七¦大¦工¦程");
    }

    #[test]
    fn names_that_a_figure_counts_are_broken_like_other_text() {
        assert_eq!(marked_figure("第一批、三峡"), "第|一|批、|三|峡");
        assert_eq!(marked_figure("查处案件"), "查|处|案|件");
    }
}
