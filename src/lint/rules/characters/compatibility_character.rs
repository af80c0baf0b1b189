//! Compatibility ideographs and squared units.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// Compatibility ideographs and squared units.
pub(crate) const COMPATIBILITY_CHARACTER: Rule = Rule {
    name: "compatibility-character",
    title: "兼容字符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("compatibility_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.odd_marks() {
        let found = view.char(at);
        if let Some(usual) = usual_mark(found) {
            findings
                .at(
                    at..at + 1,
                    format!("“{found}”是小写变体标点（U+{:04X}）", found as u32),
                )
                .hint(format!("改为“{usual}”"))
                .replace(at..at + 1, usual.to_string());
            continue;
        }
        let right = match found {
            '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => "同形的通用汉字",
            '㎡' => "平方米",
            '㎢' => "平方千米",
            '㎥' => "立方米",
            '㎏' => "kg",
            '㎞' => "km",
            '㎎' => "mg",
            '㎝' => "cm",
            '㎜' => "mm",
            '№' => "第……号",
            '㏄' => "mL",
            // They look like Latin letters: РМ2.5 in Cyrillic ones.
            'А' | 'В' | 'Е' | 'К' | 'М' | 'Н' | 'О' | 'Р' | 'С' | 'Т' | 'Х' | 'а' | 'е' | 'о'
            | 'р' | 'с' | 'х' | 'Α' | 'Β' | 'Ε' | 'Η' | 'Ι' | 'Κ' | 'Μ' | 'Ν' | 'Ο' | 'Ρ' | 'Τ'
            | 'Χ' => "同形的拉丁字母",
            _ => continue,
        };
        findings
            .at(
                at..at + 1,
                format!("“{found}”是兼容字符（U+{:04X}）", found as u32),
            )
            .hint(format!("改为{right}"));
    }
}

/// The mark that a small form (小写变体) stands for; U+FE50 to U+FE5C.
fn usual_mark(found: char) -> Option<char> {
    let small = (found as usize).checked_sub(0xFE50)?;
    "，、。\u{0}；：？！—（）｛｝"
        .chars()
        .nth(small)
        .filter(|mark| *mark != '\u{0}')
}
