//! 将进一步完善了: 了 tells as done what is to come.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 将进一步完善了: 了 tells as done what is to come.
pub(crate) const DONE_IN_PLAN: Rule = Rule {
    name: "done-in-plan",
    title: "将来的事用了“了”",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("done_in_plan.md"),
};

/// Verbs with 了.
const WORDS: &[&str] = &[
    "完善了",
    "完成了",
    "加强了",
    "推进了",
    "加快了",
    "加大了",
    "优化了",
    "强化了",
    "开展了",
    "建立了",
    "健全了",
    "落实了",
    "提高了",
    "提升了",
    "推动了",
    "实现了",
    "启动了",
    "扩大了",
    "深化了",
    "改善了",
    "规范了",
    "做好了",
    "建成了",
];

/// What leads to the verb of a plan right before it.
const LEADS: [&str; 13] = [
    "将进一步",
    "将继续",
    "将持续",
    "将不断",
    "将加快",
    "将积极",
    "将全力",
    "将着力",
    "将大力",
    "将切实",
    "将逐步",
    "将尽快",
    "将",
];

/// What a clause of a plan begins with.
const PLANS: [&str; 8] = [
    "将于",
    "计划将",
    "计划于",
    "拟于",
    "力争",
    "争取",
    "预计将",
    "计划在",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let clause = view.clause(word.start).start..word.start;
    not_yet(view, word, findings);
    // 将建成了三年的厂房腾退: 将 may stand for 把.
    let rest = word.end..view.clause(word.end).end;
    let lead = view.one_of_before(word.start, &LEADS);
    let is_to_come = || view.has_any(&view.sentence(word.start), &["届时", "明年"]);
    let is_led =
        lead.is_some_and(|lead| lead != "将" || !view.has_any(&rest, &["的"]) || is_to_come());
    let plan = || PLANS.iter().find_map(|it| view.find(clause.clone(), it));
    // 力争在完成了验收之后 tells what comes first.
    let is_planned = is_led
        || plan().is_some_and(|at| {
            let rest = view.clause(word.end);
            view.one_of_before(word.start, &["前", "底前", "底", "内"])
                .is_some()
                && !view.has_any(&(at..rest.end), &["后", "已", "的基础上", "的目标"])
        });
    if is_planned {
        let text = view.words(word.start..word.end);
        findings
            .at(
                word.start..word.end,
                format!("说的是将来的事，却写“{text}”"),
            )
            .hint("删去“了”")
            .suggest(word.end - 1..word.end, "");
    }
}

/// 尚未启动了: what is not yet done is not told with 了.
fn not_yet(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const NOT_YET: [&str; 5] = ["尚未", "还未", "仍未", "从未", "未能"];
    if view.one_of_before(word.start, &NOT_YET).is_some() {
        findings
            .at(word.end - 1..word.end, "还没有做的事，却用了“了”")
            .hint("删去“了”")
            .suggest(word.end - 1..word.end, "");
    }
}
