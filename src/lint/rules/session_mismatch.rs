//! Two different sessions for one proposal number.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// Two different sessions for one proposal number.
pub(crate) const SESSION_MISMATCH: Rule = Rule {
    name: "session-mismatch",
    title: "届次、编号前后不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("session_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut first: Option<Mention> = None;
    for mention in mentions(view) {
        let Some(known) = &first else {
            first = Some(mention);
            continue;
        };
        let same_number = known.number == mention.number;
        let same_session = known.session == mention.session;
        if same_number && !same_session {
            report(view, known, &mention, findings);
        }
    }
}

/// 十二届五次会议第22号: session and number.
pub(super) struct Mention {
    pub(super) session: String,
    pub(super) number: String,
    pub(super) range: Range<usize>,
}

/// Every session with a number, in order.
pub(super) fn mentions(view: &TextView<'_>) -> Vec<Mention> {
    let ends = view.numbers().iter().filter(|number| {
        view.ends_at(number.digits.start, "次会议第") && view.char(number.digits.end) == '号'
    });
    ends.filter_map(|number| mention(view, number)).collect()
}

fn mention(view: &TextView<'_>, number: &Number) -> Option<Mention> {
    let end = number.digits.start - 1;
    let term = (end.saturating_sub(24)..end)
        .rev()
        .find(|at| view.char(*at) == '届')?;
    let start = (0..4)
        .map(|back| term - back.min(term))
        .find(|at| !is_chinese_digit(view.before(*at)))?;
    let session_number = end.checked_sub(4)?;
    let session = format!(
        "{}{}次会议",
        view.text(start..term + 1),
        view.char(session_number)
    );
    is_chinese_digit(view.char(session_number)).then(|| Mention {
        session,
        number: view.text(number.digits.clone()),
        range: start..number.digits.end + 1,
    })
}

fn report(view: &TextView<'_>, known: &Mention, mention: &Mention, findings: &mut Findings<'_>) {
    let text = view.text(mention.range.clone());
    findings
        .at(
            mention.range.clone(),
            format!("“{text}”的届次与前面的“{}”不一致", known.session),
        )
        .hint("核对届次");
}
