//! Changes put into the YAML of the facts; everything else stays as its writer wrote it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::{Change, EntryChange};
use super::mapping::MappedFigure;
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::yaml::{Editor, Written};
use crate::facts::{Facts, Figure, Period};
use crate::source::{Source, Span};

/// A new file of facts begins so.
const NEW_FILE: &str = "figures:\n";

/// The files with the changes in them, as new texts; nothing if one could not be edited.
pub(super) fn edited(
    entries: &[EntryChange<'_, '_>],
    units: &BTreeMap<String, String>,
    facts: &Facts,
    files: &Files<'_>,
    sink: &mut Sink,
) -> Option<Vec<Arc<Source>>> {
    let mut by_file: BTreeMap<String, Vec<&EntryChange<'_, '_>>> = BTreeMap::new();
    for entry in entries {
        let figure = facts.figure(&entry.incoming.figure.id.text);
        let path = match figure {
            Some(figure) => Some(figure.place.source().path().to_owned()),
            None => files.of_new_figure(entry.incoming.figure, sink),
        };
        if let Some(path) = path {
            by_file.entry(path).or_default().push(entry);
        }
    }
    let edited = by_file.into_iter().filter_map(|(path, entries)| {
        let source = files.source(&path);
        let edited = FileEdit::new(&source, facts, units).and_then(|it| it.edited(&entries));
        edited.map_err(|mistake| sink.push(*mistake)).ok()
    });
    let edited = edited.collect();
    let is_sound = !sink.has_errors();
    is_sound.then_some(edited)
}

/// The files of facts, and the one for new figures.
pub(super) struct Files<'a> {
    pub(super) sources: &'a [Arc<Source>],
    /// The path that the mapping names, with its place.
    pub(super) for_new: Option<&'a crate::source::PlacedText>,
}

impl Files<'_> {
    fn of_new_figure(&self, figure: &MappedFigure, sink: &mut Sink) -> Option<String> {
        if let Some(file) = self.for_new {
            return Some(file.text.clone());
        }
        let message = format!("“{}”是新数据，不知道写进哪个文件", figure.id.text);
        sink.push(
            Diagnostic::error("missing-facts-file", figure.id.place.clone(), message).with_hint(
                "在对应表里写 facts_file: content/facts/文件名.yaml；如果是写错了代号，请改正",
            ),
        );
        None
    }

    fn source(&self, path: &str) -> Arc<Source> {
        let known = self.sources.iter().find(|source| source.path() == path);
        known.map_or_else(|| Source::new(path, NEW_FILE), Arc::clone)
    }
}

/// One file being edited.
struct FileEdit<'a> {
    source: &'a Arc<Source>,
    editor: Editor,
    facts: &'a Facts,
    units: &'a BTreeMap<String, String>,
    /// Text for a file whose `figures` are empty.
    appended: String,
}

type Edit<T> = Result<T, Box<Diagnostic>>;

impl<'a> FileEdit<'a> {
    fn new(
        source: &'a Arc<Source>,
        facts: &'a Facts,
        units: &'a BTreeMap<String, String>,
    ) -> Edit<Self> {
        Ok(Self {
            source,
            editor: Editor::new(source)?,
            facts,
            units,
            appended: String::new(),
        })
    }

    fn edited(mut self, entries: &[&EntryChange<'_, '_>]) -> Edit<Arc<Source>> {
        let mut by_figure: Vec<(&str, Vec<&EntryChange<'_, '_>>)> = Vec::new();
        let mut order: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in entries {
            let id = entry.incoming.figure.id.text.as_str();
            let next = by_figure.len();
            let index = *order.entry(id).or_insert(next);
            if index == next {
                by_figure.push((id, Vec::new()));
            }
            by_figure[index].1.push(entry);
        }
        for (id, entries) in by_figure {
            match self.facts.figure(id) {
                Some(figure) => self.figure(figure, &entries)?,
                None => self.new_figure(id, &entries)?,
            }
        }
        let mut text = self.editor.finish();
        if !self.appended.is_empty() {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&self.appended);
        }
        Ok(Source::new(self.source.path(), text))
    }

    fn figure(&mut self, figure: &Figure, entries: &[&EntryChange<'_, '_>]) -> Edit<()> {
        let is_new = |it: &&EntryChange<'_, '_>| it.is_new;
        let (added, changed): (Vec<_>, Vec<_>) = entries.iter().copied().partition(is_new);
        for entry in changed {
            for change in &entry.changes {
                self.key(figure, change)?;
            }
        }
        let path = ["figures", figure.id.as_str(), "by_period"];
        if !added.is_empty() && !self.editor.has(&path) {
            let periods = added
                .iter()
                .map(|it| (label(&it.incoming.period), flow(&it.changes)));
            let value = Written::Block(periods.collect());
            let is_done = self.editor.insert(&path[..2], "by_period", &value, None);
            return is_done.then_some(()).ok_or_else(|| uneditable(figure));
        }
        let mut added = added;
        added.sort_by(|one, other| one.incoming.period.cmp(&other.incoming.period));
        if goes_down(&self.editor.keys(&path)) {
            added.reverse();
        }
        for entry in added {
            self.period(figure, entry)?;
        }
        Ok(())
    }

    /// A period that the figure does not have yet, in its place among the others.
    fn period(&mut self, figure: &Figure, entry: &EntryChange<'_, '_>) -> Edit<()> {
        let path = ["figures", figure.id.as_str(), "by_period"];
        let labels = self.editor.keys(&path);
        let period = &entry.incoming.period;
        let next = next_label(&labels, period.as_str());
        let sibling = next.or(labels.last().map(String::as_str));
        let is_block = sibling.is_some_and(|sibling| {
            let path = [path[0], path[1], path[2], sibling];
            !self.editor.is_in_brackets(&path)
        });
        let value = match is_block {
            true => block(&entry.changes),
            false => flow(&entry.changes),
        };
        let is_done = self.editor.insert(&path, &label(period), &value, next);
        is_done.then_some(()).ok_or_else(|| uneditable(figure))
    }

    /// A key of a period that is there.
    fn key(&mut self, figure: &Figure, change: &Change) -> Edit<()> {
        let period = change.period.as_str();
        let entry = ["figures", figure.id.as_str(), "by_period", period];
        let is_done = match change.old {
            Some(_) => {
                let path = [entry[0], entry[1], entry[2], entry[3], change.key];
                self.editor.set_text(&path, &change.new)
            }
            None => {
                let value = Written::text(&change.new);
                self.editor.insert(&entry, change.key, &value, None)
            }
        };
        is_done.then_some(()).ok_or_else(|| uneditable(figure))
    }

    fn new_figure(&mut self, id: &str, entries: &[&EntryChange<'_, '_>]) -> Edit<()> {
        let mapped = entries[0].incoming.figure;
        let mut keys = vec![("name".to_owned(), Written::text(&super::new_name(mapped)))];
        let coverage = mapped.coverage.as_ref().map(|it| it.text.as_str());
        let unit = self.units.get(id).map(String::as_str);
        for (key, text) in [("coverage", coverage), ("unit", unit)] {
            keys.extend(text.map(|text| (key.to_owned(), Written::text(text))));
        }
        let shared = self.editor.text(&["evidence"]);
        let periods = entries.iter().map(|entry| {
            let changes = entry
                .changes
                .iter()
                .filter(|change| change.key != "evidence" || Some(&change.new) != shared.as_ref());
            let changes: Vec<Change> = changes.cloned().collect();
            (label(&entry.incoming.period), flow(&changes))
        });
        let mut periods: Vec<(String, Written)> = periods.collect();
        periods.sort_by(|one, other| one.0.cmp(&other.0));
        keys.push(("by_period".to_owned(), Written::Block(periods)));
        let value = Written::Block(keys);
        if self.editor.insert(&["figures"], id, &value, None) {
            return Ok(());
        }
        let has_figures = self.editor.has(&["figures"]);
        if !has_figures && !self.editor.keys(&[]).is_empty() && self.appended.is_empty() {
            self.appended.push_str(NEW_FILE);
        }
        // An empty `figures:` can only be filled where it ends the file.
        let is_last = self
            .editor
            .keys(&[])
            .last()
            .is_none_or(|key| key == "figures");
        if has_figures && !is_last {
            let message = format!(
                "“{}”里的 figures 是空的，不知道写在哪里",
                self.source.path()
            );
            let place = Span::file(self.source);
            let diagnostic = Diagnostic::error("import-edit", place, message);
            return Err(Box::new(
                diagnostic.with_hint("删去空的 figures 一行再导入"),
            ));
        }
        self.appended
            .push_str(&value.block(id, 2, 2, self.editor.line_end()));
        Ok(())
    }
}

/// Labels begin with digits, which YAML takes as they are.
fn label(period: &Period) -> String {
    Written::plain(period.as_str())
}

/// The label before which a new one stands: labels go up or, if they are written so, down.
fn next_label<'l>(labels: &'l [String], new: &str) -> Option<&'l str> {
    let is_next = |label: &&String| match goes_down(labels) {
        true => label.as_str() < new,
        false => label.as_str() > new,
    };
    labels.iter().find(is_next).map(String::as_str)
}

/// Whether the newest period stands first.
fn goes_down(labels: &[String]) -> bool {
    labels.len() > 1 && labels.is_sorted_by(|one, other| one > other)
}

fn pairs(changes: &[Change]) -> impl Iterator<Item = (String, String)> {
    changes
        .iter()
        .map(|change| (change.key.to_owned(), Written::plain(&change.new)))
}

fn flow(changes: &[Change]) -> Written {
    Written::Flow(pairs(changes).collect())
}

fn block(changes: &[Change]) -> Written {
    let pairs = pairs(changes).map(|(key, yaml)| (key, Written::Yaml(yaml)));
    Written::Block(pairs.collect())
}

fn uneditable(figure: &Figure) -> Box<Diagnostic> {
    let message = format!("“{}”的写法不便改动，没有导入", figure.id);
    let diagnostic = Diagnostic::error("import-edit", figure.place.clone(), message);
    Box::new(diagnostic.with_hint("把这项数据写成 README 里的样子再导入，或者手工改"))
}
