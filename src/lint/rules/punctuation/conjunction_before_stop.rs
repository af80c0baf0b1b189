//! 对供销事业的关心和。: what the conjunction joins is lost.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 对供销事业的关心和。: what the conjunction joins is lost.
pub(crate) const CONJUNCTION_BEFORE_STOP: Rule = Rule {
    name: "conjunction-before-stop",
    title: "连词后面直接是句号",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("conjunction_before_stop.md"),
};

const WORDS: &[&str] = &["和。", "与。", "及。", "和；", "以及。", "以及，"];

/// What is joined to another thing of its kind: 关心和支持. 总和, 饱和 and 巴林和埃及 end otherwise.
const JOINED: [&str; 22] = [
    "关心", "支持", "关注", "理解", "帮助", "监督", "指导", "意见", "建议", "管理", "服务", "保护",
    "建设", "发展", "推广", "宣传", "培训", "检查", "研究", "保障", "改造", "治理",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_joined = view.one_of_before(word.start, &JOINED).is_some();
    if !is_joined || view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let text = view.words(word.start..word.end - 1);
    findings
        .at(word.start..word.end, format!("“{text}”后面缺了词语"))
        .hint("补上并列的另一项，或者删去连词");
}
