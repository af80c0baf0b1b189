//! 截至2023年9月底 in a letter signed in June.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule};

/// 截至2023年9月底 in a letter signed in June.
pub(crate) const DATED_AFTER_SIGN_OFF: Rule = Rule {
    name: "dated-after-sign-off",
    title: "日期晚于落款的日期",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("dated_after_sign_off.md"),
};

/// How many of the last paragraphs may hold the sign-off.
const LAST: usize = 12;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(signed) = signed(view) else {
        return;
    };
    let day = (signed.year, signed.month, signed.day);
    for date in view.dates().iter().filter(|date| date.year.is_some()) {
        let is_later = (date.year, date.month, date.day.or(Some(1))) > day;
        if is_later && is_past(view, date) {
            let text = view.text(date.range.clone());
            let signed = view.text(signed.range.clone());
            findings
                .at(
                    date.range.clone(),
                    format!("“{text}”晚于落款的日期{signed}"),
                )
                .hint("核对这个日期和成文日期");
        }
    }
}

/// The date of issue (成文日期): a paragraph of its own near the end.
fn signed<'v>(view: &'v TextView<'_>) -> Option<&'v DateMention> {
    let last = view.paragraphs().iter().rev().take(LAST);
    let mut alone = last.filter_map(|paragraph| {
        let date = view.date_at(paragraph.range.start)?;
        (date.range == paragraph.range && date.year.is_some() && date.day.is_some()).then_some(date)
    });
    alone.next()
}

/// Whether the date is told as past: figures as of it, or a meeting held then.
fn is_past(view: &TextView<'_>, date: &DateMention) -> bool {
    let sentence = view.sentence(date.range.start);
    let is_plan = [
        "将", "拟", "预计", "力争", "计划", "争取", "确保", "目标", "要",
    ]
    .iter()
    .any(|word| view.find(sentence.clone(), word).is_some());
    let is_as_of = view
        .one_of_before(date.range.start, &["截至", "截止", "截止到"])
        .is_some();
    let is_held = view
        .one_of_at(
            date.range.end,
            &["召开的", "举行的", "印发的", "发布的", "出台的"],
        )
        .is_some();
    (is_as_of && !is_plan) || is_held
}
