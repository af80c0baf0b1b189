//! The plan (生成计划): which letters are as their inputs are now, told without laying them out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::file_hash::hash;
use super::manifest::{LetterEntry, LetterRecord};
use super::reason;
use crate::error::Error;
use crate::facts::{Facts, Letter, Office, Period};
use crate::layout::{Fonts, PageStyle};
use crate::lint::ALLOWED;
use crate::project::Project;
use crate::render::{Closure, Digest, Input, Inputs, Renderer, digest_of};

/// What makes a letter beside its texts: program, fonts and page, each as a short text.
#[derive(Debug, Clone)]
pub struct Making {
    parts: BTreeMap<String, String>,
    digest: Digest,
}

impl Making {
    /// Describes fonts, page, and what proofreading goes by: an error that it finds keeps a letter from
    /// being built.
    pub fn new(style: &PageStyle, fonts: &Fonts, project: &Project, office: &Office) -> Self {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let page = digest_of(&format!("{style:?}")).to_string();
        let parts = [
            (reason::PROGRAM, program),
            (reason::FONTS, describe(fonts)),
            (reason::PAGE, page),
            (reason::PROOFREADING, proofreading(project, office)),
        ];
        let parts = parts.map(|(name, text)| (name.to_owned(), text)).into();
        let digest = digest_of(&format!("{parts:?}"));
        Self { parts, digest }
    }

    /// A digest of all of it.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// A digest of the office's wrong words, of its settings, and of what comments in the facts allow.
fn proofreading(project: &Project, office: &Office) -> String {
    let settings = &office.proofreading;
    let excluded = settings.excluded.iter().map(|it| it.text.clone());
    let severities = settings.severities.iter();
    let severities = severities.map(|(rule, severity)| format!("{} {severity:?}", rule.text));
    let words = project.words.iter().map(|it| it.text().to_owned());
    let sources = project.facts.iter().chain(&project.office);
    let allowed = sources.flat_map(|source| {
        let lines = source.text().lines().filter(|line| line.contains(ALLOWED));
        lines.map(str::to_owned).collect::<Vec<_>>()
    });
    let parts = excluded.chain(severities).chain(words).chain(allowed);
    digest_of(&parts.collect::<Vec<_>>().join("\n")).to_string()
}

/// How many bytes of a font hold its table directory, whose checksums stand for the rest.
const DIRECTORY: usize = 4096;

fn describe(fonts: &Fonts) -> String {
    if fonts.fonts().iter().all(crate::layout::Font::is_bundled) {
        return "bundled".to_owned();
    }
    let described = fonts.fonts().iter().map(|font| {
        let bytes = font.data.as_ref();
        let start = hash(&bytes[..bytes.len().min(DIRECTORY)]);
        format!("{} {} {} {start}", font.name, font.index, bytes.len())
    });
    digest_of(&described.collect::<Vec<_>>().join("\n")).to_string()
}

/// The workspace as letters read it now.
#[derive(Debug)]
pub struct Plan<'a> {
    inputs: Inputs<'a>,
    renderer: &'a Renderer,
    facts: &'a Facts,
    making: &'a Making,
}

impl<'a> Plan<'a> {
    /// A plan for the letters of a workspace.
    pub fn new(renderer: &'a Renderer, facts: &'a Facts, making: &'a Making) -> Self {
        Self {
            inputs: Inputs::new(renderer),
            renderer,
            facts,
            making,
        }
    }

    /// The record of a letter that is built from what there is now.
    pub fn record(&self, letter: &Letter, remarks: usize) -> LetterRecord {
        let reads = self.renderer.reads(letter, &self.inputs);
        let mut record = LetterRecord {
            file: digest_of(letter.place.source().text()),
            period: letter.period.period.to_string().into(),
            key: Digest::default(),
            reads: reads.iter().map(Input::to_string).collect(),
            remarks,
            has_form: false,
            earlier: BTreeMap::new(),
        };
        record.key = self.key(&record).unwrap_or_default();
        record
    }

    /// Whether everything that a letter was built from is as it was.
    pub fn is_current(&self, record: &LetterRecord, file: Digest) -> bool {
        record.file == file && self.key(record).is_some_and(|key| key == record.key)
    }

    /// The key of a record by what there is now; nothing for one that another program wrote.
    pub(super) fn key(&self, record: &LetterRecord) -> Option<Digest> {
        let period = Period::new(&record.period).ok()?;
        let mut hasher = blake3::Hasher::new();
        for digest in [record.file, self.making.digest()] {
            hasher.update(digest.to_string().as_bytes());
        }
        for name in record.reads() {
            let closure = self.inputs.closure(&Input::parse(name)?, &period);
            hasher.update(format!("\0{name}\0{}", closure.digest).as_bytes());
        }
        Some(Digest::from(hasher.finalize()))
    }

    /// Whether a letter with this record may print a figure, in any aspect and for any period.
    pub fn may_print(&self, record: &LetterRecord, figure: &str) -> bool {
        let is_sought = |it: &Input| *it == Input::AllFacts || it.figure() == Some(figure);
        let mut closures = self.closures(record.reads(), &record.period);
        closures.any(|closure| closure.values.keys().any(is_sought))
    }

    /// What is read under these names, each with everything that it reads in turn, as it is now.
    pub fn closures<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
        period: &str,
    ) -> impl Iterator<Item = Arc<Closure>> {
        let period = Period::new(period).ok();
        let inputs = names.into_iter().filter_map(Input::parse);
        inputs.filter_map(move |input| Some(self.inputs.closure(&input, period.as_ref()?)))
    }

    /// Every input of a record as it is now, by name.
    pub fn values(&self, record: &LetterRecord) -> BTreeMap<String, String> {
        let mut reads = Reads::default();
        reads.add(record);
        self.all_values(&reads)
    }

    /// Every input that records read as it is now, by name.
    pub fn all_values(&self, reads: &Reads) -> BTreeMap<String, String> {
        let mut values = self.making.parts.clone();
        for (period, names) in &reads.0 {
            values.extend(self.values_of(names.iter().map(|name| &**name), period));
        }
        values
    }

    /// What is read under these names, and everything read in turn, as it is now.
    pub fn values_of<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
        period: &str,
    ) -> BTreeMap<String, String> {
        let mut values = BTreeMap::new();
        for closure in self.closures(names, period) {
            let read = closure.values.iter();
            values.extend(read.map(|(input, value)| (input.to_string(), value.clone())));
        }
        values
    }

    /// What changed since a letter was built, a sentence each.
    ///
    /// `inputs` are those of the manifest.
    pub fn reasons(
        &self,
        inputs: &BTreeMap<String, String>,
        record: &LetterRecord,
        file: Digest,
    ) -> Vec<String> {
        let now = self.values(record);
        let before = now.keys().chain(record.earlier.keys()).filter_map(|name| {
            let value = record.input(name, inputs)?;
            Some((name.clone(), value.to_owned()))
        });
        let before: BTreeMap<_, _> = before.collect();
        let mut reasons = Vec::new();
        if record.file != file {
            reasons.push("信件文件改过".to_owned());
        }
        reasons.extend(reason::changes(self.facts, &before, &now));
        reasons
    }
}

/// What letters read by themselves, by their periods, each name once.
#[derive(Debug, Default)]
pub struct Reads(BTreeMap<Box<str>, BTreeSet<Box<str>>>);

impl Reads {
    /// Takes in what a letter reads.
    pub fn add(&mut self, record: &LetterRecord) {
        let names = self.0.entry(record.period.clone()).or_default();
        for name in record.reads() {
            if !names.contains(name) {
                names.insert(name.into());
            }
        }
    }
}

/// What stands in the output folder of what a letter has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Every file as it was built.
    Intact,
    /// These files are not there.
    Missing(Vec<String>),
    /// These files are not as they were built.
    Different(Vec<String>),
}

/// The files that a letter makes.
pub fn file_names(id: &str) -> [String; 2] {
    [format!("{id}.md"), format!("{id}.pdf")]
}

/// What follows a letter's id in the names of its feedback form (征询意见表).
pub const FORM_SUFFIX: &str = ".征询意见表";

/// The files of a letter's feedback form, if it has files of its own.
pub fn form_names(id: &str) -> [String; 2] {
    file_names(&format!("{id}{FORM_SUFFIX}"))
}

/// Compares a letter's files with what the manifest knows of them.
///
/// # Errors
/// [`Error::Read`] if an output cannot be read.
pub fn standing(output: &Path, id: &str, known: &LetterEntry) -> Result<Standing, Error> {
    let (mut missing, mut different) = (Vec::new(), Vec::new());
    for name in known.files(id) {
        let record = known.outputs.get(name.as_str());
        match super::outputs::read_if_present(&output.join(&name))? {
            None => missing.push(name),
            Some(bytes) => {
                let is_built =
                    record.is_some_and(|it| it.hash == super::outputs::text_hash(&name, &bytes));
                if !is_built {
                    different.push(name);
                }
            }
        }
    }
    Ok(if !different.is_empty() {
        Standing::Different(different)
    } else if !missing.is_empty() {
        Standing::Missing(missing)
    } else {
        Standing::Intact
    })
}
