//! 12路、27路、105路、306路……上述三条线路: fewer than were listed.

use std::ops::Range;

use super::lists::{chinese_number, number_at, one_digit};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::enumerations::Enumeration;
use crate::lint::{Check, Rule, Word};

/// 12路、27路、105路、306路……上述三条线路: fewer than were listed.
pub(crate) const BACK_REFERENCE_COUNT: Rule = Rule {
    name: "back-reference-count",
    title: "“上述几项”与前面所列不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("back_reference_count.md"),
};

const WORDS: &[&str] = &[
    "上述",
    "以上",
    "前述",
    "这",
    "大产业",
    "大工程",
    "大行动",
    "大体系",
    "大集群",
    "大基地",
    "大板块",
    "大任务",
    "大片区",
    "大领域",
];

/// How many of the words point back; the others are counted.
const POINTING: usize = 4;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number >= POINTING {
        return of_great(view, word, findings);
    }
    let written = view.char(word.end);
    // 上述6个村; 以上3.5个 and 以上12个 are something else.
    let is_part = word.number == 1 && written.is_ascii_digit();
    let Some(said) = one_digit(written).filter(|said| *said >= 2 && !is_part) else {
        return;
    };
    let is_count = view.is_any_at(word.end + 1, "个项条家所种类处名位部点步件");
    if is_count && of_list(view, word, said, findings) {
        return;
    }
    if is_count && of_count(view, word, said, findings) {
        return;
    }
    // It begins its clause; what it means was listed in the clause before.
    let clause = view.clause(word.start);
    if !is_count || clause.start != word.start || view.before(clause.start) != '，' {
        return;
    }
    // 甲、乙、丙三所新园……，前述三所新园: they were counted so before.
    let counted = view.words(word.end..word.end + 3);
    let is_counted = view
        .find(view.passage(word.start).start..word.start, counted)
        .is_some();
    if is_counted {
        return;
    }
    let before = view.clause(clause.start - 1);
    let Some(listed) = even_items(view, before).filter(|listed| *listed != said) else {
        return;
    };
    report(view, word, listed, findings);
}

/// 四大主导产业，五大产业产值: the clause before ends in another count of the same.
fn of_great(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 5;
    let Some(numeral) = word.start.checked_sub(1) else {
        return;
    };
    let clause = view.clause(word.start);
    let (Some(said), true) = (chinese_number(view.char(numeral)), clause.start == numeral) else {
        return;
    };
    let noun = view.words(word.start + 1..word.end);
    let Some(end) = numeral.checked_sub(3).filter(|end| view.is_at(*end, noun)) else {
        return;
    };
    let great = (end.saturating_sub(LONGEST)..end)
        .rev()
        .find(|at| view.char(*at) == '大');
    let before = great.and_then(|at| chinese_number(view.before(at)));
    // 三大产业 are the three sectors of an economy.
    let is_other = said == 3 && noun == "产业";
    if let Some(before) =
        before.filter(|it| *it != said && view.before(numeral) == '，' && !is_other)
    {
        let range = numeral..word.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”，前面说的是{before}个"))
            .hint("核对数目和名称");
    }
}

/// 首先，…；其次，…；最后，…。通过以上四步: the list of the sentences before has another length.
fn of_list(view: &TextView<'_>, word: Word, said: usize, findings: &mut Findings<'_>) -> bool {
    let sentence = view.sentence(word.start);
    let Some(paragraph) = view.paragraph(word.start) else {
        return false;
    };
    let is_before = |list: &&Enumeration| {
        let last = list.markers[list.markers.len() - 1];
        paragraph.range.contains(&last)
            && view.sentence(last).end + 1 == sentence.start
            && list.values[list.values.len() - 1] == list.values.len()
    };
    let Some(list) = view.lists_before(word.start).find(is_before) else {
        return false;
    };
    let opens = word.start - sentence.start <= 2;
    let is_wrong = opens && list.markers.len() != said;
    if is_wrong {
        report(view, word, list.markers.len(), findings);
    }
    is_wrong
}

/// 甲局、乙局、丙局、丁局四部门……前述三部门: another count of the same things.
fn of_count(view: &TextView<'_>, word: Word, said: usize, findings: &mut Findings<'_>) -> bool {
    let noun = view.words(word.end + 1..word.end + 3);
    let sentence = view.sentence(word.start);
    let counts = (sentence.start..word.start).filter_map(|at| {
        let (count, after) = number_at(view, at)?;
        (count >= 2 && view.is_at(after, noun)).then_some(count)
    });
    let counts: Vec<usize> = counts.collect();
    // 三个月以上六个月以下 is a range.
    let opens = view.is_any_before(word.start, "，。；：、由对将把从按\n");
    let is_meant = opens && !view.is_at(word.start, "这");
    match counts.as_slice() {
        [count] if *count != said && is_meant => {
            report(view, word, *count, findings);
            true
        }
        _ => false,
    }
}

fn report(view: &TextView<'_>, word: Word, listed: usize, findings: &mut Findings<'_>) {
    let range = word.start..word.end + 2;
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”与前面列出的{listed}项不符"))
        .hint("核对数目和名称");
}

/// How many short items of about the same length a clause lists; at least three.
fn even_items(view: &TextView<'_>, clause: Range<usize>) -> Option<usize> {
    let bounds: Vec<usize> = view
        .marks_in(clause.clone())
        .filter(|at| view.char(*at) == '、')
        .collect();
    let lengths: Vec<usize> = bounds
        .windows(2)
        .map(|pair| pair[1] - pair[0] - 1)
        .collect();
    let (least, most) = (lengths.iter().min()?, lengths.iter().max()?);
    let has_conjunction = clause.clone().any(|at| view.is_any_at(at, "和及与等"));
    (most - least <= 2 && *most <= 8 && !has_conjunction).then_some(bounds.len() + 1)
}
