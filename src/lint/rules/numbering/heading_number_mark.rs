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
