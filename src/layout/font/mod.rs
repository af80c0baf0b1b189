//! Fonts: one chain of files for each face of GB/T 9704-2012, from the user's to the bundled ones.
//!
//! The stage reads no files: who calls it hands the user's fonts over as bytes.

mod bundled;
mod licenses;
mod lookup;

use std::fmt;
use std::sync::Arc;

pub use licenses::licenses;
pub use lookup::{FontLookup, Ink, Resolved};

/// A face (字体) of GB/T 9704-2012; which font file it is, is configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 小标宋: issuer mark and title, 7.2.4 and 7.3.1.
    Biaosong,
    /// 仿宋: everything without another face, 5.2.2.
    Fangsong,
    /// 黑体: headings of level 1, classification, urgency, annex mark.
    Heiti,
    /// 楷体: headings of level 2, names of signatories.
    Kaiti,
    /// 宋体: page numbers, 7.5.
    Songti,
}

impl Face {
    /// All faces, in the order of their declaration.
    pub const ALL: [Self; 5] = [
        Self::Biaosong,
        Self::Fangsong,
        Self::Heiti,
        Self::Kaiti,
        Self::Songti,
    ];

    /// The face's Chinese name.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Biaosong => "小标宋",
            Self::Fangsong => "仿宋",
            Self::Heiti => "黑体",
            Self::Kaiti => "楷体",
            Self::Songti => "宋体",
        }
    }
}

/// A font of [`Fonts`], by its place in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(usize);

impl FontId {
    /// The place in [`Fonts::fonts`].
    pub fn index(self) -> usize {
        self.0
    }
}

/// The bytes of a font file.
#[derive(Clone)]
pub enum FontData {
    /// Compiled into the program.
    Bundled(&'static [u8]),
    /// Handed over by the caller.
    Shared(Arc<Vec<u8>>),
}

impl AsRef<[u8]> for FontData {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Bundled(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// One font: a file, or one face of a collection.
#[derive(Clone)]
pub struct Font {
    /// The name that reports show, such as 方正小标宋简体.
    pub name: String,
    /// The name that documents carry; ASCII without spaces.
    pub postscript_name: String,
    /// The file's bytes.
    pub data: FontData,
    /// The font's place in a collection, else 0.
    pub index: u32,
}

impl Font {
    /// Whether it is compiled into the program.
    pub fn is_bundled(&self) -> bool {
        matches!(self.data, FontData::Bundled(_))
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "Font({}, {} bytes)",
            self.name,
            self.data.as_ref().len()
        )
    }
}

/// A font that the user has for a face.
#[derive(Debug, Clone)]
pub struct UserFont {
    /// The face it serves.
    pub face: Face,
    /// The font.
    pub font: Font,
}

/// All fonts that a layout may use, with each face's chain.
#[derive(Debug, Clone)]
pub struct Fonts {
    fonts: Vec<Font>,
    chains: [Vec<FontId>; 5],
}

impl Fonts {
    /// The bundled fonts alone: the same bytes on every machine.
    pub fn bundled() -> Self {
        Self::with_user_fonts(Vec::new())
    }

    /// The user's fonts in order of preference, then the bundled ones.
    pub fn with_user_fonts(user_fonts: Vec<UserFont>) -> Self {
        let mut fonts = bundled::fonts();
        let mut chains: [Vec<FontId>; 5] = Default::default();
        for UserFont { face, font } in user_fonts {
            chains[face as usize].push(FontId(fonts.len()));
            fonts.push(font);
        }
        for face in Face::ALL {
            chains[face as usize].extend(bundled::chain(face).iter().copied().map(FontId));
        }
        Self { fonts, chains }
    }

    /// All fonts; a [`FontId`] is a place in them.
    pub fn fonts(&self) -> &[Font] {
        &self.fonts
    }

    /// A font.
    pub fn font(&self, id: FontId) -> &Font {
        &self.fonts[id.0]
    }

    /// The fonts of a face, best first; never empty.
    pub fn chain(&self, face: Face) -> &[FontId] {
        &self.chains[face as usize]
    }

    /// A hash over all fonts in their order, for the keys of a build.
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for font in &self.fonts {
            hasher.update(font.name.as_bytes());
            match &font.data {
                FontData::Bundled(bytes) => hasher.update(&bytes.len().to_le_bytes()),
                FontData::Shared(bytes) => hasher.update(bytes),
            };
        }
        for id in self.chains.iter().flatten() {
            hasher.update(&id.0.to_le_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}
