//! README.md says what the program does: its commands can be typed, its examples work.

use std::fs;
use std::path::Path;

use crate::workspace::Workspace;

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    fs::read_to_string(path).expect("the README")
}

/// The texts of fenced blocks of a language.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let parts = readme.split("\n```").skip(1).step_by(2);
    let blocks = parts.filter_map(|block| block.split_once('\n'));
    let of_language = blocks.filter(|(info, _)| *info == language);
    of_language.map(|(_, text)| format!("{text}\n")).collect()
}

/// The block of a language that holds a text.
fn block(language: &str, part: &str) -> String {
    let mut blocks = blocks(&readme(), language).into_iter();
    let found = blocks.find(|block| block.contains(part));
    found.unwrap_or_else(|| panic!("a block with {part:?}"))
}

/// Every command that a reader may copy: in shell blocks, workflows, and between backticks.
fn commands(readme: &str) -> Vec<String> {
    let shell = blocks(readme, "sh").join("");
    let shell = shell.lines().flat_map(|line| line.split("&&"));
    let workflows = blocks(readme, "yaml").join("");
    let steps = workflows.lines().filter_map(|line| {
        let line = line.trim_start_matches([' ', '-']);
        line.strip_prefix("run: ").or(line.strip_prefix("entry: "))
    });
    let inline = readme.split('`').skip(1).step_by(2);
    // A form of a command, with parts that may be left out, is not one to be typed.
    let inline = inline.filter(|text| !text.contains(['[', '…', '|', '\n']));
    let all = shell.chain(steps).chain(inline);
    let all = all.map(|line| line.split(" #").next().unwrap_or(line).trim());
    let commands = all.filter(|line| line.starts_with("fuhan "));
    commands.map(str::to_owned).collect()
}

#[test]
fn every_command_can_be_typed() {
    let folder = Workspace::empty();
    let commands = commands(&readme());
    assert!(commands.len() > 20, "{commands:#?}");
    for command in commands {
        let line = command.split(" > ").next().unwrap_or(&command);
        let mut words: Vec<&str> = line.split_whitespace().skip(1).collect();
        // What stands for a command, such as “fuhan 命令”, is none.
        if words.first().is_some_and(|word| !word.is_ascii()) {
            continue;
        }
        // A hook is given the files that changed.
        words.extend((words.last() == Some(&"--text")).then_some("a.md"));
        // Whatever is wrong with the words before it is said instead of the help.
        words.push("--help");
        let run = folder.run(&words);
        assert_eq!(run.code, 0, "{command}\n{}", run.stderr);
    }
}

#[test]
fn the_steps_of_the_workflow_run_in_a_workspace() {
    let workflow = block("yaml", "actions/checkout");
    let workspace = Workspace::copy(".");
    let steps = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- run: fuhan "));
    let steps: Vec<&str> = steps.collect();
    assert_eq!(steps.len(), 3, "{workflow}");
    for step in steps {
        let words = step.split(" > ").next().unwrap_or(step);
        let words: Vec<&str> = words.split_whitespace().collect();
        workspace.run(&words).success();
    }
}

#[test]
fn the_example_of_a_word_list_is_one() {
    let words = block("text", "# 错词 对词 级别 例外");
    let workspace = Workspace::small().with("content/words.txt", words);
    workspace.replace("content/facts/a.yaml", "共查处", "快维中心和省厅局共查处");
    workspace.run(&["check", "--format", "concise"]).fails(
        1,
        &[
            "content/facts/a.yaml:10:11: 警告[word-slip] “快维中心”应当是“快速维权中心”",
            "content/facts/a.yaml:10:16: 错误[word-slip] “省厅局”应当是“省直部门”",
        ],
    );
}
