//! Slips of typing and saving that the program understands, and what it says of them.

use crate::workspace::Workspace;

#[test]
fn a_thousands_comma_in_curly_brackets_is_told_as_such() {
    for (typed, right) in [("1,001", "1001"), ("1,234,567.8", "1234567.8")] {
        let workspace = Workspace::small();
        workspace.replace(
            "content/facts/a.yaml",
            "value: 1001",
            &format!("value: {typed}"),
        );
        let said = format!("“{typed}”");
        let hint = format!("写成“{right}”");
        let texts = ["thousands-comma", "content/facts/a.yaml:7:", &said, &hint];
        let run = workspace.run(&["build"]).fails(1, &texts);
        assert!(!run.stderr.contains("unknown-key"), "{}", run.stderr);
    }
}

#[test]
fn a_key_of_digits_alone_is_still_unknown() {
    let workspace = Workspace::small();
    workspace.replace("content/facts/a.yaml", "value: 1001", "value: 1001, 001: 5");
    workspace
        .run(&["build"])
        .fails(1, &["unknown-key", "“001”", "content/facts/a.yaml:7:"]);
}

#[test]
fn utf_16_is_called_by_its_name() {
    let text = "name: 甲市乙局\n";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes);
    let big = text.encode_utf16().flat_map(u16::to_be_bytes);
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(little).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(big).collect();
    for bytes in [little, big] {
        let workspace = Workspace::small().with("content/facts/b.yaml", &bytes);
        workspace
            .run(&["build"])
            .fails(1, &["content/facts/b.yaml:1:1", "UTF-16", "另存为 UTF-8"]);
        let workspace = Workspace::empty().with("b.md", &bytes);
        let run = workspace.run(&["check", "--text", "b.md"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!((run.stdout + &run.stderr).contains("UTF-16"));
    }
}

#[test]
fn the_feedback_form_is_offered_as_no_kind_of_letter() {
    let workspace = Workspace::small();
    let run = workspace
        .run(&["new", "b", "--kind", "qqqq"])
        .fails(2, &["没有“qqqq”这种模板", "lead_reply"]);
    assert!(!run.stderr.contains("feedback_form"), "{}", run.stderr);
    workspace
        .run(&["new", "b", "--kind", "feedback_form"])
        .fails(2, &["没有“feedback_form”这种模板"]);
}
