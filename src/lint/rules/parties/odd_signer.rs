//! 经商市财政局… signed by 市财政局: what the text says of other bodies tells that its signer is wrong.

use std::ops::Range;

use super::issuer::{is_signature, self_name, signed, signed_as};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// Reports a signer that the text speaks of as another body than the one that writes.
pub(crate) fn odd_signer(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(signed) = signed(view).or_else(|| signed_as(view, is_signature)) else {
        return;
    };
    let name = view.words(signed.clone());
    let why = consulted(view, &signed)
        .or_else(|| written_to(view, name))
        .or_else(|| called(view, &signed))
        .or_else(|| named(view, name));
    if let Some(why) = why {
        findings
            .at(signed, format!("{why}，落款却是“{name}”"))
            .hint("核对落款");
    }
}

/// 经商市财政局，我局会同市教育局、市财政局: those whom the writer has asked.
fn consulted(view: &TextView<'_>, signed: &Range<usize>) -> Option<String> {
    const ASKED: [&str; 8] = [
        "经商",
        "我局会同",
        "我委会同",
        "我局商",
        "我委商",
        "经与",
        "我局联合",
        "我委联合",
    ];
    let body = view.reply().opening.start..signed.start;
    let asked = ASKED.iter().find_map(|asked| {
        let at = view.find(body.clone(), asked)?;
        Some(at + asked.chars().count())
    })?;
    let clause = asked..view.clause(asked).end;
    let name = view.words(signed.clone());
    let names = view.words(clause);
    let bodies = names.split(['、', '和', '与', '及']);
    let mut bodies = bodies.map(bare);
    let found = bodies.find(|body| is_one(name, body))?;
    Some(format!("文中会商的是“{found}”"))
}

/// 市财政局 in 市财政局等单位研究.
fn bare(body: &str) -> &str {
    let ends = ["等", "研究", "沟通", "协商", "会商", "同意", "共同"];
    let end = ends.iter().filter_map(|end| body.find(end)).min();
    &body[..end.unwrap_or(body.len())]
}

/// 汾西市财政局 and 市财政局.
fn is_one(name: &str, body: &str) -> bool {
    const SHORTEST: usize = 4;
    body.chars().count() >= SHORTEST && name.ends_with(body)
}

/// A letter to the one who signs it.
fn written_to(view: &TextView<'_>, name: &str) -> Option<String> {
    let addressee = view.reply().addressee.as_ref()?;
    let text = view.words(addressee.line.clone());
    // Two offices of one name at two levels, such as 省水利厅办公室, have names of their own.
    let mut bodies = text.split('、');
    let found = bodies.find(|body| is_one(name, body))?;
    Some(format!("这封信写给“{found}”"))
}

/// 由我会主办 signed by a bureau that is called 我局 nowhere.
fn called(view: &TextView<'_>, signed: &Range<usize>) -> Option<String> {
    const BY: [&str; 4] = ["由我会", "经我会", "与我会", "是我会"];
    const ACTS: [&str; 8] = [
        "我会主办",
        "我会承办",
        "我会高度重视",
        "我会会同",
        "我会认真研究",
        "我会收到",
        "我会积极",
        "我会组织",
    ];
    let own = self_name(view, signed)?;
    let body = view.reply().opening.start..signed.start;
    let is_called = view.has_any(&body, &BY) || view.has_any(&body, &ACTS);
    (is_called && view.find(body, own).is_none()).then(|| "文中自称“我会”".to_owned())
}

/// 我局（市文化和旅游局）: the writer's own name.
fn named(view: &TextView<'_>, name: &str) -> Option<String> {
    const SELVES: [&str; 4] = ["我局（", "我委（", "我厅（", "我办（"];
    let reply = view.reply();
    let body = reply.opening.start..view.chars().len();
    let open = SELVES
        .iter()
        .find_map(|own| view.find(body.clone(), own).map(|at| at + 2))?;
    let pair = (open + 1..open + 24).find(|at| view.char(*at) == '）')?;
    let own = view.words(open + 1..pair);
    let is_body = ["局", "委", "厅", "办公室", "委员会"]
        .iter()
        .any(|end| own.ends_with(end));
    let is_same = is_one(name, own) || is_one(own, name) || is_short(own, name);
    (is_body && !is_same).then(|| format!("文中自称“{own}”"))
}

/// Whether the characters of the one stand in the other in this order, as those of a short name do.
fn is_short(one: &str, other: &str) -> bool {
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    let mut rest = long.chars();
    let mut characters = short.chars().filter(|it| !"省市县区州".contains(*it));
    characters.all(|character| rest.any(|other| other == character))
}
