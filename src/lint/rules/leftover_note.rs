//! 【批注：请规划科补充】, （此处数据待核）, XX家, &nbsp;: what belongs to a draft.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 【批注：请规划科补充】, （此处数据待核）, XX家, &nbsp;: what belongs to a draft.
pub(crate) const LEFTOVER_NOTE: Rule = Rule {
    name: "leftover-note",
    title: "草稿里的批注、空缺没有处理",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("leftover_note.md"),
};

const WORDS: &[&str] = &[
    "XX",
    "xx",
    "××",
    "＊＊",
    "__",
    "***",
    "TODO",
    "&nbsp;",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "<br",
    "×万元",
    "×亿元",
    "批注",
    "待核",
    "待补",
    "待更新",
    "待确认",
    "待完善",
    "待落实",
    "请核实",
    "请核对",
    "请补充",
    "数据缺",
    "此处",
    "此段",
    "这段",
    "修订：",
    "修改：",
    "校对：",
    "稿",
];

/// Longest note in brackets.
const LONGEST: usize = 24;

/// What a name to come ends in.
const NAMED: &str = "省市县区镇乡村局委厅科处";

/// What is counted or numbered: what stands before it are digits to come.
const COUNTED: &str = "家个件项次户亩元万亿%％所座条台套处吨米辆岁年月日起宗批类间幢栋艘份场";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_cited = view.in_title(word.start) || view.in_quotes(word.start);
    if is_cited {
        return;
    }
    let found = match WORDS[word.number] {
        "XX" | "xx" | "××" | "＊＊" | "__" | "***" => {
            blank(view, word).map(|it| (it, "是没有填的空"))
        }
        "×万元" | "×亿元" => amount(view, word).map(|it| (it, "是没有填的空")),
        code if code.starts_with(['&', '<']) || code == "TODO" => {
            Some((html(view, word), "是给自己看的代码，会照样印出来"))
        }
        _ => note(view, word).map(|it| (it, "是草稿里的批注")),
    };
    if let Some((range, what)) = found {
        let text = view.text(range.clone());
        findings
            .at(range, format!("“{text}”{what}"))
            .hint("补上内容，或者删去");
    }
}

/// XX家, 第××号, 20XX年.
fn blank(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let mark = view.char(word.start);
    let end = (word.end..word.end + 6).find(|at| view.char(*at) != mark)?;
    let unit = view.char(end);
    let before = view.before(word.start);
    let is_ordinal = before == '第' && "号条款项".contains(unit);
    let is_counted = COUNTED.contains(unit) && (is_han(before) || before.is_ascii_digit());
    // 张××家 and ××年级 leave out names on purpose, and so does a model with many blanks.
    let is_name = view.is_at(end, "年级") || mark == '×' && is_model(view, word, end);
    let is_office = "Xx＊".contains(mark) && is_han(before) && NAMED.contains(unit);
    let is_blank = is_ordinal || is_office || is_counted && !is_name;
    (before != mark && is_blank).then_some(word.start..end + 1)
}

/// 其余×万元; 5×万元 multiplies.
fn amount(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    is_han(view.before(word.start)).then_some(word.start..word.end)
}

/// Whether ×× leaves out a name, or stands near others as in a model text.
fn is_model(view: &TextView<'_>, word: Word, end: usize) -> bool {
    const NEAR: usize = 100;
    let before = word.start.saturating_sub(NEAR)..word.start;
    let has = |range: Range<usize>| view.marks_in(range).any(|at| view.char(at) == '×');
    let is_person = view.is_any_at(end, "家处所") && !view.is_any_before(word.start, "业构庭");
    is_person || has(before) || has(end..end + NEAR)
}

/// The code as it would be printed.
fn html(view: &TextView<'_>, word: Word) -> Range<usize> {
    let close = (word.end..word.end + 4).find(|at| view.char(*at) == '>');
    let is_tag = view.char(word.start) == '<';
    word.start..close.filter(|_| is_tag).map_or(word.end, |at| at + 1)
}

/// The brackets around a note to the writer.
fn note(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let back = word.start.saturating_sub(LONGEST)..word.start;
    let open = back.rev().find(|at| view.is_any_at(*at, "【（[(〔"))?;
    let forth = word.end..word.end + LONGEST;
    let close = forth
        .clone()
        .find(|at| view.is_any_at(*at, "】）])〕\n。"))?;
    let is_closed = view.is_any_at(close, "】）])〕");
    let inside = open + 1..close;
    let is_one = !inside.clone().any(|at| view.is_any_at(at, "】）])〕\n。"));
    (is_closed && is_one && is_note(view, word, &inside)).then_some(open..close + 1)
}

/// Whether the words in brackets are said to the writer.
fn is_note(view: &TextView<'_>, word: Word, inside: &Range<usize>) -> bool {
    let starts = word.start == inside.start;
    let ends = word.end == inside.end;
    let is_square = view.is_any_before(inside.start, "【[");
    match WORDS[word.number] {
        // （第二稿） at the start of a text; 《…》（送审稿） is a name.
        "稿" => ends && is_numbered_draft(view, inside),
        "批注" | "修订：" | "修改：" | "校对：" => starts,
        "此处" | "此段" | "这段" => has_task(view, inside),
        "请核实" | "请核对" | "请补充" => starts || is_square,
        "待补" | "待核" | "待更新" | "待完善" => {
            starts
                || is_square
                || ends
                || view
                    .one_of_at(word.end, &["充", "实", "对", "查"])
                    .is_some()
                    && word.end + 1 == inside.end
        }
        _ => is_square || starts && ends,
    }
}

/// 此处数据待核, 此处补充照片.
fn has_task(view: &TextView<'_>, inside: &Range<usize>) -> bool {
    view.has_any(
        inside,
        &["待", "补", "核", "请", "改", "填", "插入", "删", "是否"],
    )
}

/// （第二稿） and （修改稿） before the text, or behind the title of a letter.
fn is_numbered_draft(view: &TextView<'_>, inside: &Range<usize>) -> bool {
    const DRAFTS: [&str; 6] = ["修改稿", "初稿", "草稿", "讨论稿", "送审稿", "征求意见稿"];
    let text = view.text(inside.clone());
    let leads = view.before(inside.start - 1) == '\n' && is_han(view.char(inside.end + 1));
    let replies = view
        .one_of_before(inside.start - 1, &["答复", "意见", "函"])
        .is_some();
    let line = view.paragraph(inside.start).map(|it| it.range.clone());
    let ends = replies && line.is_some_and(|it| it.start == 0 && it.end == inside.end + 1);
    (leads || ends) && (text.starts_with('第') || DRAFTS.contains(&text.as_str()))
}
