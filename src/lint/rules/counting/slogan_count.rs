//! “五定”制度，也就是 + six of them, “两免两补” + three 补: numbers inside quotation marks.

use std::ops::Range;

use super::lists::chinese_number;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// “五定”制度，也就是 + six of them, “两免两补” + three 补: numbers inside quotation marks.
pub(crate) const SLOGAN_COUNT: Rule = Rule {
    name: "slogan-count",
    title: "引号里的数与所列不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("slogan_count.md"),
};

/// More characters than such a phrase has.
const LONGEST: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('“') {
        if pair.close - pair.open > LONGEST || chinese_number(view.char(pair.open + 1)).is_none() {
            continue;
        }
        let Some(terms) = terms(view, pair.open + 1..pair.close) else {
            continue;
        };
        let items = items(view, pair.close);
        let wrong = items
            .and_then(|items| miscounted(&terms, &items))
            .or_else(|| {
                let items = first_items(view, pair.close)?;
                // “四查”制度，即事前预警查、事中抽样查、事后复核查: each item is one of what is counted.
                let noun = terms.first().map(|term| term.noun.as_str());
                let is_each = |it: &String| {
                    noun.is_some_and(|noun| it.ends_with(noun) || it.starts_with(noun))
                };
                let are_counted = terms.len() >= 2 || items.len() >= 2 && items.iter().all(is_each);
                miscounted(&terms, &items).filter(|_| are_counted)
            })
            .or_else(|| {
                let only = terms.first().filter(|_| terms.len() == 1)?;
                let items = meant_items(view, pair.close, &only.noun)?;
                miscounted(&terms, &items)
            })
            .or_else(|| {
                // “四个一”机制，即一名领导牵头、一个专班推进、一套方案实施，…: what follows has no more of them.
                let items = listed_ones(view, pair.close, &terms)?;
                miscounted(&terms, &items)
            })
            .or_else(|| told_otherwise(view, pair.close, &terms));
        if let Some((term, listed)) = wrong {
            let range = pair.open..pair.close + 1;
            let text = view.words(range.clone());
            let message = format!("{text}里的“{}”列出{listed}项", term.noun);
            findings.at(range, message).hint("核对数目和所列的各项");
        }
    }
}

/// A number and what it counts: 两 and 免.
struct Term {
    said: usize,
    noun: String,
}

/// 两免三补 as its terms; nothing if it is not made of numbers and nouns.
fn terms(view: &TextView<'_>, range: Range<usize>) -> Option<Vec<Term>> {
    let mut terms: Vec<Term> = Vec::new();
    for at in range {
        let character = view.char(at);
        let counts_ones = terms.last().is_some_and(|term| term.noun == "个");
        match chinese_number(character) {
            // 三个一批 counts 一批.
            Some(_) if counts_ones => terms.last_mut()?.noun = character.to_string(),
            Some(said) => terms.push(Term {
                said,
                noun: String::new(),
            }),
            None if is_han(character) => terms.last_mut()?.noun.push(character),
            None => return None,
        }
    }
    let is_short = |term: &Term| (1..=3).contains(&term.noun.chars().count());
    (terms.iter().all(is_short) && !terms.is_empty()).then_some(terms)
}

/// More characters than stand between the phrase and its list.
const LONGEST_LEAD: usize = 24;

/// What leads a list.
const LEADS: [&str; 7] = [
    "，即",
    "，也就是",
    "：",
    "，包括",
    "，就是",
    "，分别是",
    "，分别为",
];

/// The items that the sentence lists behind the phrase.
fn items(view: &TextView<'_>, close: usize) -> Option<Vec<String>> {
    let sentence = view.sentence(close);
    let text = view.words(list_start(view, close)?..sentence.end);
    let items = text.split(['、', '，', '；', '和']).map(str::to_owned);
    (!text.contains(['等', '“'])).then(|| items.collect())
}

/// Where the list behind the phrase begins.
fn list_start(view: &TextView<'_>, close: usize) -> Option<usize> {
    let end = view.sentence(close).end.min(close + LONGEST_LEAD);
    // In few sentences one of them stands.
    if !view.has_any(&(close..end), &LEADS) {
        return None;
    }
    let leads = LEADS.iter();
    leads
        .filter_map(|lead| Some((view.find(close..end, lead)?, lead)))
        .min_by_key(|(at, _)| *at)
        .map(|(at, lead)| at + lead.chars().count())
}

/// The items up to the first comma, if 、 parts them and the rest of the sentence says something else.
fn first_items(view: &TextView<'_>, close: usize) -> Option<Vec<String>> {
    let start = list_start(view, close)?;
    let text = view.words(start..view.clause(start).end);
    let rest = view.words(view.clause(start).end..view.sentence(start).end);
    let is_list = text.contains('、') && !text.contains(['等', '“']) && !rest.contains('、');
    is_list.then(|| text.split(['、', '和']).map(str::to_owned).collect())
}

/// The items up to the first comma that all begin with the one 一 that is counted, if no later clause does.
fn listed_ones(view: &TextView<'_>, close: usize, terms: &[Term]) -> Option<Vec<String>> {
    let [Term { noun, .. }] = terms else {
        return None;
    };
    let start = list_start(view, close).filter(|_| noun == "一")?;
    let text = view.words(start..view.clause(start).end);
    let items: Vec<String> = text.split('、').map(str::to_owned).collect();
    let rest = view.words(view.clause(start).end..view.sentence(start).end);
    let goes_on = rest
        .split(['、', '，', '；'])
        .any(|it| it.starts_with(noun.as_str()));
    let are_ones = items.iter().all(|it| it.starts_with(noun.as_str()));
    (are_ones && !goes_on && !text.contains('等')).then_some(items)
}

/// “四区”是指甲区、乙区、丙区，…: the items of one term, if the rest of the sentence names no more.
fn meant_items(view: &TextView<'_>, close: usize, noun: &str) -> Option<Vec<String>> {
    const MEANS: [&str; 8] = [
        "，分别是",
        "，分别为",
        "分别是",
        "分别为",
        "是指",
        "指的是",
        "即指",
        "，是指",
    ];
    let lead = view.one_of_at(close + 1, &MEANS)?;
    let start = close + 1 + lead.chars().count();
    let list = start..view.clause(start).end;
    let text = view.words(list.clone());
    let rest = view.words(list.end..view.sentence(start).end);
    let goes_on = ["，以及", "，还有", "，和", "，另", "，外加", "，加上"]
        .iter()
        .any(|it| rest.starts_with(it));
    let names_more = rest
        .split(['、', '，', '；', '和'])
        .any(|it| it.ends_with(noun));
    let is_list = text.contains('、') && !text.contains(['等', '“', '的', '（']);
    let items: Vec<String> = text.split(['、', '和']).map(str::to_owned).collect();
    let all_end = items.iter().all(|item| item.ends_with(noun));
    (is_list && all_end && !goes_on && !names_more).then_some(items)
}

/// The term of which another number is listed, if all others fit and every item belongs to one.
fn miscounted<'t>(terms: &'t [Term], items: &[String]) -> Option<(&'t Term, usize)> {
    let listed = |term: &Term| {
        let is_of = |item: &&String| match term.noun.chars().count() {
            1 => item.starts_with(&term.noun) || item.ends_with(&term.noun),
            _ => item.contains(&term.noun),
        };
        items.iter().filter(is_of).count()
    };
    let counts: Vec<(&Term, usize)> = terms.iter().map(|term| (term, listed(term))).collect();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let mut wrong = counts.iter().filter(|(term, count)| term.said != *count);
    let (term, count) = wrong.next().filter(|_| wrong.next().is_none())?;
    // “一核两带”: with another term beside it that fits, one of two is enough.
    let least = if counts.len() >= 2 { 1 } else { 2 };
    let is_near = *count >= least && term.said.abs_diff(*count) <= 2;
    (is_near && all == items.len()).then_some((*term, *count))
}

/// More quotations than explain the terms of a phrase.
const MOST_QUOTATIONS: usize = 40;

/// “一核两带四区”……“三区”指…: a term told with another number in the rest of the paragraph.
fn told_otherwise<'t>(
    view: &TextView<'_>,
    close: usize,
    terms: &'t [Term],
) -> Option<(&'t Term, usize)> {
    if terms.len() < 2 {
        return None;
    }
    let end = view.paragraph(close)?.range.end;
    let closed = &view.pairs().closed;
    let first = closed.partition_point(|pair| pair.close <= close);
    let rest = closed[first..].iter().take_while(|pair| pair.close < end);
    let quoted = rest
        .take(MOST_QUOTATIONS)
        .filter(|pair| view.char(pair.open) == '“' && pair.close - pair.open <= LONGEST);
    let parts: Vec<Term> = quoted
        .filter_map(|pair| only_term(view, pair.open + 1..pair.close))
        .collect();
    let part_of = |term: &Term| parts.iter().find(|part| part.noun == term.noun);
    // Each term has its part, one of them with another number.
    let are_told = terms.iter().all(|term| part_of(term).is_some());
    let differs = terms.iter().find_map(|term| {
        let part = part_of(term).filter(|part| part.said != term.said)?;
        Some((term, part.said))
    });
    differs.filter(|_| are_told)
}

fn only_term(view: &TextView<'_>, range: Range<usize>) -> Option<Term> {
    let mut found = terms(view, range)?;
    found.pop().filter(|_| found.is_empty())
}
