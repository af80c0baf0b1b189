//! `fuhan init`: a workspace that builds.

use super::args::Init;
use super::{End, terminal};
use crate::error::Error;
use crate::project::scaffold;

pub(super) fn run(arguments: &Init) -> Result<End, Error> {
    for path in scaffold::init(&arguments.folder)? {
        terminal::line(&format!("新建了 {}", path.display()));
    }
    let folder = arguments.folder.display().to_string();
    if folder == "." {
        terminal::line("接着运行：fuhan build");
    } else {
        terminal::line(&format!("接着运行：cd {folder} && fuhan build"));
    }
    Ok(End::Clean)
}
