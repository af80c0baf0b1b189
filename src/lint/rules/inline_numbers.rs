//! 一、……；二、……；四、……, 第一步，……；第二步，……；第二步，……: numbers of items within a paragraph.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::lists::chinese_number;
use crate::lint::view::TextView;

/// What may stand before the number of an item, and behind it.
const FORMS: [(&str, &str); 5] = [
    ("", "、"),
    ("第", "步，"),
    ("第", "步："),
    ("建议", "，"),
    ("建议", "："),
];

/// Reports each number of an item that does not follow the one before in its paragraph.
pub(super) fn inline_numbers(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        for (before, behind) in FORMS {
            let found = items(view, paragraph.range.clone(), before, behind);
            if found.first().is_some_and(|(value, _)| *value == 1) {
                compare(view, &found, findings);
            }
        }
    }
}

/// The items of a form: their numbers and places.
fn items(
    view: &TextView<'_>,
    range: Range<usize>,
    before: &str,
    behind: &str,
) -> Vec<(usize, Range<usize>)> {
    let marks = view.marks_in(range.clone());
    let begins = marks.filter(|at| view.is_any_at(*at, "；：。“"));
    let starts = begins.map(|at| at + 1);
    let item = |start: usize| {
        let numeral = start + before.chars().count();
        let value = chinese_number(view.char(numeral))?;
        // ：一、二季度…；三、四季度… lists quarters.
        let is_pair = chinese_number(view.char(numeral + 2)).is_some();
        let is_item = view.is_at(start, before) && view.is_at(numeral + 1, behind) && !is_pair;
        (is_item && numeral < range.end).then(|| (value, start..numeral + 1))
    };
    starts.filter_map(item).collect()
}

fn compare(view: &TextView<'_>, found: &[(usize, Range<usize>)], findings: &mut Findings<'_>) {
    for pair in found.windows(2) {
        let [(first, known), (second, place)] = pair else {
            continue;
        };
        // A list that begins again with 一 is another one.
        if *second != first + 1 && *second != 1 {
            let (text, known) = (view.words(place.clone()), view.text(known.clone()));
            findings
                .at(place.clone(), format!("“{known}”后面是“{text}”"))
                .hint("补上缺少的一项，或者改正序数");
        }
    }
}
