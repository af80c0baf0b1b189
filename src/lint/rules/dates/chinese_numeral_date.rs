//! 二〇一一年五月十日.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::chinese_value;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 二〇一一年五月十日.
pub(crate) const CHINESE_NUMERAL_DATE: Rule = Rule {
    name: "chinese-numeral-date",
    title: "日期用了汉字数字",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("chinese_numeral_date.md"),
};

const WORDS: &[&str] = &[
    "〇年",
    "一年",
    "二年",
    "三年",
    "四年",
    "五年",
    "六年",
    "七年",
    "八年",
    "九年",
    "零年",
    "年一月",
    "年二月",
    "年三月",
    "年四月",
    "年五月",
    "年六月",
    "年七月",
    "年八月",
    "年九月",
    "年十月",
    "年十一月",
    "年十二月",
    "同年",
    "当年",
];

/// How many of the words end a year; the others begin a month.
const YEARS: usize = 11;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.char(word.end - 1) == '年' && word.number >= YEARS {
        return in_same_year(view, word, findings);
    }
    if word.number >= YEARS {
        return month_behind_digits(view, word, findings);
    }
    let Some(start) = word.start.checked_sub(3) else {
        return;
    };
    let digits = view.words(start..word.start + 1);
    let is_year = (digits.starts_with("二") || digits.starts_with("一九"))
        && digits.chars().all(|c| "〇零一二三四五六七八九".contains(c));
    if !is_year || view.in_title(start) || view.in_quotes(start) || digits.contains('零') {
        return;
    }
    let month = (word.end..word.end + 3).find(|at| view.char(*at) == '月' && *at > word.end);
    let text = view.words(start..month.map_or(word.end, |at| at + 1));
    match month {
        Some(at) if (word.end..at).all(|index| is_chinese_digit(view.char(index))) => {
            let message = format!("日期“{text}”用了汉字数字");
            let finding = match is_alone(view, start) && is_day(view, start) {
                true => findings.warn(start..at + 1, message),
                false => findings.at(start..at + 1, message),
            };
            finding.hint("日期用阿拉伯数字，例如“2011年5月10日”");
        }
        // 二〇二四年5月8日 is written in neither way.
        Some(at) if view.char(word.end).is_ascii_digit() => {
            findings
                .at(start..at + 1, format!("“{text}”混用了汉字数字和阿拉伯数字"))
                .hint("日期用阿拉伯数字，例如“2011年5月10日”");
        }
        _ => {
            let message = format!("年份“{text}”用了汉字数字");
            // Beside a year in Arabic digits it is written in two ways.
            let mut beside = view.numbers_in(view.passage(start)).iter();
            let finding = match beside.any(|it| it.is_year(view.chars())) {
                true => findings.warn(start..word.end, message),
                false => findings.hint(start..word.end, message),
            };
            finding.hint("年份用阿拉伯数字");
        }
    }
}

/// 2025年8月20日…，同年十一月十日: the other dates of the sentence are in Arabic digits.
fn in_same_year(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 8;
    let start = word.end;
    let is_part = |at: usize| is_chinese_digit(view.char(at)) || view.char(at) == '月';
    let end = (start..start + LONGEST).find(|at| !is_part(*at));
    let Some(end) = end.filter(|end| view.char(*end) == '日' && *end > start + 2) else {
        return;
    };
    let mut dates = view.dates().iter().map(|it| it.range.start);
    let sentence = view.sentence(start);
    let has_month = (start + 1..end).any(|at| view.char(at) == '月');
    if has_month && dates.any(|at| sentence.contains(&at)) && !view.in_quotes(start) {
        let text = view.words(start..end + 1);
        findings
            .warn(start..end + 1, format!("日期“{text}”用了汉字数字"))
            .hint("日期用阿拉伯数字，例如“5月10日”");
    }
}

/// 2025年七月八日 as a line of its own is written in neither way; within a text it may be of the old calendar.
fn month_behind_digits(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(start) = word.start.checked_sub(4) else {
        return;
    };
    let is_year = (start..word.start).all(|at| view.char(at).is_ascii_digit())
        && !view.before(start).is_ascii_digit();
    let day = (word.end..word.end + 4).find(|at| view.char(*at) == '日');
    let day = day.filter(|day| {
        *day > word.end && (word.end..*day).all(|at| is_chinese_digit(view.char(at)))
    });
    let line = view.paragraph(start).map(|it| it.range.clone());
    let is_line = |day: usize| line == Some(start..day + 1);
    if let Some(day) = day.filter(|day| is_year && is_line(*day)) {
        let text = view.words(start..day + 1);
        findings
            .at(
                start..day + 1,
                format!("“{text}”混用了阿拉伯数字和汉字数字"),
            )
            .hint("日期用阿拉伯数字，例如“2011年5月10日”");
    }
}

/// Whether the date is a line of its own behind the text, as dates of issue were written until 2012 and
/// are by habit since; in a letter that is built here its data are mended.
fn is_alone(view: &TextView<'_>, start: usize) -> bool {
    let is_part = |at: usize| is_chinese_digit(view.char(at)) || view.is_any_at(at, "年月日");
    let line = view.paragraph(start).map(|it| it.range.clone());
    !view.is_built()
        && line.is_some_and(|mut line| line.start > 0 && line.start == start && line.all(is_part))
}

/// Whether the calendar has the day: 二〇二二年二月三十日 is none.
fn is_day(view: &TextView<'_>, start: usize) -> bool {
    let line = view.paragraph(start).map(|it| view.text(it.range.clone()));
    let line = line.unwrap_or_default();
    let parts = line.trim_end_matches('日').split(['年', '月']);
    let digit = |it: char| "〇一二三四五六七八九".chars().position(|digit| digit == it);
    let value = |part: &str| chinese_value(part).and_then(|it| i8::try_from(it).ok());
    let parts: Vec<&str> = parts.collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let year = year.chars().filter_map(digit);
    let year = year.fold(0, |year, digit| year * 10 + digit);
    let year = i16::try_from(year).ok();
    let date = year.zip(value(month)).zip(value(day));
    date.is_some_and(|((year, month), day)| Date::new(year, month, day).is_ok())
}
