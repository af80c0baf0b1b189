//! Proofreading (校对): rules over texts, facts, letters and pages.
//!
//! A rule is one file with its check and one page in Chinese, which is its documentation, the text
//! of `explain` and its tests. 宁可漏报，不可误报: what may be right as it stands is a hint.

mod arithmetic;
mod comments;
mod config;
mod findings;
mod letter;
pub mod page;
mod pair_bits;
mod pair_marks;
mod periods;
mod prose;
mod rules;
mod suppress;
pub mod view;
mod vocabulary;
mod word_list;
mod words;
mod workspace;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

pub use comments::MARK as ALLOWED;
pub use config::LintConfig;
pub use findings::Findings;
use view::{Markup, TextView};

pub use letter::{LetterProof, LetterView, at_origin};
pub use prose::prose;
pub use rules::{GROUPS, Group, RULES};
pub use suppress::Suppressions;
pub use word_list::WordList;
pub use workspace::{LetterSummary, TypedNumber, WorkspaceFindings, WorkspaceView, workspace};

/// One rule of the proofreader.
pub struct Rule {
    /// Its name in kebab-case, which reads well after “allow”.
    pub name: &'static str,
    /// What it finds, in a few Chinese words.
    pub title: &'static str,
    /// How much its findings matter, unless a finding says less.
    pub severity: Severity,
    /// What it reads, and how.
    pub check: Check,
    /// Its page in Markdown; see [`page::Page`].
    pub page: &'static str,
}

impl Rule {
    /// Whether the rule reads nothing but a text.
    pub fn reads_only_text(&self) -> bool {
        matches!(
            self.check,
            Check::Text(_) | Check::Words(..) | Check::Table(..) | Check::Pairs(..)
        )
    }
}

/// How a rule checks, by what it needs to see.
pub enum Check {
    /// A whole text.
    Text(fn(&TextView<'_>, &mut Findings<'_>)),
    /// Every place in a text where one of the words stands.
    Words(
        &'static [&'static str],
        fn(&TextView<'_>, Word, &mut Findings<'_>),
    ),
    /// Every place in a text where one of the words of a table stands; the table is asked for once.
    Table(
        fn() -> Vec<&'static str>,
        fn(&TextView<'_>, Word, &mut Findings<'_>),
    ),
    /// The places in a text where one of some pairs of characters may stand, in order.
    Pairs(
        fn(&mut dyn FnMut([char; 2])),
        fn(&TextView<'_>, &[u32], &mut Findings<'_>),
    ),
    /// A letter with the facts, the office and the document that it was made from and into.
    Letter(fn(&LetterView<'_>, &mut Findings<'_>)),
    /// A letter with all that it was made from; of a text alone only what the text itself tells.
    LetterOrText(
        fn(&LetterView<'_>, &mut Findings<'_>),
        fn(&TextView<'_>, &mut Findings<'_>),
    ),
    /// The facts and all letters of a workspace.
    Workspace(fn(&WorkspaceView<'_>, &mut WorkspaceFindings<'_>)),
    /// The comments that allow something; done by the engine itself.
    Suppressions,
}

/// A word of a rule at its place in a text.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Which word of the rule's list.
    pub number: usize,
    /// Where it begins, in visible characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// Proofreads a text: plain text if its path ends in `.txt`, Markdown otherwise.
///
/// The findings are in reading order; those that a comment allows are left out.
pub fn text(source: &Arc<Source>, config: &LintConfig) -> Vec<Diagnostic> {
    let markup = match source.path().ends_with(".txt") {
        true => Markup::Plain,
        false => Markup::Markdown,
    };
    let view = TextView::new(source, markup);
    let mut found = text_rules(&view, config);
    for rule in RULES.iter().filter(|rule| config.runs(rule)) {
        if let Check::LetterOrText(_, check) = rule.check {
            check(&view, &mut Findings::new(rule, &view, &mut found));
        }
    }
    config.settle(&mut found);
    let mut found = Suppressions::new([source]).apply(found, config);
    found.retain(|diagnostic| config.shows(diagnostic));
    found.sort_by(Diagnostic::reading_order);
    found
}

/// What the text rules find, in the order of the rules; comments that allow something aside.
fn text_rules(view: &TextView<'_>, config: &LintConfig) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| config.runs(rule)) {
        if let Check::Text(check) = rule.check {
            check(view, &mut Findings::new(rule, view, &mut found));
        }
    }
    words::check(view, config, &mut found);
    config.words.check(view, config, &mut found);
    rules::wording::word_slip::tell_once(&mut found);
    config.words.take_back(view, &mut found);
    rules::wording::character_slip::yield_to_others(&mut found);
    once_a_place(&mut found);
    found
}

/// Leaves out what a rule tells again of the very same place, by another of its words or ways: PM2.5 and 细颗粒物
/// before one number. The severest is kept, of equals the first.
fn once_a_place(found: &mut Vec<Diagnostic>) {
    let place = |one: &Diagnostic| {
        let range = one.place.range();
        (one.rule, range.start, range.end)
    };
    let mut severest = FxHashMap::default();
    for one in found.iter() {
        let known = severest.entry(place(one)).or_insert(one.severity);
        *known = (*known).max(one.severity);
    }
    // What was kept once is taken out, so that the next of the same place is not.
    found.retain(|one| match severest.get(&place(one)) {
        Some(severity) if *severity == one.severity => severest.remove(&place(one)).is_some(),
        _ => false,
    });
}
