//! Impact (影响): what a change of facts does to the letters, before anything is built.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::figures::{FigureChange, figure_changes};
use super::letter::{LaidOut, Setting};
use super::manifest::Manifest;
use super::plan::{Making, Plan};
use super::trace::{manifest_of, record_of};
use super::workspace::{Shared, load_letter};
use super::{Options, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::export::markdown::markdown;
use crate::facts::{Facts, Period};
use crate::layout::dump::dump;
use crate::layout::{Fonts, PageStyle};
use crate::project::Project;
use crate::provenance::{SentenceChange, sentence_changes};
use crate::render::digest_of;
use crate::source::Source;

/// What a change does.
#[derive(Debug, Default, Serialize)]
pub struct Impact {
    /// Figures that were changed by hand.
    pub figures: Vec<FigureChange>,
    /// Figures that are computed from them.
    pub derived: Vec<FigureChange>,
    /// Letters that do not come out as they did, in order of their ids.
    pub letters: Vec<LetterImpact>,
    /// Mistakes in the workspace after the change.
    #[serde(skip)]
    pub diagnostics: Vec<Diagnostic>,
}

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

/// Compares a workspace before and after a change.
///
/// # Errors
/// Whatever the operator must mend.
pub fn impact(before: &Project, after: &Project, options: &Options) -> Result<Impact, Error> {
    let mut sink = Sink::new();
    let (old, new) = rayon::join(
        || Shared::load_unsound(before),
        || Shared::load(after, &mut sink).or_else(|| Shared::load_unsound(after)),
    );
    let mut impact = Impact::default();
    if old.is_none() {
        let message = "用来比较的版本里没有能读的 content/office.yaml";
        return Err(Error::Git(message.to_owned()));
    }
    let (Some(old), Some(new)) = (old, new) else {
        impact.diagnostics = sink.into_diagnostics();
        return Ok(impact);
    };
    let old = Side::new(before, old, options)?;
    let new = Side::new(after, new, options)?;
    let manifest = manifest_of(after);
    let (changes, reached) = rayon::join(
        || figure_changes(&old.shared.facts, &new.shared.facts),
        || reached(&old, &new, &manifest),
    );
    (impact.derived, impact.figures) = changes.into_iter().partition(|change| change.is_derived);
    let letters: Vec<_> = reached
        .par_iter()
        .filter_map(|id| letter_impact(id, &old, &new))
        .collect();
    let seals = super::seal::read_all(&after.root)?;
    for (letter, diagnostics) in letters {
        impact.letters.extend(letter.map(|letter| LetterImpact {
            sealed: seals.get(&letter.letter).map(super::seal::Seal::title),
            ..letter
        }));
        sink.extend(diagnostics);
    }
    impact.diagnostics = sink.into_diagnostics();
    Ok(impact)
}

/// A workspace before or after the change.
struct Side {
    shared: Shared,
    letters: BTreeMap<String, Arc<Source>>,
    fonts: Fonts,
    style: PageStyle,
    making: Making,
}

impl Side {
    fn new(project: &Project, shared: Shared, options: &Options) -> Result<Self, Error> {
        let fonts = fonts(project, &shared.office, options)?.fonts;
        let style = page_style(&shared.office);
        let letters = project.letter_sources();
        let letters = letters.map(|source| (source.stem().to_owned(), source));
        Ok(Self {
            letters: letters.collect(),
            making: Making::new(&style, &fonts, project, &shared.office),
            shared,
            fonts,
            style,
        })
    }

    fn plan(&self) -> Plan<'_> {
        Plan::new(&self.shared.renderer, &self.shared.facts, &self.making)
    }

    fn setting(&self) -> Setting<'_> {
        Setting {
            shared: &self.shared,
            style: &self.style,
            fonts: &self.fonts,
        }
    }

    /// A letter on pages; nothing if it is not there or has errors.
    fn lay_out(&self, id: &str, sink: &mut Sink) -> Option<LaidOut> {
        let letter = load_letter(self.letters.get(id)?, Some(&self.shared), sink)?;
        let (laid_out, diagnostics) = self.setting().lay_out(&letter);
        sink.extend(diagnostics);
        laid_out
    }
}

/// Ids of letters whose inputs are not the same on both sides, in order.
fn reached(old: &Side, new: &Side, manifest: &Manifest) -> Vec<String> {
    let ids: BTreeSet<&String> = old.letters.keys().chain(new.letters.keys()).collect();
    let (old_plan, new_plan) = (old.plan(), new.plan());
    let ids: Vec<_> = ids.into_iter().collect();
    let is_reached = |id: &&&String| {
        let (Some(before), Some(after)) = (old.letters.get(**id), new.letters.get(**id)) else {
            return true;
        };
        let is_same_text =
            Arc::ptr_eq(before, after) || digest_of(before.text()) == digest_of(after.text());
        let record = record_of(after, manifest, &new_plan, &new.shared);
        let keys = record.map(|record| (old_plan.key(&record), new_plan.key(&record)));
        !is_same_text || keys.is_none_or(|(old, new)| old != new)
    };
    ids.par_iter()
        .filter(is_reached)
        .map(|id| (*id).clone())
        .collect()
}

/// What differs in a letter; nothing if it comes out as it did.
fn letter_impact(
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

/// A value that is tried out: `figure@period=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The figure's id.
    pub figure: String,
    /// The period.
    pub period: Period,
    /// The new value as it would be written.
    pub value: String,
}

impl Trial {
    /// Reads a trial as it is typed.
    ///
    /// # Errors
    /// [`Error::Option`] if it is not written as `figure@period=value`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let parts = text.split_once('=').and_then(|(name, value)| {
            let (figure, period) = name.split_once('@')?;
            Some((
                figure.trim(),
                Period::new(period.trim()).ok()?,
                value.trim(),
            ))
        });
        let is_value = |value: &str| {
            let is_part = |it: char| it.is_ascii_digit() || ".-万亿".contains(it);
            !value.is_empty() && value.chars().all(is_part)
        };
        match parts {
            Some((figure, period, value)) if is_value(value) => Ok(Self {
                figure: figure.to_owned(),
                period,
                value: value.to_owned(),
            }),
            _ => Err(Error::Option(format!(
                "“--set {text}”写法不对\n提示：写成 数据编号@期间=新值，例如 cases_investigated@2021年=1002"
            ))),
        }
    }
}

/// The workspace with other values, as if they had been typed into the facts.
///
/// # Errors
/// [`Error::Option`] for a figure that has no reported value for the period.
pub fn with_trials(project: &Project, trials: &[Trial]) -> Result<Project, Error> {
    let mut changed = project.clone();
    for trial in trials {
        let Some(facts) = Facts::load(&changed.facts).value else {
            return Err(Error::Option(
                "数据有错，读不了\n提示：先用 fuhan check 查看".to_owned(),
            ));
        };
        let place = reported_place(&facts, trial)?;
        let mut text = place.source().text().to_owned();
        text.replace_range(place.range(), &trial.value);
        changed.replace(Source::new(place.source().path(), text));
    }
    Ok(changed)
}

fn reported_place(facts: &Facts, trial: &Trial) -> Result<crate::source::Span, Error> {
    super::trace::known_figure(&trial.figure, facts)?;
    let figure = facts.figure(&trial.figure);
    let entry = figure.and_then(|figure| figure.by_period.get(&trial.period));
    let amount = entry.and_then(|entry| entry.amount.as_ref());
    amount.map(|amount| amount.place.clone()).ok_or_else(|| {
        let periods = figure.map(|figure| &figure.by_period).into_iter().flatten();
        let periods: Vec<_> = periods.map(|(period, _)| period.to_string()).collect();
        let hint = if periods.is_empty() {
            "它是算出来的，请改它所用的数据".to_owned()
        } else {
            format!("有数值的期间：{}", periods.join("、"))
        };
        let (id, period) = (&trial.figure, &trial.period);
        Error::Option(format!("数据“{id}”没有填{period}的数值\n提示：{hint}"))
    })
}
