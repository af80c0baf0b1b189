//! 即能以文塑旅，又能以旅彰文: 即 for 既.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 即能以文塑旅，又能以旅彰文: 即 for 既.
pub(crate) const JI_FOR_JI: Rule = Rule {
    name: "ji-for-ji",
    title: "“既……又……”误作“即……又……”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("ji_for_ji.md"),
};

const WORDS: &[&str] = &[
    "即能",
    "即要",
    "即有",
    "即是",
    "即可以",
    "即可",
    "即符",
    "即注",
    "即抓",
    "即满",
    "即解",
    "即提",
    "即促",
    "即保",
    "即突",
    "即坚",
    "即体",
    "即考",
    "即方",
    "即节",
    "即增",
    "即让",
    "即重",
    "即管",
    "即看",
    "即推",
    "即讲",
    "即出",
];

/// How far the second half may stand behind 即.
const LONGEST: usize = 28;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // 立即要求, 当即有人, 随即能 and the like end in 即.
    if view.is_any_before(word.start, "立当随旋亦在迅也便") {
        return;
    }
    // 扫码即可了解…，也可以…: what can be done at once.
    if WORDS[word.number].starts_with("即可") && is_han(view.before(word.start)) {
        return;
    }
    let sentence = view.sentence(word.start);
    let end = sentence.end.min(word.end + LONGEST);
    let verb = view.char(word.start + 1);
    // ，又能, ，也能: the verb comes again behind a comma.
    let mut again = view.places_in(verb, word.end + 2..end);
    // 即抓好当前，又着眼长远: another verb, where nothing but 我局将 stands before.
    let next = view.clause(word.end).end + 1;
    let is_joined = view
        .one_of_before(
            word.start,
            &["我局将", "我委将", "我厅将", "我们将", "我局", "要", "我市"],
        )
        .is_some()
        && view.char(next) == '又';
    if is_joined || again.any(|at| view.is_any_before(at, "又也") && view.char(at - 2) == '，') {
        let text = view.words(word.start..word.end);
        findings
            .at(
                word.start..word.start + 1,
                format!("“{text}……又{verb}”的“即”应当是“既”"),
            )
            .hint("改为“既”")
            .replace(word.start..word.start + 1, "既");
    }
}
