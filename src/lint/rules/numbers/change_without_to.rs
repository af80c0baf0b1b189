//! 由10家增加20家: the end of the change lacks 到.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::arithmetic::added_as_whole::added_as_whole;
use crate::lint::rules::arithmetic::difference_as_end::difference_as_end;
use crate::lint::view::TextView;
use crate::lint::view::changes::before_each;
use crate::lint::view::leading_period::told;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 由10家增加20家: the end of the change lacks 到.
pub(crate) const CHANGE_WITHOUT_TO: Rule = Rule {
    name: "change-without-to",
    title: "“由……增加……”缺“到”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("change_without_to.md"),
};

const VERBS: &[&str] = &[
    "增加", "增长", "提高", "提升", "上升", "减少", "下降", "降低", "压缩", "缩短",
];

/// How long a verb is at most, 了 behind it.
const LONGEST: usize = 3;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    added_as_whole(view, findings);
    difference_as_end(view, findings);
    let numbers = view.numbers();
    for index in 1..numbers.len() {
        let (from, to) = (&numbers[index - 1], &numbers[index]);
        to_dated(view, from, to, findings);
        if !lacks_to(view, from, to) || is_difference(view, from, to) {
            continue;
        }
        let period = told(view, numbers, index - 1);
        if let Some(start) = begin(view, before_each(view, period.start)) {
            let text = view.words(start..to.unit.end);
            findings
                .at(start..to.unit.end, format!("“{text}”里缺“到”"))
                .hint("说到达的数用“增加到”，说增加的数不要用“由”");
        }
    }
}

/// 由2020年的18座增加了2023年的42座: what has a year of its own was reached.
fn to_dated(view: &TextView<'_>, from: &Number, year: &Number, findings: &mut Findings<'_>) {
    // Most numbers stand farther apart, or behind something else.
    if !year.is_year(view.chars()) || year.digits.start > from.unit.end + LONGEST {
        return;
    }
    let verb = view.one_of_at(from.unit.end, VERBS);
    let end = verb.map_or(0, |verb| from.unit.end + verb.chars().count());
    let has_le = view.char(end) == '了';
    let is_led = verb.is_some() && end + usize::from(has_le) == year.digits.start;
    let clause = view.clause(from.digits.start).start..from.digits.start;
    let begins = || view.has_any(&clause, &["由", "从"]);
    if is_led && view.char(year.unit.end) == '的' && begins() {
        let text = view.words(from.digits.start..year.unit.end);
        let (range, message) = match has_le {
            true => (end..end + 1, format!("“{text}”里的“了”应当是“到”")),
            false => (
                from.digits.start..year.unit.end,
                format!("“{text}”里缺“到”"),
            ),
        };
        findings
            .at(range, message)
            .hint("说到达的数用“增加到”")
            .suggest(end..end + usize::from(has_le), "到");
    }
}

/// Whether nothing but a verb stands between two numbers of one unit, and no 到 after them.
fn lacks_to(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    // Few numbers stand so near that a verb alone parts them.
    if from.unit.is_empty() || to.digits.start - from.unit.end > LONGEST {
        return false;
    }
    let same_unit = from.unit(view.chars()) == to.unit(view.chars());
    let verb = view.one_of_at(from.unit.end, VERBS);
    let adjoins = verb.is_some_and(|verb| {
        let end = from.unit.end + verb.chars().count();
        end + usize::from(view.char(end) == '了') == to.digits.start
    });
    same_unit && adjoins && !view.is_any_at(to.unit.end, "到至")
}

/// 2018年末1660万人，由上年末的3046万人减少1386万人: what is left was told before, and so a difference is meant.
fn is_difference(view: &TextView<'_>, from: &Number, by: &Number) -> bool {
    let chars = view.chars();
    let before = view.passage(from.digits.start).start..from.digits.start;
    let Some((from, by)) = from.value(chars).zip(by.value(chars)) else {
        return false;
    };
    let mut before = view.numbers_in(before).iter();
    before.any(|it| it.value(chars) == Some(from - by) || it.value(chars) == Some(from + by))
}

/// Where 由 or 从 stands right before `at`.
fn begin(view: &TextView<'_>, at: usize) -> Option<usize> {
    let begins = |at: usize| view.is_any_before(at, "由从") && !view.ends_at(at, "自由");
    if begins(at) {
        return Some(at - 1);
    }
    // 由“十三五”初的2家增加了5家: words that date the number may stand between, and 由市里的3家 has none.
    const LONGEST: usize = 10;
    let clause = view.clause(at);
    let near = clause.start.max(at.saturating_sub(LONGEST))..at;
    let dates = |from: usize| {
        let between = from + 1..at;
        !view.has_mark(&between, "、（）")
            && between
                .clone()
                .any(|at| view.is_any_at(at, "年初末底期时前月"))
    };
    let found = near
        .rev()
        .find(|from| begins(from + 1))
        .filter(|from| dates(*from));
    found.filter(|_| view.before(at) == '的')
}
