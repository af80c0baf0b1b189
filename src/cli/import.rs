//! `fuhan import`: a statistics sheet into the facts, old → new before anything is written.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;
use std::sync::Arc;

use super::args::Import;
use super::fixing::difference;
use super::{End, terminal};
use crate::diagnostic::{Sink, has_errors};
use crate::error::Error;
use crate::import::{self, Change, Mapping, Plan};
use crate::project::replace::{Replacement, replace};
use crate::project::{Project, imports, tables};
use crate::source::Source;

/// More cells, rows or notes than this are only counted.
const MOST_LISTED: usize = 20;

pub(super) fn run(arguments: &Import) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let mut sink = Sink::new();
    let Some(plan) = plan(&project, arguments, &mut sink)? else {
        terminal::diagnostics(sink.into_diagnostics());
        terminal::error_line("没有写入");
        return Ok(End::Findings);
    };
    print_beside(&plan);
    if plan.changes.is_empty() {
        terminal::diagnostics(sink.into_diagnostics());
        terminal::line("没有变化：统计表里的数据都和现在的一样");
        return Ok(End::Clean);
    }
    print_changes(&plan);
    if arguments.diff {
        print_difference(&project, &plan);
    }
    sink.extend(plan.findings.iter().cloned());
    let disagrees = has_errors(&plan.findings);
    terminal::diagnostics(sink.into_diagnostics());
    if disagrees {
        terminal::error_line("写入以后，以上错误会挡住生成，请查对这些数");
    }
    if !is_confirmed(arguments) {
        return Ok(End::Findings);
    }
    replace(&replacements(&project, &plan))?;
    let files: Vec<&str> = plan.files.iter().map(|file| file.path()).collect();
    terminal::line(&format!("已写入 {}", files.join("、")));
    Ok(match disagrees {
        true => End::Findings,
        false => End::Clean,
    })
}

/// What the import would do; nothing if there are errors, which are in `sink`.
fn plan(project: &Project, arguments: &Import, sink: &mut Sink) -> Result<Option<Plan>, Error> {
    let name = arguments.mapping.as_deref();
    let source = imports::mapping(project, name, &arguments.file, sink)?;
    sink.extend(project.diagnostics.iter().cloned());
    let mapping = source.and_then(|source| Mapping::from_yaml(&source).take(sink));
    let Some(mapping) = mapping.filter(|_| !sink.has_errors()) else {
        return Ok(None);
    };
    let book = tables::read(&arguments.file, &mapping)?;
    Ok(import::plan(&mapping, &book, &project.facts).take(sink))
}

/// What was left out, and what stays beside the changes.
fn print_beside(plan: &Plan) {
    list("没有对应的行，没有导入", &plan.unmapped);
    list("没有数的单元格，没有导入", &plan.blanks);
    list("单元格里的附注，没有导入", &plan.notes);
    for remark in &plan.remarks {
        terminal::line(&format!("注意：{remark}"));
    }
}

fn list(title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let shown = items.iter().take(MOST_LISTED).cloned();
    let shown = shown.collect::<Vec<_>>().join("、");
    let rest = if items.len() > MOST_LISTED { "等" } else { "" };
    terminal::line(&format!("{title}（{}处）：{shown}{rest}", items.len()));
}

fn print_changes(plan: &Plan) {
    let added = plan.changes.iter().filter(|it| it.old.is_none()).count();
    let changed = plan.changes.len() - added;
    terminal::line(&format!("改动{changed}处，新增{added}处："));
    for change in &plan.changes {
        terminal::line(&format!("  {}", line(change, plan)));
    }
}

/// Such as 专利授权总量 2021年 数值：15.5万件 → 15.6万件（content/facts/results.yaml:9，主要指标!C5）.
fn line(change: &Change, plan: &Plan) -> String {
    let unit = match change.key {
        "value" => change.unit.as_str(),
        _ => "",
    };
    let old = match &change.old {
        Some(old) => format!("{old}{unit}"),
        None => "（没有）".to_owned(),
    };
    let cell = change.cell.as_deref().unwrap_or("对应表");
    format!(
        "{} {} {}：{old} → {}{unit}（{}，{cell}）",
        change.name,
        change.period,
        import::key_name(change.key),
        change.new,
        place(change, plan),
    )
}

/// The file and the line in which the text will stand.
fn place(change: &Change, plan: &Plan) -> String {
    let Some(figure) = plan.facts.figure(&change.figure) else {
        return String::new();
    };
    let entry = figure.by_period.get(&change.period);
    let entry = entry.map_or(&figure.place, |entry| match change.key {
        "growth" => entry.growth.as_ref().map_or(&entry.place, |it| &it.place),
        "value" => entry.amount.as_ref().map_or(&entry.place, |it| &it.place),
        _ => &entry.place,
    });
    format!("{}:{}", entry.source().path(), entry.position().line)
}

fn old_text<'p>(project: &'p Project, file: &Source) -> Option<&'p Arc<Source>> {
    let mut facts = project.facts.iter();
    facts.find(|known| known.path() == file.path())
}

fn print_difference(project: &Project, plan: &Plan) {
    for file in &plan.files {
        let old = old_text(project, file).map_or("", |old| old.text());
        terminal::line(&difference(file.path(), old, file.text()));
    }
}

fn replacements(project: &Project, plan: &Plan) -> Vec<Replacement> {
    let files = plan.files.iter().map(|file| {
        let old = old_text(project, file);
        let new = old.map_or_else(|| file.text().to_owned(), |old| old.file_with(file.text()));
        Replacement {
            path: project.root.join(Path::new(file.path())),
            old: old.map(|old| old.file_with(old.text())),
            new,
        }
    });
    files.collect()
}

/// Asks on a terminal; elsewhere nothing is written without `--yes`.
fn is_confirmed(arguments: &Import) -> bool {
    if arguments.yes {
        return true;
    }
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        terminal::line("还没有写入：核对以后加上 --yes 再运行");
        return false;
    }
    terminal::line("写入这些改动吗？写入请输入 y：");
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    let is_yes = read.is_ok() && matches!(answer.trim(), "y" | "Y" | "是");
    if !is_yes {
        terminal::line("没有写入");
    }
    is_yes
}
