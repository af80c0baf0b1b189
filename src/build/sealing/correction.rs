//! The letter that corrects a sealed one (更正函), begun with every figure that changed.

use std::fs;
use std::path::PathBuf;

use crate::build::plan::{Making, Plan};
use crate::build::reason::aspect_words;
use crate::build::seal::{self, LETTER, SealRecord};
use crate::build::workspace::Shared;
use crate::build::write::write_whole;
use crate::build::{Options, fonts, page_style};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::facts::Aspect;
use crate::facts::yaml::entries;
use crate::project::Project;
use crate::render::Input;
use crate::text::date::chinese_date;

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
    let what = aspect_words(*aspect).trim_start();
    let of = match aspect {
        Aspect::Name => "",
        _ => "的",
    };
    let of = if what.is_empty() { "" } else { of };
    format!("{{{{ name.{id} }}}}（{period}）{of}{what}：原为“{old}”，现更正为“{new}”。")
}
