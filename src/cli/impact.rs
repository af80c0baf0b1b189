//! `fuhan impact`: which figures, letters, sentences and pages a change reaches.

use std::fmt::Write as _;

use serde::Serialize;

use super::args::{Impact as Arguments, ImpactFormat};
use super::{End, terminal};
use crate::build::figures::FigureChange;
use crate::build::impact::{self, Impact, LetterImpact, LetterState, Trial};
use crate::build::{Mode, Options};
use crate::diagnostic::has_errors;
use crate::error::Error;
use crate::project::Project;
use crate::project::revision::{Revision, at_revision};
use crate::provenance::{Piece, PieceKind, SentenceChange, pieces};

pub(super) fn run(arguments: &Arguments) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let (before, after, basis) = sides(arguments, project)?;
    let options = Options {
        letters: Vec::new(),
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
        archive: None,
    };
    let impact = impact::impact(&before, &after, &options)?;
    let errors = impact.diagnostics.iter();
    let errors = errors
        .filter(|it| has_errors(std::slice::from_ref(it)))
        .cloned();
    terminal::diagnostics(errors);
    let report = match arguments.format {
        ImpactFormat::Text => text(&impact, &basis),
        ImpactFormat::Markdown => markdown(&impact, &basis),
        ImpactFormat::Json => json(&impact, &basis),
    };
    terminal::line(report.trim_end());
    Ok(if has_errors(&impact.diagnostics) {
        End::Findings
    } else {
        End::Clean
    })
}

/// The workspace before and after, and what it is compared with, in Chinese.
fn sides(arguments: &Arguments, project: Project) -> Result<(Project, Project, String), Error> {
    if !arguments.set.is_empty() {
        let trials = arguments.set.iter().map(|text| Trial::parse(text));
        let trials = trials.collect::<Result<Vec<_>, _>>()?;
        let after = impact::with_trials(&project, &trials)?;
        return Ok((project, after, format!("假如 {}", arguments.set.join("、"))));
    }
    let revision = Revision::find(&project.root, &arguments.revision)?;
    let before = at_revision(&project, &revision)?;
    let basis = format!(
        "与版本 {}（{}）相比",
        revision.name,
        revision.short_commit()
    );
    Ok((before, project, basis))
}

fn figure_line(change: &FigureChange) -> String {
    let period = change.period.as_ref().map(|it| format!(" {it}"));
    let place = change.place.as_ref().map(|it| format!("（{it}）"));
    format!(
        "{}{} {}：{} → {}{}",
        change.name,
        period.unwrap_or_default(),
        change.what,
        change.old.as_deref().unwrap_or("（没有）"),
        change.new.as_deref().unwrap_or("（没有）"),
        place.unwrap_or_default()
    )
}

/// What became of a letter and its pages.
fn letter_line(letter: &LetterImpact) -> String {
    let state = match letter.state {
        LetterState::Changed => "",
        LetterState::New => "新的信件，",
        LetterState::Gone => "信件没有了，",
        LetterState::Mended => "原来有错、现在能生成，",
        LetterState::Broken => "现在有错、生成不了，",
    };
    let pages = match (letter.pages_before, letter.pages_after) {
        (Some(before), Some(after)) if before != after => format!("{before}页 → {after}页"),
        (_, Some(pages)) | (Some(pages), None) => format!("{pages}页"),
        (None, None) => "没有页".to_owned(),
    };
    let is_text = !letter.sentences.is_empty();
    let sentences = if is_text {
        format!("{}句变了", letter.sentences.len())
    } else {
        "文字没有变，版面变了".to_owned()
    };
    let sealed = letter.sealed.as_ref();
    let sealed = sealed.map(|title| format!("；已经发出（{title}），发出的信和现在的数据不一致"));
    format!(
        "{}：{state}{pages}，{sentences}{}",
        letter.letter,
        sealed.unwrap_or_default()
    )
}

fn text(impact: &Impact, basis: &str) -> String {
    let mut text = format!("{basis}：{}\n", counts(impact));
    for (title, figures) in [
        ("改了的数据", &impact.figures),
        ("随之算出的数据", &impact.derived),
    ] {
        if !figures.is_empty() {
            let _ = writeln!(text, "\n{title}");
        }
        for change in figures {
            let _ = writeln!(text, "  {}", figure_line(change));
        }
    }
    for letter in &impact.letters {
        let _ = writeln!(text, "\n{}", letter_line(letter));
        for change in &letter.sentences {
            let (old, new) = marked(change, ("【", "】"), ("【", "】"));
            let lines = [("旧", old), ("新", new)];
            for (name, sentence) in lines.into_iter().filter(|(_, it)| !it.is_empty()) {
                let _ = writeln!(text, "  {name}：{sentence}");
            }
        }
        for heading in &letter.moved {
            let (from, to) = (heading.from, heading.to);
            let _ = writeln!(text, "  “{}”从第{from}页移到第{to}页", heading.heading);
        }
    }
    text
}

fn counts(impact: &Impact) -> String {
    let figures = impact.figures.len() + impact.derived.len();
    let sentences: usize = impact.letters.iter().map(|it| it.sentences.len()).sum();
    if figures == 0 && impact.letters.is_empty() {
        return "数据和信件都没有变".to_owned();
    }
    format!(
        "数据{figures}处，信{}封，句子{sentences}句",
        impact.letters.len()
    )
}

/// Both sides of a change with what differs between marks; empty for a side that is not there.
fn marked(change: &SentenceChange, removed: (&str, &str), added: (&str, &str)) -> (String, String) {
    let (Some(old), Some(new)) = (&change.old, &change.new) else {
        let whole = |side: &Option<String>, (open, close): (&str, &str)| {
            let side = side.as_ref();
            side.map_or_else(String::new, |text| format!("{open}{text}{close}"))
        };
        return (whole(&change.old, removed), whole(&change.new, added));
    };
    let all = pieces(old, new);
    let side = |kind: PieceKind, (open, close): (&str, &str)| -> String {
        let shown = all
            .iter()
            .filter(|it| it.kind == PieceKind::Kept || it.kind == kind);
        let texts = shown.map(|piece| match piece.kind {
            PieceKind::Kept => piece.text.clone(),
            _ => format!("{open}{}{close}", piece.text),
        });
        texts.collect()
    };
    (
        side(PieceKind::Removed, removed),
        side(PieceKind::Added, added),
    )
}

/// Made for a comment on a pull request.
fn markdown(impact: &Impact, basis: &str) -> String {
    let mut text = format!("### 改动的影响\n\n{basis}：{}。\n", counts(impact));
    let all = [(&impact.figures, ""), (&impact.derived, "（算出）")];
    if all.iter().any(|(figures, _)| !figures.is_empty()) {
        text += "\n| 数据 | 期间 | 项目 | 原来 | 现在 | 位置 |\n|---|---|---|---|---|---|\n";
    }
    for (figures, note) in all {
        for change in figures {
            let cell = |it: &Option<String>| it.as_deref().map_or_else(String::new, escaped);
            let _ = writeln!(
                text,
                "| {}{note} | {} | {} | {} | {} | {} |",
                escaped(&change.name),
                cell(&change.period),
                change.what,
                cell(&change.old),
                cell(&change.new),
                change
                    .place
                    .as_ref()
                    .map_or_else(String::new, |it| format!("`{it}`")),
            );
        }
    }
    for letter in &impact.letters {
        let _ = writeln!(text, "\n**{}**\n", escaped(&letter_line(letter)));
        for change in &letter.sentences {
            let _ = writeln!(text, "- {}", sentence_markdown(change));
        }
        for heading in &letter.moved {
            let name = escaped(&heading.heading);
            let _ = writeln!(
                text,
                "- “{name}”从第{}页移到第{}页",
                heading.from, heading.to
            );
        }
    }
    text
}

/// One sentence with what went struck out and what came in bold.
fn sentence_markdown(change: &SentenceChange) -> String {
    let whole = |text: &Option<String>, kind| {
        text.iter()
            .map(move |text| Piece {
                kind,
                text: text.clone(),
            })
            .collect::<Vec<_>>()
    };
    let all = match (&change.old, &change.new) {
        (Some(old), Some(new)) => pieces(old, new),
        (old, None) => whole(old, PieceKind::Removed),
        (None, new) => whole(new, PieceKind::Added),
    };
    let texts = all.iter().map(|piece| match piece.kind {
        PieceKind::Kept => escaped(&piece.text),
        PieceKind::Removed => format!("<del>{}</del>", escaped(&piece.text)),
        PieceKind::Added => format!("<ins>{}</ins>", escaped(&piece.text)),
    });
    texts.collect()
}

/// A text that Markdown and HTML take as it stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '|' | '*' | '_' | '`' | '~' | '[' | ']' | '<' | '>' | '&' | '#' | '\\' | '@'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[derive(Serialize)]
struct Report<'i> {
    basis: &'i str,
    #[serde(flatten)]
    impact: &'i Impact,
}

fn json(impact: &Impact, basis: &str) -> String {
    serde_json::to_string_pretty(&Report { basis, impact }).expect("an impact is plain data")
}
