//! 一. or 一． or 一, for 一、.

use std::ops::Range;

use super::headings::heading_number;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::{Check, Rule};

/// 一. or 一． or 一, for 一、.
pub(crate) const HEADING_NUMBER_MARK: Rule = Rule {
    name: "heading-number-mark",
    title: "“一”后面不是顿号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("heading_number_mark.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    arabic_items(view, findings);
    arabic_lines(view, findings);
    full_stops(view, findings);
    let mut last = 0;
    for paragraph in view.paragraphs() {
        if last > 0 && is_bare(view, &paragraph.range, last + 1) {
            let start = paragraph.range.start;
            findings
                .at(
                    start..start + 2,
                    format!("序数“{}”后面没有顿号", view.char(start)),
                )
                .hint("补上“、”")
                .suggest(start + 1..start + 1, "、");
        }
        let Some(heading) = heading_number(view, paragraph.range.start).filter(|h| h.level == 1)
        else {
            continue;
        };
        last = heading.value;
        let mark = heading.end - 1;
        if view.char(mark) != '、' {
            let message = format!(
                "序数“{}”后面不是顿号",
                view.text(heading.start..heading.end)
            );
            findings
                .at(heading.start..heading.end, message)
                .hint("改为“、”")
                .replace(mark..mark + 1, "、");
        }
    }
}

/// 困难：1，资金不足；2.人员不足: a comma behind the number of an item whose neighbours have a point.
fn arabic_items(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let (start, mark) = (number.digits.start, number.digits.end);
        if view.char(mark) != '，' || mark - start > 1 || !view.is_any_before(start, "：；。\n")
        {
            continue;
        }
        let value = view.char(start).to_digit(10).unwrap_or(0);
        let rest = mark..view.passage(mark).end;
        let next = |mark: char| format!("{}{mark}", value + 1);
        let goes_on = ['.', '．', '、'].iter().any(|mark| {
            let found = view.find(rest.clone(), &next(*mark));
            found.is_some_and(|at| view.is_any_before(at, "：；。"))
        });
        if goes_on {
            findings
                .at(start..mark + 1, format!("序数“{value}，”后面不用逗号"))
                .hint(format!("改为“{value}.”"))
                .suggest(mark..mark + 1, ".");
        }
    }
}

/// 一。关于…, while 二、关于… stands below: a full stop behind the number of a heading.
fn full_stops(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let lines = || view.paragraphs().iter().map(|it| it.range.start);
    for start in lines().filter(|at| view.char(at + 1) == '。') {
        let Some(value) = chinese_number(view.char(start)) else {
            continue;
        };
        let is_beside = |at: usize| {
            let other = heading_number(view, at);
            other.is_some_and(|it| it.level == 1 && it.value.abs_diff(value) == 1)
        };
        if is_han(view.char(start + 2)) && lines().any(is_beside) {
            findings
                .at(
                    start..start + 2,
                    format!("序数“{}”后面不是顿号", view.words(start..start + 2)),
                )
                .hint("改为“、”")
                .replace(start + 1..start + 2, "、");
        }
    }
}

/// 2.先主干道…。 and below 3：关于管护责任…: a line whose number has no point, as that of the line above has.
fn arabic_lines(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let item = |line: &Range<usize>| {
        let value = view.char(line.start).to_digit(10)?;
        let mark = view.char(line.start + 1);
        (!mark.is_ascii_digit()).then_some((value, mark))
    };
    for pair in view.paragraphs().windows(2) {
        let [above, below] = [&pair[0].range, &pair[1].range];
        let Some(((before, point), (value, mark))) = item(above).zip(item(below)) else {
            continue;
        };
        let is_next = value == before + 1 && matches!(point, '.' | '．');
        if is_next && "：:；;,，".contains(mark) {
            let mark_at = below.start + 1..below.start + 2;
            findings
                .at(
                    below.start..mark_at.end,
                    format!("序数“{value}{mark}”后面不是点"),
                )
                .hint(format!("改为“{value}{point}”"))
                .suggest(mark_at, point.to_string());
        }
    }
}

/// 三加强宣传教育: a short line without a stop that begins with the number that is due, and no word with it.
fn is_bare(view: &TextView<'_>, line: &Range<usize>, due: usize) -> bool {
    const LONGEST: usize = 30;
    const WORDS: &str = "是要个年月级大项次种类条名位所家来下方面度岁分成期届周日号季轮批站线农资产江亚镇村组队路区县市校者则定致律直体带些起样切旦向心同边角元部品岗制";
    let next = view.char(line.start + 1);
    chinese_number(view.char(line.start)) == Some(due)
        && (4..=LONGEST).contains(&line.len())
        && is_han(next)
        && chinese_number(next).is_none()
        && !WORDS.contains(next)
        && !(2..=4).any(|length| is_word(view, line.start..line.start + length))
        && is_han(view.before(line.end))
}

/// 二氧化碳, 三江源.
fn is_word(view: &TextView<'_>, range: Range<usize>) -> bool {
    let word = view.chars().get(range);
    word.is_some_and(|it| Vocabulary::get().has(it))
}
