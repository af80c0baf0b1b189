//! ㈠, ⑴ and ⒈ at the start of a paragraph.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// ㈠, ⑴ and ⒈ at the start of a paragraph.
pub(crate) const ENCLOSED_NUMBER: Rule = Rule {
    name: "enclosed-number",
    title: "序数用了带括号的合体字符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("enclosed_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view
        .odd_marks()
        .filter(|at| matches!(view.char(*at), '㈠'..='㈩'))
    {
        in_number(view, at, findings);
    }
    for paragraph in view.paragraphs() {
        let at = paragraph.range.start;
        let Some(right) = spelt(view.char(at)) else {
            continue;
        };
        findings
            .at(at..at + 1, format!("序数“{}”是一个合体字符", view.char(at)))
            .hint(format!("改为“{right}”"))
            .replace(at..at + 1, right);
    }
}

/// 每亩㈤百元: a numeral of a quantity.
fn in_number(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    let is_counted = view.is_any_at(at + 1, "百千万亿个元家名户亩");
    let numeral = spelt(view.char(at)).filter(|_| is_counted);
    let begins = view.is_any_before(at, "\n。；：");
    if let Some(numeral) = numeral.filter(|_| !begins) {
        let right = numeral.trim_matches(['（', '）']);
        findings
            .at(at..at + 1, format!("数字“{}”是一个合体字符", view.char(at)))
            .hint(format!("改为“{right}”"))
            .replace(at..at + 1, right);
    }
}

/// The number in characters of its own.
fn spelt(character: char) -> Option<String> {
    let value = |first: char| character as u32 - first as u32 + 1;
    match character {
        '⑴'..='⒇' => Some(format!("（{}）", value('⑴'))),
        '⒈'..='⒛' => Some(format!("{}.", value('⒈'))),
        '㈠'..='㈩' => {
            let numeral = "一二三四五六七八九十"
                .chars()
                .nth(value('㈠') as usize - 1)?;
            Some(format!("（{numeral}）"))
        }
        _ => None,
    }
}
