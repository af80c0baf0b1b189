//! 六届四届会议, 五此会议, 三次会仪: the name of a session with a slip in it.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::slip_in::slip_in;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 六届四届会议, 五此会议, 三次会仪: the name of a session with a slip in it.
pub(crate) const MALFORMED_SESSION: Rule = Rule {
    name: "malformed-session",
    title: "会议届次写错了字",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("malformed_session.md"),
};

/// What follows the number of the term; 界 and 介 are written for 届.
const WORDS: &[&str] = &[
    "届一",
    "届二",
    "届三",
    "届四",
    "届五",
    "届六",
    "届七",
    "届八",
    "届九",
    "届十",
    "届第",
    "届人大",
    "届政协",
    "届全国",
    "届人民",
    "届委员会",
    "界一",
    "界二",
    "界三",
    "界四",
    "界五",
    "界六",
    "界七",
    "界第",
    "界人大",
    "界政协",
    "界委员会",
    "界全国",
    "界人民",
    "届届",
    "介一",
    "介二",
    "介三",
    "介四",
    "介五",
    "介人大",
    "介政协",
    "人大一次会议",
    "人大二次会议",
    "人大三次会议",
    "人大四次会议",
    "人大五次会议",
    "政协一次会议",
    "政协二次会议",
    "政协三次会议",
    "政协四次会议",
    "政协五次会议",
    "人大会议一",
    "人大会议二",
    "人大会议三",
    "人大会议四",
    "人大会议五",
    "政协会议一",
    "政协会议二",
    "政协会议三",
    "政协会议四",
    "政协会议五",
];

/// Bodies between the term and the number of the session, the longer ones first.
const BODIES: &[&str] = &[
    "全国人民代表大会",
    "全国委员会",
    "全国人大",
    "全国政协",
    "人民代表大会",
    "委员会",
    "人大",
    "政协",
];

/// What makes a place of 会议: 第一会议室.
const ROOMS: [&str; 3] = ["室", "厅", "中心"];

const RIGHT: [char; 3] = ['次', '会', '议'];

/// Characters that look like those of 次会议: the written and the right one.
const LOOK_ALIKE: [(char, char); 8] = [
    ('欠', '次'),
    ('吹', '次'),
    ('坎', '次'),
    ('全', '会'),
    ('公', '会'),
    ('合', '会'),
    ('设', '议'),
    ('仅', '议'),
];

/// 十三届人大会议三次会议: 会议 is told twice.
fn told_twice(word: Word, findings: &mut Findings<'_>) {
    let start = word.start + 2;
    findings
        .at(start..start + 2, "届次里多了“会议”")
        .hint("写成“某届人大某次会议”")
        .suggest(start..start + 2, "");
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.is_at(word.start + 2, "会议") && word.end == word.start + 5 {
        return told_twice(word, findings);
    }
    if view.is_any_at(word.start, "人政") {
        without_term(view, word, findings);
        return;
    }
    if view.is_at(word.start, "届届") {
        doubled(view, word, findings);
        return;
    }
    let Some(number) = number(view, word.start) else {
        return;
    };
    let wrong_term = (view.char(word.start) != '届').then_some(word.start..word.start + 1);
    if let Some((range, right)) = slip(view, number.end) {
        if wrong_term.is_none() {
            report(view, range, right, findings);
        }
    } else if let Some(range) = wrong_term
        && view.is_at(number.end, "次会议")
    {
        report(view, range, "届", findings);
    }
}

/// 十八人大三次会议 has lost 届.
fn without_term(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if is_any_digit(view.before(word.start)) {
        let range = word.start - 1..word.start;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”后面漏了“届”"))
            .hint("写成“某届某次会议”")
            .suggest(word.start..word.start, "届");
    }
}

/// 九届届二次: 届 is there twice.
fn doubled(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let goes_on = is_any_digit(view.char(word.end)) || view.one_of_at(word.end, BODIES).is_some();
    if is_any_digit(view.before(word.start)) && goes_on {
        findings
            .at(word.start..word.end, "“届”重复")
            .hint("写成“某届某次会议”")
            .suggest(word.start..word.start + 1, "");
    }
}

fn report(view: &TextView<'_>, range: Range<usize>, right: &str, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    findings
        .at(
            range.clone(),
            format!("会议的届次里，“{text}”应当是“{right}”"),
        )
        .hint("写成“某届某次会议”")
        .suggest(range, right);
}

/// The number of the session after the term that ends at `end`.
fn number(view: &TextView<'_>, end: usize) -> Option<Range<usize>> {
    if !is_any_digit(view.before(end)) {
        return None;
    }
    let body = view
        .one_of_at(end + 1, BODIES)
        .map_or(0, |it| it.chars().count());
    let start = end + 1 + body;
    let start = start + usize::from(view.char(start) == '第');
    let length = (0..3)
        .take_while(|it| is_any_digit(view.char(start + it)))
        .count();
    (length > 0).then_some(start..start + length)
}

/// What stands after the number of the session for 次会议, and what is right.
fn slip(view: &TextView<'_>, at: usize) -> Option<(Range<usize>, &'static str)> {
    if view.is_at(at, "次会议") {
        return None;
    }
    // 八届三次人民代表大会 confuses the congress with its session.
    if view.is_at(at, "次人民代表大会") {
        return Some((at + 1..at + 7, "会议"));
    }
    if view.is_at(at, "次代表大会") && names_body(view, at) {
        return Some((at + 1..at + 5, "会议"));
    }
    if view.is_at(at, "会议") && view.one_of_at(at + 2, &ROOMS).is_none() {
        return Some((at..at + 2, "次会议"));
    }
    if view.is_at(at, "届会议") || view.is_at(at, "届全体会议") || view.is_at(at, "届全会")
    {
        return Some((at..at + 1, "次"));
    }
    if view.is_at(at, "次议会") {
        return Some((at + 1..at + 3, "会议"));
    }
    let written = view.chars().get(at..at + RIGHT.len())?;
    let place = slip_in(written, RIGHT.into_iter(), &LOOK_ALIKE)?;
    Some((at + place..at + place + 1, ["次", "会", "议"][place]))
}

/// Whether 政协 or 人大 stands before the session; a party has a congress (代表大会).
fn names_body(view: &TextView<'_>, at: usize) -> bool {
    let before = at.saturating_sub(10)..at;
    view.has_any(&before, &["政协", "人大"])
}
