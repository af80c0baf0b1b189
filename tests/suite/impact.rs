//! What a change reaches, told before anything is built.

use std::process::Command;

use serde_json::Value;

use crate::workspace::Workspace;

pub(crate) fn git(workspace: &Workspace, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.invalid"])
        .args(["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"])
        .args(arguments)
        .current_dir(workspace.path())
        .output()
        .expect("git is installed");
    assert!(output.status.success(), "{output:?}");
}

fn committed(workspace: Workspace) -> Workspace {
    git(&workspace, &["init", "-q"]);
    git(&workspace, &["add", "content", "templates"]);
    git(&workspace, &["commit", "-qm", "a"]);
    workspace
}

pub(crate) fn json(workspace: &Workspace, arguments: &[&str]) -> Value {
    let arguments = [&["impact", "--format", "json"], arguments].concat();
    let run = workspace.run(&arguments);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error} in {run:#?}"))
}

#[test]
fn a_changed_figure_is_told_with_its_letters_and_sentences() {
    let workspace = committed(Workspace::small());
    let run = workspace.run(&["impact"]).success();
    assert!(run.stdout.contains("数据和信件都没有变"), "{}", run.stdout);
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    workspace.replace("content/facts/a.yaml", "年报", "统计年报");
    let run = workspace.run(&["impact"]).success();
    for text in [
        "案件 2021年 数值：1001件 → 1024件（content/facts/a.yaml:7）",
        "案件 2021年 出处：年报 → 统计年报",
        "a：1页，1句变了",
        "旧：共查处案件【1001】件，同比增长41.6%。",
        "新：共查处案件【1024】件，同比增长41.6%。",
    ] {
        assert!(run.stdout.contains(text), "{text:?} in\n{}", run.stdout);
    }
    let run = workspace.run(&["impact", "--format", "markdown"]).success();
    let sentence = "- 共查处案件<del>1001</del><ins>1024</ins>件，同比增长41.6%。";
    assert!(run.stdout.contains(sentence), "{}", run.stdout);
}

#[test]
fn the_sentences_are_those_that_the_outputs_differ_in() {
    let workspace = committed(Workspace::copy("."));
    workspace.run(&["build"]).success();
    let before = |id: &str| workspace.read(&format!("output/{id}.md"));
    let ids = [
        "20220022",
        "example_co_handling_opinion",
        "example_lead_reply",
    ];
    let before: Vec<_> = ids.iter().map(|id| before(id)).collect();
    workspace.replace("content/facts/results.yaml", "15.5万", "15.6万");
    workspace.replace(
        "content/facts/protection.yaml",
        "value: 1001",
        "value: 1003",
    );
    workspace.replace(
        "content/letters/20220022.yaml",
        "    measures: [leadership]\n",
        "    measures: [leadership, mediation]\n",
    );
    workspace.replace("content/office.yaml", "会办", "协办");
    let impact = json(&workspace, &[]);
    workspace.run(&["build"]).success();
    for (id, mut text) in ids.into_iter().zip(before) {
        let letters = impact["letters"].as_array().expect("a list");
        let letter = letters.iter().find(|it| it["letter"] == id);
        let changes = letter.map(|it| it["sentences"].as_array().expect("a list").clone());
        let mut added = Vec::new();
        for change in changes.unwrap_or_default() {
            let side = |name: &str| change[name].as_str().map(str::to_owned);
            match (side("old"), side("new")) {
                (Some(old), new) => {
                    assert!(text.contains(&old), "{id} had no {old}");
                    text = text.replacen(&old, &new.unwrap_or_default(), 1);
                }
                (None, Some(new)) => added.push(new),
                (None, None) => panic!("{id}: {change}"),
            }
        }
        let now = workspace.read(&format!("output/{id}.md"));
        let mut left: Vec<&str> = now.split_inclusive(['。', '；', '\n']).collect();
        for known in text.split_inclusive(['。', '；', '\n']) {
            if let Some(index) = left.iter().position(|it| *it == known) {
                left.remove(index);
            }
        }
        let left: String = left.concat().split_whitespace().collect();
        assert_eq!(left, added.concat(), "{id}");
    }
}

#[test]
fn a_value_can_be_tried_without_git() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "      2021年:",
        "      2020年: { value: 707 }\n      2021年:",
    );
    // 1002 / 707 - 1 = 41.73 %, so the growth as reported is wrong then; it is told all the same.
    let run = workspace.run(&["impact", "--set", "cases@2021年=1002"]);
    let run = run.fails(1, &["41.6%", "41.7%"]);
    assert!(
        run.stdout.contains("新：共查处案件【1002】件"),
        "{}",
        run.stdout
    );
    assert!(workspace.read("content/facts/a.yaml").contains("1001"));
    workspace
        .run(&["impact", "--set", "cases@2019年=1"])
        .fails(2, &["2019年", "2020年、2021年"]);
    workspace
        .run(&["impact", "--set", "cases=1"])
        .fails(2, &["数据编号@期间=新值"]);
    workspace
        .run(&["impact"])
        .fails(2, &["不在 Git 版本库里", "--set"]);
}

#[test]
fn new_gone_and_broken_letters_are_told() {
    let workspace = Workspace::small();
    let letter = workspace.read("content/letters/a.yaml");
    workspace.write("content/letters/b.yaml", &letter);
    workspace.write("content/letters/c.yaml", &letter);
    let workspace = committed(workspace);
    std::fs::remove_file(workspace.path().join("content/letters/b.yaml")).expect("a letter");
    workspace.write("content/letters/d.yaml", &letter);
    workspace.replace("content/letters/c.yaml", "[work]", "[worc]");
    let impact = json(&workspace, &[]);
    let states: Vec<_> = impact["letters"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| format!("{} {}", it["letter"], it["state"]).replace('"', ""))
        .collect();
    assert_eq!(states, ["b gone", "c broken", "d new"]);
    workspace.run(&["impact"]).fails(1, &["“worc”"]);
}

#[test]
fn computed_figures_and_moved_headings_are_told() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "measures:\n",
        "  others: { name: 其他, unit: 件, by_period: { 2021年: { value: 5 } } }\n  all: { name: 合计, unit: 件, sum_of: [cases, others] }\nmeasures:\n  long:\n    text: 短。\n",
    );
    workspace.replace(
        "content/letters/a.yaml",
        "  - measures: [work]\n",
        "  - measures: [work, long]\n  - { heading: 下一部分, measures: [work] }\n",
    );
    let workspace = committed(workspace);
    workspace.replace("content/facts/a.yaml", "1001", "1002");
    let long = "这是一段很长的文字，".repeat(60);
    workspace.replace(
        "content/facts/a.yaml",
        "text: 短。",
        &format!("text: {long}完。"),
    );
    let impact = json(&workspace, &[]);
    assert_eq!(impact["derived"][0]["figure"], "all");
    assert_eq!(impact["derived"][0]["new"], "1007件");
    let letter = &impact["letters"][0];
    assert_eq!(letter["pages_before"], 1);
    assert_eq!(letter["moved"][0]["heading"], "一、下一部分");
    assert_eq!(letter["moved"][0]["to"], 2);
}
