//! What tells whether a letter answers a paper of the conference (政协) or of the congress (人大).

use std::ops::Range;

use crate::lint::view::TextView;
use crate::lint::view::reply::Whom;

/// A word that speaks of the one meeting or of the other.
pub(super) struct Sign {
    pub(super) range: Range<usize>,
    pub(super) is_conference: bool,
    /// Whether it is 委员 or 代表 in the line of the addressee.
    pub(super) is_addressee: bool,
    /// Whether it is 提案, 建议 or 议案.
    pub(super) is_paper: bool,
    /// Whether it may well be right: a member may call a proposal 《关于……的建议》.
    pub(super) is_doubtful: bool,
}

/// What follows a session at which the paper was made.
pub(super) const MADE: &[&str] = &["上提", "期间提", "提出", "提交", "第", "上的"];

const PAPERS: &[&str] = &["提案", "建议", "议案"];

/// The signs of a letter: in its title, its addressee and the sentence that says what it answers.
pub(super) fn signs(view: &TextView<'_>) -> Vec<Sign> {
    let reply = view.reply();
    let (title, opening) = (reply.title.clone(), reply.opening.clone());
    let mut signs: Vec<Sign> = Vec::new();
    signs.extend(meeting(view, &title, &[""]));
    signs.extend(by_number(view, &title).or_else(|| by_meeting_number(view, &title)));
    signs.extend(addressee(view));
    signs.extend(meeting(view, &opening, MADE));
    let is_told = signs.iter().any(|sign| !sign.is_addressee);
    let numbered = by_number(view, &opening).or_else(|| by_meeting_number(view, &opening));
    signs.extend(numbered.or_else(|| by_receipt(view, &opening, is_told)));
    signs
}

/// （县人大第37号）: the meeting right before the number of the paper.
fn by_meeting_number(view: &TextView<'_>, part: &Range<usize>) -> Option<Sign> {
    let meeting = |words: &str| view.find(part.clone(), words);
    let (conference, congress) = (meeting("政协第"), meeting("人大第"));
    let at = match (conference, congress) {
        (Some(at), None) | (None, Some(at)) => at,
        _ => return None,
    };
    // 政协第十届委员会 has its term there.
    let number = view.numbers_in(at + 3..at + 4).first()?;
    (view.char(number.digits.end) == '号').then(|| Sign {
        range: at..at + 2,
        is_conference: conference.is_some(),
        is_addressee: false,
        is_paper: false,
        is_doubtful: false,
    })
}

/// Whether most signs speak of the conference; nothing if they are torn.
pub(super) fn is_of_conference(signs: &[Sign]) -> Option<bool> {
    let of_conference = signs.iter().filter(|sign| sign.is_conference).count();
    let of_congress = signs.len() - of_conference;
    (of_conference != of_congress).then_some(of_conference > of_congress)
}

fn addressee(view: &TextView<'_>) -> Option<Sign> {
    let addressee = view.reply().addressee.as_ref()?;
    (addressee.whom != Whom::Unit).then(|| Sign {
        range: addressee.line.end - 2..addressee.line.end,
        is_conference: addressee.whom == Whom::Members,
        is_addressee: true,
        is_paper: false,
        is_doubtful: false,
    })
}

/// 市政协 or 市人大 before the first session of a part, if it names one of the two alone.
fn meeting(view: &TextView<'_>, part: &Range<usize>, then: &[&str]) -> Option<Sign> {
    let session = view.find(part.clone(), "次会议")?;
    view.one_of_at(session + 3, then)?;
    let before = session.saturating_sub(24).max(part.start)..session;
    let conference = view.find(before.clone(), "政协");
    let congress = view.find(before.clone(), "人大");
    let congress = congress.or_else(|| view.find(before, "人民代表大会"));
    let at = match (conference, congress) {
        (Some(at), None) | (None, Some(at)) => at,
        _ => return None,
    };
    let is_committee = view.find(at..session, "常").is_some();
    (!is_committee).then(|| Sign {
        range: at..at + 2,
        is_conference: conference.is_some(),
        is_addressee: false,
        is_paper: false,
        is_doubtful: false,
    })
}

/// 第12号提案.
fn by_number(view: &TextView<'_>, part: &Range<usize>) -> Option<Sign> {
    let number = view.find(part.clone(), "号")?;
    // （…类001号） may stand between the number and the word.
    let after = (number + 1..number + 8).find(|at| !view.is_any_at(*at, "）)》”的"))?;
    let word = view.one_of_at(after, PAPERS)?;
    (!view.is_at(after, "建议案")).then(|| paper(after, word))
}

/// 提案收悉.
///
/// 建议 speaks against the conference only if nothing but the addressee speaks for it, because
/// a member may well call a proposal so.
fn by_receipt(view: &TextView<'_>, part: &Range<usize>, is_told: bool) -> Option<Sign> {
    let received = view.find(part.clone(), "收悉")?;
    let end = received - usize::from(view.ends_at(received, "已"));
    let end = before_number(view, end);
    // 您提出的《关于……的提案》收悉.
    let is_quoted = view.is_any_before(end, "》”");
    let end = end - usize::from(is_quoted);
    let named = view.one_of_before(end, PAPERS)?;
    let is_other = |other: &&str| *other != named && view.find(part.start..end, other).is_some();
    // 提案中的建议收悉 names both.
    let is_alone = !PAPERS.iter().any(is_other);
    // 人大代表建议 is nothing that a member could have called a proposal.
    let is_of_deputy = named == "建议"
        && view
            .one_of_before(end, &["人大代表建议", "人大建议", "代表建议"])
            .is_some();
    let is_certain = named != "建议" || !is_told || is_of_deputy;
    (is_alone && is_certain).then(|| Sign {
        is_doubtful: is_quoted && named == "建议",
        ..paper(end - 2, named)
    })
}

/// Where a number in parentheses begins that ends at `end`: （第156号）收悉.
fn before_number(view: &TextView<'_>, end: usize) -> usize {
    let is_number = view.ends_at(end, "号）") || view.ends_at(end, "号)");
    let mut places = (end.saturating_sub(16)..end).rev();
    let opening = places.find(|at| view.is_any_at(*at, "（("));
    opening.filter(|_| is_number).unwrap_or(end)
}

fn paper(at: usize, word: &str) -> Sign {
    Sign {
        range: at..at + 2,
        is_conference: word == "提案",
        is_addressee: false,
        is_paper: true,
        is_doubtful: false,
    }
}
