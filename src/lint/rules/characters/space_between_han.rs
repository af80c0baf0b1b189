//! White space between Chinese characters inside a paragraph.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule};

/// White space between Chinese characters inside a paragraph.
pub(crate) const SPACE_BETWEEN_HAN: Rule = Rule {
    name: "space-between-han",
    title: "汉字之间有空格",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("space_between_han.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&SPACES) {
        let paragraph = view.paragraph(at).filter(|it| has_sentence(view, it));
        if is_han(view.before(at)) && paragraph.is_some_and(|it| !is_meant(view, it, at)) {
            check_space(view, at, findings);
        }
    }
}

fn check_space(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    let end = (at..at + 9)
        .find(|index| !is_space(view.char(*index)))
        .unwrap_or(at);
    if is_han(view.char(end)) && !view.touches_markup(at..end) {
        report(view, at..end, findings);
    }
}

const SPACES: [char; 4] = [' ', '\u{3000}', '\u{a0}', '\t'];

fn is_space(character: char) -> bool {
    SPACES.contains(&character)
}

/// Headings, names and forms are spaced on purpose; a sentence is not.
fn has_sentence(view: &TextView<'_>, paragraph: &Paragraph) -> bool {
    let chars = &view.chars()[paragraph.range.clone()];
    paragraph.kind == ParagraphKind::Text
        && chars.len() >= 16
        && chars.iter().any(|c| matches!(c, '，' | '。' | '；'))
}

/// Whether the space belongs to a title or sets off the number of a part.
fn is_meant(view: &TextView<'_>, paragraph: &Paragraph, at: usize) -> bool {
    // 《中共中央　国务院关于……的意见》 and 《信息安全技术 个人信息安全规范》 are the papers' own titles.
    let is_long = |range: Range<usize>| range.into_iter().all(|at| is_han(view.char(at)));
    let is_pair = is_long(at.saturating_sub(2)..at) && is_long(at + 1..at + 3);
    // “与爱同行 惠游湖北” is set in two parts of one length.
    let is_of_slogan = (4..=8).any(|length| {
        view.before(at.saturating_sub(length)) == '“'
            && view.char(at + 1 + length) == '”'
            && is_long(at.saturating_sub(length)..at)
            && is_long(at + 1..at + 1 + length)
    });
    let is_of_title = is_of_slogan
        || view.in_title(at)
            && (view.char(at) == '\u{3000}' || is_pair || view.is_any_before(at, "部局委院厅署办"));
    // （联系人：医政科　陈静；联系电话：…） sets a name off from its section.
    let near = paragraph
        .range
        .start
        .max(at.saturating_sub(LONGEST_CONTACT))..at;
    let is_of_contact = view.find(near, "联系人").is_some() || is_of_telephone(view, paragraph, at);
    // （财政部 税务总局公告2023年第19号） names a paper by its issuers.
    let clause = view.sentence(at);
    let is_of_number = view.in_parentheses(at) && view.find(at..clause.end, "公告").is_some();
    // 江　波、欧阳建国 makes a short name as wide as the others.
    let is_name = view.char(at) == '\u{3000}'
        && at >= 2
        && !is_han(view.char(at - 2))
        && is_han(view.char(at + 1))
        && view.is_any_at(at + 2, "、，。；\n");
    is_of_title || is_of_contact || is_of_number || is_name || is_after_number(view, paragraph, at)
}

/// 停车管理科　李静，0558-5598812: a line of who is called where, without a sentence.
fn is_of_telephone(view: &TextView<'_>, paragraph: &Paragraph, at: usize) -> bool {
    const LONGEST: usize = 80;
    let is_line = paragraph.range.len() <= LONGEST && !view.has_mark(&paragraph.range, "。");
    let rest = at..paragraph.range.end;
    let mut numbers = view.personal().iter();
    is_line && numbers.any(|it| it.kind.is_phone() && rest.contains(&it.range.start))
}

/// 第一章 总则, 第一百二十三条　…… and 一 基本情况 number a part; a wide space near the beginning sets
/// off any first word.
fn is_after_number(view: &TextView<'_>, paragraph: &Paragraph, at: usize) -> bool {
    let length = at - paragraph.range.start;
    if length > LONGEST_ARTICLE {
        return false;
    }
    let lead = view.words(paragraph.range.start..at);
    let is_article = lead.starts_with('第') && lead.ends_with(['编', '章', '节', '条', '款']);
    let is_number = lead.starts_with('第')
        || lead.chars().all(is_chinese_digit)
        || lead == "附件"
        || lead == "附"
        || view.char(at) == '\u{3000}';
    is_article || length <= LONGEST_LEAD && is_number
}

/// More characters than stand between 联系人 and the name, the section included.
const LONGEST_CONTACT: usize = 24;

/// 第一千二百六十条之一, in characters.
const LONGEST_ARTICLE: usize = 14;

/// In characters.
const LONGEST_LEAD: usize = 5;

fn report(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let around = view.words(range.start.saturating_sub(2)..range.end + 2);
    findings
        .at(range.clone(), format!("“{}”中间有空格", around.trim()))
        .hint("删去空格，或者在这里补上标点")
        .suggest(range, "");
}
