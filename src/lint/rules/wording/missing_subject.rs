//! 通过…，使…: what both verbs tell of has no subject (主语残缺).

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 通过…，使…: what both verbs tell of has no subject (主语残缺).
pub(crate) const MISSING_SUBJECT: Rule = Rule {
    name: "missing-subject",
    title: "缺主语：“通过……，使……”",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_subject.md"),
};

const WORDS: &[&str] = &["使"];

/// What makes an adverbial of the clause before, so that it cannot be the subject of 使.
const LEADS: [&str; 4] = ["通过", "经过", "随着", "由于"];

/// What makes another word of 使.
const OTHERS: &str = "用命者馆领团节徒";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let end = word.end + usize::from(view.char(word.end) == '得');
    let is_verb = view.before(word.start) == '，' && !view.is_any_at(end, OTHERS);
    if !is_verb || view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let lead = view.clause(word.start - 1);
    let begins =
        lead.start == view.sentence(word.start).start || view.is_any_before(lead.start, "；\n");
    if let Some(found) = view.one_of_at(lead.start, &LEADS).filter(|_| begins) {
        let text = view.words(word.start..end);
        findings
            .at(word.start..end, format!("“{found}……，{text}……”没有主语"))
            .hint(format!("删去“{found}”或者“{text}”"));
    }
}
