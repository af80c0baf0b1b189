//! `fuhan measure`: what it finds in our own files, in files that are off, and in other programs'.

use fuhan::document::markdown::body;
use fuhan::document::{Annex, Body, Document, HeadFormat, SealSpace};
use fuhan::export::pdf::pdf;
use fuhan::layout::length::Length;
use fuhan::layout::{Fonts, Grid, LineGrid, PageStyle, layout};
use fuhan::measure::{Excuse, Measurement, Reading, Report, measure};
use fuhan::origin::Origins;
use fuhan::source::Source;
use lopdf::content::{Content, Operation};
use lopdf::{Object, Stream, dictionary};

use crate::sample;
use crate::workspace::Workspace;

fn written(document: &Document, style: &PageStyle) -> Vec<u8> {
    let fonts = Fonts::bundled();
    let pages = layout(document, style, &fonts).value.expect("it has pages");
    pdf(&pages, &fonts).expect("the bundled fonts are whole")
}

fn measured(document: &Document, style: &PageStyle) -> Report {
    let file = written(document, style);
    measure(&file, &PageStyle::default(), Reading::Nearest).expect("it can be read")
}

fn off(report: &Report) -> Vec<String> {
    let name = |it: &Measurement| format!("{} {:?}", it.name, it.found);
    report.deviations().map(name).collect()
}

/// Both readings: held against the standard alone, and against a style that was told.
fn both(document: &Document) -> [Report; 2] {
    let style = PageStyle::default();
    let file = written(document, &style);
    [Reading::Nearest, Reading::Given]
        .map(|reading| measure(&file, &style, reading).expect("it can be read"))
}

#[test]
fn every_element_of_both_heads_is_measured_and_kept() {
    let names = [
        "南山省知识产权局",
        "南山省教育厅",
        "南山省人力资源和社会保障厅",
    ];
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        for seal in [SealSpace::None, SealSpace::Seal, SealSpace::NameStamp] {
            for issuers in 1..=3 {
                let mut document = sample::complete(format);
                let names = names[..issuers].iter().map(|name| sample::text(name));
                let names: Vec<_> = names.collect();
                document.header.issuer_mark.names.clone_from(&names);
                let block = document.main_part.closing_block.as_mut();
                let block = block.expect("the sample has one");
                block.seal_space = seal;
                block.sign_offs = names;
                for report in both(&document) {
                    let case = format!("{format:?} {seal:?} {issuers}");
                    assert_eq!(off(&report), Vec::<String>::new(), "{case}");
                    for name in ["份号上边", "密级左边", "紧急程度上边", "表格线粗"]
                    {
                        let found = report.measurements.iter().any(|it| it.name == name);
                        assert!(found, "{case}: {name}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_date_longer_than_the_lead_moves_the_whole_column() {
    let mut document = joint(3);
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = SealSpace::None;
    let names = ["省教育厅", "省知识产权局", "省人力资源和社会保障厅"];
    block.sign_offs = names.iter().map(|name| sample::text(name)).collect();
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
    let found = |name: &str| {
        let mut all = report.measurements.iter();
        all.find(|it| it.name == name).and_then(|it| it.found)
    };
    assert!(found("各署名右边之差").is_some_and(|apart| apart.abs() < 0.02));
    assert!(found("成文日期右空").is_some_and(|free| (free - 2.0).abs() < 0.04));
}

#[test]
fn what_the_standard_leaves_open_is_judged_only_by_the_offices_own_style() {
    let mut style = PageStyle::default();
    style.letter_head.thick = Length::pt(2.5);
    let file = written(&sample::document(HeadFormat::Letter), &style);
    let held =
        |style: &PageStyle, reading| off(&measure(&file, style, reading).expect("it can be read"));
    let standard = PageStyle::default();
    assert_eq!(held(&standard, Reading::Nearest), Vec::<String>::new());
    assert_eq!(held(&style, Reading::Given), Vec::<String>::new());
    let found = held(&standard, Reading::Given);
    assert!(
        found.iter().any(|it| it.starts_with("上双线粗线粗")),
        "{found:?}"
    );
    // 上粗下细 is not open.
    style.letter_head.thick = Length::pt(0.5);
    let file = written(&sample::document(HeadFormat::Letter), &style);
    let report = measure(&file, &standard, Reading::Nearest).expect("it can be read");
    let found = off(&report);
    assert!(
        found.iter().any(|it| it.starts_with("上双线不是上粗下细")),
        "{found:?}"
    );
}

#[test]
fn a_loose_letter_is_judged_by_what_still_applies() {
    let style = PageStyle {
        grid: Grid::Loose,
        ..PageStyle::default()
    };
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        let file = written(&sample::complete(format), &style);
        let report = measure(&file, &style, Reading::Given).expect("it can be read");
        assert_eq!(off(&report), Vec::<String>::new());
        let of = |name: &str| report.measurements.iter().find(|it| it.name == name);
        for name in ["字距", "合网格的字"] {
            let excuse = of(name).and_then(|it| it.excuse);
            assert!(matches!(excuse, Some(Excuse::NotApplicable(_))), "{name}");
        }
        for name in ["版心宽", "行距", "满行字数"] {
            assert_eq!(
                of(name).and_then(Measurement::is_kept),
                Some(true),
                "{name}"
            );
        }
    }
}

#[test]
fn an_unsealed_name_of_ten_characters_is_not_taken_for_a_sealed_one() {
    let mut document = joint(3);
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = SealSpace::None;
    block.sign_offs = vec![sample::text("示例县雨露镇人民政府")];
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
    assert!(report.measurements.iter().any(|it| it.clause == "7.3.5.2"));
}

#[test]
fn a_typed_space_and_a_line_that_ends_early_are_no_deviation() {
    for words in [
        "提出的“加强知识产权司法保护” 建设具有全国影响力的科创中心打造高质量营商环境方面的建议",
        "你们提出的关于加强全省知识产权司法保护工作建议收悉，现答复（略）：请指正。",
    ] {
        let mut document = joint(0);
        document.main_part.body.blocks = vec![sample::paragraph(words)];
        let report = measured(&document, &PageStyle::default());
        assert_eq!(off(&report), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn the_marks_ink_is_what_is_measured() {
    for (format, name) in [
        (HeadFormat::Document, "发文机关标志上边"),
        (HeadFormat::Letter, "发文机关标志上边距上页边"),
    ] {
        let report = measured(&sample::document(format), &PageStyle::default());
        let mut all = report.measurements.iter();
        let mark = all.find(|it| it.name == name).expect("it is measured");
        assert!(
            mark.deviation().is_some_and(|off| off.abs() < 0.01),
            "{mark:?}"
        );
    }
}

#[test]
fn our_files_keep_every_measure() {
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        for seal in [SealSpace::None, SealSpace::Seal] {
            let mut document = sample::document(format);
            let block = document.main_part.closing_block.as_mut();
            block.expect("the sample has one").seal_space = seal;
            let report = measured(&document, &PageStyle::default());
            assert_eq!(off(&report), Vec::<String>::new());
            let absent: Vec<&str> = report
                .measurements
                .iter()
                .filter(|it| it.found.is_none())
                .map(|it| it.name)
                .collect();
            assert_eq!(absent, Vec::<&str>::new());
            assert!(report.measurements.len() > 30);
        }
    }
}

/// The sample with so many short paragraphs, three sealed sign-offs, and no more than that.
fn joint(paragraphs: usize) -> Document {
    let mut document = sample::document(HeadFormat::Letter);
    document.imprint.copied_to = None;
    document.main_part.remarks.clear();
    let blocks = &mut document.main_part.body.blocks;
    blocks.truncate(1);
    blocks.extend(vec![sample::paragraph("特此函复。"); paragraphs]);
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = SealSpace::Seal;
    let names = ["南山省知识产权局", "南山省教育厅", "南山省人社厅"];
    block.sign_offs = names.iter().map(|name| sample::text(name)).collect();
    document
}

#[test]
fn what_7_3_5_allows_is_no_deviation() {
    // Rows tightened or given to the next page for the closing block, names beside each other.
    for paragraphs in 0..30 {
        let report = measured(&joint(paragraphs), &PageStyle::default());
        assert_eq!(
            off(&report),
            Vec::<String>::new(),
            "{paragraphs} paragraphs"
        );
    }
}

#[test]
fn a_page_before_an_annex_need_not_be_full() {
    let mut document = joint(1);
    let annex = |number| Annex {
        number: Some(number),
        title: sample::text("名单"),
        body: Body {
            blocks: vec![sample::paragraph("甲、乙、丙。")],
        },
    };
    document.main_part.annexes = vec![annex(1), annex(2), annex(3)];
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
}

#[test]
fn a_date_in_an_annex_is_not_the_date_of_issue() {
    for number in [None, Some(1)] {
        let mut document = joint(1);
        document.main_part.annexes = vec![Annex {
            number,
            title: sample::text("名单"),
            body: Body {
                blocks: vec![
                    sample::paragraph("甲、乙。"),
                    sample::paragraph("2022年5月1日"),
                ],
            },
        }];
        let report = measured(&document, &PageStyle::default());
        assert_eq!(off(&report), Vec::<String>::new());
        let mut all = report.measurements.iter();
        assert!(all.any(|it| it.name == "一排署名数"), "{number:?}");
    }
}

#[test]
fn a_long_table_is_not_taken_for_the_text() {
    let mut document = sample::document(HeadFormat::Document);
    let row = "| 第1市场监督管理所 | 1001件 | 按月统计，年底汇总 | 全省市场监管系统 |\n";
    let head = "| 单位 | 数量 | 说明 | 范围 |\n|---|---|---|---|\n";
    let table = Source::new("annex.md", head.to_owned() + &row.repeat(80));
    let body = body(&table, &Origins::new()).value.expect("it is sound");
    document.main_part.annexes = vec![Annex {
        number: None,
        title: sample::text("情况表"),
        body,
    }];
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
    document.main_part.body.blocks = vec![sample::paragraph("特此函复。")];
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
}

#[test]
fn the_lead_of_a_joint_letter_is_what_its_date_stands_by() {
    let mut document = joint(3);
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = SealSpace::None;
    let names = [
        "南山省知识产权局",
        "南山省高级人民法院",
        "南山省市场监督管理局",
    ];
    block.sign_offs = names.iter().map(|name| sample::text(name)).collect();
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
}

#[test]
fn the_number_beside_signatories_is_measured_like_any_other() {
    let mut document = sample::document(HeadFormat::Document);
    document.header.signatories = vec![sample::text("王建国")];
    let report = measured(&document, &PageStyle::default());
    assert_eq!(off(&report), Vec::<String>::new());
    let drop = report
        .measurements
        .iter()
        .find(|it| it.name == "红色分隔线距发文字号");
    assert!(drop.is_some_and(|it| it.found.is_some()), "{drop:?}");
}

#[test]
fn text_under_the_type_area_is_found() {
    let off = found_off(|style| style.type_area.height = Length::mm(250.0));
    let is_found = |name: &String| name.starts_with("版心以下的文字行");
    assert!(off.iter().any(is_found), "{off:?}");
}

#[test]
fn the_other_reading_of_the_type_area_is_named() {
    let style = PageStyle {
        line_grid: LineGrid::Box,
        ..PageStyle::default()
    };
    let report = measured(&sample::document(HeadFormat::Document), &style);
    assert_eq!(report.line_grid, LineGrid::Box);
    assert_eq!(off(&report), Vec::<String>::new());
}

/// A file made by a style that is off in one measure, and what is found.
fn found_off(change: impl FnOnce(&mut PageStyle)) -> Vec<String> {
    let mut style = PageStyle::default();
    change(&mut style);
    let report = measured(&sample::document(HeadFormat::Document), &style);
    report.deviations().map(|it| it.name.to_owned()).collect()
}

#[test]
fn what_is_off_is_found() {
    assert_eq!(
        found_off(|style| style.lines = 21)[..2],
        ["行距", "每面行数"]
    );
    let found = found_off(|style| style.cells = 27);
    for name in ["满行字数", "字距"] {
        assert!(found.contains(&name.to_owned()), "{found:?}");
    }
    let found = found_off(|style| style.binding = Length::mm(26.5));
    assert!(found.contains(&"订口".to_owned()), "{found:?}");
    let found = found_off(|style| style.page_number.drop = Length::mm(7.3));
    assert_eq!(found, ["一字线上边距版心下边"]);
    let found = found_off(|style| style.document_head.separator_drop = Length::mm(4.2));
    assert_eq!(found, ["红色分隔线距发文字号"]);
    let found = found_off(|style| style.closing_block.sign_off_right = 3);
    assert_eq!(found, ["署名右空"]);
}

/// A file as other programs write it: a form, scaled coordinates, a simple font, `TJ` and `Td`.
fn foreign() -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.4");
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "FirstChar" => 49, "Widths" => vec![Object::Integer(500); 9],
    });
    let text = |x: f32, y: f32, pieces: Vec<Object>| {
        vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F".into(), 8.into()]),
            Operation::new("Td", vec![x.into(), y.into()]),
            Operation::new("TJ", vec![Object::Array(pieces)]),
            Operation::new("ET", vec![]),
        ]
    };
    let pieces = vec![
        Object::string_literal("1"),
        100.into(),
        Object::string_literal("2"),
    ];
    let form = Content {
        operations: text(50.0, 200.0, pieces),
    };
    let form = file.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form",
            "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        },
        form.encode().expect("it can be written"),
    ));
    let page = Content {
        operations: vec![
            Operation::new("q", vec![]),
            Operation::new(
                "cm",
                vec![2.into(), 0.into(), 0.into(), 2.into(), 10.into(), 0.into()],
            ),
            Operation::new("Do", vec!["X".into()]),
            Operation::new("Q", vec![]),
            Operation::new("re", vec![100.into(), 300.into(), 200.into(), 1.into()]),
            Operation::new("f", vec![]),
        ],
    };
    let content = file.add_object(Stream::new(
        dictionary! {},
        page.encode().expect("it can be written"),
    ));
    let pages = file.new_object_id();
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "XObject" => dictionary! { "X" => form } },
    });
    let tree = dictionary! {
        "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
        "MediaBox" => vec![0.into(), 0.into(), 600.into(), 800.into()],
    };
    of_pages(file, pages, tree)
}

/// The bytes of a file whose tree of pages has the id `pages`.
pub(crate) fn of_pages(
    mut file: lopdf::Document,
    pages: lopdf::ObjectId,
    tree: lopdf::Dictionary,
) -> Vec<u8> {
    file.objects.insert(pages, Object::Dictionary(tree));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("it can be written");
    bytes
}

#[test]
fn files_of_other_programs_are_read() {
    let sheets = fuhan::measure::pdf::sheets(&foreign()).expect("it can be read");
    let marks = &sheets[0].marks;
    let pt = |length: Length| (length.to_pt() * 100.0).round() / 100.0;
    assert_eq!(marks.len(), 2);
    assert_eq!((pt(marks[0].x), pt(marks[0].baseline)), (110.0, 400.0));
    assert_eq!((pt(marks[0].size), pt(marks[0].advance)), (16.0, 8.0));
    // 8 for the first glyph, less a tenth of the em.
    assert_eq!(pt(marks[1].x), 110.0 + 8.0 - 1.6);
    let rule = sheets[0].rules[0];
    assert_eq!(
        (pt(rule.left), pt(rule.right), pt(rule.top)),
        (100.0, 300.0, 499.0)
    );
}

/// One of our files with something changed in its objects.
fn changed(document: &Document, change: impl Fn(&mut lopdf::Document)) -> Vec<u8> {
    let file = written(document, &PageStyle::default());
    let mut file = lopdf::Document::load_mem(&file).expect("we wrote it");
    change(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("it can be written");
    bytes
}

fn dictionaries(file: &mut lopdf::Document) -> impl Iterator<Item = &mut lopdf::Dictionary> {
    let objects = file.objects.values_mut();
    objects.filter_map(|object| object.as_dict_mut().ok())
}

#[test]
fn a_page_is_measured_as_it_is_shown() {
    let document = sample::document(HeadFormat::Document);
    // Content set across on a page that is shown turned back, and in units of half a point.
    let file = changed(&document, |file| {
        for page in dictionaries(file).filter(|it| it.has_type(b"Page")) {
            page.remove(b"CropBox");
            page.set("UserUnit", 0.5);
            page.set("Rotate", 90);
            page.set(
                "MediaBox",
                vec![10.into(), 20.into(), 1693.78.into(), 1210.55.into()],
            );
        }
        for page in file.get_pages().into_values() {
            let content = file.get_page_content(page);
            let turned = [b"q 0 2 -2 0 1693.78 20 cm ".as_slice(), &content, b" Q"].concat();
            file.change_page_content(page, turned)
                .expect("it is a page");
        }
    });
    let report = measure(&file, &PageStyle::default(), Reading::Nearest);
    assert_eq!(off(&report.expect("it can be read")), Vec::<String>::new());
}

#[test]
fn characters_that_a_file_does_not_name_are_measured_by_their_places() {
    let document = sample::document(HeadFormat::Document);
    let file = changed(&document, |file| {
        for font in dictionaries(file) {
            font.remove(b"ToUnicode");
        }
    });
    let report = measure(&file, &PageStyle::default(), Reading::Nearest);
    let report = report.expect("it can be read");
    assert!(report.unnamed > 1000);
    let kept = |name| {
        let mut all = report.measurements.iter();
        all.find(|it| it.name == name)
            .and_then(Measurement::is_kept)
    };
    for name in [
        "天头",
        "订口",
        "行距",
        "每面行数",
        "满行字数",
        "字距",
        "标题字号",
    ] {
        assert_eq!(kept(name), Some(true), "{name}");
    }
}

/// Pages of lines of text in a Chinese font that is not in the file, in GBK; every fourth line
/// begins so many points further in.
fn in_gbk(footer: &str, indent: f32) -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.4");
    let descendant = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => "FangSong",
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("GB1"), "Supplement" => 2,
        },
    });
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "FangSong",
        "Encoding" => "GBK-EUC-H", "DescendantFonts" => vec![descendant.into()],
    });
    let pages = file.new_object_id();
    let page = |file: &mut lopdf::Document, number: usize| {
        let mut operations = vec![Operation::new("BT", vec![])];
        let mut line = |text: &str, x: f32, y: f32| {
            let (text, _, _) = encoding_rs::GBK.encode(text);
            operations.extend([
                Operation::new("Tf", vec!["F".into(), 16.into()]),
                Operation::new("Tc", vec![(-0.206).into()]),
                Operation::new("Tm", [1.0, 0.0, 0.0, 1.0, x, y].map(Object::from).to_vec()),
                Operation::new("Tj", vec![Object::string_literal(text.into_owned())]),
            ]);
        };
        let text = "知识产权保护是创新驱动发展的重要保障，全省上下要高度重视";
        for row in 0..20 {
            let indent = if row % 4 == 0 { indent } else { 0.0 };
            line(text, 79.4 + indent, 723.0 - 30.0 * row as f32);
        }
        line(&footer.replace('1', &number.to_string()), 480.0, 80.0);
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().expect("it can be written");
        let content = file.add_object(Stream::new(dictionary! {}, content));
        file.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content,
            "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        })
    };
    let kids: Vec<Object> = (1..=3)
        .map(|number| page(&mut file, number).into())
        .collect();
    let tree = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => 3,
        "MediaBox" => vec![0.into(), 0.into(), 595.276.into(), 841.89.into()],
    };
    of_pages(file, pages, tree)
}

#[test]
fn the_faults_of_other_programs_are_found() {
    let report = measure(
        &in_gbk("- 1 -", 3.0),
        &PageStyle::default(),
        Reading::Nearest,
    );
    let report = report.expect("it can be read");
    let found = |name| {
        let mut all = report.measurements.iter();
        all.find(|it| it.name == name).and_then(|it| it.found)
    };
    // The page number has the size of the text, and is no line of it.
    assert_eq!(found("每面行数"), Some(20.0));
    assert_eq!(found("满行字数"), Some(28.0));
    assert_eq!(found("页码不是“— 1 —”的页"), Some(3.0));
    assert_eq!(found("页码字号"), Some(16.0));
    assert_eq!(found("合网格的字"), Some(75.0));
    let cell = found("字距").expect("there are characters");
    assert!((cell - 5.5718).abs() < 0.0005, "{cell}");
    assert_eq!(report.unnamed, 0);
    let report = measure(
        &in_gbk("— 1 —", 0.0),
        &PageStyle::default(),
        Reading::Nearest,
    );
    let report = report.expect("it can be read");
    assert!(!off(&report).iter().any(|it| it.starts_with("页码不是")));
}

#[test]
fn the_command_measures_a_letter_and_a_file() {
    let workspace = Workspace::small();
    workspace
        .run(&["measure", "a"])
        .fails(2, &["信件“a”还没有 PDF", "fuhan build"]);
    workspace.run(&["build"]).success();
    let run = workspace.run(&["measure", "a"]).success();
    assert!(run.stdout.contains("行距"), "{}", run.stdout);
    let run = workspace
        .run(&["measure", "output/a.pdf", "--format", "json"])
        .success();
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(report["line_grid"], "edge");
    assert_eq!(report["measurements"][0]["clause"], "5.1");
}

#[test]
fn a_file_that_cannot_be_measured_says_why() {
    let workspace = Workspace::empty().with("a.pdf", "%PDF-1.4\nnothing");
    workspace
        .run(&["measure", "a.pdf"])
        .fails(2, &["量不了", "读不懂"]);
    workspace
        .run(&["measure", "b.pdf"])
        .fails(2, &["读不了“b.pdf”"]);
}

#[test]
fn the_office_says_what_its_own_letters_are_held_to() {
    let workspace = Workspace::small().with(
        "content/office.yaml",
        "name: 甲市乙局\nfonts: { source: bundled }\nissuer_mark: { size: 60 }\n\
         page: { grid: loose, thick_rule: 2磅 }\n",
    );
    workspace.run(&["build"]).success();
    let own = workspace.run(&["measure", "a"]).success().stdout;
    assert!(own.contains("不适用：单位要求每行拉齐右边"), "{own}");
    assert!(!own.contains("自定"), "{own}");
    // The same file by its path, from wherever the program is run.
    let path = workspace.path().join("output/a.pdf");
    let absolute = path.to_str().expect("a temporary path is UTF-8");
    for file in ["output/a.pdf", "content/../output/./a.pdf", absolute] {
        let by_path = workspace.run(&["measure", file]).success().stdout;
        assert_eq!(by_path, own, "{file}");
    }
    let elsewhere = Workspace::empty();
    let by_path = elsewhere.run(&["measure", absolute]).success().stdout;
    assert_eq!(by_path, own);
    // Of a file that is no letter's output nobody knows what its office wants.
    for copy in ["a.pdf", "output/b.pdf", "elsewhere/output/a.pdf"] {
        workspace.write(copy, std::fs::read(&path).expect("it was built"));
        let file = workspace.run(&["measure", copy]).stdout;
        assert!(file.contains("自定：标准没有规定数值"), "{copy}: {file}");
        assert!(!file.contains("不适用"), "{copy}: {file}");
    }
    let json = ["measure", "a", "--format", "json"];
    let report = workspace.run(&json).success().stdout;
    let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
    let all = report["measurements"].as_array().expect("a list");
    let of = |name: &str| {
        let found = all.iter().find(|it| it["name"] == name);
        found.unwrap_or_else(|| panic!("{name}"))
    };
    assert_eq!(of("上双线粗线粗")["found"], 0.71);
    assert_eq!(of("上双线粗线粗")["kept"], true);
    assert_eq!(of("发文机关标志字号")["limit"], "at_most");
    assert!(of("字距")["not_applicable"].is_string());
}

#[test]
fn an_output_is_not_measured_by_an_office_with_mistakes() {
    let workspace = Workspace::small();
    workspace.run(&["build"]).success();
    workspace.write(
        "content/office.yaml",
        "name: 甲市乙局\npage: { grid: wide }\n",
    );
    for target in ["a", "output/a.pdf"] {
        let run = workspace.run(&["measure", target]);
        run.fails(1, &["office.yaml", "wide"]);
    }
}

#[test]
fn every_letter_of_the_examples_keeps_every_measure() {
    for case in [
        ".",
        "city",
        "county",
        "ministry",
        "province",
        "second_office",
        "seed_as_issued",
        "town",
    ] {
        let workspace = Workspace::copy(case);
        workspace.run(&["build"]).success();
        let output = std::fs::read_dir(workspace.path().join("output")).expect("a folder");
        let mut count = 0;
        for entry in output {
            let path = entry.expect("an entry").path();
            let file = std::fs::read(&path).expect("a file");
            if path.extension().is_none_or(|ending| ending != "pdf") {
                continue;
            }
            let report = measure(&file, &PageStyle::default(), Reading::Given);
            let report = report.expect("it can be read");
            assert_eq!(off(&report), Vec::<String>::new(), "{}", path.display());
            count += 1;
        }
        assert!(count > 0, "{case}");
    }
}
