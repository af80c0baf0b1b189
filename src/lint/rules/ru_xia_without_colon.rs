//! 如下 that leads a list without ：.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 如下 that leads a list without ：.
pub(crate) const RU_XIA_WITHOUT_COLON: Rule = Rule {
    name: "ru-xia-without-colon",
    title: "“如下”后面不是冒号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("ru_xia_without_colon.md"),
};

const WORDS: &[&str] = &[
    "如下，一、",
    "如下，（一）",
    "如下。一、",
    "如下；",
    "如下、",
    "如下，一是",
    "如下，1.",
    "如下，第一",
    "如下，首先",
    "如下。一是",
    "如下。（一）",
    "如下。1.",
    "如下。第一",
    "如下。首先",
    "如下，\n",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.start + 2;
    findings
        .at(
            word.start..mark + 1,
            format!("“如下”后面是“{}”", view.char(mark)),
        )
        .hint("引出下文的“如下”后面用冒号")
        .replace(mark..mark + 1, "：");
}
