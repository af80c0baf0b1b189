//! 周晓梅委员， in a line of its own: an addressee ends in ：.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 周晓梅委员， in a line of its own: an addressee ends in ：.
pub(crate) const ADDRESSEE_COLON: Rule = Rule {
    name: "addressee-colon",
    title: "称呼后面没有用冒号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("addressee_colon.md"),
};

/// How many paragraphs may stand above the text of a letter.
const ABOVE: usize = 30;
/// Longer than this is no line of addressees.
const LONGEST_LINE: usize = 40;

/// How the text of a letter begins after its addressee.
const OPENINGS: [&str; 8] = [
    "您提",
    "您在",
    "您的",
    "您好",
    "你们提",
    "你们在",
    "你提",
    "你们好",
];

/// Ends of the line of an addressee.
const TITLES: [&str; 9] = [
    "委员",
    "代表",
    "省委会",
    "市委会",
    "区委会",
    "县委会",
    "工商联",
    "委员会",
    "支部",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let lines = view.paragraphs().windows(2).take(ABOVE);
    for pair in lines {
        let line = &pair[0].range;
        let opens = view.one_of_at(pair[1].range.start, &OPENINGS).is_some();
        let Some(mark) = mark(view, line).filter(|_| opens) else {
            continue;
        };
        let text = view.words(mark.clone());
        let message = match text.is_empty() {
            true => "称呼后面没有冒号".to_owned(),
            false => format!("称呼后面用了“{text}”"),
        };
        let place = if mark.is_empty() {
            line.end - 1..line.end
        } else {
            mark.clone()
        };
        findings
            .at(place, message)
            .hint("称呼后面用冒号")
            .suggest(mark, "：");
    }
}

/// The mark after the addressee of a line, which may be empty; nothing if it is right.
fn mark(view: &TextView<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let is_mark = line.len() > 4 && view.is_any_before(line.end, "，,。；;、！");
    let end = line.end - usize::from(is_mark);
    let is_name = |at: usize| is_han(view.char(at)) || view.is_any_at(at, "、·");
    let is_addressee = line.len() <= LONGEST_LINE
        && line.len() >= 4
        && view.one_of_before(end, &TITLES).is_some()
        && (line.start..end).all(is_name);
    is_addressee.then_some(end..line.end)
}
