//! 委员 write 提案, 代表 write 建议 or 议案.

use super::answered::{Sign, signs};
use super::only_odd_word::only_odd_word;
use super::paper_of_other_kind::{mixed_thanks, named_between, numbered_otherwise, said_to_reader};
use super::paper_of_two_kinds::paper_of_two_kinds;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::{Check, Rule};

/// 委员 write 提案, 代表 write 建议 or 议案.
pub(crate) const ROLE_MISMATCH: Rule = Rule {
    name: "role-mismatch",
    title: "委员与建议、代表与提案混用",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("role_mismatch.md"),
};

pub(super) const HINT: &str =
    "政协委员在政协会议上提提案，人大代表在人大会议上提建议、议案；核对称呼和标题";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    mixed_kinds(view, findings);
    counted_papers(view, findings);
    numbered_otherwise(view, findings);
    paper_of_two_kinds(view, findings);
    mixed_thanks(view, findings);
    only_odd_word(view, findings);
    named_between(view, findings);
    mixed_makers(view, findings);
    let signs = signs(view);
    two_papers(view, &signs, findings);
    let addressee = view.reply().addressee.as_ref();
    if let Some(addressee) = addressee.filter(|it| is_misaddressed(view, it, &signs)) {
        findings
            .at(
                addressee.line.clone(),
                format!("称呼是“{}”，别处都不是", view.text(addressee.line.clone())),
            )
            .hint(HINT);
        return;
    }
    odd_signs(view, &signs, findings);
    if let Some(addressee) = addressee {
        other_role(view, addressee, findings);
        said_to_reader(view, addressee, findings);
    }
}

/// 罗永刚委员：, while the paper is of the congress and the text says 罗永刚代表: it is the line that errs.
fn is_misaddressed(view: &TextView<'_>, addressee: &Addressee, signs: &[Sign]) -> bool {
    let (is_conference, other) = match addressee.whom {
        Whom::Members => (true, "代表"),
        Whom::Deputies => (false, "委员"),
        Whom::Unit => return false,
    };
    let name = addressee.only_name(view);
    let called = name.map(|name| format!("{name}{other}"));
    let body = addressee.line.end..view.chars().len();
    let is_called = called.is_some_and(|called| view.find(body, &called).is_some());
    let mut others = signs.iter().filter(|it| !it.is_addressee).peekable();
    let is_of_other = match is_conference {
        true => is_of_congress(view),
        false => is_of_conference(view),
    };
    let is_known = is_called || is_of_other;
    is_known && others.peek().is_some() && others.all(|it| it.is_conference != is_conference)
}

/// Whether the opening answers 建议 of a session of the congress, and nothing there or in the title speaks of
/// the conference.
fn is_of_congress(view: &TextView<'_>) -> bool {
    const PAPERS: [&str; 6] = [
        "建议收悉",
        "建议已收悉",
        "建议》收悉",
        "建议》已收悉",
        "建议》（",
        "建议（",
    ];
    const CONFERENCE: [&str; 2] = ["政协", "提案"];
    let reply = view.reply();
    let (title, opening) = (&reply.title, &reply.opening);
    view.has_any(opening, &PAPERS)
        && view.has_any(opening, &["人大", "人民代表大会"])
        && !view.has_any(opening, &CONFERENCE)
        && !view.has_any(title, &CONFERENCE)
}

/// Whether the opening answers 提案, the text speaks of the conference (政协), and nothing in it of the congress.
fn is_of_conference(view: &TextView<'_>) -> bool {
    const PAPERS: [&str; 4] = ["提案收悉", "提案已收悉", "提案》收悉", "提案》已收悉"];
    const CONGRESS: [&str; 4] = ["人大", "人民代表", "代表建议", "号建议"];
    const LONGEST: usize = 3_000;
    let reply = view.reply();
    let body = reply.opening.start..view.chars().len().min(reply.opening.start + LONGEST);
    view.has_any(&reply.opening, &PAPERS)
        && view.has_any(&body, &["政协"])
        && !view.has_any(&body, &CONGRESS)
        && !view.has_any(&reply.title, &CONGRESS)
}

/// Reports what speaks of the one meeting where more speaks of the other.
///
/// Where as much speaks for the one as for the other, the first that does not fit the addressee is
/// reported, because it is the addressee whose name the clerk has looked up.
fn odd_signs(view: &TextView<'_>, signs: &[Sign], findings: &mut Findings<'_>) {
    let of_conference = signs.iter().filter(|sign| sign.is_conference).count();
    let of_congress = signs.len() - of_conference;
    if of_conference.min(of_congress) == 0 {
        return;
    }
    let is_tie = of_conference == of_congress;
    let addressed = signs.iter().find(|sign| sign.is_addressee);
    let is_conference = match addressed.filter(|_| is_tie) {
        Some(addressee) => addressee.is_conference,
        None => of_conference > of_congress,
    };
    let odd = signs.iter().filter(|it| it.is_conference != is_conference);
    for sign in odd.take(if is_tie { 1 } else { signs.len() }) {
        let (text, other) = (
            view.text(sign.range.clone()),
            other(signs, view, is_conference),
        );
        let message = format!("这里是“{text}”，别处是“{other}”");
        let finding = match sign.is_doubtful {
            true => findings.hint(sign.range.clone(), message),
            false => findings.at(sign.range.clone(), message),
        };
        finding.hint(HINT);
    }
}

/// The first word that speaks of the other meeting.
fn other(signs: &[Sign], view: &TextView<'_>, is_conference: bool) -> String {
    let other = signs.iter().find(|it| it.is_conference == is_conference);
    other.map_or_else(String::new, |sign| view.text(sign.range.clone()))
}

/// The title answers 建议, the text 议案, or the other way round.
fn two_papers(view: &TextView<'_>, signs: &[Sign], findings: &mut Findings<'_>) {
    let papers = signs
        .iter()
        .filter(|sign| sign.is_paper && !sign.is_conference);
    let texts: Vec<_> = papers
        .map(|sign| (sign, view.text(sign.range.clone())))
        .collect();
    if let [(_, first), .., (last, text)] = texts.as_slice()
        && first != text
    {
        findings
            .at(
                last.range.clone(),
                format!("标题里是“{first}”，这里是“{text}”"),
            )
            .hint("建议和议案是两种文种；核对编号和标题");
    }
}

/// 人大代表提案 and 政协委员议案, wherever they stand.
fn mixed_kinds(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const MIXED: &[&str] = &[
        "人大代表提案",
        "人大代表的提案",
        "人大代表提出的提案",
        "人大提案",
        "政协委员议案",
        "政协委员的议案",
        "政协委员提出的议案",
        "政协议案",
        "政协委员建议案",
        "政协委员的建议案",
        "政协委员提出的建议案",
    ];
    for at in view.places('大').chain(view.places('协')) {
        let Some(start) = at.checked_sub(1) else {
            continue;
        };
        if let Some(words) = view.one_of_at(start, MIXED) {
            let end = start + words.chars().count();
            findings
                .at(start..end, format!("“{words}”混用了人大和政协的文种"))
                .hint("政协委员提提案，人大代表提建议、议案");
        }
    }
}

/// 承办政协建议18件: the conference gets 提案, and 人大、政协建议 together may be called so.
fn counted_papers(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const WORDS: [&str; 2] = ["政协建议", "政协委员建议"];
    for at in view.places('协') {
        let Some(start) = at.checked_sub(1) else {
            continue;
        };
        let Some(words) = view.one_of_at(start, &WORDS) else {
            continue;
        };
        let end = start + words.chars().count();
        let number = view.numbers_in(end..end + 3).first();
        let is_counted = number.is_some_and(|it| "件份".contains(view.char(it.digits.end)));
        let is_joined = view.is_any_before(start, "、和及与或大");
        if is_counted && !is_joined && !view.in_quotes(start) {
            findings
                .at(start..end, format!("“{words}”混用了人大和政协的文种"))
                .hint("政协委员提提案，人大代表提建议、议案");
        }
    }
}

/// 与提案代表沟通, 邀请提建议人: who makes a 提案 is 提案人 or 提案委员.
///
/// Where a paragraph speaks of the congress too, the word may be short for both.
fn mixed_makers(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const BEFORE: [&str; 13] = [
        "与", "同", "向", "邀请", "走访", "联系", "听取", "征求", "征询", "回访", "拜访", "约请",
        "请",
    ];
    for makers in ["提案代表", "提建议人"] {
        let mut from = 0;
        while let Some(at) = view.find(from..view.chars().len(), makers) {
            from = at + 4;
            let is_led = view.one_of_before(at, &BEFORE).is_some();
            let paragraph = view.paragraph(at).map_or(at..from, |it| it.range.clone());
            let near = paragraph.start.max(at.saturating_sub(300))..paragraph.end.min(from + 300);
            let is_of_both =
                view.has_any(&near, &["人大", "建议、", "和建议", "建议和", "代表建议"]);
            let is_of_conference = view.has_any(&near, &["政协", "提案收悉", "的提案》"]);
            if is_led && is_of_conference && !is_of_both && !view.in_quotes(at) {
                findings
                    .at(at..from, format!("这里说的是提案，却写“{makers}”"))
                    .hint("改为“提案人”或“提案委员”");
            }
        }
    }
}

/// 李明委员： and later 李明代表.
fn other_role(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    let (role, other) = match addressee.whom {
        Whom::Members => ("委员", "代表"),
        Whom::Deputies => ("代表", "委员"),
        Whom::Unit => return,
    };
    for name in addressee.names(view) {
        let called = format!("{name}{other}");
        let is_name = (2..=4).contains(&name.chars().count());
        let place = view.find(addressee.line.end..view.chars().len(), &called);
        if let Some(at) = place.filter(|_| is_name) {
            let start = at + name.chars().count();
            findings
                .at(
                    start..start + 2,
                    format!("主送“{name}{role}”，这里是“{called}”"),
                )
                .hint(format!("改为“{name}{role}”"));
        }
    }
}
