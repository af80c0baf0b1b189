//! Whether a letter's dates follow each other: assigned, due, issued, printed, sent.

use jiff::civil::Date;

use super::handling::Handling;
use super::letter::Letter;
use super::yaml::Fields;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text::date::chinese_date;

/// What happened to a letter before it was issued (成文), though it can only happen afterwards.
pub(super) fn of_issue(letter: &Letter, fields: &Fields<'_, '_, '_>) -> Vec<Diagnostic> {
    let Some(issued_on) = letter.issued_on else {
        return Vec::new();
    };
    let printed = letter.printed_on.filter(|date| *date < issued_on);
    let printed =
        printed.map(|date| printed_before_issue(date, issued_on, fields.place_of("printed_on")));
    let handling = &letter.handling;
    let replied = handling.replied_on.zip(handling.replied_place.clone());
    let replied = replied.filter(|(date, _)| *date < issued_on);
    let replied = replied.map(|(date, place)| {
        replied_before_issue(date, issued_on, place)
            .with_label(fields.place_of("issued_on"), "成文日期在这里")
    });
    printed.into_iter().chain(replied).collect()
}

/// What of a handling lies before the day on which it was assigned (交办).
pub(super) fn of_handling(handling: &Handling, fields: &Fields<'_, '_, '_>) -> Vec<Diagnostic> {
    let Some(assigned_on) = handling.assigned_on else {
        return Vec::new();
    };
    let dates = [
        ("due_on", "限期", handling.due_on),
        ("extended_to", "延期至的日期", handling.extended_to),
        ("replied_on", "答复发出的日期", handling.replied_on),
    ];
    let early = dates.into_iter().filter_map(|(key, word, date)| {
        let date = date.filter(|date| *date < assigned_on)?;
        Some(before_assignment(key, word, (date, assigned_on), fields))
    });
    early.collect()
}

fn before_assignment(
    key: &str,
    word: &str,
    (date, assigned_on): (Date, Date),
    fields: &Fields<'_, '_, '_>,
) -> Diagnostic {
    let (date, assigned_on) = (chinese_date(date), chinese_date(assigned_on));
    let message = format!("{word}{date}早于交办日期{assigned_on}");
    Diagnostic::error("handling-dates", fields.place_of(key), message)
        .with_label(fields.place_of("assigned_on"), "交办日期在这里")
        .with_hint(format!("请核对“{key}”和“assigned_on”，年份最容易写错"))
}

fn replied_before_issue(replied_on: Date, issued_on: Date, place: Span) -> Diagnostic {
    let (replied_on, issued_on) = (chinese_date(replied_on), chinese_date(issued_on));
    let message = format!("答复发出的日期{replied_on}早于成文日期{issued_on}");
    Diagnostic::error("handling-dates", place, message)
        .with_hint("成文以后才能发出，请核对“replied_on”和“issued_on”")
}

fn printed_before_issue(printed_on: Date, issued_on: Date, place: Span) -> Diagnostic {
    let (printed_on, issued_on) = (chinese_date(printed_on), chinese_date(issued_on));
    let message = format!("印发日期{printed_on}早于成文日期{issued_on}");
    Diagnostic::error("printed-before-issue", place, message)
        .with_hint("成文以后才能印发，请核对两个日期")
        .with_note("GB/T 9704-2012 7.4.3")
}
