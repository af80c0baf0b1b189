//! The fonts that an office asks for, by file or by name.

use std::path::Path;

use super::files::read_regular;
use super::fonts::{FontChoice, FontRequest, FoundFonts, WantedFont, discover};
use crate::error::{Error, reason};
use crate::facts::Office;
use crate::layout::Face;
use crate::source::PlacedText;

/// Finds the fonts for an office's letters.
///
/// # Errors
/// [`Error::Font`] for a font file that is not in the workspace or cannot be read.
pub fn for_office(root: &Path, office: &Office, choice: FontChoice) -> Result<FoundFonts, Error> {
    let faces = Face::ALL.iter().filter_map(|face| {
        let wanted = office.fonts.faces.get(key(*face))?;
        Some((*face, wanted))
    });
    let requests = faces.map(|(face, wanted)| {
        let wanted = if is_path(&wanted.text) {
            file(root, wanted)?
        } else {
            WantedFont::Name(wanted.text.clone())
        };
        Ok(FontRequest { face, wanted })
    });
    let requests = requests.collect::<Result<Vec<_>, Error>>()?;
    Ok(discover(choice, &requests, Some(&root.join("fonts"))))
}

/// What `office.yaml` calls a face.
fn key(face: Face) -> &'static str {
    match face {
        Face::Biaosong => "biaosong",
        Face::Fangsong => "fangsong",
        Face::Heiti => "heiti",
        Face::Kaiti => "kaiti",
        Face::Songti => "songti",
    }
}

fn is_path(wanted: &str) -> bool {
    let lower = wanted.to_lowercase();
    wanted.contains('/')
        || [".ttf", ".otf", ".ttc"]
            .iter()
            .any(|ending| lower.ends_with(ending))
}

/// Reads a font file of the workspace; nothing outside it is read.
fn file(root: &Path, wanted: &PlacedText) -> Result<WantedFont, Error> {
    let position = wanted.place.position();
    let place = format!("{}:{}", wanted.place.source().path(), position.line);
    let real = root.join(&wanted.text).canonicalize();
    let real = real.map_err(|error| {
        Error::Font(format!(
            "{place}：读不了字体文件“{}”：{}\n提示：路径从工作区的文件夹写起",
            wanted.text,
            reason(&error)
        ))
    })?;
    let root = root
        .canonicalize()
        .map_err(|source| Error::read(root, source))?;
    if !real.starts_with(&root) {
        return Err(Error::Font(format!(
            "{place}：字体文件“{}”不在工作区里\n提示：请把它放进工作区的 fonts 文件夹，或写已安装字体的名字",
            wanted.text
        )));
    }
    Ok(WantedFont::Bytes {
        name: wanted.text.clone(),
        bytes: read_regular(&real)?,
    })
}
