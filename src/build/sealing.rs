//! Sealing a letter (封存), and starting the letter that corrects it (更正函).

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::archive::{self, Enclosed, archived};
use super::chosen::chosen_sources;
use super::letter::{Outputs, Setting};
use super::outputs::{files as output_files, read_if_present, with_line_feeds};
use super::plan::{Making, Plan};
use super::seal::{self, LEDGER, LETTER, RECORD, SealRecord, sealed_hash};
use super::workspace::{Shared, load_letter};
use super::write::{self, write_whole};
use super::{Options, fonts, page_style};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::facts::yaml::entries;
use crate::facts::{Aspect, Letter};
use crate::project::Project;
use crate::provenance::ledger;
use crate::render::Input;
use crate::source::Source;
use crate::text::date::chinese_date;

/// What is written on a letter that goes out.
#[derive(Debug, Clone)]
pub struct Dispatch {
    /// Document number (发文字号).
    pub number: String,
    /// Date of issue.
    pub date: jiff::civil::Date,
    /// Who signed it (签发人).
    pub signer: String,
    /// What goes into its archive PDF beside the pages.
    pub enclosed: Enclosed,
}

/// Seals a letter: keeps its outputs, its archive PDF, its file and its figures as they are, with their hashes.
///
/// Gives the folder, or what is wrong with the letter.
///
/// # Errors
/// [`Error::Seal`] if it is sealed already, if its outputs are not up to date, or if number or date
/// are not those that it prints; and whatever the operator must mend.
pub fn seal(
    project: &Project,
    id: &str,
    dispatch: &Dispatch,
    options: &Options,
) -> Result<Result<PathBuf, Vec<Diagnostic>>, Error> {
    let folder = seal::folder(&project.root).join(id);
    let output = project.output();
    write::prepare_folder(&output)?;
    // Of two that seal at once the second must find what the first has done.
    let _lock = write::lock(&output, || {})?;
    if folder.join(RECORD).exists() {
        let message =
            format!("信件 {id} 已经封存，没有改动\n提示：要更正就用 fuhan seal {id} --amend");
        return Err(Error::Seal(message));
    }
    let mut sink = Sink::new();
    let Some(made) = make(project, id, dispatch, options, &mut sink)? else {
        return Ok(Err(sink.into_diagnostics()));
    };
    if made.letter.document_number.is_none() {
        return Ok(Err(vec![without_number(&made.letter)]));
    }
    agrees(&made.letter, dispatch)?;
    is_current(project, id, &made.outputs)?;
    let record = SealRecord {
        number: dispatch.number.clone(),
        date: dispatch.date.to_string(),
        signer: dispatch.signer.clone(),
        ..made.record
    };
    put(&folder, record, &made.files)?;
    Ok(Ok(folder))
}

/// A letter made anew, and what is to be sealed of it.
struct Made {
    letter: Letter,
    outputs: Outputs,
    record: SealRecord,
    files: BTreeMap<String, Vec<u8>>,
}

fn make(
    project: &Project,
    id: &str,
    dispatch: &Dispatch,
    options: &Options,
    sink: &mut Sink,
) -> Result<Option<Made>, Error> {
    let source = source(project, id)?;
    let Some(shared) = Shared::load(project, sink) else {
        return Ok(None);
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let making = Making::new(&style, &found.fonts, project, &shared.office);
    let setting = Setting {
        shared: &shared,
        style: &style,
        fonts: &found.fonts,
    };
    let Some(letter) = load_letter(&source, Some(&shared), sink) else {
        return Ok(None);
    };
    let (laid_out, diagnostics) = setting.lay_out(&letter);
    sink.extend(diagnostics);
    let Some(laid_out) = laid_out else {
        return Ok(None);
    };
    let figures = ledger(&laid_out.pages, &shared.facts);
    let figures = serde_json::to_vec_pretty(&figures).expect("a ledger is plain data");
    let plan = Plan::new(&shared.renderer, &shared.facts, &making);
    // The everyday PDF is what was sent, the archive PDF what is kept.
    let record_copy = archived(&letter, &laid_out, setting, &plan, dispatch.enclosed)?;
    let outputs = setting.export(&letter, laid_out)?;
    let built_from = plan.record(&letter, 0);
    let sent = output_files(id, &outputs).into_iter();
    let mut files: BTreeMap<_, _> = sent.map(|file| (file.name, file.bytes.to_vec())).collect();
    files.insert(
        LETTER.to_owned(),
        source.file_with(source.text()).into_bytes(),
    );
    files.insert(LEDGER.to_owned(), figures);
    files.extend(record_copy.map(|file| (archive::file_name(id), file)));
    let record = SealRecord {
        note: "由 fuhan seal 封存，请勿改动".to_owned(),
        letter: id.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        period: built_from.period.to_string(),
        inputs: plan.values(&built_from),
        reads: built_from.reads().map(str::to_owned).collect(),
        ..SealRecord::default()
    };
    Ok(Some(Made {
        letter,
        outputs,
        record,
        files,
    }))
}

fn source(project: &Project, id: &str) -> Result<Arc<Source>, Error> {
    let sources = chosen_sources(project, &[id.to_owned()])?;
    Ok(sources
        .into_iter()
        .next()
        .expect("an unknown letter is an error"))
}

/// A number that the letter does not print is not the number of what was sent.
fn without_number(letter: &Letter) -> Diagnostic {
    let message = format!("信件 {} 没有发文字号，印出来的信上也没有", letter.id);
    Diagnostic::error("missing-document-number", letter.place.clone(), message)
        .with_hint("先在信件里写 document_number，再 fuhan build，核对无误再封存")
}

/// What was sent bears the number and the date that the letter prints.
fn agrees(letter: &Letter, dispatch: &Dispatch) -> Result<(), Error> {
    let printed = letter.document_number.as_ref().map(ToString::to_string);
    let differs = |key: &str, printed: &str, given: &str| {
        Error::Seal(format!(
            "信里印的是“{printed}”，封存写的是“{given}”，没有封存\n提示：改正 {key} 后先 fuhan build，核对无误再封存"
        ))
    };
    if let Some(printed) = printed.filter(|printed| *printed != dispatch.number) {
        return Err(differs("document_number", &printed, &dispatch.number));
    }
    let date = letter.issued_on.map(|date| date.to_string());
    match date {
        Some(printed) if printed != dispatch.date.to_string() => {
            Err(differs("issued_on", &printed, &dispatch.date.to_string()))
        }
        Some(_) => Ok(()),
        None => Err(Error::Seal(
            "信件没有成文日期，没有封存\n提示：写上 issued_on 后先 fuhan build，核对无误再封存"
                .to_owned(),
        )),
    }
}

/// What is sealed is what the clerk has looked at.
fn is_current(project: &Project, id: &str, outputs: &Outputs) -> Result<(), Error> {
    for file in output_files(id, outputs) {
        let name = &file.name;
        let on_disk = read_if_present(&project.output().join(name))?;
        let is_same = on_disk.is_some_and(|bytes| *with_line_feeds(name, &bytes) == *file.bytes);
        if !is_same {
            return Err(Error::Seal(format!(
                "output/{name} 不是最新的，没有封存\n提示：先 fuhan build，核对无误再封存"
            )));
        }
    }
    Ok(())
}

/// Writes the files, and the record last: until then nothing is sealed.
fn put(
    folder: &std::path::Path,
    mut record: SealRecord,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))?;
    write::remove_unfinished(folder)?;
    for (name, bytes) in files {
        write_whole(&folder.join(name), bytes)?;
        record.files.insert(name.clone(), sealed_hash(name, bytes));
    }
    record.hash = record.own_hash();
    write_whole(&folder.join(RECORD), record.to_text().as_bytes())?;
    Ok(())
}

/// Starts a letter that corrects a sealed one and names every figure that changed; gives its path.
///
/// # Errors
/// [`Error::Seal`] if the letter is not sealed or nothing changed, [`Error::Exists`] if the correction
/// is there already.
pub fn amend(project: &Project, id: &str, options: &Options) -> Result<PathBuf, Error> {
    let seals = seal::read_all(&project.root)?;
    let record = seals.get(id).and_then(|seal| seal.record.as_ref());
    let record = record.ok_or_else(|| {
        Error::Seal(format!(
            "信件 {id} 没有封存，不用更正函\n提示：没有发出的信，改了数据重新生成就行"
        ))
    })?;
    let mut unseen = Sink::new();
    let shared = Shared::load(project, &mut unseen).ok_or_else(|| {
        Error::Seal("数据有错，起草不了更正函\n提示：先用 fuhan check 查看".to_owned())
    })?;
    let found = fonts(project, &shared.office, options)?;
    let making = Making::new(
        &page_style(&shared.office),
        &found.fonts,
        project,
        &shared.office,
    );
    let plan = Plan::new(&shared.renderer, &shared.facts, &making);
    let changed = seal::changed_figures(record, &plan);
    if changed.is_empty() {
        return Err(Error::Seal(format!(
            "信件 {id} 用到的数据在发出以后没有变，不用更正"
        )));
    }
    let sealed_letter = fs::read_to_string(seal::folder(&project.root).join(id).join(LETTER));
    let sealed_letter = sealed_letter.unwrap_or_default();
    let path = project.root.join(format!("content/letters/{id}_更正.yaml"));
    if path.exists() {
        return Err(Error::Exists(path));
    }
    let text = correction(record, &sealed_letter, &changed, &shared);
    write_whole(&path, text.as_bytes())?;
    Ok(path)
}

/// Keys of the sealed letter that its correction takes over.
const KEPT: [&str; 10] = [
    "kind",
    "proposal",
    "addressees",
    "outcome",
    "period",
    "head",
    "issuer_mark",
    "sign_offs",
    "contact",
    "copied_to",
];

fn correction(
    record: &SealRecord,
    sealed_letter: &str,
    changed: &[(Input, String)],
    shared: &Shared,
) -> String {
    let kept = entries(sealed_letter).into_iter();
    let kept = kept
        .filter(|(key, _)| KEPT.contains(key))
        .map(|(_, text)| text);
    let issuer = shared
        .office
        .self_name
        .as_ref()
        .unwrap_or(&shared.office.name);
    let date = record.date.parse().map(chinese_date);
    let sent_on = date.unwrap_or_else(|_| record.date.clone());
    let sentences = changed
        .iter()
        .map(|(input, old)| sentence(record, input, old));
    let mut lines = vec![format!(
        "# 更正函：更正已经发出的 {}（{}）。请逐条核对，填好文号和日期。",
        record.letter,
        record.title()
    )];
    lines.extend(kept);
    lines.push(format!("title: 关于更正{}有关数据的函", record.number));
    lines.push(format!(
        "opening: {}{}印发的{}中，有关数据现更正如下：",
        issuer.text, sent_on, record.number
    ));
    lines.push("sections:\n  - text: |".to_owned());
    lines.extend(sentences.map(|sentence| format!("      {sentence}\n")));
    lines.push("closing: 特此更正。".to_owned());
    lines.push("# document_number:\n# issued_on:".to_owned());
    lines.join("\n") + "\n"
}

/// What a figure was and, from the facts, what it is.
fn sentence(record: &SealRecord, input: &Input, old: &str) -> String {
    let Input::Figure { aspect, id, period } = input else {
        return String::new();
    };
    let is_own_period = seal::period_of(record).as_ref() == Some(period);
    let new = if is_own_period {
        format!("{{{{ {}.{id} }}}}", aspect.name())
    } else {
        format!("{{{{ say(id=\"{id}\", period=\"{period}\") }}}}")
    };
    let what = super::reason::aspect_words(*aspect).trim_start();
    let of = match aspect {
        Aspect::Name => "",
        _ => "的",
    };
    let of = if what.is_empty() { "" } else { of };
    format!("{{{{ name.{id} }}}}（{period}）{of}{what}：原为“{old}”，现更正为“{new}”。")
}
