//! 商业综合体、劳动密集型企业、劳动密集型企业等场所: one item of a list stands twice.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 商业综合体、劳动密集型企业、劳动密集型企业等场所: one item of a list stands twice.
pub(crate) const REPEATED_ITEM: Rule = Rule {
    name: "repeated-item",
    title: "并列的词重复",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_item.md"),
};

/// Shorter items may be a name and what is counted: 中、中、小.
const SHORTEST: usize = 3;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<usize> = None;
    for pause in view.marks().filter(|at| view.char(*at) == '、') {
        let item = last.map(|last| last + 1..pause);
        last = Some(pause);
        let repeated = item.filter(|item| is_item(view, item));
        if let Some(item) = repeated.filter(|item| stands_at(view, item, pause + 1)) {
            let text = view.text(item.clone());
            findings
                .at(
                    pause + 1..pause + 1 + item.len(),
                    format!("“{text}”前面已经列过"),
                )
                .hint("删去一个，或者改成漏掉的那一项");
        }
    }
}

fn is_item(view: &TextView<'_>, range: &Range<usize>) -> bool {
    (SHORTEST..20).contains(&range.len()) && range.clone().all(|at| is_han(view.char(at)))
}

/// Whether the item stands at `at` and ends there.
fn stands_at(view: &TextView<'_>, item: &Range<usize>, at: usize) -> bool {
    let end = at + item.len();
    view.chars().get(at..end) == view.chars().get(item.clone())
        && (view.is_any_at(end, "、，。；等") || view.is_any_at(end, "和及") && item.len() > 4)
}
