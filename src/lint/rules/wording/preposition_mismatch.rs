//! 按照…为目标，, 以群众需求导向，, 对人才引进方面，: a preposition (介词) and the end of its clause that do not
//! go together.

use std::ops::Range;

use super::other_preposition;
use super::preposition_frames::{FRAMES, Frame};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::words::each_once;
use crate::lint::{Check, Rule, Word};

/// 按照…为目标，, 以群众需求导向，, 对人才引进方面，: a preposition (介词) and the end of its clause that do not
/// go together.
pub(crate) const PREPOSITION_MISMATCH: Rule = Rule {
    name: "preposition-mismatch",
    title: "介词和后面的话不搭配",
    severity: Severity::Warning,
    check: Check::Table(tails, check),
    page: include_str!("preposition_mismatch.md"),
};

/// What 为 makes one word with: 作为, 列为, 确定为.
const BEFORE_WEI: &str = "作列定设转变纳评命改分升视选成化做当立树";

/// All ends of clauses and all that tells of another preposition, each once.
fn tails() -> Vec<&'static str> {
    let ends = FRAMES.iter().flat_map(|it| it.ends.iter().copied());
    each_once(ends.chain(other_preposition::TAILS))
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let tail = view.words(word.start..word.end);
    if other_preposition::TAILS.contains(&tail) {
        return other_preposition::check(view, word, tail, findings);
    }
    if !view.is_any_at(word.end, "，。；") {
        return;
    }
    let clause = view.clause(word.start);
    let frames = FRAMES.iter().filter(|it| it.ends.contains(&tail));
    for frame in frames {
        if let Some(begin) = begin(view, frame, clause.start, word.start) {
            report(view, begin, word, frame, findings);
            return;
        }
    }
}

/// The word that the frame begins with, at the start of the clause or behind who does it.
fn begin(view: &TextView<'_>, frame: &Frame, start: usize, end: usize) -> Option<Range<usize>> {
    const SUBJECTS: [&str; 9] = [
        "本行动",
        "我局",
        "我委",
        "我市",
        "我县",
        "我区",
        "我省",
        "我们",
        "我厅",
    ];
    const WILL: [&str; 5] = ["将", "今后将", "今后", "应当", "应"];
    let length = |word: Option<&str>| word.map_or(0, |it| it.chars().count());
    let start = start + length(view.one_of_at(start, &SUBJECTS));
    let start = start + length(view.one_of_at(start, &WILL));
    let begins = frame.begins.iter().filter(|it| view.is_at(start, it));
    let begin = begins.max_by_key(|it| it.len())?;
    let between = start + begin.chars().count()..end;
    let fits = (2..=frame.near).contains(&between.len())
        && is_han(view.char(between.start))
        && (frame.with.is_empty() || view.has_any(&between, frame.with))
        && !view.has_any(&between, frame.without)
        && !makes_one_word(view, end);
    (fits && !is_longer(view, start, begin)).then_some(start..between.start)
}

/// Whether 为 at `at` ends a verb: 作为, 列为, and in 项目建设为抓手 none.
fn makes_one_word(view: &TextView<'_>, at: usize) -> bool {
    view.char(at) == '为' && view.is_any_before(at, BEFORE_WEI) && !view.ends_at(at, "建设")
}

/// 以及, 以来, 对口, 为此, 将来, 由于 begin other words.
fn is_longer(view: &TextView<'_>, start: usize, begin: &str) -> bool {
    let others = match begin {
        "以" => "及来上下内外前后往致免便至此",
        "对" => "口接照于策外标应方象比",
        "为" => "此何了",
        "将" => "来近要",
        "由" => "于此来",
        "把" => "握关手",
        "从" => "事业而",
        "坚持" => "以",
        _ => "",
    };
    view.is_any_at(start + begin.chars().count(), others)
}

fn report(
    view: &TextView<'_>,
    begin: Range<usize>,
    word: Word,
    frame: &Frame,
    findings: &mut Findings<'_>,
) {
    let [head, tail] = [begin.clone(), word.start..word.end].map(|it| view.words(it));
    findings
        .at(begin.start..word.end, format!("“{head}……{tail}”不搭配"))
        .hint(frame.right);
}
