//! Every kind of reply at every level of government; see `../cases`.

use std::fs;
use std::path::Path;

use crate::pdf_text;
use crate::workspace::Workspace;

/// Offices from the national level down; their letters are what each has in `expected/`.
const OFFICES: [&str; 5] = ["ministry", "province", "city", "county", "town"];

fn expected(office: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(root.join(office).join("expected")).expect("the case has it");
    let mut letters: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            (name.into_owned(), fs::read_to_string(&path).expect("UTF-8"))
        })
        .collect();
    letters.sort();
    letters
}

/// The characters of a text in order of their codes, without blanks, headings' marks and 、, which
/// parts joint issuers in Markdown only. What
/// stands in the corner of a page comes at another place in a PDF than in Markdown.
fn characters(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '#' | '、'))
        .collect();
    characters.sort_unstable();
    characters
}

#[test]
fn every_kind_reads_as_its_office_writes_it() {
    for office in OFFICES {
        let workspace = Workspace::copy(office);
        workspace.run(&["build"]).success();
        for (name, letter) in expected(office) {
            let path = format!("output/{name}");
            assert_eq!(workspace.read(&path), letter, "{office}/{name}");
            let pdf = workspace.bytes(&path.replace(".md", ".pdf"));
            let printed = characters(&pdf_text::squeezed(&pdf));
            let written = characters(&letter);
            assert_eq!(
                printed.iter().collect::<String>(),
                written.iter().collect::<String>(),
                "{office}/{name}"
            );
        }
    }
}

#[test]
fn an_opinion_on_a_proposal_with_a_whole_title_names_it_once() {
    let workspace = Workspace::copy("province");
    let letter = "content/letters/048_co_handling.yaml";
    workspace.replace(letter, "加强湿地保护", "关于加强湿地保护的提案");
    workspace.run(&["build", "048_co_handling"]).success();
    let text = workspace.read("output/048_co_handling.md");
    assert!(
        text.contains("《关于加强湿地保护的提案》的办理情况函告如下"),
        "{text}"
    );
}

#[test]
fn members_and_deputies_are_never_mixed() {
    for office in OFFICES {
        for (name, letter) in expected(office) {
            let is_of_congress = letter.contains("人大") || letter.contains("人民代表大会");
            let foreign: &[&str] = if is_of_congress {
                &["提案", "委员：", "政协"]
            } else {
                &["代表", "议案", "人大"]
            };
            for word in foreign {
                assert!(!letter.contains(word), "{office}/{name}: {word}");
            }
        }
    }
}

/// A letter of the province's office with one text replaced, and what the clerk reads.
fn refused(letter: &str, from: &str, to: &str, texts: &[&str]) {
    let workspace = Workspace::copy("province");
    let path = format!("content/letters/{letter}.yaml");
    workspace.replace(&path, from, to);
    workspace.run(&["build", letter]).fails(1, texts);
}

#[test]
fn a_point_without_an_answer_is_an_error() {
    refused(
        "046",
        ", answered_in: planting",
        "",
        &["unanswered-point", "第一条", "“加快造林绿化”", "“planting”"],
    );
    refused(
        "046",
        "{ unit: 省水利厅, opinion: 已把水源涵养林建设纳入水利发展规划。 }",
        "省水利厅",
        &["unanswered-point", "第三条", "opinion"],
    );
    refused(
        "046",
        "answered_in: planting",
        "answered_in: plantings",
        &["unknown-section", "“plantings”", "“planting”"],
    );
}

#[test]
fn counts_of_points_must_add_up() {
    refused(
        "33",
        "total: 6",
        "total: 7",
        &["point-counts", "content/letters/33.yaml", "7条"],
    );
    refused("33", "adopted: 1", "adopted: 2", &["point-counts", "2条"]);
    refused(
        "046",
        "  points:\n",
        "  point_counts: { total: 4, own: 3, co_handled: 1 }\n  points:\n",
        &["point-counts", "total: 3"],
    );
}

#[test]
fn a_deputy_cannot_make_a_proposal() {
    refused(
        "33",
        "赵甲代表",
        "赵甲委员",
        &["mixed-matter", "“赵甲委员”", "建议"],
    );
    refused(
        "046",
        "body: 省政协",
        "body: 省政协\n  matter: motion",
        &["mixed-matter", "议案"],
    );
}

#[test]
fn the_count_of_proposers_is_of_all_of_them() {
    refused(
        "33",
        "  point_counts",
        "  proposer_count: 1\n  point_counts",
        &["proposer-count", "列了2个"],
    );
}

#[test]
fn a_shared_body_comes_from_a_letter_of_the_same_period() {
    refused(
        "047",
        "\"046\"\nissued",
        "\"064\"\nissued",
        &["unknown-letter", "“046”"],
    );
    refused(
        "047",
        "period: 2023年",
        "period: 2022年",
        &["period-differs", "2023年"],
    );
    refused(
        "047",
        "body_from",
        "next_steps: [outlook]\nbody_from",
        &["conflicting-keys"],
    );
}

#[test]
fn a_reply_goes_to_somebody() {
    let proposers = "  proposers: [{ member: 王密 }]\n";
    refused(
        "046",
        proposers,
        "",
        &[
            "missing-proposers",
            "content/letters/046.yaml:1:7",
            "proposal.proposers",
            "addressees",
        ],
    );
    let letter = "content/letters/046.yaml";
    for addressees in ["addressees: [省政协提案委员会]\n", "addressees: []\n"] {
        let workspace = Workspace::copy("province");
        workspace.replace(letter, proposers, "  pronoun: 贵委\n");
        workspace.replace(letter, "period:", &format!("{addressees}period:"));
        workspace.run(&["build", "046"]).success();
    }
}

#[test]
fn a_merged_reply_names_what_it_was_merged_with() {
    refused(
        "047",
        "  merged_with: [\"046\"]\n",
        "",
        &[
            "missing-merged",
            "content/letters/047.yaml:1:7",
            "merged_with: [提案号]",
        ],
    );
}

#[test]
fn a_joint_letter_has_several_issuers() {
    let workspace = Workspace::copy("city");
    let names = ", 南山市市场监督管理局, 南山市卫生健康委员会";
    workspace.replace("content/letters/109.yaml", names, "");
    workspace
        .run(&["build", "109"])
        .fails(1, &["missing-issuers", "issuers"]);
}

#[test]
fn kinds_that_stand_on_each_other_without_end_are_refused() {
    let workspace = Workspace::small()
        .with("templates/one.md", "---\nbased_on: two\n---\n")
        .with("templates/two.md", "---\nbased_on: one\n---\n")
        .with("templates/three.md", "---\nbased_on: lead_replly\n---\n");
    workspace.run(&["build"]).fails(
        1,
        &["endless-template", "unknown-kind", "是否想写“lead_reply”"],
    );
}

#[test]
fn the_office_says_which_kinds_carry_a_class() {
    let workspace = Workspace::copy("province");
    let mark = "class_mark: { place: top_right,";
    let rule = "class_mark: { kinds: { co_handling_opinion: required }, place: top_right,";
    workspace.replace("content/office.yaml", mark, rule);
    workspace.run(&["build"]).fails(
        1,
        &["missing-outcome", "content/letters/048_co_handling.yaml"],
    );
    let typo = "class_mark: { kinds: { lead_replly: required }, place: top_right,";
    workspace.replace("content/office.yaml", rule, typo);
    workspace.run(&["build"]).fails(
        1,
        &["unknown-kind", "“lead_replly”", "是否想写“lead_reply”"],
    );
}

/// A sole reply of an office of its own, with its office and letter files.
fn own(office: &str, letter: &str) -> Workspace {
    let proposal = "proposal: { body: 县政协, term: 3, session: 2, number: \"5\", \
                    subject: 关于修路的提案, proposers: [{ member: 甲一 }] }";
    Workspace::empty()
        .with(
            "content/office.yaml",
            format!("name: 甲县乙局\nself_name: 我局\nfonts: {{ source: bundled }}\n{office}"),
        )
        .with(
            "content/letters/a.yaml",
            format!(
                "kind: sole_reply\n{proposal}\nperiod: 2023年\nsections:\n  - text: 道路已经修好。\n{letter}"
            ),
        )
}

fn written(office: &str, letter: &str) -> String {
    let workspace = own(office, letter);
    workspace.run(&["build"]).success();
    workspace.read("output/a.md")
}

#[test]
fn the_offices_head_wins_over_that_of_a_built_in_kind() {
    let dated = "issued_on: 2023-05-06\n";
    assert!(written("", dated).starts_with("甲县乙局文件\n"));
    assert!(written("head: letter\n", dated).starts_with("甲县乙局\n"));
    let workspace = own("head: letter\n", dated).with(
        "templates/sole_reply.md",
        "---\nbased_on: sole_reply\nhead: document\n---\n",
    );
    workspace.run(&["build"]).success();
    assert!(workspace.read("output/a.md").starts_with("甲县乙局文件\n"));
    workspace.replace("content/letters/a.yaml", "kind:", "head: letter\nkind:");
    workspace.run(&["build"]).success();
    assert!(workspace.read("output/a.md").starts_with("甲县乙局\n"));
}

#[test]
fn an_office_without_classes_is_not_asked_for_one() {
    let letter = written("", "issued_on: 2023-05-06\n");
    assert!(letter.contains("甲一委员：\n"), "{letter}");
    let workspace = own("outcome_classes: abc\n", "issued_on: 2023-05-06\n");
    workspace
        .run(&["build"])
        .fails(1, &["missing-outcome", "class_mark.kinds"]);
}

#[test]
fn a_class_mark_may_have_lines_and_need_no_class() {
    let classes = "outcome_classes: abc\nclass_mark: { place: end, text: \"办理结果：{{ outcome }}\\n\\n是否公开：是\" }\n";
    let dated = "issued_on: 2023-05-06\noutcome: B\n";
    let letter = written(classes, dated);
    assert!(
        letter.ends_with("2023年5月6日\n\n办理结果：B\n\n是否公开：是\n"),
        "{letter}"
    );
    // The letter says only the place; the text stays the office's.
    let above = written(
        classes,
        &format!("{dated}class_mark: {{ place: above_addressee }}\n"),
    );
    assert!(
        above.contains("办理结果：B\n\n是否公开：是\n\n甲一委员："),
        "{above}"
    );
    let hidden = written(classes, &format!("{dated}class_mark: {{ place: none }}\n"));
    assert!(!hidden.contains("办理结果"), "{hidden}");
    let plain = "class_mark: { place: top_right, text: 类别：提案 }\n";
    let letter = written(plain, "issued_on: 2023-05-06\n");
    assert!(letter.starts_with("类别：提案\n"), "{letter}");
}

#[test]
fn addressees_are_left_out_or_counted_as_the_office_says() {
    let dated = "issued_on: 2023-05-06\n";
    let letter = written("", &format!("{dated}addressees: []\n"));
    assert!(!letter.contains("甲一委员："), "{letter}");
    let workspace = own("terms: { proposer_counter: 位 }\n", dated);
    workspace.replace(
        "content/letters/a.yaml",
        "proposers: [{ member: 甲一 }]",
        "proposers: [{ member: 甲一 }], proposer_count: 12",
    );
    workspace.run(&["build"]).success();
    let letter = workspace.read("output/a.md");
    assert!(
        letter.contains("甲一等12位委员：\n\n你们提出的"),
        "{letter}"
    );
}

#[test]
fn forms_of_an_original_are_kept_with_a_reason() {
    let number = "issued_on: 2023-05-06\ndocument_number: 甲乙发【2023】第05号";
    own("", &format!("{number}\n")).run(&["build"]).fails(
        1,
        &[
            "document-number",
            "写成“甲乙发〔2023〕5号”",
            "letters/a.yaml:7:18",
        ],
    );
    let letter = written("", &format!("{number}  # 允许 document-number：照录原件\n"));
    assert!(letter.contains("\n甲乙发【2023】第05号\n"), "{letter}");

    let date = "issued_on: 2011-05-06\nprinted_date: 二〇一一年五月六日";
    own("", &format!("{date}\n"))
        .run(&["build"])
        .fails(1, &["chinese-numeral-date", "letters/a.yaml:7:15"]);
    let letter = written(
        "",
        &format!("{date}  # 允许 chinese-numeral-date：照录原件\n"),
    );
    assert!(
        letter.ends_with("甲县乙局\n\n二〇一一年五月六日\n"),
        "{letter}"
    );
}

#[test]
fn a_separate_annex_is_named_and_keeps_its_number() {
    let letter = written(
        "",
        "issued_on: 2023-05-06\nannexes:\n  - { title: 图集, separate: true }\n  - { title: 进展表, text: 见表。 }\n",
    );
    assert!(letter.contains("附件：1.图集\n\n2.进展表\n"), "{letter}");
    assert!(
        letter.ends_with("附件2\n\n# 进展表\n\n见表。\n"),
        "{letter}"
    );
    let both = "annexes:\n  - { title: 图集, separate: true, text: 见图。 }\n";
    let workspace = own("", both);
    workspace
        .run(&["build"])
        .fails(1, &["conflicting-keys", "另附的附件不写内容"]);
}
