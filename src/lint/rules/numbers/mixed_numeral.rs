//! 百分之20, 3分之1, 十5个.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::chinese_value;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// 百分之20, 3分之1, 十5个.
pub(crate) const MIXED_NUMERAL: Rule = Rule {
    name: "mixed-numeral",
    title: "一个数里混用两种数字",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("mixed_numeral.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let start = number.digits.start;
        if number.kind == NumberKind::Code {
            continue;
        }
        if with_ji(view, number, findings)
            || with_zero_word(view, number, findings)
            || in_date(view, number, findings)
        {
            continue;
        }
        if let Some(word) = view.one_of_before(
            start,
            &[
                "百分之",
                "千分之",
                "万分之",
                "二分之",
                "三分之",
                "四分之",
                "五分之",
            ],
        ) {
            let length = word.chars().count();
            let text = view.words(start - length..number.digits.end);
            findings
                .at(
                    start - length..number.digits.end,
                    format!("“{text}”混用汉字数字和阿拉伯数字"),
                )
                .hint("百分数写成“20%”，分数写成“三分之一”或者“1/3”");
        } else if view.is_at(number.digits.end, "分之")
            && is_numeral(view.char(number.digits.end + 2))
        {
            let end = number.digits.end + 3;
            let text = view.words(start..end);
            findings
                .at(start..end, format!("“{text}”混用汉字数字和阿拉伯数字"))
                .hint("分数写成“三分之一”或者“1/3”");
        } else if let Some(from) = numerals_before(view, start) {
            let text = view.words(from..number.digits.end);
            findings
                .at(
                    from..number.digits.end,
                    format!("“{text}”混用汉字数字和阿拉伯数字"),
                )
                .hint("全写成阿拉伯数字");
        }
    }
}

/// 一百二十8户, 二零22年: where two or more numerals begin that go on in digits.
fn numerals_before(view: &TextView<'_>, start: usize) -> Option<usize> {
    let floor = start.saturating_sub(6);
    let run = (floor..start).rev();
    let from = run
        .take_while(|at| is_chinese_digit(view.char(*at)))
        .last()?;
    // 十四五2021年 names a plan, 第十2022年 none; 之一2021年 ends in 一.
    let is_plan = view.char(from) == '十' && start - from == 3;
    let is_ordinal = view.is_any_before(from, "第之初星期");
    // 干三七1.63万吨, 苗乡三七1号: 三七 is a medicinal plant.
    let is_plant = view.words(from..start) == "三七";
    let is_number = start - from >= 2 && !is_plan && !is_ordinal && !is_plant;
    (is_number && !view.in_title(from)).then_some(from)
}

/// 7分之差 compares scores; a fraction has a number after 分之.
fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || is_chinese_digit(character)
}

/// What 几 may stand before as an approximate count.
const COUNTED: &str = "个人家件次户名岁年天万亿元亩所位条项座处台辆种场间幢栋里公";

/// 20几个: 几 belongs to Chinese numerals.
fn with_ji(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) -> bool {
    let end = number.digits.end;
    let is_round = number.digits.len() > 1 && view.before(end) == '0';
    let is_mixed = is_round && view.char(end) == '几' && view.is_any_at(end + 1, COUNTED);
    if is_mixed {
        let digits = view.words(number.digits.clone());
        findings
            .at(
                number.digits.start..end + 1,
                format!("“{digits}几”混用汉字数字和阿拉伯数字"),
            )
            .hint(format!("写成“{digits}多”，或者全用汉字数字"))
            .suggest(end..end + 1, "多");
    }
    is_mixed
}

/// 2024年三月15日, 2024年3月十五日: a month or a day in the other numerals.
fn in_date(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) -> bool {
    const LUNAR: [&str; 4] = ["农历", "阴历", "旧历", "夏历"];
    let start = number.unit.end;
    let unit = view.words(number.unit.clone());
    let run = (start..start + 3).take_while(|at| is_chinese_digit(view.char(*at)));
    let end = start + run.count();
    let is_month = number.is_year(view.chars()) && view.char(end) == '月';
    // 3月三日 may be three days of it.
    let is_day = unit == "月"
        && view.char(end) == '日'
        && (end > start + 1 || view.before(number.digits.start) == '年');
    // 六七月 is a guess at one.
    let is_number = chinese_value(view.words(start..end)).is_some();
    if !is_number || !(is_month || is_day) || view.in_title(start) || view.in_quotes(start) {
        return false;
    }
    // 2024年三月三 is a day of the lunar calendar.
    let clause = view.clause(start).start..start;
    let day = end + 1..end + 4;
    let is_day_said = day.clone().any(|at| {
        at > day.start
            && view.char(at) == '日'
            && (day.start..at).all(|it| is_chinese_digit(view.char(it)))
    }) || view.char(end + 4) == '日';
    let is_lunar = is_chinese_digit(view.char(end + 1)) && !is_day_said;
    if is_lunar || view.has_any(&clause, &LUNAR) {
        return false;
    }
    let range = number.digits.start..end + 1;
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”混用汉字数字和阿拉伯数字"))
        .hint("日期都用阿拉伯数字，例如“2011年5月10日”");
    true
}

/// 15亿零800万元: 零 belongs to Chinese numerals.
fn with_zero_word(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) -> bool {
    let end = number.multiplier.end;
    if number.multiplier.is_empty() || !view.is_any_at(end, "零〇") {
        return false;
    }
    let Some(next) = view.numbers_in(end + 1..end + 2).first() else {
        return false;
    };
    let range = number.digits.start..next.unit.end;
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”混用汉字数字和阿拉伯数字"))
        .hint("写成一个数，例如“5.03亿元”");
    true
}
