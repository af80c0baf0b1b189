//! Two different sessions for one proposal number.

use std::ops::Range;

use super::answered::MADE;
use super::other_session;
use super::same_session::same_session;
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
    receipt(view, findings);
    opening(view, findings);
    other_session::in_body(view, findings);
    other_session::by_year(view, findings);
    other_session::in_paragraph(view, findings);
    other_session::handed_on(view, findings);
    other_session::numbers(view, findings);
    same_session(view, findings);
    let mut first: Option<Mention> = None;
    for mention in mentions(view) {
        in_parentheses(view, &mention, findings);
        let Some(known) = &first else {
            first = Some(mention);
            continue;
        };
        let same_number = known.number == mention.number;
        let same_session = known.session == mention.session;
        // 第19号提案 and 第19号建议 are of two bodies.
        let kind = |it: &Mention| view.text(it.range.end..it.range.end + 2);
        let is_of_other_kind = ["提案", "建议"].contains(&kind(known).as_str())
            && ["提案", "建议"].contains(&kind(&mention).as_str())
            && kind(known) != kind(&mention);
        // The opening is compared with the title as a whole.
        let is_told = view.reply().opening.contains(&mention.range.start) && told(view).is_some();
        if same_number && !same_session && !is_told && !is_of_other_kind {
            report(view, known, &mention, findings);
        }
    }
}

/// 您在十七届三次会议上提出的…（十七届四次会议第41号）: the number of a paper names another session of the term
/// than the one it was handed in at.
fn in_parentheses(view: &TextView<'_>, mention: &Mention, findings: &mut Findings<'_>) {
    let Some(session) = session_before(view, mention) else {
        return;
    };
    let text = view.text(session.clone());
    if !mention.session.ends_with(&text) {
        let message = format!("这里是“{text}”，编号里是“{}”", mention.session);
        findings.at(session, message).hint("核对哪一次会议");
    }
}

/// 三次会议 before the parentheses that hold a mention, in its sentence and of its term.
fn session_before(view: &TextView<'_>, mention: &Mention) -> Option<Range<usize>> {
    let start = mention.range.start;
    let sentence = view.sentence(start).start..start;
    let is_inside = view.in_parentheses(start);
    let meeting = view.each(sentence.clone(), "次会议").last();
    let session = meeting.filter(|_| is_inside)?.checked_sub(1)?;
    let mut before = (sentence.start..session).rev();
    let term = before.find(|at| view.char(*at) == '届')?;
    let own = mention.session.split('届').next()?;
    let is_numbered = is_chinese_digit(view.char(session)) && session - term <= FARTHEST_SESSION;
    (is_numbered && view.ends_at(term, own)).then(|| session..session + "三次会议".chars().count())
}

/// More characters than 人民代表大会第 between 届 and the number of the session has.
const FARTHEST_SESSION: usize = 12;

/// 十二届五次会议第22号: session and number.
pub(super) struct Mention {
    pub(super) session: String,
    pub(super) number: String,
    pub(super) range: Range<usize>,
}

/// Every session with a number, in order.
pub(super) fn mentions(view: &TextView<'_>) -> Vec<Mention> {
    let numbers = view.numbers().iter();
    let of_papers = numbers.filter(|number| is_of_paper(view, number));
    of_papers
        .filter_map(|number| mention(view, number))
        .collect()
}

/// 第22号.
fn is_of_paper(view: &TextView<'_>, number: &Number) -> bool {
    view.before(number.digits.start) == '第' && view.char(number.digits.end) == '号'
}

fn mention(view: &TextView<'_>, number: &Number) -> Option<Mention> {
    let before = number.digits.start.checked_sub(1)?;
    let end = meeting_end(view, before)?;
    let term = (end.saturating_sub(24)..end)
        .rev()
        .find(|at| view.char(*at) == '届')?;
    let start = (0..4)
        .map(|back| term - back.min(term))
        .find(|at| !is_chinese_digit(view.before(*at)))?;
    let session_number = end.checked_sub("次会议".chars().count() + 1)?;
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

/// Where 次会议 ends before 第, words like 上提出的 between.
fn meeting_end(view: &TextView<'_>, before: usize) -> Option<usize> {
    let links = ["", "上提出的", "期间提出的", "提出的", "上提交的"];
    let mut ends = links
        .iter()
        .filter(|link| view.ends_at(before, link))
        .filter_map(|link| before.checked_sub(link.chars().count()));
    ends.find(|end| view.ends_at(*end, "次会议"))
}

/// The one number that the title names is not the one that was received (收悉).
fn receipt(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let paragraphs = view.paragraphs().iter().take(12);
    let mut received = paragraphs.map(|it| it.range.clone()).skip(1);
    let title = view.paragraphs().first().map(|it| it.range.clone());
    let received = received.find(|range| view.find(range.clone(), "收悉").is_some());
    let only = |range: Range<usize>| {
        let end = view.find(range.clone(), "收悉").unwrap_or(range.end);
        let numbers = view.numbers_in(range.start..end).iter();
        let mut papers = numbers.filter(|number| is_of_paper(view, number));
        papers.next().filter(|_| papers.next().is_none())
    };
    let Some((titled, told)) = title.and_then(only).zip(received.and_then(only)) else {
        return;
    };
    let digits = |number: &Number| {
        let text = view.words(number.digits.clone());
        text.trim_start_matches('0').to_owned()
    };
    if digits(titled) != digits(told) {
        let range = told.digits.start - 1..told.digits.end + 1;
        let (text, title) = (view.text(range.clone()), view.text(titled.digits.clone()));
        findings
            .at(range, format!("收到的是“{text}”，标题里是“第{title}号”"))
            .hint("核对编号");
    }
}

/// The session that the title and the one that the opening names, if they differ.
fn told(view: &TextView<'_>) -> Option<(Session, Session)> {
    let reply = view.reply();
    let titled = session(view, &reply.title, &[""])?;
    let opened = session(view, &reply.opening, MADE)?;
    let is_comparable = titled.is_of_congress == opened.is_of_congress;
    let levels = titled.level.zip(opened.level);
    let differs = titled.numbers != opened.numbers
        || levels.is_some_and(|(one, other)| view.char(one) != view.char(other));
    (is_comparable && differs).then_some((titled, opened))
}

/// The title names 十三届二次会议, the sentence that says what was received 十三届三次会议.
fn opening(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some((titled, opened)) = told(view) else {
        return;
    };
    // 与县十七届人大二次会议第64号建议内容相近: another paper.
    let is_other = view.is_any_before(opened.range.start, "与同跟和")
        || is_of_earlier_paper(view, &opened.range);
    if is_other {
        return;
    }
    let (title, text) = (view.text(titled.range), view.text(opened.range.clone()));
    findings
        .at(opened.range, format!("这里是“{text}”，标题里是“{title}”"))
        .hint("核对届次");
}

/// 早在2024年，…会议第71号建议就提出过, 参考了…第216号建议的办理经验: a paper of another number.
fn is_of_earlier_paper(view: &TextView<'_>, session: &Range<usize>) -> bool {
    const OTHERS: [&str; 6] = ["早在", "参考", "借鉴", "此前", "曾", "去年"];
    let lead = view.sentence(session.start).start..session.start;
    view.char(session.end) == '第' && view.has_any(&lead, &OTHERS)
}

/// 十三届人大二次会议 as it stands in a part.
struct Session {
    range: Range<usize>,
    /// The numbers of the term and of the session, as written.
    numbers: [String; 2],
    /// Where 省, 市 or 县 stands before the name.
    level: Option<usize>,
    is_of_congress: bool,
}

/// The one session of a part in which a paper is made; nothing if there are two.
fn session(view: &TextView<'_>, part: &Range<usize>, then: &[&str]) -> Option<Session> {
    let end = view.find(part.clone(), "次会议")?;
    view.one_of_at(end + 3, then)?;
    if view.find(end + 3..part.end, "次会议").is_some() {
        return None;
    }
    let from = end.saturating_sub(24).max(part.start);
    let term = (from..end).rev().find(|at| view.char(*at) == '届')?;
    let first = |end: usize| {
        let digits = (part.start..end).rev();
        let digits = digits.take_while(|at| is_chinese_digit(view.char(*at)));
        digits.last().filter(|start| end - start <= 3)
    };
    let (start, number) = (first(term)?, first(end)?);
    let level = level(view, from..start);
    // 常委会 has sessions of its own.
    let is_committee = view.find(term..end, "常").is_some();
    let is_of_congress = view.has_any(&(from..end), &["人大", "人民代表"]);
    (!is_committee).then(|| Session {
        range: level.unwrap_or(start)..end + 3,
        level,
        numbers: [view.text(start..term), view.text(number..end)],
        is_of_congress,
    })
}

/// 省, 市 or 县 in the name of a session, if one alone stands there.
fn level(view: &TextView<'_>, name: Range<usize>) -> Option<usize> {
    let mut levels = name.filter(|at| view.is_any_at(*at, "省市县区"));
    let level = levels.next();
    level.filter(|_| levels.next().is_none())
}

fn report(view: &TextView<'_>, known: &Mention, mention: &Mention, findings: &mut Findings<'_>) {
    let text = view.words(mention.range.clone());
    findings
        .at(
            mention.range.clone(),
            format!("“{text}”的届次与前面的“{}”不一致", known.session),
        )
        .hint("核对届次");
}
