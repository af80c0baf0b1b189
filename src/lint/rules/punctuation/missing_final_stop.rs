//! A paragraph of several sentences whose last one has no stop.

use std::ops::Range;

use super::ru_xia_without_colon::leads_headings;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::heading_number;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// A paragraph of several sentences whose last one has no stop.
pub(crate) const MISSING_FINAL_STOP: Rule = Rule {
    name: "missing-final-stop",
    title: "段末没有标点",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("missing_final_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let last = paragraph.range.end - 1;
        let ends = paragraph.is_last_of_block && paragraph.kind == ParagraphKind::Text;
        // 现答复如下 above 一、 is for `ru-xia-without-colon`.
        if !ends || !is_han(view.char(last)) || leads_headings(view, last + 1) {
            continue;
        }
        let is_heading = heading_number(view, paragraph.range.start).is_some();
        let chars = &view.chars()[paragraph.range.clone()];
        if is_prose(chars, is_heading) || is_between_headings(view, &paragraph.range) {
            findings
                .at(last..last + 1, "这一段最后没有标点")
                .hint("补上句号");
        }
    }
}

/// A sentence with 。 in it, or a long run of clauses; a numbered heading may be one as well.
fn is_prose(chars: &[char], is_heading: bool) -> bool {
    let count = |mark: char| chars.iter().filter(|c| **c == mark).count();
    let ends_in_han = |length: usize| {
        let tail = chars.iter().rev().take(length);
        tail.filter(|c| is_han(**c) || c.is_ascii_digit()).count() == length
    };
    let holds_sentence = count('。') > 0 && ends_in_han(8);
    let is_sentence = count('，') >= 2 && !is_heading && ends_in_han(4);
    let is_list = count('；') > 0 && !is_heading && ends_in_han(4);
    let is_told = count('，') >= 1 && !is_heading && ends_in_han(2) && tells(chars);
    chars.len() >= 40 && (holds_sentence || is_sentence || is_list) || chars.len() >= 26 && is_told
}

/// Words of one who reports what was done or will be; titles of two clauses have none of them.
fn tells(chars: &[char]) -> bool {
    const WORDS: [&str; 14] = [
        "我局",
        "我委",
        "我市",
        "我县",
        "我厅",
        "我们",
        "目前",
        "近年来",
        "下一步",
        "预计",
        "截至",
        "已",
        "您",
        "累计",
    ];
    let text: String = chars.iter().collect();
    WORDS.iter().any(|word| text.contains(word))
}

/// A line under a heading, above the next one, while another line of the letter that stands so ends in 。.
fn is_between_headings(view: &TextView<'_>, line: &Range<usize>) -> bool {
    const SHORTEST: usize = 14;
    const NEAR: usize = 12;
    if line.len() < SHORTEST {
        return false;
    }
    let all = view.paragraphs();
    let own = all.partition_point(|it| it.range.start < line.start);
    let paragraphs = &all[own.saturating_sub(NEAR)..all.len().min(own + NEAR)];
    let number = |it: &Paragraph| heading_number(view, it.range.start).map(|it| it.level);
    let is_under = |triple: &[Paragraph]| {
        let levels = number(&triple[0]).zip(number(&triple[2]));
        levels.is_some_and(|(above, below)| above == below) && number(&triple[1]).is_none()
    };
    let mut lines = paragraphs
        .windows(3)
        .filter(|triple| is_under(triple))
        .map(|it| &it[1].range);
    let is_own = lines.clone().any(|it| it == line);
    is_own && lines.any(|it| view.before(it.end) == '。')
}
