//! The addressee is spoken of by name where 贵院 or 贵局 is due.

use std::ops::Range;

use super::other_proposer::PROPOSERS;
use super::pointed_at::pointed_at;
use crate::diagnostic::Severity;
use crate::facts::Unit;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::{Check, LetterView, Rule};

/// The addressee is spoken of by name where 贵院 or 贵局 is due.
pub(crate) const THIRD_PERSON_ADDRESSEE: Rule = Rule {
    name: "third-person-addressee",
    title: "对收信单位用了第三人称",
    severity: Severity::Warning,
    check: Check::LetterOrText(check, check_text),
    page: include_str!("third_person_addressee.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let Some(unit) = addressee(view) else {
        return;
    };
    let Some(courtesy) = &unit.courtesy else {
        return;
    };
    let names = [Some(&unit.name), unit.full_name.as_ref()];
    for name in names.into_iter().flatten() {
        for at in view.mentions(&name.text) {
            let range = at..at + name.text.chars().count();
            let message = format!("这封信写给{}，正文里却用第三人称", name.text);
            let hint = format!(
                "改为“{}”，或用 {{{{ unit(name=\"{}\") }}}} 自动换称",
                courtesy.text, unit.name.text
            );
            findings
                .at(range.clone(), message)
                .hint(hint)
                .suggest(range, courtesy.text.clone());
        }
    }
}

/// What a text alone tells: the name in the addressee's line stands in the text again.
fn check_text(view: &TextView<'_>, findings: &mut Findings<'_>) {
    pointed_at(view, findings);
    by_surname(view, findings);
    let Some((addressee, name, courtesy)) = named(view) else {
        return;
    };
    let length = name.chars().count();
    let mut from = addressee.line.end;
    while let Some(at) = view.find(from..view.chars().len(), &name) {
        from = at + length;
        if speaks_of(view, at..from) {
            let message = format!("这封信写给{name}，正文里却用第三人称");
            let finding = match is_certain(view, addressee, at..from) {
                true => findings.at(at..from, message),
                false => findings.hint(at..from, message),
            };
            finding
                .hint(format!("如果说的就是收信人，改为“{courtesy}”"))
                .suggest(at..from, courtesy);
        }
    }
}

/// The one addressee, how the text would name it and how it is addressed.
fn named<'v>(view: &'v TextView<'_>) -> Option<(&'v Addressee, String, &'static str)> {
    let addressee = view.reply().addressee.as_ref()?;
    let Some(title) = addressee.title() else {
        let courtesy = courtesy(view.before(addressee.line.end));
        let name = view.text(addressee.line.clone());
        // Names of three characters, such as 省法院, are short for several bodies.
        let is_one = name.chars().count() > 3 && !name.contains('、');
        let short = short_of_party(view, addressee, &name);
        let name = short
            .or_else(|| without_place(view, addressee, &name))
            .unwrap_or(name);
        return is_one.then_some((addressee, name, courtesy));
    };
    let name = addressee.only_name(view)?;
    Some((addressee, format!("{name}{title}"), "您"))
}

/// 民盟市委 for 民盟××市委员会, if the text calls it so.
fn short_of_party(view: &TextView<'_>, addressee: &Addressee, name: &str) -> Option<String> {
    let party = PROPOSERS.iter().find(|party| name.starts_with(**party))?;
    let level = name.trim_end_matches("委员会").chars().next_back()?;
    let short = format!("{party}{level}委");
    let body = addressee.line.end..view.chars().len();
    (view.find(body.clone(), name).is_none() && view.find(body, &short).is_some()).then_some(short)
}

/// 市工商业联合会 for 鹤山市工商业联合会, if the text calls it so and not by its whole name.
fn without_place(view: &TextView<'_>, addressee: &Addressee, name: &str) -> Option<String> {
    const LEAST: usize = 5;
    let level = name
        .char_indices()
        .skip(1)
        .find(|(_, it)| "省市县区州".contains(*it));
    let short = &name[level?.0..];
    let body = addressee.line.end..view.chars().len();
    let is_called = view.find(body.clone(), name).is_none()
        && ["会同", "与", "由", "请", "联合"]
            .iter()
            .any(|lead| view.find(body.clone(), &format!("{lead}{short}")).is_some());
    (short.chars().count() >= LEAST && is_called).then(|| short.to_owned())
}

/// How a body is addressed, by the last character of its name.
fn courtesy(last: char) -> &'static str {
    match last {
        '院' => "贵院",
        '局' => "贵局",
        '厅' => "贵厅",
        '委' => "贵委",
        '会' => "贵会",
        _ => "贵单位",
    }
}

/// Whether a mention speaks of the addressee in the text: not in a quotation, a list of copies or
/// a line of its own, not of what belongs to it, and not in thanks, which may name whom they thank.
fn speaks_of(view: &TextView<'_>, range: Range<usize>) -> bool {
    const OF_IT: [&str; 7] = ["系统", "所属", "下属", "直属", "党组", "委员", "代表"];
    let Some(paragraph) = view.paragraph(range.start) else {
        return false;
    };
    let clause = view.clause(range.start);
    let is_line = paragraph.range == range || view.is_at(paragraph.range.start, "抄送");
    let is_of_it = view.one_of_at(range.end, &OF_IT).is_some();
    // 您提出的…收悉，感谢王秀珍委员的关心 speaks to the reader and of him in one sentence.
    let sentence = view.sentence(range.start);
    let speaks_to = view.has_any(&(sentence.start..range.start), &["您提"])
        || view.has_any(&(range.end..sentence.end), &["希望您", "请您", "欢迎您"]);
    let is_thanked = !speaks_to && view.find(clause.start..range.start, "感谢").is_some();
    let is_cited = view.in_title(range.start) || view.in_quotes(range.start);
    !(is_line || is_of_it || is_thanked || is_cited || view.in_parentheses(range.start))
}

/// Whether a mention cannot but speak of the reader: 由市教育局牵头, 根据王明委员的建议.
///
/// A list may name every body by its name, and what a body has issued is cited with its name.
fn is_certain(view: &TextView<'_>, addressee: &Addressee, range: Range<usize>) -> bool {
    const ACTS: [&str; 33] = [
        "感谢", "凭", "持", "望", "希望", "依托", "依据", "联系", "报", "提交", "移交", "由", "请",
        "建议", "配合", "会同", "与", "同", "向", "商", "协助", "支持", "联合", "根据", "按照",
        "邀请", "征求", "听取", "采纳", "吸收", "经", "给", "和",
    ];
    const CITES: [&str; 10] = [
        "、", "和", "及", "与", "等", "《", "关于", "印发", "出台", "制定",
    ];
    // 下一步，我局将与民建××区总支部委员会、区工商联加强沟通 speaks of what will be done with the reader.
    let is_joined = view.is_any_at(range.end, "、和及与")
        && view
            .one_of_before(range.start, &["与", "会同", "联合", "配合"])
            .is_some()
        && view.has_any(
            &(view.sentence(range.start).start..range.start),
            &["我局", "我委", "我厅", "下一步"],
        );
    let is_listed = !is_joined
        && (view.before(range.start) == '、' || view.one_of_at(range.end, &CITES).is_some());
    let acts = view.one_of_before(range.start, &ACTS).is_some()
        || view.is_any_before(range.start, "\n，。；：");
    !is_listed && (acts || addressee.whom != Whom::Unit)
}

/// The unit that the letter is written to, if it is one alone and the office knows it.
fn addressee<'v>(view: &'v LetterView<'_>) -> Option<&'v Unit> {
    let printed = view.document().main_part.addressees.as_ref()?;
    let name = printed.text.trim_end_matches('：');
    let is_unit = |unit: &&Unit| {
        let full_name = unit.full_name.as_ref().map(|name| name.text.as_str());
        unit.name.text == name || full_name == Some(name)
    };
    view.office().units.iter().find(is_unit)
}

/// 与李代表面商 in a letter to 李春华代表: the reader by surname and title; thanks may name whom they thank.
fn by_surname(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(addressee) = view.reply().addressee.as_ref() else {
        return;
    };
    let Some((title, name)) = addressee.title().zip(addressee.only_name(view)) else {
        return;
    };
    let called = name
        .chars()
        .next()
        .map(|surname| format!("{surname}{title}"));
    let called = called
        .filter(|_| name.chars().count() > 1)
        .unwrap_or_default();
    let body = addressee.line.end..view.chars().len();
    for at in view.each(body, &called) {
        let range = at..at + called.chars().count();
        // 桂李代表 may be another person, and 李代表团 no person.
        let is_whole = view
            .one_of_before(at, &["与", "向", "请", "征得"])
            .is_some()
            || view.is_any_before(at, "，。；");
        if is_whole
            && !view.is_any_at(range.end, "会团性")
            && !view.in_quotes(at)
            && !view.in_title(at)
        {
            findings
                .at(
                    range.clone(),
                    format!("信是写给{name}{title}的，正文里却称“{called}”"),
                )
                .hint("改为“您”")
                .suggest(range, "您");
        }
    }
}
