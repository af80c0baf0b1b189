//! The repository's own workspace: it loads, passes `check`, and its outputs are current.

use std::path::Path;

use crate::workspace::{Run, Workspace};

#[test]
fn the_outputs_in_the_repository_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Workspace::empty().command(&["build", "--check"]);
    let output = command
        .current_dir(root)
        .output()
        .expect("the program starts");
    Run::from(output).success();
}

#[test]
fn the_repository_passes_check_without_a_word() {
    let run = Workspace::copy(".").run(&["check"]).success();
    assert_eq!(run.stderr, "");
}
