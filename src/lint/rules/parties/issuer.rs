//! The office that a letter in a text comes from.

use std::ops::Range;

use jiff::civil::Date;

use crate::lint::view::dates::DateMention;
use crate::lint::view::{TextView, is_han};

/// Ends of names of offices, the longer ones first, each with how the office calls itself.
const SELF_NAMES: [(&str, &str); 17] = [
    ("管委会", ""),
    // That of a ministry (办公厅) writes for the ministry and may say 我部.
    ("办公厅", ""),
    // The office (办公室) of a department writes for the department and may say 我厅.
    ("厅办公室", ""),
    ("局办公室", ""),
    ("委办公室", ""),
    ("会办公室", ""),
    ("委员会", "我委"),
    ("办公室", "我办"),
    ("省委", ""),
    ("市委", ""),
    ("县委", ""),
    ("区委", ""),
    ("委", "我委"),
    ("局", "我局"),
    ("厅", "我厅"),
    ("院", "我院"),
    ("部", "我部"),
];

/// How the office of that name calls itself, if that is certain.
pub(crate) fn self_name(view: &TextView<'_>, name: &Range<usize>) -> Option<&'static str> {
    let is_end = |(end, _): &&(&str, &str)| view.ends_at(name.end, end);
    let found = SELF_NAMES.iter().find(is_end)?;
    (!found.1.is_empty()).then_some(found.1)
}

/// The office in the title or, if the title names none, in the sign-off.
pub(crate) fn issuer(view: &TextView<'_>) -> Option<Range<usize>> {
    titled(view).or_else(|| signed(view))
}

/// 市教育局 in 市教育局关于……的答复.
pub(crate) fn titled(view: &TextView<'_>) -> Option<Range<usize>> {
    titled_as(view, is_name)
}

/// How a line is known to be the name of a body.
pub(crate) type IsName = fn(&TextView<'_>, &Range<usize>) -> bool;

/// The body in the title that `is_name` knows.
pub(crate) fn titled_as(view: &TextView<'_>, is_name: IsName) -> Option<Range<usize>> {
    let title = view.reply().title.clone();
    let lines = view.paragraphs().iter().map(|it| it.range.clone());
    let mut lines = lines.take_while(|line| line.start < title.end);
    lines.find_map(|line| {
        // A letterhead is the first line.
        if line.start == 0 && is_name(view, &line) {
            return Some(line);
        }
        let head = line.start.max(title.start)..line.end.min(line.start + 25);
        let end = view
            .find(head.clone(), "关于")
            .or_else(|| view.find(head.clone(), "对"))?;
        let name = head.start..end;
        is_name(view, &name).then_some(name)
    })
}

/// The line before the date at the end of a text; nothing if several offices sign.
pub(crate) fn signed(view: &TextView<'_>) -> Option<Range<usize>> {
    signed_as(view, is_name)
}

/// The body in the sign-off that `is_name` knows.
pub(crate) fn signed_as(view: &TextView<'_>, is_name: IsName) -> Option<Range<usize>> {
    let paragraphs = view.paragraphs();
    let last = paragraphs.len().saturating_sub(LAST);
    let mut lines = paragraphs[last..].windows(3);
    lines.find_map(|lines| {
        let [above, name, date] = lines else {
            return None;
        };
        let is_signed = is_date(view, &date.range) && is_name(view, &name.range);
        (is_signed && !is_name(view, &above.range)).then(|| name.range.clone())
    })
}

/// How many of the last paragraphs may hold the sign-off.
const LAST: usize = 12;

/// The date of issue (成文日期): a paragraph of its own near the end, or told in the text's head.
pub(crate) fn dated<'v>(view: &'v TextView<'_>) -> Option<&'v DateMention> {
    let last = view.paragraphs().iter().rev().take(LAST);
    let mut alone = last.filter_map(|paragraph| {
        let date = view.date_at(paragraph.range.start)?;
        (date.range == paragraph.range && date.year.is_some() && date.day.is_some()).then_some(date)
    });
    alone.next().or_else(|| labelled(view))
}

/// 答复日期：2022年6月10日, 区文化局2025年3月20日答复：….
fn labelled<'v>(view: &'v TextView<'_>) -> Option<&'v DateMention> {
    const LABELS: [&str; 3] = ["答复日期：", "成文日期：", "办理日期："];
    let mut first = view.dates().iter().take(3);
    first.find(|date| {
        let is_labelled = view.one_of_before(date.range.start, &LABELS).is_some()
            || view.is_at(date.range.end, "答复：");
        is_labelled && date.year.is_some() && date.day.is_some()
    })
}

/// The day of the date of issue.
pub(crate) fn issued_on(view: &TextView<'_>) -> Option<Date> {
    let date = dated(view)?;
    let year = date.year?.try_into().ok()?;
    let (month, day) = (date.month.try_into().ok()?, date.day?.try_into().ok()?);
    Date::new(year, month, day).ok()
}

/// Whether a line holds a date alone.
pub(crate) fn is_date(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let date = view.date_at(line.start);
    line.len() <= 11 && date.is_some_and(|date| date.range == *line)
}

/// Ends of names of bodies that sign letters and call themselves in more than one way.
const ALSO_SIGN: [&str; 17] = [
    "办事处",
    "支队",
    "大队",
    "总队",
    "中心",
    "公司",
    "集团",
    "大学",
    "联合会",
    "总工会",
    "妇联",
    "协会",
    "分行",
    "支行",
    "政府",
    "法院",
    "检察院",
];

/// Whether a line is nothing but the name of a body that may sign a letter.
pub(crate) fn is_signature(view: &TextView<'_>, line: &Range<usize>) -> bool {
    is_name(view, line) || ends_in(view, line, &ALSO_SIGN)
}

/// Whether a line is nothing but the name of a government, a court, a school and the like.
pub(crate) fn is_authority(view: &TextView<'_>, line: &Range<usize>) -> bool {
    const ENDS: [&str; 8] = [
        "政府",
        "法院",
        "检察院",
        "办事处",
        "中学",
        "小学",
        "大学",
        "学院",
    ];
    ends_in(view, line, &ENDS)
}

/// Whether a line is nothing but a name with one of the ends.
fn ends_in(view: &TextView<'_>, line: &Range<usize>, ends: &[&str]) -> bool {
    (4..=30).contains(&line.len())
        && line.clone().all(|at| is_of_name(view.char(at)))
        && view.one_of_before(line.end, ends).is_some()
}

/// Whether a line is nothing but the name of an office.
pub(crate) fn is_name(view: &TextView<'_>, line: &Range<usize>) -> bool {
    (3..=25).contains(&line.len())
        && line.clone().all(|at| is_of_name(view.char(at)))
        && SELF_NAMES
            .iter()
            .any(|(end, _)| view.ends_at(line.end, end))
}

/// Whether a character may stand in a name; × stands for one that is left out.
fn is_of_name(character: char) -> bool {
    is_han(character) || character == '×'
}
