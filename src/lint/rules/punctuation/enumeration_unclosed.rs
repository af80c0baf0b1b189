//! The last item of a list ends with ； or ，.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::item_number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// The last item of a list ends with ； or ，.
pub(crate) const ENUMERATION_UNCLOSED: Rule = Rule {
    name: "enumeration-unclosed",
    title: "最后一项没有用句号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("enumeration_unclosed.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    lines(view, findings);
    for list in view.enumerations() {
        let Some(last) = list.markers.last() else {
            continue;
        };
        let has_semicolons = list.separators().all(|at| view.char(at) == '；');
        goes_on(view, *last, has_semicolons, findings);
    }
    for list in view.lists() {
        let last = list.end - 1;
        let Some(paragraph) = view.paragraph(last).filter(|p| p.range.end == list.end) else {
            continue;
        };
        let ends = paragraph.is_last_of_block || !begins_item(view, list.end + 1);
        if ends && view.char(last) == '；' {
            findings
                .at(last..last + 1, "最后一项以分号结束")
                .hint("改为句号")
                .replace(last..last + 1, "。");
        }
    }
}

/// 三是建立机制；我们将以此为契机: what is promised behind the last item is none of the items.
fn goes_on(view: &TextView<'_>, last: usize, has_semicolons: bool, findings: &mut Findings<'_>) {
    const BEHIND: [&str; 10] = [
        "我们将",
        "我局将",
        "我委将",
        "我厅将",
        "我办将",
        "下一步，",
        "最后，感谢",
        "感谢您",
        "感谢你们",
        "衷心感谢",
    ];
    let end = view.sentence(last).end;
    let mark = view.places_in('；', last..end + 1).next();
    let mark = mark.filter(|at| has_semicolons && view.one_of_at(at + 1, &BEHIND).is_some());
    if let Some(mark) = mark {
        findings
            .at(mark..mark + 1, "最后一项以分号结束")
            .hint("改为句号")
            .replace(mark..mark + 1, "。");
    }
}

/// 3.施工合同； at the text's end or before a line that is no item: the lines before it are numbered too.
fn lines(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (index, paragraph) in view.paragraphs().iter().enumerate() {
        let last = paragraph.range.end - 1;
        if view.char(last) == '；' && is_last_line(view, index) {
            findings
                .at(last..last + 1, "最后一项以分号结束")
                .hint("改为句号")
                .replace(last..last + 1, "。");
        }
    }
}

/// How many lines below an item may hold the next one.
const LINES_BELOW: usize = 8;

fn is_last_line(view: &TextView<'_>, index: usize) -> bool {
    let paragraphs = view.paragraphs();
    let number = |index: usize| item_number(view, paragraphs.get(index)?.range.start);
    let (Some(before), Some(own)) = (index.checked_sub(1).and_then(number), number(index)) else {
        return false;
    };
    let next_number = (own.0, own.1 + 1);
    let follows = (before.0, before.1 + 1) == own;
    let is_parted = view.char(paragraphs[index - 1].range.end - 1) == '；';
    let goes_on = (index + 1..index + 1 + LINES_BELOW)
        .filter_map(number)
        .any(|next| next == next_number);
    let next = paragraphs
        .get(index + 1)
        .map_or('\n', |it| view.char(it.range.start));
    // Another rule tells of a list right before the closing.
    let is_told = paragraphs[index].is_last_of_block && "再感特专此以".contains(next);
    let ends = next == '\n' || !begins_item(view, paragraphs[index + 1].range.start);
    follows && is_parted && ends && !goes_on && !is_told
}

/// Whether one more item may begin in a line right below.
fn begins_item(view: &TextView<'_>, at: usize) -> bool {
    let first = view.char(at);
    is_chinese_digit(first) || first.is_ascii_digit() || "（(第另此同最".contains(first)
}
