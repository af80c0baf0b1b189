//! A letter prints a figure of a time after its date of issue.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::facts::{Definition, Period};
use crate::lint::findings::Findings;
use crate::lint::periods::Dated;
use crate::lint::{Check, LetterView, Rule};
use crate::origin::FigureOrigin;

/// A letter prints a figure of a time after its date of issue.
pub(crate) const PREMATURE_FIGURE: Rule = Rule {
    name: "premature-figure",
    title: "数据晚于成文日期",
    severity: Severity::Error,
    check: Check::Letter(check),
    page: include_str!("premature_figure.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let Some(issued_on) = view.letter().issued_on else {
        return;
    };
    let mut seen = BTreeSet::new();
    for (origin, range) in view.figures() {
        if !seen.insert((origin.id.clone(), origin.period.clone())) {
            continue;
        }
        let Some(fault) = fault(view, origin, issued_on) else {
            continue;
        };
        let hint = "核对成文日期、信件的 period 和数据的 as_of";
        match fault {
            Fault::AsOf(date) => {
                let message = format!(
                    "数据截至{}，晚于成文日期{}",
                    chinese(date),
                    chinese(issued_on)
                );
                findings.at(range, message).hint(hint);
            }
            Fault::Future => {
                let message = format!(
                    "{}的数据用在{}成文的信里",
                    origin.period,
                    chinese(issued_on)
                );
                findings.at(range, message).hint(hint);
            }
            Fault::Running => {
                let message = format!(
                    "成文时（{}）{}还没有结束",
                    chinese(issued_on),
                    origin.period
                );
                findings
                    .warn(range, message)
                    .hint("不是全年的数，就写明截至哪一天（as_of）");
            }
        }
    }
}

enum Fault {
    /// The value holds for a day after the date of issue.
    AsOf(Date),
    /// The period had not begun.
    Future,
    /// The period was not over.
    Running,
}

fn fault(view: &LetterView<'_>, origin: &FigureOrigin, issued_on: Date) -> Option<Fault> {
    let period = Period::new(&origin.period).ok()?;
    let figure = view.facts().figure(&origin.id)?;
    if !matches!(figure.definition, Definition::Reported) {
        return None;
    }
    match figure.by_period.get(&period).and_then(|entry| entry.as_of) {
        Some(as_of) => (as_of > issued_on).then_some(Fault::AsOf(as_of)),
        None => {
            let dated = Dated::of(&period)?;
            if dated.first_day() > issued_on {
                return Some(Fault::Future);
            }
            (dated.last_day() > issued_on).then_some(Fault::Running)
        }
    }
}

fn chinese(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
