//! 如下 that leads a list without ：.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::heading_number;
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
    "如下一是",
    "如下一、",
    "如下（一）",
    "如下第一，",
    "如下首先，",
    "答复如下，",
    "函复如下，",
    "如下，\n",
    "如下\n",
];

/// What is told in the paragraphs below.
const TOLD: [&str; 10] = [
    "答复", "回复", "函复", "函告", "报告", "汇报", "说明", "情况", "意见", "通报",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let as_follows = view.find(word.start..word.end, "如下");
    let mark = as_follows.unwrap_or(word.start) + 2;
    // 函复如下，请一并答复提案者 asks for something; 答复如下，我县现有… begins to answer.
    let begins = view.is_any_at(mark + 1, "我全近目截2本");
    if WORDS[word.number].ends_with("复如下，") && !begins {
        return;
    }
    if view.char(mark) == '\n' {
        at_end_of_line(view, word, findings);
        return;
    }
    if !view.is_any_at(mark, "，。；、") {
        findings
            .at(mark - 2..mark, "“如下”后面没有冒号")
            .hint("引出下文的“如下”后面用冒号")
            .suggest(mark..mark, "：");
        return;
    }
    findings
        .at(
            mark - 2..mark + 1,
            format!("“如下”后面是“{}”", view.char(mark)),
        )
        .hint("引出下文的“如下”后面用冒号")
        .replace(mark..mark + 1, "：");
}

/// 现答复如下, and the line ends: the paragraphs below are what is told.
fn at_end_of_line(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.start + 2;
    if leads_headings(view, mark) || leads_text(view, mark) {
        findings
            .at(word.start..mark, "“如下”后面没有冒号")
            .hint("引出下文的“如下”后面用冒号")
            .suggest(mark..mark, "：");
    }
}

/// Whether 现答复如下 ends at `end` and 一、 begins below.
pub(super) fn leads_headings(view: &TextView<'_>, end: usize) -> bool {
    let Some(start) = end.checked_sub(2).filter(|_| view.ends_at(end, "如下")) else {
        return false;
    };
    let paragraphs = view.paragraphs();
    let next = paragraphs.partition_point(|it| it.range.start <= end);
    let next = paragraphs.get(next).map(|it| it.range.start);
    let leads = next.is_some_and(|next| heading_number(view, next).is_some());
    let is_sentence = view.has_mark(&view.passage(start), "，");
    leads && is_sentence && view.one_of_before(start, &TOLD).is_some()
}

/// 收悉。经研究，现答复如下 at the end of a line, and a sentence in the next one.
fn leads_text(view: &TextView<'_>, end: usize) -> bool {
    const ANSWERS: [&str; 6] = [
        "现答复",
        "现回复",
        "现函复",
        "现函告",
        "现将有关情况答复",
        "现将办理情况答复",
    ];
    let next = view.paragraph(end + 1).map(|it| it.range.clone());
    let is_text = next.is_some_and(|next| next.start > end && view.has_mark(&next, "。"));
    is_text && view.one_of_before(end - 2, &ANSWERS).is_some()
}
