//! A heading on its own line that ends with 。 or ：.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::headings::heading_number;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::{Check, Rule};

/// A heading on its own line that ends with 。 or ：.
pub(crate) const HEADING_FINAL_STOP: Rule = Rule {
    name: "heading-final-stop",
    title: "标题末尾有标点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("heading_final_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (index, paragraph) in view.paragraphs().iter().enumerate() {
        let last = paragraph.range.end - 1;
        if !view.is_any_at(last, "。：；，") || paragraph.range.len() > 40 {
            continue;
        }
        let number = heading_number(view, paragraph.range.start);
        let is_heading = paragraph.kind == ParagraphKind::Heading
            || number.is_some_and(|number| number.level == 1) && !is_item(view, index)
            || number.is_some() && is_cut(view, index);
        let inside = &view.chars()[paragraph.range.start..last];
        // A clause set off by ， is a sentence, unless Markdown says that it is a heading.
        let ends_sentence = match paragraph.kind {
            ParagraphKind::Heading => "。；：",
            _ => "。；：，",
        };
        if is_heading && !inside.iter().any(|c| ends_sentence.contains(*c)) {
            findings
                .at(
                    last..last + 1,
                    format!("单独成行的标题以“{}”结束", view.char(last)),
                )
                .hint("删去标题末尾的标点")
                .replace(last..last + 1, "");
        }
    }
}

/// （三）推动产教融合走深走实，: a short numbered line that ends in a comma before one without a number.
fn is_cut(view: &TextView<'_>, index: usize) -> bool {
    const LONGEST: usize = 24;
    let paragraph = &view.paragraphs()[index];
    let next = view.paragraphs().get(index + 1);
    let is_text = next.is_some_and(|it| heading_number(view, it.range.start).is_none());
    view.char(paragraph.range.end - 1) == '，' && paragraph.range.len() <= LONGEST && is_text
}

/// Whether the paragraph beside this one is numbered as well: 一、甲；二、乙。 are items of a list.
fn is_item(view: &TextView<'_>, index: usize) -> bool {
    let neighbours = [index.checked_sub(1), Some(index + 1)];
    let last = view.paragraphs()[index].range.end - 1;
    let leads_list = view.has_any(&(last.saturating_sub(20)..last), &["下列", "以下", "如下"]);
    let is_numbered = |other: usize| {
        let paragraph = view.paragraphs().get(other);
        paragraph.is_some_and(|it| {
            heading_number(view, it.range.start).is_some_and(|number| number.level == 1)
        })
    };
    leads_list || neighbours.into_iter().flatten().any(is_numbered)
}
