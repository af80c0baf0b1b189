//! A foreign abbreviation that is not explained.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// A foreign abbreviation that is not explained.
pub(crate) const UNEXPLAINED_ABBREVIATION: Rule = Rule {
    name: "unexplained-abbreviation",
    title: "外文缩写没有解释",
    severity: Severity::Hint,
    check: Check::Text(check),
    page: include_str!("unexplained_abbreviation.md"),
};

/// What everybody knows.
const KNOWN: [&str; 40] = [
    "GDP", "APP", "PPP", "CEO", "CPI", "PM", "WTO", "IP", "IT", "AI", "VR", "AR", "LED", "GPS",
    "ICU", "CT", "DNA", "PDF", "ISO", "GB", "QQ", "KTV", "ATM", "LNG", "PVC", "ETC", "EMS", "MBA",
    "PK", "VIP", "USB", "WIFI", "COD", "COVID", "AAA", "AAAA", "AAAAA", "II", "III", "IV",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let is_start = |at: &usize| !view.before(*at).is_ascii_alphanumeric();
    let capitals: Vec<char> = ('A'..='Z').collect();
    for at in view.places_of_any(&capitals).into_iter().filter(is_start) {
        let length = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric())
            .count();
        let word = at..at + length;
        let letters = chars[word.clone()].iter();
        if !(3..=6).contains(&length) || !letters.clone().all(char::is_ascii_uppercase) {
            continue;
        }
        let text: String = letters.collect();
        let is_free = !view.in_title(word.start) && !view.in_quotes(word.start);
        let stands_alone =
            is_han_or_stop(view.before(word.start)) && is_han_or_stop(view.char(word.end));
        if !is_free || !stands_alone || KNOWN.contains(&text.as_str()) || !seen.insert(text.clone())
        {
            continue;
        }
        let is_explained = view.in_parentheses(word.start) || view.is_any_at(word.end, "（(");
        if !is_explained {
            findings
                .at(word, format!("外文缩写“{text}”第一次出现没有解释"))
                .hint("先写中文全称，再在括号里写缩写");
        }
    }
}

fn is_han_or_stop(character: char) -> bool {
    !character.is_ascii() || character == '\n'
}
