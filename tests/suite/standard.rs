//! `src/layout/GBT_9704.md` is in step with the code.

use std::collections::{BTreeMap, BTreeSet};

use fuhan::document::{HeadFormat, SealSpace};
use fuhan::export::pdf::pdf;
use fuhan::layout::{Fonts, PageStyle};
use fuhan::measure::{Reading, measure};

use crate::sample;

const PAGE: &str = include_str!("../../src/layout/GBT_9704.md");

/// A row of the page's table.
struct Clause {
    number: &'static str,
    state: &'static str,
    measures: Vec<(&'static str, &'static str)>,
}

fn clauses() -> Vec<Clause> {
    let rows = PAGE.lines().filter(|line| line.starts_with("| "));
    rows.skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            let measures = cells.get(3).copied().unwrap_or_default();
            let measures = measures.split('`').filter_map(|it| it.split_once(" = "));
            Clause {
                number: cells[0],
                state: cells[2],
                measures: measures.collect(),
            }
        })
        .collect()
}

/// Every field of the style with its value, as the page writes it.
fn measures() -> BTreeMap<String, String> {
    let printed = format!("{:#?}", PageStyle::default());
    let mut path: Vec<&str> = Vec::new();
    let mut measures = BTreeMap::new();
    for line in printed.lines().skip(1) {
        let line = line.trim();
        if line == "}," || line == ")," {
            path.pop();
        } else if let Some((name, value)) = line.split_once(": ") {
            path.push(name);
            if !value.ends_with(['{', '(']) {
                measures.insert(path.join("."), value.trim_end_matches(',').to_owned());
                path.pop();
            }
        } else if let Ok(number) = line.trim_end_matches(',').parse::<f64>() {
            let millimetres = (number * 1000.0).round() / 1000.0;
            measures.insert(path.join("."), format!("{millimetres} mm"));
        }
    }
    measures
}

#[test]
fn the_page_has_the_measures_of_the_code() {
    let written: BTreeMap<String, String> = clauses()
        .iter()
        .flat_map(|clause| clause.measures.clone())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    assert_eq!(written, measures());
    assert!(written.len() > 40);
}

#[test]
fn every_clause_has_a_state() {
    let clauses = clauses();
    assert!(clauses.len() > 35);
    for clause in clauses {
        let states = ["met", "checked", "user", "open", "no"];
        assert!(states.contains(&clause.state), "{}", clause.number);
    }
}

#[test]
fn checked_clauses_are_those_that_measure_reads_back() {
    let mut read = BTreeSet::new();
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        for seal in [SealSpace::None, SealSpace::Seal, SealSpace::NameStamp] {
            let mut document = sample::complete(format);
            let block = document.main_part.closing_block.as_mut();
            block.expect("the sample has one").seal_space = seal;
            let pages = sample::pages(&document);
            let file = pdf(&pages, &Fonts::bundled()).expect("the fonts are whole");
            let report = measure(&file, &PageStyle::default(), Reading::Given);
            let report = report.expect("it can be read");
            let found = report.measurements.iter().filter(|it| it.found.is_some());
            read.extend(found.map(|it| it.clause.split('（').next().unwrap_or_default()));
        }
    }
    let clauses = clauses();
    let checked = clauses.iter().filter(|clause| clause.state == "checked");
    let checked: BTreeSet<&str> = checked.map(|clause| clause.number).collect();
    assert_eq!(checked, read);
}
