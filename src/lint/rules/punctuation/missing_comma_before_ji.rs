//! “五大工程”即高价值…: the explanation is not set off.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// “五大工程”即高价值…: the explanation is not set off.
pub(crate) const MISSING_COMMA_BEFORE_JI: Rule = Rule {
    name: "missing-comma-before-ji",
    title: "“即”前面缺逗号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_comma_before_ji.md"),
};

const WORDS: &[&str] = &[
    "”即",
    "制度即",
    "原则即",
    "模式即",
    "机制即",
    "工程即",
    "行动即",
    "要求即",
    "格局即",
    "体系即",
    "制度也就是",
    "原则也就是",
    "模式也就是",
    "机制也就是",
];

/// What a name in quotation marks is called behind them: “四公开”制度即.
const CALLED: usize = 2;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let after = view.char(word.end);
    // 即将, 即可, 即是 and so on are other words.
    if "将可是为使便时日若刻席位".contains(after) {
        return;
    }
    if word.number > 0 && view.before(word.start) != '”' {
        return;
    }
    // “1”即1个方案: a name of a number is told in place.
    if view.before(word.start).is_ascii_alphanumeric() {
        return;
    }
    // “一核”即…，“四区”即…: several explanations in a row would be torn by commas of their own.
    let sentence = view.sentence(word.start);
    let is_one_of_several = view.has_any(&(sentence.start..word.start), WORDS)
        || view.has_any(&(word.end..sentence.end), WORDS);
    if is_one_of_several {
        return;
    }
    let clause = view.clause(word.end);
    let lists = view.find(word.end..clause.end, "、").is_some();
    let comma = word.start + if word.number > 0 { CALLED } else { 1 };
    if lists {
        findings
            .at(word.start..word.end, "解释性的“即”前面没有逗号")
            .hint("“即”前面加逗号")
            .replace(comma..comma, "，");
    }
}
