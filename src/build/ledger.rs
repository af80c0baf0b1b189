//! The handling ledger (办理台账): every letter with its role, due date, state, and what is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::Report;
use super::outputs::Outcome;
use super::workspace::Workspace;
use crate::diagnostic::Severity;
use crate::facts::yaml::Editor;
use crate::facts::{Deadlines, Handling, HandlingRole, Letter};
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::source::Source;

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has errors, or no date of issue.
    Draft,
    /// It has no errors and a date of issue.
    Checked,
    /// The reply was sent (办复).
    Replied,
    /// The reply was sent and sealed (封存).
    Sealed,
    /// The reply was not sent by its due date.
    Overdue,
}

impl State {
    /// Whether nothing is left to be done.
    fn is_done(self) -> bool {
        matches!(self, Self::Replied | Self::Sealed)
    }

    /// As JSON has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Checked => "checked",
            Self::Replied => "replied",
            Self::Sealed => "sealed",
            Self::Overdue => "overdue",
        }
    }

    /// What a clerk calls it.
    pub fn as_chinese(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Checked => "已核对",
            Self::Replied => "已办复",
            Self::Sealed => "已封存",
            Self::Overdue => "逾期",
        }
    }
}

/// One letter in the ledger.
#[derive(Debug, Clone)]
pub struct Row {
    /// The letter's id.
    pub id: String,
    /// 提案号; absent for a letter that could not be read, as is most of what follows.
    pub number: Option<String>,
    /// 提案, 建议 or 议案.
    pub matter: Option<&'static str>,
    /// 案由.
    pub subject: Option<String>,
    /// The kind's name.
    pub kind: Option<String>,
    /// The office's part.
    pub role: Option<HandlingRole>,
    /// 交办日期.
    pub assigned_on: Option<Date>,
    /// 办理期限.
    pub due_on: Option<Date>,
    /// Days from today to the due date, negative after it; nothing once the reply was sent.
    pub days_left: Option<i32>,
    /// Where it stands.
    pub state: State,
    /// What is missing, in a few words each.
    pub missing: Vec<String>,
}

/// What the rows of a ledger are made by.
struct Rules<'a> {
    roles: BTreeMap<&'a str, Option<HandlingRole>>,
    deadlines: Deadlines,
    /// Ids of sealed letters.
    sealed: BTreeSet<&'a str>,
    today: Date,
}

impl Rules<'_> {
    /// The role that a letter's kind has.
    fn role_of_kind(&self, kind: &str) -> HandlingRole {
        let role = self.roles.get(kind).copied().flatten();
        role.unwrap_or(HandlingRole::Lead)
    }
}

/// The ledger of a workspace, what is due first at the top; `report` is of a build that inspects.
pub fn ledger(project: &Project, workspace: &Workspace, report: &Report, today: Date) -> Vec<Row> {
    let Some(shared) = &workspace.shared else {
        return Vec::new();
    };
    let templates = shared.renderer.templates();
    let sealed = report.letters.iter().filter(|it| is_sealed(&it.outcome));
    let sealed = sealed.map(|it| it.id.as_str());
    let rules = Rules {
        roles: templates
            .map(|it| (it.kind.as_str(), it.front.role))
            .collect(),
        deadlines: shared.office.deadlines,
        sealed: sealed.collect(),
        today,
    };
    let errors = errors_by_letter(report);
    let letters = workspace.letters.iter();
    let mut rows: Vec<Row> = letters
        .map(|letter| row(letter, errors.get(letter.id.as_str()).copied(), &rules))
        .collect();
    let is_broken = |id: &str| workspace.broken_letters.iter().any(|it| it == id);
    let files = project.letters.iter().filter(|file| is_broken(file.id()));
    let sources = files.filter_map(LetterFile::source);
    rows.extend(sources.map(|source| broken(source.stem().to_owned(), &source, &rules)));
    rows.sort_by(|a, b| {
        let key = |row: &Row| (row.state.is_done(), row.due_on.unwrap_or(Date::MAX));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    rows
}

fn is_sealed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Sealed | Outcome::SealBroken(_))
}

fn errors_by_letter(report: &Report) -> BTreeMap<&str, usize> {
    let letters = report.letters.iter().map(|letter| {
        let diagnostics = letter.diagnostics.iter();
        let errors = diagnostics.filter(|it| it.severity == Severity::Error);
        let failed = usize::from(letter.outcome == Outcome::Failed);
        (letter.id.as_str(), errors.count().max(failed))
    });
    letters.collect()
}

/// A letter whose file has errors of its own: what can be read of it, so that no due date is lost.
fn broken(id: String, source: &Arc<Source>, rules: &Rules<'_>) -> Row {
    let editor = Editor::new(source).ok();
    let text = |path: &[&str]| editor.as_ref().and_then(|editor| editor.text(path));
    let date = |key: &str| text(&["handling", key]).and_then(|it| it.parse().ok());
    let handling = Handling {
        assigned_on: date("assigned_on"),
        due_on: date("due_on"),
        extended_to: date("extended_to"),
        replied_on: date("replied_on"),
        ..Handling::default()
    };
    let kind = text(&["kind"]);
    let role = kind.as_ref().map(|kind| rules.role_of_kind(kind));
    let is_sealed = rules.sealed.contains(id.as_str());
    let due_on = role.and_then(|role| handling.due_on(role, &rules.deadlines));
    let state = state(&handling, due_on, (is_sealed, false), rules.today);
    Row {
        id,
        number: text(&["proposal", "number"]),
        matter: None,
        subject: text(&["proposal", "subject"]),
        kind,
        role,
        assigned_on: handling.assigned_on,
        due_on,
        days_left: days_left(state, due_on, rules.today),
        state,
        missing: vec!["文件有没填的项或错误，运行 fuhan check 查看".to_owned()],
    }
}

fn row(letter: &Letter, errors: Option<usize>, rules: &Rules<'_>) -> Row {
    let (proposal, handling, errors) = (&letter.proposal, &letter.handling, errors.unwrap_or(0));
    let role = handling.role;
    let role = role.unwrap_or_else(|| rules.role_of_kind(&letter.kind.text));
    let due_on = handling.due_on(role, &rules.deadlines);
    let is_ready = errors == 0 && letter.issued_on.is_some();
    let is_sealed = rules.sealed.contains(letter.id.as_str());
    let state = state(handling, due_on, (is_sealed, is_ready), rules.today);
    Row {
        id: letter.id.clone(),
        number: Some(proposal.number.text.clone()),
        matter: Some(proposal.matter.word()),
        subject: Some(proposal.subject.text.clone()),
        kind: Some(letter.kind.text.clone()),
        role: Some(role),
        assigned_on: handling.assigned_on,
        due_on,
        days_left: days_left(state, due_on, rules.today),
        state,
        missing: if is_sealed {
            Vec::new()
        } else {
            missing(letter, role, errors)
        },
    }
}

fn days_left(state: State, due_on: Option<Date>, today: Date) -> Option<i32> {
    let due_on = due_on.filter(|_| !state.is_done())?;
    today.until(due_on).ok().map(|span| span.get_days())
}

fn state(
    handling: &Handling,
    due_on: Option<Date>,
    (is_sealed, is_ready): (bool, bool),
    today: Date,
) -> State {
    if is_sealed {
        State::Sealed
    } else if handling.replied_on.is_some() {
        State::Replied
    } else if due_on.is_some_and(|due| due < today) {
        State::Overdue
    } else if is_ready {
        State::Checked
    } else {
        State::Draft
    }
}

fn missing(letter: &Letter, role: HandlingRole, errors: usize) -> Vec<String> {
    let Handling {
        assigned_on,
        replied_on,
        ..
    } = &letter.handling;
    let is_publication = role == HandlingRole::Publication;
    let mut missing = Vec::new();
    if errors > 0 {
        missing.push(format!("改正{errors}处错误"));
    }
    if assigned_on.is_none() && !is_publication {
        missing.push("交办日期".to_owned());
    }
    let awaited = awaited_opinions(letter);
    if !awaited.is_empty() && matches!(role, HandlingRole::Lead | HandlingRole::Joint) {
        missing.push(format!("会办意见（{}）", awaited.join("、")));
    }
    if letter.document_number.is_none() && !is_publication {
        missing.push("发文字号".to_owned());
    }
    if letter.issued_on.is_none() {
        missing.push("成文日期".to_owned());
    }
    if replied_on.is_none() && letter.issued_on.is_some() && !is_publication {
        missing.push("发出日期".to_owned());
    }
    missing
}

/// Co-handling units whose opinions have not come.
fn awaited_opinions(letter: &Letter) -> Vec<&str> {
    let units = letter.proposal.co_handlers.iter();
    let awaited = units.filter(|it| it.opinion.is_none() && it.received_on.is_none());
    awaited.map(|it| it.unit.text.as_str()).collect()
}
