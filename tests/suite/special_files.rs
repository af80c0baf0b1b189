//! A named pipe where a file is wanted is an error; nobody waits for its writer.
#![cfg(unix)]

use std::process::{Command, Stdio};

use crate::workspace::Workspace;

fn with_pipe(name: &str) -> Workspace {
    let workspace = Workspace::small();
    let made = Command::new("mkfifo")
        .arg(workspace.path().join(name))
        .status();
    assert!(made.expect("mkfifo starts").success());
    workspace
}

#[test]
fn a_pipe_in_the_workspace_is_named() {
    for name in [
        "content/letters/b.yaml",
        "content/facts/b.yaml",
        "content/words.txt",
        "templates/b.md",
    ] {
        let workspace = with_pipe(name);
        for command in ["build", "check"] {
            workspace
                .run(&[command])
                .fails(1, &["not-a-file", name, "不是普通文件", "提示"]);
        }
    }
}

#[test]
fn a_link_to_a_pipe_is_no_file_either() {
    let workspace = with_pipe("pipe");
    let link = workspace.path().join("content/facts/b.yaml");
    std::os::unix::fs::symlink(workspace.path().join("pipe"), link).expect("a link can be made");
    workspace
        .run(&["build"])
        .fails(1, &["not-a-file", "content/facts/b.yaml"]);
}

#[test]
fn a_pipe_as_an_argument_is_named() {
    let workspace = with_pipe("b.md");
    workspace
        .run(&["check", "--text", "b.md"])
        .fails(2, &["“b.md”不是普通文件", "提示"]);
    let workspace = with_pipe("b.pdf");
    workspace
        .run(&["measure", "b.pdf"])
        .fails(2, &["“b.pdf”不是普通文件", "提示"]);
}

#[test]
fn the_standard_input_may_be_a_pipe() {
    use std::io::Write;

    let workspace = Workspace::small();
    for name in ["-", "/dev/stdin"] {
        let mut command = workspace.command(&["check", "--text", name]);
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = pipes.stderr(Stdio::piped()).spawn().expect("it starts");
        let mut input = child.stdin.take().expect("a pipe");
        input
            .write_all("建立建立制度。\n".as_bytes())
            .expect("it is read");
        drop(input);
        let run = child.wait_with_output().expect("it ends");
        let printed = String::from_utf8_lossy(&run.stdout).into_owned()
            + &String::from_utf8_lossy(&run.stderr);
        assert!(printed.contains("doubled-word"), "{name}: {printed}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_is_not_printed_whole_is_an_error() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    for arguments in [&["trace", "a", "--format", "csv"][..], &["check", "--list"]] {
        let full = std::fs::File::options().write(true).open("/dev/full");
        let run = Command::new(env!("CARGO_BIN_EXE_fuhan"))
            .args(arguments)
            .current_dir(workspace.path())
            .stdout(full.expect("the device is there"))
            .output()
            .expect("the program starts");
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(told.contains("结果没有全部输出"), "{told}");
    }
}
