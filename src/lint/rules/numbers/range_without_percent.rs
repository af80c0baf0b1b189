//! 15～30%.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 15～30%.
pub(crate) const RANGE_WITHOUT_PERCENT: Rule = Rule {
    name: "range-without-percent",
    title: "百分数范围的前一个数缺“%”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("range_without_percent.md"),
};

/// 45%至52之间: the second number lacks it.
fn second_without(
    view: &TextView<'_>,
    first: &Number,
    second: &Number,
    findings: &mut Findings<'_>,
) {
    let mark = first.unit.end;
    let is_range = second.digits.start == mark + 1 && view.is_any_at(mark, "～~至");
    if !is_range || !first.is_percent(view.chars()) {
        return;
    }
    let ends = view.one_of_at(second.digits.end, &["之间", "，", "。", "；", "左右"]);
    // 40%～60给予补助: ～ has a range on both sides, whatever follows.
    let is_bare = second.multiplier.is_empty()
        && second.unit.is_empty()
        && (ends.is_some() || view.char(mark) == '～' && is_han(view.char(second.digits.end)));
    if is_bare {
        let range = first.digits.start..second.digits.end;
        let text = view.words(range.clone());
        let end = second.digits.end;
        findings
            .at(range, format!("“{text}”的后一个数没有“%”"))
            .hint("两个数都写“%”，中间用“～”")
            .suggest(end - 1..end, format!("{}%", view.char(end - 1)));
    }
}

/// 占规模以上工业总产值的38.6，: a share without its mark.
fn share_without(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const NEAR: usize = 20;
    let behind_de = |it: &&Number| view.before(it.digits.start) == '的';
    for number in view.numbers().iter().filter(behind_de) {
        let start = number.digits.start;
        let is_bare = number.unit.is_empty()
            && number.multiplier.is_empty()
            && view.words(number.digits.clone()).contains('.');
        let clause = view.clause(start).start.max(start.saturating_sub(NEAR))..start;
        let is_share = is_bare && view.has_any(&clause, &["占"]);
        if is_share && view.is_any_at(number.digits.end, "，。；") {
            let text = view.words(number.digits.clone());
            findings
                .at(number.digits.clone(), format!("占比“{text}”后面缺“%”"))
                .hint("补上“%”")
                .suggest(number.digits.end..number.digits.end, "%");
        }
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    share_without(view, findings);
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        second_without(view, first, second, findings);
        let mark = first.digits.end;
        let is_range = second.digits.start == mark + 1 && view.is_any_at(mark, "～~-—–至");
        let is_share = first.unit.is_empty() && second.is_percent(view.chars());
        if is_range
            && is_share
            && !first.is_year(view.chars())
            && !view.before(first.digits.start).is_ascii_alphabetic()
        {
            let text = view.words(first.digits.start..second.unit.end);
            findings
                .at(
                    first.digits.start..second.unit.end,
                    format!("“{text}”的前一个数没有“%”"),
                )
                .hint("两个数都写“%”，中间用“～”")
                .suggest(mark..mark + 1, "%～");
        }
    }
}
