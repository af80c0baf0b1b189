//! `fuhan measure`: what it finds in our own files, in files that are off, and in other programs'.

use fuhan::document::{Document, HeadFormat, SealSpace};
use fuhan::export::pdf::pdf;
use fuhan::layout::length::Length;
use fuhan::layout::{Fonts, LineGrid, PageStyle, layout};
use fuhan::measure::{Measurement, Reading, Report, measure};
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
    for name in ["满行字数", "字距", "合网格的字"] {
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
