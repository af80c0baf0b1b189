//! `fuhan build`: makes the letters and says in one line each what was made.

use std::path::Path;

use super::args::{Build, FontsFrom};
use super::{End, summary, terminal};
use crate::build::outputs::Outcome;
use crate::build::{self, LetterReport, Mode, Options, Report};
use crate::error::Error;
use crate::project::Project;
use crate::project::fonts::FontChoice;

pub(super) fn run(arguments: &Build) -> Result<End, Error> {
    set_jobs(arguments.jobs)?;
    let project = Project::read(&arguments.workspace.folder)?;
    let options = Options {
        letters: arguments.letters.clone(),
        mode: mode(arguments),
        fonts: arguments.fonts.map(|from| match from {
            FontsFrom::System => FontChoice::Discover,
            FontsFrom::Bundled => FontChoice::Bundled,
        }),
    };
    let bar = terminal::Bar::new();
    let report = build::build(&project, &options, &bar);
    bar.finish();
    let report = report?;
    print(&report, &project.output());
    Ok(if report.has_findings() {
        End::Findings
    } else {
        End::Clean
    })
}

fn mode(arguments: &Build) -> Mode {
    match (arguments.check, arguments.force) {
        (true, _) => Mode::Compare,
        (false, true) => Mode::Overwrite,
        (false, false) => Mode::Write,
    }
}

/// Bounds the number of threads.
fn set_jobs(jobs: Option<usize>) -> Result<(), Error> {
    let Some(jobs) = jobs else { return Ok(()) };
    if jobs == 0 {
        return Err(Error::Option("“--jobs”至少是 1".to_owned()));
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build_global();
    pool.map_err(|error| Error::Option(format!("开不了 {jobs} 个线程：{error}")))
}

fn print(report: &Report, output: &Path) {
    let of_letters = report
        .letters
        .iter()
        .flat_map(|letter| letter.diagnostics.clone());
    terminal::diagnostics(report.diagnostics.iter().cloned().chain(of_letters));
    for notice in &report.notices {
        terminal::error_line(notice);
    }
    for letter in &report.letters {
        terminal::line(&letter_line(letter));
    }
    let built = report
        .letters
        .iter()
        .filter(|it| it.layout.is_some())
        .count();
    let failed = report.letters.len() - built;
    if report.letters.is_empty() {
        terminal::error_line("没有生成任何信件，原有输出没有改动");
    } else if failed > 0 {
        terminal::error_line(&format!(
            "{built}封已生成，{failed}封有错没有生成（原有输出没有改动），输出在 {}",
            output.display()
        ));
    }
}

/// One line a letter: what became of it, its pages, what was measured, its fonts, its time.
fn letter_line(letter: &LetterReport) -> String {
    let outcome = match &letter.outcome {
        Outcome::Written => "已生成".to_owned(),
        Outcome::Unchanged => "无变化".to_owned(),
        Outcome::Failed => return format!("{}  有错，没有生成", letter.id),
        Outcome::Edited(files) => format!(
            "{}被手工改过，没有覆盖（要覆盖用 --force）",
            files.join("、")
        ),
        Outcome::Stale(files) => format!("过期：{}（请运行 fuhan build）", files.join("、")),
    };
    let layout = letter.layout.as_ref();
    let measured = layout.map_or_else(String::new, |report| {
        format!("  {}", summary::summary(report))
    });
    let elapsed = terminal::duration(letter.elapsed);
    format!("{}  {outcome}{measured}  {elapsed}", letter.id)
}
