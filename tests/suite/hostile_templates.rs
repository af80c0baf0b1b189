//! Texts that would take a template engine down are refused at their place, wherever they stand.

use crate::workspace::Workspace;

/// What no stack holds, each with a part of the message.
fn too_deep() -> [(String, &'static str); 4] {
    let conditions = "{% elif outcome %}".repeat(4_000);
    [
        (
            format!("甲{{% if outcome %}}{conditions}{{% endif %}}"),
            "elif",
        ),
        (
            format!("甲{}", "{% if outcome %}".repeat(4_000)),
            "一层套一层",
        ),
        (
            format!("甲{{{{ {} }}}}", "say(id=".repeat(20_000)),
            "括号套括号",
        ),
        (
            format!("甲{{{{ period{} }}}}", " | trim".repeat(200)),
            "合起来超过",
        ),
    ]
}

fn refused(workspace: &Workspace, file: &str, said: &str) {
    let texts = ["endless-template", file, said, "提示"];
    workspace.run(&["build"]).fails(1, &texts);
    workspace.run(&["check"]).fails(1, &texts);
    assert_eq!(workspace.outputs(), Vec::<String>::new());
}

#[test]
fn what_no_stack_holds_is_refused_in_every_text() {
    for (text, said) in too_deep() {
        let workspace = Workspace::small();
        workspace.replace("templates/note.md", "{% for", &format!("{text}{{% for"));
        refused(&workspace, "templates/note.md:4:", said);
        let workspace = Workspace::small();
        workspace.replace("templates/note.md", "关于某提案的函", &text);
        refused(&workspace, "templates/note.md:2:", said);
        let workspace = Workspace::small();
        workspace.replace("content/facts/a.yaml", "共查处", &format!("共查处{text}"));
        refused(&workspace, "content/facts/a.yaml:10:", said);
        let workspace = Workspace::small();
        let closing = format!("closing: '{text}'\nissued_on");
        workspace.replace("content/letters/a.yaml", "issued_on", &closing);
        refused(&workspace, "content/letters/a.yaml:7:", said);
        let workspace = Workspace::small();
        let remarks = format!("remarks: ['{text}']\nname");
        workspace.replace("content/office.yaml", "name", &remarks);
        refused(&workspace, "content/office.yaml:1:", said);
    }
}

#[test]
fn loops_that_are_short_alone_are_refused_together() {
    let nested =
        "{% for a in range(end=1000) %}{% for b in range(end=1000) %}{% endfor %}{% endfor %}";
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        &(nested.to_owned() + "{% for"),
    );
    workspace.run(&["build"]).success();
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        &(nested.repeat(60) + "{% for"),
    );
    refused(&workspace, "templates/note.md:4:", "循环合起来");
}

#[test]
fn includes_that_multiply_are_refused() {
    let workspace = Workspace::small();
    workspace.replace(
        "templates/note.md",
        "{% for",
        "{% include \"_1.md\" %}{% for",
    );
    for level in 1..9 {
        let next = format!("{{% include \"_{}.md\" %}}", level + 1);
        workspace.write(&format!("templates/_{level}.md"), next.repeat(100));
    }
    workspace.write("templates/_9.md", "");
    refused(&workspace, "templates/_1.md:1:", "循环合起来");
}

#[test]
fn an_include_that_leads_nowhere_is_told_at_its_own_place() {
    for (name, hint) in [
        ("/etc/passwd", "只能引入"),
        ("../content/office.yaml", "只能引入"),
        ("_bodi.md", "是否想写“_body.md”"),
    ] {
        let workspace = Workspace::small();
        let include = format!("{{% include \"_body.md\" %}}\n{{% include \"{name}\" %}}{{% for");
        workspace.replace("templates/note.md", "{% for", &include);
        let said = format!("没有“{name}”这个模板可以引入");
        let texts = ["unknown-template", "templates/note.md:5:12", &said, hint];
        let run = workspace.run(&["build"]).fails(1, &texts);
        assert!(run.stderr.contains("共有错误1处"), "{}", run.stderr);
        let workspace = Workspace::small();
        let include = format!("共查处{{% include \"{name}\" %}}");
        workspace.replace("content/facts/a.yaml", "共查处", &include);
        let texts = ["unknown-template", "content/facts/a.yaml:10:", &said];
        workspace.run(&["build"]).fails(1, &texts);
    }
}

#[test]
fn a_circle_of_includes_is_told_at_one_of_them() {
    let workspace = Workspace::small();
    let include = "{% include \"_body.md\" %}\n{% include \"note.md\" %}{% for";
    workspace.replace("templates/note.md", "{% for", include);
    let said = "note.md → note.md";
    refused(&workspace, "templates/note.md:5:12", said);
    let workspace = Workspace::small()
        .with("templates/_a.md", "甲\n{% include \"_b.md\" %}")
        .with("templates/_b.md", "{% include \"_a.md\" %}");
    workspace.replace(
        "templates/note.md",
        "{% for",
        "{% include \"_b.md\" %}{% for",
    );
    refused(&workspace, "templates/_a.md:2:12", "_a.md → _b.md → _a.md");
}
