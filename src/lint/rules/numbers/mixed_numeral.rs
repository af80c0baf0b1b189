//! 百分之20, 3分之1, 十5个.

use std::ops::Range;

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
    let counted = |number: &&Number| number.kind != NumberKind::Code;
    for number in view.numbers().iter().filter(counted) {
        if with_ji(view, number, findings) {
            continue;
        }
        let mixed = with_zero_word(view, number)
            .or_else(|| in_date(view, number))
            .or_else(|| in_fraction(view, number))
            .or_else(|| behind_numerals(view, number));
        if let Some((range, hint)) = mixed {
            let text = view.words(range.clone());
            findings
                .at(range, format!("“{text}”混用汉字数字和阿拉伯数字"))
                .hint(hint);
        }
    }
}

/// What is mixed, and how it is written in one way.
type Mixed = Option<(Range<usize>, &'static str)>;

/// 百分之20, 3分之一.
fn in_fraction(view: &TextView<'_>, number: &Number) -> Mixed {
    const LEADS: [&str; 7] = [
        "百分之",
        "千分之",
        "万分之",
        "二分之",
        "三分之",
        "四分之",
        "五分之",
    ];
    let Range { start, end } = number.digits.clone();
    if let Some(lead) = view.one_of_before(start, &LEADS) {
        let range = start - lead.chars().count()..end;
        return Some((range, "百分数写成“20%”，分数写成“三分之一”或者“1/3”"));
    }
    // 7分之差 compares scores; a fraction has a number after 分之.
    let is_numeral = |it: char| it.is_ascii_digit() || is_chinese_digit(it);
    let is_fraction = view.is_at(end, "分之") && is_numeral(view.char(end + 2));
    is_fraction.then_some((start..end + 3, "分数写成“三分之一”或者“1/3”"))
}

/// 一百二十8户.
fn behind_numerals(view: &TextView<'_>, number: &Number) -> Mixed {
    let from = numerals_before(view, number.digits.start)?;
    Some((from..number.digits.end, "全写成阿拉伯数字"))
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
fn in_date(view: &TextView<'_>, number: &Number) -> Mixed {
    const LUNAR: [&str; 4] = ["农历", "阴历", "旧历", "夏历"];
    let start = number.unit.end;
    let end = numerals_end(view, start);
    let is_part = match view.char(end) {
        '月' => number.is_year(view.chars()) && !is_lunar_day(view, end + 1),
        '日' => is_day(view, number, end - start),
        _ => false,
    };
    // 六七月 is a guess at one.
    let is_number = is_part && chinese_value(view.words(start..end)).is_some();
    if !is_number || view.in_title(start) || view.in_quotes(start) {
        return None;
    }
    let is_lunar = view.has_any(&(view.clause(start).start..start), &LUNAR);
    let range = number.digits.start..end + 1;
    (!is_lunar).then_some((range, "日期都用阿拉伯数字，例如“2011年5月10日”"))
}

/// Where the numerals of a month or a day end that begin at `start`.
fn numerals_end(view: &TextView<'_>, start: usize) -> usize {
    const LONGEST: usize = 3;
    let numerals = start..start + LONGEST;
    start
        + numerals
            .take_while(|at| is_chinese_digit(view.char(*at)))
            .count()
}

/// 2024年三月三 is a day of the lunar calendar, which has no 日 behind it.
fn is_lunar_day(view: &TextView<'_>, start: usize) -> bool {
    let end = numerals_end(view, start);
    end > start && view.char(end) != '日'
}

/// Whether so many numerals behind the month tell its day: 3月三日 may be three days of it.
fn is_day(view: &TextView<'_>, month: &Number, count: usize) -> bool {
    let is_month = view.words(month.unit.clone()) == "月";
    is_month && (count > 1 || view.before(month.digits.start) == '年')
}

/// 15亿零800万元: 零 belongs to Chinese numerals.
fn with_zero_word(view: &TextView<'_>, number: &Number) -> Mixed {
    let end = number.multiplier.end;
    if number.multiplier.is_empty() || !view.is_any_at(end, "零〇") {
        return None;
    }
    let next = view.numbers_in(end + 1..end + 2).first()?;
    let range = number.digits.start..next.unit.end;
    Some((range, "写成一个数，例如“5.03亿元”"))
}
