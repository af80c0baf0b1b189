//! The fonts compiled into the program; `fonts/licenses` holds their licences.

use super::{Face, Font, FontData};

/// Name, `PostScript` name and bytes of one bundled font.
type Bundled = (&'static str, &'static str, &'static [u8]);

macro_rules! bundled_font {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $file))
    };
}

const FONTS: [Bundled; 7] = [
    (
        "标题宋 SC",
        "BiaotiSongSC-Bold",
        bundled_font!("BiaotiSongSC-Bold.ttf"),
    ),
    (
        "拟仿宋 SC",
        "NifangSC-Regular",
        bundled_font!("NifangSC-Regular.ttf"),
    ),
    (
        "标题黑 SC",
        "BiaotiHeiSC-Medium",
        bundled_font!("BiaotiHeiSC-Medium.ttf"),
    ),
    (
        "文鼎ＰＬ简中楷",
        "GBZenKai-Medium",
        bundled_font!("gkai00mp.ttf"),
    ),
    (
        "楷体补字 SC",
        "KaiSupplementSC-Regular",
        bundled_font!("KaiSupplementSC-Regular.ttf"),
    ),
    (
        "Noto Serif SC",
        "NotoSerifSC-Regular",
        bundled_font!("NotoSerifSC-Regular.otf"),
    ),
    (
        "页码宋 SC",
        "PageSongSC-Regular",
        bundled_font!("PageSongSC-Regular.ttf"),
    ),
];

/// All bundled fonts; nothing is read from them yet.
pub(super) fn fonts() -> Vec<Font> {
    FONTS
        .iter()
        .map(|(name, postscript_name, bytes)| Font {
            name: (*name).to_owned(),
            postscript_name: (*postscript_name).to_owned(),
            data: FontData::Bundled(bytes),
            index: 0,
        })
        .collect()
}

/// The bundled fonts of a face by their place in [`fonts`], best first.
pub(super) fn chain(face: Face) -> &'static [usize] {
    match face {
        Face::Biaosong => &[0, 5],
        Face::Fangsong => &[1, 5],
        Face::Heiti => &[2, 5],
        Face::Kaiti => &[3, 4, 5],
        Face::Songti => &[6, 5],
    }
}
