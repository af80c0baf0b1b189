//! 贵委 in a letter to a bureau (局), 贵代表 and 贵单位 in a letter to a person.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::{Check, Rule, Word};

/// 贵委 in a letter to a bureau (局), 贵代表 and 贵单位 in a letter to a person.
pub(crate) const COURTESY_MISMATCH: Rule = Rule {
    name: "courtesy-mismatch",
    title: "尊称与收信人不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("courtesy_mismatch.md"),
};

const WORDS: &[&str] = &[
    "贵局",
    "贵委",
    "贵厅",
    "贵办",
    "贵院",
    "贵会",
    "贵部",
    "贵校",
    "贵集团",
    "贵公司",
    "贵中心",
    "贵单位",
    "贵代表",
    "贵代表团",
];

/// What a name may hold besides the characters of the courtesy itself: 工商联 and 民建市委 are 贵会.
const ALSO: [(&str, &str); 5] = [
    ("贵会", "联协党盟革建进社"),
    ("贵校", "学"),
    ("贵公司", "集司厂行"),
    ("贵集团", "司"),
    ("贵委", "党盟革建进社"),
];

/// What ends in 贵 before a word that happens to begin with 局 or 会.
const LONGER: &str = "尊珍宝昂富名高可华显权娇稀难云川滇黔新";

/// What makes another word of 代表: 贵代表团.
const NO_PERSONS: [&str; 5] = ["团", "处", "队", "性", "作"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_own_word = !LONGER.contains(view.before(word.start));
    let is_cited = view.in_quotes(word.start) || view.in_title(word.start);
    let Some(addressee) = view.reply().addressee.as_ref() else {
        return;
    };
    if !is_own_word || is_cited || !addressee_is_before(addressee, word) {
        return;
    }
    match addressee.whom {
        Whom::Unit => to_unit(view, word, addressee, findings),
        Whom::Members | Whom::Deputies => to_person(view, word, addressee, findings),
    }
}

fn addressee_is_before(addressee: &Addressee, word: Word) -> bool {
    addressee.line.end < word.start
}

/// The courtesy of a body of another kind.
fn to_unit(view: &TextView<'_>, word: Word, addressee: &Addressee, findings: &mut Findings<'_>) {
    let written = WORDS[word.number];
    let name = view.words(addressee.line.clone());
    let kind = written.trim_start_matches('贵');
    let also = ALSO.iter().find(|(courtesy, _)| *courtesy == written);
    let fits = name.contains(kind)
        || also.is_some_and(|(_, characters)| name.contains(|it| characters.contains(it)));
    // Every body is a 单位, and none is a person; what handles deputies' papers speaks of theirs.
    let is_person = written == "贵代表"
        && (titled(view, word).is_none() || name.contains("人大") || name.contains("代表"));
    if fits || written == "贵单位" || is_person {
        return;
    }
    findings
        .at(
            word.start..word.end,
            format!("这封信写给“{name}”，这里却是“{written}”"),
        )
        .hint("尊称随收信单位的名称：局称“贵局”，委称“贵委”，厅称“贵厅”");
}

/// The courtesy of a body, or 贵 before the title of a person.
fn to_person(view: &TextView<'_>, word: Word, addressee: &Addressee, findings: &mut Findings<'_>) {
    let name = view.words(addressee.line.clone());
    // 市政协提案委员会、王明委员 are a body and a person.
    if name.contains(|it| "会局厅院办部".contains(it)) {
        return;
    }
    let end = match titled(view, word) {
        Some(end) => end,
        None if WORDS[word.number] == "贵代表" => return,
        None => word.end,
    };
    let right = match addressee.only_name(view) {
        Some(_) => "您",
        None => "你们",
    };
    let written = view.words(word.start..end);
    findings
        .at(
            word.start..end,
            format!("这封信写给“{name}”，这里却是“{written}”"),
        )
        .hint(format!("对委员、代表称“{right}”"));
}

/// Where 贵代表 or 贵委员 ends; 贵委员会 is a body, and 贵委员工 are its people.
fn titled(view: &TextView<'_>, word: Word) -> Option<usize> {
    match WORDS[word.number] {
        "贵代表" => view
            .one_of_at(word.end, &NO_PERSONS)
            .is_none()
            .then_some(word.end),
        "贵委" if view.is_at(word.end, "员") => {
            (!view.is_any_at(word.end + 1, "会工")).then_some(word.end + 1)
        }
        _ => None,
    }
}
