//! （A类） in the title, 属于B类 in the text: the class of an answer.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// （A类） in the title, 属于B类 in the text: the class of an answer.
pub(crate) const CLASS_MISMATCH: Rule = Rule {
    name: "class-mismatch",
    title: "答复类别前后不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("class_mismatch.md"),
};

/// How much above the opening may tell the class.
const HEAD: usize = 200;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LEADS: [&str; 8] = [
        "属于",
        "属",
        "列为",
        "定为",
        "归为",
        "确定为",
        "类别为",
        "评定为",
    ];
    let opening = view.reply().opening.start;
    let head = opening.saturating_sub(HEAD)..opening;
    let Some(class) = only_class(view, &head) else {
        return;
    };
    let own = view.char(class);
    let mut classes = classes(view, opening..view.chars().len());
    let other = classes.find(|at| {
        view.char(*at) != own
            && view.one_of_before(*at, &LEADS).is_some()
            && is_of_answer(view, *at)
    });
    if let Some(at) = other {
        let text = view.words(at..at + 2);
        findings
            .at(at..at + 2, format!("标题里是“{own}类”，这里却是“{text}”"))
            .hint("核对办理结果的类别");
    }
}

/// The places of A类 and the like.
fn classes<'v>(view: &'v TextView<'_>, range: Range<usize>) -> impl Iterator<Item = usize> + 'v {
    range.filter(|at| {
        matches!(view.char(*at), 'A'..='D')
            && view.char(at + 1) == '类'
            && !view.before(*at).is_ascii_alphanumeric()
    })
}

/// The one class that the head tells: （A类）, 类别：A类.
fn only_class(view: &TextView<'_>, head: &Range<usize>) -> Option<usize> {
    let mut found = classes(view, head.clone());
    let first = found.next()?;
    let is_one = found.all(|at| view.char(at) == view.char(first));
    let is_told = view.is_any_before(first, "（(：:【\n") || view.is_any_at(first + 2, "）)\n");
    (is_one && is_told).then_some(first)
}

/// 该建议属于B类: what is classed is the paper that is answered.
fn is_of_answer(view: &TextView<'_>, at: usize) -> bool {
    const PAPERS: [&str; 8] = [
        "建议",
        "提案",
        "议案",
        "办理结果",
        "答复类别",
        "办理类别",
        "本件",
        "该件",
    ];
    let clause = view.clause(at);
    view.has_any(&(clause.start..at), &PAPERS)
}
