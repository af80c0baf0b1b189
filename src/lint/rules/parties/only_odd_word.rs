//! 在办理市人大代表建议过程中…。政协委员们…表示满意: the only word of a text that speaks of the other meeting.

use super::role_mismatch::HINT;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// A word of the one meeting that is odd in a text on the other.
struct OddWord {
    word: &'static str,
    /// What tells that the text is on the other meeting; all of it must stand there.
    told: &'static [&'static str],
    /// What tells that the text is on the word's own meeting as well; none of it may stand there.
    own: &'static [&'static str],
}

const fn odd(
    word: &'static str,
    told: &'static [&'static str],
    own: &'static [&'static str],
) -> OddWord {
    OddWord { word, told, own }
}

const ODD: [OddWord; 10] = [
    odd("人大代表满意率", &["政协", "提案"], &[]),
    odd(
        "号政协委员建议",
        &["人大"],
        &["政协提案", "市政协", "县政协"],
    ),
    odd(
        "人大建议",
        &["政协", "提案"],
        &[
            "人大代表",
            "代表建议",
            "市人大",
            "县人大",
            "省人大",
            "区人大",
        ],
    ),
    odd("政协建议", &["政协", "提案"], &["人大"]),
    odd("人大代表在提案", &["提案"], &[]),
    odd(
        "政协委员们",
        &["代表建议"],
        &["政协提案", "委员提案", "市政协", "县政协"],
    ),
    odd("人大代表们", &["提案"], &["代表建议", "市人大", "县人大"]),
    odd("各位委员对", &["代表建议", "人大"], &["政协", "提案"]),
    odd("委员们对", &["代表建议", "人大"], &["政协", "提案"]),
    odd("代表们对", &["提案", "政协"], &["人大", "建议"]),
];

/// A longer text may well speak of both meetings.
const LONGEST: usize = 600;

/// Reports the only word of a short text that speaks of the other meeting.
pub(super) fn only_odd_word(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let whole = 0..view.chars().len();
    if whole.len() > LONGEST {
        return;
    }
    for it in ODD {
        let mut places = view.each(whole.clone(), it.word);
        let only = places.next().filter(|_| places.next().is_none());
        if let Some(at) = only.filter(|at| is_odd(view, &it, *at)) {
            findings
                .at(
                    at..at + it.word.chars().count(),
                    format!("别处说的都是另一个会，这里却是“{}”", it.word),
                )
                .hint(HINT);
        }
    }
}

/// Whether the word at `at` is cited nowhere and joined to none, and all else is of the other meeting.
fn is_odd(view: &TextView<'_>, it: &OddWord, at: usize) -> bool {
    let end = at + it.word.chars().count();
    let rest = [0..at, end..view.chars().len()];
    let has = |words: &[&str]| rest.iter().any(|part| view.has_any(part, words));
    let is_joined = view.is_any_before(at, "、和及与") || view.is_any_at(end, "、和及与");
    let is_cited = view.in_title(at) || view.in_quotes(at);
    !is_joined && !is_cited && it.told.iter().all(|word| has(&[word])) && !has(it.own)
}
