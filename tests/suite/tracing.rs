//! Every printed figure leads back to its fact.

use crate::workspace::Workspace;

/// The ledger as rows of cells, without the head.
fn csv(workspace: &Workspace, arguments: &[&str]) -> Vec<Vec<String>> {
    let arguments = [&["trace"], arguments, &["--format", "csv"]].concat();
    let run = workspace.run(&arguments).success();
    let lines = run.stdout.lines().skip(1);
    let cells = lines.map(|line| line.trim_matches('"').split("\",\"").map(str::to_owned));
    cells.map(Iterator::collect).collect()
}

#[test]
fn the_ledger_gives_page_line_text_and_source() {
    let workspace = Workspace::small();
    let rows = csv(&workspace, &["a"]);
    assert_eq!(rows.len(), 2);
    let expected = [
        "a",
        "1",
        "4",
        "1001件",
        "cases",
        "案件",
        "2021年",
        "figure",
        "",
        "年报",
        "",
        "content/facts/a.yaml:7",
        "共查处案件1001件，同比增长41.6%。",
    ];
    assert_eq!(rows[0], expected);
    assert_eq!(rows[1][3], "同比增长41.6%");
    assert_eq!(rows[1][9], "年报");
}

#[test]
fn figures_around_the_body_are_traced_wherever_they_are_printed() {
    let workspace = Workspace::small();
    let office = workspace.read("content/office.yaml");
    workspace.write(
        "content/office.yaml",
        office + "copied_to: [\"丙委（{{ figure.cases }}）\"]\n",
    );
    workspace.write(
        "templates/note.md",
        "---\ntitle: 关于进一步加强知识产权保护工作并查处案件{{ figure.cases }}有关情况的函\nremarks: [\"（全年{{ figure.cases }}）\"]\n---\n{% for section in sections %}{{ section.markdown }}\n\n{% endfor %}",
    );
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "annexes:\n  - { title: \"{{ figure.cases }}案件清单\", text: \"见{{ figure.cases }}。\" }\nissued_on",
    );
    let rows = csv(&workspace, &["--figure", "cases"]);
    let places: Vec<_> = rows.iter().map(|row| (&*row[1], &*row[3])).collect();
    // Title, body, annex note, remark; annex title, annex, copied-to.
    let cases = "1001件";
    let expected = [
        ("1", cases),
        ("1", cases),
        ("1", "同比增长41.6%"),
        ("1", cases),
        ("1", cases),
        ("2", cases),
        ("2", cases),
        ("2", cases),
    ];
    assert_eq!(places, expected);
    let lines: Vec<_> = rows.iter().map(|row| &*row[2]).collect();
    assert_eq!(lines, ["3", "5", "5", "6", "9", "2", "3", "4"]);
    assert!(rows[0][12].contains("关于进一步加强知识产权保护工作并查处案件1001件"));
    let run = workspace.run(&["build", "--review"]).success();
    assert_eq!(run.stdout, "a  a.审阅.pdf，8处数字带出处\n");
}

#[test]
fn every_link_of_the_seed_letter_is_in_the_ledger() {
    let workspace = Workspace::copy("seed_as_issued");
    let rows = csv(&workspace, &[]);
    assert_eq!(rows.len(), 38);
    let texts: Vec<_> = rows.iter().map(|row| row[3].as_str()).collect();
    for text in [
        "1001件",
        "同比增长41.6%",
        "27个",
        "99.51%",
        "15.5万件",
        "50.26亿元",
    ] {
        assert!(texts.contains(&text), "{text} in {texts:?}");
    }
    for row in &rows {
        assert!(row[11].starts_with("content/facts/"), "{row:?}");
        assert!(row[12].contains(&row[3]), "{row:?}");
    }
}

#[test]
fn a_figure_leads_to_every_letter_and_sentence_that_prints_it() {
    let workspace = Workspace::copy(".");
    let run = workspace
        .run(&["trace", "--figure", "patents_granted"])
        .success();
    assert!(run.stdout.contains("20220022"), "{}", run.stdout);
    assert!(run.stdout.contains("example_lead_reply"), "{}", run.stdout);
    assert!(
        !run.stdout.contains("example_co_handling_opinion"),
        "{}",
        run.stdout
    );
    assert!(run.stderr.contains("2封信，印出4处"), "{}", run.stderr);
    // The same without what the last build recorded.
    let without = Workspace::copy(".");
    std::fs::remove_file(without.path().join("output/manifest.json")).expect("it is committed");
    let again = without
        .run(&["trace", "--figure", "patents_granted"])
        .success();
    assert_eq!(run.stdout, again.stdout);
    workspace
        .run(&["trace", "--figure", "patents_grantd"])
        .fails(2, &["“patents_grantd”", "“patents_granted”"]);
}

#[test]
fn a_computed_figure_says_what_it_was_computed_from() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "      2021年: { value: 1001, growth: 41.6% }\n",
        "      2021年: { value: 1000 }\n      2020年: { value: 800, evidence: 上年年报 }\n  others: { name: 其他, unit: 件, by_period: { 2021年: { value: 5 } } }\n  all: { name: 合计, unit: 件, sum_of: [cases, others] }\n",
    );
    workspace.replace(
        "content/facts/a.yaml",
        "{{ growth.cases }}",
        "{{ growth.cases }}，合计{{ figure.all }}",
    );
    let rows = csv(&workspace, &[]);
    let evidence = |text: &str| {
        let row = rows.iter().find(|row| row[3] == text);
        row.unwrap_or_else(|| panic!("{text} in {rows:?}"))[9].clone()
    };
    assert_eq!(evidence("1005件"), "由案件、其他相加（年报）");
    assert_eq!(
        evidence("同比增长25%"),
        "由2020年和2021年的数值算出（年报；上年年报）"
    );
    let run = workspace.run(&["trace", "--figure", "cases"]).success();
    assert!(
        run.stderr.contains("另有由它算出的数据：all"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_review_copy_shows_the_source_of_every_figure() {
    let workspace = Workspace::small();
    let run = workspace.run(&["build", "--review"]).success();
    assert_eq!(run.stdout, "a  a.审阅.pdf，2处数字带出处\n");
    let path = "output/a.审阅.pdf";
    let pdf = lopdf::Document::load_mem(&workspace.bytes(path)).expect("a PDF");
    let notes: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Contents").ok()?.as_str().ok())
        .map(|bytes| {
            let units = bytes
                .chunks(2)
                .skip(1)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            String::from_utf16(&units.collect::<Vec<_>>()).expect("UTF-16")
        })
        .collect();
    let expected = "案件 2021年：1001件\n出处：年报\n写在：content/facts/a.yaml第7行";
    assert!(notes.iter().any(|note| note == expected), "{notes:?}");
    assert_eq!(notes.len(), 2);
    // A leader's own notes are kept, the copy is no letter's output, and a new one takes its place.
    workspace.run(&["build"]).success();
    workspace.replace("content/facts/a.yaml", "1001", "1024");
    workspace.run(&["build", "--review"]).success();
    let mut noted = workspace.bytes(path);
    noted.extend(b"% a note");
    workspace.write(path, &noted);
    let run = workspace.run(&["build", "--review"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("里有别人的批注"), "{}", run.stdout);
    assert!(workspace.bytes(path) == noted);
}
