//! The licences of the bundled fonts, which must go with every copy of them.

/// Each licence's fonts and full text.
pub fn licenses() -> [(&'static str, &'static str); 3] {
    [
        (
            "标题宋 SC、标题黑 SC、拟仿宋 SC（改自 Noto CJK）、Noto Serif SC：SIL Open Font License 1.1",
            include_str!("../../../fonts/licenses/OFL-Noto.txt"),
        ),
        (
            "楷体补字 SC（改自霞鹜文楷）：SIL Open Font License 1.1",
            include_str!("../../../fonts/licenses/OFL-LXGW-Klee.txt"),
        ),
        (
            "文鼎ＰＬ简中楷（AR PL KaitiM GB）：Arphic Public License 1999",
            include_str!("../../../fonts/licenses/ARPHICPL.TXT"),
        ),
    ]
}
