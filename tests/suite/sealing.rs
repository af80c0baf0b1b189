//! What was sent stays as it was, and whatever no longer matches is told.

use std::fs;

use crate::workspace::Workspace;

pub(crate) const SEAL: [&str; 8] = [
    "seal",
    "a",
    "--number",
    "甲函〔2022〕1号",
    "--date",
    "2022-05-20",
    "--signer",
    "张三",
];

/// A workspace whose letter prints the number that it is sealed with.
fn numbered() -> Workspace {
    let workspace = Workspace::small();
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "document_number: 甲函〔2022〕1号\nissued_on",
    );
    workspace
}

fn sealed() -> Workspace {
    let workspace = numbered();
    workspace.run(&["build"]).success();
    workspace.run(&SEAL).success();
    workspace
}

#[test]
fn a_sealed_letter_is_not_built_again_and_later_changes_are_told() {
    let workspace = sealed();
    let before = (
        workspace.bytes("output/a.pdf"),
        workspace.bytes("output/a.md"),
    );
    workspace.run(&["build", "--check"]).success();
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    for command in [
        &["build"][..],
        &["build", "--force"],
        &["build", "--check"],
        &["check"],
    ] {
        let run = workspace.run(command).success();
        for text in [
            "警告",
            "甲函〔2022〕1号",
            "案件 2021年：1001件 → 1024件",
            "content/facts/a.yaml:7",
        ] {
            let printed = run.stderr.clone() + &run.stdout;
            assert!(printed.contains(text), "{command:?}: {text} in\n{printed}");
        }
    }
    fs::remove_file(workspace.path().join("output/a.pdf")).expect("it was built");
    let run = workspace.run(&["build"]).success();
    assert_eq!(run.stdout, "1封已封存，没有动\n");
    assert!(
        (
            workspace.bytes("output/a.pdf"),
            workspace.bytes("output/a.md")
        ) == before
    );
    workspace.replace("content/letters/a.yaml", "某单位", "某某单位");
    let run = workspace.run(&["build"]).success();
    assert!(run.stderr.contains("之后改了信件文件"), "{}", run.stderr);
    assert!(workspace.bytes("output/a.md") == before.1);
    let run = workspace
        .run(&["impact", "--set", "cases@2021年=1025"])
        .success();
    assert!(
        run.stdout
            .contains("已经发出（甲函〔2022〕1号，2022-05-20）"),
        "{}",
        run.stdout
    );
}

#[test]
fn every_byte_of_a_sealed_letter_is_watched() {
    let workspace = sealed();
    let folder = "content/sealed/a";
    let names = [
        "a.md",
        "a.pdf",
        "a.archive.pdf",
        "letter.yaml",
        "figures.json",
        "record.json",
    ];
    let files = names.iter().map(|name| format!("{folder}/{name}"));
    let outputs = ["output/a.md", "output/a.pdf"].map(str::to_owned);
    for name in files.chain(outputs) {
        let whole = workspace.bytes(&name);
        for index in [0, whole.len() / 2, whole.len() - 1] {
            let mut altered = whole.clone();
            altered[index] ^= 1;
            workspace.write(&name, &altered);
            let file = name.rsplit('/').next().expect("a name");
            let run = workspace.run(&["build", "--check"]).fails(1, &[file]);
            assert!(
                run.stdout.contains("封存有问题"),
                "{name} {index}: {}",
                run.stdout
            );
            workspace
                .run(&["check"])
                .fails(1, &["sealed-letter-altered", file]);
            let run = workspace.run(&["build"]);
            assert_eq!(run.code, 1, "{name} {index}: {run:#?}");
            assert!(workspace.bytes(&name) == altered, "{name} was written");
        }
        workspace.write(&name, &whole);
    }
    fs::remove_file(workspace.path().join("content/sealed/a/a.pdf")).expect("it was sealed");
    workspace
        .run(&["build", "--check"])
        .fails(1, &["缺少 content/sealed/a/a.pdf"]);
}

#[test]
fn the_archive_pdf_is_sealed_with_the_letter() {
    let workspace = sealed();
    workspace.run(&["build", "--archive"]).success();
    let kept = workspace.bytes("content/sealed/a/a.archive.pdf");
    assert!(kept == workspace.bytes("output/a.archive.pdf"));
    let other = numbered();
    other.run(&["build"]).success();
    let with_facts: Vec<&str> = SEAL.into_iter().chain(["--attach"]).collect();
    other.run(&with_facts).success();
    assert!(kept.len() < other.bytes("content/sealed/a/a.archive.pdf").len());
}

#[test]
fn a_feedback_form_with_files_of_its_own_is_sealed_with_its_letter() {
    let workspace = numbered();
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "feedback: separate\nissued_on",
    );
    workspace.run(&["build"]).success();
    let name = "output/a.征询意见表.md";
    let form = workspace.read(name);
    workspace.write(name, "");
    workspace.run(&SEAL).fails(2, &[name, "不是最新的"]);
    workspace.write(name, &form);
    workspace.run(&SEAL).success();
    for part in ["md", "pdf"] {
        let name = format!("output/a.征询意见表.{part}");
        fs::remove_file(workspace.path().join(name)).expect("it was built");
    }
    workspace.run(&["build"]).success();
    assert_eq!(workspace.read(name), form);
    workspace.write(name, form + "改");
    let run = workspace.run(&["build", "--check"]).fails(1, &[name]);
    assert!(run.stdout.contains("封存有问题"), "{}", run.stdout);
}

#[test]
fn only_what_was_looked_at_is_sealed() {
    let workspace = numbered();
    workspace.run(&SEAL).fails(2, &["output/a.md 不是最新的"]);
    workspace.run(&["build"]).success();
    let other_date = SEAL.map(|text| {
        if text == "2022-05-20" {
            "2022-05-21"
        } else {
            text
        }
    });
    workspace
        .run(&other_date)
        .fails(2, &["“2022-05-20”", "“2022-05-21”", "issued_on"]);
    workspace.replace("content/letters/a.yaml", "1号", "2号");
    workspace.run(&["build"]).success();
    workspace
        .run(&SEAL)
        .fails(2, &["甲函〔2022〕2号", "document_number"]);
    workspace.replace("content/letters/a.yaml", "2号", "1号");
    workspace.run(&SEAL).fails(2, &["不是最新的"]);
    workspace.run(&["build"]).success();
    workspace.run(&SEAL).success();
    workspace.run(&SEAL).fails(2, &["已经封存", "--amend"]);
    workspace.run(&["seal", "a"]).fails(2, &["--number"]);
}

#[test]
fn a_letter_without_a_number_is_not_sealed() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    workspace.run(&SEAL).fails(
        1,
        &[
            "missing-document-number",
            "content/letters/a.yaml",
            "先在信件里写 document_number",
            "没有封存",
        ],
    );
    assert!(!workspace.path().join("content/sealed").exists());
}

#[test]
fn a_correction_names_what_changed_and_builds() {
    let workspace = sealed();
    workspace
        .run(&["seal", "a", "--amend"])
        .fails(2, &["没有变"]);
    workspace.replace(
        "content/facts/a.yaml",
        "1001, growth: 41.6%",
        "1024, growth: 44.8%",
    );
    workspace.run(&["seal", "a", "--amend"]).success();
    let draft = workspace.read("content/letters/a_更正.yaml");
    assert!(
        draft.contains("2022年5月20日印发的甲函〔2022〕1号中"),
        "{draft}"
    );
    workspace.run(&["build", "a_更正"]).success();
    let markdown = workspace.read("output/a_更正.md");
    for text in [
        "# 关于更正甲函〔2022〕1号有关数据的函",
        "案件（2021年）：原为“1001件”，现更正为“1024件”。",
        "案件（2021年）的增长：原为“同比增长41.6%”，现更正为“同比增长44.8%”。",
    ] {
        assert!(markdown.contains(text), "{text} in\n{markdown}");
    }
    workspace
        .run(&["seal", "a", "--amend"])
        .fails(2, &["已经存在"]);
}

#[test]
fn a_correction_names_no_growth_that_was_not_printed() {
    let workspace = numbered();
    workspace.replace("content/facts/a.yaml", "，{{ growth.cases }}", "");
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "annexes:\n  - { title: 数据来源表, table: { columns: [name, value, evidence] } }\nissued_on",
    );
    workspace.run(&["build"]).success();
    workspace.run(&SEAL).success();
    workspace.replace("content/facts/a.yaml", "growth: 41.6%", "growth: 44.8%");
    workspace
        .run(&["seal", "a", "--amend"])
        .fails(2, &["没有变"]);
}
