//! What several letters share, what stands in cells, and what the operating system refuses: told once,
//! at its place, in words that a clerk understands.

use crate::workspace::{Run, Workspace};

const OFFICE: &str = "name: 甲市乙局\nfonts: { source: bundled }\n";

const FACTS: &str = "\
evidence: 年报
figures:
  cases: { name: 案件案件, unit: 件, by_period: { 2021年: { value: 1001 } } }
measures:
  work: { text: \"全市查处案件{{ figure.cases }}。\" }
";

const TEMPLATE: &str = "\
---
title: 关于{{ proposal.subject }}的函
---
{% for section in sections %}{{ section.markdown }}

{% endfor %}
特此函告。
";

const LETTER: &str = "\
kind: note
proposal: { body: 市政协, term: 5, session: 2, number: \"7\", subject: 某事 }
addressees: [某单位]
period: 2021年
sections: [{ measures: [work] }]
issued_on: 2022-05-20
";

fn workspace() -> Workspace {
    let workspace = Workspace::empty()
        .with("content/office.yaml", OFFICE)
        .with("content/facts/a.yaml", FACTS.replace("案件案件", "案件"))
        .with("templates/note.md", TEMPLATE);
    for number in 1..=7 {
        workspace.write(&format!("content/letters/l{number}.yaml"), LETTER);
    }
    workspace
}

/// Lines of errors and warnings.
fn told(run: &Run) -> Vec<&str> {
    let lines = run.stdout.lines();
    lines.filter(|line| !line.contains("提示[")).collect()
}

const STOPPED: &str = "（信件 l1、l2、l3、l4、l5 等7封因此没有生成）";

#[test]
fn a_broken_template_is_told_once_with_the_letters_that_it_stops() {
    for (tag, place, fault) in [
        (
            "{{ period | nonsense }}",
            "8:13",
            "[unknown-filter] 没有“nonsense”这个过滤器",
        ),
        ("{% if period %}", "8:16", "[template-syntax] 模板语法有误"),
        (
            "{{ nonsense }}",
            "8:4",
            "[undefined-variable] 模板里没有“nonsense”这个名称",
        ),
        (
            "{{ contact.handler_phone }}",
            "8:4",
            "[undefined-variable] 信件没有给出“contact.handler_phone”，模板却要打印它",
        ),
    ] {
        let workspace = workspace().with("templates/note.md", format!("{TEMPLATE}{tag}\n"));
        let run = workspace.run(&["check", "--format", "concise"]);
        let expected = format!("templates/note.md:{place}: 错误{fault}{STOPPED}");
        assert_eq!(told(&run), [expected], "{run:#?}");
        let run = workspace.run(&["build"]);
        assert_eq!(run.stderr.matches("错误[").count(), 1, "{}", run.stderr);
        assert!(run.stderr.contains(STOPPED), "{}", run.stderr);
    }
}

#[test]
fn a_broken_part_is_told_where_it_stands_and_not_at_what_includes_it() {
    let workspace = workspace()
        .with("templates/_tail.md", "---\n---\n{{ period | nonsense }}\n")
        .with(
            "templates/note.md",
            format!("{TEMPLATE}{{% include \"_tail.md\" %}}\n"),
        );
    let run = workspace.run(&["check", "--format", "concise"]);
    let expected =
        format!("templates/_tail.md:3:13: 错误[unknown-filter] 没有“nonsense”这个过滤器{STOPPED}");
    assert_eq!(told(&run), [expected], "{run:#?}");
}

#[test]
fn a_unit_that_the_template_repeats_is_found_behind_the_figure() {
    let facts = "content/facts/a.yaml";
    let workspace = workspace();
    workspace.replace(facts, "{{ figure.cases }}", "{{ figure.cases }}件");
    let run = workspace.run(&["check", "--format", "concise"]);
    let expected = "content/facts/a.yaml:5:42: 错误[doubled-unit] “1001件”后面又有“件”";
    assert_eq!(told(&run), [expected], "{run:#?}");
}

#[test]
fn findings_in_cells_of_annexes_stand_where_the_cell_was_written() {
    let annexes = "\
annexes:
  - { title: 数据表, table: { figures: [cases] } }
  - title: 说明
    text: |
      | 项目 | 情况 |
      |---|---|
      | 执法 | 查处查处案件 |
";
    let workspace = workspace().with("content/facts/a.yaml", FACTS);
    workspace.write("content/letters/l1.yaml", format!("{LETTER}{annexes}"));
    let run = workspace.run(&["check", "l1", "--format", "concise"]);
    let expected = [
        "content/facts/a.yaml:3:18: 错误[doubled-word] “案件”重复",
        "content/letters/l1.yaml:13:14: 错误[doubled-word] “查处”重复",
    ];
    assert_eq!(told(&run), expected, "{run:#?}");
}

#[test]
fn a_letter_is_not_printed_before_it_is_issued() {
    let workspace = workspace();
    let letter = "content/letters/l1.yaml";
    workspace.write(letter, format!("{LETTER}printed_on: 2022-05-19\n"));
    let run = workspace.run(&["check", "l1", "--format", "concise"]);
    let expected = "content/letters/l1.yaml:7:1: 错误[printed-before-issue] \
        印发日期2022年5月19日早于成文日期2022年5月20日";
    assert_eq!(told(&run), [expected], "{run:#?}");
    workspace.write(letter, format!("{LETTER}printed_on: 2022-05-20\n"));
    workspace.run(&["check", "l1"]).success();
}

#[test]
fn what_the_operating_system_refuses_is_told_in_chinese() {
    let folder = Workspace::empty().with("a.md/b.txt", "好。\n");
    folder
        .run(&["check", "--text", "没有.md"])
        .fails(2, &["读不了“没有.md”：没有这个文件或文件夹（No such file"]);
    folder.run(&["check", "--text", "a.md/b.txt/c.md"]).fails(
        2,
        &["读不了“a.md/b.txt/c.md”：路径里有一段是文件，不是文件夹（"],
    );
}

#[test]
fn a_check_of_one_letter_is_silent_about_the_others() {
    let workspace = workspace();
    workspace.write(
        "content/letters/l2.yaml",
        LETTER.replace("issued_on", "isued_on"),
    );
    workspace.write(
        "content/letters/l3.yaml",
        format!("{LETTER}printed_on: 2022-05-19\n"),
    );
    workspace.run(&["check", "l1"]).success();
    let run = workspace.run(&["check", "l3", "--format", "concise"]);
    assert!(
        told(&run).iter().all(|line| line.contains("/l3.yaml")),
        "{run:#?}"
    );
    workspace
        .run(&["check"])
        .fails(1, &["isued_on", "printed-before-issue"]);
    workspace.replace("content/facts/a.yaml", "value: 1001", "value: 千");
    workspace
        .run(&["check", "l1"])
        .fails(1, &["content/facts/a.yaml:3"]);
}

#[test]
fn a_long_string_is_told_where_it_was_written() {
    let workspace = workspace();
    let letter = "content/letters/l1.yaml";
    let text = format!(
        "网址为https://www.example.org/{}（1.2）。",
        "abcde".repeat(30)
    );
    let sections = format!("sections:\n  - heading: 网址\n    text: {text}\n");
    let replaced = LETTER.replace("sections: [{ measures: [work] }]\n", &sections);
    workspace.write(letter, replaced);
    let run = workspace.run(&["check", "l1", "--format", "concise"]);
    let expected = "content/letters/l1.yaml:7:11: 警告[overlong-text]";
    assert!(
        told(&run).iter().any(|line| line.starts_with(expected)),
        "{run:#?}"
    );
}
