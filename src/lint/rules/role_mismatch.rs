//! 委员 write 提案, 代表 write 建议 or 议案.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 委员 write 提案, 代表 write 建议 or 议案.
pub(crate) const ROLE_MISMATCH: Rule = Rule {
    name: "role-mismatch",
    title: "委员与建议、代表与提案混用",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("role_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    mixed_kinds(view, findings);
    let Some((index, role)) = addressee(view) else {
        return;
    };
    other_role(view, index, role, findings);
    other_meeting(view, index, role, findings);
    let Some(kind) = answered(view, index) else {
        return;
    };
    let paragraph = view.paragraphs()[index].range.clone();
    let fits = matches!(
        (role, kind),
        ("委员", "提案") | ("代表", "建议") | ("代表", "议案")
    );
    if !fits {
        let at = paragraph.end - 3;
        findings
            .at(at..at + 2, format!("主送“{role}”，答复的却是“{kind}”"))
            .hint("政协委员提提案，人大代表提建议、议案；核对称呼和标题");
    }
}

/// The first paragraph that is nothing but 某某委员： or 某某代表：.
fn addressee(view: &TextView<'_>) -> Option<(usize, &'static str)> {
    view.paragraphs()
        .iter()
        .enumerate()
        .take(30)
        .find_map(|(index, paragraph)| {
            let last = paragraph.range.end - 1;
            let is_line = paragraph.range.len() < 60 && view.char(last) == '：';
            Some((
                index,
                view.one_of_before(last, &["委员", "代表"])
                    .filter(|_| is_line)?,
            ))
        })
}

const KINDS: &[&str] = &["提案", "建议", "议案"];

/// 第12号提案.
fn by_number(view: &TextView<'_>, mut range: Range<usize>) -> Option<&'static str> {
    let number = range.find(|at| view.char(*at) == '号')?;
    // （…类001号） may stand between the number and the word.
    let after = (number + 1..number + 8).find(|at| !"）)》”的".contains(view.char(*at)))?;
    view.one_of_at(after, KINDS)
}

/// 提案收悉.
fn by_receipt(view: &TextView<'_>, range: Range<usize>) -> Option<&'static str> {
    let received = view.find(range.clone(), "收悉")?;
    let end = match view.ends_at(received, "已") {
        true => received - 1,
        false => received,
    };
    // 您提出的《关于……的提案》收悉.
    let end = end - usize::from("》”".contains(view.before(end)));
    let named = view.one_of_before(end, KINDS)?;
    let is_other = |kind: &&str| *kind != named && view.find(range.start..end, kind).is_some();
    // 提案中的建议收悉 names both.
    (!KINDS.iter().any(is_other)).then_some(named)
}

/// What the title above the addressee or the sentence after it says is answered.
fn answered(view: &TextView<'_>, index: usize) -> Option<&'static str> {
    let title = view.paragraphs()[..index].iter().rev().take(4);
    let opening = view.paragraphs().get(index + 1);
    title.chain(opening).find_map(|paragraph| {
        let range = paragraph.range.start..paragraph.range.end.min(paragraph.range.start + 160);
        by_number(view, range.clone()).or_else(|| by_receipt(view, range))
    })
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

/// 李明委员： and later 李明代表.
fn other_role(view: &TextView<'_>, index: usize, role: &str, findings: &mut Findings<'_>) {
    let range = view.paragraphs()[index].range.clone();
    let names = view.text(range.start..range.end - 3);
    let other = if role == "委员" { "代表" } else { "委员" };
    let names = names.trim_start_matches("尊敬的").split('、');
    for name in names.map(|name| name.trim_end_matches(role)) {
        let called = format!("{name}{other}");
        let is_name = (2..=4).contains(&name.chars().count());
        let place = view.find(range.end..view.chars().len(), &called);
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

/// To 委员 of a proposal made in a session of 人大, and the other way round.
fn other_meeting(view: &TextView<'_>, index: usize, role: &str, findings: &mut Findings<'_>) {
    let Some(opening) = view.paragraphs().get(index + 1) else {
        return;
    };
    let end = opening.range.end.min(opening.range.start + 80);
    let Some(made) = view.find(opening.range.start..end, "会议上提出") else {
        return;
    };
    let other = if role == "委员" { "人大" } else { "政协" };
    let clause = view.clause(made);
    if let Some(at) = view.find(clause.start..made, other) {
        findings
            .at(at..at + 2, format!("主送“{role}”，说的却是{other}的会议"))
            .hint("政协委员在政协会议上提提案，人大代表在人大会议上提建议；核对称呼和会议");
    }
}
