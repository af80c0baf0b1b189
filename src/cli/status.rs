//! `fuhan status`: the handling ledger as a table, JSON or Markdown.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, TimeZone};
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::args::{LedgerFormat, Status};
use super::{End, terminal};
use crate::build::ledger::{Row, State, ledger};
use crate::build::workspace::Workspace;
use crate::build::{self, Mode, Options};
use crate::error::Error;
use crate::project::Project;

pub(super) fn run(arguments: &Status) -> Result<End, Error> {
    let today = today(arguments.today.as_deref())?;
    let project = Project::read(&arguments.workspace.folder)?;
    let options = Options {
        letters: Vec::new(),
        mode: Mode::Inspect,
        fonts: None,
        prunes: false,
        archive: None,
    };
    let bar = terminal::Bar::new();
    let report = build::build(&project, &options, &bar);
    bar.finish();
    let (workspace, report) = (Workspace::load(&project), report?);
    if workspace.shared.is_none() {
        terminal::diagnostics(report.diagnostics);
        return Ok(End::Findings);
    }
    let rows = ledger(&project, &workspace, &report, today);
    terminal::line(&match arguments.format {
        LedgerFormat::Table => table(&rows, today),
        LedgerFormat::Json => json_text(&rows, today),
        LedgerFormat::Markdown => markdown(&rows, today),
    });
    Ok(End::Clean)
}

/// The day that was asked for, or today in China, where all of it happens.
fn today(asked: Option<&str>) -> Result<Date, Error> {
    match asked {
        Some(text) => text
            .parse()
            .map_err(|_| Error::Option(format!("“--today”不能是“{text}”，写成 2023-05-20 的样子"))),
        None => {
            let china = TimeZone::fixed(tz::offset(8));
            Ok(Timestamp::now().to_zoned(china).date())
        }
    }
}

const HEADS: [&str; 9] = [
    "编号",
    "号",
    "类型",
    "承办",
    "交办",
    "期限",
    "剩余",
    "状态",
    "缺什么",
];

fn cells(row: &Row) -> [String; 9] {
    let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let date = |date: Option<Date>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    [
        row.id.clone(),
        text(row.number.as_deref()),
        text(row.matter),
        text(row.role.map(|role| role.as_chinese())),
        date(row.assigned_on),
        date(row.due_on),
        days(row.days_left),
        row.state.as_chinese().to_owned(),
        row.missing.join("；"),
    ]
}

fn days(left: Option<i32>) -> String {
    match left {
        None => "-".to_owned(),
        Some(days) if days < 0 => format!("过{}天", days.unsigned_abs()),
        Some(days) => format!("{days}天"),
    }
}

/// How many letters there are, and in which states.
fn summary(rows: &[Row], today: Date) -> String {
    let states = [
        State::Overdue,
        State::Draft,
        State::Checked,
        State::Replied,
        State::Sealed,
    ];
    let counts = states.map(|state| {
        let count = rows.iter().filter(|row| row.state == state).count();
        format!("{}{count}件", state.as_chinese())
    });
    format!("截至{today}，共{}件：{}", rows.len(), counts.join("，"))
}

fn table(rows: &[Row], today: Date) -> String {
    let mut lines = vec![HEADS.map(str::to_owned)];
    lines.extend(rows.iter().map(cells));
    let column = |index: usize| lines.iter().map(move |line| line[index].width_cjk()).max();
    let widths: Vec<usize> = (0..HEADS.len())
        .map(|index| column(index).unwrap_or(0))
        .collect();
    let set = |line: &[String; 9]| {
        let cells = line.iter().zip(&widths).map(|(cell, width_of_column)| {
            let blanks = width_of_column - cell.width_cjk();
            format!("{cell}{}", " ".repeat(blanks))
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut text: Vec<String> = lines.iter().map(set).collect();
    text.push(summary(rows, today));
    text.join("\n")
}

fn json_text(rows: &[Row], today: Date) -> String {
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            json!({
                "id": row.id,
                "number": row.number,
                "matter": row.matter,
                "subject": row.subject,
                "kind": row.kind,
                "role": row.role.map(|role| role.name()),
                "assigned_on": date(row.assigned_on),
                "due_on": date(row.due_on),
                "days_left": row.days_left,
                "state": row.state.name(),
                "missing": row.missing,
            })
        })
        .collect();
    let ledger = json!({ "today": today.to_string(), "letters": rows });
    serde_json::to_string_pretty(&ledger).expect("texts and numbers are JSON")
}

fn markdown(rows: &[Row], today: Date) -> String {
    let mut lines = vec![
        "# 提案建议办理台账".to_owned(),
        String::new(),
        summary(rows, today),
        String::new(),
        format!("| {} | 案由 |", HEADS.join(" | ")),
        format!("|{}", "---|".repeat(HEADS.len() + 1)),
    ];
    lines.extend(rows.iter().map(|row| {
        let subject = row.subject.as_deref().unwrap_or("-");
        let cells = cells(row).map(|cell| cell.replace('|', "\\|"));
        format!(
            "| {} | {} |",
            cells.join(" | "),
            subject.replace('|', "\\|")
        )
    }));
    lines.join("\n")
}
