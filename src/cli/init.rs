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
    terminal::line("要让编辑器边写边补全、检查：fuhan schema；怎样改措辞：templates/README.md");
    Ok(End::Clean)
}
