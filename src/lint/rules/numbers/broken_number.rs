//! …资金6472 at the end of a line, 万元，… at the start of the next: a number that a line feed broke.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// …资金6472 at the end of a line, 万元，… at the start of the next: a number that a line feed broke.
pub(crate) const BROKEN_NUMBER: Rule = Rule {
    name: "broken-number",
    title: "一个数断在两行",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("broken_number.md"),
};

/// A shorter line is no line of prose.
const SHORTEST: usize = 12;

/// Units that begin no line of their own.
const UNITS: [&str; 26] = [
    "万元",
    "亿元",
    "万人",
    "万户",
    "万亩",
    "万吨",
    "万件",
    "万平方米",
    "公里",
    "平方米",
    "立方米",
    "公顷",
    "千瓦",
    "元，",
    "元。",
    "元、",
    "人，",
    "人。",
    "件，",
    "件。",
    "户，",
    "户。",
    "家，",
    "家。",
    "%",
    "个百分点",
];

/// What is counted behind the rest of a broken number.
const COUNTED: &str = "人名户家件个所座处条项辆台亩吨元次场万亿公平立株套";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.paragraphs().windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        let are_text = line.kind == ParagraphKind::Text && next.kind == ParagraphKind::Text;
        if !are_text || line.is_last_of_block || line.range.len() < SHORTEST {
            continue;
        }
        let Some(start) = number_at_end(view, line) else {
            continue;
        };
        if let Some(end) = rest_at(view, next.range.clone()) {
            let text: String = view.words(start..end).split('\n').collect();
            findings
                .at(start..end, format!("“{text}”断在两行"))
                .hint("删去中间的换行");
        }
    }
}

/// Where the digits begin that end a line, behind words and not behind a label.
fn number_at_end(view: &TextView<'_>, line: &Paragraph) -> Option<usize> {
    const MOST: usize = 8;
    let end = line.range.end;
    let is_part = |at: &usize| view.char(*at).is_ascii_digit() || view.char(*at) == '.';
    let digits = line.range.clone().rev().take_while(is_part).count();
    let start = end - digits;
    let is_number = (1..=MOST).contains(&digits) && view.char(start).is_ascii_digit();
    let is_counted = is_han(view.before(start)) && view.before(start) != '第';
    (is_number && is_counted).then_some(start)
}

/// Where the unit ends that begins a line, or the rest of the digits and the unit behind them.
fn rest_at(view: &TextView<'_>, line: Range<usize>) -> Option<usize> {
    const MOST: usize = 4;
    if let Some(unit) = view.one_of_at(line.start, &UNITS) {
        let unit = unit.trim_end_matches(['，', '。', '、']);
        return Some(line.start + unit.chars().count());
    }
    let is_digit = |at: &usize| view.char(*at).is_ascii_digit();
    let digits = line.clone().take_while(is_digit).count();
    let end = line.start + digits;
    let is_rest = (2..=MOST).contains(&digits) && COUNTED.contains(view.char(end));
    (is_rest && line.len() > digits + 2).then_some(end + 1)
}
