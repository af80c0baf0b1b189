//! 市体育局 signs what 市教育局关于…… begins.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::issuer::{is_name, self_name, signed, titled};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 市体育局 signs what 市教育局关于…… begins.
pub(crate) const SIGN_OFF_MISMATCH: Rule = Rule {
    name: "sign-off-mismatch",
    title: "落款与标题、联系单位的机关不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("sign_off_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(signed) = signed(view) else {
        return;
    };
    let name = view.text(signed.clone());
    let of_title = titled(view).map(|it| ("标题里的发文机关", it));
    let of_contact = contact(view).filter(|it| is_bureau(view, it) && is_bureau(view, &signed));
    let others = of_title
        .into_iter()
        .chain(of_contact.map(|it| ("联系单位", it)));
    for (what, other) in others {
        let other = view.text(other);
        if !is_short_for(&other, &name) && !is_short_for(&name, &other) {
            findings
                .at(
                    signed.clone(),
                    format!("{what}是“{other}”，落款却是“{name}”"),
                )
                .hint("核对落款");
        }
    }
}

/// The body in the line 联系单位：市教育局 behind the sign-off.
fn contact(view: &TextView<'_>) -> Option<Range<usize>> {
    const LABEL: &str = "联系单位：";
    let last = view.paragraphs().iter().rev().take(4);
    let mut names = last.filter_map(|line| {
        let label = view.find(line.range.clone(), LABEL)?;
        let start = label + LABEL.chars().count();
        let ends = |at: &usize| view.is_any_at(*at, "）)，；。\n");
        let end = (start..line.range.end + 1).find(ends)?;
        Some(start..end).filter(|name| is_name(view, name))
    });
    names.next()
}

/// Whether a body is a department, which answers letters by itself: the government's office does
/// for others.
fn is_bureau(view: &TextView<'_>, name: &Range<usize>) -> bool {
    ["我局", "我委", "我厅"]
        .map(Some)
        .contains(&self_name(view, name))
}

/// Whether the one name may be short for the other: its characters stand there in the same order.
///
/// 市卫健委 is short for 杭州市卫生健康委员会; the names of places are longer there, too.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let mut characters = short.chars().filter(|it| !"省市县区州".contains(*it));
    characters.all(|character| rest.any(|other| other == character))
}
