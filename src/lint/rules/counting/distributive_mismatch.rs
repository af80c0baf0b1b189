//! 城东、城西、城北三个片区分别新增12个、9个: fewer numbers than names.

use super::lists::segments;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 城东、城西、城北三个片区分别新增12个、9个: fewer numbers than names.
pub(crate) const DISTRIBUTIVE_MISMATCH: Rule = Rule {
    name: "distributive-mismatch",
    title: "“分别”前后的项数不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("distributive_mismatch.md"),
};

const WORDS: &[&str] = &["分别"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    placed(view, word, findings);
    let clause = view.clause(word.start);
    let Some(values) = values_after(view, word.end) else {
        return;
    };
    // 单缴存职工、双缴存职工由50万元、80万元分别提高到…: what they had is no name.
    let from = view.numbers_in(clause.start..word.start);
    let from = from
        .first()
        .and_then(|first| first.digits.start.checked_sub(1));
    let from = from.filter(|at| view.is_any_at(*at, "由从"));
    // 一、2023年、2024年分别改造…: the number of the section is no name.
    let digit = |at: usize| is_chinese_digit(view.char(at));
    let is_section =
        digit(clause.start) && view.char(clause.start + 1) == '、' && !digit(clause.start + 2);
    let start = clause.start + if is_section { 2 } else { 0 };
    let names = start..from.unwrap_or(word.start);
    let Some(last) = view
        .marks_in(names.clone())
        .filter(|at| view.char(*at) == '、')
        .last()
    else {
        return;
    };
    // What follows the last name up to 分别 must be short, or the list is another one.
    let segments = segments(view, names);
    let end = from.unwrap_or(word.start);
    let is_list = segments.least >= 2 && end - last <= 12;
    if is_list && !(segments.least..=segments.most).contains(&values.count) {
        let text = view.words(word.start..values.end);
        findings
            .at(
                word.start..values.end,
                format!("“{text}”是{}个数，前面是{}项", values.count, segments.least),
            )
            .hint("逐项核对，缺的补上");
    }
}

/// Numbers listed after 分别.
struct Values {
    count: usize,
    end: usize,
}

/// Numbers of one unit joined by 、 or 和 that begin shortly after 分别; at least two.
fn values_after(view: &TextView<'_>, from: usize) -> Option<Values> {
    let numbers = view.numbers_in(from..view.clause(from).end);
    let first = numbers.first()?;
    let lead = view.text(from..first.digits.start);
    let chars = view.chars();
    if lead.chars().count() > 14 || lead.contains(['、', '比', '较']) || first.is_year(chars) {
        return None;
    }
    let mut values = Values {
        count: 1,
        end: first.unit.end,
    };
    for number in &numbers[1..] {
        let link = view.text(values.end..number.digits.start);
        let is_next = ["、", "和", "及"].contains(&link.as_str());
        if !is_next || number.unit(chars) != first.unit(chars) {
            break;
        }
        values.count += 1;
        values.end = number.unit.end;
    }
    // Anything but a stop after them may go on with the list.
    let ends = view.is_any_at(values.end, "，。；\n（");
    (values.count >= 2 && ends).then_some(values)
}

/// Where a body stands, behind 分别.
const PLACED: [&str; 8] = [
    "位于",
    "设在",
    "设于",
    "建在",
    "坐落在",
    "坐落于",
    "分布在",
    "布局在",
];

/// By which each place has one.
const ONE_EACH: [&str; 5] = ["各1", "各一", "各有1", "各有一", "各设1"];

/// 服务中心6家，分别位于城东、城西、城南街道: more places than there are bodies, or fewer where each has one.
fn placed(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const NEAR: usize = 8;
    let Some(lead) = view.one_of_at(word.end, &PLACED) else {
        return;
    };
    let chars = view.chars();
    let near = word.start.saturating_sub(NEAR)..word.start;
    let Some(number) = view.numbers_in(near).last() else {
        return;
    };
    let is_count = number.is_exact_amount()
        && number.multiplier.is_empty()
        && matches!(number.unit(chars), ['家' | '个' | '所' | '座' | '处']);
    let start = word.end + lead.chars().count();
    let list = start..view.clause(start).end;
    let rest = start..view.sentence(start).end;
    let is_open = view.has_any(&list, &["等", "及其", "附近"]);
    let listed = segments(view, list.clone());
    let said = view.words(number.digits.clone()).parse::<usize>().ok();
    let Some(said) = said.filter(|_| is_count && !is_open && listed.least >= 2) else {
        return;
    };
    let is_few = listed.most < said && view.has_any(&rest, &ONE_EACH);
    if listed.least > said || is_few {
        let text = view.words(number.range());
        findings
            .at(
                number.digits.start..list.end,
                format!("“{text}”与后面列出的{}处不符", listed.least),
            )
            .hint("核对数目和列出的各处");
    }
}
