//! The repository's own workspace: it loads, passes `check`, and its outputs are current.

use std::fs;
use std::path::Path;

use crate::workspace::Workspace;

#[test]
fn the_outputs_in_the_repository_are_current() {
    Workspace::copy(".").run(&["build", "--check"]).success();
}

#[test]
fn the_repository_passes_check_without_a_word() {
    let run = Workspace::copy(".").run(&["check"]).success();
    assert_eq!(run.stderr, "");
}

#[test]
fn what_the_readme_shows_and_links_to_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let targets = readme
        .split("](")
        .skip(1)
        .filter_map(|it| it.split(')').next());
    let files = targets.filter(|it| !it.starts_with("https://") && !it.starts_with('#'));
    let lost: Vec<_> = files.filter(|it| !root.join(it).exists()).collect();
    assert!(
        lost.is_empty(),
        "README.md links to what is not there: {lost:?}"
    );
}
