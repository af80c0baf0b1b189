//! Section numbers at the start of paragraphs: 一、 （一） 1. （1）.

use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::view::{TextView, is_any_digit, is_chinese_digit};

/// A section number at a paragraph's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    pub(crate) level: usize,
    /// The number's value.
    pub(crate) value: usize,
    /// Where the number begins.
    pub(crate) start: usize,
    /// Where the number with its mark ends.
    pub(crate) end: usize,
}

/// The last section number of each level.
pub(crate) type LastHeadings = [Option<Heading>; 4];

/// Gives every section number of a text with the last ones before it, outside of tables.
pub(crate) fn each_heading(view: &TextView<'_>, mut take: impl FnMut(&LastHeadings, Heading)) {
    let mut last: LastHeadings = [None; 4];
    let paragraphs = view.paragraphs().iter();
    for paragraph in paragraphs.filter(|it| it.kind != ParagraphKind::Cell) {
        let start = paragraph.range.start + annex_lead(view, paragraph.range.start);
        let Some(heading) = heading_number(view, start) else {
            continue;
        };
        take(&last, heading);
        last[heading.level - 1] = Some(heading);
        // A new part starts its own count of the lower levels.
        for lower in &mut last[heading.level..] {
            *lower = None;
        }
    }
}

/// The level and the value of the number that a paragraph begins with: that of a heading, or of 一是, which
/// stands below all headings.
pub(crate) fn item_number(view: &TextView<'_>, start: usize) -> Option<(usize, usize)> {
    const BELOW_HEADINGS: usize = 5;
    let value = chinese_number(view.char(start)).filter(|_| view.char(start + 1) == '是');
    let told = value.map(|value| (BELOW_HEADINGS, value));
    told.or_else(|| heading_number(view, start).map(|it| (it.level, it.value)))
}

/// How long 附件： is before the first of several annexes (GB/T 9704-2012, 7.3.4), whose numbers go on in
/// the lines below.
fn annex_lead(view: &TextView<'_>, start: usize) -> usize {
    let lead = view.one_of_at(start, &["附件：", "附："]);
    lead.map_or(0, |lead| lead.chars().count())
}

/// The section number at the start of a paragraph.
pub(crate) fn heading_number(view: &TextView<'_>, start: usize) -> Option<Heading> {
    let opens = view.is_any_at(start, "（(");
    if !opens && !is_any_digit(view.char(start)) {
        return None;
    }
    let from = start + usize::from(opens);
    let chinese = count(view, from, is_chinese_digit);
    let arabic = count(view, from, |c| c.is_ascii_digit());
    let end = from + chinese.max(arabic);
    let mark = view.char(end);
    let level = match (opens, chinese, arabic) {
        (false, 1..=3, 0) if matches!(mark, '、' | '．' | '.' | ',' | '，' | '：') => 1,
        (true, 1..=3, 0) if matches!(mark, '）' | ')') => 2,
        (false, 0, 1..=2) if is_arabic_mark(view, end) => 3,
        (true, 0, 1..=2) if matches!(mark, '）' | ')') => 4,
        _ => return None,
    };
    if level == 1 && is_chinese_digit(view.char(end + 1)) && !leads_heading(view, end + 1) {
        // 一、二季度 enumerates.
        return None;
    }
    let text = view.words(from..end);
    let value = if arabic > 0 {
        text.parse().ok()?
    } else {
        chinese_value(text)?
    };
    Some(Heading {
        level,
        value,
        start,
        end: end + 1,
    })
}

/// Whether a numeral behind 二、 begins the words of a heading: 二、一年来形势的变化, 三、两点商请.
fn leads_heading(view: &TextView<'_>, numeral: usize) -> bool {
    const LONGEST: usize = 30;
    let paragraph = view.paragraph(numeral).map(|it| it.range.clone());
    // A line without a stop is a heading, unless its numeral is the next of a row: 二、三产业融合发展.
    let is_line = paragraph.is_some_and(|it| it.len() <= LONGEST && !view.has_mark(&it, "。，；"));
    let value = |at: usize| chinese_number(view.char(at));
    let goes_on = numeral
        .checked_sub(2)
        .and_then(value)
        .zip(value(numeral))
        .is_some_and(|(first, second)| second == first + 1);
    view.is_at(numeral + 1, "是") || is_line && !goes_on
}

/// 1. and 1、 number a part; 1.5 and 2、3号 do not.
fn is_arabic_mark(view: &TextView<'_>, end: usize) -> bool {
    view.is_any_at(end, ".．、")
        && (!view.char(end + 1).is_ascii_digit() || year_follows(view, end + 1))
}

fn year_follows(view: &TextView<'_>, at: usize) -> bool {
    view.char(at + 4) == '年' && view.chars()[at..at + 4].iter().all(char::is_ascii_digit)
}

fn count(view: &TextView<'_>, from: usize, is_part: impl Fn(char) -> bool) -> usize {
    (from..from + 4)
        .take_while(|index| is_part(view.char(*index)))
        .count()
}

/// The value of 一 to 九十九.
pub(crate) fn chinese_value(text: &str) -> Option<usize> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c);
    let ten = text.char_indices().find(|(_, it)| *it == '十');
    match ten.map(|(at, ten)| (&text[..at], &text[at + ten.len_utf8()..])) {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() {
                1
            } else {
                digit(tens.chars().next()?)?
            };
            let ones = if ones.is_empty() {
                0
            } else {
                digit(ones.chars().next()?)?
            };
            Some(tens * 10 + ones)
        }
        None if text.chars().count() == 1 => digit(text.chars().next()?).filter(|value| *value > 0),
        None => None,
    }
}
