//! Whole workspaces with what they must give; see `../cases`.

use std::fs;
use std::path::Path;

use crate::pdf_text;
use crate::workspace::Workspace;

fn expected(case: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(case);
    fs::read_to_string(path.join("expected").join(name)).expect("the case has it")
}

/// The lines of a Markdown letter without headings' `#` and blank lines.
fn lines(markdown: &str) -> Vec<&str> {
    let lines = markdown
        .lines()
        .map(|line| line.trim_start_matches('#').trim_start());
    lines.filter(|line| !line.is_empty()).collect()
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

#[test]
fn the_seed_letter_comes_out_as_it_was_issued() {
    let workspace = Workspace::copy("seed_as_issued");
    workspace.run(&["build"]).success();
    let letter = expected("seed_as_issued", "letter.txt");
    let markdown = workspace.read("output/20220022.md");
    assert_eq!(lines(&markdown), letter.lines().collect::<Vec<_>>());
    let pdf = workspace.bytes("output/20220022.pdf");
    assert_eq!(pdf_text::squeezed(&pdf), squeezed(&letter));
}

#[test]
fn no_statistic_of_the_seed_letter_is_typed_in_prose() {
    let workspace = Workspace::copy("seed_as_issued");
    let measures = ["work", "protection", "results"].map(|name| {
        let facts = workspace.read(&format!("content/facts/{name}.yaml"));
        let (_, measures) = facts.split_once("measures:").expect("measures");
        measures.to_owned()
    });
    let prose = measures.concat();
    let literal: String = prose
        .split("{{")
        .map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest))
        .collect();
    let numbers = literal
        .split(|it: char| !it.is_ascii_digit())
        .filter(|run| !run.is_empty());
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    // Years, a month, and a section of a foreign law are no statistics.
    assert_eq!(numbers, ["2019", "2021", "2022", "2035", "337", "7"]);
}

#[test]
fn another_office_needs_no_rust() {
    let workspace = Workspace::copy("second_office");
    workspace.run(&["build"]).success();
    for id in ["joint", "plain"] {
        let markdown = workspace.read(&format!("output/{id}.md"));
        assert_eq!(markdown, expected("second_office", &format!("{id}.md")));
        let pdf = workspace.bytes(&format!("output/{id}.pdf"));
        let text: String = lines(&markdown).concat();
        assert_eq!(pdf_text::squeezed(&pdf), squeezed(&text), "{id}");
    }
}
