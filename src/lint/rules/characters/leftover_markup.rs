//! Marks of Markdown that have no effect and print as they stand: ~~, ** alone, notes, #标题.

use memchr::{memchr, memmem, memrchr};

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Marks of Markdown that have no effect and print as they stand: ~~, ** alone, notes, #标题.
pub(crate) const LEFTOVER_MARKUP: Rule = Rule {
    name: "leftover-markup",
    title: "排版标记会照样印出来",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("leftover_markup.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    lone_emphasis(view, findings);
    let mut done = 0;
    for at in view.places_of_any(&['~', '[', '#']) {
        if at < done {
            continue;
        }
        if let Some(end) = marked(view, at) {
            done = end;
            let text = view.words(at..end);
            findings
                .at(at..end, format!("“{text}”是排版标记，会照样印出来"))
                .hint("删去标记；标题的“#”后面要空一格");
        }
    }
}

/// The end of a mark that begins at `at` and has no effect.
fn marked(view: &TextView<'_>, at: usize) -> Option<usize> {
    match view.char(at) {
        '~' if view.is_at(at, "~~") && !view.is_at(at, "~~~") && view.before(at) != '~' => {
            is_word_beside(view, at).then_some(at + 2)
        }
        '[' if view.char(at + 1) == '^' => footnote_end(view, at + 2),
        // 名录[2]，: the number of a note in an encyclopedia.
        '[' if is_han(view.before(at)) && view.char(at + 1).is_ascii_digit() => {
            let close = footnote_end(view, at + 1)?;
            // [2024] is a year in the wrong brackets, which has a rule of its own.
            (close - at <= 4).then_some(close)
        }
        '#' => heading_end(view, at),
        _ => None,
    }
}

fn is_word_beside(view: &TextView<'_>, at: usize) -> bool {
    is_han(view.before(at)) || is_han(view.char(at + 2))
}

/// The end of the mark of a note, whose label is a number or a short word.
fn footnote_end(view: &TextView<'_>, start: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let close = (start + 1..start + LONGEST).find(|at| view.char(*at) == ']')?;
    let is_label = |at: usize| is_han(view.char(at)) || view.char(at).is_ascii_alphanumeric();
    (start..close).all(is_label).then_some(close + 1)
}

/// Marks of a heading at the start of a paragraph without the space after them.
fn heading_end(view: &TextView<'_>, at: usize) -> Option<usize> {
    const DEEPEST: usize = 6;
    if view.before(at) != '\n' {
        return None;
    }
    let end = at
        + (0..=DEEPEST)
            .take_while(|more| view.char(at + more) == '#')
            .count();
    let paragraph = view.paragraph(at)?.range.clone();
    // #话题# is a topic, not a heading.
    let is_topic = view
        .marks_in(end..paragraph.end)
        .any(|mark| view.char(mark) == '#');
    (is_han(view.char(end)) && !is_topic && end - at <= DEEPEST).then_some(end)
}

/// ** that no second one closes in its block.
fn lone_emphasis(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let text = view.source().text();
    let marks: Vec<usize> = memmem::find_iter(text.as_bytes(), "**").collect();
    if marks.is_empty() {
        return;
    }
    let mut block: Option<usize> = None;
    for paragraph in view.paragraphs() {
        let start = *block.get_or_insert(paragraph.range.start);
        if !paragraph.is_last_of_block {
            continue;
        }
        block = None;
        let bytes = view.bytes(start..paragraph.range.end);
        let bytes = line_start(text, bytes.start)..line_end(text, bytes.end);
        let written = &text[bytes.clone()];
        let before = |at: usize| marks.partition_point(|mark| *mark < at);
        let count = before(bytes.end) - before(bytes.start);
        // A code may hold any mark, and *** is two marks at once.
        if count % 2 == 1 && !written.contains(['`', '\\']) && !written.contains("***") {
            let mark = bytes.start + written.rfind("**").unwrap_or(0);
            let index = view.indexes(&(mark..mark)).start;
            let index = index.clamp(start, paragraph.range.end - 1);
            findings
                .at(index..index + 1, "这一段的“**”不成对，会照样印出来")
                .hint("补上另一半，或者删去");
        }
    }
}

fn line_start(text: &str, at: usize) -> usize {
    memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |index| index + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |index| at + index)
}
