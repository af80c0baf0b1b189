//! 由第12位上升到第8位，前移3位: by how many places a rank has moved.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What says that a rank has moved, right before the number of places.
const MOVED: [&str; 10] = [
    "前移",
    "上升",
    "提升",
    "跃升",
    "前进",
    "后移",
    "下降",
    "上升了",
    "提升了",
    "前移了",
];

/// Reports a number of places that is not the difference of the two ranks before it.
pub(super) fn rank_moved(view: &TextView<'_>, findings: &mut Findings<'_>) {
    // Years may stand between: 由2023年的第19位上升到2024年的第12位.
    let places = view.numbers().iter().filter(|it| is_place(view, it));
    let places: Vec<&Number> = places.collect();
    for triple in places.windows(3) {
        if let [from, to, moved] = triple {
            moved_by(view, [from, to, moved], findings);
        }
    }
}

fn moved_by(view: &TextView<'_>, [from, to, moved]: [&Number; 3], findings: &mut Findings<'_>) {
    let chars = view.chars();
    let is_rank = |it: &Number| view.before(it.digits.start) == '第' && is_place(view, it);
    let between = to.unit.end..moved.digits.start;
    let verb = view.one_of_before(moved.digits.start, &MOVED);
    let is_told = verb.is_some_and(|verb| between.len() == verb.chars().count() + 1)
        && view.is_any_at(between.start, "，、（");
    let is_near = view.sentence(from.digits.start) == view.sentence(moved.digits.start);
    if !(is_rank(from) && is_rank(to) && is_told && is_near) {
        return;
    }
    let values = from
        .decimal(chars)
        .zip(to.decimal(chars))
        .zip(moved.decimal(chars));
    let Some(((from, to), said)) = values else {
        return;
    };
    let should: Decimal = (from - to).abs();
    if should != said {
        let text = view.words(moved.range());
        findings
            .at(moved.range(), format!("“{text}”与前后两个位次不符"))
            .hint(format!("第{from}位到第{to}位相差{}位", plain(should, 0)));
    }
}

fn is_place(view: &TextView<'_>, number: &Number) -> bool {
    view.is_any_at(number.digits.end, "位名")
}
