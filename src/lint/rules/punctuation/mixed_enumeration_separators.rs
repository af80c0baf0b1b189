//! 一是…；二是…。三是…。: the items are parted by different marks.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::enumerations::Enumeration;
use crate::lint::{Check, Rule};

/// 一是…；二是…。三是…。: the items are parted by different marks.
pub(crate) const MIXED_ENUMERATION_SEPARATORS: Rule = Rule {
    name: "mixed-enumeration-separators",
    title: "“一是”“二是”之间标点不一致",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("mixed_enumeration_separators.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        let marks: Vec<char> = list.separators().map(|at| view.char(at)).collect();
        let Some(expected) = expected(view, list, &marks) else {
            continue;
        };
        if is_undecided(&marks) && !has_stop(view, list) {
            of_three(list, findings);
            continue;
        }
        let wrong = list
            .separators()
            .enumerate()
            .find(|(_, at)| view.char(*at) != expected);
        if let Some((index, at)) = wrong {
            let label = list.label(view, index + 1);
            let message = format!(
                "“{label}”前面是“{}”，别的项前面是“{expected}”",
                view.char(at)
            );
            findings
                .at(at..at + 3, message)
                .hint(format!("各项之间统一用“{expected}”"))
                .suggest(at..at + 1, expected.to_string());
        }
    }
}

/// Whether there are but two marks, 。 and ；.
fn is_undecided(marks: &[char]) -> bool {
    matches!(marks, ['。', '；'] | ['；', '。'])
}

/// Whether an item but the last has a full stop inside, so that all have to end in one.
fn has_stop(view: &TextView<'_>, list: &Enumeration) -> bool {
    (0..list.markers.len() - 1).any(|index| view.find(list.item(index), "。").is_some())
}

/// 一是…。二是…；三是…: of two marks nobody can say which is the wrong one, so both are shown.
fn of_three(list: &Enumeration, findings: &mut Findings<'_>) {
    let places: Vec<usize> = list.separators().collect();
    if let [first, .., last] = places[..] {
        findings
            .at(first..last + 3, "各项之间有的用“。”，有的用“；”")
            .hint("各项之间统一用一种标点");
    }
}

/// The mark that should stand between the items; absent if they agree.
fn expected(view: &TextView<'_>, list: &Enumeration, marks: &[char]) -> Option<char> {
    let is_mixed = marks.iter().any(|mark| *mark != marks[0]);
    let is_short = marks.contains(&'、') && marks.contains(&'，');
    if !is_mixed || is_short || marks.iter().any(|mark| !"，；。、：".contains(*mark)) {
        return None;
    }
    let count = |mark: char| marks.iter().filter(|it| **it == mark).count();
    let full_stops = count('。');
    // 一是…。二是…，三是…: a comma cannot part sentences.
    let is_torn = marks.len() == 2 && full_stops == 1 && count('，') == 1;
    Some(
        if has_stop(view, list) || full_stops * 2 > marks.len() || is_torn {
            '。'
        } else if count('，') > 1 && count('，') + 1 == marks.len() && full_stops == 1 {
            '，'
        } else {
            '；'
        },
    )
}
