//! 武汉-宜昌段: a hyphen between the ends of a line.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 武汉-宜昌段: a hyphen between the ends of a line.
pub(crate) const HYPHEN_BETWEEN_PLACES: Rule = Rule {
    name: "hyphen-between-places",
    title: "起止地点之间用了短横线",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("hyphen_between_places.md"),
};

/// What names a way between two places.
const WAYS: &[&str] = &[
    "段",
    "高速",
    "铁路",
    "高铁",
    "公路",
    "线路",
    "航线",
    "航班",
    "方向",
    "城际",
    "班列",
    "管道",
    "快速路",
    "区间",
    "专线",
    "客运",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places_of_any(&['-', '－']) {
        let joins = is_han(view.before(at)) && is_han(view.char(at + 1));
        if !joins || view.in_title(at) {
            continue;
        }
        const LONGEST: usize = 5;
        let is_way = (at + 2..at + 2 + LONGEST).any(|end| view.one_of_at(end, WAYS).is_some());
        let is_name = view.chars()[at + 1..].iter().take(2).all(|c| is_han(*c));
        if is_way && is_name {
            findings
                .at(at..at + 1, "起止地点之间用了短横线")
                .hint("起止地点之间用一字线“—”")
                .replace(at..at + 1, "—");
        }
    }
}
