//! The `fuhan` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    fuhan::cli::run(std::env::args_os())
}
