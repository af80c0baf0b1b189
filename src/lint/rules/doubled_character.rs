//! 已已建成, 过程中中, 可操作性性: a character typed twice.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::addressee_name::SURNAMES;
use crate::lint::rules::{doubled_particle, word_slip};
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::{Check, Rule};

/// 已已建成, 过程中中, 可操作性性: a character typed twice.
pub(crate) const DOUBLED_CHARACTER: Rule = Rule {
    name: "doubled-character",
    title: "同一个字写了两遍",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("doubled_character.md"),
};

/// Adverbs and conjunctions that are never doubled on purpose.
const ADVERBS: &str = "已也就仍且须但再又未还更因";

/// Particles and endings that are never doubled on purpose, but may end a word and begin the next.
const ENDINGS: &str = "于从各该其而需让使按据至性化率度者上中内经";

/// Verbs before another verb that begin and end words as well.
const VERBS: &str = "要能";

/// What follows a whole word.
const CONJUNCTIONS: &str = "和与及在了并将等";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for (at, pair) in view.chars().windows(2).enumerate() {
        if pair[0] == pair[1] && is_han(pair[0]) && is_doubled(view, at) {
            let text = view.text(at..at + 2);
            findings
                .at(at..at + 2, format!("“{text}”像是多写了一个“{}”", pair[0]))
                .hint("删去一个")
                .suggest(at..at + 1, "");
        }
    }
}

/// Whether the character at `at` and the same after it are neither a word nor the end and the
/// beginning of words, and no other rule knows them.
fn is_doubled(view: &TextView<'_>, at: usize) -> bool {
    let vocabulary = Vocabulary::get();
    let character = view.char(at);
    let (before, after) = (view.before(at), view.char(at + 2));
    // 加强服务务，: the first one ends a word, and the second one begins nothing.
    let is_left_over = vocabulary.has(&[before, character])
        && vocabulary.is_rare_alone(character)
        && (!is_han(after) || CONJUNCTIONS.contains(after));
    let third = before == character || after == character;
    let is_number = is_any_digit(character) || is_any_digit(before);
    let is_verb = VERBS.contains(character)
        && !vocabulary.joins(before, character)
        && !vocabulary.joins(character, after);
    let is_adverb = ADVERBS.contains(character) && !vocabulary.joins(before, character);
    let is_ending = ENDINGS.contains(character) || is_left_over;
    (is_adverb || is_verb || is_ending && !vocabulary.joins(character, after))
        && !third
        && !is_number
        && !vocabulary.has(&[character, character])
        && !is_reduplication(view, at)
        && !is_name(view, at)
        && !is_told(view, at)
        && !view.in_quotes(at)
        && !view.in_title(at)
}

/// 高高兴兴 repeats both characters, 一项项 counts, 亮晶晶 is a word with a doubled end.
fn is_reduplication(view: &TextView<'_>, at: usize) -> bool {
    let before = view.before(at);
    let beside =
        |start: usize| view.char(start) == view.char(start + 1) && is_han(view.char(start));
    let tripled = [before, view.char(at), view.char(at + 1)];
    beside(at + 2)
        || at.checked_sub(2).is_some_and(beside)
        || "一几每小老阿".contains(before)
        || Vocabulary::get().has(&tripled)
}

/// 刘慧慧, 芳芳: a name behind a surname, or the whole of what stands between marks.
fn is_name(view: &TextView<'_>, at: usize) -> bool {
    let (before, after) = (view.before(at), view.char(at + 2));
    SURNAMES.contains(before) && !is_han(view.before(at.saturating_sub(1)))
        || !is_han(before) && !is_han(after)
}

/// Whether `doubled-particle` or `words.txt` tells of it.
fn is_told(view: &TextView<'_>, at: usize) -> bool {
    let starts = at.saturating_sub(2)..=at;
    let mut parts = starts.flat_map(|start| (2..=4).map(move |length| start..start + length));
    view.one_of_at(at, doubled_particle::WORDS).is_some()
        || parts.any(|part| part.end >= at + 2 && word_slip::is_known(&view.text(part)))
}
