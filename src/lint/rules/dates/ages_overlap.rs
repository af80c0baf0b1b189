//! 70至79周岁50元，75至89周岁100元: a class of age begins before the one before it ends.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How far apart two classes are told, in characters.
const NEAR: usize = 24;

/// Reports each class of age that begins before the end of the one told right before it.
pub(crate) fn ages_overlap(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<(u32, u32, usize)> = None;
    for pair in view.numbers().windows(2) {
        let Some((from, to)) = ages(view, &pair[0], &pair[1]) else {
            continue;
        };
        let (start, end) = (pair[0].digits.start, pair[1].unit.end);
        let before = last.filter(|(_, _, told)| {
            start.saturating_sub(*told) <= NEAR && !view.has_mark(&(*told..start), "。\n")
        });
        let overlaps =
            before.is_some_and(|(first, till, _)| first < from && from < till && till < to);
        if overlaps {
            let text = view.words(start..end);
            findings
                .at(start..end, format!("“{text}”与前面的年龄段重叠"))
                .hint("核对各年龄段的起止");
        }
        last = Some((from, to, end));
    }
}

/// 70至79周岁, in years.
fn ages(view: &TextView<'_>, from: &Number, to: &Number) -> Option<(u32, u32)> {
    let mark = view.words(from.digits.end..to.digits.start);
    let is_range = matches!(
        mark,
        "至" | "—" | "到" | "～" | "周岁至" | "岁至" | "周岁—" | "岁—"
    );
    let is_of_age = view.one_of_at(to.digits.end, &["周岁", "岁"]).is_some();
    let value = |it: &Number| view.words(it.digits.clone()).parse::<u32>().ok();
    let (from, to) = value(from)
        .zip(value(to))
        .filter(|_| is_range && is_of_age)?;
    (from < to).then_some((from, to))
}
