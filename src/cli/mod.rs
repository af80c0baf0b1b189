//! The command line: arguments in, messages and an exit code out.

mod args;
mod build;
mod check;
mod completions;
mod explain;
mod findings;
mod fixing;
mod fonts;
mod impact;
mod import;
mod init;
mod measure;
mod new;
mod public;
mod schema;
mod seal;
mod status;
mod summary;
mod terminal;
mod texts;
mod trace;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use args::Command;

use crate::error::Error;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing to mend.
    Clean,
    /// The writer has something to mend, or outputs are stale.
    Findings,
}

/// Runs a command line: exit code 0 is clean, 1 findings or stale outputs, 2 for the operator.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = match args::parse(arguments) {
        Ok(parsed) => parsed,
        Err(code) => return code,
    };
    match execute(parsed.command).and_then(printed_whole) {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(1),
        Err(error) => {
            terminal::error(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// How a command ended, if all of its result was printed.
fn printed_whole(end: End) -> Result<End, Error> {
    match terminal::failure() {
        Some(failure) => Err(Error::Output(crate::error::reason(failure))),
        None => Ok(end),
    }
}

fn execute(command: Command) -> Result<End, Error> {
    match command {
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Impact(arguments) => impact::run(&arguments),
        Command::Seal(arguments) => seal::run(&arguments),
        Command::Trace(arguments) => trace::run(&arguments),
        Command::Measure(arguments) => measure::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Fonts(arguments) => fonts::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => Ok(completions::run(&arguments)),
    }
}
