//! A heading on its own line that ends with 。 or ：.

use super::headings::heading_number;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::view::{TextView, is_han};
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
        if !view.is_any_at(last, "。：；，") || paragraph.range.len() > LONGEST {
            continue;
        }
        let number = heading_number(view, paragraph.range.start);
        let is_title = index <= LAST_TITLE && is_title(view, index);
        if paragraph.range.len() > 40 && !is_title {
            continue;
        }
        let is_heading = paragraph.kind == ParagraphKind::Heading
            || is_title
            || number.is_some_and(|it| it.level >= 2 && has_bare_sibling(view, index, it.level))
            || number.is_some_and(|number| number.level == 1) && !is_item(view, index)
            || number.is_some() && is_cut(view, index);
        // 五、第九条中增加“电抗器”。 tells what is changed.
        let changes = ["增加", "修改", "删去", "改为", "修正"];
        let is_heading = is_heading
            && !(view.char(last.saturating_sub(1)) == '”'
                && view.has_any(&paragraph.range, &changes));
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

/// The length of the longest title that is looked at.
const LONGEST: usize = 80;

/// The last paragraph that may be the title, behind a letterhead, a number and the like.
const LAST_TITLE: usize = 4;

/// 关于…第47号提案的答复。 right before the line that addresses the proposer: the letter's title.
fn is_title(view: &TextView<'_>, index: usize) -> bool {
    const KINDS: &[&str] = &[
        "的答复",
        "的复函",
        "的答复意见",
        "的答复函",
        "的函",
        "的回复",
        "的会办意见",
        "的协办意见",
        "的办理意见",
        "的回复意见",
        "的答复报告",
        "办理情况的报告",
    ];
    let paragraph = &view.paragraphs()[index];
    let last = paragraph.range.end - 1;
    let next = view.paragraphs().get(index + 1);
    let addresses = next.is_some_and(|it| {
        it.range.len() <= 30
            && view.char(it.range.end - 1) == '：'
            && heading_number(view, it.range.start).is_none()
    });
    // The office's name may stand before 关于, in the same line or in the line above.
    let lead = paragraph.range.start..last.min(paragraph.range.start + 20);
    addresses
        && view.char(last) == '。'
        && view.one_of_before(last, KINDS).is_some()
        && view.find(lead.clone(), "关于").is_some()
        && !view.has_any(&lead, &["现将", "现就", "根据", "按照", "本", "该", "收到"])
}

/// （二）存在的不足： above a paragraph of prose, while another （一） stands alone without a mark.
fn has_bare_sibling(view: &TextView<'_>, index: usize, level: usize) -> bool {
    const SHORT: usize = 24;
    const NEAR: usize = 12;
    let paragraphs = view.paragraphs();
    let last = paragraphs[index].range.end - 1;
    let leads_list = view.has_any(
        &(last.saturating_sub(6)..last),
        &["列", "下", "括", "有", "是"],
    );
    let next = paragraphs.get(index + 1);
    let is_prose = next.is_some_and(|it| {
        heading_number(view, it.range.start).is_none() && view.char(it.range.end - 1) == '。'
    });
    let is_sibling = |other: usize| {
        let paragraph = &paragraphs[other];
        let number = heading_number(view, paragraph.range.start);
        let ends_bare = is_han(view.char(paragraph.range.end - 1));
        number.is_some_and(|it| it.level == level) && ends_bare && paragraph.range.len() <= SHORT
    };
    let near = index.saturating_sub(NEAR)..(index + NEAR).min(paragraphs.len());
    is_prose
        && !leads_list
        && paragraphs[index].range.len() <= SHORT
        && near.into_iter().any(is_sibling)
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
    let own = &view.paragraphs()[index].range;
    let last = own.end - 1;
    let end = own.start.max(last.saturating_sub(20))..last;
    let leads_list = view.has_any(&end, &["下列", "以下", "如下"]);
    let is_numbered = |other: usize| {
        let paragraph = view.paragraphs().get(other);
        paragraph.is_some_and(|it| {
            heading_number(view, it.range.start).is_some_and(|number| number.level == 1)
        })
    };
    leads_list || neighbours.into_iter().flatten().any(is_numbered)
}
