//! 12个镇、4个乡、3个街道，18个乡镇（街道）: a total whose noun is made of the nouns of its parts.

use rust_decimal::Decimal;

use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// More parts than such a noun is made of.
const MOST: usize = 4;

/// How far the parts stand before the total, in characters.
const NEAR: usize = 30;

/// The nouns that are put together, and what each of their parts is called.
const NOUNS: [(&str, &[&str]); 8] = [
    ("乡镇（街道）", &["镇", "乡", "街道"]),
    ("镇（街道）", &["镇", "街道"]),
    ("镇街", &["镇", "街道"]),
    ("乡镇", &["镇", "乡"]),
    ("村（社区）", &["村", "社区"]),
    ("村居", &["村", "社区"]),
    ("县（市、区）", &["县", "市", "区"]),
    ("县（区）", &["县", "区"]),
];

/// Reports each total that its parts, counted side by side right before it, do not make.
pub(super) fn composed_noun(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for total in view.numbers() {
        if total.unit(chars) != ['个'] || !total.is_exact_amount() {
            continue;
        }
        let noun = NOUNS
            .iter()
            .find(|(noun, _)| view.is_at(total.unit.end, noun));
        let Some((noun, parts)) = noun else {
            continue;
        };
        let Some(sum) = sum_before(view, total, parts) else {
            continue;
        };
        if total.value(chars) != Some(sum) {
            let end = total.unit.end + noun.chars().count();
            let text = view.words(total.digits.start..end);
            findings
                .at(
                    total.digits.start..end,
                    format!("“{text}”与前面各项之和{sum}不符"),
                )
                .hint("核对总数和各项");
        }
    }
}

/// The sum of the numbers right before, if there is one of each part and no other.
fn sum_before(view: &TextView<'_>, total: &Number, parts: &[&str]) -> Option<Decimal> {
    let start = total.digits.start;
    let sentence = view.sentence(start);
    let near = sentence.start.max(start.saturating_sub(NEAR))..start;
    let numbers = view.numbers_in(near);
    let told = numbers.get(numbers.len().checked_sub(parts.len())?..)?;
    let is_part = |number: &Number, part: &str| {
        let end = number.unit.end;
        let name = (end..end + MOST)
            .take_while(|at| is_han(view.char(*at)))
            .count();
        view.words(end..end + name) == part
    };
    let has_all = parts
        .iter()
        .all(|part| told.iter().any(|number| is_part(number, part)));
    let are_joined = told.windows(2).all(|pair| {
        let gap = pair[0].unit.end..pair[1].digits.start;
        gap.len() <= MOST + 2 && view.is_any_before(gap.end, "、，和")
    });
    let are_counts = told
        .iter()
        .all(|it| it.unit(view.chars()) == ['个'] && it.is_exact_amount());
    let adjoins = view.is_any_before(start, "，；");
    let values = told.iter().map(|it| it.value(view.chars()));
    (has_all && are_joined && are_counts && adjoins).then(|| values.sum())?
}
