//! 超过84万件以上.

use super::doubled_approximation::said_twice;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::NO_APPROXIMATION;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// 超过84万件以上.
pub(crate) const DOUBLED_BOUND: Rule = Rule {
    name: "doubled-bound",
    title: "界限说了两次",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_bound.md"),
};

const BEFORE: &[(&str, &[&str])] = &[
    ("超过", &["以上", "多", "余"]),
    ("突破", &["以上", "多", "余"]),
    ("不少于", &["以上", "多", "余"]),
    ("不低于", &["以上", "多", "余"]),
    ("不得少于", &["以上"]),
    ("不得低于", &["以上"]),
    ("至少", &["以上"]),
    ("约", &["以上"]),
    ("大约", &["以上"]),
    ("不超过", &["以内", "以下", "以上"]),
    ("不高于", &["以下", "以内"]),
    ("不多于", &["以下", "以内"]),
    ("最多", &["以内", "以下"]),
    ("高于", &["以上"]),
    ("多于", &["以上"]),
    ("大于", &["以上"]),
    ("不小于", &["以上"]),
    ("低于", &["以下"]),
    ("少于", &["以下"]),
    ("小于", &["以下"]),
    ("不大于", &["以下", "以内"]),
    ("不得超过", &["以内", "以下", "以上"]),
    ("不得高于", &["以内", "以下"]),
    ("不得多于", &["以内", "以下"]),
    ("逾", &["以上", "多", "余"]),
];

/// The last characters of those words.
const LAST: &str = "于过少多约逾破";

/// 至少配备计算机12台以上: the first word stands a little before the number.
fn apart(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    if number.unit.is_empty() || !view.is_at(number.unit.end, "以上") {
        return;
    }
    if let Some((from, _)) = view.one_of_within(number.digits.start, 8, &["至少"]) {
        let end = number.unit.end + 2;
        said_twice(view, from..end, ["至少", "以上"], findings);
    }
}

/// 60周岁至70周岁以下: a range that ends in a number has no other bound.
fn of_range(view: &TextView<'_>, pair: &[Number], findings: &mut Findings<'_>) {
    let [from, to] = pair else {
        return;
    };
    let mark = from.unit.end;
    let is_range = to.digits.start == mark + 1 && view.is_any_at(mark, "至到—～");
    let is_bound = view.is_at(to.unit.end, "以下");
    let chars = view.chars();
    let is_of_age = from.unit(chars).ends_with(&['岁']) && from.unit(chars) == to.unit(chars);
    if is_range && is_bound && is_of_age {
        let range = from.digits.start..to.unit.end + 2;
        let text = view.words(range.clone());
        findings
            .warn(range, format!("“{text}”：“至”和“以下”重复"))
            .hint("写“60周岁至69周岁”，或者“60周岁以上70周岁以下”");
    }
}

/// 超过七成以上: tenths in Chinese numerals.
fn of_tenths(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('成') {
        let start = at.saturating_sub(1);
        let before = view.one_of_before(start, &["超过", "不低于", "不少于", "高于"]);
        let is_bound = view.is_at(at + 1, "以上") && is_chinese_digit(view.char(start));
        if let Some(before) = before.filter(|_| is_bound) {
            let from = start - before.chars().count();
            said_twice(view, from..at + 3, [before, "以上"], findings);
        }
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    of_tenths(view, findings);
    for pair in view.numbers().windows(2) {
        of_range(view, pair, findings);
    }
    for number in view.numbers() {
        let start = number.digits.start;
        // Most numbers have no such word before them, which its last character tells.
        if !view.is_any_before(start, LAST) {
            apart(view, number, findings);
            continue;
        }
        let candidates = BEFORE.iter().filter(|(word, _)| view.ends_at(start, word));
        let Some((before, afters)) = candidates.max_by_key(|(word, _)| word.len()) else {
            apart(view, number, findings);
            continue;
        };
        let from = start - before.chars().count();
        if *before == "约" && view.is_any_before(from, NO_APPROXIMATION) {
            continue;
        }
        // 2000场次以上: the unit may go on by a character.
        let longer = number.unit.end + usize::from(view.is_any_at(number.unit.end, "次套"));
        let places = [number.multiplier.end, number.unit.end, longer];
        let after = places
            .into_iter()
            .find_map(|at| Some((at, view.one_of_at(at, afters)?)));
        if let Some((at, after)) = after {
            let end = (at + after.chars().count()).max(number.unit.end);
            said_twice(view, from..end, [before, after], findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_ends_in_one_of_the_characters_that_are_looked_at_first() {
        for (word, _) in BEFORE {
            assert!(word.ends_with(|last| LAST.contains(last)), "{word}");
        }
    }
}
