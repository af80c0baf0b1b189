//! 二〇一一年五月十日.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
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
    "〇年", "一年", "二年", "三年", "四年", "五年", "六年", "七年", "八年", "九年", "零年",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(start) = word.start.checked_sub(3) else {
        return;
    };
    let digits = view.text(start..word.start + 1);
    let is_year = (digits.starts_with("二") || digits.starts_with("一九"))
        && digits.chars().all(|c| "〇零一二三四五六七八九".contains(c));
    if !is_year || view.in_title(start) || view.in_quotes(start) || digits.contains('零') {
        return;
    }
    let month = (word.end..word.end + 3).find(|at| view.char(*at) == '月' && *at > word.end);
    let text = view.text(start..month.map_or(word.end, |at| at + 1));
    match month {
        Some(at) if (word.end..at).all(|index| is_chinese_digit(view.char(index))) => {
            findings
                .at(start..at + 1, format!("日期“{text}”用了汉字数字"))
                .hint("日期用阿拉伯数字，例如“2011年5月10日”");
        }
        _ => {
            findings
                .hint(start..word.end, format!("年份“{text}”用了汉字数字"))
                .hint("年份一般用阿拉伯数字");
        }
    }
}
