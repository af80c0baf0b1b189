//! A workspace of many letters over many figures, of which every letter prints twenty.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Figures of the workspace.
pub(crate) const FIGURES: usize = 2_000;

/// Files that the figures stand in.
const FILES: usize = 20;

/// Figures that a measure prints.
const OF_MEASURE: usize = 5;

/// Measures that a letter prints; letter `i` prints the same as letter `i + 100`.
const OF_LETTER: usize = 4;

/// Prose between the figures, so that a letter fills about three pages as real ones do.
const PROSE: &str = "围绕重点领域、重点环节、重点品牌开展专项行动，持续保持高压态势，积极协调有关地方妥善处理各类线索，推进保护窗口前置、关口前移、资源下沉，有效扩大覆盖面。";

/// A workspace on disk.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
}

impl Workspace {
    /// Writes a workspace of `letters` letters, committed to a Git repository of its own.
    pub(crate) fn write(root: PathBuf, letters: usize) -> Self {
        let _ = fs::remove_dir_all(&root);
        let workspace = Self { root };
        workspace.put(
            "content/office.yaml",
            "name: 湖北省知识产权局\nshort_name: 省知识产权局\nself_name: 我局\nfonts: { source: bundled }\n",
        );
        for file in 0..FILES {
            let name = format!("content/facts/part_{file:02}.yaml");
            workspace.put(&name, &facts(file));
        }
        for number in 0..letters {
            let name = format!("content/letters/{}.yaml", Self::name(number));
            workspace.put(&name, &letter(number));
        }
        workspace.git(&["init", "-q"]);
        workspace.git(&["add", "content"]);
        workspace.git(&["commit", "-qm", "the figures as they were"]);
        workspace
    }

    /// A letter's name.
    pub(crate) fn name(number: usize) -> String {
        format!("l{number:05}")
    }

    /// The first figure's value set, as a clerk would save it; ten of 1,000 letters print it.
    pub(crate) fn set_first_figure(&self, value: usize) {
        let text = facts(0);
        let old = first_value(1_000);
        assert!(text.contains(&old), "the first figure is written so");
        let text = text.replacen(&old, &first_value(value), 1);
        self.put("content/facts/part_00.yaml", &text);
    }

    /// The Markdown of the first letter, which prints the first figure.
    pub(crate) fn first_output(&self) -> String {
        let path = self.root.join("output").join(Self::name(0) + ".md");
        fs::read_to_string(path).unwrap_or_default()
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.root.join(name);
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    fn git(&self, arguments: &[&str]) {
        let identity = [
            "-c",
            "user.name=bench",
            "-c",
            "user.email=bench@example.invalid",
        ];
        let mut git = Command::new("git");
        git.args(identity).args(arguments).current_dir(&self.root);
        let output = git.output().expect("git is installed");
        assert!(output.status.success(), "{output:?}");
    }
}

fn first_value(value: usize) -> String {
    format!("2021年: {{ value: {value} }}")
}

/// One file of facts: figures of two years, and the measures that print them.
fn facts(file: usize) -> String {
    let numbers = FIGURES / FILES * file..FIGURES / FILES * (file + 1);
    let mut text = "evidence: 2021年度统计\ncoverage: 全省\nfigures:\n".to_owned();
    for number in numbers.clone() {
        let (before, now) = (900 + number, first_value(1_000 + number));
        let _ = writeln!(
            text,
            "  f{number:04}: {{ name: 第{number}项工作, unit: 件, by_period: {{ 2020年: {{ value: {before} }}, {now} }} }}"
        );
    }
    text += "measures:\n";
    for first in numbers.step_by(OF_MEASURE) {
        let _ = write!(text, "  m{:03}:\n    text: ", first / OF_MEASURE);
        for number in first..first + OF_MEASURE {
            let _ = write!(
                text,
                "{PROSE}第{number}项工作办理{{{{ figure.f{number:04} }}}}，{{{{ growth.f{number:04} }}}}。"
            );
        }
        text.push('\n');
    }
    text
}

fn letter(number: usize) -> String {
    let measures = FIGURES / OF_MEASURE;
    let first = number * OF_LETTER % measures;
    let mut text = format!(
        "kind: co_handling_opinion\nproposal: {{ body: 省政协, term: 12, session: 5, number: \"{number:05}\", subject: 加强知识产权保护, lead_unit: 省法院 }}\naddressees: [省法院]\nperiod: 2021年\nsections:\n"
    );
    for measure in first..first + OF_LETTER {
        let _ = writeln!(
            text,
            "  - {{ heading: 第{measure}项举措有力推进, measures: [m{measure:03}] }}"
        );
    }
    text += "issued_on: 2022-05-20\n";
    text
}
