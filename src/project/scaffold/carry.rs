//! Last year's letter carried over (承接) to a new proposal and period.

use std::path::PathBuf;
use std::sync::Arc;

use super::kind_change::{NewKind, add_blanks, drop_old};
use super::{check_id, check_kind, create, letter_path};
use crate::error::Error;
use crate::facts::yaml::Editor;
use crate::facts::{Facts, Letter, Need, Period};
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::source::Source;
use crate::text::nearest;

/// A letter that was carried over.
#[derive(Debug)]
pub struct Carried {
    /// The new file.
    pub path: PathBuf,
    /// The old letter's period.
    pub old_period: Period,
    /// The new letter's period.
    pub period: Period,
    /// Figures that the letter prints and that have nothing for the new period.
    pub needs: Vec<Need>,
    /// Keys that the clerk must fill in.
    pub to_fill: Vec<&'static str>,
    /// The old letter's kind, if the new one is of another, and the keys that did not go with it.
    pub left_behind: Option<(String, Vec<String>)>,
    /// Lines of the new file where the old proposal's number still stands, from 1.
    pub old_number_lines: Vec<usize>,
}

/// Carries a letter over: sections and settings stay, what belongs to the old proposal goes, and to
/// another kind also what belongs to the old kind.
///
/// # Errors
/// [`Error::BadId`], [`Error::NoSuchLetter`], [`Error::Exists`], [`Error::Write`]; [`Error::Option`]
/// for an unknown kind, an old letter with mistakes, or a period that has no next year.
pub fn carry_over(
    project: &Project,
    id: &str,
    from: &str,
    kind: Option<NewKind<'_>>,
    period: Option<&str>,
) -> Result<Carried, Error> {
    check_id(id)?;
    kind.map_or(Ok(()), |kind| check_kind(project, kind.name))?;
    let source = source_of(project, from)?;
    let broken = || {
        Error::Option(format!(
            "信件“{from}”有错，不能承接\n提示：先运行 fuhan check {from} 改正它"
        ))
    };
    let letter = Letter::from_yaml(&source).value.ok_or_else(broken)?;
    let old_period = letter.period.period.clone();
    let period = new_period(&old_period, period)?;
    let editor = Editor::new(&source).map_err(|_| broken())?;
    let other_kind = kind.filter(|kind| kind.name != letter.kind.text);
    let CarriedText {
        text,
        to_fill,
        left_behind,
    } = carried_text(editor, &letter, id, other_kind, &period);
    let path = letter_path(project, id);
    create(&path, &text)?;
    let facts = Facts::load(&project.facts).value;
    Ok(Carried {
        path,
        needs: facts.map_or_else(Vec::new, |facts| facts.needs(&letter, &period)),
        old_number_lines: lines_with(&text, &letter.proposal.number.text),
        old_period,
        period,
        to_fill,
        left_behind: other_kind.map(|_| (letter.kind.text, left_behind)),
    })
}

fn source_of(project: &Project, id: &str) -> Result<Arc<Source>, Error> {
    let found = project.letter(id);
    found.and_then(LetterFile::source).ok_or_else(|| {
        let known: Vec<_> = project.letters.iter().map(LetterFile::id).collect();
        let hint = nearest::suggestion(id, known.iter().copied());
        Error::NoSuchLetter {
            id: id.to_owned(),
            hint: hint.unwrap_or_else(|| format!("现有的信件：{}", known.join("、"))),
        }
    })
}

fn new_period(old: &Period, asked: Option<&str>) -> Result<Period, Error> {
    match asked {
        Some(label) => Period::new(label)
            .map_err(|_| Error::Option(format!("“--period”不能是“{label}”，写成 2022年 的样子"))),
        None => old.year_after().ok_or_else(|| {
            Error::Option(format!(
                "不知道“{old}”的下一期是什么\n提示：用 --period 写出新的期间"
            ))
        }),
    }
}

/// Keys of the old letter that say when and under which number it was sent.
const REMOVED: [&[&str]; 12] = [
    &["document_number"],
    &["issued_on"],
    &["printed_date"],
    &["printed_on"],
    &["handling"],
    &["previous_reply"],
    &["copy_number"],
    &["body_from"],
    &["proposal", "category"],
    &["proposal", "proposer_count"],
    &["proposal", "merged_with"],
    &["proposal", "point_counts"],
];

/// Keys that belong to the new proposal, with what stands there until they are filled in.
const CLEARED: [(&[&str], &str); 5] = [
    (&["proposal", "subject"], "                     # 案由"),
    (
        &["proposal", "proposers"],
        "                   # 提案者，例：[张三委员]",
    ),
    (
        &["proposal", "co_handlers"],
        "                 # 会办单位；没有就删去这一项",
    ),
    (
        &["proposal", "points"],
        "                      # 提案提的建议；不列就删去这一项",
    ),
    (
        &["outcome"],
        "                       # 办理结果分类；不写就删去这一项",
    ),
];

/// The new file.
struct CarriedText {
    text: String,
    to_fill: Vec<&'static str>,
    /// Keys that belonged to the old kind.
    left_behind: Vec<String>,
}

fn carried_text(
    mut editor: Editor,
    letter: &Letter,
    id: &str,
    other_kind: Option<NewKind<'_>>,
    period: &Period,
) -> CarriedText {
    renew(&mut editor, letter, id, period);
    let mut left_behind = Vec::new();
    if let Some(kind) = &other_kind {
        editor.set(&["kind"], kind.name);
        left_behind = drop_old(&mut editor, &kind.needs);
    }
    for path in REMOVED {
        editor.remove_with_comments(path);
    }
    let mut to_fill = vec!["proposal.term、proposal.session（已加一次，请核对）"];
    to_fill.extend(clear_old(&mut editor, &left_behind));
    if let Some(kind) = &other_kind {
        let is_kept = |editor: &Editor, path: &[&str]| {
            let is_removed = REMOVED.contains(&path) || left_behind.contains(&path.join("."));
            editor.has(path) && !is_removed
        };
        to_fill.extend(add_blanks(&mut editor, &kind.needs, is_kept));
    }
    let head = format!("# 由 {} 承接；案由等空着的项填好后再生成。\n", letter.id);
    CarriedText {
        text: head + &editor.finish(),
        to_fill,
        left_behind,
    }
}

/// Sets what is known of the new proposal.
fn renew(editor: &mut Editor, letter: &Letter, id: &str, period: &Period) {
    let session = (letter.proposal.session + 1).to_string();
    editor.set(&["period"], period.as_str());
    editor.set(&["proposal", "number"], &format!("\"{id}\""));
    editor.set(&["proposal", "session"], &session);
}

/// Empties what belongs to the old proposal and must be filled in; gives the keys.
fn clear_old(editor: &mut Editor, left_behind: &[String]) -> Vec<&'static str> {
    let mut cleared = Vec::new();
    for (path, comment) in CLEARED {
        if !editor.has(path) || left_behind.contains(&path.join(".")) {
            continue;
        }
        if !editor.clear(path, comment) && !editor.set(path, "\"\"") {
            editor.remove(path);
        }
        cleared.push(path[path.len() - 1]);
    }
    cleared
}

fn lines_with(text: &str, number: &str) -> Vec<usize> {
    let lines = text.lines().enumerate().skip(1);
    let with_number = lines.filter(|(_, line)| line.contains(number));
    with_number.map(|(index, _)| index + 1).collect()
}
