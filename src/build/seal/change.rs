//! What has changed since a letter was sealed: its own file, and the figures that it printed.

use std::sync::Arc;

use super::{LETTER, Seal, SealRecord};
use crate::build::outputs::text_hash;
use crate::build::plan::Plan;
use crate::build::reason;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::render::Input;
use crate::source::{Source, Span};

impl Seal {
    /// What has changed since the letter was sealed, with old and new.
    pub fn findings(&self, project: &Project, plan: &Plan<'_>, facts: &Facts) -> Vec<Diagnostic> {
        let Some(record) = &self.record else {
            return Vec::new();
        };
        let source = project.letter(&self.id).and_then(LetterFile::source);
        let letter = source.as_ref().filter(|source| {
            let sealed = record.files.get(LETTER).copied();
            let held = source.file_with(source.text());
            sealed != Some(text_hash("letter.md", held.as_bytes()))
        });
        let mut findings: Vec<_> = letter
            .map(|source| edited_letter(record, source))
            .into_iter()
            .collect();
        let now = plan.values_of(record.reads(), &record.period);
        for (name, old) in &record.inputs {
            let new = now.get(name).map_or("", String::as_str);
            let input = Input::parse(name);
            let id = input.as_ref().and_then(Input::figure);
            let Some((input, id)) = input.as_ref().zip(id).filter(|_| old != new) else {
                continue;
            };
            let place = printed_at(facts, input);
            let place = place.or_else(|| facts.figure(id).map(|figure| figure.place.clone()));
            let place = place
                .or_else(|| source.as_ref().map(Span::file))
                .or_else(|| project.office.as_ref().map(Span::file));
            let change = reason::sentence(facts, name, old, new);
            findings.extend(place.map(|place| changed_figure(record, place, &change)));
        }
        findings
    }
}

/// Where the fact behind a printed figure is written.
fn printed_at(facts: &Facts, input: &Input) -> Option<Span> {
    let Input::Figure { aspect, id, period } = input else {
        return None;
    };
    let aspects = facts.aspects(period);
    aspects
        .get(*aspect, id)
        .map(|printed| printed.place.clone())
}

fn changed_figure(record: &SealRecord, place: Span, change: &str) -> Diagnostic {
    let message = format!(
        "信件 {} 已经发出（{}），发出后数据变了：{change}",
        record.letter,
        record.title()
    );
    Diagnostic::warning("sealed-letter-differs", place, message).with_hint(format!(
        "发出的信不会重新生成；要更正就用 fuhan seal {} --amend 起草更正函",
        record.letter
    ))
}

fn edited_letter(record: &SealRecord, source: &Arc<Source>) -> Diagnostic {
    let message = format!(
        "信件 {} 已经发出并封存（{}），之后改了信件文件，改动不会生成",
        record.letter,
        record.title()
    );
    Diagnostic::warning("sealed-letter-edited", Span::file(source), message).with_hint(format!(
        "原来的信件文件在 content/sealed/{}/{LETTER}",
        record.letter
    ))
}

/// The figures of a sealed letter that are not as they were: aspect, id, period, old text.
pub fn changed_figures(record: &SealRecord, plan: &Plan<'_>) -> Vec<(Input, String)> {
    let now = plan.values_of(record.reads(), &record.period);
    let inputs = record.inputs.iter().filter_map(|(name, old)| {
        let input = Input::parse(name)?;
        let is_figure = matches!(input, Input::Figure { .. });
        let is_changed = now.get(name).map_or("", String::as_str) != old;
        (is_figure && is_changed).then(|| (input, old.clone()))
    });
    inputs.collect()
}
