//! The direction of dependencies between modules, and no I/O in stages (design 4 and 12).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may name, beside itself.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("source", &["text"]),
    ("diagnostic", &["source", "text"]),
    ("origin", &["source"]),
    ("facts", &["text", "source", "diagnostic", "origin"]),
    (
        "render",
        &["text", "source", "diagnostic", "origin", "facts"],
    ),
    (
        "schema",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "import",
            "render",
        ],
    ),
    (
        "document",
        &["text", "source", "diagnostic", "origin", "facts", "render"],
    ),
    (
        "publication",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "render",
            "document",
        ],
    ),
    (
        "layout",
        &["text", "source", "diagnostic", "origin", "document"],
    ),
    (
        "export",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "document",
            "layout",
        ],
    ),
    (
        "lint",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "render",
            "document",
            "layout",
        ],
    ),
    (
        "provenance",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "document",
            "layout",
        ],
    ),
    ("measure", &["text", "layout"]),
    ("import", &["text", "source", "diagnostic", "facts"]),
    ("error", &[]),
    (
        "project",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "import",
            "layout",
            "error",
        ],
    ),
    (
        "build",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "render",
            "document",
            "publication",
            "layout",
            "export",
            "lint",
            "provenance",
            "error",
            "project",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "source",
            "diagnostic",
            "origin",
            "facts",
            "import",
            "render",
            "document",
            "publication",
            "layout",
            "export",
            "lint",
            "provenance",
            "measure",
            "schema",
            "error",
            "project",
            "build",
        ],
    ),
];

/// Stages take values and return values.
const STAGES: &[&str] = &[
    "provenance",
    "text",
    "source",
    "diagnostic",
    "origin",
    "facts",
    "import",
    "render",
    "schema",
    "document",
    "publication",
    "layout",
    "export",
    "lint",
    "measure",
];

/// What touches the disk, the clock, the network, the environment or the terminal.
const WORLD: [&str; 10] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "std::io::stdin",
    "File::",
];

fn source_files() -> BTreeMap<PathBuf, String> {
    fn visit(folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                visit(&path, files);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).expect("UTF-8");
                files.insert(path, text);
            }
        }
    }
    let mut files = BTreeMap::new();
    visit(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    files
}

/// The module that a file under `src` belongs to.
fn module(path: &Path) -> String {
    let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let first = relative
        .expect("a file of src")
        .components()
        .next()
        .expect("a name");
    let name = first.as_os_str().to_string_lossy();
    name.trim_end_matches(".rs").to_owned()
}

/// Modules that a text names as `crate::module`, comments left out.
fn named_modules(text: &str) -> Vec<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = code.collect::<Vec<_>>().join("\n");
    let parts = code.split("crate::").skip(1);
    let names = parts.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group
            .split('}')
            .next()
            .unwrap_or_default()
            .split(',')
            .collect(),
        None => vec![rest],
    });
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let names = names.map(|name| {
        let name = name.trim();
        name.chars()
            .take_while(|character| is_name(*character))
            .collect()
    });
    names.filter(|name: &String| !name.is_empty()).collect()
}

#[test]
fn modules_depend_only_backwards() {
    let allowed: BTreeMap<_, _> = MAY_NAME.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, text) in source_files() {
        let module = module(&path);
        if module == "lib" || module == "main" {
            continue;
        }
        let may_name = allowed.get(module.as_str());
        let may_name = may_name.unwrap_or_else(|| panic!("{module} is not in the table"));
        for named in named_modules(&text) {
            if named != module && !may_name.contains(&named.as_str()) {
                wrong.push(format!("{} names crate::{named}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn stages_touch_nothing_of_the_world() {
    let mut wrong = Vec::new();
    for (path, text) in source_files() {
        if !STAGES.contains(&module(&path).as_str()) {
            continue;
        }
        for name in WORLD {
            if text.contains(name) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_a_wrong_direction() {
    assert_eq!(
        named_modules(
            "use crate::{layout::Page, text};\nfn f() { crate::cli::run() }\n// crate::build"
        ),
        ["layout", "text", "cli"]
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = source_files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"));
    let silent: Vec<_> = silent.map(|(path, _)| path.display().to_string()).collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
