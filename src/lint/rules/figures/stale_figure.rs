//! A letter prints a period's figures though a newer period is known.

use crate::diagnostic::Severity;
use crate::facts::Period;
use crate::lint::findings::Findings;
use crate::lint::periods::Dated;
use crate::lint::{Check, LetterView, Rule};

/// A letter prints a period's figures though a newer period is known.
pub(crate) const STALE_FIGURE: Rule = Rule {
    name: "stale-figure",
    title: "数据已有新一期",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("stale_figure.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let letter = view.letter();
    let mut newer: Vec<(String, String)> = Vec::new();
    for (origin, _) in view.figures() {
        let Ok(period) = Period::new(&origin.period) else {
            continue;
        };
        if period != letter.period.period || newer.iter().any(|(id, _)| *id == origin.id) {
            continue;
        }
        if let Some(period) = newer_period(view, &origin.id, &period) {
            newer.push((origin.id.clone(), period));
        }
    }
    let Some((id, period)) = newer.first() else {
        return;
    };
    let name = view
        .facts()
        .figure(id)
        .map_or(id.as_str(), |it| it.name.as_str());
    let count = newer.len();
    let message = match count {
        1 => format!(
            "“{name}”已有{period}的数，这封信用的是{}的",
            letter.period.period
        ),
        _ => format!(
            "“{name}”等{count}项已有{period}的数，这封信用的是{}的",
            letter.period.period
        ),
    };
    findings
        .place(letter.period.place.clone(), message)
        .hint("改 period；有意用旧数据的，写明年份并加允许注释");
}

/// The newest period of the same form that was over when the letter was issued.
fn newer_period(view: &LetterView<'_>, id: &str, period: &Period) -> Option<String> {
    let printed = Dated::of(period)?;
    let issued_on = view.letter().issued_on;
    let figure = view.facts().figure(id)?;
    let known = figure.by_period.iter().filter_map(|(period, entry)| {
        let dated = Dated::of(period)?;
        let ready_on = entry.as_of.unwrap_or(dated.last_day());
        let is_known = issued_on.is_none_or(|issued_on| ready_on <= issued_on);
        (is_known && entry.amount.is_some() && dated.is_later_form_of(&printed))
            .then_some((dated.year, period.to_string()))
    });
    known.max().map(|(_, period)| period)
}
