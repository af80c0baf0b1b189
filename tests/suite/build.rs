//! Building: whole outputs or none, the same bytes always, nothing lost.

use std::fs;
use std::process::Stdio;

use crate::pdf_text;
use crate::workspace::Workspace;

#[test]
fn a_line_a_letter_says_what_was_measured() {
    let workspace = Workspace::copy(".");
    let run = workspace.run(&["build", "--fonts", "bundled"]).success();
    let line = run.stdout.lines().find(|line| line.starts_with("20220022"));
    let line = line.unwrap_or_else(|| panic!("no line for the letter: {}", run.stdout));
    for part in [
        "5页",
        "整页22行",
        "28字",
        "合网格100%",
        "随附字体代",
        "毫秒",
    ] {
        assert!(line.contains(part), "{part:?} is missing in {line}");
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_on_any_number_of_threads() {
    let once = Workspace::copy(".");
    let again = Workspace::copy(".");
    for workspace in [&once, &again] {
        let _ = fs::remove_dir_all(workspace.path().join("output"));
    }
    once.run(&["build", "--jobs", "1", "--fonts", "bundled"])
        .success();
    again
        .run(&["build", "--jobs", "2", "--fonts", "bundled"])
        .success();
    assert_eq!(once.outputs(), again.outputs());
    for name in once.outputs() {
        let name = format!("output/{name}");
        assert!(once.bytes(&name) == again.bytes(&name), "{name} differs");
    }
}

#[test]
fn a_second_build_changes_nothing() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    let before = workspace.bytes("output/a.pdf");
    let run = workspace.run(&["build"]).success();
    assert_eq!(run.stdout, "1封无变化\n");
    assert!(workspace.bytes("output/a.pdf") == before);
}

#[test]
fn a_changed_figure_reaches_both_outputs() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    workspace.run(&["build", "--check"]).fails(1, &[]);
    workspace.run(&["build"]).success();
    assert!(
        workspace
            .read("output/a.md")
            .contains("共查处案件1024件，同比增长41.6%。")
    );
    assert!(pdf_text::squeezed(&workspace.bytes("output/a.pdf")).contains("1024件"));
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn check_finds_stale_and_missing_outputs_and_writes_nothing() {
    let workspace = Workspace::small();
    let run = workspace.run(&["build", "--check"]).fails(1, &[]);
    assert!(run.stdout.contains("缺少：a.md"), "{}", run.stdout);
    assert_eq!(workspace.outputs(), Vec::<String>::new());
    workspace.run(&["build"]).success();
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    let run = workspace.run(&["build", "--check"]).fails(1, &[]);
    for text in [
        "过期：a.md",
        "- 第7行：共查处案件1001件，同比增长41.6%。",
        "+ 第7行：共查处案件1024件，同比增长41.6%。",
        "过期：a.pdf",
    ] {
        assert!(run.stdout.contains(text), "{text:?} in\n{}", run.stdout);
    }
    workspace.run(&["build"]).success();
    workspace.replace("output/a.md", "1024件", "一千件");
    let run = workspace.run(&["build", "--check"]).fails(1, &[]);
    assert!(run.stdout.contains("手工改过：a.md"), "{}", run.stdout);
    assert!(
        run.stdout.contains("- 第7行：共查处案件一千件"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_output_that_was_edited_by_hand_is_not_overwritten() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    workspace.replace("output/a.md", "1001件", "一千零一件");
    let run = workspace.run(&["build"]).fails(1, &[]);
    assert!(run.stdout.contains("手工改过"), "{}", run.stdout);
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    let run = workspace.run(&["build"]).fails(1, &[]);
    assert!(run.stdout.contains("手工改过"), "{}", run.stdout);
    assert!(workspace.read("output/a.md").contains("一千零一件"));
    let run = workspace.run(&["build", "--force"]).success();
    assert!(
        run.stdout.contains("覆盖了手工改过的 a.md"),
        "{}",
        run.stdout
    );
    assert!(workspace.read("output/a.md").contains("1024件"));
}

#[test]
fn an_old_pdf_beside_a_newer_manifest_was_not_edited_by_hand() {
    let here = Workspace::small();
    let elsewhere = Workspace::small();
    here.run(&["build"]).success();
    elsewhere.replace("content/facts/a.yaml", "1001", "1024");
    elsewhere.run(&["build"]).success();
    // PDFs are not committed: a pull brings everything else.
    for name in [
        "content/facts/a.yaml",
        "output/a.md",
        "output/manifest.json",
    ] {
        here.write(name, elsewhere.bytes(name));
    }
    here.run(&["build"]).success();
    assert!(here.bytes("output/a.pdf") == elsewhere.bytes("output/a.pdf"));
}

#[test]
fn a_failed_letter_leaves_its_old_output() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    let before = (
        workspace.bytes("output/a.md"),
        workspace.bytes("output/a.pdf"),
    );
    workspace.replace("content/facts/a.yaml", "figure.cases", "figure.caes");
    workspace.run(&["build"]).fails(1, &["caes"]);
    assert!(
        before
            == (
                workspace.bytes("output/a.md"),
                workspace.bytes("output/a.pdf")
            )
    );
}

#[test]
fn an_output_folder_that_cannot_be_written_is_the_operators_matter() {
    let workspace = Workspace::small().with("output", "a file in the folder's place");
    workspace
        .run(&["build"])
        .fails(2, &["写不了", "output", "提示"]);
    assert_eq!(workspace.read("output"), "a file in the folder's place");
}

#[test]
fn builds_at_once_leave_whole_outputs() {
    let workspace = Workspace::copy(".");
    let _ = fs::remove_dir_all(workspace.path().join("output"));
    let start = || {
        let mut command = workspace.command(&["build", "--fonts", "bundled"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program starts")
    };
    let builds: Vec<_> = (0..4).map(|_| start()).collect();
    for mut build in builds {
        assert!(build.wait().expect("the program ends").success());
    }
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn a_killed_build_leaves_whole_outputs_that_the_next_one_owns() {
    let workspace = Workspace::small();
    let letter = workspace.read("content/letters/a.yaml");
    for number in 0..60 {
        workspace.write(&format!("content/letters/a{number}.yaml"), &letter);
    }
    workspace.run(&["build"]).success();
    for (round, pause) in [3_u64, 10, 20, 40].into_iter().enumerate() {
        let number = 1002 + round;
        workspace.replace(
            "content/facts/a.yaml",
            &format!("value: {}", number - 1),
            &format!("value: {number}"),
        );
        let mut command = workspace.command(&["build"]);
        let mut build = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a build");
        std::thread::sleep(std::time::Duration::from_millis(pause));
        let _ = build.kill();
        build.wait().expect("the build ends");
        for name in workspace
            .outputs()
            .iter()
            .filter(|name| name.ends_with(".pdf"))
        {
            let pdf = workspace.bytes(&format!("output/{name}"));
            assert!(
                pdf.ends_with(b"%%EOF") || pdf.ends_with(b"%%EOF\n"),
                "{name} is torn"
            );
        }
        workspace.run(&["build"]).success();
        workspace.run(&["build", "--check"]).success();
    }
}

/// A face of the 6763 characters of GB 2312 and no more, as licensed ones are.
const GB2312_FONT: &[u8] = include_bytes!("../../fonts/gkai00mp.ttf");

#[test]
fn a_font_without_a_character_falls_back_for_it_alone_and_says_so() {
    let workspace = Workspace::small().with("fonts/office.ttf", GB2312_FONT);
    workspace.replace(
        "content/office.yaml",
        "fonts: { source: bundled }",
        "fonts: { fangsong: fonts/office.ttf }",
    );
    workspace.replace("content/letters/a.yaml", "某单位", "钟𬭎");
    let run = workspace.run(&["build"]).success();
    let told = "仿宋缺“𬭎”，用拟仿宋 SC补";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let file = workspace.bytes("output/a.pdf");
    assert!(pdf_text::squeezed(&file).contains("钟𬭎："));
    let sheets = fuhan::measure::pdf::sheets(&file).expect("it can be read");
    let marks = &sheets[0].marks;
    assert!(marks.iter().any(|mark| mark.character == '𬭎'));
    let run = workspace.run(&["fonts"]).success();
    assert!(
        run.stdout.contains("（自备），缺字用 拟仿宋 SC（随附）"),
        "{}",
        run.stdout
    );
}

#[test]
fn names_outside_gb2312_and_radicals_come_out_of_the_pdf_as_they_went_in() {
    let workspace = Workspace::small();
    workspace.replace("content/letters/a.yaml", "某单位", "钟𬭎、㛃、二⽇、二日");
    let allowed = "# 允许 radical-character：看这个字印出来怎样\naddressees";
    workspace.replace("content/letters/a.yaml", "addressees", allowed);
    let run = workspace.run(&["build"]).success();
    assert!(run.stdout.contains("仿宋缺“"), "{}", run.stdout);
    let text = pdf_text::squeezed(&workspace.bytes("output/a.pdf"));
    assert!(text.contains("钟𬭎、㛃、二⽇、二日："), "{text}");
}

#[test]
fn the_letter_that_was_asked_for_is_the_only_one_built() {
    let workspace = Workspace::copy(".");
    let _ = fs::remove_dir_all(workspace.path().join("output"));
    workspace.run(&["build", "20220022"]).success();
    assert_eq!(
        workspace.outputs(),
        ["20220022.md", "20220022.pdf", "manifest.json"]
    );
    workspace
        .run(&["build", "20220023"])
        .fails(2, &["“20220023”", "20220022"]);
}

#[test]
#[cfg(unix)]
fn a_watch_builds_after_every_save_and_ends_cleanly() {
    let workspace = Workspace::small();
    let mut command = workspace.command(&["build", "--watch"]);
    let mut watch = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a watch");
    let holds = |text: &str| {
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(30);
        let path = workspace.path().join("output/a.md");
        while !fs::read_to_string(&path).is_ok_and(|markdown| markdown.contains(text)) {
            assert!(std::time::Instant::now() < deadline, "no {text}");
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    };
    holds("1001件");
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    holds("1024件");
    // A mistake leaves the last good output; the next save mends it.
    workspace.replace("content/facts/a.yaml", "figure.cases", "figure.caes");
    std::thread::sleep(std::time::Duration::from_millis(200));
    holds("1024件");
    workspace.replace("content/facts/a.yaml", "figure.caes", "figure.cases");
    workspace.replace("content/facts/a.yaml", "1024", "1025");
    holds("1025件");
    // A folder that comes again, as after a checkout, is watched again.
    let pause = || std::thread::sleep(std::time::Duration::from_millis(300));
    let template = workspace.read("templates/note.md");
    fs::remove_dir_all(workspace.path().join("templates")).expect("it is there");
    pause();
    workspace.write("templates/note.md", &template);
    pause();
    workspace.write("templates/note.md", template + "\n新的一段。\n");
    holds("新的一段");
    let id = watch.id().to_string();
    let killed = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(killed.expect("kill is there").success());
    let end = watch.wait().expect("the watch ends");
    assert_eq!(end.code(), Some(0));
}
