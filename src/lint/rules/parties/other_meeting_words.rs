//! 您的提案 in a letter to 代表, 各位代表 in a letter to 委员.

use super::answered::{is_of_conference, signs};
use super::answered_paper::is_answered_paper;
use super::at_other_meeting::{at_other_meeting, is_promised};
use super::listed_by_other_meeting;
use super::reader_met::{gets_copy, is_office, is_proposer, meets_reader, sends, turns_to_reader};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 您的提案 in a letter to 代表, 各位代表 in a letter to 委员.
pub(crate) const OTHER_MEETING_WORDS: Rule = Rule {
    name: "other-meeting-words",
    title: "把建议说成提案，把委员说成代表",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("other_meeting_words.md"),
};

const WORDS: &[&str] = &[
    "提案",
    "议案",
    "代表",
    "委员",
    "建议案",
    "建议编号",
    "建议人",
    "各位代表",
    "各位委员",
    "代表们",
    "委员们",
    "政协工作",
    "人大工作",
    "人大代表职责",
    "代表职责",
    "委员职责",
    "人大代表职权",
    "代表职权",
    "人大代表作用",
    "本建议答复",
    "该建议答复",
    "本建议的答复",
    "本建议办理",
    "人大代表工委",
    "人大常委会代表工委",
    "人大代表工作委员会",
    "人大常委会代表工作",
    "人大常委会人事代表",
    "政协提案委",
    "督办提案",
    "重点提案",
    "督办建议",
    "重点建议",
    "人大代表建议",
    "代表建议",
    "政协提案",
    "委员提案",
    "政协提案工作",
    "政协提案办理工作",
    "人大建议工作",
    "人大建议办理工作",
    "代表建议工作",
    "代表建议办理工作",
    "人大代表建议工作",
    "人大代表建议办理工作",
    "政协平台",
    "人大平台",
    "政协这个平台",
    "人大这个平台",
];

/// What the reader does with his or her duties.
const FULFILS: &[&str] = &[
    "履行",
    "履行好",
    "履行政协",
    "履行好政协",
    "行使",
    "行使好",
    "发挥",
    "发挥好",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_meant = match WORDS[word.number] {
        "提案" | "议案" | "建议案" | "建议编号" => {
            is_answered_paper(view, word, WORDS[word.number])
        }
        "代表" | "委员" => {
            turns_to_reader(view, word) || meets_reader(view, (word, WORDS[word.number]))
        }
        "建议人" => is_proposer(view, word),
        "政协提案工作"
        | "政协提案办理工作"
        | "人大建议工作"
        | "人大建议办理工作"
        | "代表建议工作"
        | "代表建议办理工作"
        | "人大代表建议工作"
        | "人大代表建议办理工作"
        | "政协平台"
        | "人大平台"
        | "政协这个平台"
        | "人大这个平台" => is_of_thanks(view, word),
        // 感谢您对政协工作的支持, 履行人大代表职责.
        "政协工作" | "人大工作" => view.ends_at(word.start, "对"),
        "人大代表职责" | "代表职责" | "委员职责" | "人大代表职权" | "代表职权" | "人大代表作用" => {
            view.one_of_before(word.start, FULFILS).is_some()
        }
        "本建议答复" | "该建议答复" | "本建议的答复" | "本建议办理" => {
            view.ends_at(word.start, "对")
        }
        listed @ ("督办提案" | "重点提案" | "督办建议" | "重点建议") => {
            listed_by_other_meeting::check(view, (word, listed), findings);
            return;
        }
        "人大代表建议" | "代表建议" | "政协提案" | "委员提案" => {
            is_promised(view, word)
                || view
                    .one_of_before(word.start, &["该", "该件", "此件", "这件"])
                    .is_some()
        }
        office if is_office(office) => sends(view, word) || gets_copy(view, word),
        _ => {
            at_other_meeting(view, (word, WORDS[word.number]), findings);
            return;
        }
    };
    if is_meant {
        in_letter(view, word, findings);
    }
}

/// 感谢您对政协提案工作的支持, 请继续监督我市人大建议办理工作: what the reader is asked for is of his own meeting.
fn is_of_thanks(view: &TextView<'_>, word: Word) -> bool {
    const ASKS: [&str; 9] = [
        "希望",
        "感谢您",
        "请您",
        "请继续",
        "希望您",
        "欢迎您",
        "恳请您",
        "期待您",
        "敬请",
    ];
    const JOINS: [&str; 6] = ["和", "与", "及", "、", "以及", "政协委员"];
    let sentence = view.sentence(word.start);
    let before = sentence.start..word.start;
    let is_joined =
        view.is_any_at(word.end, "、和及与") || view.one_of_before(word.start, &JOINS).is_some();
    let clause = view.clause(word.start);
    let meetings = ["政协", "提案", "人大", "两会"];
    let is_of_both = view.has_any(&(clause.start..word.start), &meetings)
        || view.has_any(&(word.end..clause.end), &meetings);
    view.has_any(&before, &ASKS) && !is_joined && !is_of_both && !view.in_quotes(word.start)
}

/// Judges a word by what the whole letter answers.
fn in_letter(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_in_body = view.reply().opening.start < word.start;
    if !is_in_body || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let signs = signs(view);
    // What is itself a sign of the letter is for `role-mismatch`.
    let is_sign = signs.iter().any(|sign| sign.range.start == word.start);
    let Some(is_of_conference) = is_of_conference(&signs).filter(|_| !is_sign) else {
        return;
    };
    match (WORDS[word.number], is_of_conference) {
        ("提案", false) => report(view, word, ("人大代表的建议", "建议"), findings),
        ("议案" | "建议案", true) => report(view, word, ("政协委员的提案", "提案"), findings),
        ("建议编号", true) => report(view, word, ("政协委员的提案", "提案编号"), findings),
        ("建议人", true) => proposer(word, findings),
        ("人大代表建议" | "代表建议", true) => {
            report(view, word, ("给政协委员的", "政协提案"), findings);
        }
        ("政协提案" | "委员提案", false) => {
            report(view, word, ("给人大代表的", "人大代表建议"), findings);
        }
        ("政协提案工作" | "政协提案办理工作", false) => {
            report(
                view,
                word,
                ("给人大代表的", "人大代表建议办理工作"),
                findings,
            );
        }
        (
            "人大建议工作"
            | "人大建议办理工作"
            | "代表建议工作"
            | "代表建议办理工作"
            | "人大代表建议工作"
            | "人大代表建议办理工作",
            true,
        ) => report(view, word, ("给政协委员的", "政协提案办理工作"), findings),
        ("政协平台" | "政协这个平台", false) => {
            report(view, word, ("给人大代表的", "人大平台"), findings);
        }
        ("人大平台" | "人大这个平台", true) => {
            report(view, word, ("给政协委员的", "政协平台"), findings);
        }
        ("政协工作", false) => report(view, word, ("给人大代表的", "人大工作"), findings),
        ("人大工作", true) => report(view, word, ("给政协委员的", "政协工作"), findings),
        ("人大代表职责" | "代表职责" | "人大代表职权" | "代表职权", true) => {
            report(view, word, ("给政协委员的", "委员职责"), findings);
        }
        ("人大代表作用", true) => report(view, word, ("给政协委员的", "委员作用"), findings),
        (paper @ ("本建议答复" | "该建议答复" | "本建议的答复" | "本建议办理"), true) =>
        {
            let right = paper.replace("建议", "提案");
            report(view, word, ("政协委员的提案", &right), findings);
        }
        ("委员职责", false) => report(view, word, ("给人大代表的", "人大代表职责"), findings),
        (office, true) if office.starts_with("人大常") || office.starts_with("人大代表工") =>
        {
            report(view, word, ("政协委员的提案", "政协提案委员会"), findings);
        }
        ("政协提案委", false) => report(
            view,
            word,
            ("人大代表的建议", "人大常委会代表工委"),
            findings,
        ),
        ("代表", true) => report(view, word, ("给政协委员的", "委员"), findings),
        ("委员", false) => report(view, word, ("给人大代表的", "代表"), findings),
        _ => {}
    }
}

fn report(
    view: &TextView<'_>,
    word: Word,
    (letter, right): (&str, &str),
    findings: &mut Findings<'_>,
) {
    let range = word.start..word.end;
    let text = view.words(range.clone());
    findings
        .at(
            range.clone(),
            format!("这封信是{letter}答复，这里却写“{text}”"),
        )
        .hint(format!("如果说的就是它，改为“{right}”"))
        .suggest(range, right);
}

/// 与建议人 in a letter on a proposal; many call every proposer so.
fn proposer(word: Word, findings: &mut Findings<'_>) {
    let range = word.start..word.end;
    findings
        .hint(range.clone(), "这封信是政协提案的答复，这里却写“建议人”")
        .hint("如果说的就是提案者，改为“提案者”")
        .suggest(range, "提案者");
}
