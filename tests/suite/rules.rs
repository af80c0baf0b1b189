//! Runs every rule's page: each wrong example is reported by exactly this rule, no right one is.

use std::path::PathBuf;

use fuhan::diagnostic::{Diagnostic, Severity};
use fuhan::lint::page::Page;
use fuhan::lint::{GROUPS, LintConfig, RULES, text};
use fuhan::source::Source;

use crate::example_workspace;

/// What is found in a text, or in the workspace of the examples with some files changed.
fn found(example: &str) -> Vec<Diagnostic> {
    if is_of_workspace(example) {
        return example_workspace::found(example);
    }
    text(&Source::new("例.md", example), &LintConfig::default())
}

fn is_of_workspace(example: &str) -> bool {
    ["# content/", "# templates/"]
        .iter()
        .any(|start| example.starts_with(start))
}

fn described(found: &[Diagnostic]) -> String {
    let lines = found.iter().map(|one| {
        format!(
            "  {}[{}] {:?} {}",
            one.severity.as_chinese(),
            one.rule,
            one.place,
            one.message
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_page_has_the_fixed_headings_and_the_rules_title() {
    for rule in RULES {
        let page = Page::parse(rule.page).unwrap_or_else(|| panic!("{}", rule.name));
        assert_eq!(page.title, rule.title, "{}", rule.name);
        assert!(
            page.sections.iter().all(|section| !section.is_empty()),
            "{}",
            rule.name
        );
        assert!(
            !page.wrong().is_empty() && !page.right().is_empty(),
            "{}",
            rule.name
        );
    }
}

#[test]
fn every_wrong_example_is_reported_by_exactly_its_rule() {
    let mut faults = Vec::new();
    for rule in RULES {
        for example in Page::parse(rule.page)
            .map(|page| page.wrong())
            .unwrap_or_default()
        {
            let mut found = found(example);
            if is_of_workspace(example) {
                // A workspace has more to hint at than what the example shows.
                found.retain(|one| one.severity > Severity::Hint || one.rule == rule.name);
            }
            if found.is_empty() || found.iter().any(|one| one.rule != rule.name) {
                faults.push(format!("{}: {example}\n{}", rule.name, described(&found)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_right_example_is_reported_as_an_error_or_a_warning() {
    let mut faults = Vec::new();
    for rule in RULES {
        for example in Page::parse(rule.page)
            .map(|page| page.right())
            .unwrap_or_default()
        {
            let mut found = found(example);
            found.retain(|one| one.severity > Severity::Hint || one.rule == rule.name);
            if !found.is_empty() {
                faults.push(format!("{}: {example}\n{}", rule.name, described(&found)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rules_of_a_group_are_registered_in_alphabetical_order() {
    for group in &GROUPS {
        let names: Vec<&str> = group.rules.iter().map(|rule| rule.name).collect();
        assert!(names.is_sorted(), "{}: {names:?}", group.title);
    }
}

#[test]
fn every_rule_file_has_a_page_and_is_registered_once() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/rules");
    let entries = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut pages: Vec<String> = entries(folder.into())
        .flat_map(|group| entries(group.path()))
        .filter_map(|page| page.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".md")?.replace('_', "-")))
        .collect();
    pages.sort_unstable();
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    assert_eq!(pages, names);
}
