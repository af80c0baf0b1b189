//! Seals (封存): letters that were sent, kept as they were.
//!
//! A sealed letter stands in `content/sealed/<id>/`: what was sent, what it was made from, and a record
//! with the hash of each file and of itself. It is never built again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file_hash::{FileHash, hash};
use super::outputs::{read_if_present, text_hash};
use super::plan::{Plan, file_names, form_names};
use super::reason;
use super::write::write_whole;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::{Facts, Period};
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::render::{Digest, Input, digest_of};
use crate::source::{Source, Span};

/// The record's file name.
pub const RECORD: &str = "record.json";

/// The sealed letter's own file, as it was.
pub const LETTER: &str = "letter.yaml";

/// The ledger of its figures, as they were.
pub const LEDGER: &str = "figures.json";

/// What is known of a sealed letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// Written for people who open the file.
    pub note: String,
    /// The letter's id.
    pub letter: String,
    /// Document number (发文字号).
    pub number: String,
    /// Date of issue, `2022-05-20`.
    pub date: String,
    /// Who signed it (签发人).
    pub signer: String,
    /// The program that made it.
    pub program: String,
    /// Hash of each sealed file, by name.
    pub files: BTreeMap<String, FileHash>,
    /// The period that pins its figures.
    pub period: String,
    /// What it reads by itself, by name.
    pub reads: Vec<String>,
    /// Every input as it was, by name.
    pub inputs: BTreeMap<String, String>,
    /// Hash of this record with this field empty.
    pub hash: String,
}

impl SealRecord {
    /// The hash that the record must have.
    pub fn own_hash(&self) -> String {
        let record = Self {
            hash: String::new(),
            ..self.clone()
        };
        hash(&serde_json::to_vec(&record).expect("a record is plain data")).to_string()
    }

    /// The record as it stands in its file.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("a record is plain data") + "\n"
    }

    /// What it reads by itself, by name.
    fn reads(&self) -> impl Iterator<Item = &str> {
        self.reads.iter().map(String::as_str)
    }

    /// How people name what was sent.
    pub fn title(&self) -> String {
        format!("{}，{}", self.number, self.date)
    }
}

/// A sealed letter on the disk.
#[derive(Debug, Clone)]
pub struct Seal {
    /// The letter's id.
    pub id: String,
    folder: PathBuf,
    /// Nothing if the record cannot be understood.
    pub record: Option<SealRecord>,
    /// Whether the record's file is, line ends apart, as it was written.
    is_as_written: bool,
}

/// Where sealed letters stand.
pub fn folder(root: &Path) -> PathBuf {
    root.join("content/sealed")
}

/// Every sealed letter of a workspace, by id.
///
/// # Errors
/// [`Error::Read`] if the folder or a record cannot be read.
pub fn read_all(root: &Path) -> Result<BTreeMap<String, Seal>, Error> {
    let folder = folder(root);
    let mut seals = BTreeMap::new();
    if !folder.exists() {
        return Ok(seals);
    }
    let error = |source| Error::read(&folder, source);
    for entry in fs::read_dir(&folder).map_err(error)? {
        let path = entry.map_err(error)?.path();
        let id = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if !path.is_dir() || id.starts_with('.') {
            continue;
        }
        let text = read_if_present(&path.join(RECORD))?;
        // Sealing writes the record last: files without it are half a seal, or one that lost its record.
        if text.is_none() && !has_files(&path)? {
            continue;
        }
        let text = text.unwrap_or_default();
        let record: Option<SealRecord> = serde_json::from_slice(&text).ok();
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        let is_as_written = record.as_ref().is_some_and(|it| it.to_text() == text);
        seals.insert(
            id.clone(),
            Seal {
                id,
                folder: path,
                record,
                is_as_written,
            },
        );
    }
    Ok(seals)
}

/// Whether sealed files stand in a folder; hidden ones are those of a sealing that was broken off.
fn has_files(folder: &Path) -> Result<bool, Error> {
    let error = |source| Error::read(folder, source);
    for entry in fs::read_dir(folder).map_err(error)? {
        let name = entry.map_err(error)?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Seal {
    /// How people name what was sent.
    pub fn title(&self) -> String {
        let record = self.record.as_ref();
        record.map_or_else(|| "记录已损坏".to_owned(), SealRecord::title)
    }

    /// The names of the outputs that were sent: the letter's, and those of its feedback form if it has
    /// files of its own.
    fn outputs(&self) -> Vec<String> {
        let record = self.record.as_ref();
        let is_sealed = |name: &String| record.is_some_and(|it| it.files.contains_key(name));
        let form = form_names(&self.id).into_iter().filter(is_sealed);
        file_names(&self.id).into_iter().chain(form).collect()
    }

    /// What is wrong with the sealed files and with the letter's outputs, a sentence each.
    ///
    /// # Errors
    /// [`Error::Read`] if a file cannot be read.
    pub fn faults(&self, output: &Path) -> Result<Vec<String>, Error> {
        let shown = format!("content/sealed/{}", self.id);
        let Some(record) = &self.record else {
            return Ok(vec![match self.folder.join(RECORD).exists() {
                true => format!("{shown}/{RECORD} 内容已损坏"),
                false => format!(
                    "{shown} 里有封存的文件，却没有 {RECORD}：封存没有做完就再运行 fuhan seal，记录丢了就从版本库恢复"
                ),
            }]);
        };
        let mut faults = Vec::new();
        if !self.is_as_written || record.own_hash() != record.hash || record.letter != self.id {
            faults.push(format!("{shown}/{RECORD} 被改动过"));
        }
        for (name, expected) in &record.files {
            match read_if_present(&self.folder.join(name))? {
                None => faults.push(format!("缺少 {shown}/{name}")),
                Some(bytes) if sealed_hash(name, &bytes) != *expected => {
                    faults.push(format!("{shown}/{name} 被改动过"));
                }
                Some(_) => {}
            }
        }
        for name in self.outputs() {
            let expected = record.files.get(&name).copied();
            let bytes = read_if_present(&output.join(&name))?;
            let is_sealed = bytes.is_none_or(|it| Some(text_hash(&name, &it)) == expected);
            if !is_sealed {
                faults.push(format!("output/{name} 和封存的不同"));
            }
        }
        Ok(faults)
    }

    /// [`Self::faults`] as findings.
    ///
    /// # Errors
    /// [`Error::Read`] if a file cannot be read.
    pub fn alterations(&self, project: &Project) -> Result<Vec<Diagnostic>, Error> {
        let own = project.letter(&self.id).and_then(LetterFile::source);
        let Some(place) = own.as_ref().or(project.office.as_ref()).map(Span::file) else {
            return Ok(Vec::new());
        };
        let faults = self.faults(&project.output())?.into_iter();
        let findings = faults.map(|fault| {
            let message = format!("信件 {} 已经封存，{fault}", self.id);
            Diagnostic::error("sealed-letter-altered", place.clone(), message)
                .with_hint("请从版本库恢复封存的文件和输出")
        });
        Ok(findings.collect())
    }

    /// Puts outputs that are not there back from the sealed files.
    ///
    /// # Errors
    /// [`Error::Read`] or [`Error::Write`].
    pub fn restore(&self, output: &Path) -> Result<(), Error> {
        for name in self.outputs() {
            let path = output.join(&name);
            let sealed = read_if_present(&self.folder.join(&name))?;
            if let Some(bytes) = sealed.filter(|_| !path.exists()) {
                write_whole(&path, &bytes)?;
            }
        }
        Ok(())
    }

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

/// The hash of a sealed file; texts that were checked out with CRLF have that of their LF text.
pub(super) fn sealed_hash(name: &str, bytes: &[u8]) -> FileHash {
    let is_text = !name.ends_with(".pdf");
    text_hash(if is_text { "text.md" } else { name }, bytes)
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

fn edited_letter(record: &SealRecord, source: &std::sync::Arc<Source>) -> Diagnostic {
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

/// A period's label as a period.
pub(super) fn period_of(record: &SealRecord) -> Option<Period> {
    Period::new(&record.period).ok()
}

/// A digest of every seal, so that a build sees that one was added or removed.
pub fn digest(seals: &BTreeMap<String, Seal>) -> Digest {
    let records = seals.values().map(|seal| {
        let hash = seal
            .record
            .as_ref()
            .map_or("", |record| record.hash.as_str());
        format!("{} {hash}", seal.id)
    });
    digest_of(&records.collect::<Vec<_>>().join("\n"))
}
