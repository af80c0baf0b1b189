//! `fuhan fonts`: which font each face gets, and the licences of the bundled ones.

use super::args::Fonts;
use super::{End, terminal};
use crate::build::{self, Mode, Options, workspace::Workspace};
use crate::error::Error;
use crate::layout::{self, Face, Font};
use crate::project::Project;

pub(super) fn run(arguments: &Fonts) -> Result<End, Error> {
    if arguments.licenses {
        for (fonts, text) in layout::font::licenses() {
            terminal::line(&format!("==== {fonts} ====\n\n{text}"));
        }
        return Ok(End::Clean);
    }
    let project = Project::read(&arguments.workspace.folder)?;
    let workspace = Workspace::load(&project);
    let Some(shared) = &workspace.shared else {
        terminal::diagnostics(workspace.diagnostics);
        return Ok(End::Findings);
    };
    let options = Options {
        letters: Vec::new(),
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
        archive: None,
    };
    let found = build::fonts(&project, &shared.office, &options)?;
    for face in Face::ALL {
        terminal::line(&description(&found.fonts, face));
    }
    for notice in &found.notices {
        terminal::error_line(notice);
    }
    Ok(End::Clean)
}

/// A face, the font that it gets, and the fonts that missing characters come from.
fn description(fonts: &layout::Fonts, face: Face) -> String {
    let chain = fonts.chain(face).iter().map(|id| fonts.font(*id));
    let name = |font: &Font| {
        let origin = if font.is_bundled() {
            "随附"
        } else {
            "自备"
        };
        format!("{}（{origin}）", font.name)
    };
    let names: Vec<_> = chain.map(name).collect();
    let (first, rest) = names.split_first().expect("a chain is never empty");
    match rest {
        [] => format!("{}  {first}", face.as_chinese()),
        _ => format!("{}  {first}，缺字用 {}", face.as_chinese(), rest.join("、")),
    }
}
