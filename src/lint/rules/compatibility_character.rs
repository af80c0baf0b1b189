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
    for at in view.marks() {
        let found = view.char(at);
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
