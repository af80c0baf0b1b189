//! 【批注：请规划科补充】, （此处数据待核）, XX家, &nbsp;: what belongs to a draft.

use std::ops::Range;

use super::bracketed_note::note;
use super::to_fill_in::{amount, amount_to_come, is_reader, to_come, variable};
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

pub(super) const WORDS: &[&str] = &[
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
    "＿＿",
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "###",
    "???",
    "？？？",
    "□□",
    "202X年",
    "202x年",
    "年X月",
    "年x月",
    "X万",
    "X亿",
    "X%",
    "X家",
    "X件",
    "X名",
    "X户",
    "X所",
    "X项",
    "X亩",
    "X公里",
    "X月X日",
    "x月x日",
    "第号提案",
    "第号建议",
    "第号议案",
    "{{",
    "${",
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
    "数据请",
    "数字请",
    "口径请",
    "表述请",
    "单位名称",
    "部门名称",
    "具体事项",
    "图片来源",
    "来源：网络",
    "复制自",
    "同志们，",
    "XX区",
    "XX县",
    "XX市",
    "XX镇",
    "XX局",
    "具体数",
    "填写",
    "插入",
    "后更新",
    "再核实",
    "再核对",
    "再确认",
    "待定",
    "未经审定",
    "未定稿",
    "语言模型，我",
    "以下是修改后的",
    "以下是为您",
    "如需进一步修改",
    "希望以上内容对您",
    "希望这份答复对您",
    "内容由AI生成",
    "AI生成内容仅供",
    "仅供内部参考",
    "请阅示",
    "请审阅修改",
    "存疑",
    "再发",
    "再报",
    "再印",
    "阅后删",
    "可删",
    "是否保留",
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
pub(super) const LONGEST: usize = 24;

/// What a name to come ends in.
const NAMED: &str = "省市县区镇乡村局委厅科处";

/// What is counted or numbered: what stands before it are digits to come.
const COUNTED: &str = "家个件项次户亩元万亿%％所座条台套处吨米辆岁年月日起宗批类间幢栋艘份场";

/// The same behind a mark that leaves out no name as ××部队 and XX公司 do.
const COUNTED_BEHIND_LINE: &str = "部名期人公平立";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_cited = view.in_title(word.start) || view.in_quotes(word.start);
    if is_cited {
        return;
    }
    let found = match WORDS[word.number] {
        "XX" | "xx" | "××" | "＊＊" | "__" | "***" | "＿＿" | "###" | "???" | "？？？" | "□□" => {
            blank(view, word).map(|it| (it, "是没有填的空"))
        }
        "第号提案" | "第号建议" | "第号议案" | "X月X日" | "x月x日" | "202X年" | "202x年"
        | "年X月" | "年x月" => Some((word.start..word.end, "是没有填的空")),
        "图片来源" | "来源：网络" | "复制自" => {
            Some((word.start..word.end, "是抄来的话"))
        }
        "同志们，" => view
            .is_any_before(word.start, "。；\n")
            .then_some((word.start..word.end - 1, "是讲话稿的话")),
        "XX区" | "XX县" | "XX市" | "XX镇" | "XX局" => {
            Some((word.start..word.end, "是没有填的空"))
        }
        amount if amount.starts_with('X') => {
            amount_to_come(view, word).map(|it| (it, "是没有填的空"))
        }
        "{{" | "${" => variable(view, word).map(|it| (it, "是没有填的空")),
        fault if fault.starts_with('#') => {
            Some((word.start..word.end, "是表格的出错代码，没有取到数据"))
        }
        "×万元" | "×亿元" => amount(view, word).map(|it| (it, "是没有填的空")),
        code if code.starts_with(['&', '<']) || code == "TODO" => {
            Some((html(view, word), "是给自己看的代码，会照样印出来"))
        }
        "语言模型，我"
        | "以下是修改后的"
        | "以下是为您"
        | "如需进一步修改"
        | "希望以上内容对您"
        | "希望这份答复对您"
        | "内容由AI生成"
        | "AI生成内容仅供" => Some((word.start..word.end, "是写稿软件的话")),
        "仅供内部参考" | "请阅示" | "请审阅修改" => {
            Some((word.start..word.end, "是写给内部的话"))
        }
        _ => note(view, word)
            .or_else(|| to_come(view, word))
            .map(|it| (it, "是草稿里的批注")),
    };
    if let Some((range, what)) = found {
        let text = view.words(range.clone());
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
    let is_unit =
        COUNTED.contains(unit) || !"Xx×".contains(mark) && COUNTED_BEHIND_LINE.contains(unit);
    let is_counted = is_unit && (is_han(before) || before.is_ascii_digit());
    // 张××家 and ××年级 leave out names on purpose, and so does a model with many blanks.
    let is_name = view.is_at(end, "年级") || mark == '×' && is_model(view, word, end);
    let is_office = "Xx＊".contains(mark) && is_han(before) && NAMED.contains(unit);
    let is_annex = "Xx".contains(mark)
        && view.ends_at(word.start, "附件")
        && view.is_any_at(end, "。，；、）");
    let is_blank =
        is_annex || is_ordinal || is_office || is_counted && !is_name || is_reader(view, word, end);
    // A line on paper is left for a hand to write on at the end of a form.
    let is_line =
        "_＿".contains(mark) && (view.is_any_before(word.start, "：:") || "年月日".contains(unit));
    (before != mark && is_blank && !is_line).then_some(word.start..end + 1)
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
