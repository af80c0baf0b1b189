//! `import`: statistics sheets into facts, with every digit as shown, and every other byte as it was.

use std::io::Write;

use encoding_rs::GB18030;
use rust_xlsxwriter::{Format, Formula, IntoExcelData, Workbook as Book, Worksheet};

use crate::workspace::Workspace;

const FACTS: &str = "\
# 数据
evidence: 年报
figures:
  cases:            # 执法
    name: 案件
    unit: 件
    by_period:
      2021年: { value: 1001, growth: 41.6% }   # 年报第3页
  # 案值，单位是元
  case_value:
    name: 案值
    unit: 元
    by_period:
      2020年:
        value: \"5000万\"
      2022年:
        value: 7000万   # 快报
  rate:
    name: 结案率
    unit: \"%\"
    by_period: { 2021年: { value: 99.51 } }
measures:
  work:
    text: 共查处案件{{ figure.cases }}，{{ growth.cases }}，案值{{ figure.case_value }}，结案率{{ figure.rate }}。
";

const MAPPING: &str = "\
tables:
  - sheet: 主要指标
    head_rows: [2, 3]
    key: 指标
    columns:
      - { head: [期间, 数值] }
      - { head: [期间, 同比], aspect: growth }
      - { head: 单位, aspect: unit }
    figures:
      cases: 查处案件
      case_value: 案值
      rate: 结案率
";

/// Heads merged over two rows and two columns, percentages as spreadsheets store them.
fn sheet(book: &mut Book) -> &mut Worksheet {
    let plain = Format::new();
    let sheet = book.add_worksheet();
    sheet.set_name("主要指标").expect("a name");
    let heads = [
        (1, 0, 2, 0, "指标"),
        (1, 1, 2, 1, "单位"),
        (1, 2, 1, 3, "2021年"),
        (1, 4, 1, 5, "2022 年"),
    ];
    for (row, column, last_row, last_column, text) in heads {
        sheet
            .merge_range(row, column, last_row, last_column, text, &plain)
            .expect("an area");
    }
    for (column, text) in [(2, "数值"), (3, "同比"), (4, "数值"), (5, "同比")] {
        sheet.write(2, column, text).expect("a cell");
    }
    let percent = Format::new().set_num_format("0.0%");
    let thousands = Format::new().set_num_format("#,##0");
    for (row, name, unit) in [
        (3, "查处案件", "件"),
        (4, "案值", "万元"),
        (5, "结案率", "%"),
    ] {
        sheet.write(row, 0, name).expect("a cell");
        sheet.write(row, 1, unit).expect("a cell");
    }
    sheet
        .write_with_format(3, 2, 1001, &thousands)
        .expect("a cell");
    sheet
        .write_with_format(3, 3, 0.416, &percent)
        .expect("a cell");
    let sum = Formula::new("=1000+186").set_result("1186");
    sheet
        .write_with_format(3, 4, sum, &thousands)
        .expect("a cell");
    sheet
        .write_with_format(3, 5, 0.184_815, &percent)
        .expect("a cell");
    sheet.write(4, 2, 6185).expect("a cell");
    sheet.write(4, 3, "—").expect("a cell");
    sheet.write(4, 4, "７，２１３.50").expect("a cell");
    sheet.write(5, 2, "…").expect("a cell");
    let rate = Format::new().set_num_format("0.00%");
    sheet
        .write_with_format(5, 4, 0.9962, &rate)
        .expect("a cell");
    sheet
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, data: impl IntoExcelData) {
    sheet.write(row, column, data).expect("a cell");
}

fn saved(book: &mut Book) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

fn workspace() -> Workspace {
    Workspace::small()
        .with("content/facts/a.yaml", FACTS)
        .with("content/imports/figures.yaml", MAPPING)
}

fn with_sheet(change: impl FnOnce(&mut Worksheet)) -> Workspace {
    let mut book = Book::new();
    change(sheet(&mut book));
    workspace().with("统计.xlsx", saved(&mut book))
}

#[test]
fn nothing_is_written_before_it_was_shown() {
    let workspace = with_sheet(|_| {});
    let run = workspace.run(&["import", "统计.xlsx"]);
    run.fails(
        1,
        &[
            "案件 2022年 数值：（没有） → 1186件（content/facts/a.yaml:9，主要指标!E4）",
            "案件 2022年 增长：（没有） → 18.5%",
            "案值 2021年 数值：（没有） → 6185万元",
            "案值 2022年 数值：7000万元 → 7213.50万元",
            "结案率 2022年 数值：（没有） → 99.62%",
            "主要指标!D5、",
            "主要指标!C6",
            "--yes",
        ],
    );
    assert_eq!(workspace.read("content/facts/a.yaml"), FACTS);
}

#[test]
fn what_is_not_imported_stays_as_it_was_written() {
    let workspace = with_sheet(|_| {});
    workspace.run(&["import", "统计.xlsx", "--yes"]).success();
    let expected = FACTS
        .replace(
            "# 年报第3页\n",
            "# 年报第3页\n      2022年: { value: 1186, growth: 18.5% }\n",
        )
        .replace(
            "      2022年:\n        value: 7000万   # 快报\n",
            "      2021年:\n        value: 6185万\n      2022年:\n        value: 7213.50万   # 快报\n",
        )
        .replace("{ value: 99.51 } }", "{ value: 99.51 }, 2022年: { value: 99.62 } }");
    assert_eq!(workspace.read("content/facts/a.yaml"), expected);
    let again = workspace.run(&["import", "统计.xlsx"]).success();
    assert!(again.stdout.contains("没有变化"), "{}", again.stdout);
    workspace.run(&["build"]).success();
}

#[test]
fn line_ends_marks_and_quotes_of_the_file_are_kept() {
    let workspace = with_sheet(|sheet| {
        sheet.write(1, 6, "2020年").expect("a cell");
        sheet.write(2, 6, "数值").expect("a cell");
        sheet.write(4, 6, 5100).expect("a cell");
    });
    let facts = format!("\u{feff}{}", FACTS.replace('\n', "\r\n"));
    workspace.write("content/facts/a.yaml", &facts);
    workspace.run(&["import", "统计.xlsx", "--yes"]).success();
    let text = workspace.read("content/facts/a.yaml");
    assert!(text.starts_with("\u{feff}# 数据\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.contains("value: \"5100万\""), "{text}");
    assert!(
        text.contains("2022年: { value: 1186, growth: 18.5% }\r\n"),
        "{text}"
    );
}

#[test]
fn a_row_for_each_period_is_read_from_text_of_chinese_spreadsheets() {
    let mapping = "\
evidence: 省局统计
tables:
  - head_rows: 1
    key: [类别, 指标]
    columns:
      - { head: 时期, aspect: period }
      - { head: 数值 }
      - { head: 增长（%）, aspect: growth }
      - { head: 截至, aspect: as_of }
      - { head: 程度, aspect: at_least }
    figures:
      cases: { row: [执法, 案件], sheet_unit: 件 }
      case_value: { row: [执法, 案值], scale: 亿 }
    ignore: [注：快报数]
";
    let table = "类别;指标;时期;数值;增长（%）;截至;程度\n\
        执法;案件;2022;\"1,186件\";18.48;2022年12月31日;超过\n\
        执法;案件;2023年1-6月;600;;;\n\
        执法;案值;2023年;８１００万元;-;;\n\
        其他;案件;2022;5;;;\n注：快报数;;;;;;\n";
    let (gbk, ..) = GB18030.encode(table);
    let workspace = workspace()
        .with("content/imports/figures.yaml", mapping)
        .with("快报.csv", gbk);
    let run = workspace.run(&["import", "快报.csv", "--yes"]).success();
    assert!(
        run.stdout.contains("（1处）：A5“其他／案件”"),
        "{}",
        run.stdout
    );
    let text = workspace.read("content/facts/a.yaml");
    for line in [
        "2022年: { value: 1186, at_least: 超过, growth: 18.48%, as_of: 2022-12-31, evidence: 省局统计 }",
        "2023年1—6月: { value: 600, evidence: 省局统计 }",
        "      2023年:\n        value: 0.81亿\n        evidence: 省局统计\n",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
}

#[test]
fn new_figures_go_into_the_file_that_the_mapping_names() {
    let workspace = with_sheet(|sheet| {
        sheet.write(6, 0, "质押融资").expect("a cell");
        sheet.write(6, 1, "亿元").expect("a cell");
        sheet.write(6, 4, 50.26).expect("a cell");
    });
    let mapping = format!("{MAPPING}      pledges: {{ row: 质押融资, coverage: 全省 }}\n");
    workspace.write("content/imports/figures.yaml", &mapping);
    workspace
        .run(&["import", "统计.xlsx", "--yes"])
        .fails(1, &["missing-facts-file", "“pledges”", "没有写入"]);
    let mapping = format!("facts_file: content/facts/new.yaml\n{mapping}");
    workspace.write("content/imports/figures.yaml", mapping);
    workspace.run(&["import", "统计.xlsx", "--yes"]).success();
    assert_eq!(
        workspace.read("content/facts/new.yaml"),
        "figures:\n  pledges:\n    name: 质押融资\n    coverage: 全省\n    unit: 元\n    by_period:\n      2022年: { value: 50.26亿 }\n"
    );
}

#[test]
fn numbers_that_disagree_are_told_before_they_are_written() {
    let workspace = with_sheet(|sheet| {
        let percent = Format::new().set_num_format("0.0%");
        sheet
            .write_with_format(3, 5, 0.30, &percent)
            .expect("a cell");
    });
    workspace.run(&["import", "统计.xlsx"]).fails(
        1,
        &[
            "growth-mismatch",
            "2021年1001、2022年1186，算得18.5%",
            "还没有写入",
        ],
    );
    assert_eq!(workspace.read("content/facts/a.yaml"), FACTS);
}

#[test]
fn mistakes_in_the_sheet_are_told_with_their_cells() {
    let refused = |change: &dyn Fn(&mut Worksheet), texts: &[&str]| {
        let workspace = with_sheet(|sheet| change(sheet));
        workspace
            .run(&["import", "统计.xlsx", "--yes"])
            .fails(1, texts);
        assert_eq!(workspace.read("content/facts/a.yaml"), FACTS);
    };
    let division = Formula::new("=1/0").set_result("#DIV/0!");
    refused(
        &|sheet| put(sheet, 3, 4, division.clone()),
        &["主要指标!E4", "#DIV/0!"],
    );
    refused(
        &|sheet| put(sheet, 3, 4, "约三成"),
        &["主要指标!E4", "“约三成”不是一个数"],
    );
    refused(
        &|sheet| put(sheet, 3, 5, 18.5),
        &["主要指标!F4", "“18.5”不是增长率", "sheet_unit"],
    );
    refused(
        &|sheet| put(sheet, 3, 1, "户"),
        &["主要指标!C4", "“户”", "“件”"],
    );
    refused(
        &|sheet| put(sheet, 4, 4, "6185元"),
        &["主要指标!E5", "“元”", "“万元”"],
    );
    refused(
        &|sheet| put(sheet, 3, 0, "查处的案件"),
        &["figures.yaml:10:14", "没有“查处案件”这一行", "“查处的案件”"],
    );
    refused(
        &|sheet| {
            put(sheet, 6, 0, "案值");
            put(sheet, 6, 1, "元");
            put(sheet, 6, 2, 5);
        },
        &["主要指标!C7", "主要指标!C5", "不同"],
    );
    let scientific = Format::new().set_num_format("0.00E+00");
    refused(
        &|sheet| {
            sheet
                .write_with_format(3, 4, 1186, &scientific)
                .expect("a cell");
        },
        &["主要指标!E4", "0.00E+00"],
    );
}

#[test]
fn mistakes_in_the_mapping_are_told_with_their_places() {
    let workspace = with_sheet(|_| {});
    let refused = |from: &str, to: &str, texts: &[&str]| {
        assert!(MAPPING.contains(from), "{from}");
        workspace.write(
            "content/imports/figures.yaml",
            MAPPING.replacen(from, to, 1),
        );
        workspace
            .run(&["import", "统计.xlsx", "--yes"])
            .fails(1, texts);
        assert_eq!(workspace.read("content/facts/a.yaml"), FACTS);
    };
    refused(
        "aspect: growth",
        "aspect: grow",
        &["figures.yaml:7:35", "“growth”"],
    );
    refused(
        "key: 指标",
        "keys: 指标",
        &["unknown-key", "“keys”", "missing-key"],
    );
    refused(
        "sheet: 主要指标",
        "sheet: 主要",
        &["unknown-sheet", "“主要指标”"],
    );
    refused(
        "[期间, 同比]",
        "同比",
        &["ambiguous-column", "D3、F3", "[2021年, 同比]"],
    );
    refused("[期间, 数值]", "数量", &["unknown-column", "没有“数量”"]);
    refused(
        "      cases:",
        "      case:",
        &["unknown-figure", "“cases”"],
    );
    refused(
        "tables:",
        "facts_file: ../x.yaml\ntables:",
        &["invalid-path"],
    );
    refused(
        "cases: 查处案件",
        "cases: { row: 查处案件, unit: 个 }",
        &["import-unit"],
    );
}

#[test]
fn hidden_sheets_are_read_only_by_name() {
    let mut book = Book::new();
    sheet(&mut book);
    let hidden = book.add_worksheet();
    hidden.set_name("底稿").expect("a name").set_hidden(true);
    let mapping = MAPPING.replace("  - sheet: 主要指标\n    head", "  - head");
    let workspace = workspace()
        .with("统计.xlsx", saved(&mut book))
        .with("content/imports/figures.yaml", &mapping);
    workspace.run(&["import", "统计.xlsx", "--yes"]).success();
    book.add_worksheet().set_name("附表").expect("a name");
    workspace.write("统计.xlsx", saved(&mut book));
    workspace
        .run(&["import", "统计.xlsx"])
        .fails(1, &["missing-sheet", "“附表”"]);
}

#[test]
fn files_that_are_no_sheets_are_refused() {
    let workspace = workspace();
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    bomb.start_file("xl/workbook.xml", options).expect("a part");
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..201 {
        bomb.write_all(&zeros).expect("a part");
    }
    let bomb = bomb.finish().expect("an archive").into_inner();
    let cases: [(&str, Vec<u8>, &str); 6] = [
        (
            "a.xlsx",
            b"PK\x03\x04 not a workbook".to_vec(),
            "不是完好的 .xlsx",
        ),
        (
            "b.xlsx",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
            "密码",
        ),
        ("c.xlsx", bomb, "内容太多"),
        ("d.xls", Vec::new(), "另存为 .xlsx"),
        ("e.pdf", Vec::new(), "不是统计表"),
        ("f.csv", b"a,\xff\xff\n".to_vec(), "encoding"),
    ];
    for (name, bytes, text) in cases {
        workspace.write(name, bytes);
        workspace.run(&["import", name]).fails(2, &[name, text]);
    }
    workspace
        .run(&["import", "没有.xlsx"])
        .fails(2, &["没有.xlsx"]);
    workspace
        .run(&["import", "a.xlsx", "--mapping", "figure"])
        .fails(2, &["没有对应表", "“figures”"]);
}

#[test]
fn the_example_of_the_manual_works() {
    let manual = include_str!("../../README.md");
    let start = manual
        .find("# content/imports/figures.yaml")
        .expect("the example");
    let mapping = &manual[start..];
    let mapping = &mapping[..mapping.find("```").expect("its end")];
    let mut book = Book::new();
    let sheet = sheet(&mut book);
    sheet.write(2, 1, "").expect("a cell");
    sheet.write(7, 0, "合计").expect("a cell");
    for (row, name, unit, value) in [
        (5, "专利授权总量", "件", 155_163),
        (6, "质押项目", "个", 12),
    ] {
        sheet.write(row, 0, name).expect("a cell");
        sheet.write(row, 1, unit).expect("a cell");
        sheet.write(row, 2, value).expect("a cell");
        sheet.write(row, 4, "—").expect("a cell");
        sheet.write(row, 5, "").expect("a cell");
    }
    let mapping = mapping.replace("head: 计量单位", "head: 单位");
    let workspace = Workspace::copy(".")
        .with("content/imports/figures.yaml", mapping)
        .with("2022年统计.xlsx", saved(&mut book));
    let run = workspace
        .run(&["import", "2022年统计.xlsx", "--yes"])
        .success();
    assert!(
        !run.stdout.contains("专利授权总量 2021年"),
        "{}",
        run.stdout
    );
    let text = workspace.read("content/facts/protection.yaml");
    assert!(
        text.contains("2022年: { value: 7213.50万, evidence: 省局2022年度统计 }"),
        "{text}"
    );
    let text = workspace.read("content/facts/statistics.yaml");
    assert!(
        text.contains("name: 知识产权质押项目\n    coverage: 全省\n    unit: 个\n"),
        "{text}"
    );
}

#[test]
fn equal_numbers_with_other_zeros_are_left_as_they_are() {
    let workspace = with_sheet(|sheet| {
        put(sheet, 4, 4, "7000.00");
        let percent = Format::new().set_num_format("0.00%");
        sheet
            .write_with_format(3, 3, 0.416, &percent)
            .expect("a cell");
    });
    let mapping = format!("evidence: 新的出处\n{MAPPING}");
    workspace.write("content/imports/figures.yaml", mapping);
    let run = workspace.run(&["import", "统计.xlsx", "--yes"]).success();
    for text in ["7000.00", "41.60%"] {
        assert!(!run.stdout.contains(text), "{}", run.stdout);
    }
    let facts = workspace.read("content/facts/a.yaml");
    for line in [
        "      2022年:\n        value: 7000万   # 快报\n",
        "2021年: { value: 1001, growth: 41.6% }",
    ] {
        assert!(facts.contains(line), "{line} in\n{facts}");
    }
}
