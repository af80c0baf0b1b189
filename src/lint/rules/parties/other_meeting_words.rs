//! 您的提案 in a letter to 代表, 各位代表 in a letter to 委员.

use super::answered::{is_of_conference, signs};
use super::answered_paper::is_answered_paper;
use super::at_other_meeting::{at_other_meeting, is_promised};
use super::listed_by_other_meeting::listed_by_other_meeting;
use super::meeting_words::{MEETING_WORDS, MeetingWord, Place, words};
use super::reader_met::{gets_copy, is_proposer, meets_reader, sends, turns_to_reader};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 您的提案 in a letter to 代表, 各位代表 in a letter to 委员.
pub(crate) const OTHER_MEETING_WORDS: Rule = Rule {
    name: "other-meeting-words",
    title: "把建议说成提案，把委员说成代表",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("other_meeting_words.md"),
};

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
    let meant = &MEETING_WORDS[word.number];
    match meant.place {
        Place::List => listed_by_other_meeting(view, (word, meant), findings),
        Place::Session => at_other_meeting(view, (word, meant), findings),
        _ if is_of_letter(view, word, meant) => in_letter(view, (word, meant), findings),
        _ => {}
    }
}

/// Whether the word speaks of the paper that the letter answers, of its reader or of what is asked of the reader.
fn is_of_letter(view: &TextView<'_>, word: Word, meant: &MeetingWord) -> bool {
    const THIS: [&str; 4] = ["该", "该件", "此件", "这件"];
    match meant.place {
        Place::Paper => is_answered_paper(view, word, meant.word),
        Place::Reader => turns_to_reader(view, word) || meets_reader(view, (word, meant.word)),
        Place::Proposer => is_proposer(view, word),
        Place::Thanks => is_of_thanks(view, word),
        Place::Support => view.ends_at(word.start, "对"),
        Place::Duty => view.one_of_before(word.start, FULFILS).is_some(),
        Place::Promise => {
            is_promised(view, word) || view.one_of_before(word.start, &THIS).is_some()
        }
        Place::Office => sends(view, word) || gets_copy(view, word),
        Place::List | Place::Session => false,
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

/// Reports a word that is of the other meeting than the one that the whole letter answers.
fn in_letter(
    view: &TextView<'_>,
    (word, meant): (Word, &MeetingWord),
    findings: &mut Findings<'_>,
) {
    let is_in_body = view.reply().opening.start < word.start;
    if !is_in_body || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let signs = signs(view);
    // What is itself a sign of the letter is for `role-mismatch`.
    let is_sign = signs.iter().any(|sign| sign.range.start == word.start);
    let answered = is_of_conference(&signs).filter(|_| !is_sign);
    if answered != Some(!meant.is_of_conference) {
        return;
    }
    match meant.place {
        Place::Proposer => proposer(word, findings),
        _ => report(view, (word, meant), findings),
    }
}

fn report(view: &TextView<'_>, (word, meant): (Word, &MeetingWord), findings: &mut Findings<'_>) {
    let range = word.start..word.end;
    let text = view.words(range.clone());
    let letter = match meant.is_of_conference {
        true => "给人大代表的",
        false => "给政协委员的",
    };
    findings
        .at(
            range.clone(),
            format!("这封信是{letter}答复，这里却写“{text}”"),
        )
        .hint(format!("如果说的就是它，改为“{}”", meant.right))
        .suggest(range, meant.right);
}

/// 与建议人 in a letter on a proposal; many call every proposer so.
fn proposer(word: Word, findings: &mut Findings<'_>) {
    let range = word.start..word.end;
    findings
        .hint(range.clone(), "这封信是政协提案的答复，这里却写“建议人”")
        .hint("如果说的就是提案者，改为“提案者”")
        .suggest(range, "提案者");
}
