//! What a change does to one letter: its pages, its sentences and its headings before and after.

use std::collections::BTreeMap;

use serde::Serialize;

use super::side::Side;
use crate::build::letter::LaidOut;
use crate::diagnostic::{Diagnostic, Sink};
use crate::export::markdown::markdown;
use crate::layout::dump::dump;
use crate::provenance::{SentenceChange, sentence_changes};

/// What a change does to one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterImpact {
    /// The letter's id.
    pub letter: String,
    /// Whether it was there before and is there after.
    pub state: LetterState,
    /// How many pages it had.
    pub pages_before: Option<usize>,
    /// How many pages it has.
    pub pages_after: Option<usize>,
    /// Sentences that differ.
    pub sentences: Vec<SentenceChange>,
    /// Headings that moved to another page.
    pub moved: Vec<HeadingMove>,
    /// Number and date under which it was sent; what was sent no longer matches.
    pub sealed: Option<String>,
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    /// It differs.
    Changed,
    /// It was not there before.
    New,
    /// It is there no more.
    Gone,
    /// It could not be built before.
    Mended,
    /// It cannot be built any more.
    Broken,
}

/// A heading that moved to another page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeadingMove {
    /// Its text.
    pub heading: String,
    /// The page it was on, from 1.
    pub from: usize,
    /// The page it is on.
    pub to: usize,
}

/// What differs in a letter; nothing if it comes out as it did.
pub(super) fn letter_impact(
    id: &str,
    old: &Side,
    new: &Side,
) -> Option<(Option<LetterImpact>, Vec<Diagnostic>)> {
    let mut sink = Sink::new();
    let before = old.lay_out(id, &mut Sink::new());
    let after = new.lay_out(id, &mut sink);
    let is_there = |side: &Side| side.letters.contains_key(id);
    let state = match (is_there(old), is_there(new), &before, &after) {
        (false, ..) => LetterState::New,
        (_, false, ..) => LetterState::Gone,
        (_, _, None, Some(_)) => LetterState::Mended,
        (_, _, Some(_), None) => LetterState::Broken,
        (_, _, None, None) => return Some((None, sink.into_diagnostics())),
        (_, _, Some(before), Some(after)) => {
            if dumps(before, old) == dumps(after, new) {
                return None;
            }
            LetterState::Changed
        }
    };
    let text = |side: &Option<LaidOut>| side.as_ref().map_or_else(String::new, text_of);
    let pages = |side: &Option<LaidOut>| side.as_ref().map(|side| side.pages.pages.len());
    let impact = LetterImpact {
        letter: id.to_owned(),
        state,
        pages_before: pages(&before),
        pages_after: pages(&after),
        sentences: sentence_changes(&text(&before), &text(&after)),
        moved: moved(before.as_ref(), after.as_ref()),
        sealed: None,
    };
    Some((Some(impact), sink.into_diagnostics()))
}

/// The pages of a letter and of its feedback form (征询意见表), as text.
fn dumps(laid_out: &LaidOut, side: &Side) -> Vec<String> {
    let pages = with_form(laid_out).map(|it| dump(&it.pages, &side.fonts));
    pages.collect()
}

/// The Markdown of a letter and of its feedback form.
fn text_of(laid_out: &LaidOut) -> String {
    let texts = with_form(laid_out).map(|it| markdown(&it.document));
    texts.collect::<Vec<_>>().join("\n")
}

fn with_form(laid_out: &LaidOut) -> impl Iterator<Item = &LaidOut> {
    std::iter::once(laid_out).chain(laid_out.form.as_deref())
}

/// Headings of the same text that stand on another page.
fn moved(before: Option<&LaidOut>, after: Option<&LaidOut>) -> Vec<HeadingMove> {
    let (Some(before), Some(after)) = (before, after) else {
        return Vec::new();
    };
    let old = before.pages.outline.iter();
    let pages: BTreeMap<&str, usize> = old.map(|it| (it.text.as_str(), it.page)).collect();
    let new = after.pages.outline.iter();
    let moves = new.filter_map(|entry| {
        let from = *pages.get(entry.text.as_str())?;
        (from != entry.page).then(|| HeadingMove {
            heading: entry.text.clone(),
            from: from + 1,
            to: entry.page + 1,
        })
    });
    moves.collect()
}
