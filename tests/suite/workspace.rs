//! A workspace in a temporary folder, and the program run in it as a user would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A workspace that is removed when the test ends.
pub(crate) struct Workspace {
    folder: TempDir,
}

/// What a run of the program printed and returned.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Workspace {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self {
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    /// A copy of a folder under `tests/cases`, or of the repository's own workspace for `.`, as a
    /// fresh clone has it: without PDFs.
    pub(crate) fn copy(case: &str) -> Self {
        let workspace = Self::empty();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let from = if case == "." {
            root.to_owned()
        } else {
            root.join("tests/cases").join(case)
        };
        for part in ["content", "templates", "output", "fonts-of-the-office"] {
            copy_folder(&from.join(part), &workspace.path().join(part));
        }
        workspace
    }

    /// A small workspace with one letter `a` that prints one figure.
    pub(crate) fn small() -> Self {
        Self::empty()
            .with(
                "content/office.yaml",
                "name: 甲市乙局\nfonts: { source: bundled }\n",
            )
            .with("content/facts/a.yaml", FACTS)
            .with("content/letters/a.yaml", LETTER)
            .with("templates/note.md", TEMPLATE)
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub(crate) fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(name, text);
        self
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    /// Replaces a text that must be there, once.
    pub(crate) fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} holds {from:?}");
        self.write(name, text.replacen(from, to, 1));
    }

    pub(crate) fn read(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("UTF-8")
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        let path = self.path().join(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The program with its arguments, not started yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fuhan"));
        command.args(arguments).current_dir(self.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let output = self
            .command(arguments)
            .output()
            .expect("the program starts");
        Run::from(output)
    }

    /// Names of the files in the output folder, in order, without hidden ones.
    pub(crate) fn outputs(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path().join("output")) else {
            return Vec::new();
        };
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Run {
    /// Asserts a clean end.
    pub(crate) fn success(self) -> Self {
        assert_eq!(self.code, 0, "{self:#?}");
        self
    }

    /// Asserts an exit code and that every text was printed.
    pub(crate) fn fails(self, code: i32, texts: &[&str]) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        for text in texts {
            assert!(
                self.stderr.contains(text) || self.stdout.contains(text),
                "{text:?} is missing in:\n{}{}",
                self.stderr,
                self.stdout
            );
        }
        self
    }
}

fn copy_folder(from: &Path, to: &PathBuf) {
    let Ok(entries) = fs::read_dir(from) else {
        return;
    };
    fs::create_dir_all(to).expect("folders can be made");
    for entry in entries {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else if target.extension().is_none_or(|ending| ending != "pdf") {
            fs::copy(&path, &target).expect("files can be copied");
        }
    }
}

const FACTS: &str = "\
evidence: 年报
figures:
  cases:
    name: 案件
    unit: 件
    by_period:
      2021年: { value: 1001, growth: 41.6% }
measures:
  work:
    text: 共查处案件{{ figure.cases }}，{{ growth.cases }}。
";

const LETTER: &str = "\
kind: note
proposal: { body: 市政协, term: 5, session: 2, number: \"7\", subject: 某提案 }
addressees: [某单位]
period: 2021年
sections:
  - measures: [work]
issued_on: 2022-05-20
";

const TEMPLATE: &str = "\
---
title: 关于某提案的函
---
{% for section in sections %}{{ section.markdown }}

{% endfor %}
";
