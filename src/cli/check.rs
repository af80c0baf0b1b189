//! `fuhan check`: runs every stage without writing a file.

use super::args::Check;
use super::{End, terminal};
use crate::build::{self, Mode, Options};
use crate::error::Error;
use crate::project::Project;

pub(super) fn run(arguments: &Check) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let options = Options {
        letters: arguments.letters.clone(),
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
    };
    let bar = terminal::Bar::new();
    let report = build::build(&project, &options, &bar);
    bar.finish();
    let report = report?;
    let of_letters = report
        .letters
        .iter()
        .flat_map(|letter| letter.diagnostics.clone());
    terminal::diagnostics(report.diagnostics.iter().cloned().chain(of_letters));
    if report.has_findings() {
        return Ok(End::Findings);
    }
    terminal::line(&format!("检查了{}封信件，没有错误", report.letters.len()));
    Ok(End::Clean)
}
