//! 3-5年内: a hyphen for ～.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 3-5年内: a hyphen for ～.
pub(crate) const HYPHEN_RANGE: Rule = Rule {
    name: "hyphen-range",
    title: "数值范围用了连字符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("hyphen_range.md"),
};

const UNITS: &[&str] = &[
    "年",
    "个",
    "天",
    "家",
    "人",
    "名",
    "倍",
    "元",
    "次",
    "岁",
    "小时",
    "公里",
    "亩",
    "户",
    "件",
    "项",
    "条",
    "周",
    "日内",
    "月龄",
    "分钟",
    "米",
    "万元",
    "亿元",
    "度",
    "吨",
    "处",
    "座",
    "台",
    "辆",
    "所",
    "份",
    "批",
    "款",
    "支",
    "株",
    "张",
    "间",
    "课时",
    "学时",
    "毫米",
    "厘米",
    "千克",
    "公斤",
    "届",
    "轮",
    "场",
    "篇",
    "册",
    "位",
    "门",
    "头",
    "只",
    "名",
    "种",
    "类",
    "组",
    "台套",
    "车次",
    "班次",
    "公顷",
    "平方",
    "立方",
    "千瓦",
    "兆瓦",
    "万",
    "亿",
    "‰",
    "℃",
    "摄氏度",
    "级",
    "期",
    "季度",
    "月",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let mark = first.digits.end;
        if is_percent_range(view, first, second) || is_range_of_units(view, first, second) {
            report(
                view,
                first.digits.start,
                first.unit.end,
                second.unit.end,
                findings,
            );
            continue;
        }
        let joined = second.digits.start == mark + 1 && view.is_any_at(mark, "-－–");
        let short = first.digits.len() <= 3 && second.digits.len() <= 3;
        let is_measured = short || is_great(view, first, second);
        if joined && is_measured && is_quantity(view, first, second) {
            report(view, first.digits.start, mark, second.digits.end, findings);
        }
    }
}

/// 1000-1400平方米: four digits or five before a unit that no code or telephone number goes on with.
fn is_great(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const MEASURES: [&str; 9] = [
        "平方米",
        "立方米",
        "万元",
        "亿元",
        "元",
        "公里",
        "吨",
        "亩",
        "毫米",
    ];
    const MOST: usize = 5;
    let begins =
        |number: &Number| view.char(number.digits.start) != '0' && number.digits.len() <= MOST;
    begins(first) && begins(second) && view.one_of_at(second.digits.end, &MEASURES).is_some()
}

/// 10%-15%.
fn is_percent_range(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let mark = first.unit.end;
    let are_shares = first.is_percent(view.chars()) && second.is_percent(view.chars());
    let joined = second.digits.start == mark + 1 && view.is_any_at(mark, "-－–");
    are_shares && joined && !view.in_title(mark)
}

/// 8张-12张: the unit stands behind both.
fn is_range_of_units(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let chars = view.chars();
    let mark = first.unit.end;
    // Most numbers stand apart, which is the cheapest to see.
    if second.digits.start != mark + 1 || !view.is_any_at(mark, "-－–") {
        return false;
    }
    let is_measured = !first.unit.is_empty()
        && first.unit(chars) == second.unit(chars)
        && !first.is_year(chars)
        && view.one_of_at(first.digits.end, UNITS).is_some();
    let is_short = first.digits.len() <= 3 && second.digits.len() <= 3;
    let ascends = first.decimal(chars) < second.decimal(chars);
    let before = view.before(first.digits.start);
    let is_free = before != '第' && !before.is_ascii_alphanumeric();
    is_measured && is_short && ascends && is_free && !view.in_title(mark)
}

/// Not a telephone number, a code, a place in a list or a date.
fn is_quantity(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    let before = view.before(first.digits.start);
    let ascends = first.decimal(view.chars()) < second.decimal(view.chars());
    let is_free = is_han(before) || "，。；：、（“\n约".contains(before);
    let has_unit = view.one_of_at(second.digits.end, UNITS).is_some();
    is_free && ascends && has_unit && !view.in_title(mark_of(first)) && before != '第'
}

fn mark_of(number: &Number) -> usize {
    number.digits.end
}

fn report(view: &TextView<'_>, start: usize, mark: usize, end: usize, findings: &mut Findings<'_>) {
    let text = view.words(start..end);
    findings
        .at(
            mark..mark + 1,
            format!("数值范围“{text}”用了“{}”", view.char(mark)),
        )
        .hint("数值范围用“～”")
        .replace(mark..mark + 1, "～");
}
