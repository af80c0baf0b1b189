//! Half-width stops between Chinese characters.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule};

/// Half-width stops between Chinese characters.
pub(crate) const HALFWIDTH_PUNCTUATION: Rule = Rule {
    name: "halfwidth-punctuation",
    title: "中文里用了半角标点",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("halfwidth_punctuation.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&[',', ';', ':', '?', '!', '.']) {
        if let Some(full) = full_width(view.char(at))
            && is_in_chinese(view, at)
        {
            let found = view.char(at);
            findings
                .at(at..at + 1, format!("中文里的“{found}”是半角标点"))
                .hint(format!("改为全角的“{full}”"))
                .replace(at..at + 1, full.to_string());
        }
    }
}

fn full_width(character: char) -> Option<char> {
    match character {
        ',' => Some('，'),
        ';' => Some('；'),
        ':' => Some('：'),
        '?' => Some('？'),
        '!' => Some('！'),
        '.' => Some('。'),
        _ => None,
    }
}

fn is_in_chinese(view: &TextView<'_>, at: usize) -> bool {
    let (before, after) = (view.before(at), view.char(at + 1));
    let after = if after == ' ' {
        view.char(at + 2)
    } else {
        after
    };
    let chinese_before = is_han(before) || "”》）%％〕’".contains(before);
    let chinese_after = is_han(after) || "“《（".contains(after);
    match view.char(at) {
        '.' => {
            let ends = is_han(before) && !is_number(before, view, at);
            (ends || "”》%％".contains(before)) && (chinese_after || after == '\n')
        }
        ':' => chinese_before && before != '%',
        ',' | ';' if before.is_ascii_alphanumeric() => chinese_after,
        '?' | '!' if after == '”' => chinese_before,
        _ => chinese_before && (chinese_after || after == '\n' || after.is_ascii_alphanumeric()),
    }
}

/// 一. at a paragraph's start numbers a heading, which has its own rule.
fn is_number(before: char, view: &TextView<'_>, at: usize) -> bool {
    is_chinese_digit(before) && view.paragraph(at).is_some_and(|p| at < p.range.start + 4)
}
