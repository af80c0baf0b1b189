//! 感谢民盟市委会 in a letter to 农工党市委会.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::{Check, Rule, Word};

/// 感谢民盟市委会 in a letter to 农工党市委会.
pub(crate) const OTHER_PROPOSER: Rule = Rule {
    name: "other-proposer",
    title: "把别的单位当成提案者",
    severity: Severity::Warning,
    check: Check::Words(PROPOSERS, check),
    page: include_str!("other_proposer.md"),
};

/// The bodies that make proposals of their own (集体提案); each begins its name, or ends it.
pub(super) const PROPOSERS: &[&str] = &[
    "民革",
    "民盟",
    "民建",
    "民进",
    "农工党",
    "致公党",
    "九三学社",
    "台盟",
    "工商联",
];

/// How the names of their committees go on.
const COMMITTEES: [&str; 12] = [
    "省委会",
    "市委会",
    "县委会",
    "区委会",
    "省委",
    "市委",
    "县委",
    "区委",
    "总支",
    "支部",
    "基层委",
    "委员会",
];

/// What makes a body the one that the letter answers.
const PROPOSES: [&str; 8] = [
    "在提案中",
    "的提案",
    "提案",
    "提出的",
    "所提",
    "提交的",
    "的集体提案",
    "对我",
];

/// What goes on about proposals at large: 提案办理经验.
const WORK: [&str; 4] = ["提案办理", "提案工作", "的提案办理", "的提案工作"];

/// What links bodies, and what tells of another time.
const LINKS: &str = "、和与及同跟等";
const EARLIER: [&str; 7] = ["此前", "曾", "年", "并案", "联合", "也", "另"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let addressee = view.reply().addressee.as_ref();
    let Some(addressee) = addressee.filter(|it| it.whom == Whom::Unit) else {
        return;
    };
    let name = view.words(addressee.line.clone());
    let is_party = PROPOSERS.iter().any(|party| name.contains(party));
    let is_other = is_party && !name.contains(PROPOSERS[word.number]);
    let Some(named) = named(view, word).filter(|_| is_other) else {
        return;
    };
    if is_proposer(view, addressee, &named) {
        let text = view.words(named.clone());
        findings
            .at(named, format!("这封信写给“{name}”，这里却是“{text}”"))
            .hint(format!("如果说的就是收信人，改为“{name}”或“贵会”"));
    }
}

/// 民盟市委会 from its first character to its last, or 市工商联 from the character before.
fn named(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    if PROPOSERS[word.number] == "工商联" {
        let is_local = view.is_any_before(word.start, "省市县区");
        return Some(word.start - usize::from(is_local)..word.end);
    }
    let rest = view.one_of_at(word.end, &COMMITTEES)?;
    Some(word.start..word.end + rest.chars().count())
}

/// Whether the body is thanked or said to have made the proposal, alone and not at another time.
fn is_proposer(view: &TextView<'_>, addressee: &Addressee, named: &Range<usize>) -> bool {
    let clause = view.clause(named.start);
    let is_listed =
        LINKS.contains(view.before(named.start)) || LINKS.contains(view.char(named.end));
    let is_earlier = view.has_any(&clause, &EARLIER);
    let is_thanked = view.ends_at(named.start, "感谢");
    let proposes = view.one_of_at(named.end, &PROPOSES).is_some()
        && view.one_of_at(named.end, &WORK).is_none();
    let is_cited = view.in_title(named.start) || view.in_quotes(named.start);
    addressee.line.end < named.start
        && !is_listed
        && !is_earlier
        && !is_cited
        && !view.in_parentheses(named.start)
        && (is_thanked || proposes)
}
