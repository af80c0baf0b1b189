//! The names of the licensed fonts for each face, best first.
//!
//! Collected from public 公文 templates and word processors' font lists; a font may carry its
//! English name, its Chinese one, or only a `PostScript` name, and old ones none that can be read,
//! so the usual file names count too.

use crate::layout::Face;

/// One font as it may be named.
pub(super) struct KnownFont {
    /// Family, full and `PostScript` names in any language.
    names: &'static [&'static str],
    /// File names without their ending.
    files: &'static [&'static str],
}

impl KnownFont {
    /// The names, normalised.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.names
            .iter()
            .map(|name| normalised(name))
            .chain(self.file_stems())
    }

    /// What a file that holds the font may be called: its usual file names, or any of its names.
    pub(super) fn file_stems(&self) -> impl Iterator<Item = String> {
        self.files
            .iter()
            .chain(self.names)
            .map(|name| normalised(name))
    }
}

/// A name without what differs between writers: case, blanks, hyphens and full-width letters.
pub(super) fn normalised(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '_'))
        .map(half_width)
        .flat_map(char::to_lowercase)
        .collect()
}

fn half_width(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        _ => character,
    }
}

const fn known(names: &'static [&'static str], files: &'static [&'static str]) -> KnownFont {
    KnownFont { names, files }
}

/// The fonts of a face, best first.
pub(super) fn known_names(face: Face) -> &'static [KnownFont] {
    match face {
        Face::Biaosong => BIAOSONG,
        Face::Fangsong => FANGSONG,
        Face::Heiti => HEITI,
        Face::Kaiti => KAITI,
        Face::Songti => SONGTI,
    }
}

const BIAOSONG: &[KnownFont] = &[
    known(
        &["FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXBSJW--GB1-0"],
        &["FZXBSJW"],
    ),
    known(
        &["FZXiaoBiaoSong-B05", "方正小标宋_GBK", "FZXBSK--GBK1-0"],
        &["FZXBSK"],
    ),
    known(
        &["FZDocXiaoBiaoSong", "方正公文小标宋", "FZDXBS--GBK1-0"],
        &["FZDXBS"],
    ),
    known(&["STZhongsong", "华文中宋"], &["STZHONGS"]),
];

const FANGSONG: &[KnownFont] = &[
    known(
        &["FangSong_GB2312", "仿宋_GB2312"],
        &["simfang_GB2312", "SIMFANG2312"],
    ),
    known(&["FangSong", "仿宋"], &["simfang"]),
    known(
        &["方正仿宋_GBK", "FZFSK--GBK1-0", "方正公文仿宋"],
        &["FZFSK"],
    ),
    known(
        &["FZFangSong-Z02S", "方正仿宋简体", "FZFSJW--GB1-0"],
        &["FZFSJW"],
    ),
    known(&["STFangsong", "华文仿宋"], &["STFANGSO"]),
    known(
        &[
            "Zhuque Fangsong",
            "朱雀仿宋",
            "Zhuque Fangsong (technical preview)",
        ],
        &["ZhuqueFangsong-Regular"],
    ),
    known(&["FandolFang", "FandolFang R"], &["FandolFang-Regular"]),
];

const HEITI: &[KnownFont] = &[
    known(&["SimHei", "黑体"], &["simhei"]),
    known(
        &["FZHei-B01S", "方正黑体简体", "方正黑体_GBK", "方正公文黑体"],
        &["FZHTJW", "FZHTK"],
    ),
    known(&["STHeiti", "华文黑体"], &["STHEITI", "STHeiti Medium"]),
];

const KAITI: &[KnownFont] = &[
    known(
        &["KaiTi_GB2312", "楷体_GB2312"],
        &["simkai_GB2312", "SIMKAI2312"],
    ),
    known(&["KaiTi", "楷体"], &["simkai"]),
    known(
        &[
            "方正楷体_GBK",
            "FZKTK--GBK1-0",
            "方正公文楷体",
            "方正楷体简体",
        ],
        &["FZKTK", "FZKTJW"],
    ),
    known(&["STKaiti", "华文楷体"], &["STKAITI"]),
];

const SONGTI: &[KnownFont] = &[
    known(&["SimSun", "宋体", "NSimSun", "新宋体"], &["simsun"]),
    known(&["STSong", "华文宋体"], &["STSONG"]),
    known(
        &["FZShuSong-Z01S", "方正书宋简体", "方正书宋_GBK"],
        &["FZSSJW", "FZSSK"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_equal_whatever_their_case_and_blanks() {
        assert_eq!(
            normalised(" FangSong_GB2312"),
            normalised("fangsong gb2312")
        );
        assert_eq!(normalised("文鼎ＰＬ简中楷"), normalised("文鼎PL简中楷"));
    }

    #[test]
    fn the_usual_file_names_are_known() {
        let stems = |face| -> Vec<String> {
            known_names(face)
                .iter()
                .flat_map(KnownFont::file_stems)
                .collect()
        };
        assert!(stems(Face::Fangsong).contains(&normalised("SIMFANG")));
        assert!(stems(Face::Biaosong).contains(&normalised("方正小标宋简体")));
    }
}
