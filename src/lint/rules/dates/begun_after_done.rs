//! 2024年9月开工，2024年3月竣工: the end is told to be before the beginning.

use std::ops::Range;

use super::begun_in_clause::begun_in_clause;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule};

/// 2024年9月开工，2024年3月竣工: the end is told to be before the beginning.
pub(crate) const BEGUN_AFTER_DONE: Rule = Rule {
    name: "begun-after-done",
    title: "结束早于开始",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("begun_after_done.md"),
};

/// What is said of a beginning right behind its date.
const BEGUN: &[&str] = &[
    "开工",
    "动工",
    "启动",
    "开始",
    "开建",
    "立项",
    "起实施",
    "奠基",
    "开展",
    "起",
    "封顶",
    "获批立项",
    "正式开工",
    "正式启动",
    "正式动工",
    "开班",
    "开幕",
    "开馆",
    "开学",
];

/// What is said of an end.
const DONE: &[&str] = &[
    "竣工",
    "完工",
    "建成",
    "通车",
    "投入使用",
    "投用",
    "结束",
    "完成",
    "验收",
    "通过验收",
    "通过蓄水验收",
    "通过竣工验收",
    "通过完工验收",
    "通过交工验收",
    "竣工验收",
    "交付",
    "开业",
    "开馆",
    "投产",
    "全面完成",
    "全线贯通",
    "通过竣工验收",
    "通过验收",
    "正式通车",
    "正式投入",
    "正式投用",
    "底结束",
    "底完工",
    "底完成",
    "底建成",
    "底竣工",
    "底全部完成",
    "全部完成",
    "通水",
    "通电",
    "通气",
    "投运",
    "试运行",
    "结业",
    "毕业",
    "闭幕",
    "闭馆",
    "封顶",
    "主体封顶",
    "主体结构封顶",
    "主体完工",
    "主体结构完工",
    "主体工程完工",
];

/// What is said of the founding of a body, before which it can do nothing.
const FOUNDED: &[&str] = &["注册成立", "正式成立", "成立", "组建", "创办", "创立"];

/// The same before its date.
const FOUNDED_ON: &[&str] = &["成立于", "组建于", "创办于", "创立于", "始建于"];

/// What a body gets or does once it is founded.
const LIVES: &[&str] = &[
    "获批",
    "获评",
    "获得",
    "获认定",
    "入选",
    "被评为",
    "被认定",
    "被授予",
    "荣获",
    "上市",
    "投产",
    "成为",
    "通过",
    "加入",
    "晋级",
    "晋升",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    begun_in_clause(view, findings);
    for pair in view.dates().windows(2) {
        let (begun, done) = (&pair[0], &pair[1]);
        let between = begun.range.end..done.range.start;
        // Most dates stand far from the next.
        if between.len() > LONGEST_BETWEEN || is_parted(view, &between) {
            continue;
        }
        let is_early = is_done(view, begun, done) && is_before(done, begun);
        let is_early = is_early || is_turned(view, begun, done);
        if is_early || is_same_year(view, begun, done) || is_counted_early(view, begun, done) {
            let text = view.words(begun.range.start..done.range.end + 2);
            findings
                .at(done.range.clone(), format!("“{text}”里结束早于开始"))
                .hint("核对两个日期");
        }
    }
}

/// The longest text between two dates of one sentence that are compared.
const LONGEST_BETWEEN: usize = 30;

fn is_parted(view: &TextView<'_>, between: &Range<usize>) -> bool {
    // 5月8日开班、4月28日结业 is of one thing; a longer item has its own.
    let parts = if between.len() <= "开班、".chars().count() {
        "。；\n"
    } else {
        "。；\n、"
    };
    view.marks_in(between.clone())
        .any(|at| view.is_any_at(at, parts))
}

/// Whether the one date is of a beginning and the other of an end of the same thing.
fn is_done(view: &TextView<'_>, begun: &DateMention, done: &DateMention) -> bool {
    const LONGEST: usize = 12;
    let is_pair = |first: &[&str], then: &[&str]| {
        view.one_of_at(begun.range.end, first).is_some()
            && view.one_of_at(done.range.end, then).is_some()
    };
    let is_founded = view.one_of_before(begun.range.start, FOUNDED_ON).is_some()
        && view.one_of_at(done.range.end, LIVES).is_some();
    // 从2025年5月开始…，至2025年3月底全部完成
    let is_span = view.is_any_before(begun.range.start, "从自")
        && view.is_any_before(done.range.start, "至到");
    let is_near = is_span || begun.range.end + LONGEST >= done.range.start;
    is_near && (is_pair(BEGUN, DONE) || is_pair(FOUNDED, LIVES) || is_founded)
}

/// 该桥2021年9月通车，2022年3月开工建设: the same two, told the other way round.
fn is_turned(view: &TextView<'_>, done: &DateMention, begun: &DateMention) -> bool {
    const ENDS: [&str; 9] = [
        "完成竣工验收",
        "通过竣工验收",
        "竣工",
        "完工",
        "建成投用",
        "建成",
        "通车",
        "投入使用",
        "交付",
    ];
    const BEGINS: [&str; 11] = [
        "完成主体施工",
        "主体封顶",
        "正式开工建设",
        "正式开工",
        "开工建设",
        "动工建设",
        "正式动工",
        "开工",
        "动工",
        "奠基",
        "开建",
    ];
    let Some(end) = view.one_of_at(done.range.end, &ENDS) else {
        return false;
    };
    let follows = done.range.end + end.chars().count() + 1 == begun.range.start;
    let begins = view.one_of_at(begun.range.end, &BEGINS);
    let rest = begins.map(|it| view.char(begun.range.end + it.chars().count()));
    // 2022年3月开工建设二期 is of something else.
    follows && rest.is_some_and(|rest| "，。；\n".contains(rest)) && is_before(done, begun)
}

/// 2023年6月封顶，同年2月启动: what is told next in the same year is not before.
fn is_same_year(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    let is_next = view
        .one_of_before(next.range.start, &["同年", "当年"])
        .is_some();
    let is_told = first.year.is_some() || view.ends_at(first.range.start, "同年");
    // 2023年6月30日的…，同年2月… may tell of something else.
    let is_clause =
        view.char(first.range.end) != '的' && view.is_any_before(next.range.start - 2, "，；");
    is_next && is_told && is_clause && next.month < first.month
}

/// 于7月8日起公示，截至6月底共收到: counted before it began.
fn is_counted_early(view: &TextView<'_>, begun: &DateMention, counted: &DateMention) -> bool {
    let begins = ["起", "开始"];
    let is_begun = begun.day.is_some()
        && view.one_of_at(begun.range.end, &begins).is_some()
        && !view.is_any_before(begun.range.start, "年每");
    let is_counted = view.ends_at(counted.range.start, "，截至");
    let is_early = match (begun.year, counted.year) {
        (None, None) => counted.month < begun.month,
        _ => is_before(counted, begun),
    };
    is_begun && is_counted && is_early
}

/// Whether one date is certainly before another; both need a year, or neither has one.
fn is_before(one: &DateMention, other: &DateMention) -> bool {
    let (year, other_year) = match (one.year, other.year) {
        (Some(year), Some(other_year)) => (year, other_year),
        // Without years only days of a few months can be compared: a year may have ended between.
        (None, None) if is_close(one, other) => (0, 0),
        _ => return false,
    };
    let (last, first) = (one.day.unwrap_or(31), other.day.unwrap_or(1));
    (year, one.month, last) < (other_year, other.month, first)
}

/// Whether two days without a year are so close that the one is not of the next year.
fn is_close(one: &DateMention, other: &DateMention) -> bool {
    const MONTHS: u32 = 2;
    let have_days = one.day.is_some() && other.day.is_some();
    let months = other.month.checked_sub(one.month);
    one.day.is_some() && months == Some(0) || have_days && months.is_some_and(|it| it <= MONTHS)
}
