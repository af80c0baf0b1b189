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
