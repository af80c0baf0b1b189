//! 两家会办单位市教育局、市财政局和市委编办: offices right behind their count.

use super::lists::{chinese_number, joins_names};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule, Word};

/// 两家会办单位市教育局、市财政局和市委编办: offices right behind their count.
pub(crate) const COUNTED_OFFICES: Rule = Rule {
    name: "counted-offices",
    title: "单位个数与后面的名称不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("counted_offices.md"),
};

const WORDS: &[&str] = &[
    "家单位",
    "个单位",
    "个部门",
    "家部门",
    "家会办单位",
    "个会办单位",
    "家协办单位",
    "个协办单位",
    "家承办单位",
    "家主办单位",
    "家责任单位",
    "家成员单位",
    "家相关单位",
    "个相关部门",
    "个责任单位",
];

/// More characters than a list of offices has.
const LONGEST: usize = 120;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(numeral) = word.start.checked_sub(1) else {
        return;
    };
    let is_plain =
        !is_chinese_digit(view.before(numeral)) && !view.is_any_before(numeral, "第前每其余各");
    let said = chinese_number(view.char(numeral)).filter(|said| is_plain && *said >= 2);
    let Some((said, listed)) = said.zip(offices(view, word.end)) else {
        return;
    };
    if listed != said {
        let text = view.words(numeral..word.end);
        findings
            .at(
                numeral..word.end,
                format!("“{text}”与后面列出的{listed}个名称不符"),
            )
            .hint("核对数目和名称");
    }
}

/// How many offices of one level stand at `at`, joined by 、 or 和; at least two, and all there are.
fn offices(view: &TextView<'_>, at: usize) -> Option<usize> {
    let level = view.char(at);
    let mut start = at;
    let mut count = 0;
    "省市县区州旗".contains(level).then_some(())?;
    for here in at..at + LONGEST {
        let is_joint = view.char(here) == '、' || joins_names(view, here);
        let is_end = !is_joint && (view.is_any_at(here, "的等") || !is_han(view.char(here)));
        if !is_joint && !is_end {
            continue;
        }
        if here < start + 3 || view.char(start) != level {
            return None;
        }
        count += 1;
        start = here + 1;
        if is_end {
            return (count >= 2 && view.char(here) != '等').then_some(count);
        }
    }
    None
}
