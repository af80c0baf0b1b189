//! 计划筹集5000套，实际筹集5600套，完成年度任务的121%: what was done of a plan, recomputed.

use super::part_of_whole::{count_the_same, fits, report};
use super::share_mismatch::{LONGEST_NAME, is_of_plan};
use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports the share behind 完成 if it is not that of the one plan and the one amount of the sentence.
pub(super) fn share_of_plan(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(said) = view.numbers_in(word.start..word.end + LONGEST_NAME).first() else {
        return;
    };
    let chars = view.chars();
    let lead = view.words(word.start..said.digits.start);
    let is_share = said.is_percent(chars) && said.is_exact_amount();
    if !is_share || !lead.ends_with('的') || !is_of_plan(lead) {
        return;
    }
    let sentence = view.sentence(word.start);
    let Some((done, before)) = view.numbers_in(sentence.start..word.start).split_last() else {
        return;
    };
    let mut alike = before.iter().filter(|it| count_the_same(view, it, done));
    let plan = alike.next().filter(|_| alike.next().is_none());
    // 年度任务2000套已完成1500套 tells both in one clause.
    let between = |plan: &&Number| plan.unit.end..done.digits.start;
    let is_told_done = plan.is_some_and(|plan| {
        view.clause(plan.digits.start).contains(&done.digits.start)
            && view.has_any(&between(&plan), &["已完成", "已建成", "实际", "已", "完成"])
    });
    let is_done = done.is_exact_amount() && (is_told_done || !is_planned(view, done));
    let plan = plan.filter(|plan| is_done && is_planned(view, plan));
    if let Some(plan) = plan.filter(|plan| !fits(view, said, done, plan)) {
        report(view, "完成率", said, (done, plan), findings);
    }
}

/// Whether a number's clause tells it as planned: 我市计划筹集5000套, 年度目标5000套.
pub(super) fn is_planned(view: &TextView<'_>, number: &Number) -> bool {
    const PLANS: [&str; 5] = ["计划", "目标", "任务", "应", "拟"];
    let start = number.digits.start;
    let clause = view.clause(start);
    view.has_any(&(clause.start..start), &PLANS)
        || view.has_any(
            &(number.unit.end..clause.end.min(number.unit.end + 6)),
            &["的年度任务", "的目标"],
        )
}
