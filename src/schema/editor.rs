//! The lines that make editors use the schemas: a comment in each YAML file, or one setting.

use serde_json::{Value, json};

use super::{FOLDER, file_name, kinds};
use crate::facts::FileKind;

/// What stands before the address of a schema in a file's first line.
const MODELINE: &str = "# yaml-language-server: $schema=";

/// The comment that names the schema of the file at `path`, relative to the workspace; every editor
/// with yaml-language-server reads it.
pub fn modeline(kind: &FileKind, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    format!("{MODELINE}{up}{FOLDER}/{}", file_name(kind))
}

/// The text of the file at `path` with its modeline; nothing if it has one.
pub fn with_modeline(kind: &FileKind, path: &str, text: &str) -> Option<String> {
    if text.lines().any(|line| line.starts_with(MODELINE)) {
        return None;
    }
    let (mark, rest) = match text.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", text),
    };
    let ending = if rest.contains("\r\n") { "\r\n" } else { "\n" };
    Some(format!("{mark}{}{ending}{rest}", modeline(kind, path)))
}

/// What is to be done about VS Code's settings of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorSettings {
    /// There are none; this is the whole file.
    Write(String),
    /// They name the schemas already.
    Complete,
    /// They are the user's; this entry is to be added by hand.
    Add(String),
}

/// Whether `.vscode/settings.json` names the schemas; `present` is its text, if there is one.
pub fn vs_code_settings(present: Option<&str>) -> EditorSettings {
    let entry = entry();
    let Some(present) = present else {
        let settings = json!({ "yaml.schemas": entry });
        return EditorSettings::Write(format!("{settings:#}\n"));
    };
    // Settings may hold comments, which are no JSON: then each name is looked for in the text.
    let names = entry.as_object().into_iter().flatten();
    let is_complete = names.clone().all(|(schema, _)| present.contains(schema));
    match is_complete {
        true => EditorSettings::Complete,
        false => EditorSettings::Add(format!("\"yaml.schemas\": {entry:#}")),
    }
}

/// Each schema with the files that it is for. Templates are Markdown, which no YAML editor opens.
fn entry() -> Value {
    let yaml = kinds().filter(|kind| kind.files.ends_with(".yaml"));
    let entries = yaml.map(|kind| (format!("{FOLDER}/{}", file_name(kind)), json!(kind.files)));
    Value::Object(entries.collect())
}
