//! `fuhan new`: a letter's file with every place that must be filled in.

use super::args::New;
use super::{End, terminal};
use crate::error::Error;
use crate::project::{Project, scaffold};

pub(super) fn run(arguments: &New) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let path = scaffold::new_letter(&project, &arguments.id, &arguments.kind)?;
    terminal::line(&format!("新建了 {}", path.display()));
    terminal::line("请填好各项，再运行 fuhan build；没填的项会逐一提示");
    Ok(End::Clean)
}
