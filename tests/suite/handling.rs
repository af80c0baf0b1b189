//! Starting letters and keeping the ledger: `new --from`, `status`.

use crate::workspace::Workspace;

#[test]
fn the_ledger_says_what_is_due_and_what_is_missing() {
    let workspace = Workspace::copy("province");
    let run = workspace
        .run(&["status", "--today", "2023-05-25"])
        .success();
    let line = |id: &str| {
        let mut lines = run.stdout.lines();
        let line = lines.find(|line| line.starts_with(&format!("{id} ")));
        line.unwrap_or_else(|| panic!("{id} in\n{}", run.stdout))
            .to_owned()
    };
    for text in [
        "主办",
        "2023-03-01",
        "2023-06-01",
        "7天",
        "会办意见（省财政厅）",
    ] {
        assert!(line("046").contains(text), "{}", line("046"));
    }
    assert!(line("048_co_handling").contains("会办"), "{}", run.stdout);
    assert!(line("33").contains("建议"), "{}", run.stdout);
}

#[test]
fn the_ledger_is_json_for_programs() {
    let workspace = Workspace::copy("province");
    workspace.replace("content/letters/047.yaml", "outcome: B", "handling: { assigned_on: 2023-03-01, extended_to: 2023-08-01, replied_on: 2023-05-22 }\noutcome: B");
    workspace.replace(
        "content/letters/33.yaml",
        "subject: 关于加强森林防火的建议",
        "subject:",
    );
    let run = workspace
        .run(&["status", "--today", "2023-06-02", "--format", "json"])
        .success();
    let ledger: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let letters = ledger["letters"].as_array().expect("a list");
    let find = |id: &str| {
        letters
            .iter()
            .find(|row| row["id"] == id)
            .expect("the letter")
    };
    assert_eq!(letters.len(), 6);
    assert_eq!(find("046")["state"], "overdue");
    assert_eq!(find("046")["days_left"], -1);
    assert_eq!(find("047")["state"], "replied");
    assert_eq!(find("047")["due_on"], "2023-08-01");
    assert_eq!(find("33")["state"], "draft");
    assert_eq!(find("33")["number"], "33");
}

#[test]
fn deadlines_are_the_offices() {
    let workspace = Workspace::copy("province");
    workspace.replace(
        "content/office.yaml",
        "terms:",
        "deadlines: { reply: 8月31日 }\nterms:",
    );
    let run = workspace
        .run(&["status", "--today", "2023-05-25", "--format", "markdown"])
        .success();
    assert!(
        run.stdout.contains("| 2023-03-01 | 2023-08-31 | 98天 |"),
        "{}",
        run.stdout
    );
    workspace.replace("content/office.yaml", "8月31日", "三个月");
    workspace
        .run(&["status"])
        .fails(1, &["invalid-deadline", "3个月"]);
}

#[test]
fn last_years_letter_is_carried_over() {
    let workspace = Workspace::copy("province");
    let run = workspace.run(&["new", "061", "--from", "046"]).success();
    for text in [
        "2023年 → 2024年",
        "figure.planted  造林面积，上期 150万亩",
        "growth.planted",
    ] {
        assert!(run.stdout.contains(text), "{text} in {}", run.stdout);
    }
    let letter = workspace.read("content/letters/061.yaml");
    for text in [
        "number: \"061\"",
        "session: 6",
        "period: 2024年",
        "measures: [planting]",
    ] {
        assert!(letter.contains(text), "{text} in\n{letter}");
    }
    for text in ["王密", "46号", "issued_on", "assigned_on", "关于科学开展"] {
        assert!(!letter.contains(text), "{text} in\n{letter}");
    }
    workspace
        .run(&["build", "061"])
        .fails(1, &["“subject”后面没有内容"]);
    workspace
        .run(&["new", "061", "--from", "046"])
        .fails(2, &["已经存在"]);
    workspace
        .run(&["new", "062", "--from", "064"])
        .fails(2, &["“064”", "“046”"]);
}

#[test]
fn a_carried_letter_builds_once_it_is_filled_in() {
    let workspace = Workspace::copy("province");
    let args = [
        "new",
        "062",
        "--from",
        "34_interim",
        "--kind",
        "sole_reply",
        "--period",
        "2022年",
    ];
    workspace.run(&args).success();
    let letter = workspace.read("content/letters/062.yaml");
    assert!(letter.contains("kind: sole_reply"), "{letter}");
    workspace.replace(
        "content/letters/062.yaml",
        "subject: ",
        "subject: 关于补偿的提案 ",
    );
    workspace.replace(
        "content/letters/062.yaml",
        "proposers: ",
        "proposers: [甲乙委员] ",
    );
    workspace.replace("content/letters/062.yaml", "period:", "outcome: A\nperiod:");
    workspace.run(&["build", "062"]).success();
}
