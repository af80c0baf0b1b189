//! What must not stand at the end or the start of a line: clause 5.2.3, GB/T 15834 5.1.

use super::super::lines::{Line, Lines};
use super::super::{Findings, Unit};
use super::continued;
use crate::layout::PageStyle;
use crate::text::punctuation::{is_double_mark, prohibited_at_line_end, prohibited_at_line_start};

/// Characters at the wrong end of a line, and numbers broken over two lines.
pub(super) fn breaks(lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let body: Vec<&Line> = lines.body().collect();
    let ends: Vec<(char, char)> = continued(&body, style)
        .map(|(line, next)| {
            let last = line.marks[line.marks.len() - 1].character;
            (last, next.marks[0].character)
        })
        .collect();
    let count = |is: &dyn Fn(char, char) -> bool| {
        Some(
            ends.iter()
                .filter(|(before, after)| is(*before, *after))
                .count() as f64,
        )
    };
    let prohibited = count(&|before, after| {
        prohibited_at_line_start(after)
            || prohibited_at_line_end(before)
            || is_double_mark(before, after)
    });
    let name = ("避头尾差错", "5.2.3（GB/T 15834 5.1）");
    findings.number(name, 0.0, prohibited, Unit::Count, 0.0);
    let numbers = count(&|before, after| before.is_ascii_digit() && after.is_ascii_digit());
    findings.number(("数字拆行", "5.2.3"), 0.0, numbers, Unit::Count, 0.0);
}
