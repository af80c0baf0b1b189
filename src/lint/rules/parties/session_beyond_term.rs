//! 全国政协十四届七次会议: a term of five years has five sessions.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};
use crate::text::numerals::parse_chinese_numeral;

/// 全国政协十四届七次会议: a term of five years has five sessions.
pub(crate) const SESSION_BEYOND_TERM: Rule = Rule {
    name: "session-beyond-term",
    title: "一届没有这么多次会议",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("session_beyond_term.md"),
};

const WORDS: &[&str] = &["次会议"];

/// How many sessions a term has; a local body may hold one or two more.
const SESSIONS: u64 = 5;

/// The two bodies that hold one session a year.
const BODIES: [&str; 4] = ["政协", "人大", "人民代表大会", "政治协商会议"];

/// What makes it a meeting of a smaller circle, which meets as often as it likes.
const COMMITTEES: [&str; 7] = ["常", "主席", "主任", "党组", "专门", "专委", "工作"];

/// How long the name of a session may be up to its number.
const LONGEST_NAME: usize = 24;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let digits = (0..3).take_while(|back| {
        word.start > *back && is_chinese_digit(view.char(word.start - back - 1))
    });
    let start = word.start - digits.count();
    let number = parse_chinese_numeral(view.words(start..word.start));
    let Some(number) = number.filter(|number| *number > SESSIONS) else {
        return;
    };
    let from = view
        .clause(start)
        .start
        .max(start.saturating_sub(LONGEST_NAME));
    let name = view.words(from..start);
    let Some((before, after)) = name.rsplit_once('届') else {
        return;
    };
    if is_plenary(name, after) {
        let is_national = after.starts_with("全国") || is_of_nation(before);
        report((start..word.end, number), is_national, findings);
    }
}

/// Whether a name is of a session of the whole body; `after` is what follows the term.
fn is_plenary(name: &str, after: &str) -> bool {
    let names = |words: &[&str]| words.iter().any(|it| name.contains(it));
    let is_of_other = after.contains("会议") || after.contains("座谈") || after.contains("小组");
    names(&BODIES) && !names(&COMMITTEES) && !is_of_other && after.chars().count() <= 12
}

fn report((range, number): (Range<usize>, u64), is_national: bool, findings: &mut Findings<'_>) {
    let message = format!("一届会议一年开一次，共{SESSIONS}次，这里却是第{number}次");
    let finding = match is_national {
        true => findings.at(range, message),
        false => findings.hint(range, message),
    };
    finding.hint("核对届次");
}

/// Whether the last body named is one of the nation, and no place stands after it.
fn is_of_nation(before: &str) -> bool {
    let last = before.rsplit_once("全国").map(|(_, rest)| rest);
    last.is_some_and(|rest| {
        BODIES.iter().any(|body| rest.starts_with(body))
            && !rest.contains(|it| "省市县区州旗盟".contains(it))
    })
}
