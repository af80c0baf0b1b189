//! 【批注：请规划科补充】, （此处数据待核）, XX家, &nbsp;: what belongs to a draft.

use std::ops::Range;

use super::blank::blank;
use super::bracketed_note::note;
use super::to_fill_in::{amount, amount_to_come, to_come, variable};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 【批注：请规划科补充】, （此处数据待核）, XX家, &nbsp;: what belongs to a draft.
pub(crate) const LEFTOVER_NOTE: Rule = Rule {
    name: "leftover-note",
    title: "草稿里的批注、空缺没有处理",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("leftover_note.md"),
};

/// What a word is that was left in a draft.
#[derive(Clone, Copy)]
enum Left {
    /// Signs in the place of a name or of digits, by what stands around them.
    Gap,
    /// A date, a number or a name with such signs or with nothing in its place.
    Blank,
    /// X for the digits of an amount.
    Letter,
    /// × for the digits of an amount.
    Amount,
    /// What a template would have filled in.
    Variable,
    /// What a spreadsheet shows for a value that it cannot work out.
    Cell,
    /// Code of a page, or a mark of a programmer.
    Code,
    /// Where it was copied from.
    Copied,
    /// How a speech begins.
    Speech,
    /// What writing software says of what it wrote.
    Software,
    /// What is said inside the office alone.
    Office,
    /// A note to the writer, by what stands around it.
    Note,
}

const LEFT: &[(&str, Left)] = &[
    ("XX", Left::Gap),
    ("xx", Left::Gap),
    ("××", Left::Gap),
    ("＊＊", Left::Gap),
    ("__", Left::Gap),
    ("***", Left::Gap),
    ("TODO", Left::Code),
    ("&nbsp;", Left::Code),
    ("&amp;", Left::Code),
    ("&lt;", Left::Code),
    ("&gt;", Left::Code),
    ("&quot;", Left::Code),
    ("<br", Left::Code),
    ("＿＿", Left::Gap),
    ("#N/A", Left::Cell),
    ("#REF!", Left::Cell),
    ("#VALUE!", Left::Cell),
    ("#DIV/0!", Left::Cell),
    ("#NAME?", Left::Cell),
    ("###", Left::Gap),
    ("???", Left::Gap),
    ("？？？", Left::Gap),
    ("□□", Left::Gap),
    ("202X年", Left::Blank),
    ("202x年", Left::Blank),
    ("年X月", Left::Blank),
    ("年x月", Left::Blank),
    ("X万", Left::Letter),
    ("X亿", Left::Letter),
    ("X%", Left::Letter),
    ("X家", Left::Letter),
    ("X件", Left::Letter),
    ("X名", Left::Letter),
    ("X户", Left::Letter),
    ("X所", Left::Letter),
    ("X项", Left::Letter),
    ("X亩", Left::Letter),
    ("X公里", Left::Letter),
    ("X月X日", Left::Blank),
    ("x月x日", Left::Blank),
    ("第号提案", Left::Blank),
    ("第号建议", Left::Blank),
    ("第号议案", Left::Blank),
    ("{{", Left::Variable),
    ("${", Left::Variable),
    ("×万元", Left::Amount),
    ("×亿元", Left::Amount),
    ("批注", Left::Note),
    ("待核", Left::Note),
    ("待补", Left::Note),
    ("待更新", Left::Note),
    ("待确认", Left::Note),
    ("待完善", Left::Note),
    ("待落实", Left::Note),
    ("请核实", Left::Note),
    ("请核对", Left::Note),
    ("数据请", Left::Note),
    ("数字请", Left::Note),
    ("口径请", Left::Note),
    ("表述请", Left::Note),
    ("单位名称", Left::Note),
    ("部门名称", Left::Note),
    ("具体事项", Left::Note),
    ("图片来源", Left::Copied),
    ("来源：网络", Left::Copied),
    ("复制自", Left::Copied),
    ("同志们，", Left::Speech),
    ("XX区", Left::Blank),
    ("XX县", Left::Blank),
    ("XX市", Left::Blank),
    ("XX镇", Left::Blank),
    ("XX局", Left::Blank),
    ("具体数", Left::Note),
    ("填写", Left::Note),
    ("插入", Left::Note),
    ("后更新", Left::Note),
    ("再核实", Left::Note),
    ("再核对", Left::Note),
    ("再确认", Left::Note),
    ("待定", Left::Note),
    ("未经审定", Left::Note),
    ("未定稿", Left::Note),
    ("语言模型，我", Left::Software),
    ("以下是修改后的", Left::Software),
    ("以下是为您", Left::Software),
    ("如需进一步修改", Left::Software),
    ("希望以上内容对您", Left::Software),
    ("希望这份答复对您", Left::Software),
    ("内容由AI生成", Left::Software),
    ("AI生成内容仅供", Left::Software),
    ("仅供内部参考", Left::Office),
    ("请阅示", Left::Office),
    ("请审阅修改", Left::Office),
    ("存疑", Left::Note),
    ("再发", Left::Note),
    ("再报", Left::Note),
    ("再印", Left::Note),
    ("阅后删", Left::Note),
    ("可删", Left::Note),
    ("是否保留", Left::Note),
    ("请补充", Left::Note),
    ("数据缺", Left::Note),
    ("此处", Left::Note),
    ("此段", Left::Note),
    ("这段", Left::Note),
    ("修订：", Left::Note),
    ("修改：", Left::Note),
    ("校对：", Left::Note),
    ("稿", Left::Note),
];

fn words() -> Vec<&'static str> {
    LEFT.iter().map(|(word, _)| *word).collect()
}

/// The word of the list.
pub(super) fn text(word: Word) -> &'static str {
    LEFT[word.number].0
}

/// Longest note in brackets.
pub(super) const LONGEST: usize = 24;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let left = LEFT[word.number].1;
    if let Some(range) = range(view, word, left) {
        let (text, what) = (view.words(range.clone()), what(left));
        findings
            .at(range, format!("“{text}”{what}"))
            .hint("补上内容，或者删去");
    }
}

/// What is to be reported, if the word is left from a draft where it stands.
fn range(view: &TextView<'_>, word: Word, left: Left) -> Option<Range<usize>> {
    match left {
        Left::Gap => blank(view, word),
        Left::Letter => amount_to_come(view, word),
        Left::Amount => amount(view, word),
        Left::Variable => variable(view, word),
        Left::Code => Some(code(view, word)),
        Left::Speech => view
            .is_any_before(word.start, "。；\n")
            .then_some(word.start..word.end - 1),
        Left::Note => note(view, word).or_else(|| to_come(view, word)),
        Left::Blank | Left::Cell | Left::Copied | Left::Software | Left::Office => {
            Some(word.start..word.end)
        }
    }
}

/// What it is said to be.
fn what(left: Left) -> &'static str {
    match left {
        Left::Gap | Left::Blank | Left::Letter | Left::Amount | Left::Variable => "是没有填的空",
        Left::Cell => "是表格的出错代码，没有取到数据",
        Left::Code => "是给自己看的代码，会照样印出来",
        Left::Copied => "是抄来的话",
        Left::Speech => "是讲话稿的话",
        Left::Software => "是写稿软件的话",
        Left::Office => "是写给内部的话",
        Left::Note => "是草稿里的批注",
    }
}

/// The code as it would be printed.
fn code(view: &TextView<'_>, word: Word) -> Range<usize> {
    let close = (word.end..word.end + 4).find(|at| view.char(*at) == '>');
    let is_tag = view.char(word.start) == '<';
    word.start..close.filter(|_| is_tag).map_or(word.end, |at| at + 1)
}
