//! The whole import as a plan: what changes, in which files, and whether it can be believed.

use std::collections::HashSet;
use std::sync::Arc;

use super::book::{Book, Sheet};
use super::change::{self, Change, EntryChange};
use super::edit;
use super::key_name;
use super::mapping::{MappedFigure, Mapping, Table};
use super::records::Records;
use super::rows::Reader;
use crate::diagnostic::{Checked, Diagnostic, Severity, Sink};
use crate::facts::{Facts, Figure};
use crate::source::{Source, Span};
use crate::text::nearest;

/// What an import would do.
#[derive(Debug)]
pub struct Plan {
    /// Every text that is changed or added, in the order of the rows.
    pub changes: Vec<Change>,
    /// The new texts of the files that change; a file may be new.
    pub files: Vec<Arc<Source>>,
    /// The facts as they will be.
    pub facts: Facts,
    /// What the facts will have to say that they do not say now, such as `growth-mismatch`.
    pub findings: Vec<Diagnostic>,
    /// Cells that hold no value.
    pub blanks: Vec<String>,
    /// Rows that no figure is mapped to.
    pub unmapped: Vec<String>,
    /// Notes in cells, which are left out.
    pub notes: Vec<String>,
    /// Sentences about what stays beside a changed value.
    pub remarks: Vec<String>,
}

/// Rules about numbers that disagree: they stop letters, but not an import.
const DISAGREEMENTS: [&str; 3] = ["growth-mismatch", "derived-mismatch", "derived-inexact"];

/// Compares the sheets with the facts; `sources` are the files of the facts.
///
/// # Errors
/// What is wrong with the facts before the import, with heads, rows and cells; and every error, except
/// that numbers disagree, that the facts would have after it.
pub fn plan(mapping: &Mapping, book: &Book, sources: &[Arc<Source>]) -> Checked<Plan> {
    let mut sink = Sink::new();
    let plan = checked_plan(mapping, book, sources, &mut sink);
    let is_sound = !sink.has_errors();
    sink.checked(plan.filter(|_| is_sound))
}

fn checked_plan(
    mapping: &Mapping,
    book: &Book,
    sources: &[Arc<Source>],
    sink: &mut Sink,
) -> Option<Plan> {
    let (facts, known) = load(sources, &[], sink)?;
    check_ids(mapping, &facts, sink);
    let records = read(mapping, book, &facts, sink)?;
    let (entries, remarks) = change::changes(&records, mapping, &facts);
    let files = edit::Files {
        sources,
        for_new: mapping.facts_file.as_ref(),
    };
    let files = edit::edited(&entries, &records.units, &facts, &files, sink)?;
    let (facts, findings) = load(&with_files(sources, &files), &known, sink)?;
    check_written(&entries, &facts, sink);
    Some(Plan {
        changes: entries.into_iter().flat_map(|it| it.changes).collect(),
        files,
        facts,
        findings,
        blanks: records.blanks,
        unmapped: records.unmapped,
        notes: records.notes,
        remarks,
    })
}

/// Facts with what they have to say beside `known`; nothing if it keeps them from being taken.
fn load(
    sources: &[Arc<Source>],
    known: &[Diagnostic],
    sink: &mut Sink,
) -> Option<(Facts, Vec<Diagnostic>)> {
    let Checked { value, diagnostics } = Facts::load(sources);
    let known: HashSet<_> = known.iter().map(|it| (it.rule, &it.message)).collect();
    let new = diagnostics.into_iter();
    let new = new.filter(|it| !known.contains(&(it.rule, &it.message)));
    let (findings, stopping): (Vec<_>, Vec<_>) = new.partition(is_no_obstacle);
    let is_sound = stopping.is_empty();
    sink.extend(stopping);
    value.filter(|_| is_sound).map(|facts| (facts, findings))
}

fn is_no_obstacle(found: &Diagnostic) -> bool {
    found.severity != Severity::Error || DISAGREEMENTS.contains(&found.rule)
}

/// Reads every table that the mapping names; nothing if something is wrong with them.
fn read<'m>(
    mapping: &'m Mapping,
    book: &Book,
    facts: &Facts,
    sink: &mut Sink,
) -> Option<Records<'m>> {
    let source = Source::new(book.path.clone(), "");
    let mut records = Records::default();
    for table in &mapping.tables {
        let sheet = sheet_of(table, mapping, book).map_err(|it| sink.push(*it));
        let Ok(sheet) = sheet else { continue };
        let reader = Reader::new(table, sheet, (&source, facts), sink);
        if let Some(reader) = reader {
            reader.read(&mut records, sink);
        }
    }
    let is_sound = !sink.has_errors();
    is_sound.then_some(records)
}

/// The sheet of a table: by name, or the only one that can be seen.
fn sheet_of<'b>(
    table: &Table,
    mapping: &Mapping,
    book: &'b Book,
) -> Result<&'b Sheet, Box<Diagnostic>> {
    let names = book.sheets.iter().filter_map(|it| it.name.as_deref());
    let Some(wanted) = &table.sheet else {
        let visible: Vec<&Sheet> = book.sheets.iter().filter(|it| !it.is_hidden).collect();
        return match visible.as_slice() {
            [only] => Ok(only),
            _ => {
                let message = format!("“{}”里有几张工作表，不知道用哪一张", book.path);
                let hint = format!("写上 sheet，有{}", nearest::quoted(names));
                let place = table.place.clone();
                Err(Box::new(
                    Diagnostic::error("missing-sheet", place, message).with_hint(hint),
                ))
            }
        };
    };
    if let ([sheet], 1) = (book.sheets.as_slice(), mapping.tables.len())
        && sheet.name.is_none()
    {
        return Ok(sheet);
    }
    let is_wanted = |sheet: &&Sheet| sheet.name.as_deref() == Some(wanted.text.as_str());
    book.sheets.iter().find(is_wanted).ok_or_else(|| {
        let message = format!("“{}”里没有工作表“{}”", book.path, wanted.text);
        let names: Vec<&str> = names.collect();
        let hint = nearest::suggestion(&wanted.text, names.iter().copied());
        let hint = hint.unwrap_or_else(|| match names.is_empty() {
            true => "文本文件只有一张表，不能有几项 tables".to_owned(),
            false => format!("有{}", nearest::quoted(names)),
        });
        let place = wanted.place.clone();
        Box::new(Diagnostic::error("unknown-sheet", place, message).with_hint(hint))
    })
}

/// A mapped id that is not there makes a new figure; one that is nearly there is probably a slip.
fn check_ids(mapping: &Mapping, facts: &Facts, sink: &mut Sink) {
    let figures = mapping.tables.iter().flat_map(|table| &table.figures);
    for figure in figures {
        let id = &figure.id;
        match facts.figure(&id.text) {
            Some(known) => sink.extend(other_unit(figure, known)),
            None if figure.name.is_none() => {
                let known = facts.figures().map(|it| it.id.as_str());
                sink.extend(nearest::suggestion(&id.text, known).map(|hint| {
                    let message = format!("没有“{}”这项数据，导入会新增一项", id.text);
                    let hint = format!("{hint}；确实是新数据，就给它写上 name");
                    Diagnostic::error("unknown-figure", id.place.clone(), message).with_hint(hint)
                }));
            }
            None => {}
        }
    }
}

fn other_unit(figure: &MappedFigure, known: &Figure) -> Option<Diagnostic> {
    let (own, unit) = (figure.unit.as_ref()?, known.unit.as_ref()?);
    (own.text != unit.text).then(|| {
        let message = format!("“{}”的单位在数据里是“{}”", known.id, unit.text);
        Diagnostic::error("import-unit", own.place.clone(), message)
            .with_label(unit.place.clone(), "在这里")
            .with_hint("unit 只给新数据用；统计表里的单位写 sheet_unit，换算写 scale")
    })
}

/// The files of the facts with the edited ones in their places, new ones last.
fn with_files(sources: &[Arc<Source>], files: &[Arc<Source>]) -> Vec<Arc<Source>> {
    let edited = |path: &str| files.iter().find(|it| it.path() == path);
    let known = sources.iter().map(|it| edited(it.path()).unwrap_or(it));
    let is_new = |file: &&Arc<Source>| !sources.iter().any(|it| it.path() == file.path());
    known.chain(files.iter().filter(is_new)).cloned().collect()
}

/// Whether the edited files say what they should: an editor that errs must not be believed.
fn check_written(entries: &[EntryChange<'_, '_>], facts: &Facts, sink: &mut Sink) {
    for change in entries.iter().flat_map(|it| &it.changes) {
        let figure = facts.figure(&change.figure);
        let entry = figure.and_then(|figure| figure.by_period.get(&change.period));
        let written = entry.and_then(|entry| change::text_of(entry, change.key));
        let inherited = figure.and_then(|figure| figure.evidence.as_ref());
        let inherited = inherited.filter(|_| change.key == "evidence" && written.is_none());
        let is_right = written.as_ref() == Some(&change.new)
            || inherited.is_some_and(|evidence| evidence.text == change.new);
        if !is_right {
            let message = format!(
                "“{}”{}的{}没能写成“{}”",
                change.figure,
                change.period,
                key_name(change.key),
                change.new
            );
            let place = figure.map_or_else(
                || Span::file(&Source::new("content/facts", "")),
                |figure| figure.place.clone(),
            );
            let hint = "这项数据的写法不便改动，请手工改";
            sink.push(Diagnostic::error("import-edit", place, message).with_hint(hint));
        }
    }
}
