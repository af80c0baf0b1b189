//! 提高帮扶力度, 加强建设步伐, 开展了联席会议机制: a verb that its object does not go with.

use std::ops::Range;

use super::verb_objects::{NEAR_NAME, VERB_OBJECTS, VerbObject, objects};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 提高帮扶力度, 加强建设步伐, 开展了联席会议机制: a verb that its object does not go with.
pub(crate) const VERB_OBJECT_MISMATCH: Rule = Rule {
    name: "verb-object-mismatch",
    title: "动词和宾语不搭配",
    severity: Severity::Warning,
    check: Check::Table(objects, check),
    page: include_str!("verb_object_mismatch.md"),
};

/// Other verbs of which the object may be: 加强监管、加大力度.
const OTHERS: [&str; 16] = [
    "加大", "加快", "加强", "提高", "提升", "降低", "减轻", "建立", "健全", "完善", "探索", "创新",
    "扩大", "改善", "推进", "推动",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let known = &VERB_OBJECTS[word.number];
    let is_end = view.is_any_at(word.end, "，。；、：\n");
    // 改善生活水平 has become usual.
    let is_usual = known.object == "水平" && view.ends_at(word.start, "生活");
    if !is_end || is_usual || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let mut verbs = known.verbs.iter();
    if let Some(verb) = verbs.find_map(|verb| governing(view, word, known, verb)) {
        report(view, verb, word, known, findings);
    }
}

/// Where the verb stands, if the object is its own.
fn governing(
    view: &TextView<'_>,
    word: Word,
    known: &VerbObject,
    verb: &str,
) -> Option<Range<usize>> {
    let length = verb.chars().count();
    let near = match verb {
        "加强对" => NEAR_NAME,
        _ => known.near,
    };
    let clause = view.clause(word.start).start;
    let from = clause.max(word.start.saturating_sub(near + 3));
    let at = view.each(from..word.start, verb).last()?;
    let between = at + length..word.start;
    // 河湖长与检察长协作机制: the name of a mechanism may join two.
    let may_join = ["机制", "制度"].contains(&known.object);
    let is_plain = between.clone().all(|it| is_han(view.char(it)));
    let is_own = is_plain
        && !between.is_empty()
        && !view.has_any(&between, &OTHERS)
        && (may_join || !view.has_any(&between, &["和", "与"]));
    is_own.then_some(at..at + length)
}

fn report(
    view: &TextView<'_>,
    verb: Range<usize>,
    word: Word,
    known: &VerbObject,
    findings: &mut Findings<'_>,
) {
    let (object, right) = (known.object, known.right);
    let text = view.words(verb.clone());
    let done = if text.ends_with('了') { "了" } else { "" };
    findings
        .at(verb.start..word.end, format!("“{text}……{object}”不搭配"))
        .hint(format!("改为“{right}……{object}”"))
        .suggest(verb, format!("{right}{done}"));
}
