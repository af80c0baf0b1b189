//! What the name of a font tells of its face.

use encoding_rs::GBK;

/// Parts of the names of 黑体, as their makers write them; 苹方 comes before 仿, which it resembles.
const HEITI: [&str; 8] = [
    "hei",
    "sans",
    "gothic",
    "pingfang",
    "fzht",
    "黑",
    "苹方",
    "ゴシック",
];

/// Parts of the names of other Chinese faces.
const OTHERS: [&str; 15] = [
    "song", "sung", "ming", "serif", "fang", "kai", "fzxbs", "fzfs", "fzkt", "fzss", "宋", "明",
    "仿", "楷", "隶",
];

/// Whether a font of this name is a 黑体; nothing if the name does not tell.
pub(super) fn is_heiti(name: &[u8]) -> Option<bool> {
    let (name, _, _) = match str::from_utf8(name) {
        Ok(name) => (name.into(), GBK, false),
        Err(_) => GBK.decode(name),
    };
    let name = name.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if has(&HEITI) {
        Some(true)
    } else {
        has(&OTHERS).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_told_by_the_names_of_usual_fonts() {
        for name in [
            "SimHei",
            "ABCDEF+STHeitiSC-Light",
            "FZHTK--GBK1-0",
            "黑体",
            "PingFangSC",
        ] {
            assert_eq!(is_heiti(name.as_bytes()), Some(true), "{name}");
        }
        for name in [
            "FangSong_GB2312",
            "KaiTi",
            "FZXiaoBiaoSong-B05S",
            "NotoSerifSC",
            "仿宋",
        ] {
            assert_eq!(is_heiti(name.as_bytes()), Some(false), "{name}");
        }
        assert_eq!(is_heiti(b"TimesNewRomanPSMT"), None);
        let (name, _, _) = GBK.encode("黑体");
        assert_eq!(is_heiti(&name), Some(true));
    }
}
