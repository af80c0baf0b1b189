//! 一千零一件: an exact quantity in Chinese numerals.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 一千零一件: an exact quantity in Chinese numerals.
pub(crate) const CHINESE_NUMERAL_QUANTITY: Rule = Rule {
    name: "chinese-numeral-quantity",
    title: "计量用了汉字数字",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("chinese_numeral_quantity.md"),
};

const WORDS: &[&str] = &[
    "零一",
    "零二",
    "零三",
    "零四",
    "零五",
    "零六",
    "零七",
    "零八",
    "零九",
    "百一十",
    "百二十",
    "百三十",
    "百四十",
    "百五十",
    "百六十",
    "百七十",
    "百八十",
    "百九十",
];

/// What is measured; 公 stands for 公里 and 公顷, 平 and 立 for 平方米 and 立方米.
const MEASURES: &str = "件家人元亩户座所台辆名套吨处条项公平立米次例张部栋株头批把盏";

/// A law gives its bounds and quotas in Chinese numerals throughout.
const BOUND_BEFORE: &[&str] = &[
    "超过",
    "少于",
    "低于",
    "高于",
    "多于",
    "不足",
    "不满",
    "基数为",
];

/// What follows a bound.
const BOUND_AFTER: &[&str] = &["以上", "以下", "以内", "的，"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_part = |c: char| is_chinese_digit(c) || "万亿".contains(c);
    let start = (0..12)
        .map(|back| word.start.saturating_sub(back))
        .find(|at| !is_part(view.before(*at)));
    let end = (word.end..word.end + 12).find(|at| !is_part(view.char(*at)));
    let (Some(start), Some(end)) = (start, end) else {
        return;
    };
    let has_place = (start..end).any(|at| view.is_any_at(at, "百千万"));
    let is_ordinal =
        view.is_any_before(start, "第.．〇") || view.in_title(start) || view.in_quotes(start);
    // The first hit of a numeral reports it.
    let is_first = !(start..word.start).any(|at| at > start && is_hit(view, at));
    let is_bound = view.one_of_before(start, BOUND_BEFORE).is_some()
        || (end..end + 4).any(|at| view.one_of_at(at, BOUND_AFTER).is_some());
    // 一百八十个工作日 is how terms are set.
    let is_term = view
        .one_of_at(end, &["个月", "个工作日", "个小时", "个日"])
        .is_some();
    let is_measured = MEASURES.contains(view.char(end)) || view.char(end) == '个' && !is_term;
    if has_place && !is_ordinal && is_first && is_measured && !is_bound {
        let text = view.text(start..end + 1);
        findings
            .at(start..end + 1, format!("计量的数“{text}”用了汉字数字"))
            .hint("改用阿拉伯数字");
    }
}

fn is_hit(view: &TextView<'_>, at: usize) -> bool {
    WORDS.iter().any(|word| view.is_at(at, word))
}
