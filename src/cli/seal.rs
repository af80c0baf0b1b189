//! `fuhan seal`: keeps a letter that was sent as it was, or starts its correction.

use super::args::Seal;
use super::{End, terminal};
use crate::build::archive::Enclosed;
use crate::build::sealing::{self, Dispatch};
use crate::build::{Mode, Options};
use crate::error::Error;
use crate::project::Project;

pub(super) fn run(arguments: &Seal) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let options = Options {
        letters: vec![arguments.letter.clone()],
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
        archive: None,
    };
    if arguments.amend {
        let path = sealing::amend(&project, &arguments.letter, &options)?;
        terminal::line(&format!("起草了 {}", path.display()));
        terminal::line("请逐条核对，填好文号和日期，再运行 fuhan build");
        return Ok(End::Clean);
    }
    let dispatch = dispatch(arguments)?;
    match sealing::seal(&project, &arguments.letter, &dispatch, &options)? {
        Ok(folder) => {
            terminal::line(&format!("已封存：{}（请提交到版本库）", folder.display()));
            Ok(End::Clean)
        }
        Err(diagnostics) => {
            terminal::diagnostics(diagnostics);
            terminal::error_line("信件有错，没有封存");
            Ok(End::Findings)
        }
    }
}

fn dispatch(arguments: &Seal) -> Result<Dispatch, Error> {
    let date = arguments.date.clone().unwrap_or_default();
    let parsed = date.parse().map_err(|_| {
        Error::Option(format!(
            "“--date”不能是“{date}”\n提示：写成 2022-05-20 这样"
        ))
    })?;
    let given = [
        ("--number", &arguments.number),
        ("--signer", &arguments.signer),
    ];
    for (name, text) in given {
        if text.as_ref().is_none_or(|text| text.trim().is_empty()) {
            return Err(Error::Option(format!("“{name}”后面要写一个值")));
        }
    }
    Ok(Dispatch {
        number: arguments.number.clone().unwrap_or_default(),
        date: parsed,
        signer: arguments.signer.clone().unwrap_or_default(),
        enclosed: Enclosed::asked_for(arguments.attach),
    })
}
