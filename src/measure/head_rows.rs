//! What stands beside the issuer mark on page 1, where a file has it: copy number, classification and
//! urgency at the left (7.2.1 to 7.2.3), signatories at the right (7.2.6).

use super::lines::{Line, Lines};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// An element of the rows at the left.
struct Element {
    left: &'static str,
    top: &'static str,
    clause: &'static str,
    is: fn(&str) -> bool,
}

/// In the order of the rows.
const LEFT_ROWS: [Element; 3] = [
    Element {
        left: "份号左边",
        top: "份号上边",
        clause: "7.2.1",
        is: is_copy_number,
    },
    Element {
        left: "密级左边",
        top: "密级上边",
        clause: "7.2.2",
        is: is_classification,
    },
    Element {
        left: "紧急程度左边",
        top: "紧急程度上边",
        clause: "7.2.3",
        is: is_urgency,
    },
];

fn is_copy_number(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_classification(text: &str) -> bool {
    let level = ["绝密", "机密", "秘密"];
    let term = level.iter().find_map(|level| text.strip_prefix(level));
    term.is_some_and(|term| term.is_empty() || term.starts_with(['★', '☆']))
}

fn is_urgency(text: &str) -> bool {
    ["特急", "加急", "急件", "平急", "特提"].contains(&text)
}

/// The rows at the left, flush with the type area, those that a file has one under another from
/// `first`.
pub(super) fn left_rows(lines: &Lines, first: Length, style: &PageStyle, findings: &mut Findings) {
    let foot = first + style.line_pitch() * LEFT_ROWS.len() as f64 + style.sizes.no3;
    let rows = || {
        let near = lines.of_page(0).filter(|line| line.baseline() < foot);
        near.filter(|line| !line.is_red())
    };
    let mut top = first;
    for element in LEFT_ROWS {
        let Some(line) = rows().find(|line| (element.is)(&line.text())) else {
            continue;
        };
        let left = Some((line.left(style.cell()), 0));
        findings.length(element.left, element.clause, style.binding, left);
        findings.length(element.top, element.clause, top, Some((line.top(), 0)));
        top += style.line_pitch();
    }
}

/// What 7.2.6 counts from.
#[derive(Clone, Copy)]
pub(super) struct Around<'l> {
    /// The lower edge of the issuer mark.
    pub(super) mark_bottom: Option<Length>,
    /// The document number.
    pub(super) number: Option<&'l Line>,
    /// The upper edge of the red rule.
    pub(super) rule: Option<Length>,
}

/// 签发人 with the names: two rows under the mark, a cell from the right, the number on the last row.
pub(super) fn signatories(
    lines: &Lines,
    around: Around<'_>,
    style: &PageStyle,
    findings: &mut Findings,
) {
    let cell = style.cell();
    let label = |line: &&Line| line.text().contains("签发人：");
    let Some(label) = lines.of_page(0).find(label) else {
        return;
    };
    let rule = around.rule.unwrap_or(label.bottom());
    let is_row = |line: &&Line| {
        let is_below = line.baseline() > label.baseline() - Length::mm(0.5);
        !line.is_red() && is_below && line.baseline() < rule
    };
    let rows: Vec<&Line> = lines.of_page(0).filter(is_row).collect();
    let rights = rows.iter().map(|line| line.right(cell));
    let right = rights.reduce(Length::max);
    let free = right.map(|right| (style.right() - right) / cell);
    let tolerance = super::TOLERANCE / cell.to_mm();
    let name = ("签发人右空", "7.2.6");
    findings.number(name, 1.0, free, Unit::Cell, tolerance);
    let under = style.line_pitch() * style.document_head.rows_under_mark as f64;
    let drop = around.mark_bottom.map(|bottom| (label.top() - bottom, 0));
    findings.length("签发人距发文机关标志", "7.2.6", under, drop);
    let left = around
        .number
        .map(|number| (number.left(cell) - style.binding) / cell);
    let name = ("发文字号左空", "7.2.5");
    findings.number(name, 1.0, left, Unit::Cell, tolerance);
    let last = rows.iter().map(|line| line.baseline()).reduce(Length::max);
    let apart = around.number.zip(last);
    let apart = apart.map(|(number, last)| (last - number.baseline(), 0));
    let name = "发文字号与末行签发人高低差";
    findings.length(name, "7.2.5", Length::ZERO, apart);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_at_the_left_are_told_by_their_texts() {
        assert!(is_copy_number("000001") && !is_copy_number("2026年"));
        assert!(is_classification("机密★1年") && is_classification("秘密"));
        assert!(!is_classification("机密文件管理办法"));
        assert!(is_urgency("特急") && !is_urgency("特急件的处理"));
    }
}
