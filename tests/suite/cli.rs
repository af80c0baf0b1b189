//! Commands as a user types them.

use crate::workspace::Workspace;

const COMMANDS: [&str; 13] = [
    "init",
    "new",
    "build",
    "check",
    "impact",
    "trace",
    "measure",
    "seal",
    "status",
    "explain",
    "fonts",
    "schema",
    "completions",
];

#[test]
fn help_is_chinese_and_names_every_command() {
    let run = Workspace::empty().run(&["--help"]).success();
    for command in COMMANDS.into_iter().chain(["用法", "命令", "选项"]) {
        assert!(
            run.stdout.contains(command),
            "{command:?} is missing in:\n{}",
            run.stdout
        );
    }
    for english in ["Usage", "Options", "Commands", "Print"] {
        assert!(
            !run.stdout.contains(english),
            "{english:?} in:\n{}",
            run.stdout
        );
    }
}

#[test]
fn help_of_every_command_has_an_example() {
    for command in COMMANDS {
        let run = Workspace::empty().run(&[command, "--help"]).success();
        assert!(
            run.stdout.contains(&format!("例：fuhan {command}")),
            "{}",
            run.stdout
        );
        for english in ["Print", "OPTIONS", "Arguments", "Options", "Usage"] {
            assert!(!run.stdout.contains(english), "{}", run.stdout);
        }
    }
}

#[test]
fn wrong_words_are_answered_in_chinese() {
    let workspace = Workspace::empty();
    workspace.run(&["biuld"]).fails(2, &["没有“biuld”这个命令"]);
    workspace
        .run(&["build", "--chek"])
        .fails(2, &["没有“--chek”这个选项"]);
    workspace.run(&["new"]).fails(2, &["缺少"]);
    workspace
        .run(&["build", "--fonts", "web"])
        .fails(2, &["web"]);
}

#[test]
fn a_folder_that_is_no_workspace_is_answered_with_init() {
    Workspace::empty()
        .run(&["build"])
        .fails(2, &["content/office.yaml", "fuhan init"]);
}

#[test]
fn init_leaves_a_workspace_that_builds() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    let run = workspace.run(&["build", "--fonts", "bundled"]).success();
    assert_eq!(run.stderr, "");
    let markdown = workspace.read("output/example.md");
    assert!(
        markdown.contains("新增学位3600个，同比增长20%"),
        "{markdown}"
    );
    workspace.run(&["init"]).fails(2, &["已经存在"]);
}

#[test]
fn new_makes_a_letter_that_says_what_is_still_to_be_filled_in() {
    let workspace = Workspace::empty();
    workspace.run(&["init"]).success();
    workspace
        .run(&["new", "20230117", "--kind", "co_handling_opinion"])
        .success();
    workspace
        .run(&["build", "20230117"])
        .fails(1, &["“subject”", "content/letters/20230117.yaml"]);
    workspace.run(&["new", "20230117"]).fails(2, &["已经存在"]);
    workspace.run(&["new", "a/b"]).fails(2, &["a/b"]);
    workspace
        .run(&["new", "2", "--kind", "led_reply"])
        .fails(2, &["led_reply", "lead_reply"]);
}

#[test]
fn check_looks_and_writes_nothing() {
    let workspace = Workspace::small();
    workspace.run(&["check"]).success();
    assert_eq!(workspace.outputs(), Vec::<String>::new());
    workspace.replace("content/facts/a.yaml", "figure.cases", "figure.caes");
    workspace.run(&["check"]).fails(1, &["caes"]);
}

#[test]
fn fonts_names_a_font_for_every_face_and_prints_the_licences() {
    let run = Workspace::small().run(&["fonts"]).success();
    for face in ["小标宋", "仿宋", "黑体", "楷体", "宋体"] {
        assert!(run.stdout.contains(face), "{}", run.stdout);
    }
    let run = Workspace::empty().run(&["fonts", "--licenses"]).success();
    for licence in ["SIL OPEN FONT LICENSE", "ARPHIC PUBLIC LICENSE"] {
        assert!(run.stdout.contains(licence));
    }
}
