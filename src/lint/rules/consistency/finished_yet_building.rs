//! 今年6月已全面完工。目前该工程正在施工: what is finished is not being built.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 今年6月已全面完工。目前该工程正在施工: what is finished is not being built.
pub(crate) const FINISHED_YET_BUILDING: Rule = Rule {
    name: "finished-yet-building",
    title: "已完工的又说正在施工",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("finished_yet_building.md"),
};

const WORDS: &[&str] = &[
    "目前该工程正在",
    "目前该项目正在",
    "目前该路正在",
    "目前该桥正在",
    "目前工程正在",
    "目前项目正在",
    "目前，该工程正在",
    "目前，该项目正在",
    "目前，工程正在",
    "目前，项目正在",
    "目前正在施工",
    "目前正在建设",
];

/// What is said of a work that is done.
const DONE: &[&str] = &[
    "完工",
    "竣工",
    "建成通车",
    "投入使用",
    "建成投用",
    "通过竣工验收",
];

/// What is said of one that is not.
const GOING_ON: &[&str] = &[
    "施工",
    "建设",
    "抓紧施工",
    "加紧施工",
    "抓紧建设",
    "进行主体施工",
];

/// What tells that a part of the work is done.
const PARTS: &[&str] = &[
    "期", "段", "部分", "标", "主体", "其中", "二是", "配套", "预计", "计划", "将", "个", "处",
    "座", "条",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let going_on = view.one_of_at(word.end, GOING_ON).is_some() || view.ends_at(word.end, "施工");
    let Some(stop) = word
        .start
        .checked_sub(1)
        .filter(|at| going_on && view.char(*at) == '。')
    else {
        return;
    };
    let before = view.sentence(stop);
    let last = view.clause(stop);
    let is_done =
        view.one_of_before(stop, DONE).is_some() && view.find(last.clone(), "已").is_some();
    let here = word.end..view.clause(word.end).end;
    let names_part = |range: &Range<usize>| view.has_any(range, PARTS);
    if is_done && !names_part(&before) && !names_part(&here) {
        let (told, text) = (view.text(last), view.text(word.start..here.end));
        findings
            .at(
                word.start..here.end,
                format!("前面说“{told}”，这里说“{text}”"),
            )
            .hint("核对工程是不是已经完工");
    }
}
