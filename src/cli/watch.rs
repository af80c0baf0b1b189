//! `fuhan build --watch`: builds again after every save, until Ctrl-C.

use super::args::Build;
use super::{End, build, terminal};
use crate::error::Error;
use crate::project::Project;
use crate::project::watch::{Signal, Watch};

pub(super) fn run(arguments: &Build) -> Result<End, Error> {
    let root = Project::read(&arguments.workspace.folder)?.root;
    let (mut watch, end) = Watch::begin(&root)?;
    let handler = ctrlc::set_handler(move || {
        let _ = end.send(Signal::End);
    });
    handler.map_err(|error| Error::Option(format!("接收不了 Ctrl-C：{error}")))?;
    loop {
        build_once(arguments);
        terminal::line("正在等下一次保存，按 Ctrl-C 结束");
        if watch.wait()? == Signal::End {
            terminal::line("结束");
            return Ok(End::Clean);
        }
    }
}

/// A failure now may be mended by the next save: it is told and not returned.
fn build_once(arguments: &Build) {
    if let Err(error) = build::build_and_print(arguments) {
        terminal::error(&error.to_string());
    }
}
