//! 2023年8月，我县正式启动…，2023年3月完成: a beginning told in its clause, and an end before it.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::times::Time;

/// What a clause tells of a beginning.
const BEGUN: [&str; 12] = [
    "启动",
    "开工",
    "动工",
    "开建",
    "奠基",
    "立项",
    "着手",
    "开始建设",
    "开始实施",
    "进场施工",
    "破土",
    "获批建设",
];

/// What is said of an end right behind its time.
const DONE: [&str; 22] = [
    "竣工",
    "完工",
    "建成",
    "通车",
    "投入使用",
    "投入运营",
    "投用",
    "投运",
    "结束",
    "完成",
    "通过验收",
    "通过竣工验收",
    "通过省级验收",
    "通过市级验收",
    "验收",
    "交付",
    "投产",
    "全面完成",
    "全部完成",
    "全面建成",
    "全部建成",
    "全面竣工",
];

/// What makes of an end that of something else than what was begun.
const OTHER: [&str; 10] = [
    "一期", "首期", "首批", "前期", "一批", "此前", "上一", "原", "老", "另",
];

/// What an end may say of all that was begun.
const WHOLE: [&str; 8] = [
    "全部", "所有", "主体", "建设", "各项", "整体", "全面", "改造",
];

/// How far apart the two times stand.
const LONGEST: usize = 60;

/// Reports each time of an end that is over before the time before it, which is that of a beginning.
pub(super) fn begun_in_clause(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<usize> = None;
    for at in view.places('年') {
        let Some(before) = last.replace(at) else {
            continue;
        };
        // Most years stand far from the last one, or are later.
        if at - before > LONGEST || !may_be_earlier(view, at, before) {
            continue;
        }
        let both = view.time(before, None).zip(view.time(at, None));
        let Some((begun, done)) = both.filter(|(begun, done)| done.last < begun.first) else {
            continue;
        };
        let is_early = is_done(view, &begun, &done)
            || is_issued(view, &begun, &done)
            || is_founded_late(view, &begun, &done);
        if is_early {
            report(view, &begun, &done, findings);
        }
    }
}

/// Whether the four digits before `at` are those of a year that is no later than the one before `before`.
fn may_be_earlier(view: &TextView<'_>, at: usize, before: usize) -> bool {
    let digits = |at: usize| {
        let start = at.checked_sub(4)?;
        let digits = &view.chars()[start..at];
        digits.iter().all(char::is_ascii_digit).then_some(digits)
    };
    digits(at)
        .zip(digits(before))
        .is_some_and(|(year, known)| year <= known)
}

fn report(view: &TextView<'_>, begun: &Time, done: &Time, findings: &mut Findings<'_>) {
    let (first, text) = (
        view.text(begun.range.clone()),
        view.text(done.range.clone()),
    );
    findings
        .warn(
            begun.range.start..done.range.end,
            format!("后发生的事写在“{text}”，早于先发生的“{first}”"),
        )
        .hint("核对两个日期");
}

/// Whether the text between two times ends no sentence and no item.
fn is_one_sentence(view: &TextView<'_>, between: &Range<usize>) -> bool {
    !view.has_mark(between, "。；！？：\n")
}

/// Whether the clauses before tell of a beginning and the one of the second time of its end.
fn is_done(view: &TextView<'_>, begun: &Time, done: &Time) -> bool {
    let between = begun.range.end..done.range.start;
    let begins_clause = view.is_any_before(done.range.start, "，")
        || view
            .one_of_before(done.range.start, &["，并于", "，于", "，已于", "，至"])
            .is_some();
    begins_clause
        && is_one_sentence(view, &between)
        && view.char(begun.range.end) != '的'
        && view.has_any(&between, &BEGUN)
        && ends_all(view, done)
}

/// 中心成立于2021年6月，2020年被评为: what a body gets before it is founded.
fn is_founded_late(view: &TextView<'_>, founded: &Time, gets: &Time) -> bool {
    const FOUNDED_ON: [&str; 4] = ["成立于", "组建于", "创办于", "创立于"];
    const FOUNDED: [&str; 5] = ["成立，", "注册成立，", "正式成立，", "创办，", "组建，"];
    const GETS: [&str; 9] = [
        "被评为",
        "被认定",
        "被授予",
        "获评",
        "获批",
        "获得",
        "荣获",
        "入选",
        "晋升",
    ];
    let between = founded.range.end..gets.range.start;
    let is_told = between.len() == 1
        && view
            .one_of_before(founded.range.start, &FOUNDED_ON)
            .is_some()
        || view.one_of_at(founded.range.end, &FOUNDED).is_some();
    is_told
        && view.before(gets.range.start) == '，'
        && is_one_sentence(view, &between)
        && view.one_of_at(gets.range.end, &GETS).is_some()
}

/// 完成 behind the time, with no object or with one that is the whole: 完成全部站点建设.
fn ends_all(view: &TextView<'_>, done: &Time) -> bool {
    let start = done.range.end + usize::from(view.is_any_at(done.range.end, "底末初"));
    let Some(word) = view.one_of_at(start, &DONE) else {
        return false;
    };
    let end = start + word.chars().count();
    let clause = start..view.clause(start).end;
    let is_whole = view.is_any_at(end, "，。；并后\n")
        || view.one_of_at(end, &["投入", "通车", "交付"]).is_some()
        || view.one_of_at(end, &WHOLE).is_some();
    is_whole && view.char(clause.end.saturating_sub(1)) != '的' && !view.has_any(&clause, &OTHER)
}

/// 2022年12月印发的《办法》自2022年7月1日起施行: in force long before it was printed.
fn is_issued(view: &TextView<'_>, issued: &Time, force: &Time) -> bool {
    const ISSUED: [&str; 8] = [
        "印发",
        "发布",
        "公布",
        "出台",
        "颁布",
        "审议通过",
        "制定",
        "正式印发",
    ];
    const FORCE: [&str; 4] = ["起施行", "起正式施行", "起试行", "施行"];
    // A paper may take effect from some weeks before; months are a slip.
    const WEEKS: i32 = 90;
    let between = issued.range.end..force.range.start;
    let days = force.last.until(issued.first).map_or(0, |it| it.get_days());
    let is_said = view.one_of_at(issued.range.end, &ISSUED).is_some();
    is_said
        && days > WEEKS
        && view.before(force.range.start) == '自'
        && view.one_of_at(force.range.end, &FORCE).is_some()
        && is_one_sentence(view, &between)
}
