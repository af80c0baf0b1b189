//! 一千零一件: an exact quantity in Chinese numerals.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
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
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "千一百",
    "千二百",
    "千三百",
    "千四百",
    "千五百",
    "千六百",
    "千七百",
    "千八百",
    "千九百",
    "万一千",
    "万二千",
    "万三千",
    "万四千",
    "万五千",
    "万六千",
    "万七千",
    "万八千",
    "万九千",
    "亿一千",
    "亿二千",
    "亿三千",
    "亿四千",
    "亿五千",
    "亿六千",
    "亿七千",
    "亿八千",
    "亿九千",
    "点零",
    "点一",
    "点二",
    "点三",
    "点四",
    "点五",
    "点六",
    "点七",
    "点八",
    "点九",
];

/// What is measured; 公 stands for 公里 and 公顷, 平 and 立 for 平方米 and 立方米.
const MEASURES: &str = "件家人元亩户座所台辆名套吨处条项公平立米次例张部栋株头批把盏起宗幢趟块片根只册封桶箱袋盒匹羽艘架间扇口枚份笔";

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

/// What is measured with decimals.
const DECIMAL_MEASURES: &[&str] = &[
    "万",
    "亿",
    "倍",
    "元",
    "亩",
    "吨",
    "米",
    "公里",
    "公顷",
    "公斤",
    "平方",
    "立方",
    "个百分点",
];

/// 三百二十七点六万元: a decimal in Chinese numerals.
fn decimal(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 10;
    let start = (0..LONGEST)
        .map(|back| word.start.saturating_sub(back))
        .find(|at| !is_chinese_digit(view.before(*at)));
    let end = (word.end..word.end + LONGEST).find(|at| !is_chinese_digit(view.char(*at)));
    let (Some(start), Some(end)) = (start.filter(|at| *at < word.start), end) else {
        return;
    };
    // 百分之九十五点二 measures by itself.
    let per = view.one_of_before(start, &["百分之", "千分之", "万分之"]);
    let start = start - per.map_or(0, |it| it.chars().count());
    let is_measured = per.is_some() || view.one_of_at(end, DECIMAL_MEASURES).is_some();
    // 三点一元化 parts otherwise; what is quoted is another's.
    let is_other = view.is_at(end, "元化") || view.in_title(start) || view.in_quotes(start);
    if is_measured
        && !is_other
        && !is_bound(view, start, end)
        && !view.is_any_before(start, "第万亿")
    {
        told(view, start..end + usize::from(per.is_none()), findings);
    }
}

/// 公厕三十六座: two tens and more, told to the last one, of what is built or bought.
///
/// 五十六个民族 and 二十四个字 are set phrases; 十八家 may stand in the style of a text.
fn tens(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const BUILT: &str = "座辆台栋幢株亩";
    let start = word.start.saturating_sub(1);
    let begins = "二三四五六七八九".contains(view.before(word.start))
        && !is_chinese_digit(view.before(start));
    let is_other =
        view.is_any_before(start, "第.．〇点百") || view.in_title(start) || view.in_quotes(start);
    // 检查4126家次，立案查处七十四件: what the sentence counts in Arabic digits elsewhere.
    const COUNTED: &str = "件户家处宗起例";
    let is_mixed = || {
        let mut told = view.numbers_in(view.sentence(start)).iter();
        told.any(Number::is_exact_amount)
    };
    let counts = COUNTED.contains(view.char(word.end)) || view.is_at(word.end, "人次");
    let is_counted = counts && is_mixed();
    if begins
        && (BUILT.contains(view.char(word.end)) || is_counted)
        && !is_other
        && !is_bound(view, start, word.end)
    {
        told(view, start..word.end + 1, findings);
    }
}

/// 四万七千二百余户: three places, and 余 or 多 behind them.
fn hundreds(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 4;
    let is_part = |c: char| is_chinese_digit(c) || c == '万';
    let start = (0..LONGEST)
        .map(|back| word.start.saturating_sub(back))
        .find(|at| !is_part(view.before(*at)));
    let is_rough = view.is_any_at(word.end, "余多");
    // 二千一百名 is told to the last one; 一千二百多人 is how people speak.
    let is_exact = |start: usize| view.has_any(&(start..word.start), &["万"]) || !is_rough;
    let Some(start) = start.filter(|it| *it < word.start && is_exact(*it)) else {
        return;
    };
    let end = word.end + usize::from(is_rough);
    let is_other =
        view.is_any_before(start, "第点") || view.in_title(start) || view.in_quotes(start);
    if is_measure(view, end) && !is_other && !is_bound(view, start, end) {
        told(view, start..end + 1, findings);
    }
}

/// Whether what is measured stands at `at`; 一百八十个工作日 is how terms are set.
fn is_measure(view: &TextView<'_>, at: usize) -> bool {
    const TERMS: [&str; 4] = ["个月", "个工作日", "个小时", "个日"];
    MEASURES.contains(view.char(at))
        || view.char(at) == '个' && view.one_of_at(at, &TERMS).is_none()
}

fn told(view: &TextView<'_>, range: std::ops::Range<usize>, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("计量的数“{text}”用了汉字数字"))
        .hint("改用阿拉伯数字");
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match view.char(word.start) {
        '点' => return decimal(view, word, findings),
        '十' => return tens(view, word, findings),
        '千' => return hundreds(view, word, findings),
        _ => {}
    }
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
        view.is_any_before(start, "第.．〇点") || view.in_title(start) || view.in_quotes(start);
    // The first hit of a numeral reports it.
    let is_first = !(start..word.start).any(|at| at > start && is_hit(view, at));
    let is_measured = is_measure(view, end);
    if has_place && !is_ordinal && is_first && is_measured && !is_bound(view, start, end) {
        told(view, start..end + 1, findings);
    }
}

fn is_hit(view: &TextView<'_>, at: usize) -> bool {
    !view.is_any_at(at, "点十千") && WORDS.iter().any(|word| view.is_at(at, word))
}

/// Whether the number at `start..end` is a law's bound or quota.
fn is_bound(view: &TextView<'_>, start: usize, end: usize) -> bool {
    view.one_of_before(start, BOUND_BEFORE).is_some()
        || (end..end + 4).any(|at| view.one_of_at(at, BOUND_AFTER).is_some())
}
