//! 江苏省杭州市: a city that belongs to another province.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 江苏省杭州市: a city that belongs to another province.
pub(crate) const CITY_OF_OTHER_PROVINCE: Rule = Rule {
    name: "city-of-other-province",
    title: "市不在这个省",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("city_of_other_province.md"),
};

/// The cities of the provinces; see its head.
const LIST: &str = include_str!("provinces.txt");

const WORDS: &[&str] = &["省"];

/// The longest name of a city, without 市.
const LONGEST: usize = 4;

/// The provinces of the list, each with its cities.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIST.lines().filter_map(|line| line.split_once(':'))
}

/// The province of each city.
fn provinces() -> &'static FxHashMap<&'static str, &'static str> {
    static PROVINCES: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    PROVINCES.get_or_init(|| {
        lines()
            .flat_map(|(province, cities)| cities.split(' ').map(move |city| (city, province)))
            .collect()
    })
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(city) = city_at(view, word.end) else {
        return;
    };
    let right = provinces()[city];
    let length = city.chars().count();
    let mut names = lines().map(|(province, _)| province);
    let named = names.find(|it| view.ends_at(word.start, it));
    if let Some(named) = named.filter(|it| *it != right) {
        let start = word.start - named.chars().count();
        let text = view.words(start..word.end + length + 1);
        findings
            .at(
                start..word.end + length + 1,
                format!("“{text}”：{city}市属于{right}省"),
            )
            .hint("核对省名和市名")
            .suggest(start..word.start, right);
    }
}

/// The city of the list whose name, with 市, stands at `at`.
fn city_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v str> {
    (2..=LONGEST).find_map(|length| {
        let name = view.words(at..at + length);
        (view.char(at + length) == '市' && provinces().contains_key(name)).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_city_is_of_one_province() {
        let count: usize = lines().map(|(_, cities)| cities.split(' ').count()).sum();
        assert_eq!(count, provinces().len());
    }
}
