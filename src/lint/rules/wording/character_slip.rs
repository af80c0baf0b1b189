//! 矛遁, 困南, 要重: a character of the same sound or look, or two swapped, that leave no word.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::collocation_slip::COLLOCATION_SLIP;
use super::lone_character::LONE_CHARACTER;
use super::phrase_slip::PHRASE_SLIP;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::findings::Findings;
use crate::lint::rules::parties::addressee_name::SURNAMES;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::companions::are_companions;
use crate::lint::vocabulary::slips::{Slip, slips};
use crate::lint::{Check, Rule};

/// 矛遁, 困南, 要重: a character of the same sound or look, or two swapped, that leave no word.
pub(crate) const CHARACTER_SLIP: Rule = Rule {
    name: "character-slip",
    title: "像是写错了一个字",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("character_slip.md"),
};

/// How sure a slip must be to be looked at: what stands in a text again may be a term.
const POSSIBLE: i32 = 0;
/// How sure a slip must be to be told, and to be more than a hint where a companion of the mended word stands
/// beside it; see [`Slip::score`].
///
/// Of the slips in the tests' texts that leave a companion all are as sure; in 210,000 characters of right replies
/// that were written without knowing the rules four terms were less sure and had a companion (测年, 终期).
const LIKELY: i32 = 150;
/// How sure it must be to be more than a hint, if no companion of the mended word stands beside it.
///
/// Of 870 slips in six collections written without knowing the rules none is told by this alone between 300 and
/// this; of 303,000 characters of right letters written so two terms were (集控中心, 家国).
const SURE: i32 = 450;
/// How sure it must be if the same stands in the text again, as a term would.
const SURE_OF_TERM: i32 = 600;

/// How much less sure a slip is that may be a name: behind a surname, or behind a title with a surname
/// of its own.
const AFTER_SURNAME: i32 = 120;
const AFTER_TITLE: i32 = 200;

/// The last characters of titles, which names follow.
const TITLE_ENDS: &str = "记长员任者授师席";

/// What counts things and makes short terms of any noun, as a number does: 一键, 两客, 逐间, 612间.
const COUNTING: &str = "一二三四五六七八九十百千万亿两几半多每各逐第零数";

/// What names a body in short, before any noun: 市疾控, 县域.
const ADMINISTRATIVE: &str = "市县区省镇乡村州";

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut found = slips(view.chars(), view.joined(), POSSIBLE);
    found.retain(|slip| !is_quoted(view, slip) && !is_coined(view, slip));
    let mut times: FxHashMap<String, usize> = FxHashMap::default();
    for slip in &found {
        *times.entry(view.text(slip.range.clone())).or_default() += 1;
    }
    for slip in found {
        let written = view.text(slip.range.clone());
        let is_term = times.get(&written).is_some_and(|times| *times > 1);
        let discount = name_discount(view, &slip);
        let score = slip.score - discount;
        // What may be a name has any companions.
        let is_meant = || discount == 0 && score >= LIKELY && has_companion(view, &slip);
        let is_sure = score >= SURE || is_meant();
        if (is_sure || score >= LIKELY) && (!is_term || score >= SURE_OF_TERM) {
            report(&written, is_sure, slip, findings);
        }
    }
}

/// Whether the mended word stands beside one that it often stands beside: 力|案|调查.
fn has_companion(view: &TextView<'_>, slip: &Slip) -> bool {
    let right: Vec<char> = slip.right.chars().collect();
    let Range { start, end } = slip.range;
    // 以巴双方, 要重证据: two characters in the other order may be two words.
    if view.chars()[start..end].iter().eq(right.iter().rev()) {
        return false;
    }
    let before = start
        .checked_sub(2)
        .map_or(&[][..], |from| &view.chars()[from..start]);
    let after = view.chars().get(end..end + 2).unwrap_or_default();
    are_companions(before, &right) || are_companions(&right, after)
}

fn is_quoted(view: &TextView<'_>, slip: &Slip) -> bool {
    view.in_quotes(slip.range.start) || view.in_title(slip.range.start)
}

/// Whether the words are made as others beside them are (立行立改, 应接尽接), or as short terms are.
fn is_coined(view: &TextView<'_>, slip: &Slip) -> bool {
    let first = view.char(slip.range.start);
    let is_short =
        COUNTING.contains(first) || ADMINISTRATIVE.contains(first) && slip.right.starts_with(first);
    let repeats = |at: usize| {
        let character = view.char(at);
        view.char(at + 2) == character
            || at.checked_sub(2).map(|it| view.char(it)) == Some(character)
    };
    // 壹期, 叁级 are numbered so on purpose.
    let is_formal = slip
        .range
        .clone()
        .any(|at| view.is_any_at(at, "壹贰叁肆伍陆柒捌玖拾"));
    is_short || is_formal || slip.range.clone().any(repeats)
}

fn name_discount(view: &TextView<'_>, slip: &Slip) -> i32 {
    let before = view.before(slip.range.start);
    let begins_name = SURNAMES.contains(view.char(slip.range.start))
        && (TITLE_ENDS.contains(before) || !is_han(before));
    let after_surname = if SURNAMES.contains(before) {
        AFTER_SURNAME
    } else {
        0
    };
    after_surname + if begins_name { AFTER_TITLE } else { 0 }
}

fn report(written: &str, is_sure: bool, slip: Slip, findings: &mut Findings<'_>) {
    let right = slip.right;
    let range = slip.range;
    let is_swapped = right.chars().rev().eq(written.chars());
    let message = match is_swapped {
        true => format!("“{written}”像是“{right}”写颠倒了"),
        false => format!("“{written}”像是“{right}”写错了一个字"),
    };
    let finding = match is_sure {
        true => findings.at(range.clone(), message),
        false => findings.hint(range.clone(), message),
    };
    finding
        .hint(format!("如果是这个意思，改为“{right}”"))
        .suggest(range, right);
}

/// How many bytes a finding has at most that tells of the very words, not of a sentence around them.
const FEW_WORDS: usize = 36;

/// Leaves out the slips where another rule, which knows the words, tells of something; of the
/// rules that conclude from words, those that know the phrase or its words are surer.
pub(in crate::lint) fn yield_to_others(found: &mut Vec<Diagnostic>) {
    yield_to(found, LONE_CHARACTER.name, &[]);
    yield_to(found, COLLOCATION_SLIP.name, &[CHARACTER_SLIP.name]);
    yield_to(found, PHRASE_SLIP.name, &[CHARACTER_SLIP.name]);
    yield_to(found, CHARACTER_SLIP.name, &[]);
}

/// Leaves out what the rule finds where another one that is not weaker tells of something.
fn yield_to(found: &mut Vec<Diagnostic>, rule: &str, weaker: &[&str]) {
    let is_own = |one: &Diagnostic| one.rule == rule;
    if !found.iter().any(is_own) {
        return;
    }
    let others = found
        .iter()
        .filter(|one| !is_own(one) && !weaker.contains(&one.rule));
    let mut others: Vec<_> = others.map(|one| one.place.range()).collect();
    others.retain(|range| range.len() <= FEW_WORDS);
    others.sort_unstable_by_key(|range| range.start);
    // How far what begins before a place reaches.
    let mut reach = 0;
    let reaches: Vec<usize> = others
        .iter()
        .map(|range| {
            reach = reach.max(range.end);
            reach
        })
        .collect();
    found.retain(|one| {
        let place = one.place.range();
        let before = others.partition_point(|range| range.start < place.end);
        let is_told = before > 0 && reaches[before - 1] > place.start;
        !is_own(one) || !is_told
    });
}
