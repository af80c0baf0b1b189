//! Font files on the disk and the names inside them.

use std::path::{Path, PathBuf};

use super::names::normalised;
use crate::project::files::read_regular;

/// How deep folders of fonts are nested at most; WPS keeps its own three levels down.
const DEEPEST: usize = 5;

/// Bit 1 of the embedding permissions (fsType) alone: no embedding without the owner's leave.
const RESTRICTED: u16 = 0x0002;

/// The names of one font.
#[derive(Debug, Clone)]
pub(super) struct FontNames {
    /// Family, full and `PostScript` names, normalised.
    all: Vec<String>,
    /// A Chinese family name, as written.
    pub(super) chinese: Option<String>,
    /// The `PostScript` name in ASCII.
    pub(super) postscript: String,
}

impl FontNames {
    /// Whether the font bears a normalised name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.iter().any(|own| own == name)
    }
}

/// A font of a file.
pub(super) struct FontInFile {
    /// Its place in a collection.
    pub(super) index: u32,
    /// Its names.
    pub(super) names: FontNames,
    /// Whether it may not be embedded.
    pub(super) is_restricted: bool,
}

/// The fonts of a file; none if it cannot be read.
pub(super) fn fonts_in(bytes: &[u8]) -> Vec<FontInFile> {
    let count = ttf_parser::fonts_in_collection(bytes).unwrap_or(1);
    (0..count)
        .filter_map(|index| font_in(bytes, index))
        .collect()
}

fn font_in(bytes: &[u8], index: u32) -> Option<FontInFile> {
    let face = ttf_parser::Face::parse(bytes, index).ok()?;
    let permissions = face
        .tables()
        .os2
        .map(|_| embedding_bits(&face))
        .unwrap_or_default();
    Some(FontInFile {
        index,
        names: names(&face),
        is_restricted: permissions & 0x000F == RESTRICTED,
    })
}

/// fsType, the fifth number of the table OS/2.
fn embedding_bits(face: &ttf_parser::Face<'_>) -> u16 {
    let table = face.raw_face().table(ttf_parser::Tag::from_bytes(b"OS/2"));
    let bits = table.and_then(|table| table.get(8..10));
    bits.map(|bits| u16::from_be_bytes([bits[0], bits[1]]))
        .unwrap_or_default()
}

fn names(face: &ttf_parser::Face<'_>) -> FontNames {
    use ttf_parser::name_id::{FAMILY, FULL_NAME, POST_SCRIPT_NAME, TYPOGRAPHIC_FAMILY};
    let names: Vec<(u16, String)> = face
        .names()
        .into_iter()
        .filter_map(|name| Some((name.name_id, name.to_string()?)))
        .filter(|(id, _)| [FAMILY, FULL_NAME, POST_SCRIPT_NAME, TYPOGRAPHIC_FAMILY].contains(id))
        .collect();
    let is_ascii = |name: &&(u16, String)| name.1.is_ascii();
    let postscript = names
        .iter()
        .filter(is_ascii)
        .find(|name| name.0 == POST_SCRIPT_NAME);
    let postscript = postscript.or_else(|| names.iter().find(is_ascii));
    FontNames {
        all: names.iter().map(|(_, name)| normalised(name)).collect(),
        chinese: names
            .iter()
            .find(|(id, name)| *id == FAMILY && !name.is_ascii())
            .map(|(_, name)| name.clone()),
        postscript: postscript_name(postscript.map_or("Unnamed", |(_, name)| name)),
    }
}

/// A name that PDF can carry as it is.
fn postscript_name(name: &str) -> String {
    let is_plain = |character: &char| character.is_ascii_alphanumeric() || *character == '-';
    name.chars().filter(is_plain).collect()
}

/// A file's name without its ending, normalised.
pub(super) fn stem(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default();
    normalised(&stem.to_string_lossy())
}

/// The files that hold a font of this name: those called so first, else those whose names say so.
///
/// Reading the names of all files takes about a millisecond a font, so it is done only for a font
/// that the office has named.
pub(super) fn files_with(files: &[PathBuf], name: &str) -> Vec<PathBuf> {
    let called: Vec<PathBuf> = files
        .iter()
        .filter(|file| stem(file) == name)
        .cloned()
        .collect();
    if !called.is_empty() {
        return called;
    }
    let mut database = fontdb::Database::new();
    for file in files {
        // A damaged file is none that holds the font.
        let _ = database.load_font_file(file);
    }
    let has_name = |face: &&fontdb::FaceInfo| {
        let families = face.families.iter().map(|(family, _)| family);
        families
            .chain([&face.post_script_name])
            .any(|own| normalised(own) == name)
    };
    let path = |face: &fontdb::FaceInfo| match &face.source {
        fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => Some(path.clone()),
        fontdb::Source::Binary(_) => None,
    };
    database.faces().filter(has_name).filter_map(path).collect()
}

/// Files with the names of the fonts in them; a damaged file has none.
pub(super) fn with_names(files: &[PathBuf]) -> Vec<(PathBuf, Vec<FontNames>)> {
    let names = |file: &PathBuf| {
        let bytes = read_regular(file).unwrap_or_default();
        let fonts = fonts_in(&bytes).into_iter();
        (file.clone(), fonts.map(|font| font.names).collect())
    };
    files.iter().map(names).collect()
}

/// The font files of the user and the system, the user's first; nothing in them is read.
pub(super) fn installed_font_files() -> Vec<PathBuf> {
    folders()
        .iter()
        .flat_map(|folder| font_files_in(folder))
        .collect()
}

/// The font files in a folder and those under it, sorted.
pub(super) fn font_files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(folder, DEEPEST, &mut files);
    files.sort();
    files
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && depth > 0 {
            collect(&path, depth - 1, files);
        } else if is_font_file(&path) {
            files.push(path);
        }
    }
}

fn is_font_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ["ttf", "otf", "ttc", "otc"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// Where fonts are installed on Linux (UOS and Kylin included), macOS and Windows.
fn folders() -> Vec<PathBuf> {
    let home = std::env::home_dir().unwrap_or_default();
    let mut folders: Vec<PathBuf> = [
        ".local/share/fonts",
        ".fonts",
        "Library/Fonts",
        "AppData/Local/Microsoft/Windows/Fonts",
    ]
    .iter()
    .map(|folder| home.join(folder))
    .collect();
    folders.extend(
        [
            "/usr/local/share/fonts",
            "/usr/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "C:/Windows/Fonts",
        ]
        .map(PathBuf::from),
    );
    folders
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Sets the permissions of a font file to no embedding.
    pub(in crate::project::fonts) fn restrict(bytes: &mut [u8]) {
        let count = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
        let record = (0..count)
            .map(|table| 12 + table * 16)
            .find(|at| &bytes[*at..at + 4] == b"OS/2");
        let at = record.expect("every font has the table") + 8;
        let offset = bytes[at..at + 4].try_into().expect("four bytes");
        let offset = u32::from_be_bytes(offset) as usize;
        bytes[offset + 8..offset + 10].copy_from_slice(&RESTRICTED.to_be_bytes());
    }

    #[test]
    fn font_files_are_told_by_their_endings() {
        assert!(is_font_file(Path::new("a/SIMSUN.TTC")));
        assert!(!is_font_file(Path::new("a/readme.txt")));
        assert_eq!(stem(Path::new("a/方正小标宋简体.TTF")), "方正小标宋简体");
    }
}
