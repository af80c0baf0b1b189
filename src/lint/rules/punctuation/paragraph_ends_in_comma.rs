//! A paragraph that ends in ， or 、.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::heading_number;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::{Check, Rule};

/// A paragraph that ends in ， or 、.
pub(crate) const PARAGRAPH_ENDS_IN_COMMA: Rule = Rule {
    name: "paragraph-ends-in-comma",
    title: "段落以逗号或顿号结束",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("paragraph_ends_in_comma.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        leads_lines(view, paragraph, findings);
        let ends = paragraph.is_last_of_block && paragraph.kind == ParagraphKind::Text;
        let next = view.char(last + 1 + usize::from(view.char(last + 1) == '\n'));
        let is_before_closing = view.char(last) == '；' && "再感特专此以".contains(next);
        let is_list = is_before_closing || is_last_item(view, paragraph);
        if ends && is_list && paragraph.range.len() > 2 {
            findings
                .warn(last..last + 1, "段落以“；”结束，后面没有别的项")
                .hint("改为句号")
                .suggest(last..last + 1, "。");
        }
        if ends && view.is_any_at(last, "，、") && paragraph.range.len() > 2 {
            findings
                .at(last..last + 1, format!("段落以“{}”结束", view.char(last)))
                .hint("补完这一句，或者改为句号");
        }
    }
}

/// 采取了以下措施， above （一）…: the lines below are what the comma should lead to.
fn leads_lines(view: &TextView<'_>, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    const LEADS: [&str; 4] = ["以下", "如下", "下列", "下述"];
    let last = paragraph.range.end - 1;
    if paragraph.is_last_of_block || view.char(last) != '，' {
        return;
    }
    let clause = view.clause(last);
    let leads = view.has_any(&clause, &LEADS);
    if leads && heading_number(view, last + 2).is_some_and(|it| it.value == 1) {
        findings
            .at(last..last + 1, "下面分项说明，这一段却以“，”结束")
            .hint("改为冒号")
            .suggest(last..last + 1, "：");
    }
}

/// 政策是：甲；乙；丙； at the end of the text: no item follows.
fn is_last_item(view: &TextView<'_>, paragraph: &Paragraph) -> bool {
    let last = paragraph.range.end - 1;
    let is_end = view
        .paragraphs()
        .last()
        .is_some_and(|it| it.range == paragraph.range);
    let sentence = view.sentence(last);
    let colon = view.find(sentence.start.max(paragraph.range.start)..last, "：");
    let parted = colon.and_then(|colon| view.find(colon..last, "；"));
    is_end
        && view.char(last) == '；'
        && parted.is_some()
        && view.lists().all(|list| list.end != paragraph.range.end)
        && heading_number(view, paragraph.range.start).is_none()
}
