//! The repository's own workspace: it loads, passes `check`, and its outputs are current.

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
