//! What is built again after a change: exactly the letters that it reaches.

use std::fs;

use crate::workspace::{Run, Workspace};

/// Letters `l00` to `l11`: letter `i` prints figure `i mod 6` through measure `i mod 6`, its template is
/// `even` or `odd`. `l03` has its own copied-to list, `l05` asks for another year's figure.
fn many() -> Workspace {
    let mut facts = "evidence: 年报\nfigures:\n".to_owned();
    let mut measures = "measures:\n".to_owned();
    for index in 0..6 {
        facts += &format!(
            "  f{index}:\n    name: 数据{index}\n    unit: 件\n    by_period:\n      2020年: {{ value: 9{index} }}\n      2021年: {{ value: 10{index}, growth_note: x }}\n"
        );
        measures += &format!("  m{index}:\n    text: 办理案件{{{{ figure.f{index} }}}}。\n");
    }
    let facts = facts.replace(", growth_note: x", "") + &measures;
    let workspace = Workspace::empty()
        .with(
            "content/office.yaml",
            "name: 甲市乙局\ncontact: { name: 张三 }\ncopied_to: [丙委]\nterms:\n  reply: 答复\n  other: 别的\nfonts: { source: bundled }\n",
        )
        .with("content/facts/a.yaml", facts)
        .with("templates/even.md", template("{{ terms.reply }}"))
        .with("templates/odd.md", template("函").replace("---\n{%", "remarks: [\"（联系人：{{ contact.name }}）\"]\n---\n{%"));
    for index in 0..12 {
        workspace.write(&format!("content/letters/l{index:02}.yaml"), letter(index));
    }
    workspace
}

fn template(kind: &str) -> String {
    format!(
        "---\ntitle: 关于某提案的{kind}\n---\n{{% for section in sections %}}{{{{ section.markdown }}}}\n\n{{% endfor %}}\n"
    )
}

fn letter(index: usize) -> String {
    let kind = if index.is_multiple_of(2) {
        "even"
    } else {
        "odd"
    };
    let mut letter = format!(
        "kind: {kind}\nproposal: {{ body: 市政协, term: 5, session: 2, number: \"{index}\", subject: 某提案 }}\naddressees: [某单位]\nperiod: 2021年\nsections:\n  - measures: [m{}]\n",
        index % 6
    );
    if index == 5 {
        letter += "  - text: 上年{{ say(id=\"f0\", period=\"2020年\") }}。\n";
    }
    letter += "issued_on: 2022-05-20\n";
    if index == 3 {
        letter += "copied_to: [丁委]\n";
    }
    letter
}

/// Ids of the letters that a run built.
pub(crate) fn built(run: &Run) -> Vec<&str> {
    let lines = run.stdout.lines();
    let built = lines.filter(|line| line.contains("生成") && line.starts_with('l'));
    built.map(|line| &line[..3]).collect()
}

/// Builds and gives the ids; then builds everything by force, which must change nothing.
fn rebuilt(workspace: &Workspace) -> Vec<String> {
    let run = workspace.run(&["build"]).success();
    let ids = built(&run).into_iter().map(str::to_owned).collect();
    let outputs = workspace.outputs();
    let before: Vec<_> = outputs
        .iter()
        .map(|name| workspace.bytes(&format!("output/{name}")))
        .collect();
    workspace.run(&["build", "--force"]).success();
    for (name, before) in outputs.iter().zip(before) {
        let now = workspace.bytes(&format!("output/{name}"));
        assert!(now == before, "{name} was not up to date");
    }
    let run = workspace.run(&["build"]).success();
    assert_eq!(run.stdout, "12封无变化\n");
    ids
}

#[test]
fn exactly_the_letters_that_a_change_reaches_are_built() {
    let workspace = many();
    assert_eq!(rebuilt(&workspace).len(), 12);
    let facts = "content/facts/a.yaml";
    let office = "content/office.yaml";
    let cases: [(&str, &str, &str, &[&str]); 11] = [
        (facts, "value: 102 ", "value: 112 ", &["l02", "l08"]),
        (facts, "value: 90 ", "value: 80 ", &["l05"]),
        (facts, "value: 91 ", "value: 81 ", &[]),
        (
            facts,
            "办理案件{{ figure.f3",
            "查办案件{{ figure.f3",
            &["l03", "l09"],
        ),
        (facts, "figures:\n", "# 说明\nfigures:\n", &[]),
        (facts, "年报", "统计年报", &[]),
        (
            office,
            "reply: 答复",
            "reply: 复函",
            &["l00", "l02", "l04", "l06", "l08", "l10"],
        ),
        (office, "other: 别的", "other: 另外的", &[]),
        (
            office,
            "张三",
            "李四",
            &["l01", "l03", "l05", "l07", "l09", "l11"],
        ),
        (
            "templates/even.md",
            "某提案",
            "某件提案",
            &["l00", "l02", "l04", "l06", "l08", "l10"],
        ),
        ("content/letters/l07.yaml", "某单位", "某某单位", &["l07"]),
    ];
    for (file, from, to, letters) in cases {
        workspace.replace(file, from, to);
        assert_eq!(rebuilt(&workspace), letters, "{from} → {to}");
    }
    workspace.replace(office, "丙委", "戊委");
    let letters = rebuilt(&workspace);
    assert_eq!(letters.len(), 11);
    assert!(!letters.contains(&"l03".to_owned()));
}

#[test]
fn reasons_are_told_in_the_clerks_words() {
    let workspace = many();
    let run = workspace.run(&["build", "--explain"]).success();
    assert!(run.stdout.contains("因为 第一次生成"), "{}", run.stdout);
    workspace.replace("content/facts/a.yaml", "value: 102 ", "value: 10.2万 ");
    workspace.replace(
        "content/facts/a.yaml",
        "办理案件{{ figure.f3",
        "查办{{ figure.f3",
    );
    workspace.replace("content/office.yaml", "reply: 答复", "reply: 复函");
    // Only one of the two letters is built now; the other's reason must still be told later.
    let run = workspace.run(&["build", "l02", "--explain"]).success();
    for reason in [
        "因为 数据2 2021年：102件 → 10.2万件",
        "因为 本地用词 reply：答复 → 复函",
    ] {
        assert!(run.stdout.contains(reason), "{reason} in\n{}", run.stdout);
    }
    workspace.write("output/l00.pdf.keep", "");
    fs::remove_file(workspace.path().join("output/l11.pdf")).expect("it was built");
    let run = workspace.run(&["build", "--explain"]).success();
    let told: Vec<_> = run.stdout.lines().collect();
    let after = |id: &str| {
        let index = told.iter().position(|line| line.starts_with(id));
        told[index.unwrap_or_else(|| panic!("{id} in {}", run.stdout)) + 1]
    };
    assert_eq!(after("l08"), "    因为 数据2 2021年：102件 → 10.2万件");
    assert_eq!(after("l09"), "    因为 举措 m3 的文字改过");
    assert_eq!(after("l11"), "    因为 缺少 l11.pdf");
    assert!(!told.iter().any(|line| line.starts_with("l02")), "{told:?}");
}

#[test]
fn nothing_is_lost_without_manifest_stamps_or_outputs() {
    let workspace = many();
    workspace.run(&["build"]).success();
    let before = workspace.bytes("output/l01.pdf");
    let manifest = workspace.read("output/manifest.json");
    for name in ["manifest.json", ".stamps", "l01.pdf", "l02.md"] {
        fs::remove_file(workspace.path().join("output").join(name)).expect("it was built");
        workspace.run(&["build"]).success();
        assert!(workspace.bytes("output/l01.pdf") == before, "{name}");
        assert_eq!(workspace.read("output/manifest.json"), manifest, "{name}");
        workspace.run(&["build", "--check"]).success();
    }
    workspace.write("output/manifest.json", &manifest[..manifest.len() / 2]);
    workspace
        .run(&["build"])
        .fails(2, &["manifest.json", "已损坏", "--force"]);
    assert!(workspace.bytes("output/l01.pdf") == before);
}

#[test]
fn a_manifest_of_another_state_is_not_believed() {
    let workspace = many();
    workspace.run(&["build"]).success();
    let old = workspace.read("output/manifest.json");
    let old_markdown = workspace.read("output/l02.md");
    workspace.replace("content/facts/a.yaml", "value: 102 ", "value: 112 ");
    workspace.run(&["build"]).success();
    // As after `git checkout` of the older outputs, with the facts left as they are.
    workspace.write("output/manifest.json", old);
    workspace.write("output/l02.md", old_markdown);
    let run = workspace.run(&["build"]).success();
    assert_eq!(built(&run), ["l02", "l08"]);
    assert!(workspace.read("output/l02.md").contains("112件"));
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn a_build_killed_at_its_very_end_is_made_good_after_the_change_was_taken_back() {
    let workspace = many();
    workspace.run(&["build"]).success();
    let stamps = workspace.bytes("output/.stamps");
    workspace.replace("content/facts/a.yaml", "value: 102 ", "value: 112 ");
    workspace.run(&["build"]).success();
    // As if it had been killed after the manifest and before the stamps.
    workspace.write("output/.stamps", stamps);
    workspace.replace("content/facts/a.yaml", "value: 112 ", "value: 102 ");
    let run = workspace.run(&["build"]).success();
    assert_eq!(built(&run), ["l02", "l08"], "{}", run.stdout);
    assert!(workspace.read("output/l02.md").contains("102件"));
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn the_manifest_forgets_what_no_letter_reads_any_more() {
    let workspace = many();
    workspace.run(&["build"]).success();
    workspace.replace("content/facts/a.yaml", "{{ figure.f3 }}", "若干");
    workspace.run(&["build"]).success();
    let after_a_change = workspace.read("output/manifest.json");
    assert!(!after_a_change.contains("figure.f3@2021年"));
    fs::remove_dir_all(workspace.path().join("output")).expect("it was built");
    workspace.run(&["build"]).success();
    assert_eq!(workspace.read("output/manifest.json"), after_a_change);
}

#[test]
fn outputs_without_a_letter_are_told_and_pruned_on_demand() {
    let workspace = many();
    workspace.run(&["build"]).success();
    for id in ["l04", "l05"] {
        fs::remove_file(workspace.path().join(format!("content/letters/{id}.yaml")))
            .expect("a letter");
    }
    workspace.replace("output/l05.md", "5月", "五月");
    workspace.write("output/notes.md", "我的笔记");
    let run = workspace.run(&["build"]).success();
    assert!(
        run.stdout
            .contains("l04.md  信件已经没有了（要删去输出用 --prune）"),
        "{}",
        run.stdout
    );
    let told = "l04.pdf  信件已经没有了（要删去输出用 --prune）";
    workspace.run(&["build", "--check"]).fails(1, &[told]);
    workspace.run(&["build", "--check", "l06"]).success();
    assert!(workspace.outputs().contains(&"l04.md".to_owned()));
    let run = workspace.run(&["build", "--prune"]).success();
    assert!(
        run.stdout.contains("l04.pdf  信件已经没有了，已删去"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("l05.md  信件已经没有了；这个输出被手工改过，没有删"),
        "{}",
        run.stdout
    );
    let outputs = workspace.outputs();
    let is_there = |name: &str| outputs.iter().any(|it| it == name);
    assert!(!is_there("l04.md") && !is_there("l04.pdf") && !is_there("l05.pdf"));
    assert!(is_there("l05.md") && is_there("notes.md") && is_there("l06.md"));
}

#[test]
fn a_checkout_with_crlf_or_in_another_place_is_up_to_date() {
    let workspace = many();
    workspace.run(&["build"]).success();
    let moved = Workspace::empty();
    for folder in [
        "content/letters",
        "content/facts",
        "content",
        "templates",
        "output",
    ] {
        for entry in fs::read_dir(workspace.path().join(folder))
            .expect("a folder")
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() || name.starts_with('.') {
                continue;
            }
            let mut bytes = fs::read(entry.path()).expect("a file");
            if !name.ends_with("pdf") {
                bytes = String::from_utf8(bytes)
                    .expect("UTF-8")
                    .replace('\n', "\r\n")
                    .into_bytes();
            }
            moved.write(&format!("{folder}/{name}"), bytes);
        }
    }
    moved.run(&["build", "--check"]).success();
    let run = moved.run(&["build"]).success();
    assert_eq!(built(&run), Vec::<&str>::new(), "{}", run.stdout);
}

#[test]
fn a_table_of_figures_reads_every_row_and_its_evidence() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "measures:\n",
        "  rows: { name: 行数, unit: 件, evidence: 一处, by_period: { 2020年: { value: 4 }, 2021年: { value: 5 } } }\n  unused: { name: 别的, unit: 件, by_period: { 2021年: { value: 6 } } }\nmeasures:\n",
    );
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "annexes:\n  - title: 数据表\n    table: { figures: [rows] }\nissued_on",
    );
    workspace.run(&["build"]).success();
    let explained = |from: &str, to: &str| {
        workspace.replace("content/facts/a.yaml", from, to);
        let run = workspace.run(&["build", "--explain"]).success();
        workspace.run(&["build", "--check"]).success();
        run.stdout
    };
    let told = explained("{ value: 5 }", "{ value: 8 }");
    assert!(told.contains("因为 行数 2021年：5件 → 8件"), "{told}");
    assert!(told.contains("因为 行数 2021年 增长：25% → 100%"), "{told}");
    let told = explained("一处", "另一处");
    assert!(
        told.contains("因为 行数 2021年 出处：一处 → 另一处"),
        "{told}"
    );
    assert_eq!(explained("{ value: 6 }", "{ value: 7 }"), "1封无变化\n");
    let run = workspace
        .run(&["trace", "--figure", "rows", "--format", "csv"])
        .success();
    assert_eq!(run.stdout.lines().count(), 3, "{}", run.stdout);
}

#[test]
fn a_letter_is_built_again_when_the_letter_changes_that_it_takes_its_body_from() {
    let workspace = Workspace::copy("province");
    let letter = "content/letters/046.yaml";
    workspace.run(&["build"]).success();
    // The second build stamps what the first one wrote a moment ago.
    std::thread::sleep(std::time::Duration::from_millis(100));
    workspace.run(&["build"]).success();
    workspace.replace(letter, "关于加强森林防火", "关于切实加强森林防火");
    let run = workspace.run(&["build", "--explain"]).success();
    let told = [
        "046  已生成",
        "047  已生成",
        "正文取自的信件 046 改过",
        "4封无变化",
    ];
    assert!(told.iter().all(|it| run.stdout.contains(it)), "{run:?}");
    assert!(workspace.read("output/047.md").contains("切实加强森林防火"));
    workspace.run(&["build", "--check"]).success();
}

#[test]
fn outputs_of_a_letter_that_is_not_read_are_kept() {
    for name in ["l04.YAML", "l04.yml", "2022/l04.yaml", "2022/l04.YML"] {
        let workspace = many();
        workspace.run(&["build"]).success();
        let letter = workspace.read("content/letters/l04.yaml");
        fs::remove_file(workspace.path().join("content/letters/l04.yaml")).expect("a letter");
        workspace.write(&format!("content/letters/{name}"), letter);
        let run = workspace.run(&["build", "--prune"]).fails(1, &[name]);
        assert!(!run.stdout.contains("信件已经没有了"), "{}", run.stdout);
        assert!(
            workspace.outputs().contains(&"l04.pdf".to_owned()),
            "{name}"
        );
    }
}
