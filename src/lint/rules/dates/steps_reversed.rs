//! 6月18日上报，6月12日已获批复; 第一批于9月启动，第二批于2月跟进: a step told to be before the one it waits for.

use std::ops::Range;

use super::follows_paper::follows_paper;
use super::passed_later::passed_later;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::dates::DateMention;
use crate::lint::view::{TextView, is_han};

/// What is done first with a paper or a work, and what can only follow it.
const STEPS: [(&[&str], &[&str]); 8] = [
    (&["立项"], &["施工招标", "完成招标", "开工", "动工"]),
    (&["通过", "批准"], &["起施行"]),
    (
        &[
            "上报", "报送", "提交", "申报", "送审", "报批", "递交", "呈报", "报请", "受理", "申请",
        ],
        &["批复", "获批", "批准", "核准", "审批", "办结", "通过"],
    ),
    (
        &[
            "通过",
            "审议",
            "审定",
            "批准",
            "批复",
            "评审",
            "征求意见",
            "公示",
        ],
        &["印发", "发布", "公布", "出台", "颁布", "下发"],
    ),
    (
        &["征求意见", "评审", "论证"],
        &["审议通过", "批复", "获批", "审定"],
    ),
    (
        &["专家评审", "专家论证", "技术审查"],
        &[
            "报批",
            "报市政府",
            "报县政府",
            "报区政府",
            "报省政府",
            "上报",
            "报送审批",
            "报请",
        ],
    ),
    (
        &["发布招标", "招标公告", "挂网", "开标"],
        &["中标", "签订合同", "签约", "定标"],
    ),
    (
        &[
            "中标",
            "签订施工合同",
            "完成招标",
            "完成招投标",
            "确定施工单位",
        ],
        &["开工", "进场", "动工", "竣工", "完工"],
    ),
];

/// How far apart the two dates of a sentence stand at most.
const LONGEST: usize = 60;

/// 4月完成方案设计，5月启动招标，3月完成安装: what is completed last of three months in a row is told of a month
/// before.
fn third_step(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const DONE: [&str; 8] = [
        "完成",
        "建成",
        "完工",
        "竣工",
        "正式启用",
        "投入使用",
        "通车",
        "开通",
    ];
    for three in view.dates().windows(3) {
        let [first, second, third] = three else {
            continue;
        };
        let is_bare = |it: &DateMention| it.year.is_none() && it.day.is_none();
        let begins = |it: &DateMention| view.is_any_before(it.range.start, "，；");
        let is_row = [second, third]
            .into_iter()
            .all(|it| is_bare(it) && begins(it));
        let months = first.month < second.month && third.month < second.month;
        let row = first.range.end..third.range.start;
        let is_near = row.len() <= LONGEST && !view.has_mark(&row, "。！？：\n");
        let done = third.range.end..view.clause(third.range.end).end;
        if is_row && months && is_near && view.has_any(&done, &DONE) {
            let text = view.words(third.range.clone());
            let before = view.words(second.range.clone());
            findings
                .at(
                    third.range.clone(),
                    format!("“{text}”早于前一步的“{before}”"),
                )
                .hint("核对月份；是下一年，就写明");
        }
    }
}

/// Reports each step that is dated before the one it follows.
pub(super) fn steps_reversed(view: &TextView<'_>, findings: &mut Findings<'_>) {
    third_step(view, findings);
    let mut told: Option<(usize, u16)> = None;
    for pair in view.dates().windows(2) {
        let (first, next) = (&pair[0], &pair[1]);
        let between = first.range.end..next.range.start;
        told = first.year.map(|year| (first.range.start, year)).or(told);
        passed_later(view, first, next, findings);
        // Another paragraph may speak of another year.
        let passage = || view.passage(first.range.start);
        let year = || told.filter(|(at, _)| passage().contains(at)).map(|it| it.1);
        // Most dates stand far from the next, or before it.
        if between.len() > LONGEST || !is_before(next, first, year()) {
            continue;
        }
        let is_reversed = follows_step(view, first, next)
            || follows_paper(view, first, next)
            || follows_batch(view, first, next)
            || is_linked(view, first, next);
        if is_reversed && !view.has_mark(&between, "。！？：\n") {
            let text = view.words(next.range.clone());
            let message = format!("“{text}”早于前一步的“{}”", view.words(first.range.clone()));
            findings
                .at(next.range.clone(), message)
                .hint("核对两个日期");
        }
    }
}

/// 2021年11月取得批复，随后于2021年6月挂牌: words that tell what comes later link the two.
fn is_linked(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    const LATER: [&str; 7] = [
        "随后于",
        "其后于",
        "此后于",
        "之后于",
        "随后在",
        "接着于",
        "随即于",
    ];
    const LONGEST_SUBJECT: usize = 6;
    let between = first.range.end..next.range.start;
    let start = next.range.start;
    let is_at_once = view.one_of_before(start, &["并于", "并在"]).is_some()
        && (view.has_any(&between, &["随即", "立即", "随后"]) || is_made_after(view, first, next));
    // 中标单位确定后，双方于2022年10月签订合同.
    let comma = view.find(between.start..start, "后，").map(|at| at + 1);
    let is_after = comma.is_some_and(|at| {
        start - at <= LONGEST_SUBJECT + 2
            && view.is_any_before(start, "于在")
            && (at + 1..start).all(|at| is_han(view.char(at)))
    });
    view.one_of_before(start, &LATER).is_some() || is_at_once || is_after
}

/// 3月16日至4月15日征求意见，…，并于3月10日审议通过: the step before stands a few clauses before.
fn is_made_after(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    let clause = first.range.end..view.clause(first.range.end).end;
    let later = next.range.end..view.clause(next.range.end).end;
    let mut steps = STEPS.iter();
    steps.any(|(steps, words)| view.has_any(&clause, steps) && view.has_any(&later, words))
}

/// Whether one date is certainly before another; one without a year is of the year told before it.
pub(super) fn is_before(next: &DateMention, first: &DateMention, year: Option<u16>) -> bool {
    const MONTHS: u32 = 2;
    let years = match (first.year.or(next.year.and(year)), next.year) {
        (Some(first), Some(next)) => (first, next),
        // Behind many months a new year may have begun.
        (_, None) if first.month.abs_diff(next.month) <= MONTHS => (0, 0),
        _ => return false,
    };
    let (last, begins) = (next.day.unwrap_or(31), first.day.unwrap_or(1));
    (years.1, next.month, last) < (years.0, first.month, begins)
}

/// The rest of the clause of the first date, if the next date begins the clause behind it.
pub(super) fn adjoining(
    view: &TextView<'_>,
    first: &DateMention,
    next: &DateMention,
) -> Option<Range<usize>> {
    let leads = [
        "，并于",
        "，于",
        "，已于",
        "，又于",
        "，后于",
        "，随后于",
        "，并已于",
        "，自",
    ];
    let start = next.range.start;
    let lead = view
        .one_of_before(start, &leads)
        .map(|it| it.chars().count());
    let comma = start - lead.unwrap_or(1).min(start);
    let clause = first.range.end..view.clause(first.range.end).end;
    // 6月18日上报的 tells of something else, and a clause between has its own subject.
    let adjoins =
        view.char(comma) == '，' && clause.end == comma && view.char(clause.start) != '的';
    adjoins.then_some(clause)
}

/// 6月18日上报，6月12日已获批复: the clause of the first date tells of a step before that of the second.
fn follows_step(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    adjoining(view, first, next).is_some_and(|clause| {
        STEPS
            .iter()
            .any(|(steps, later)| view.has_any(&clause, steps) && does(view, next.range.end, later))
    })
}

/// Whether the clause at `at` tells of nothing but one of the words: 已获批复, 印发实施.
pub(super) fn does(view: &TextView<'_>, at: usize, words: &[&str]) -> bool {
    const LONGEST_LEAD: usize = 8;
    let clause = view.clause(at);
    let near = at..clause.end.min(at + LONGEST_LEAD);
    words.iter().any(|word| {
        let found = view.find(near.clone(), word);
        found.is_some_and(|found| {
            let end = found + word.chars().count();
            let goes_on = [
                "复", "批准", "审批", "审定", "实施", "施行", "执行", "建设", "公告", "施工", "并",
                "后",
            ];
            view.is_any_at(end, "，。；）\n") || view.one_of_at(end, &goes_on).is_some()
        })
    })
}

/// What ends, so that a later batch may well have begun before it.
const ENDS: [&str; 12] = [
    "竣工",
    "完工",
    "验收",
    "建成",
    "完成",
    "结束",
    "投用",
    "投入使用",
    "到位",
    "发放",
    "交付",
    "销号",
];

/// 第一批学校于2024年9月启动，第二批学校于2024年2月跟进: a batch begins before the one before it.
fn follows_batch(view: &TextView<'_>, first: &DateMention, next: &DateMention) -> bool {
    let batches = batch(view, first).zip(batch(view, next));
    let is_next = batches.is_some_and(|(one, other)| one.0 + 1 == other.0 && one.1 == other.1);
    let ends = |date: &DateMention| {
        let clause = date.range.end..view.clause(date.range.end).end;
        view.has_any(&clause, &ENDS)
    };
    is_next && (!ends(first) || ends(next))
}

/// The number of 第二批, 第二轮 before a date in its clause, and what is numbered.
fn batch(view: &TextView<'_>, date: &DateMention) -> Option<(usize, char)> {
    let clause = view.clause(date.range.start);
    let at = (clause.start..date.range.start).find(|at| {
        view.char(*at) == '第'
            && view
                .one_of_at(at + 2, &["批", "轮", "阶段", "步", "次"])
                .is_some()
    })?;
    Some((chinese_number(view.char(at + 1))?, view.char(at + 2)))
}
