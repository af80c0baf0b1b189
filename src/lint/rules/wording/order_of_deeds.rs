//! 印发并起草了: two deeds in the order in which nobody does them.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 印发并起草了: two deeds in the order in which nobody does them.
pub(crate) const ORDER_OF_DEEDS: Rule = Rule {
    name: "order-of-deeds",
    title: "先后两步写颠倒了",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("order_of_deeds.md"),
};

/// A later step before an earlier one.
const WORDS: &[&str] = &[
    "印发并起草",
    "印发和起草",
    "出台并起草",
    "印发并制定",
    "实施并制定",
    "落实并制定",
    "办结并受理",
    "审理并受理",
    "验收并建成",
    "投用并建成",
    "通车并建成",
    "解决并发现",
    "整改并发现",
    "处置并发现",
    "查处并发现",
    "审批并受理",
    "答复并研究",
    "发布并编制",
    "通过并审议",
    "批准并审查",
    "执行并制定",
    "推广并试点",
    "竣工并开工",
    "完成并启动",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let text = view.words(word.start..word.end);
    let Some((later, earlier)) = text.split_once(['并', '和']) else {
        return;
    };
    let joint = view.char(word.start + later.chars().count());
    findings
        .at(
            word.start..word.end,
            format!("“{text}”：先“{earlier}”，后“{later}”"),
        )
        .hint("按先后次序写")
        .suggest(word.start..word.end, format!("{earlier}{joint}{later}"));
}
