//! Annexes from a letter's YAML to the page.

use fuhan::document::markdown::body;
use fuhan::document::{Annex, HeadFormat};
use fuhan::layout::length::Length;
use fuhan::layout::page::{Item, Page, PagedDocument, Role, Separator, TextRun};
use fuhan::origin::Origins;
use fuhan::source::Source;

use crate::sample;
use crate::workspace::Workspace;

const ANNEXES: &str = "\
annexes:
  - title: 主要数据表
    table: { figures: [cases] }
  - title: 说明
    text: |
      ## 一、来源

      2021年{{ figure.cases }}，见下表。

      | 项目 | 数量 |
      |---|---|
      | 甲*乙 | {{ value.cases }} |
";

fn with_annexes() -> Workspace {
    let workspace = Workspace::small();
    let letter = workspace.read("content/letters/a.yaml");
    workspace.with("content/letters/a.yaml", format!("{letter}{ANNEXES}"))
}

#[test]
fn annexes_are_noted_under_the_text_and_printed_after_the_date() {
    let workspace = with_annexes();
    workspace.run(&["build"]).success();
    let text = workspace.read("output/a.md");
    assert!(text.contains("附件：1.主要数据表\n\n2.说明\n"), "{text}");
    let end = &text[text.find("附件1").expect("the first annex")..];
    assert!(end.contains("# 主要数据表"), "{text}");
    assert!(end.contains("| 指标 | 期间 | 数值 | 单位 | 同比 | 数据来源 |"));
    assert!(end.contains("## 一、来源"), "{text}");
    assert!(end.contains("| 甲\\*乙 | "), "{text}");
}

#[test]
fn a_figure_that_a_table_lacks_is_named_with_the_nearest() {
    let workspace = with_annexes();
    workspace.replace(
        "content/letters/a.yaml",
        "figures: [cases]",
        "figures: [case]",
    );
    workspace
        .run(&["build"])
        .fails(1, &["没有代号是“case”的数据", "cases"]);
}

#[test]
fn a_table_that_names_no_figures_has_all_that_the_letter_prints() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "measures:\n",
        "  place: { name: 位次, by_period: { 2021年: { rank: 全国第二位 } } }\n  unused: { name: 没用到, unit: 件, by_period: { 2021年: { value: 6 } } }\nmeasures:\n  more: { text: \"位居{{ rank.place }}。\" }\n",
    );
    workspace.replace(
        "content/letters/a.yaml",
        "issued_on",
        "annexes:\n  - { title: 数据来源表, table: { columns: [name, value, evidence] } }\nissued_on",
    );
    let rows = || -> Vec<String> {
        workspace.run(&["build"]).success();
        workspace.run(&["build", "--check"]).success();
        let text = workspace.read("output/a.md");
        let rows = text.lines().filter(|line| line.starts_with('|'));
        rows.skip(2).map(str::to_owned).collect()
    };
    assert_eq!(rows(), ["| 案件 | 1001 | 年报 |"]);
    // A figure that comes to be printed by another file's change, and evidence that only the table prints.
    workspace.replace("content/letters/a.yaml", "[work]", "[work, more]");
    assert_eq!(
        rows(),
        ["| 案件 | 1001 | 年报 |", "| 位次 | 全国第二位 | 年报 |"]
    );
    workspace.replace("content/facts/a.yaml", "年报", "统计年报");
    assert_eq!(rows()[1], "| 位次 | 全国第二位 | 统计年报 |");
    workspace.replace("content/facts/a.yaml", "全国第二位", "全国第三位");
    assert_eq!(rows()[1], "| 位次 | 全国第三位 | 统计年报 |");
}

#[test]
fn a_row_with_more_cells_than_the_head_is_refused_at_its_line() {
    let workspace = with_annexes();
    let letter = workspace.read("content/letters/a.yaml");
    let row = "      | 一 | 2 | 丢失的三 |";
    workspace.write("content/letters/a.yaml", format!("{letter}{row}\n"));
    let place = format!("content/letters/a.yaml:{}:7", letter.lines().count() + 1);
    let texts = ["表头（2列）", &place, row.trim_start()];
    workspace.run(&["build"]).fails(1, &texts);
    assert_eq!(workspace.outputs(), Vec::<String>::new());
}

#[test]
fn an_annex_without_content_is_an_error() {
    let workspace = with_annexes();
    workspace.replace(
        "content/letters/a.yaml",
        "    table: { figures: [cases] }\n",
        "",
    );
    workspace
        .run(&["build"])
        .fails(1, &["这个附件没有内容", "“text”"]);
}

/// The pages of the sample with one annex of this Markdown.
fn annexed(markdown: &str) -> PagedDocument {
    let mut document = sample::document(HeadFormat::Letter);
    document.imprint.copied_to = None;
    let source = Source::new("output/a.md（附件1）", markdown);
    let body = body(&source, &Origins::new()).value.expect("it is sound");
    let title = sample::text("主要数据表");
    document.main_part.annex_notes = vec![title.clone()];
    document.main_part.annexes = vec![Annex {
        number: None,
        title,
        body,
    }];
    sample::pages(&document)
}

fn runs(page: &Page, role: Role) -> Vec<&TextRun> {
    let runs = page.items.iter().filter_map(|item| match item {
        Item::Text(run) if run.role == role => Some(run),
        _ => None,
    });
    runs.collect()
}

fn rules(page: &Page) -> Vec<&Separator> {
    let rules = page.items.iter().filter_map(|item| match item {
        Item::Separator(rule) => Some(rule),
        Item::Text(_) => None,
    });
    rules.collect()
}

#[test]
fn an_annex_begins_a_page_with_its_mark_and_its_title_on_row_three_by_7_3_7() {
    let pages = annexed("正文。");
    let page = pages.pages.last().expect("there are pages");
    let mark = runs(page, Role::AnnexMark)[0];
    assert_eq!(mark.text(), "附件");
    let top = |run: &TextRun| (run.start.y - run.size * 0.88).to_mm();
    assert!((mark.start.x.to_mm() - 28.0).abs() < 0.05 && (top(mark) - 37.0).abs() < 0.05);
    let title = runs(page, Role::AnnexTitle)[0];
    let middle = top(title) + title.size.to_mm() / 2.0;
    assert!(
        (middle - (37.0 + 2.0 * 10.446 + 2.82)).abs() < 0.05,
        "{middle}"
    );
    let number = runs(page, Role::PageNumber)[0].text();
    assert_eq!(number, format!("— {} —", pages.pages.len()));
}

#[test]
fn numbers_of_a_column_stand_with_their_points_under_each_other() {
    let pages = annexed(
        "| 项目 | 数值 |\n|---|---|\n| 甲 | 1001 |\n| 乙 | 15.5万 |\n| 丙 | 9.25% |\n| 丁 | — |\n",
    );
    let page = pages.pages.last().expect("there are pages");
    let points: Vec<f64> = runs(page, Role::TableCell)
        .into_iter()
        .filter(|run| run.text().starts_with(|it: char| it.is_ascii_digit()))
        .map(|run| {
            let whole = run
                .glyphs
                .iter()
                .take_while(|it| it.character.is_ascii_digit());
            (run.start.x + whole.map(|it| it.advance).sum()).to_mm()
        })
        .collect();
    assert_eq!(points.len(), 3);
    // Digits of a proportional font stand in the middle of their half cells.
    assert!(
        points.iter().all(|point| (point - points[0]).abs() < 0.25),
        "{points:?}"
    );
}

#[test]
fn numbers_stay_in_their_column_where_the_texts_beside_them_take_the_room() {
    let long = "南山省知识产权局关于省政协十二届五次会议第20220022号提案的会办意见";
    let row = |value: &str, unit: &str| {
        format!("| 平均审查周期压缩幅度和其他 | 2021年 | {value} | {unit} | {long} |\n")
    };
    let rows = row("1137", "家") + &row("70以上", "％");
    let pages = annexed(&format!(
        "| 指标 | 期间 | 数值 | 单位 | 数据来源 |\n|---|---|---|---|---|\n{rows}"
    ));
    let page = pages.pages.last().expect("there are pages");
    let cells = runs(page, Role::TableCell);
    let cell = |text: &str| cells.iter().find(|run| run.text() == text).expect(text);
    let (short, long, unit) = (cell("1137"), cell("70以上"), cell("％"));
    let advance: Length = long.glyphs.iter().map(|it| it.advance).sum();
    assert!(long.start.x + advance < unit.start.x);
    // Two digits more before the point: a cell to the left.
    let shift = (long.start.x - short.start.x).to_mm();
    assert!((shift - 4.94).abs() < 0.3, "{shift}");
}

/// A table of 80 rows.
fn long_table() -> String {
    let rows: Vec<String> = (1..=80)
        .map(|row| format!("| 第{row}项 | {row}.5 |"))
        .collect();
    format!("| 项目 | 数值 |\n|---|---|\n{}\n", rows.join("\n"))
}

#[test]
fn a_long_table_repeats_its_head_and_closes_on_each_page() {
    let pages = annexed(&long_table());
    let with_table: Vec<&Page> = pages
        .pages
        .iter()
        .filter(|page| !runs(page, Role::TableCell).is_empty())
        .collect();
    assert!(with_table.len() >= 4);
    let mut rows = 0;
    for page in with_table {
        let heads: String = runs(page, Role::TableHead)
            .iter()
            .map(|run| run.text())
            .collect();
        assert_eq!(heads, "项目数值");
        rows += runs(page, Role::TableCell).len() / 2;
        let lowest = runs(page, Role::TableCell)
            .iter()
            .map(|run| run.start.y.to_mm())
            .fold(0.0, f64::max);
        let across = rules(page)
            .into_iter()
            .filter(|rule| rule.start.y == rule.end.y);
        let foot = across.map(|rule| rule.start.y.to_mm()).fold(0.0, f64::max);
        assert!(foot > lowest && foot < 264.6, "{foot} {lowest}");
    }
    assert_eq!(rows, 80);
}

#[test]
fn a_table_too_wide_for_the_page_is_set_across_with_the_number_in_its_place() {
    let heads: Vec<String> = (1..=10)
        .map(|column| format!("第{column}栏的说明"))
        .collect();
    let cells = vec!["有关部门按职责分工负责"; 10];
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let markdown =
        line(heads.iter().map(String::as_str).collect()) + &line(vec!["---"; 10]) + &line(cells);
    let pages = annexed(&markdown);
    let page = pages.pages.last().expect("there are pages");
    let cells = runs(page, Role::TableCell);
    assert!(!cells.is_empty() && cells.iter().all(|run| run.is_turned));
    // The head is at the left edge of the type area, nearer to it than every row under it.
    let head = runs(page, Role::TableHead)[0].start.x;
    assert!(cells.iter().all(|run| run.start.x > head));
    for rule in rules(page) {
        for point in [rule.start, rule.end] {
            assert!(point.x.to_mm() > 27.9 && point.x.to_mm() < 184.1);
            assert!(point.y.to_mm() > 36.9 && point.y.to_mm() < 262.1);
        }
    }
    assert!(!runs(page, Role::PageNumber)[0].is_turned);
}
