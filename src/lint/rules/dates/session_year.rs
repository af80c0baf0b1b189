//! 2024年召开的十四届全国人大一次会议: the session was not held in that year.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::dated;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};
use crate::text::numerals::parse_chinese_numeral;

/// 2024年召开的十四届全国人大一次会议: the session was not held in that year.
pub(crate) const SESSION_YEAR: Rule = Rule {
    name: "session-year",
    title: "全国两会的届次与年份不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("session_year.md"),
};

const WORDS: &[&str] = &["次会议"];

/// The first year of the eighth term, and how long a term is; one session is held a year.
const EIGHTH: (u64, u64) = (1993, 5);
/// Terms in which every session was held in its year.
const TERMS: std::ops::RangeInclusive<u64> = 8..=14;

/// Names of the two national bodies.
const BODIES: [&str; 6] = [
    "全国人民代表大会",
    "全国人大",
    "全国政协",
    "全国委员会",
    "中国人民政治协商会议",
    "政协",
];

/// The reader, who was at the session.
const READERS: [&str; 4] = ["您在", "你们在", "您于", "你们于"];

/// What may stand between the year and the name of the session.
const BETWEEN: [&str; 14] = [
    "期间",
    "，",
    "您在",
    "你们在",
    "您于",
    "召开的",
    "举行的",
    "的",
    "在",
    "年初",
    "3月",
    "3月份",
    "全国两会",
    "第",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let from = told_from(view, word.start);
    let mut name = view.text(from..word.start);
    if !name.contains("全国") || name.contains('常') {
        return;
    }
    let Some((year, rest)) = year(&name) else {
        return not_yet_held(view, word, &name, findings);
    };
    name = rest;
    let Some(held) = held(&name) else {
        return;
    };
    if held != year {
        let length = name.chars().count();
        let message = format!("这次会议在{held}年召开，不在{year}年");
        findings
            .at(word.start - length..word.end, message)
            .hint("核对年份和届次");
    }
}

/// Where the words begin that may tell the year of a session: 2025年，您在…会议上 tells it a clause before.
fn told_from(view: &TextView<'_>, end: usize) -> usize {
    const LONGEST: usize = 40;
    let clause = view.clause(end);
    let is_readers = view.one_of_at(clause.start, &READERS).is_some();
    let before = clause.start.checked_sub(1).map(|comma| view.clause(comma));
    let year = before.filter(|it| {
        is_readers && view.char(it.end) == '，' && it.len() <= "2025年全国两会期间".chars().count()
    });
    let start = year.map_or(clause.start, |it| it.start);
    start.max(end.saturating_sub(LONGEST))
}

/// The year in which the session of that name was held.
fn held(name: &str) -> Option<u64> {
    let (term, session) = session(name).filter(|(term, _)| TERMS.contains(term))?;
    (1..=EIGHTH.1)
        .contains(&session)
        .then(|| EIGHTH.0 + (term - 8) * EIGHTH.1 + session - 1)
}

/// 十四届全国政协四次会议上提出的 in a letter of 2025: it was held after the letter was signed.
fn not_yet_held(view: &TextView<'_>, word: Word, name: &str, findings: &mut Findings<'_>) {
    const MADE: [&str; 4] = ["上提出", "上提交", "期间提出", "提出的"];
    let from = name.find(['第', '十', '全', '政']).unwrap_or(0);
    let name = name.get(from..).unwrap_or_default();
    let name = ["在", "于"]
        .iter()
        .filter_map(|link| Some(name.rsplit_once(link)?.1))
        .min_by_key(|rest| rest.len())
        .unwrap_or(name);
    let made = view.one_of_at(word.end, &MADE).and_then(|_| held(name));
    let signed = made.and_then(|_| dated(view)?.year).map(u64::from);
    if let Some((held, signed)) = made.zip(signed).filter(|(held, signed)| held > signed) {
        let length = name.chars().count();
        let message = format!("这次会议在{held}年召开，落款却在{signed}年");
        findings
            .at(word.start - length..word.end, message)
            .hint("核对届次和成文日期");
    }
}

/// The year, and the name of the session after it without what links the two.
fn year(text: &str) -> Option<(u64, String)> {
    let (before, mut rest) = text.rsplit_once('年')?;
    let digits = before.len().checked_sub(4)?;
    let year = before.get(digits..)?.parse().ok()?;
    while let Some(shorter) = BETWEEN.iter().find_map(|link| rest.strip_prefix(link)) {
        rest = shorter;
    }
    Some((year, rest.to_owned()))
}

/// The numbers in 十四届全国人大一次 and in 政协第十四届全国委员会第一次.
fn session(name: &str) -> Option<(u64, u64)> {
    let (term, session) = name.split_once('届')?;
    let mut term = term;
    let mut session = session;
    for body in BODIES {
        term = term.strip_prefix(body).unwrap_or(term);
        session = session.strip_prefix(body).unwrap_or(session);
    }
    let number = |text: &str| parse_chinese_numeral(text.strip_prefix('第').unwrap_or(text));
    number(term).zip(number(session))
}
