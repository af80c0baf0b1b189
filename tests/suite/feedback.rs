//! The feedback form (征询意见表), filled from the letter.

use crate::pdf_text;
use crate::workspace::Workspace;

const MARKDOWN: &str = "output/a.征询意见表.md";

/// A small workspace whose letters have a form there.
fn with_form(place: &str) -> Workspace {
    let workspace = Workspace::small();
    let office = workspace.read("content/office.yaml");
    let form = format!("feedback: {{ form: {place}, within: 15日, return_to: 市政协提案委 }}\n");
    let workspace = workspace.with("content/office.yaml", office + &form);
    workspace.replace(
        "content/letters/a.yaml",
        "subject: 某提案 }",
        "subject: 某提案, proposers: [{ member: 张三, phone: \"13712345678\" }] }\n\
         handling: { consultation: 电话 }",
    );
    workspace
}

#[test]
fn as_an_annex_it_is_noted_and_printed_last() {
    let workspace = with_form("annex");
    workspace.run(&["build"]).success();
    let text = workspace.read("output/a.md");
    assert!(text.contains("附件：提案办理情况征询意见表\n"), "{text}");
    assert!(text.contains("| 案由 | 某提案 |  |  |"), "{text}");
    assert!(text.contains("| 提案者 | 张三委员 | 联系电话 | 13712345678 |"));
    assert!(text.contains("□走访　□座谈　■电话　□信函"), "{text}");
    assert!(text.contains("收到答复后15日内寄市政协提案委"), "{text}");
    assert_eq!(workspace.outputs(), ["a.md", "a.pdf", "manifest.json"]);
}

#[test]
fn what_the_letter_lacks_is_left_blank() {
    let workspace = with_form("separate");
    workspace.run(&["build"]).success();
    let text = workspace.read(MARKDOWN);
    assert!(text.contains("| 工作单位 |  |  |  |"), "{text}");
    assert!(
        text.contains("| 答复文号 |  | 答复日期 | 2022年5月20日 |"),
        "{text}"
    );
    let pdf = workspace.bytes("output/a.征询意见表.pdf");
    assert!(pdf_text::squeezed(&pdf).starts_with("提案办理情况征询意见表"));
    assert!(!pdf_text::squeezed(&pdf).contains(['←', '⏎']));
    assert!(!workspace.read("output/a.md").contains("征询意见表"));
}

#[test]
fn files_of_its_own_are_treated_as_other_outputs() {
    let workspace = with_form("separate");
    workspace.run(&["build"]).success();
    assert!(
        workspace
            .read("output/manifest.json")
            .contains("a.征询意见表.pdf")
    );
    workspace.run(&["build", "--check"]).success();
    assert!(
        workspace
            .run(&["build"])
            .success()
            .stdout
            .contains("1封无变化")
    );
    workspace.replace(MARKDOWN, "某提案", "别的提案");
    workspace
        .run(&["build"])
        .fails(1, &["a.征询意见表.md被手工改过"]);
    workspace
        .run(&["build", "--check"])
        .fails(1, &["手工改过：a.征询意见表.md"]);
    workspace.run(&["build", "--force"]).success();
    assert!(workspace.read(MARKDOWN).contains("| 案由 | 某提案 |"));
    workspace.replace("content/office.yaml", "form: separate", "form: none");
    workspace.run(&["build", "--prune"]).success();
    assert_eq!(workspace.outputs(), ["a.md", "a.pdf", "manifest.json"]);
}

#[test]
fn a_letter_and_an_office_have_their_own_way() {
    let workspace = with_form("annex").with(
        "templates/feedback_form.md",
        "---\ntitle: 反馈单\n---\n| 件号 | {{ proposal.number }} |\n|---|---|\n| 意见 | ⏎⏎ |\n",
    );
    workspace.run(&["build"]).success();
    assert!(
        workspace
            .read("output/a.md")
            .contains("# 反馈单\n\n| 件号 | 7 |")
    );
    let letter = workspace.read("content/letters/a.yaml");
    workspace.write("content/letters/a.yaml", letter + "feedback: none\n");
    workspace.run(&["build"]).success();
    assert!(!workspace.read("output/a.md").contains("反馈单"));
}
