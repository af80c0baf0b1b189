//! 12路、27路、105路、306路……上述三条线路: fewer than were listed.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use std::ops::Range;

use crate::lint::rules::lists::chinese_number;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 12路、27路、105路、306路……上述三条线路: fewer than were listed.
pub(crate) const BACK_REFERENCE_COUNT: Rule = Rule {
    name: "back-reference-count",
    title: "“上述几项”与前面所列不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("back_reference_count.md"),
};

const WORDS: &[&str] = &["上述", "以上", "这"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(said) = chinese_number(view.char(word.end)).filter(|said| *said >= 2) else {
        return;
    };
    let is_count = "个项条家所种类处名位部".contains(view.char(word.end + 1));
    // It begins its clause; what it means was listed in the clause before.
    let clause = view.clause(word.start);
    if !is_count || clause.start != word.start || view.before(clause.start) != '，' {
        return;
    }
    let before = view.clause(clause.start - 1);
    let Some(listed) = even_items(view, before).filter(|listed| *listed != said) else {
        return;
    };
    let text = view.text(word.start..word.end + 2);
    findings
        .at(
            word.start..word.end + 2,
            format!("“{text}”与前面列出的{listed}项不符"),
        )
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
    let has_conjunction = clause.clone().any(|at| "和及与等".contains(view.char(at)));
    (most - least <= 2 && *most <= 8 && !has_conjunction).then_some(bounds.len() + 1)
}
