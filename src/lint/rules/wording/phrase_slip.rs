//! 领小组, 社会保保障, 绩考效核: a set phrase with a character missing, doubled or out of order.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::vocabulary::phrases::{BrokenPhrase, Fault, broken_pairs, broken_phrases};
use crate::lint::{Check, Rule};

/// 领小组, 社会保保障, 绩考效核: a set phrase with a character missing, doubled or out of order.
pub(crate) const PHRASE_SLIP: Rule = Rule {
    name: "phrase-slip",
    title: "常用词组缺字、多字或者颠倒",
    severity: Severity::Warning,
    check: Check::Pairs(broken_pairs, check),
    page: include_str!("phrase_slip.md"),
};

fn check(view: &TextView<'_>, places: &[u32], findings: &mut Findings<'_>) {
    for broken in broken_phrases(view.chars(), places) {
        // A title may have words of its own: 技术导则; and so has what is quoted whole: “一窗通”平台.
        let is_named = view.in_title(broken.range.start)
            || view.before(broken.range.start) == '“' && view.char(broken.range.end) == '”';
        if (broken.fault != Fault::Missing || !is_named) && !is_reduplicated(view, &broken) {
            report(view, broken, findings);
        }
    }
}

/// 切切实实解决: each of the two characters twice.
fn is_reduplicated(view: &TextView<'_>, broken: &BrokenPhrase) -> bool {
    let start = broken.range.start;
    view.before(start) == view.char(start) && view.char(start + 1) == view.char(start + 2)
}

fn report(view: &TextView<'_>, broken: BrokenPhrase, findings: &mut Findings<'_>) {
    let BrokenPhrase {
        range,
        right,
        fault,
        ..
    } = broken;
    let written = view.words(range.clone());
    let what = match fault {
        Fault::Missing => "少了一个字",
        Fault::Doubled => "多了一个字",
        Fault::Swapped => "写颠倒了",
    };
    findings
        .at(range.clone(), format!("“{written}”像是“{right}”{what}"))
        .hint(format!("如果是这个意思，改为“{right}”"))
        .suggest(range, right);
}
