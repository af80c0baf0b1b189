//! `fuhan new`: a letter's file with every place that must be filled in, or last year's carried over.

use super::args::New;
use super::{End, terminal};
use crate::build::workspace::Shared;
use crate::error::Error;
use crate::facts::Facts;
use crate::project::Project;
use crate::project::scaffold::{self, NewKind};

pub(super) fn run(arguments: &New) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    if let Some(from) = &arguments.from {
        return carry_over(&project, arguments, from);
    }
    let kind = arguments.kind.as_deref().unwrap_or("lead_reply");
    let path = scaffold::new_letter(&project, &arguments.id, kind)?;
    terminal::line(&format!("新建了 {}", path.display()));
    terminal::line("请填好各项，再运行 fuhan build；没填的项会逐一提示");
    Ok(End::Clean)
}

fn carry_over(project: &Project, arguments: &New, from: &str) -> Result<End, Error> {
    let kind = arguments.kind.as_deref();
    let kind = kind.map(|name| new_kind(project, name));
    let period = arguments.period.as_deref();
    let carried = scaffold::carry_over(project, &arguments.id, from, kind, period)?;
    terminal::line(&format!(
        "新建了 {}，由 {from} 承接，期间 {} → {}",
        carried.path.display(),
        carried.old_period,
        carried.period
    ));
    if let Some((old_kind, keys)) = &carried.left_behind {
        print_left_behind(old_kind, kind.map_or("", |kind| kind.name), keys);
    }
    terminal::line(&format!("要填的项：{}", carried.to_fill.join("、")));
    if !carried.old_number_lines.is_empty() {
        let lines: Vec<_> = carried
            .old_number_lines
            .iter()
            .map(usize::to_string)
            .collect();
        terminal::line(&format!("第{}行还写着旧的提案号，请核对", lines.join("、")));
    }
    print_needs(project, &carried);
    Ok(End::Clean)
}

/// A kind with what its letters must say, as far as the templates can be read.
fn new_kind<'a>(project: &Project, name: &'a str) -> NewKind<'a> {
    let shared = Shared::load_unsound(project);
    let needs = shared.map(|shared| shared.renderer.needs_of(name));
    NewKind {
        name,
        needs: needs.unwrap_or_default(),
    }
}

fn print_left_behind(old_kind: &str, kind: &str, keys: &[String]) {
    if keys.is_empty() {
        return;
    }
    terminal::line(&format!(
        "种类由 {old_kind} 改为 {kind}，只属于原来种类的项没有承接：{}；还要的请重新写",
        keys.join("、")
    ));
}

/// The to-do list of figures: what has nothing for the new period, with what it was before.
fn print_needs(project: &Project, carried: &scaffold::Carried) {
    let period = &carried.period;
    if carried.needs.is_empty() {
        terminal::line(&format!("用到的数据都有{period}的内容"));
        return;
    }
    let count = carried.needs.len();
    terminal::line(&format!("还没有{period}内容的数据，共{count}项："));
    let facts = Facts::load(&project.facts).value;
    for need in &carried.needs {
        let facts = facts.as_ref();
        let name = facts.and_then(|facts| facts.figure(&need.figure));
        let name = name.map_or("", |figure| figure.name.text.as_str());
        let old = facts.map(|facts| facts.aspects(&carried.old_period));
        let old = old.and_then(|it| {
            let texts = it.texts(need.aspect);
            texts.get(&need.figure).map(|printed| printed.text.clone())
        });
        let old = old.map_or_else(String::new, |old| format!("，上期 {old}"));
        let place = need.measure.as_ref();
        let place = place.map_or_else(String::new, |id| format!("，用于举措 {id}"));
        let aspect = need.aspect.name();
        terminal::line(&format!("  {aspect}.{}  {name}{old}{place}", need.figure));
    }
}
