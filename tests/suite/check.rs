//! `check` as a clerk and a CI job use it: findings at the place that is edited, formats, fixes.

use crate::workspace::{Run, Workspace};

const OFFICE: &str = "\
name: 甲市乙局
units: [{ name: 市法院, courtesy: 贵院 }]
fonts: { source: bundled }
";

const FACTS: &str = "\
evidence: 年报
figures:
  cases: { name: 案件, unit: 件, by_period: { 2021年: { value: 1001 } } }
  rate: { name: 占比, unit: \"%\", by_period: { 2021年: { value: 99.51 } } }
measures:
  work:
    text: 2021年，全市共查处案件{{ figure.cases }}，占{{ figure.rate }}，积极推进推进改革。
  quoted:
    text: \"全市\\u5efa立建立工作站。\"
  folded:
    text: >-
      {{ period }}，全市建立工作站，
      不断完善完善机制。

      第二段布署工作。
";

const TEMPLATE: &str = "\
---
title: 关于{{ proposal.subject }}的函
opening: 来函收悉,现答复如下：
closing: 特此函复函复。
remarks: [（联系电话：12345）]
---
{{ opening }}

{% for section in sections %}{{ section.markdown }}

{% endfor %}
模板里的的话。

{{ closing }}
";

const LETTER: &str = "\
kind: note
proposal: { body: 市政协, term: 5, session: 2, number: \"7\", subject: 加强加强保护 }
addressees: [市法院]
period: 2021年
sections:
  - heading: 基本情况。
    style: enumerated
    measures: [work, quoted]
  - heading: 打算
    measures: [folded]
copied_to: [市政协提案委员会委员会]
issued_on: 2022-05-20
";

fn workspace() -> Workspace {
    Workspace::empty()
        .with("content/office.yaml", OFFICE)
        .with("content/facts/a.yaml", FACTS)
        .with("content/letters/a.yaml", LETTER)
        .with(
            "content/letters/b.yaml",
            LETTER.replace("加强加强保护", "加强保护"),
        )
        .with("templates/note.md", TEMPLATE)
}

/// Findings as `path:line:column rule`, errors and warnings only.
fn places(run: &Run) -> Vec<String> {
    let lines = run.stdout.lines().filter(|line| line.contains("["));
    let places = lines.map(|line| {
        let (place, rest) = line.split_once(": ").expect("a concise finding");
        let rule = rest.split(['[', ']']).nth(1).expect("a rule");
        format!("{place} {rule}")
    });
    places.collect()
}

#[test]
fn findings_stand_where_the_clerk_edits_and_once_for_all_letters() {
    let run = workspace().run(&["check", "--format", "concise", "--severity", "warning"]);
    assert_eq!(run.code, 1, "{run:#?}");
    let expected = [
        "content/facts/a.yaml:7:64 doubled-word",
        "content/facts/a.yaml:9:14 doubled-word",
        "content/facts/a.yaml:12:28 space-beside-punctuation",
        "content/facts/a.yaml:13:9 doubled-word",
        "content/facts/a.yaml:15:10 word-slip",
        "content/letters/a.yaml:2:67 doubled-word",
        "content/letters/a.yaml:6:18 heading-final-stop",
        "content/letters/a.yaml:11:18 doubled-word",
        "content/letters/b.yaml:6:18 heading-final-stop",
        "content/letters/b.yaml:11:18 doubled-word",
        "templates/note.md:3:14 halfwidth-punctuation",
        "templates/note.md:4:12 doubled-word",
        "templates/note.md:12:4 doubled-particle",
    ];
    assert_eq!(places(&run), expected, "{}", run.stdout);
}

#[test]
fn a_build_stops_at_certain_errors_unless_a_comment_allows_them() {
    let workspace = Workspace::small();
    let (facts, wrong) = ("content/facts/a.yaml", "共查处查处案件");
    workspace.replace(facts, "共查处案件", wrong);
    workspace
        .run(&["build"])
        .fails(1, &["doubled-word", "content/facts/a.yaml:10:12"]);
    assert_eq!(workspace.outputs(), Vec::<String>::new());
    let allowed = "measures:\n  # 允许 doubled-word：引用原件\n";
    workspace.replace(facts, "measures:\n", allowed);
    workspace.run(&["build"]).success();
    workspace.run(&["check"]).success();
    workspace.replace(facts, wrong, "共查处案件");
    let run = workspace.run(&["check"]).success();
    assert!(run.stdout.contains("unused-suppression"), "{}", run.stdout);
}

#[test]
fn fixes_keep_comments_and_show_a_difference() {
    let workspace = workspace();
    workspace.replace(
        "content/facts/a.yaml",
        "  quoted:",
        "  quoted:   # 引号里的话",
    );
    let before = workspace.read("content/facts/a.yaml");
    let run = workspace.run(&["check", "--diff"]);
    assert!(run.stdout.contains("-opening: 来函收悉,"), "{}", run.stdout);
    assert!(
        run.stdout.contains("+opening: 来函收悉，"),
        "{}",
        run.stdout
    );
    assert_eq!(workspace.read("content/facts/a.yaml"), before);
    let run = workspace.run(&["check", "--fix"]);
    assert!(run.stderr.contains("改正了"), "{run:#?}");
    let after = workspace.read("content/facts/a.yaml");
    assert_eq!(after, before.replace("布署", "部署"));
    let template = workspace.read("templates/note.md");
    assert_eq!(template, TEMPLATE.replace("收悉,", "收悉，"));
}

#[test]
fn texts_are_proofread_without_a_workspace() {
    let folder = Workspace::empty()
        .with("a/坏.md", "全市建立建立工作站。\n")
        .with("a/b/好.txt", "全市建立工作站。\n")
        .with("a/码.txt", b"\xd6\xd0\xb9\xfa\xb9\xfa\xb9\xfa".as_slice())
        .with("a/c.rs", "建立建立。\n");
    let run = folder.run(&["check", "--text", "a", "--format", "concise"]);
    assert_eq!(run.code, 1);
    let expected = ["a/坏.md:1:3 doubled-word", "a/码.txt:1:1 not-utf8"];
    assert_eq!(places(&run), expected, "{}", run.stdout);
    let run = folder.run(&["check", "--text", "a/b/好.txt"]).success();
    assert_eq!(run.stdout, "校对了1个文件，没有错误\n");
    folder
        .run(&["check", "--text", "没有.md"])
        .fails(2, &["没有.md"]);
    folder
        .run(&["check", "--text", "a/坏.md", "--fix"])
        .fails(1, &[]);
}

#[test]
fn a_byte_order_mark_is_no_column_and_stays_in_the_file() {
    let folder = Workspace::empty().with("甲.md", "\u{feff}全市建立建立工作站,设施完善。\n");
    let run = folder.run(&["check", "--text", "甲.md", "--format", "concise"]);
    let expected = ["甲.md:1:3 doubled-word", "甲.md:1:10 halfwidth-punctuation"];
    assert_eq!(places(&run), expected, "{}", run.stdout);
    folder.run(&["check", "--text", "甲.md", "--fix"]);
    let after = folder.read("甲.md");
    assert!(
        after.starts_with("\u{feff}全市") && after.contains("工作站，"),
        "{after}"
    );
}

#[test]
fn a_part_of_a_template_may_begin_with_a_byte_order_mark() {
    let workspace = Workspace::small();
    let with_tail = format!(
        "{}{{% include \"_tail.md\" %}}\n",
        workspace.read("templates/note.md")
    );
    workspace.write("templates/note.md", with_tail);
    workspace.write("templates/_tail.md", "\u{feff}特此说明。\n");
    workspace.run(&["build"]).success();
    let letter = workspace.read("output/a.md");
    assert!(
        letter.contains("特此说明。") && !letter.contains('\u{feff}'),
        "{letter}"
    );
}

#[test]
fn nothing_is_placed_in_a_feedback_form_that_the_letter_does_not_print() {
    let workspace = workspace()
        .with(
            "templates/note.md",
            TEMPLATE.replace(
                "来函",
                "对{{ proposal.meeting }}第{{ proposal.number }}号来函",
            ),
        )
        .with(
            "content/letters/a.yaml",
            LETTER.replace(
                "issued_on",
                "title: 关于市政协五届一次会议第7号的函\nissued_on",
            ),
        );
    let run = workspace.run(&["check", "--format", "concise"]);
    assert!(run.stdout.contains("session-mismatch"), "{}", run.stdout);
    assert!(!run.stdout.contains("feedback_form.md"), "{}", run.stdout);
}

#[test]
fn the_exit_code_follows_the_severity_that_is_asked_for() {
    let folder = Workspace::empty().with("a.md", "关于对张三委员提案的答复\n");
    folder.run(&["check", "--text", "a.md"]).success();
    let run = folder.run(&["check", "--text", "a.md", "--severity", "warning"]);
    assert_eq!(run.success().stdout, "校对了1个文件，没有错误\n");
    folder
        .run(&["check", "--text", "a.md", "--severity", "hint"])
        .fails(1, &["guanyu-dui"]);
    folder
        .run(&[
            "check",
            "--text",
            "a.md",
            "--severity",
            "hint",
            "--exclude",
            "guanyu-dui",
        ])
        .success();
    folder
        .run(&["check", "--text", "a.md", "--rule", "doubled-wrod"])
        .fails(2, &["doubled-wrod", "doubled-word"]);
}

#[test]
fn every_format_is_printed_as_the_result() {
    let workspace = workspace();
    for (format, text) in [
        ("json", "\"rule\": \"doubled-word\""),
        ("sarif", "\"ruleId\": \"doubled-word\""),
        ("junit", "<testcase classname=\"content/facts/a.yaml\""),
        ("github", "::error file=content/facts/a.yaml,line=7"),
        ("full", "content/facts/a.yaml:7:64"),
    ] {
        let run = workspace.run(&["check", "--format", format]);
        assert_eq!(run.code, 1);
        assert!(run.stdout.contains(text), "{}", run.stdout);
    }
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = Workspace::empty();
    let run = folder.run(&["check", "--list"]).success();
    assert!(run.stdout.lines().count() > 100);
    let group = run
        .stdout
        .split("标点（")
        .nth(1)
        .expect("rules are in groups");
    let first = group.lines().nth(1).expect("a group has rules");
    assert!(first.starts_with("  comma-among-items"), "{first}");
    let run = folder.run(&["explain", "doubled-word"]).success();
    for heading in [
        "查什么",
        "为什么",
        "反例",
        "正例",
        "依据",
        "允许 doubled-word",
    ] {
        assert!(run.stdout.contains(heading), "{}", run.stdout);
    }
    folder
        .run(&["explain", "doubled-wrod"])
        .fails(2, &["doubled-word"]);
}

#[test]
fn a_bad_file_hides_nothing_that_is_wrong_with_the_others() {
    let run = |path: &str, text: &str| {
        let workspace = workspace().with("content/facts/b.yaml", "figures:\n");
        workspace.write(path, text);
        workspace.run(&["check", "--format", "concise", "--severity", "error"])
    };
    let facts = "content/facts/a.yaml:7:64 doubled-word";
    let template = "templates/note.md:4:12 doubled-word";
    let letter = "content/letters/a.yaml:2:67 doubled-word";
    let broken = [
        ("content/office.yaml", "name: [甲\n"),
        ("content/facts/b.yaml", "figures:\n  cases: {\n"),
        ("content/facts/b.yaml", "figures:\n  b:\n    nmae: 乙\n"),
        ("content/letters/b.yaml", "kind note\n"),
        (
            "content/letters/c.yaml",
            &LETTER.replace("[folded]", "[nothing]"),
        ),
        ("templates/other.md", "---\ntitle: {{\n---\n"),
    ];
    for (path, text) in broken {
        let run = run(path, text);
        assert_eq!(run.code, 1, "{path}: {run:#?}");
        let places = places(&run);
        for expected in [facts, template, letter] {
            let is_found = places.iter().any(|place| place == expected);
            assert!(is_found, "{path}, {expected}:\n{}", run.stdout);
        }
        let is_told = places.iter().any(|place| place.starts_with(path));
        assert!(is_told, "{path}:\n{}", run.stdout);
    }
}

#[test]
fn what_only_follows_from_a_broken_file_is_not_told() {
    let workspace = workspace();
    workspace.replace("content/facts/a.yaml", "value: 1001", "valu: 1001");
    let run = workspace.run(&["check", "--format", "concise", "--severity", "error"]);
    assert!(run.stdout.contains("“valu”"), "{}", run.stdout);
    assert!(!run.stdout.contains("cases"), "{}", run.stdout);
    // The measure cannot be printed, but its words are read.
    assert!(
        run.stdout.contains("a.yaml:7:64: 错误[doubled-word]"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_office_chooses_its_rules_and_its_words() {
    let workspace = workspace();
    let office = format!(
        "{OFFICE}check:\n  exclude: [heading-final-stop]\n  severity: {{ doubled-word: hint, guanyu-dui: error }}\n"
    );
    workspace.write("content/office.yaml", &office);
    workspace.write(
        "content/words.txt",
        "# 本单位的用词\n工作站 工作点 错 工作站点\n",
    );
    let run = workspace.run(&["check", "--format", "concise", "--severity", "warning"]);
    let places = places(&run);
    assert!(!run.stdout.contains("heading-final-stop"), "{}", run.stdout);
    assert!(!run.stdout.contains("doubled-word"), "{}", run.stdout);
    assert!(
        places.contains(&"content/facts/a.yaml:9:23 word-slip".to_owned()),
        "{}",
        run.stdout
    );
    let run = workspace.run(&[
        "check",
        "--format",
        "concise",
        "--rule",
        "heading-final-stop",
    ]);
    run.fails(0, &["content/letters/a.yaml:6:18"]);
    workspace.replace(
        "content/office.yaml",
        "guanyu-dui: error",
        "guanyu-du: error",
    );
    workspace.write("content/words.txt", "工作站\n布署 部署 错\n");
    workspace.run(&["check", "--format", "concise"]).fails(
        1,
        &[
            "content/office.yaml:6:35: 错误[unknown-rule] 没有名为“guanyu-du”的规则",
            "content/words.txt:1:1: 错误[word-list]",
            "content/words.txt:2:1: 错误[word-list] “布署”已经在内置的词表里",
        ],
    );
}

#[test]
fn what_the_page_refuses_is_told_where_it_was_written() {
    let workspace = workspace();
    workspace.replace(
        "content/facts/a.yaml",
        "积极推进推进改革",
        "积极推进\u{e000}改革",
    );
    workspace.replace("templates/note.md", "模板里的的话", "模板**里**的话");
    let run = workspace.run(&["check", "--format", "concise", "--severity", "error"]);
    assert!(
        run.stdout
            .contains("templates/note.md:12:3: 错误[markdown-subset]"),
        "{}",
        run.stdout
    );
    workspace.replace("templates/note.md", "模板**里**的话", "模板里的话");
    let run = workspace.run(&["check", "--format", "concise", "--severity", "error"]);
    assert!(
        run.stdout
            .contains("content/facts/a.yaml:7:66: 错误[missing-glyph]"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("output/"), "{}", run.stdout);
}

#[test]
fn files_that_cannot_be_read_do_not_stop_the_others() {
    let folder = Workspace::empty().with("a.md", "全市建立建立工作站。\n");
    let run = folder.run(&["check", "--text", "无.md", "a.md", "--format", "concise"]);
    run.fails(2, &["a.md:1:3: 错误[doubled-word]", "无.md"]);
    folder
        .run(&["check", "--text", "-", "--fix"])
        .fails(2, &["标准输入没有文件可以写回"]);
}

#[test]
fn a_line_end_that_is_printed_as_a_space_is_called_one() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "共查处案件",
        "全市建立\n      工作站，共查处案件",
    );
    workspace
        .run(&["check"])
        .fails(1, &["space-between-han", "换行印成了空格"]);
}
