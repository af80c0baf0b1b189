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
    workspace.replace("content/letters/062.yaml", "outcome: ", "outcome: A ");
    workspace.run(&["build", "062"]).success();
}

#[test]
fn what_belongs_to_another_kind_does_not_go_with_a_letter() {
    let workspace = Workspace::copy(".");
    let letter = "content/letters/20230117.yaml";
    let args = [
        "new",
        "20230117",
        "--kind",
        "lead_reply",
        "--from",
        "20220022",
        "--period",
        "2021年",
    ];
    let run = workspace.run(&args).success();
    for text in [
        "co_handling_opinion 改为 lead_reply",
        "没有承接：title、addressees、head、proposal.lead_unit",
        "subject、outcome、proposers",
    ] {
        assert!(run.stdout.contains(text), "{text} in {}", run.stdout);
    }
    let text = workspace.read(letter);
    for old in [
        "会办意见",
        "省法院]",
        "lead_unit",
        "head:",
        "订正稿",
        "原件",
    ] {
        assert!(!text.contains(old), "{old} in\n{text}");
    }
    assert!(text.contains("measures: [leadership]"), "{text}");
    workspace
        .run(&["build", "20230117"])
        .fails(1, &["“proposers”后面没有内容", "“subject”后面没有内容"]);
    workspace.replace(letter, "proposers:", "proposers: [张三委员]");
    workspace.replace(letter, "subject:", "subject: 关于保护知识产权的提案");
    workspace.replace(letter, "outcome:", "outcome: A");
    workspace.run(&["build", "20230117"]).success();
    let reply = workspace.read("output/20230117.md");
    assert!(reply.contains("号提案的答复\n"), "{reply}");
    assert!(reply.contains("张三委员：\n"), "{reply}");
}

#[test]
fn a_kind_asks_for_what_the_old_letter_does_not_have() {
    let workspace = Workspace::copy("province");
    for (kind, asked, text) in [
        ("joint_reply", "issuers", "issuers: # "),
        ("merged_reply", "merged_with", "  merged_with: # "),
        ("second_reply", "previous_reply", "previous_reply: # "),
        ("co_handling_opinion", "lead_unit", "  lead_unit: # "),
    ] {
        let args = ["new", kind, "--kind", kind, "--from", "046"];
        let run = workspace.run(&args).success();
        let mut lines = run.stdout.lines();
        let to_fill = lines.find(|line| line.starts_with("要填的项"));
        assert!(to_fill.is_some_and(|it| it.contains(asked)), "{run:#?}");
        let letter = workspace.read(&format!("content/letters/{kind}.yaml"));
        assert!(letter.contains(text), "{letter}");
        assert!(!letter.contains("closing"), "{letter}");
    }
    let proposal = "kind: co_handling_opinion\nproposal: { body: 省政协, term: 12, session: 5, \
        number: \"7\", subject: 某提案, category: 农林类, lead_unit: 省水利厅 }\nperiod: 2023年\n";
    workspace.write("content/letters/brackets.yaml", proposal);
    let args = ["new", "b", "--kind", "merged_reply", "--from", "brackets"];
    workspace.run(&args).success();
    let letter = workspace.read("content/letters/b.yaml");
    let expected = "proposal: { proposers: [], merged_with: [], body: 省政协, term: 12,";
    assert!(letter.contains(expected), "{letter}");
    workspace
        .run(&["check", "b"])
        .fails(1, &["“subject”后面没有内容"]);
    let args = ["new", "summary", "--kind", "reply_summary", "--from", "046"];
    let run = workspace.run(&args).success();
    assert!(run.stdout.contains("disclosure、outcome"), "{run:#?}");
}

#[test]
fn nothing_is_due_or_sent_before_it_was_assigned_or_issued() {
    let letter = "content/letters/046.yaml";
    let place = "content/letters/046.yaml:14:38";
    for (dates, texts) in [
        (
            "due_on: 2022-06-01",
            ["限期2022年6月1日早于交办日期2023年3月1日", "“due_on”"],
        ),
        (
            "extended_to: 2022-06-01",
            ["延期至的日期2022年6月1日早于交办日期", "“extended_to”"],
        ),
        (
            "replied_on: 2023-02-28",
            ["答复发出的日期2023年2月28日早于交办日期", "“replied_on”"],
        ),
        (
            "replied_on: 2023-05-19",
            [
                "答复发出的日期2023年5月19日早于成文日期2023年5月20日",
                "成文以后才能发出",
            ],
        ),
    ] {
        let workspace = Workspace::copy("province");
        let assigned = "assigned_on: 2023-03-01";
        workspace.replace(letter, assigned, &format!("{assigned}, {dates}"));
        let texts = [&texts[..], &["handling-dates", place]].concat();
        workspace.run(&["build", "046"]).fails(1, &texts);
        let run = workspace.run(&["status", "--today", "2023-05-25"]);
        assert!(run.success().stdout.contains("运行 fuhan check 查看"));
    }
    let workspace = Workspace::copy("province");
    let dates = "due_on: 2023-03-01, extended_to: 2023-03-01, replied_on: 2023-05-20";
    let assigned = "assigned_on: 2023-03-01";
    workspace.replace(letter, assigned, &format!("{assigned}, {dates}"));
    workspace.run(&["build", "046"]).success();
}
