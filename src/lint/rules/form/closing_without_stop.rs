//! 特此函复 without 。, and a last sentence that ends in ，.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::is_date;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 特此函复 without 。, and a last sentence that ends in ，.
pub(crate) const CLOSING_WITHOUT_STOP: Rule = Rule {
    name: "closing-without-stop",
    title: "结束语后面没有句号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("closing_without_stop.md"),
};

/// Closings that are a sentence of their own.
const CLOSINGS: [&str; 18] = [
    "特此函复",
    "特此函告",
    "特此答复",
    "专此函复",
    "专此答复",
    "此函",
    "特此复函",
    "此复",
    "特此致函",
    "特此函达",
    "专此函达",
    "专此函告",
    "专此复函",
    "特此函询",
    "特此回复",
    "特此报告",
    "特此通知",
    "请予支持",
];

/// How a paragraph of thanks begins.
const THANKS: [&str; 7] = [
    "感谢",
    "再次感谢",
    "衷心感谢",
    "诚挚感谢",
    "最后，感谢",
    "欢迎",
    "以上",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (index, paragraph) in view.paragraphs().iter().enumerate() {
        if is_closing(view, &paragraph.range) {
            let end = paragraph.range.end;
            findings
                .at(
                    paragraph.range.clone(),
                    format!("结束语“{}”后面没有句号", view.text(paragraph.range.clone())),
                )
                .hint("补上句号")
                .suggest(end..end, "。");
        }
        if is_open_thanks(view, paragraph) {
            let last = paragraph.range.end - 1;
            findings
                .at(last..last + 1, "感谢的一句后面没有句号")
                .hint("补上句号")
                .suggest(last + 1..last + 1, "。");
        }
        if ends_in_comma(view, index) {
            let last = paragraph.range.end - 1;
            let message = format!("结束的一句以“{}”结束", view.char(last));
            findings
                .at(last..last + 1, message)
                .hint("改为句号")
                .suggest(last..last + 1, "。");
        }
    }
}

fn is_closing(view: &TextView<'_>, range: &Range<usize>) -> bool {
    (2..=8).contains(&range.len()) && CLOSINGS.contains(&view.words(range.clone()))
}

/// 再次感谢您的关心和支持 alone in its paragraph, without a mark.
fn is_open_thanks(view: &TextView<'_>, paragraph: &Paragraph) -> bool {
    const BEGINNINGS: [&str; 5] = [
        "感谢您",
        "再次感谢",
        "衷心感谢您",
        "诚挚感谢您",
        "最后，感谢",
    ];
    const ENDS: [&str; 6] = ["支持", "帮助", "理解", "监督", "关注", "关心"];
    paragraph.kind == ParagraphKind::Text
        && view.one_of_at(paragraph.range.start, &BEGINNINGS).is_some()
        && view.one_of_before(paragraph.range.end, &ENDS).is_some()
}

/// Whether the last sentence before the sign-off, or one of thanks before another closing, ends in ，.
///
/// A paragraph before an empty line is for `paragraph-ends-in-comma`.
fn ends_in_comma(view: &TextView<'_>, index: usize) -> bool {
    let paragraphs = view.paragraphs();
    let paragraph = &paragraphs[index];
    let is_open = !paragraph.is_last_of_block && paragraph.range.len() > 8;
    if !is_open || !view.is_any_before(paragraph.range.end, "，、；") {
        return false;
    }
    let thanks = view.one_of_at(paragraph.range.start, &THANKS).is_some();
    let next = |number: usize| paragraphs.get(index + number).map(|it| &it.range);
    let is_next = |number: usize, is: fn(&TextView<'_>, &Range<usize>) -> bool| {
        next(number).is_some_and(|range| is(view, range))
    };
    is_next(1, is_date)
        || is_next(1, is_name) && is_next(2, is_date)
        || thanks && is_next(1, begins_closing)
}

/// 市水利局: Han characters alone, as a sign-off is.
fn is_name(view: &TextView<'_>, range: &Range<usize>) -> bool {
    let mut chars = view.chars()[range.clone()].iter();
    range.len() <= 25 && chars.all(|character| is_han(*character) || "（） 　".contains(*character))
}

/// 特此答复。, with or without its mark.
fn begins_closing(view: &TextView<'_>, range: &Range<usize>) -> bool {
    range.len() <= 8 && view.one_of_at(range.start, &CLOSINGS).is_some()
}
