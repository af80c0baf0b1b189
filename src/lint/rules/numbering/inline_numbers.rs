//! 一、……；二、……；四、……, 第一步，……；第二步，……；第二步，……: numbers of items within a paragraph.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
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
        let items = items(view, paragraph.range.clone());
        // Most paragraphs have none.
        if items.is_empty() {
            continue;
        }
        for form in 0..FORMS.len() {
            let found = items.iter().filter(|it| it.form == form);
            let found: Vec<&Item> = found.collect();
            if found.first().is_some_and(|it| it.value == 1) {
                compare(view, &found, findings);
            }
        }
    }
}

/// The number of an item within a paragraph.
struct Item {
    /// Which of [`FORMS`] it has.
    form: usize,
    value: usize,
    range: Range<usize>,
}

/// The items of a paragraph in order.
fn items(view: &TextView<'_>, range: Range<usize>) -> Vec<Item> {
    let marks = view.marks_in(range.clone());
    let starts = marks
        .filter(|at| view.is_any_at(*at, "；：。“"))
        .map(|at| at + 1);
    // Most clauses begin with no number.
    let starts =
        starts.filter(|at| view.is_any_at(*at, "第建") || chinese_number(view.char(*at)).is_some());
    let item = |start: usize| {
        let mut forms = FORMS.iter().enumerate();
        forms.find_map(|(form, (before, behind))| {
            let numeral = start + before.chars().count();
            let value = chinese_number(view.char(numeral))?;
            // ：一、二季度…；三、四季度… lists quarters.
            let is_pair = chinese_number(view.char(numeral + 2)).is_some();
            let is_item = view.is_at(start, before) && view.is_at(numeral + 1, behind);
            (is_item && !is_pair && numeral < range.end).then_some(Item {
                form,
                value,
                range: start..numeral + 1,
            })
        })
    };
    starts.filter_map(item).collect()
}

fn compare(view: &TextView<'_>, found: &[&Item], findings: &mut Findings<'_>) {
    for pair in found.windows(2) {
        let (known, item) = (pair[0], pair[1]);
        // A list that begins again with 一 is another one.
        if item.value != known.value + 1 && item.value != 1 {
            let place = item.range.clone();
            let (text, known) = (view.words(place.clone()), view.text(known.range.clone()));
            findings
                .at(place.clone(), format!("“{known}”后面是“{text}”"))
                .hint("补上缺少的一项，或者改正序数");
        }
    }
}
