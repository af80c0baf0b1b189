//! 75%的村（共160个村中的130个）: the share that the parentheses behind it explain.

use std::ops::Range;

use super::part_of_whole::{count_the_same, fits};
use crate::lint::arithmetic::{plain, printed_share};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// More characters than stand between a share and the parentheses that explain it.
const LONGEST: usize = 14;

/// Reports each share that is not that of the two numbers in the parentheses behind it.
pub(super) fn share_in_parentheses(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for pair in view.pairs_opened_by('（') {
        let near = pair.open.saturating_sub(LONGEST)..pair.open;
        let said = view.numbers_in(near).last();
        let Some(said) = said.filter(|it| it.is_percent(chars) && it.is_exact_amount()) else {
            continue;
        };
        let between = said.unit.end..pair.open;
        if view.marks_in(between).next().is_some() {
            continue;
        }
        let told = whole_and_part(view, pair.open + 1..pair.close);
        if let Some((whole, part)) = told.filter(|(whole, part)| !fits(view, said, part, whole)) {
            report(view, said, (part, whole), findings);
        }
    }
}

/// 共160个村中的130个, 160个中有130个: the whole and the part, and no other number.
fn whole_and_part<'v>(
    view: &'v TextView<'_>,
    inside: Range<usize>,
) -> Option<(&'v Number, &'v Number)> {
    const AMONG: [&str; 7] = [
        "中的",
        "中有",
        "中已有",
        "中，有",
        "中，已有",
        "，其中",
        "，已有",
    ];
    let [whole, part] = view.numbers_in(inside.clone()) else {
        return None;
    };
    let is_of = count_the_same(view, whole, part) && part.is_exact_amount();
    let is_less = part.value(view.chars()) <= whole.value(view.chars());
    let is_led = ["", "共", "全县", "全市", "全区", "总共", "全镇", "全乡"]
        .contains(&view.words(inside.start..whole.digits.start));
    let between = view.words(whole.unit.end..part.digits.start);
    let is_among = AMONG.iter().any(|among| between.ends_with(among));
    (is_of && is_less && is_led && is_among).then_some((whole, part))
}

/// Reports all three, because nobody can say which of them is wrong.
fn report(
    view: &TextView<'_>,
    said: &Number,
    (part, whole): (&Number, &Number),
    findings: &mut Findings<'_>,
) {
    let Some(share) = printed_share(part, whole, view.chars()) else {
        return;
    };
    let text = view.words(said.range());
    let (of_part, of_whole) = (view.text(part.range()), view.text(whole.range()));
    findings
        .at(
            said.digits.start..part.unit.end,
            format!("占比“{text}”与“{of_part}”“{of_whole}”不符"),
        )
        .hint(format!("{of_part}除以{of_whole}是{}%", plain(share, 1)));
}
