//! 市体育局 signs what 市教育局关于…… begins.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::issuer::{signed, titled};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 市体育局 signs what 市教育局关于…… begins.
pub(crate) const SIGN_OFF_MISMATCH: Rule = Rule {
    name: "sign-off-mismatch",
    title: "落款与标题的发文机关不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("sign_off_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some((titled, signed)) = titled(view).zip(signed(view)) else {
        return;
    };
    let (title, name) = (view.text(titled), view.text(signed.clone()));
    if !is_short_for(&title, &name) && !is_short_for(&name, &title) {
        findings
            .at(
                signed,
                format!("标题里的发文机关是“{title}”，落款却是“{name}”"),
            )
            .hint("核对落款");
    }
}

/// Whether the one name may be short for the other: its characters stand there in the same order.
///
/// 市卫健委 is short for 杭州市卫生健康委员会; the names of places are longer there, too.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let mut characters = short.chars().filter(|it| !"省市县区州".contains(*it));
    characters.all(|character| rest.any(|other| other == character))
}
