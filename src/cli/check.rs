//! `fuhan check`: every stage and every rule on a workspace, or the text rules on texts.

use std::fs;
use std::path::PathBuf;

use super::args::{Check, FindingFormat};
use super::fixing::{self, Fixed};
use super::texts::Texts;
use super::{End, explain, findings, terminal, texts};
use crate::build;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::lint::{self, LintConfig};
use crate::project::Project;
use crate::source::Source;

/// How often fixes are made, each time on what the last ones left.
const MOST_ROUNDS: usize = 10;

pub(super) fn run(arguments: &Check) -> Result<End, Error> {
    if arguments.list {
        explain::list();
        return Ok(End::Clean);
    }
    let config = config(arguments)?;
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
        return Ok(end(arguments, &checked.findings));
    }
    checked.print(arguments.format);
    Ok(end(arguments, &checked.findings))
}

fn config(arguments: &Check) -> Result<LintConfig, Error> {
    for name in arguments.rule.iter().chain(&arguments.exclude) {
        explain::known(name)?;
    }
    Ok(LintConfig {
        only: arguments.rule.clone(),
        excluded: arguments.exclude.clone(),
        minimum: arguments.severity.map(Severity::from),
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
        files: Vec<(String, PathBuf)>,
    },
}

impl Checked {
    fn new(arguments: &Check, config: &LintConfig) -> Result<Self, Error> {
        match arguments.text.is_empty() {
            true => Self::workspace(arguments, config),
            false => Ok(Self::texts(texts::read(&arguments.text)?, config)),
        }
    }

    fn workspace(arguments: &Check, config: &LintConfig) -> Result<Self, Error> {
        let project = Project::read(&arguments.workspace.folder)?;
        let bar = terminal::Bar::new();
        let report = build::check::check(&project, &arguments.letters, config, &bar);
        bar.finish();
        let report = report?;
        let sources = project.office.iter().chain(&project.facts);
        let sources = sources.chain(&project.letters).chain(&project.templates);
        Ok(Self {
            findings: report.diagnostics,
            paths: sources.map(|source| source.path().to_owned()).collect(),
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
            files.extend(text.path.map(|path| (text.source.path().to_owned(), path)));
        }
        paths.sort();
        paths.dedup();
        findings.sort_by(Diagnostic::reading_order);
        Self {
            findings,
            paths,
            subject: Subject::Texts { files },
        }
    }

    /// Files with their safe fixes, those that are not the user's left out.
    fn fixed(&self) -> Vec<Fixed> {
        fixing::fixed(&self.findings, &|source| {
            let text = fs::read_to_string(self.real_path(source)?).ok()?;
            Some(Source::new(source.path(), text))
        })
    }

    fn real_path(&self, source: &Source) -> Option<PathBuf> {
        match &self.subject {
            Subject::Workspace { root, sealed, .. } => {
                let path = root.join(source.path());
                let is_of = |id: &String| source.path() == format!("content/letters/{id}.yaml");
                (path.is_file() && !sealed.iter().any(is_of)).then_some(path)
            }
            Subject::Texts { files } => {
                let file = files.iter().find(|(shown, _)| shown == source.path());
                file.map(|(_, path)| path.clone())
            }
        }
    }

    fn path(&self, fixed: &Fixed) -> PathBuf {
        match &self.subject {
            Subject::Workspace { root, .. } => root.join(fixed.shown()),
            Subject::Texts { files } => {
                let shown = fixed.shown();
                let file = files.iter().find(|(path, _)| shown.as_os_str() == &**path);
                file.map_or(shown, |(_, path)| path.clone())
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
