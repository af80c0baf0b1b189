//! 三名副局长（李明、王建国）: fewer names than are counted.

use super::lists::one_digit;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::{Check, Rule};

/// 三名副局长（李明、王建国）: fewer names than are counted.
pub(crate) const COUNTED_NAMES_MISMATCH: Rule = Rule {
    name: "counted-names-mismatch",
    title: "数目与括号里的名单不符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("counted_names_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let pairs = view.pairs().closed.iter();
    for pair in pairs.filter(|pair| view.char(pair.open) == '（') {
        let Some((at, said)) = count_before(view, pair.open) else {
            continue;
        };
        let Some(listed) = names(view, pair.open + 1, pair.close).filter(|it| *it != said) else {
            continue;
        };
        let text = view.words(at..pair.open);
        findings
            .at(
                at..pair.open,
                format!("“{text}”与括号里的{listed}个名称不符"),
            )
            .hint("核对数目和名称；没有列全就加“等”");
    }
}

/// The count with its noun of one to five characters that ends at `open`: 三名副局长.
fn count_before(view: &TextView<'_>, open: usize) -> Option<(usize, usize)> {
    let floor = open.saturating_sub(7);
    let measure = (floor..open.saturating_sub(1))
        .rev()
        .find(|at| view.is_any_at(*at, "名位个家所座处项"))?;
    let numeral = measure.checked_sub(1)?;
    let said = one_digit(view.char(numeral)).filter(|said| *said >= 2)?;
    let before = view.before(numeral);
    let is_plain = !is_any_digit(before) && before != '.' && !"第前这那每其各余".contains(before);
    // 4项和提升类（养老、托育）: another group follows the count.
    let is_noun =
        (measure + 1..open).all(|at| is_han(view.char(at)) && !"和与及".contains(view.char(at)));
    (is_plain && is_noun).then_some((numeral, said))
}

/// How many names of two to eight characters stand in parentheses and nothing else; at least two.
fn names(view: &TextView<'_>, start: usize, end: usize) -> Option<usize> {
    let text = view.words(start..end);
    let parts: Vec<&str> = text.split('、').collect();
    let is_name = |part: &&str| {
        let length = part.chars().count();
        (2..=8).contains(&length)
            && part.chars().all(is_han)
            && !part.contains(['等', '和', '及', '与', '含', '或'])
    };
    (parts.len() >= 2 && parts.iter().all(is_name)).then_some(parts.len())
}
