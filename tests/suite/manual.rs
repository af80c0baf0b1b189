//! `templates/README.md`, the manual of templates: every example in it is run.
//!
//! A block with a file's name is that file; `tera` is the body of a template, and the `text` after it
//! is what it gives; `tera 错误` is refused with the lines of the `text` after it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fuhan::facts::{Facts, Letter, Office};
use fuhan::project::built_in_templates;
use fuhan::render::Renderer;
use fuhan::source::Source;
use regex::Regex;

use crate::workspace::Workspace;

/// A fenced block: what stands after the fence, and the lines inside.
struct Block {
    info: String,
    text: String,
}

fn manual() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/README.md");
    fs::read_to_string(path).expect("the manual")
}

fn blocks() -> Vec<Block> {
    let manual = manual();
    let mut blocks = Vec::new();
    let mut lines = manual.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            let text: String = inside.map(|line| format!("{line}\n")).collect();
            let info = info.to_owned();
            blocks.push(Block { info, text });
        }
    }
    blocks
}

/// The blocks that are files of the example workspace, by their names.
fn files(blocks: &[Block]) -> impl Iterator<Item = (&str, &str)> {
    let named = blocks.iter().filter_map(|block| {
        let (_, name) = block.info.split_once(' ')?;
        Some((name, block.text.as_str()))
    });
    named.filter(|(name, _)| name.starts_with("content/") || name.starts_with("templates/"))
}

fn file<'a>(blocks: &'a [Block], name: &str) -> &'a str {
    let found = files(blocks).find(|(found, _)| *found == name);
    found.unwrap_or_else(|| panic!("{name}")).1
}

const LETTER: &str = "content/letters/046.yaml";

/// A template with a body of its own and the settings of a lead reply.
fn snippet(body: &str) -> String {
    format!("---\nbased_on: lead_reply\ntitle: 例\n---\n{body}")
}

/// What `body` gives as a template for the letter of the examples, as it is read: without the
/// addresses of figures.
fn rendered(blocks: &[Block], body: &str) -> String {
    let source = |name: &str| Source::new(name, file(blocks, name));
    let facts = Facts::load(&[source("content/facts/forest.yaml")]);
    let office = Office::from_yaml(&source("content/office.yaml"));
    let letter = file(blocks, LETTER).replace("kind: lead_reply", "kind: snippet");
    let letter = Letter::from_yaml(&Source::new(LETTER, letter));
    let mut templates = built_in_templates();
    let own = files(blocks).filter(|(name, _)| name.starts_with("templates/"));
    templates.extend(own.map(|(name, text)| Source::new(name, text)));
    templates.push(Source::new("templates/snippet.md", snippet(body)));
    let facts = Arc::new(facts.value.expect("facts"));
    let office = Arc::new(office.value.expect("an office"));
    let renderer = Renderer::new(facts, office, &templates);
    let renderer = renderer.value.expect("a renderer");
    let given = renderer.render(&letter.value.expect("a letter"));
    let Some(rendered) = given.value else {
        return format!("{:#?}", given.diagnostics);
    };
    let link = Regex::new(r"\[([^\]]*)\]\([a-z]+:[^)]*\)").expect("a pattern");
    let text = link.replace_all(rendered.body.text(), "$1");
    text.replace('\\', "").trim().to_owned()
}

#[test]
fn every_example_of_the_manual_gives_what_it_says() {
    let blocks = blocks();
    let mut wrong = Vec::new();
    let mut count = 0;
    for pair in blocks.windows(2).filter(|pair| pair[0].info == "tera") {
        assert_eq!(pair[1].info, "text", "after:\n{}", pair[0].text);
        count += 1;
        let given = rendered(&blocks, &pair[0].text);
        if given != pair[1].text.trim() {
            wrong.push(format!("=====\n{}-----\n{given}\n", pair[0].text));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.concat()
    );
    assert!(count > 20, "{count}");
}

#[test]
fn every_mistake_of_the_manual_is_told_as_it_says() {
    let blocks = blocks();
    let mut count = 0;
    for pair in blocks.windows(2).filter(|pair| pair[0].info == "tera 错误") {
        let workspace = example(&blocks);
        let text = file(&blocks, LETTER).replace("kind: lead_reply", "kind: snippet");
        workspace.write(LETTER, text);
        workspace.write("templates/snippet.md", snippet(&pair[0].text));
        let lines: Vec<_> = pair[1].text.lines().collect();
        workspace.run(&["build", "046"]).fails(1, &lines);
        count += 1;
    }
    assert!(count > 5, "{count}");
}

fn example(blocks: &[Block]) -> Workspace {
    let workspace = Workspace::empty();
    for (name, text) in files(blocks) {
        workspace.write(name, text);
    }
    workspace
}

#[test]
fn the_letters_of_the_manual_come_out_as_it_says() {
    let blocks = blocks();
    let workspace = example(&blocks);
    workspace.run(&["build"]).success();
    let outputs = blocks.iter().filter_map(|block| {
        let name = block.info.strip_prefix("text ")?;
        Some((name, block.text.as_str()))
    });
    let mut count = 0;
    for (name, text) in outputs {
        assert_eq!(workspace.read(name), text, "{name}");
        count += 1;
    }
    assert!(count >= 2, "{count}");
}

#[test]
fn the_manual_holds_the_settings_of_front_matter() {
    let reference = Workspace::empty()
        .run(&["schema", "--markdown"])
        .success()
        .stdout;
    let (_, settings) = reference
        .split_once("`templates/*.md`\n\n")
        .expect("the settings");
    assert!(
        manual().contains(settings),
        "put this into templates/README.md:\n{settings}"
    );
}

#[test]
fn a_new_workspace_has_the_manual_and_takes_it_for_no_kind() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    assert_eq!(workspace.read("templates/README.md"), manual());
    workspace.run(&["build"]).success();
    let run = workspace.run(&["new", "a", "--kind", "README"]);
    run.fails(2, &["没有“README”这种模板"]);
    workspace.write("templates/readme.md", "给同事看的说明\n");
    workspace.run(&["build"]).success();
}

#[test]
fn the_first_pdf_takes_three_commands() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    workspace.run(&["new", "20230117"]).success();
    let name = "content/letters/20230117.yaml";
    for (key, value) in [
        ("  body:", "省政协"),
        ("  term:", "12"),
        ("  session:", "5"),
        ("  number:", "\"20230117\""),
        ("  subject:", "关于加强示例工作的提案"),
        ("  proposers:", "[张三委员]"),
        ("period:", "2022年"),
        ("  - heading:", "示例工作"),
    ] {
        workspace.replace(name, key, &format!("{key} {value}"));
    }
    workspace.replace(name, "measures: []", "measures: [expansion]");
    workspace.replace(name, "# outcome: A", "outcome: A");
    workspace.run(&["build"]).success();
    assert!(workspace.path().join("output/20230117.pdf").exists());
}
