//! The manual of templates names everything that a template may name.

use std::collections::BTreeSet;

use super::names::calls::{FILTERS, FUNCTIONS, TESTS};
use super::names::variables::{ROOTS, Scope, Shape, shape};
use super::outline::outline;
use crate::facts::Aspect;

/// The bodies of templates in the manual.
fn examples() -> Vec<String> {
    let manual = include_str!("../../templates/README.md");
    let mut examples = Vec::new();
    let mut lines = manual.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let inside: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            if info.starts_with("tera") || info.starts_with("markdown templates/") {
                examples.push(inside.join("\n"));
            }
        }
    }
    examples
}

/// Every path that a template may name, figures and measures by their aspect alone.
fn paths() -> BTreeSet<String> {
    let aspects = Aspect::ALL.iter().map(|aspect| aspect.name());
    let mut paths = BTreeSet::new();
    for root in ROOTS.iter().copied().chain(aspects) {
        let shape = shape(root, Scope::Body).or_else(|| shape(root, Scope::Form));
        let names = match shape {
            Some(Shape::Map(names)) => names.iter().map(|name| format!("{root}.{name}")).collect(),
            Some(Shape::ListOf(names)) => names
                .iter()
                .map(|name| format!("{root}.*.{name}"))
                .collect(),
            Some(_) => vec![root.to_owned()],
            None => panic!("{root} has no shape"),
        };
        paths.extend(names);
    }
    paths
}

#[test]
fn the_manual_has_an_example_of_every_name() {
    let mut named = BTreeSet::new();
    for example in examples() {
        for reference in outline(&example).references {
            named.insert(reference.path[0].clone());
            named.insert(reference.path.join("."));
        }
    }
    let missing: Vec<_> = paths()
        .into_iter()
        .filter(|path| !named.contains(path))
        .collect();
    assert!(
        missing.is_empty(),
        "templates/README.md has no example of {missing:?}"
    );
}

#[test]
fn the_manual_has_an_example_of_every_filter_test_and_function() {
    let mut called = BTreeSet::new();
    for example in examples() {
        called.extend(
            outline(&example)
                .calls
                .into_iter()
                .map(|call| call.name.name),
        );
    }
    let all = [FILTERS, TESTS, FUNCTIONS].concat();
    let missing: Vec<_> = all
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !called.contains(*name))
        .collect();
    assert!(
        missing.is_empty(),
        "templates/README.md has no example of {missing:?}"
    );
}
