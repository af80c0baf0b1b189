//! 社会力参与, 营商环节境: a word that has lost a character or got one too much, so that one is left alone.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::vocabulary::lone::{Lone, lone};
use crate::lint::{Check, Rule};

/// 社会力参与, 营商环节境: a word that has lost a character or got one too much, so that one is left alone.
pub(crate) const LONE_CHARACTER: Rule = Rule {
    name: "lone-character",
    title: "像是漏了或者多了一个字",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("lone_character.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for found in lone(view.chars(), view.joined()) {
        let at = found.at;
        let is_named = view.in_quotes(at) || view.in_title(at) || is_office_code(view, at);
        if !is_named && !is_term(view, at) && !is_one_of_many(view, at) {
            report(view, &found, findings);
        }
    }
}

/// 自然资办发〔2023〕31号: the code of an office.
fn is_office_code(view: &TextView<'_>, at: usize) -> bool {
    (at + 1..at + 5).any(|at| view.char(at) == '〔')
}

/// 事前预警查、事中抽样查、事后复核查: others beside it end as it does.
fn is_one_of_many(view: &TextView<'_>, at: usize) -> bool {
    const NEAR: usize = 14;
    let is_end = |it: &usize| view.is_any_at(it + 1, "，。；、");
    let near = view.places_in(view.char(at), at.saturating_sub(NEAR)..at + NEAR);
    is_end(&at) && near.filter(|it| *it != at).any(|it| is_end(&it))
}

/// Whether the same word and character stand in the text again, as a term would.
fn is_term(view: &TextView<'_>, at: usize) -> bool {
    let words = view.words(at - 2..at + 1);
    let mut places = view.places(view.char(at)).filter(|other| *other != at);
    places.any(|other| view.ends_at(other + 1, words))
}

fn report(view: &TextView<'_>, found: &Lone, findings: &mut Findings<'_>) {
    let range = found.at - 2..found.at + 1;
    let written = view.words(range.clone());
    let (character, right) = (view.char(found.at), &found.right);
    let (message, hint) = match found.is_missing {
        true => (
            format!("“{written}”里的“{character}”像是“{right}”漏了一个字"),
            format!("如果是这个意思，改为“{right}”"),
        ),
        false => (
            format!("“{written}”像是“{right}”多了一个字"),
            "删去多余的字".to_owned(),
        ),
    };
    findings.at(range, message).hint(hint);
}
