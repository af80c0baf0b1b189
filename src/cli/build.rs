//! `fuhan build`: makes the letters and says in one line each what was made.

use std::path::Path;

use super::args::{Build, FontsFrom};
use super::{End, summary, terminal};
use crate::build::archive::{self, Archived, Enclosed};
use crate::build::compare::LineChange;
use crate::build::outputs::Outcome;
use crate::build::plan::FORM_SUFFIX;
use crate::build::{self, LetterReport, Mode, Options, Orphan, Report};
use crate::error::Error;
use crate::project::Project;
use crate::project::fonts::FontChoice;

pub(super) fn run(arguments: &Build) -> Result<End, Error> {
    set_jobs(arguments.jobs)?;
    if arguments.watch {
        return super::watch::run(arguments);
    }
    build_and_print(arguments)
}

/// Builds once and says what was made.
pub(super) fn build_and_print(arguments: &Build) -> Result<End, Error> {
    let project = read(arguments)?;
    let options = Options {
        letters: arguments.letters.clone(),
        mode: mode(arguments),
        fonts: arguments.fonts.map(|from| match from {
            FontsFrom::System => FontChoice::Discover,
            FontsFrom::Bundled => FontChoice::Bundled,
        }),
        prunes: arguments.prune,
        archive: arguments
            .archive
            .then(|| Enclosed::asked_for(arguments.attach)),
    };
    if arguments.review {
        return review(&project, &options);
    }
    if arguments.public {
        return super::public::run(&project, &options);
    }
    let bar = terminal::Bar::new();
    let report = build::build(&project, &options, &bar);
    bar.finish();
    let report = report?;
    print(&report, arguments.explain, &project.output());
    for archived in archive::archive(&project, &options, &report)? {
        terminal::line(&archive_line(&archived));
    }
    // For CI an output without its letter is as stale as any other.
    let has_stale = arguments.check && !report.orphans.is_empty();
    Ok(if report.has_findings() || has_stale {
        End::Findings
    } else {
        End::Clean
    })
}

/// The workspace; letters that are only built are read one by one.
fn read(arguments: &Build) -> Result<Project, Error> {
    let folder = &arguments.workspace.folder;
    let is_plain = !(arguments.review || arguments.public || arguments.check);
    match is_plain {
        true => Project::open(folder),
        false => Project::read(folder),
    }
}

/// Makes review copies and says in one line each what they hold.
fn review(project: &Project, options: &Options) -> Result<End, Error> {
    let bar = terminal::Bar::new();
    let made = build::review::review(project, options, &bar);
    bar.finish();
    let (reviews, shared) = made?;
    let own = reviews.iter().flat_map(|it| it.diagnostics.clone());
    terminal::diagnostics(shared.into_iter().chain(own));
    for copy in &reviews {
        let (letter, name) = (&copy.letter, &copy.name);
        terminal::line(&match copy.figures {
            _ if copy.is_kept => {
                format!("{letter}  {name} 里有别人的批注，没有覆盖（要覆盖用 --force）")
            }
            Some(figures) if copy.is_overwritten => {
                format!("{letter}  {name}，{figures}处数字带出处，覆盖了里面别人的批注")
            }
            Some(figures) => format!("{letter}  {name}，{figures}处数字带出处"),
            None => format!("{letter}  有错，没有生成"),
        });
    }
    let is_whole = |copy: &build::review::Review| copy.figures.is_some() && !copy.is_kept;
    let is_clean = !reviews.is_empty() && reviews.iter().all(is_whole);
    Ok(if is_clean { End::Clean } else { End::Findings })
}

fn archive_line(archived: &Archived) -> String {
    match archived {
        Archived::Written(id) => format!("{}  已归档", archive::file_name(id)),
        Archived::Undated(id) => format!("{id}  还没有成文日期，没有归档"),
        Archived::Failed(id) => format!("{id}  有错，没有归档"),
    }
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

fn print(report: &Report, explains: bool, output: &Path) {
    let of_letters = report
        .letters
        .iter()
        .flat_map(|letter| letter.diagnostics.clone());
    terminal::diagnostics(report.diagnostics.iter().cloned().chain(of_letters));
    for notice in &report.notices {
        terminal::error_line(notice);
    }
    for letter in report
        .letters
        .iter()
        .filter(|it| !is_left_alone(it) && it.outcome != Outcome::Sealed)
    {
        print_letter(letter, explains);
    }
    let left_alone = report.letters.iter().filter(|it| is_left_alone(it)).count();
    let left_alone = left_alone + report.left_alone;
    if left_alone > 0 {
        terminal::line(&format!("{left_alone}封无变化"));
    }
    let letters = report.letters.iter();
    let sealed = letters.filter(|it| it.outcome == Outcome::Sealed).count();
    if sealed > 0 {
        terminal::line(&format!("{sealed}封已封存，没有动"));
    }
    report.orphans.iter().for_each(print_orphan);
    print_counts(report, output);
}

fn is_left_alone(letter: &LetterReport) -> bool {
    letter.outcome == Outcome::Unchanged && letter.reasons.is_empty()
}

fn print_letter(letter: &LetterReport, explains: bool) {
    terminal::line(&letter_line(letter));
    if explains {
        for reason in &letter.reasons {
            terminal::line(&format!("    因为 {reason}"));
        }
    }
    if let Outcome::Stale(faults) = &letter.outcome {
        for fault in faults {
            terminal::line(&format!("    {}：{}", fault.kind.as_chinese(), fault.name));
            fault.lines.iter().for_each(print_change);
        }
    }
}

/// A line of a file that is not as the content gives it, or the one that it gives.
fn print_change(change: &LineChange) {
    let sign = if change.is_new { '+' } else { '-' };
    terminal::line(&format!(
        "      {sign} 第{}行：{}",
        change.number, change.text
    ));
}

fn print_orphan(orphan: &Orphan) {
    let name = &orphan.name;
    let what = match (orphan.is_removed, orphan.is_edited) {
        (true, _) => "信件已经没有了，已删去",
        (false, true) => "信件已经没有了；这个输出被手工改过，没有删",
        (false, false) if name.contains(FORM_SUFFIX) => {
            "信件没有了，或者不再另附征询意见表（要删去输出用 --prune）"
        }
        (false, false) => "信件已经没有了（要删去输出用 --prune）",
    };
    terminal::line(&format!("{name}  {what}"));
}

fn print_counts(report: &Report, output: &Path) {
    let letters = report.letters.iter();
    let failed = letters.filter(|it| it.outcome == Outcome::Failed).count();
    if report.silent_remarks > 0 {
        let count = report.silent_remarks;
        terminal::error_line(&format!(
            "无变化的信里有{count}封带警告或提示，用 fuhan check 查看"
        ));
    }
    let all = report.letters.len() + report.left_alone;
    if all == 0 {
        terminal::error_line("没有生成任何信件，原有输出没有改动；新建一封用 fuhan new 编号");
    } else if failed > 0 {
        let good = all - failed;
        terminal::error_line(&format!(
            "{good}封没有错，{failed}封有错没有生成（原有输出没有改动），输出在 {}",
            output.display()
        ));
    }
}

/// One line a letter: what became of it, its pages, what was measured, its fonts, its time.
fn letter_line(letter: &LetterReport) -> String {
    let outcome = match &letter.outcome {
        Outcome::Written => "已生成".to_owned(),
        Outcome::Overwritten(files) => {
            format!("已生成，覆盖了手工改过的 {}", files.join("、"))
        }
        Outcome::Unchanged => "重新生成，内容没有变化".to_owned(),
        Outcome::Sealed => return format!("{}  已封存", letter.id),
        Outcome::SealBroken(faults) => {
            let faults = faults.join("；");
            return format!("{}  封存有问题：{faults}（请从版本库恢复）", letter.id);
        }
        Outcome::Failed => return format!("{}  有错，没有生成", letter.id),
        Outcome::Edited(files) => format!(
            "{}被手工改过，没有覆盖（要覆盖用 --force）",
            files.join("、")
        ),
        Outcome::Stale(_) => "输出不是最新的（请运行 fuhan build）".to_owned(),
    };
    let layout = letter.layout.as_ref();
    let measured = layout.map_or_else(String::new, |report| {
        format!("  {}", summary::summary(report))
    });
    let elapsed = terminal::duration(letter.elapsed);
    format!("{}  {outcome}{measured}  {elapsed}", letter.id)
}
