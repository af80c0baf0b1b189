//! `fuhan completions`: what a shell needs to complete commands and options.

use clap::CommandFactory;

use super::args::{Arguments, Completions};
use super::{End, terminal};

pub(super) fn run(arguments: &Completions) -> End {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "fuhan",
        &mut script,
    );
    terminal::line(String::from_utf8_lossy(&script).trim_end());
    End::Clean
}
