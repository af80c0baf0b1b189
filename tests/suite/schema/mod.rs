//! What editors are told of the YAML is what the program takes: same keys, same values, everywhere.

mod samples;
mod validator;

use std::fs;
use std::path::{Path, PathBuf};

use fuhan::diagnostic::{Diagnostic, Severity, Sink};
use fuhan::facts::yaml::Shape;
use fuhan::facts::{Facts, FileKind, Letter, Office};
use fuhan::import::Mapping;
use fuhan::project::built_in_templates;
use fuhan::render::Template;
use fuhan::schema;
use fuhan::source::Source;
use serde_json::{Value, json};

use crate::workspace::Workspace;
use samples::{Site, samples, sites};
use validator::faults;

fn schema_of(kind: &FileKind) -> Value {
    let kinds = schema::letter_kinds(&built_in_templates());
    serde_json::from_str(&schema::schema(kind, &kinds)).expect("a schema is JSON")
}

/// What the program says of a file. JSON is YAML, so that a value is its own text.
fn errors(kind: &FileKind, file: &Value) -> Vec<Diagnostic> {
    let text = format!("{file:#}");
    let diagnostics = match kind.name {
        "facts" => Facts::load(&[Source::new("content/facts/a.yaml", text)]).diagnostics,
        "office" => Office::from_yaml(&Source::new("content/office.yaml", text)).diagnostics,
        "letter" => Letter::from_yaml(&Source::new("content/letters/a.yaml", text)).diagnostics,
        "import" => Mapping::from_yaml(&Source::new("content/imports/a.yaml", text)).diagnostics,
        _ => {
            let mut sink = Sink::new();
            let text = format!("---\n{text}\n---\n正文\n");
            Template::from_source(&Source::new("templates/a.md", text), &mut sink);
            sink.into_diagnostics()
        }
    };
    let is_about_form =
        |it: &Diagnostic| it.severity == Severity::Error && !MEANING.contains(&it.rule);
    diagnostics.into_iter().filter(is_about_form).collect()
}

/// Errors about what a value means beside others, which no schema can tell.
const MEANING: [&str; 10] = [
    "circular-figure",
    "derived-mismatch",
    "growth-unit",
    "missing-unit",
    "mixed-matter",
    "mixed-units",
    "period-differs",
    "proposer-count",
    "unknown-figure",
    "wrong-unit",
];

fn each_site(check: impl Fn(&FileKind, &Value, &Site)) {
    for kind in schema::kinds() {
        let schema = schema_of(kind);
        for site in sites(kind.mapping) {
            check(kind, &schema, &site);
        }
    }
}

#[test]
fn every_right_value_of_every_key_is_taken_by_both() {
    each_site(|kind, schema, site| {
        for value in samples(&site.key.shape()) {
            let file = site.with_value(value);
            let (read, checked) = (errors(kind, &file), faults(schema, &file));
            assert!(read.is_empty(), "{}: {file:#}\n{read:#?}", site.path());
            assert!(
                checked.is_empty(),
                "{}: {file:#}\n{checked:#?}",
                site.path()
            );
        }
    });
}

#[test]
fn a_key_of_no_table_is_refused_by_both_at_every_level() {
    each_site(|kind, schema, site| {
        let mut inner = site.inner();
        inner.insert("no_such_key".to_owned(), json!("文字"));
        let file = site.file_around(inner.into());
        let read = errors(kind, &file);
        assert!(
            read.iter().any(|it| it.rule == "unknown-key"),
            "{}",
            site.path()
        );
        assert!(!faults(schema, &file).is_empty(), "{}", site.path());
    });
}

#[test]
fn a_missing_key_that_is_required_is_refused_by_both() {
    each_site(|kind, schema, site| {
        if !site.key.is_required {
            return;
        }
        let mut inner = site.inner();
        inner.remove(site.key.name);
        // An empty mapping would be a mistake of another kind.
        inner.entry("no_such_key").or_insert(json!("文字"));
        let file = site.file_around(inner.into());
        let read = errors(kind, &file);
        assert!(
            read.iter().any(|it| it.rule == "missing-key"),
            "{}",
            site.path()
        );
        let checked = faults(schema, &file);
        assert!(
            checked
                .iter()
                .any(|it| it.ends_with(": required") || it.ends_with(": anyOf")),
            "{}: {checked:?}",
            site.path()
        );
    });
}

/// Values of every type and of the usual slips.
fn strange_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(""),
        json!(" "),
        json!("文字"),
        json!("a b"),
        json!("cases"),
        json!("1,001"),
        json!("1001件"),
        json!("41.6％"),
        json!("41.6%"),
        json!("2021 年"),
        json!("2022-5-20"),
        json!("2022-05-20"),
        json!("2022-13-01"),
        json!("鄂知函[2022]15号"),
        json!("三个月"),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(99),
        json!([]),
        json!(["文字"]),
        json!([[]]),
        json!({}),
        json!({ "a": "文字" }),
        json!({ "大": {} }),
    ]
}

/// Whether names of others stand under a key: that there are such, the program tells later.
fn names_others(shape: &Shape) -> bool {
    match shape {
        Shape::Form(form) => matches!(form.name, "id" | "kind"),
        Shape::List(item) | Shape::FilledList(item) => names_others(item),
        _ => false,
    }
}

#[test]
fn what_one_refuses_the_other_refuses() {
    each_site(|kind, schema, site| {
        for value in strange_values() {
            let file = site.with_value(value);
            let (read, checked) = (errors(kind, &file), faults(schema, &file));
            let is_id = names_others(&site.key.shape());
            assert!(
                read.is_empty() == checked.is_empty() || read.is_empty() && is_id,
                "{}: {file:#}\n{read:#?}\n{checked:#?}",
                site.path()
            );
        }
    });
}

#[test]
fn keys_that_do_not_go_together_are_refused_by_both() {
    let table = [
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "unit": "件", "list": ["一"], "by_period": { "2021年": { "value": 1 } } } } }),
        ),
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "unit": "件" } } }),
        ),
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "list": ["一"] } } }),
        ),
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "by_period": { "2021年": { "as_of": "2021-12-31" } } } } }),
        ),
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "by_period": { "2021年": { "rank": "全国第二位", "at_least": "超过" } } } } }),
        ),
        (
            "facts",
            json!({ "figures": { "a": { "name": "甲", "unit": "件", "by_period": { "2021年": { "value": 1, "at_least": "超过", "approximate": "约" } } } } }),
        ),
        ("template", json!({ "name": "没有标题" })),
    ];
    for (name, file) in table {
        let kind = schema::kinds()
            .find(|kind| kind.name == name)
            .expect("a kind");
        assert!(!faults(&schema_of(kind), &file).is_empty(), "{file}");
        let text = format!("{file:#}");
        let read = match name {
            "facts" => Facts::load(&[Source::new("content/facts/a.yaml", text)]).diagnostics,
            _ => errors(kind, &file),
        };
        assert!(!read.is_empty(), "{file}");
    }
}

#[test]
fn every_key_has_a_description() {
    each_site(|_, schema, site| {
        assert!(!site.key.about.is_empty(), "{}", site.path());
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    });
}

#[test]
fn editors_offer_the_kinds_of_the_workspace() {
    let workspace = Workspace::small();
    let printed = workspace.run(&["schema", "--print", "letter"]).success();
    let schema: Value = serde_json::from_str(&printed.stdout).expect("JSON");
    let offered = schema["properties"]["kind"]["anyOf"].to_string();
    for kind in ["lead_reply", "主办答复", "note"] {
        assert!(offered.contains(kind), "{kind}: {offered}");
    }
    assert!(!offered.contains("_body"), "{offered}");
}

/// Every file with an ending in a folder and those inside it.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
}

/// The kind of a file in a workspace, by where it stands.
fn kind_of(path: &Path) -> Option<&'static FileKind> {
    let path = path.to_string_lossy().replace('\\', "/");
    let name = match path.as_str() {
        path if path.ends_with("content/office.yaml") => "office",
        path if path.contains("content/facts/") => "facts",
        path if path.contains("content/letters/") => "letter",
        path if path.contains("content/imports/") => "import",
        path if path.contains("templates/") && !path.ends_with("README.md") => "template",
        _ => return None,
    };
    schema::kinds().find(|kind| kind.name == name)
}

/// The YAML of a file; of a template its front matter, of a part of templates nothing.
fn yaml_of(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).expect("UTF-8");
    let yaml = match path.extension().is_some_and(|it| it == "md") {
        true => text.strip_prefix("---\n")?.split("\n---").next()?,
        false => &text,
    };
    Some(serde_saphyr::from_str(yaml).expect("YAML"))
}

fn assert_valid(folders: &[PathBuf]) -> usize {
    let mut paths = Vec::new();
    for folder in folders {
        files(folder, "yaml", &mut paths);
        files(folder, "md", &mut paths);
    }
    let mut count = 0;
    for path in paths {
        let Some((kind, value)) = kind_of(&path).and_then(|kind| Some((kind, yaml_of(&path)?)))
        else {
            continue;
        };
        let found = faults(&schema_of(kind), &value);
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
        count += 1;
    }
    count
}

#[test]
fn every_file_of_the_repository_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["content", "templates", "tests/cases"].map(|folder| root.join(folder));
    let count = assert_valid(&folders);
    assert!(count > 40, "{count}");
}

#[test]
fn a_new_workspace_is_valid() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    assert_eq!(assert_valid(&[workspace.path().to_owned()]), 3);
}

#[test]
fn a_new_letter_is_refused_only_where_it_must_be_filled_in() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    workspace.run(&["new", "a"]).success();
    let path = workspace.path().join("content/letters/a.yaml");
    let kind = kind_of(&path).expect("a letter");
    let mut value = yaml_of(&path).expect("YAML");
    let found = faults(&schema_of(kind), &value);
    let read = workspace.run(&["build", "a"]);
    assert_eq!(
        found.len(),
        read.stderr.matches("后面没有内容").count(),
        "{found:#?}{}",
        read.stderr
    );
    let filled = json!({
        "body": "省政协", "term": 12, "session": 5, "number": "7", "subject": "某提案",
        "proposers": ["张三委员"]
    });
    for (key, filled) in filled.as_object().expect("keys") {
        value["proposal"][key] = filled.clone();
    }
    value["period"] = json!("2021年");
    value["sections"][0]["heading"] = json!("工作");
    assert_eq!(faults(&schema_of(kind), &value), Vec::<String>::new());
}

#[test]
fn the_readme_holds_the_reference_of_all_keys() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let reference = Workspace::empty()
        .run(&["schema", "--markdown"])
        .success()
        .stdout;
    assert!(
        readme.expect("a README").contains(&reference),
        "put what `cargo run -- schema --markdown` prints into README.md, under “YAML 参考”"
    );
    each_site(|_, _, site| {
        let name = format!("{}` |", site.key.name);
        assert!(reference.contains(&name), "{}", site.path());
    });
}

#[test]
fn schemas_and_settings_are_written_and_those_of_the_user_are_not() {
    let workspace = Workspace::small();
    let first = workspace.run(&["schema"]).success();
    for name in ["facts", "office", "letter", "template"] {
        let text = workspace.read(&format!("schemas/{name}.schema.json"));
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(schema["additionalProperties"], false, "{name}");
    }
    let settings = workspace.read(".vscode/settings.json");
    assert!(settings.contains("\"schemas/letter.schema.json\": \"content/letters/*.yaml\""));
    assert!(
        first
            .stdout
            .contains("# yaml-language-server: $schema=../../schemas/letter.schema.json")
    );
    let again = workspace.run(&["schema"]).success();
    assert!(again.stdout.contains("没有改动"), "{again:#?}");
    let own = "{\n  // 我的设置\n  \"editor.fontSize\": 14\n}\n";
    workspace.write(".vscode/settings.json", own);
    let told = workspace.run(&["schema"]).success();
    assert!(told.stdout.contains("\"yaml.schemas\": {"), "{told:#?}");
    assert_eq!(workspace.read(".vscode/settings.json"), own);
}

#[test]
fn first_lines_are_written_once_and_change_nothing_else() {
    let workspace = Workspace::small();
    workspace.run(&["build", "--fonts", "bundled"]).success();
    let before = workspace.read("content/letters/a.yaml");
    workspace.run(&["schema", "--modelines"]).success();
    let line = "# yaml-language-server: $schema=../../schemas/letter.schema.json\n";
    assert_eq!(
        workspace.read("content/letters/a.yaml"),
        format!("{line}{before}")
    );
    assert!(
        workspace
            .read("content/office.yaml")
            .starts_with("# yaml-language-server: $schema=../schemas/office")
    );
    let after = workspace.read("content/facts/a.yaml");
    workspace.run(&["schema", "--modelines"]).success();
    assert_eq!(workspace.read("content/facts/a.yaml"), after);
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn a_sealed_letter_gets_no_first_line() {
    let workspace = Workspace::small().with("content/sealed/a/letter.md", "");
    let before = workspace.read("content/letters/a.yaml");
    workspace.run(&["schema", "--modelines"]).success();
    assert_eq!(workspace.read("content/letters/a.yaml"), before);
}

#[test]
fn every_shell_gets_completions_of_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Workspace::empty().run(&["completions", shell]).success();
        for word in ["build", "schema", "completions", "--fonts", "--modelines"] {
            let word = if shell == "fish" {
                word.trim_start_matches('-')
            } else {
                word
            };
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
    }
    Workspace::empty()
        .run(&["completions", "tcsh"])
        .fails(2, &["不能是“tcsh”"]);
}
