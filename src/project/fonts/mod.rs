//! Finds the fonts that the user has: configured ones, then the workspace's, then the system's.
//!
//! Licensed fonts cannot be bundled, so they are looked for by every name that they are known
//! under. File names come first: reading the names inside hundreds of files would take longer than
//! writing a letter.

mod names;
mod system;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::read_regular;
use crate::layout::{Face, Font, FontData, Fonts, UserFont};
use names::known_names;

/// Which fonts may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FontChoice {
    /// Configured ones, then the workspace's, then the system's, then the bundled ones.
    #[default]
    Discover,
    /// The bundled ones only: the same bytes on every machine.
    Bundled,
}

/// A font that the office asks for.
#[derive(Debug, Clone)]
pub struct FontRequest {
    /// The face it shall serve.
    pub face: Face,
    /// What is asked for.
    pub wanted: WantedFont,
}

/// How a font is asked for.
#[derive(Debug, Clone)]
pub enum WantedFont {
    /// A family, full or `PostScript` name of an installed font, such as 方正小标宋简体.
    Name(String),
    /// A font file's bytes under the name that messages show.
    Bytes {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// What was found, and what the operator should know about it.
#[derive(Debug)]
pub struct FoundFonts {
    /// The fonts.
    pub fonts: Fonts,
    /// One Chinese sentence each: fonts refused, or asked for and not found.
    pub notices: Vec<String>,
}

/// Finds the fonts to set documents with.
///
/// `folder` is the workspace's own `fonts/`; its files come before the system's. With
/// [`FontChoice::Bundled`] nothing is read.
pub fn discover(choice: FontChoice, requests: &[FontRequest], folder: Option<&Path>) -> FoundFonts {
    if choice == FontChoice::Bundled {
        return FoundFonts {
            fonts: Fonts::bundled(),
            notices: Vec::new(),
        };
    }
    let mut search = Search {
        found: Vec::new(),
        notices: Vec::new(),
    };
    let named: Vec<(Face, &str)> = requests
        .iter()
        .filter_map(|request| search.take(request))
        .collect();
    let workspace = folder.map(system::font_files_in).unwrap_or_default();
    let installed = system::installed_font_files();
    for (face, name) in named {
        search.find_named(face, name, &workspace, &installed);
    }
    let own = system::with_names(&workspace);
    for face in Face::ALL {
        search.find_known(face, &own, &installed);
    }
    FoundFonts {
        fonts: Fonts::with_user_fonts(search.found),
        notices: search.notices,
    }
}

/// The search and what it has found.
struct Search {
    found: Vec<UserFont>,
    notices: Vec<String>,
}

impl Search {
    /// Takes a font whose bytes are given; gives the name of one that must be looked for.
    fn take<'a>(&mut self, request: &'a FontRequest) -> Option<(Face, &'a str)> {
        match &request.wanted {
            WantedFont::Name(name) => Some((request.face, name)),
            WantedFont::Bytes { name, bytes } => {
                if let Err(reason) = self.add(request.face, name, bytes.clone(), |_| true) {
                    self.refuse(request.face, name, reason);
                }
                None
            }
        }
    }

    /// Looks for a font that the office names; says so if there is none.
    fn find_named(&mut self, face: Face, name: &str, workspace: &[PathBuf], installed: &[PathBuf]) {
        let wanted = names::normalised(name);
        let matches = |font: &system::FontNames| font.has(&wanted);
        let is_found = [workspace, installed].into_iter().any(|files| {
            let by_name = system::files_with(files, &wanted);
            by_name
                .iter()
                .any(|file| self.add_file(face, file, matches))
        });
        if !is_found {
            self.notices
                .push(format!("没有找到{}要用的字体“{name}”", face.as_chinese()));
        }
    }

    /// Looks for the best of a face's known fonts, unless the office has named one: in the
    /// workspace under any file name, in the system under the usual ones.
    fn find_known(
        &mut self,
        face: Face,
        own: &[(PathBuf, Vec<system::FontNames>)],
        installed: &[PathBuf],
    ) {
        if self.found.iter().any(|found| found.face == face) {
            return;
        }
        let known = known_names(face);
        let is_found = known.iter().any(|font| {
            let is_it = |names: &system::FontNames| font.names().any(|name| names.has(&name));
            let files = own.iter().filter(|(_, fonts)| fonts.iter().any(is_it));
            files
                .into_iter()
                .any(|(file, _)| self.add_file(face, file, is_it))
        });
        if is_found {
            return;
        }
        for font in known {
            let stems: BTreeSet<String> = font.file_stems().collect();
            let is_it = |names: &system::FontNames| font.names().any(|name| names.has(&name));
            let mut files = installed
                .iter()
                .filter(|file| stems.contains(&system::stem(file)));
            if files.any(|file| self.add_file(face, file, is_it)) {
                return;
            }
        }
    }

    /// Adds the first font of a file that `matches`.
    fn add_file(
        &mut self,
        face: Face,
        file: &Path,
        matches: impl Fn(&system::FontNames) -> bool,
    ) -> bool {
        let name = system::stem(file);
        let Ok(bytes) = read_regular(file) else {
            return false;
        };
        match self.add(face, &name, bytes, matches) {
            Ok(is_added) => is_added,
            Err(reason) => {
                self.refuse(face, &file.display().to_string(), reason);
                false
            }
        }
    }

    /// Adds the first font in `bytes` that `matches`; says why it may not be used.
    fn add(
        &mut self,
        face: Face,
        name: &str,
        bytes: Vec<u8>,
        matches: impl Fn(&system::FontNames) -> bool,
    ) -> Result<bool, &'static str> {
        let fonts = system::fonts_in(&bytes);
        if fonts.is_empty() {
            return Err("不是可以读的字体文件");
        }
        let Some(font) = fonts.into_iter().find(|font| matches(&font.names)) else {
            return Ok(false);
        };
        if font.is_restricted {
            return Err("字体的许可位不允许嵌入文件");
        }
        let shown = font.names.chinese.unwrap_or_else(|| name.to_owned());
        let data = FontData::Shared(Arc::new(bytes));
        let postscript_name = font.names.postscript;
        let font = Font {
            name: shown,
            postscript_name,
            data,
            index: font.index,
        };
        self.found.push(UserFont { face, font });
        Ok(true)
    }

    fn refuse(&mut self, face: Face, name: &str, reason: &str) {
        self.notices
            .push(format!("{}不用“{name}”：{reason}", face.as_chinese()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(file: &str) -> Vec<u8> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        std::fs::read(folder.join(file)).expect("the repository has it")
    }

    #[test]
    fn bundled_fonts_alone_need_no_search() {
        let found = discover(FontChoice::Bundled, &[], None);
        assert!(found.fonts.fonts().iter().all(Font::is_bundled));
        assert!(found.notices.is_empty());
    }

    #[test]
    fn a_font_given_by_the_office_leads_its_chain() {
        let wanted = WantedFont::Bytes {
            name: "甲".to_owned(),
            bytes: bytes("NifangSC-Regular.ttf"),
        };
        let request = FontRequest {
            face: Face::Fangsong,
            wanted,
        };
        let found = discover(FontChoice::Discover, &[request], None);
        let first = found.fonts.chain(Face::Fangsong)[0];
        assert!(!found.fonts.font(first).is_bundled());
        assert_eq!(found.fonts.font(first).postscript_name, "NifangSC-Regular");
    }

    #[test]
    fn a_font_of_the_workspace_is_found_by_its_name() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        let wanted = WantedFont::Name("文鼎ＰＬ简中楷".to_owned());
        let request = FontRequest {
            face: Face::Kaiti,
            wanted,
        };
        let found = discover(FontChoice::Discover, &[request], Some(&folder));
        let first = found.fonts.chain(Face::Kaiti)[0];
        assert!(!found.fonts.font(first).is_bundled(), "{:?}", found.notices);
    }

    #[test]
    fn a_licensed_font_of_the_workspace_is_known_by_the_name_in_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut bytes = bytes("NifangSC-Regular.ttf");
        // The PostScript name of 仿宋_GB2312 takes the place of one as long.
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
        let (from, to) = (utf16("NifangSC-Regular"), utf16("FangSong_GB2312 "));
        let places: Vec<usize> = (0..bytes.len() - from.len())
            .filter(|at| bytes[*at..].starts_with(&from))
            .collect();
        assert!(!places.is_empty());
        for at in places {
            bytes[at..at + to.len()].copy_from_slice(&to);
        }
        std::fs::write(folder.path().join("下载的字体.ttf"), bytes).expect("it can be written");
        let found = discover(FontChoice::Discover, &[], Some(folder.path()));
        let first = found.fonts.chain(Face::Fangsong)[0];
        assert!(!found.fonts.font(first).is_bundled(), "{:?}", found.notices);
    }

    #[test]
    fn what_is_not_found_or_damaged_is_said() {
        let name = WantedFont::Name("没有这种字体".to_owned());
        let damaged = WantedFont::Bytes {
            name: "坏的".to_owned(),
            bytes: vec![1, 2, 3],
        };
        let requests = [
            FontRequest {
                face: Face::Heiti,
                wanted: name,
            },
            FontRequest {
                face: Face::Heiti,
                wanted: damaged,
            },
        ];
        let found = discover(FontChoice::Discover, &requests, None);
        assert!(
            found
                .notices
                .iter()
                .any(|notice| notice.contains("没有这种字体"))
        );
        assert!(found.notices.iter().any(|notice| notice.contains("坏的")));
    }

    #[test]
    fn a_font_that_must_not_be_embedded_is_refused() {
        let mut bytes = bytes("NifangSC-Regular.ttf");
        system::tests::restrict(&mut bytes);
        let wanted = WantedFont::Bytes {
            name: "甲".to_owned(),
            bytes,
        };
        let request = FontRequest {
            face: Face::Biaosong,
            wanted,
        };
        let found = discover(FontChoice::Discover, &[request], None);
        assert!(found.notices.iter().any(|notice| notice.contains("许可位")));
    }
}
