//! 第一、 or 首先、 at a sentence's start.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 第一、 or 首先、 at a sentence's start.
pub(crate) const PAUSE_MARK_AFTER_ORDINAL: Rule = Rule {
    name: "pause-mark-after-ordinal",
    title: "“首先”“第一”后面用了顿号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("pause_mark_after_ordinal.md"),
};

const WORDS: &[&str] = &[
    "首先、",
    "其次、",
    "再次、",
    "最后、",
    "第一、",
    "第二、",
    "第三、",
    "第四、",
    "第五、",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.end - 1;
    let starts = view.is_any_before(word.start, "\n。；：");
    // 第一、第三产业 and 第一、二季度 enumerate.
    let enumerates = view.char(word.end) == '第' || is_chinese_digit(view.char(word.end));
    if starts && !enumerates {
        findings
            .at(
                word.start..word.end,
                format!("“{}”后面是顿号", view.text(word.start..mark)),
            )
            .hint("改为逗号")
            .replace(mark..word.end, "，");
    }
}
