//! Brackets and quotation marks without a partner.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::pairs::{closing_of, opening_of};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Brackets and quotation marks without a partner.
pub(crate) const UNBALANCED_PAIR: Rule = Rule {
    name: "unbalanced-pair",
    title: "括号、引号、书名号不成对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("unbalanced_pair.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let unmatched = &view.pairs().unmatched;
    let mut index = 0;
    while let Some(at) = unmatched.get(index).copied() {
        let next = unmatched.get(index + 1).copied();
        let twin = next.filter(|next| is_twin(view, at, *next));
        index += if twin.is_some() { 2 } else { 1 };
        if is_wrong(view, at) {
            report(view, at, twin, findings);
        }
    }
}

/// Two marks that look like one pair: the same mark twice, or of different width.
fn is_twin(view: &TextView<'_>, at: usize, next: usize) -> bool {
    let (first, second) = (view.char(at), view.char(next));
    let same_paragraph = view.paragraph(at).is_some_and(|p| p.range.contains(&next));
    let alike = first == second && "“”‘’".contains(first);
    let mixed = matches!(
        (first, second),
        ('(', '）')
            | ('（', ')')
            | ('《', '〉')
            | ('〈', '》')
            | ('〔', ']' | '］' | '】')
            | ('[' | '［' | '【', '〕')
            | ('“', '’')
            | ('‘', '”')
    );
    same_paragraph && (alike || mixed)
}

fn is_wrong(view: &TextView<'_>, at: usize) -> bool {
    match view.char(at) {
        '(' | ')' => is_han(view.before(at)) || is_han(view.char(at + 1)),
        '[' | ']' => false,
        // A quotation over several paragraphs opens in each and closes in the last.
        '“' => !(view.before(at) == '\n' && next_paragraph_opens(view, at)),
        _ => true,
    }
}

fn next_paragraph_opens(view: &TextView<'_>, at: usize) -> bool {
    let start = view
        .paragraph(at)
        .map_or(at, |paragraph| paragraph.range.end + 1);
    (start..start + 3).any(|index| view.char(index) == '“')
}

/// （联系人：李明，电话：0571-88001234将继续: where the telephone number ends that a bracket should close.
fn end_of_telephone(view: &TextView<'_>, open: usize) -> Option<usize> {
    const LABELS: [&str; 5] = ["电话：", "手机：", "电话", "联系方式：", "号码："];
    const LEAST: usize = 7;
    if view.char(open) != '（' {
        return None;
    }
    let sentence = view.sentence(open);
    let inside = open + 1..sentence.end.min(open + 40);
    let start = LABELS
        .iter()
        .find_map(|label| Some(view.find(inside.clone(), label)? + label.chars().count()))?;
    let is_digit = |at: &usize| view.char(*at).is_ascii_digit() || view.char(*at) == '-';
    let length = (start..sentence.end).take_while(is_digit).count();
    let end = start + length;
    (length >= LEAST && is_han(view.char(end))).then_some(end)
}

/// 《关于……的指导意见的规定，: where the name of a paper ends that no mark closes.
fn end_of_title(view: &TextView<'_>, open: usize) -> Option<usize> {
    const KINDS: [&str; 14] = [
        "意见", "通知", "办法", "方案", "规划", "条例", "规定", "细则", "决定", "纲要", "计划",
        "措施", "标准", "规范",
    ];
    const AFTER: [&str; 9] = [
        "的规定",
        "的要求",
        "的精神",
        "规定，",
        "要求，",
        "精神，",
        "等文件",
        "，",
        "（",
    ];
    if view.char(open) != '《' {
        return None;
    }
    let clause = view.clause(open);
    let ends = |at: &usize| {
        view.one_of_before(*at, &KINDS).is_some() && view.one_of_at(*at, &AFTER).is_some()
    };
    (open + 4..clause.end + 1).find(ends)
}

fn report(view: &TextView<'_>, at: usize, twin: Option<usize>, findings: &mut Findings<'_>) {
    let mark = view.char(at);
    if let Some(twin) = twin {
        let message = format!("“{mark}”与“{}”不成对", view.char(twin));
        findings
            .at(at..twin + 1, message)
            .hint("改成同一种、左右相对的标点");
        return;
    }
    if let Some(end) = end_of_telephone(view, at) {
        findings
            .at(at..end + 1, format!("“{mark}”后面没有对应的“）”"))
            .hint("在电话号码后面补上“）”")
            .suggest(end..end, "）");
        return;
    }
    if let Some(end) = end_of_title(view, at) {
        findings
            .at(at..end + 1, "“《”后面没有对应的“》”")
            .hint("在文件名称后面补上“》”")
            .suggest(end..end, "》");
        return;
    }
    let message = match closing_of(mark) {
        Some(closing) => format!("“{mark}”后面没有对应的“{closing}”"),
        None => format!(
            "“{mark}”前面没有对应的“{}”",
            opening_of(mark).unwrap_or(mark)
        ),
    };
    findings
        .at(at..at + 1, message)
        .hint("补上缺少的一半，或者删去多余的一半");
}
