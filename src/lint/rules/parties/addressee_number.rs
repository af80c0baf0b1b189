//! 马青等委员：您提出…, 民建省委会：您提出…, 丁伟委员：你们提出….

use std::ops::Range;

use super::own_office_as_other::own_office_as_other;
use super::readers_counted::readers_counted;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::{Check, Rule};

/// 马青等委员：您提出…, 民建省委会：您提出…, 丁伟委员：你们提出….
pub(crate) const ADDRESSEE_NUMBER: Rule = Rule {
    name: "addressee-number",
    title: "称呼与“您”“你们”不符",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("addressee_number.md"),
};

/// Longer than this is no salutation.
const LONGEST_ADDRESSEE: usize = 60;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    several_addressees(view, findings);
    let Some(addressee) = &view.reply().addressee else {
        return;
    };
    readers_counted(view, addressee, findings);
    own_office_as_other(view, addressee, findings);
    if addressee.whom == Whom::Unit {
        let name = view.words(addressee.line.clone());
        let message = format!("称呼“{name}”是单位，正文却用“您”");
        several(view, addressee, &message, findings);
    } else if is_plural_addressee(view, &(addressee.line.start..addressee.line.end + 1)) {
        let name = view.words(addressee.line.clone());
        let message = format!("称呼“{name}”是几个人，正文却用“您”");
        several(view, addressee, &message, findings);
    } else if let Some(name) = addressee.only_name(view) {
        let message = |word: &str| format!("称呼“{name}”是一个人，正文却用“{word}”");
        turned_to(view, addressee, "你们", &(message("你们"), "您"), findings);
        turned_to(view, addressee, "你", &(message("你"), "您"), findings);
        familiar(view, addressee, findings);
    }
}

/// Words with 您 that are said to several persons or to a body, or that another rule tells of.
const TO_SEVERAL: [&str; 9] = [
    "您们",
    "您（你们）",
    "您和",
    "您等",
    "您单位",
    "您二位",
    "您两位",
    "您几位",
    "您各位",
];

/// Reports every 您 that is said to several persons or to a body.
fn several(view: &TextView<'_>, addressee: &Addressee, message: &str, findings: &mut Findings<'_>) {
    // What stands right after several names is told already.
    let told = usize::from(addressee.whom != Whom::Unit);
    let opening = view.reply().opening.start;
    let mut from = (opening + told).max(addressee.line.end);
    while let Some(at) = view.find(from..view.chars().len(), "您") {
        from = at + 1;
        let is_plural = view.one_of_at(at, &TO_SEVERAL).is_some();
        if !is_plural && !view.in_quotes(at) && !view.in_title(at) {
            findings
                .at(at..from, message)
                .hint("改为“你们”")
                .suggest(at..from, "你们");
        }
    }
}

/// How sentences begin that turn to the addressee with 您 or 你们.
const TURNS: [&str; 8] = [
    "",
    "感谢",
    "再次感谢",
    "衷心感谢",
    "非常感谢",
    "欢迎",
    "恳请",
    "现将",
];
/// What follows 您 or 你们 there.
const TURNED: [&str; 15] = [
    "提",
    "在",
    "对",
    "所",
    "的建议",
    "的提案",
    "的意见",
    "的关心",
    "的支持",
    "反映",
    "关于",
    "一直",
    "长期",
    "继续",
    "单位",
];

/// Reports the word wherever a paragraph or sentence turns to the addressee with it.
fn turned_to(
    view: &TextView<'_>,
    addressee: &Addressee,
    word: &str,
    (message, right): &(String, &str),
    findings: &mut Findings<'_>,
) {
    let length = word.chars().count();
    let mut from = addressee.line.end;
    while let Some(at) = view.find(from..view.chars().len(), word) {
        from = at + length;
        let turns = TURNS.iter().any(|turn| turns_at(view, at, turn));
        let is_told = turns && view.one_of_at(from, &TURNED).is_some();
        // 感谢您和其他几位委员的关心，你们在座谈会上的发言 speaks to all of them.
        let sentence = view.sentence(at).start..at;
        let is_joined = view.has_any(&sentence, &["您和", "您与", "您及", "您等", "您以及"]);
        if !is_told || is_joined || view.in_quotes(at) || view.in_title(at) {
            continue;
        }
        // A letter to an older friend may say 你.
        let finding = match word {
            "你" => findings.hint(at..from, message.as_str()),
            _ => findings.at(at..from, message.as_str()),
        };
        finding
            .hint(format!("改为“{right}”"))
            .suggest(at..from, *right);
    }
}

/// 得到你的支持 in a letter that says 您 to the same person.
fn familiar(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    const OF_READER: [&str; 9] = [
        "的支持",
        "的监督",
        "的关心",
        "的理解",
        "的信任",
        "的提案",
        "的建议",
        "的意见",
        "的宝贵",
    ];
    let body = addressee.line.end..view.chars().len();
    if view.find(body.clone(), "您").is_none() {
        return;
    }
    let mut from = body.start;
    while let Some(at) = view.find(from..body.end, "你") {
        from = at + 1;
        let is_meant = view.one_of_at(from, &OF_READER).is_some();
        // What begins a sentence is told with the sentences that turn to the addressee.
        let is_told = TURNS.iter().any(|turn| turns_at(view, at, turn));
        if is_meant && !is_told && !view.in_quotes(at) && !view.in_title(at) {
            findings
                .at(at..from, "别处称“您”，这里却是“你”")
                .hint("改为“您”")
                .suggest(at..from, "您");
        }
    }
}

/// Whether `turn` begins a clause and ends at `at`.
fn turns_at(view: &TextView<'_>, at: usize, turn: &str) -> bool {
    let start = at.checked_sub(turn.chars().count());
    let begins = |start: usize| view.is_any_before(start, "\n：:，。！；");
    view.ends_at(at, turn) && start.is_some_and(begins)
}

/// 您 for the several persons of a line.
fn several_addressees(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.paragraphs().windows(2) {
        let addressee = &pair[0];
        if is_plural_addressee(view, &addressee.range) {
            let name = addressee.range.start..addressee.range.end - 1;
            judge(view, name, pair[1].range.start, findings);
        }
    }
    // 张三、李四等委员：您提出的…… on one line.
    for paragraph in view.paragraphs() {
        let range = paragraph.range.clone();
        let head = range.start..range.end.min(range.start + LONGEST_ADDRESSEE);
        let colon = head.clone().find(|at| view.char(*at) == '：');
        let addressee = colon.map(|colon| range.start..colon + 1);
        if let Some(addressee) = addressee.filter(|it| is_plural_addressee(view, it)) {
            judge(
                view,
                range.start..addressee.end - 1,
                addressee.end,
                findings,
            );
        }
    }
}

/// Reports 您 at `start`, where the text after the addressee begins.
fn judge(view: &TextView<'_>, name: Range<usize>, start: usize, findings: &mut Findings<'_>) {
    if view.char(start) == '您' && view.one_of_at(start, &TO_SEVERAL).is_none() {
        let name = view.words(name);
        findings
            .at(
                start..start + 1,
                format!("称呼“{name}”是几个人，正文却用“您”"),
            )
            .hint("改为“你们”")
            .suggest(start..start + 1, "你们");
    }
}

fn is_plural_addressee(view: &TextView<'_>, range: &Range<usize>) -> bool {
    let last = range.end - 1;
    let length = range.len();
    let title = view.one_of_before(last, &["委员", "代表"]);
    if title.is_some() && view.is_at(range.start, "各位") {
        return true;
    }
    if !(4..LONGEST_ADDRESSEE).contains(&length) || view.char(last) != '：' || title.is_none() {
        return false;
    }
    view.find(range.clone(), "、").is_some() || view.find(range.clone(), "等").is_some()
}
