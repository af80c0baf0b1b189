//! 凤冈县…，我区茶产业…，我县将…: one writer is of a county and of a district.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 凤冈县…，我区茶产业…，我县将…: one writer is of a county and of a district.
pub(crate) const OWN_AREA_MISMATCH: Rule = Rule {
    name: "own-area-mismatch",
    title: "“我县”“我区”前后不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("own_area_mismatch.md"),
};

/// Areas of one level, of which a writer governs one.
const AREAS: [&str; 3] = ["我县", "我区", "我旗"];

/// What makes 区 something else than a district: the region, a park, a reserve.
const OTHER_AREAS: [&str; 20] = [
    "自治区",
    "园区",
    "开发区",
    "新区",
    "灌区",
    "林区",
    "保护区",
    "景区",
    "校区",
    "院区",
    "矿区",
    "库区",
    "示范区",
    "试验区",
    "管理区",
    "合作区",
    "保税区",
    "功能区",
    "度假区",
    "片区",
];

/// How far apart they are compared.
const NEAR: usize = 1500;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let places = view.places('我').filter(|at| {
        let is_area = view.one_of_at(*at, &AREAS).is_some();
        // 我区域, 我县级 go on.
        is_area
            && !view.is_any_at(at + 2, "域间块级别分")
            && !view.in_quotes(*at)
            && !view.in_title(*at)
    });
    let mut first: Option<usize> = None;
    for at in places {
        let Some(known) = first.filter(|known| at - known <= NEAR) else {
            first = Some(at);
            continue;
        };
        let (own, other) = (view.words(known..known + 2), view.words(at..at + 2));
        if own == other {
            continue;
        }
        // One look at the whole text is enough, however often the two are told of.
        if !is_of_other_area(view) {
            findings
                .at(at..at + 2, format!("前面是“{own}”，这里是“{other}”"))
                .hint("核对是县还是区，前后一致");
        }
        return;
    }
}

/// Whether 我区 may be another area than a district.
fn is_of_other_area(view: &TextView<'_>) -> bool {
    view.has_any(&(0..view.chars().len()), &OTHER_AREAS)
}
