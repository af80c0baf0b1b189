//! `fuhan trace`: the ledger of every printed figure, as a table, JSON or CSV.

use unicode_width::UnicodeWidthStr;

use super::args::{Trace, TraceFormat};
use super::{End, terminal};
use crate::build::trace::{self, Entry};
use crate::build::{Mode, Options};
use crate::diagnostic::has_errors;
use crate::error::Error;
use crate::project::Project;

pub(super) fn run(arguments: &Trace) -> Result<End, Error> {
    let project = Project::read(&arguments.workspace.folder)?;
    let options = Options {
        letters: arguments.letters.clone(),
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
        archive: None,
    };
    let found = trace::trace(&project, &options, arguments.figure.as_deref())?;
    let is_sound = !has_errors(&found.diagnostics);
    terminal::diagnostics(
        found
            .diagnostics
            .iter()
            .filter(|it| has_errors(&[(*it).clone()]))
            .cloned(),
    );
    match arguments.format {
        TraceFormat::Table => table(&found, arguments.figure.as_deref()),
        TraceFormat::Json => json(&found.entries),
        TraceFormat::Csv => csv(&found.entries),
    }
    Ok(if is_sound { End::Clean } else { End::Findings })
}

/// Heads of the columns of CSV.
const COLUMNS: [&str; 13] = [
    "信件", "页", "行", "印出", "编号", "名称", "期间", "写法", "口径", "出处", "截至", "位置",
    "句子",
];

fn cells(entry: &Entry) -> [String; 13] {
    let occurrence = &entry.occurrence;
    let source = &occurrence.source;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        entry.letter.clone(),
        occurrence.page.to_string(),
        occurrence.line.to_string(),
        occurrence.text.clone(),
        source.figure.clone(),
        source.name.clone(),
        source.period.clone(),
        source.aspect.clone(),
        text(&source.coverage),
        text(&source.evidence),
        text(&source.as_of),
        format!("{}:{}", source.file, source.file_line),
        occurrence.sentence.clone(),
    ]
}

fn table(found: &trace::Trace, figure: Option<&str>) {
    let shown = match figure {
        Some(_) => vec![0, 1, 2, 3, 6, 12],
        None => vec![0, 1, 2, 3, 5, 6, 8, 9, 11],
    };
    let head = COLUMNS.map(str::to_owned);
    let rows: Vec<_> = std::iter::once(head)
        .chain(found.entries.iter().map(cells))
        .map(|row| {
            shown
                .iter()
                .map(|column| shortened(&row[*column]))
                .collect::<Vec<_>>()
        })
        .collect();
    let widths: Vec<usize> = (0..shown.len())
        .map(|column| {
            rows.iter()
                .map(|row| row[column].width())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for row in &rows {
        let cells = row.iter().zip(&widths);
        let cells =
            cells.map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        terminal::line(cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    terminal::error_line(&counts(found, figure));
}

/// Widest cell of the table but the sentence, in columns of the terminal.
const WIDEST: usize = 44;

/// A cell with its end left out if it is too wide; JSON and CSV have it in full.
fn shortened(cell: &str) -> String {
    let is_sentence = cell.contains(['。', '；']);
    if is_sentence || cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut kept = String::new();
    for character in cell.chars() {
        if kept.width() + 4 > WIDEST {
            break;
        }
        kept.push(character);
    }
    kept + "……"
}

fn counts(found: &trace::Trace, figure: Option<&str>) -> String {
    let mut letters: Vec<_> = found.entries.iter().map(|entry| &entry.letter).collect();
    letters.dedup();
    let counted = format!("{}封信，印出{}处", letters.len(), found.entries.len());
    let derived = found.derived.join("、");
    match figure {
        Some(_) if !derived.is_empty() => format!("{counted}；另有由它算出的数据：{derived}"),
        _ => counted,
    }
}

fn json(entries: &[Entry]) {
    let text = serde_json::to_string_pretty(entries).expect("entries are plain data");
    terminal::line(&text);
}

/// With a byte order mark, without which spreadsheets read Chinese wrongly.
fn csv(entries: &[Entry]) {
    let row = |cells: &[String]| {
        let quoted = cells
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        quoted.collect::<Vec<_>>().join(",")
    };
    let head = row(&COLUMNS.map(str::to_owned));
    terminal::line(&format!("\u{feff}{head}"));
    for entry in entries {
        terminal::line(&row(&cells(entry)));
    }
}
