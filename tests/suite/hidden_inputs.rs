//! Inputs that no text names: whoever changes one gets what a fresh build would give.

use crate::sealing::SEAL;
use crate::workspace::Workspace;

/// Builds, makes a change, and builds again; the second run's standard output.
fn after_a_change(workspace: &Workspace, file: &str, from: &str, to: &str) -> String {
    workspace.run(&["build"]).success();
    workspace.replace(file, from, to);
    let run = workspace.run(&["build", "--explain"]).success();
    workspace.run(&["build", "--check"]).success();
    run.stdout
}

#[test]
fn the_word_that_counts_proposers_is_read_where_they_are_counted() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/letters/a.yaml",
        "subject: 某提案 }",
        "subject: 某提案, proposers: [王某], proposer_count: 6 }",
    );
    workspace.replace(
        "templates/note.md",
        "{%",
        "{{ proposal.proposers }}：\n\n{%",
    );
    let office = "content/office.yaml";
    let told = after_a_change(
        &workspace,
        office,
        "fonts:",
        "terms: { proposer_counter: 位 }\nfonts:",
    );
    assert!(told.contains("因为 本地用词 proposer_counter"), "{told}");
    assert!(workspace.read("output/a.md").contains("王某等6位委员"));
}

#[test]
fn a_table_reads_the_unit_that_its_value_does_not_name() {
    let workspace = Workspace::small();
    let facts = "content/facts/a.yaml";
    workspace.replace(
        facts,
        "measures:\n",
        "  place: { name: 位次, unit: 位, evidence: 一处, by_period: { 2021年: { rank: 全国第二位 } } }\nmeasures:\n",
    );
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "annexes:\n  - { title: 数据来源表, table: {} }\nissued_on",
    );
    workspace.replace(facts, "text: ", "text: 位列{{ rank.place }}，");
    let told = after_a_change(&workspace, facts, "unit: 位", "unit: 名");
    assert!(told.contains("因为 位次 单位：位 → 名"), "{told}");
}

#[test]
fn what_keeps_a_letter_from_being_built_is_found_after_any_change() {
    let workspace = Workspace::small();
    let facts = "content/facts/a.yaml";
    workspace.replace(facts, "text: ", "text: 造林后");
    workspace.run(&["build"]).success();
    workspace.write("content/words.txt", "造林 植树 错\n");
    workspace
        .run(&["build"])
        .fails(1, &["word-slip", "造林", "没有生成"]);
    workspace.write("content/words.txt", "别的 其他的 错\n");
    let run = workspace.run(&["build", "--explain"]).success();
    let told = "因为 校对的依据变了";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    workspace.replace(facts, "value: 1001", "as_of: 2023-01-01, value: 1001");
    workspace.run(&["build"]).fails(1, &["premature-figure"]);
}

#[test]
fn a_comment_that_allows_a_word_is_missed_when_it_is_gone() {
    let workspace = Workspace::small();
    let facts = "content/facts/a.yaml";
    let allowed = "# 允许 word-slip：地方叫法\nmeasures:\n";
    workspace.replace(facts, "measures:\n", allowed);
    workspace.replace(facts, "text: ", "text: 布署");
    workspace.run(&["build"]).success();
    workspace.replace(facts, allowed, "measures:\n");
    workspace.run(&["build"]).fails(1, &["word-slip", "布署"]);
}

#[test]
fn an_old_form_is_told_by_the_check_and_by_the_impact() {
    let workspace = Workspace::small();
    let office = workspace.read("content/office.yaml");
    let form = "feedback: { form: separate, within: 15日, return_to: 市政协提案委 }\n";
    workspace.write("content/office.yaml", office + form);
    workspace.run(&["build"]).success();
    for arguments in [
        &["init", "-q"][..],
        &["add", "."],
        &[
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@b.invalid",
            "commit",
            "-qm",
            "x",
        ],
    ] {
        let mut git = std::process::Command::new("git");
        let status = git.args(arguments).current_dir(workspace.path()).status();
        assert!(status.expect("git is installed").success());
    }
    workspace.replace("content/office.yaml", "15日", "20日");
    let run = workspace.run(&["impact", "HEAD"]).success();
    assert!(run.stdout.contains("20"), "{}", run.stdout);
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "feedback: none\nissued_on",
    );
    workspace.run(&["build", "--check"]).fails(1, &[]);
    let run = workspace.run(&["build", "--check"]);
    assert!(
        run.stdout.contains("信件不再另附：a.征询意见表.md"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_seal_without_its_record_is_no_open_letter() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "document_number: 甲函〔2022〕1号\nissued_on",
    );
    workspace.run(&["build"]).success();
    workspace.run(&SEAL).success();
    let sealed = workspace.bytes("output/a.pdf");
    let record = workspace.path().join("content/sealed/a/record.json");
    let text = std::fs::read(&record).expect("it was sealed");
    std::fs::remove_file(&record).expect("it was sealed");
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    for arguments in [&["build"][..], &["build", "--check"]] {
        let run = workspace.run(arguments);
        assert_eq!(run.code, 1, "{run:?}");
        let told = run.stdout + &run.stderr;
        assert!(told.contains("却没有 record.json"), "{told}");
    }
    assert!(workspace.bytes("output/a.pdf") == sealed);
    // A letter whose own file is gone is looked at as well, and its outputs are put back.
    std::fs::write(&record, text).expect("the folder is there");
    std::fs::remove_file(workspace.path().join("content/letters/a.yaml")).expect("a letter");
    std::fs::remove_file(workspace.path().join("output/a.pdf")).expect("it was built");
    workspace.run(&["build"]).success();
    assert!(workspace.bytes("output/a.pdf") == sealed);
    workspace.write("content/sealed/a/a.md", "别的");
    let run = workspace.run(&["build"]);
    assert!(run.code == 1 && run.stdout.contains("被改动过"), "{run:?}");
}
