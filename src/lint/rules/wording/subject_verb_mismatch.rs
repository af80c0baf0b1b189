//! 基地的规模逐年提高, 矛盾尚未根本改善: a verb that its subject does not go with.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 基地的规模逐年提高, 矛盾尚未根本改善: a verb that its subject does not go with.
pub(crate) const SUBJECT_VERB_MISMATCH: Rule = Rule {
    name: "subject-verb-mismatch",
    title: "主语和谓语不搭配",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("subject_verb_mismatch.md"),
};

/// The last word of a subject, the verbs that do not go with it, and the one that does.
type SubjectVerbs = (&'static str, &'static [&'static str], &'static str);

const SUBJECTS: &[SubjectVerbs] = &[
    ("规模", &["提高", "加强", "增强", "改善"], "扩大"),
    ("矛盾", &["改善", "提高", "降低"], "缓解"),
    ("质量", &["扩大", "加快", "增加", "加大"], "提高"),
    ("效率", &["扩大", "加快", "增加", "加大", "加强"], "提高"),
    ("速度", &["扩大", "加强", "增强", "加大"], "加快"),
    ("力度", &["提高", "提升", "增强", "扩大", "加快"], "加大"),
    ("范围", &["提高", "增强", "加强", "加快"], "扩大"),
    ("面积", &["提高", "加强", "提升", "增强"], "扩大"),
    ("数量", &["提高", "提升", "加强", "扩大", "加大"], "增加"),
    ("意识", &["扩大", "加大", "加快", "改善"], "增强"),
    ("环境", &["提高", "增强", "扩大", "加大"], "改善"),
    ("结构", &["提高", "扩大", "增强", "加大"], "优化"),
];

fn words() -> Vec<&'static str> {
    SUBJECTS.iter().map(|(subject, _, _)| *subject).collect()
}

/// What stands between the subject and the verb.
const ADVERBS: [&str; 24] = [
    "逐年",
    "不断",
    "持续",
    "进一步",
    "明显",
    "显著",
    "大幅",
    "稳步",
    "逐步",
    "日益",
    "有所",
    "得到",
    "得到了",
    "尚未根本",
    "尚未得到",
    "有了明显",
    "也不断",
    "也逐年",
    "尚未完全",
    "得到有效",
    "得到明显",
    "得到显著",
    "大幅度",
    "也随之",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (subject, verbs, right) = SUBJECTS[word.number];
    let Some(adverb) = view.one_of_at(word.end, &ADVERBS) else {
        return;
    };
    let start = word.end + adverb.chars().count();
    let Some(verb) = view.one_of_at(start, verbs) else {
        return;
    };
    let end = start + verb.chars().count();
    // 质量、规模不断提高: the verb may go with the other one.
    let is_joined = view.is_any_before(word.start, "、和与及");
    if view.is_any_at(end, "，。；") && !is_joined && !view.in_quotes(start) {
        findings
            .at(word.start..end, format!("“{subject}……{verb}”不搭配"))
            .hint(format!("改为“{subject}……{right}”"))
            .suggest(start..end, right);
    }
}
