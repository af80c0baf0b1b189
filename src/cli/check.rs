//! `fuhan check`: every stage and every rule on a workspace, or the text rules on texts.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::{Check, FindingFormat};
use super::fixing::{self, Fixed};
use super::texts::Texts;
use super::{End, explain, findings, terminal, texts};
use crate::build;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::lint::{self, LintConfig};
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::source::Source;

/// How often fixes are made, each time on what the last ones left.
const MOST_ROUNDS: usize = 10;

pub(super) fn run(arguments: &Check) -> Result<End, Error> {
    if arguments.list {
        explain::list();
        return Ok(End::Clean);
    }
    let config = config(arguments)?;
    refuse_to_fix_standard_input(arguments)?;
    let mut checked = Checked::new(arguments, &config)?;
    if arguments.fix {
        for _ in 0..MOST_ROUNDS {
            let fixed = checked.fixed();
            if fixed.is_empty() {
                break;
            }
            put(arguments, &checked, &fixed)?;
            checked = Checked::new(arguments, &config)?;
        }
    } else if arguments.diff {
        checked.fixed().iter().for_each(show);
        return checked.end(arguments);
    }
    checked.print(arguments.format);
    checked.end(arguments)
}

/// There is no file that a fixed standard input could be written to.
fn refuse_to_fix_standard_input(arguments: &Check) -> Result<(), Error> {
    let mut texts = arguments.text.iter();
    if arguments.fix && texts.any(|path| texts::is_standard_input(path)) {
        let message = "标准输入没有文件可以写回\n提示：去掉 --fix，用 --diff 看改动；或者写文件名";
        return Err(Error::Option(message.to_owned()));
    }
    Ok(())
}

fn config(arguments: &Check) -> Result<LintConfig, Error> {
    for name in arguments.rule.iter().chain(&arguments.exclude) {
        explain::known(name)?;
    }
    Ok(LintConfig {
        only: arguments.rule.clone(),
        excluded: arguments.exclude.clone(),
        minimum: arguments.severity.map(Severity::from),
        ..LintConfig::default()
    })
}

/// Errors ask for mending; whoever names a severity asks for what it names.
fn end(arguments: &Check, findings: &[Diagnostic]) -> End {
    let least = arguments.severity.map_or(Severity::Error, Severity::from);
    match findings.iter().any(|finding| finding.severity >= least) {
        true => End::Findings,
        false => End::Clean,
    }
}

/// Writes fixed files and says so; shows what changed if asked.
fn put(arguments: &Check, checked: &Checked, fixed: &[Fixed]) -> Result<(), Error> {
    for file in fixed {
        if arguments.diff {
            show(file);
        }
        file.write(&checked.path(file))?;
        let (path, count) = (file.shown(), file.count);
        terminal::error_line(&format!("改正了{count}处：{}", path.display()));
    }
    Ok(())
}

fn show(fixed: &Fixed) {
    terminal::line(&fixed.difference());
}

/// What was checked and what was found.
struct Checked {
    findings: Vec<Diagnostic>,
    /// Files, in order.
    paths: Vec<String>,
    subject: Subject,
}

enum Subject {
    Workspace {
        root: PathBuf,
        letters: usize,
        notices: Vec<String>,
        sealed: Vec<String>,
    },
    Texts {
        files: Vec<(String, Option<PathBuf>)>,
        failures: Vec<Error>,
    },
}

impl Checked {
    fn new(arguments: &Check, config: &LintConfig) -> Result<Self, Error> {
        match arguments.text.is_empty() {
            true => Self::workspace(arguments, config),
            false => Ok(Self::texts(texts::read(&arguments.text), config)),
        }
    }

    fn workspace(arguments: &Check, config: &LintConfig) -> Result<Self, Error> {
        let project = Project::read(&arguments.workspace.folder)?;
        let bar = terminal::Bar::new();
        let report = build::check::check(&project, &arguments.letters, config, &bar);
        bar.finish();
        let report = report?;
        let sources = project.office.iter().chain(&project.facts);
        let sources = sources.chain(&project.words).chain(&project.templates);
        let paths = sources.map(|source| source.path());
        let paths = paths.chain(project.letters.iter().map(LetterFile::path));
        Ok(Self {
            findings: report.diagnostics,
            paths: paths.map(str::to_owned).collect(),
            subject: Subject::Workspace {
                root: project.root,
                letters: report.letters,
                notices: report.notices,
                sealed: report.sealed,
            },
        })
    }

    fn texts(texts: Texts, config: &LintConfig) -> Self {
        let mut findings = texts.diagnostics;
        let unread = findings.iter().map(|it| it.place.source().path());
        let mut paths: Vec<String> = unread.map(str::to_owned).collect();
        let mut files = Vec::new();
        for text in texts.sources {
            findings.extend(lint::text(&text.source, config));
            paths.push(text.source.path().to_owned());
            files.push((text.source.path().to_owned(), text.path));
        }
        paths.sort();
        paths.dedup();
        findings.sort_by(Diagnostic::reading_order);
        Self {
            findings,
            paths,
            subject: Subject::Texts {
                files,
                failures: texts.failures,
            },
        }
    }

    /// How the command ends; what could not be read is told last.
    fn end(self, arguments: &Check) -> Result<End, Error> {
        if let Subject::Texts { mut failures, .. } = self.subject
            && let Some(last) = failures.pop()
        {
            let told = failures.iter();
            told.for_each(|failure| terminal::error(&failure.to_string()));
            return Err(last);
        }
        Ok(end(arguments, &self.findings))
    }

    /// Files with their safe fixes, those that are not the user's left out.
    fn fixed(&self) -> Vec<Fixed> {
        fixing::fixed(&self.findings, &|source| self.as_it_stands(source))
    }

    /// A file of the user's as it is now; what came through a pipe is as it was read.
    fn as_it_stands(&self, source: &Source) -> Option<Arc<Source>> {
        if !self.is_users(source) {
            return None;
        }
        let path = match &self.subject {
            Subject::Workspace { root, .. } => Some(root.join(source.path())),
            Subject::Texts { files, .. } => {
                let file = files.iter().find(|(shown, _)| shown == source.path())?;
                file.1.clone()
            }
        };
        let held = match path {
            Some(path) => fs::read_to_string(path).ok()?,
            None => source.file_with(source.text()),
        };
        Some(Source::of_file(source.path(), held))
    }

    fn is_users(&self, source: &Source) -> bool {
        match &self.subject {
            Subject::Workspace { root, sealed, .. } => {
                let path = root.join(source.path());
                let is_of = |id: &String| source.path() == format!("content/letters/{id}.yaml");
                path.is_file() && !sealed.iter().any(is_of)
            }
            Subject::Texts { files, .. } => files.iter().any(|(shown, _)| shown == source.path()),
        }
    }

    fn path(&self, fixed: &Fixed) -> PathBuf {
        match &self.subject {
            Subject::Workspace { root, .. } => root.join(fixed.shown()),
            Subject::Texts { files, .. } => {
                let shown = fixed.shown();
                let mut files = files.iter();
                let file = files.find(|(path, _)| shown.as_os_str() == &**path);
                file.and_then(|(_, path)| path.clone()).unwrap_or(shown)
            }
        }
    }

    fn print(&self, format: FindingFormat) {
        let paths: Vec<&str> = self.paths.iter().map(String::as_str).collect();
        findings::print(format, &self.findings, &paths);
        if let Subject::Workspace { notices, .. } = &self.subject {
            notices
                .iter()
                .for_each(|notice| terminal::error_line(notice));
        }
        let has_errors = crate::diagnostic::has_errors(&self.findings);
        if format == FindingFormat::Full && !has_errors {
            terminal::line(&self.conclusion());
        }
    }

    fn conclusion(&self) -> String {
        match &self.subject {
            Subject::Workspace { letters, .. } => format!("检查了{letters}封信件，没有错误"),
            Subject::Texts { .. } => format!("校对了{}个文件，没有错误", self.paths.len()),
        }
    }
}
