//! 60～45岁: a range from more to less.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::dates::ages_overlap::ages_overlap;
use crate::lint::rules::numbering::headings::chinese_value;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule};

/// 60～45岁: a range from more to less.
pub(crate) const REVERSED_RANGE: Rule = Rule {
    name: "reversed-range",
    title: "数值范围前大后小",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("reversed_range.md"),
};

/// Units that are counted upwards; times of day and dates go round.
const UNITS: &[&str] = &[
    "岁",
    "周岁",
    "℃",
    "毫克",
    "微克",
    "克",
    "千克",
    "兆瓦",
    "元",
    "万元",
    "亿元",
    "人",
    "名",
    "个",
    "家",
    "%",
    "个百分点",
    "倍",
    "年",
    "天",
    "小时",
    "分钟",
    "亩",
    "公顷",
    "公里",
    "米",
    "厘米",
    "毫米",
    "吨",
    "公斤",
    "平方米",
    "立方米",
    "户",
    "件",
    "项",
    "万人",
    "台",
    "辆",
    "所",
    "张",
    "层",
    "人次",
    "个月",
    "个工作日",
    "工作日",
    "周",
    "学时",
    "课时",
    "千米",
    "平方公里",
    "千瓦",
    "万千瓦",
    "座",
    "栋",
    "处",
    "株",
    "头",
    "间",
    "套",
];

/// 第四十六条至第四十三条: a range of a law's parts, in Chinese or Arabic digits.
fn of_articles(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for mark in view.places('至').filter(|mark| view.char(mark + 1) == '第') {
        let unit = view.before(mark);
        let from = ordinal_before(view, mark - usize::from(mark > 0));
        let to = ordinal_at(view, mark + 1).filter(|to| view.char(to.end) == unit);
        if let Some((from, to)) = from.zip(to).filter(|_| "条章节款项".contains(unit)) {
            let range = from.start..to.end + 1;
            if from.value > to.value && !view.is_any_before(from.start, "由从") {
                let text = view.words(range.clone());
                findings
                    .at(range, format!("范围“{text}”前大后小"))
                    .hint("范围从小写到大；核对两个数");
            }
        }
    }
}

/// 第四十六: where it stands, and its value.
struct Ordinal {
    start: usize,
    end: usize,
    value: usize,
}

/// How many digits an ordinal may have.
const LONGEST: usize = 4;

fn ordinal_before(view: &TextView<'_>, end: usize) -> Option<Ordinal> {
    let start = (1..=LONGEST + 1).find_map(|back| {
        let at = end.checked_sub(back)?;
        (view.char(at) == '第').then_some(at)
    })?;
    ordinal_at(view, start).filter(|it| it.end == end)
}

fn ordinal_at(view: &TextView<'_>, start: usize) -> Option<Ordinal> {
    let is_part = |at: &usize| is_any_digit(view.char(*at));
    let length = (start + 1..start + 1 + LONGEST).take_while(is_part).count();
    let end = start + 1 + length;
    let text = view.words(start + 1..end);
    let value = text.parse().ok().or_else(|| chinese_value(text))?;
    Some(Ordinal { start, end, value })
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    of_articles(view, findings);
    ages_overlap(view, findings);
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let mark = from.unit.end;
        if is_of_bounds(view, from, to) {
            report(view, from, to, findings);
            continue;
        }
        if is_of_ordinals(view, from, to) {
            report(view, from, to, findings);
            continue;
        }
        // Most numbers stand apart, which is the cheapest to see.
        if to.digits.start != mark + 1 {
            continue;
        }
        let is_spelled = view.is_any_at(mark, "至到")
            && (is_of_age(view, from, to)
                || is_of_one_unit(view, from, to)
                || is_told_as_range(view, from, to));
        if is_of_days(view, from, to) {
            report(view, from, to, findings);
            continue;
        }
        let is_marked = view.is_any_at(mark, "～—~") || is_spelled;
        let is_adjacent = to.digits.start == mark + 1 && is_marked;
        if is_adjacent && are_alike(view, from, to) && is_falling(view, from, to) {
            report(view, from, to, findings);
        }
    }
}

fn report(view: &TextView<'_>, from: &Number, to: &Number, findings: &mut Findings<'_>) {
    let range = from.digits.start..to.unit.end;
    let text = view.words(range.clone());
    findings
        .at(range, format!("范围“{text}”前大后小"))
        .hint("范围从小写到大；核对两个数");
}

/// 第5～第3支渠: ordinals that go down.
fn is_of_ordinals(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let mark = from.unit.end;
    to.digits.start == mark + 2
        && view.char(mark + 1) == '第'
        && view.before(from.digits.start) == '第'
        && view.is_any_at(mark, "～—~至到")
        && from.decimal(view.chars()) > to.decimal(view.chars())
}

/// 10月20—15日: two days of one month.
fn is_of_days(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    let is_short = |it: &Number| it.digits.len() <= 2 && it.kind == NumberKind::Plain;
    let is_range = from.unit.is_empty()
        && view.is_any_at(from.digits.end, "～—~至")
        && to.digits.start == from.digits.end + 1;
    let is_of_month = view.before(from.digits.start) == '月' && to.unit(chars) == ['日'];
    is_range && is_of_month && is_short(from) && from.decimal(chars) > to.decimal(chars)
}

/// 55周岁至18周岁, 3至0岁: an age goes up, while 由80%至60% may tell of a fall.
fn is_of_age(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    let is_of_one = from.unit.is_empty() || from.unit(chars) == to.unit(chars);
    is_of_one && to.unit(chars).ends_with(&['岁'])
}

/// 压缩至7至5个工作日: two numbers that share their unit are a range, unless 由 or a fall leads them.
fn is_of_one_unit(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let start = from.digits.start;
    let is_bound = view.is_any_before(start, "至到为在需约");
    let falls = || {
        let clause = view.clause(start);
        view.has_any(&clause, &["由", "从", "自", "降", "减", "压", "缩", "调"])
    };
    from.unit.is_empty() && !to.unit.is_empty() && (is_bound || !falls())
}

/// 每8公里至5公里, 5万元至3万元不等: what stands around tells that no fall is meant.
fn is_told_as_range(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let start = from.digits.start;
    let words = [
        "之间",
        "不等",
        "的范围",
        "范围内",
        "的区间",
        "区间内",
        "为宜",
    ];
    let is_followed = view.one_of_at(to.unit.end, &words).is_some();
    let is_led = view.is_any_before(start, "每隔")
        || view
            .one_of_before(
                start,
                &[
                    "标准为",
                    "每人每月",
                    "每人每年",
                    "期限为",
                    "时间为",
                    "金额为",
                    "额度为",
                    "价格为",
                    "相距",
                    "间距",
                    "间隔",
                    "补助",
                    "奖励",
                    "补贴",
                    "资助",
                    "罚款",
                ],
            )
            .is_some();
    let clause = view.clause(start);
    let falls = view.has_any(&clause, &["由", "从", "自", "降", "减", "压", "缩", "调"]);
    (is_followed || is_led) && !falls
}

/// Whether two amounts are of one unit and scale, so that their digits can be compared.
fn are_alike(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    let text = |number: &Number| view.text(number.multiplier.start..number.unit.end);
    let unit = view.text(to.unit.clone());
    let are_plain = [from, to].iter().all(|it| it.kind == NumberKind::Plain);
    let same_scale =
        from.unit.end == from.digits.end && to.multiplier.is_empty() || text(from) == text(to);
    // A table's or a law's numbers, and what stands in a title, are names.
    are_plain
        && same_scale
        && UNITS.contains(&unit.as_str())
        && !to.is_year(chars)
        && !view.in_title(from.digits.start)
        && !view.is_any_before(from.digits.start, "第-—～负下")
}

fn is_falling(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    // 2023—24年 shortens the later year.
    let is_short_year = from.digits.len() == 4 && view.char(to.unit.start) == '年';
    from.decimal(chars) > to.decimal(chars) && !is_short_year
}

/// 50万元以上5万元以下: the lower bound is the greater one.
fn is_of_bounds(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    view.is_at(from.unit.end, "以上")
        && to.digits.start == from.unit.end + 2
        && view.is_at(to.unit.end, "以下")
        && !from.unit.is_empty()
        && from.unit(chars) == to.unit(chars)
        && from.value(chars) > to.value(chars)
}
