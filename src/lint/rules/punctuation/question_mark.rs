//! 您询问方案何时公布的问题？, 研究是否纳入？并…: a question mark behind what is no question.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 您询问方案何时公布的问题？, 研究是否纳入？并…: a question mark behind what is no question.
pub(crate) const QUESTION_MARK: Rule = Rule {
    name: "question-mark",
    title: "陈述句用了问号，或者问句用了句号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("question_mark.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&['？', '。']) {
        let sentence = || view.sentence(at);
        match view.char(at) {
            '？' if is_statement(view, sentence(), at) => {
                let right = match view.char(at + 1) {
                    '的' => "",
                    _ if goes_on(view, at) => "，",
                    _ => "。",
                };
                findings
                    .at(at..at + 1, "陈述句不用问号")
                    .hint(match right {
                        "" => "删去问号".to_owned(),
                        _ => format!("改为“{right}”"),
                    })
                    .suggest(at..at + 1, right);
            }
            '。' if is_asked(view, sentence(), at) => {
                question(view, sentence(), at, findings);
            }
            _ => {}
        }
    }
}

/// 为什么满意度不高。 asks by its first word, or by the answer behind it.
fn is_asked(view: &TextView<'_>, sentence: Range<usize>, at: usize) -> bool {
    let is_answered = view.has_any(
        &(at + 1..at + 1 + ANSWER),
        &["主要原因", "原因是", "原因在于"],
    );
    let is_one_clause = view.clause(sentence.start).end == at;
    is_answered
        || is_one_clause
            && view
                .one_of_at(sentence.start, &["为什么", "为何"])
                .is_some()
}

/// How near the answer begins: 经调研，主要原因是….
const ANSWER: usize = 10;

/// Words that ask.
const ASKING: &[&str] = &[
    "吗", "呢", "能否", "可否", "是否", "什么", "为何", "如何", "怎么", "怎样", "何", "哪", "几",
    "多少", "谁", "难道", "岂",
];

/// What reports a question or a wish instead of asking.
const REPORTING: &[&str] = &["建议", "询问", "反映", "咨询", "提出"];

fn is_statement(view: &TextView<'_>, sentence: Range<usize>, at: usize) -> bool {
    if view.in_quotes(at) || view.in_title(at) {
        return false;
    }
    let text = view.words(sentence.start..at);
    let reports = REPORTING.iter().any(|word| text.contains(word));
    let asks = ASKING.iter().any(|word| text.contains(word));
    let weighs = ["研究是否", "考虑是否", "论证是否", "评估是否"]
        .iter()
        .any(|word| text.contains(word));
    let is_addressed = text.starts_with(['您', '你']);
    // 何时能开放？是提案反映的问题: the question is the subject.
    let is_subject = view
        .one_of_at(
            at + 1,
            &[
                "是提案",
                "是您",
                "是代表",
                "是委员",
                "是群众",
                "是大家",
                "是社会",
            ],
        )
        .is_some();
    // 如何解决人手不足？的问题: what is asked is an attribute.
    let is_attribute = view
        .one_of_at(at + 1, &["的问题", "的建议", "的意见", "的疑问", "的诉求"])
        .is_some();
    is_subject
        || is_attribute
        || reports && text.ends_with("的问题")
        || weighs && goes_on(view, at)
        || is_addressed && reports && !asks
}

/// Whether the sentence goes on behind the mark.
fn goes_on(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at + 1, &["并", "同时", "以及", "是"])
        .is_some()
}

/// 该项目为什么迟迟未能开工。主要原因是…: the answer follows.
fn question(view: &TextView<'_>, sentence: Range<usize>, at: usize, findings: &mut Findings<'_>) {
    const LONGEST: usize = 30;
    let text = view.words(sentence.start..at);
    let asks = ["为什么", "为何"].iter().any(|word| text.contains(word));
    let reports = ["说明", "解释", "了解", "分析", "知道", "明白", "问"]
        .iter()
        .any(|word| text.contains(word));
    if asks && !reports && at - sentence.start <= LONGEST && !view.in_quotes(at) {
        findings
            .at(at..at + 1, "问句用了句号")
            .hint("改为“？”")
            .suggest(at..at + 1, "？");
    }
}
