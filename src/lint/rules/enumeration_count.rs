//! 以下四个方面：一是…二是…三是…: the count said is not the count given.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::lists::chinese_number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// 以下四个方面：一是…二是…三是…: the count said is not the count given.
pub(crate) const ENUMERATION_COUNT: Rule = Rule {
    name: "enumeration-count",
    title: "说的项数与列的项数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("enumeration_count.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.enumerations().iter().chain(view.numbered()) {
        let lead = list.markers[0];
        let sentence = lead.saturating_sub(24)..lead.saturating_sub(1);
        if !"：，。".contains(view.before(lead))
            || list.values.len() != list.values[list.values.len() - 1]
        {
            continue;
        }
        let Some((at, said)) = said(view, sentence) else {
            continue;
        };
        if said != list.markers.len() {
            let message = format!(
                "前面说“{}”，后面列出{}项",
                view.text(at..at + 4),
                list.markers.len()
            );
            findings.at(at..at + 4, message).hint("核对项数");
        }
    }
}

/// The count that stands right before the list: 四个方面, 三项措施, 五点意见.
fn said(view: &TextView<'_>, range: Range<usize>) -> Option<(usize, usize)> {
    let nouns = [
        "方面", "措施", "工作", "任务", "举措", "意见", "建议", "问题", "环节", "原则", "途径",
    ];
    let places = range
        .rev()
        .filter(|at| nouns.iter().any(|noun| view.is_at(*at, noun)));
    places.into_iter().find_map(|at| said_at(view, at))
}

/// The count before the noun at `at`.
fn said_at(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let last = at.checked_sub(1)?;
    let has_measure = "个项点条大".contains(view.char(last));
    // 四方面 goes without a measure word.
    if !has_measure && !view.is_at(at, "方面") {
        return None;
    }
    let numeral = last.checked_sub(usize::from(has_measure))?;
    let value = chinese_number(view.char(numeral))?;
    let is_plain = !is_chinese_digit(view.before(numeral)) && view.before(numeral) != '第';
    let ends = (at + 2..at + 8).any(|index| "：，。".contains(view.char(index)));
    (is_plain && ends).then_some((numeral, value))
}
