//! The archive PDF: the same pages as the everyday one, with a structure and no diagnostics.

use std::collections::BTreeSet;

use fuhan::document::{Document, HeadFormat};
use fuhan::export::archive_pdf::{Record, archive_pdf};
use fuhan::export::pdf::pdf;
use fuhan::layout::{Fonts, PagedDocument};
use fuhan::measure::pdf::{Mark, sheets};
use jiff::civil::date;
use lopdf::{Dictionary, Object};

use crate::sample;
use crate::workspace::Workspace;

/// The sample with an upright and a wide table in its annexes.
fn document() -> Document {
    let mut document = sample::document(HeadFormat::Document);
    let wide = format!(
        "| {} |\n|{}\n| {} |\n",
        ["一栏的说明"; 10].join(" | "),
        "---|".repeat(10),
        ["有关部门按职责分工负责"; 10].join(" | ")
    );
    let rows: String = (1..60)
        .map(|row| format!("| 第{row}项 | {row}.5 |\n"))
        .collect();
    let long = format!("| 项目 | 数值 |\n|---|---|\n| 空 | |\n{rows}");
    for (title, markdown) in [("主要数据表", long), ("分工表", wide)] {
        sample::add_annex(&mut document, title, markdown);
    }
    document
}

fn record() -> Record<'static> {
    Record {
        issued_on: date(2026, 3, 5),
        attachments: &[],
    }
}

fn archived(pages: &PagedDocument) -> Vec<u8> {
    archive_pdf(pages, record(), &Fonts::bundled()).expect("PDF/A-2a and PDF/UA-1 allow it")
}

/// Character, place and size of every glyph, in hundredths of a millimetre, sorted.
fn places(marks: &[Mark]) -> Vec<(char, [i64; 3], bool)> {
    let hundredths = |millimetres: f64| (millimetres * 100.0).round() as i64;
    let mut places: Vec<_> = marks
        .iter()
        .map(|mark| {
            let numbers = [mark.baseline, mark.x, mark.size];
            let numbers = numbers.map(|length| hundredths(length.to_mm()));
            (mark.character, numbers, mark.is_red)
        })
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn both_files_draw_the_same_glyphs_and_rules_at_the_same_places() {
    let pages = sample::pages(&document());
    let everyday = pdf(&pages, &Fonts::bundled()).expect("the fonts are whole");
    let everyday = sheets(&everyday).expect("it can be read");
    let archive = sheets(&archived(&pages)).expect("it can be read");
    assert_eq!(everyday.len(), archive.len());
    let mut compared = 0;
    for (one, other) in everyday.iter().zip(&archive) {
        let (one_places, other_places) = (places(&one.marks), places(&other.marks));
        assert_eq!(one_places.len(), other_places.len());
        for (one, other) in one_places.iter().zip(&other_places) {
            assert_eq!((one.0, one.2), (other.0, other.2));
            let is_near = one
                .1
                .iter()
                .zip(&other.1)
                .all(|(one, other)| one.abs_diff(*other) <= 2);
            assert!(is_near, "{one:?} {other:?}");
            compared += 1;
        }
        assert_eq!(one.rules.len(), other.rules.len());
        for (one, other) in one.rules.iter().zip(&other.rules) {
            assert!((one.top - other.top).abs().to_mm() < 0.01);
            assert!((one.right - other.right).abs().to_mm() < 0.01);
            assert_eq!(one.is_red, other.is_red);
        }
    }
    assert!(compared > 2000);
}

/// The structure's types with their children, as nested text.
fn structure(file: &lopdf::Document, node: &Dictionary) -> String {
    let name = node.get(b"S").and_then(Object::as_name).unwrap_or_default();
    let name = String::from_utf8_lossy(name).into_owned();
    let Ok(children) = node.get_deref(b"K", file) else {
        return name;
    };
    let children = match children.as_array() {
        Ok(children) => children.iter().collect(),
        Err(_) => vec![children],
    };
    let children: Vec<String> = children
        .into_iter()
        .filter_map(|child| file.dereference(child).ok()?.1.as_dict().ok())
        .filter(|child| child.has(b"S"))
        .map(|child| structure(file, child))
        .collect();
    if children.is_empty() {
        name
    } else {
        format!("{name}({})", children.join(" "))
    }
}

#[test]
fn the_structure_has_headings_paragraphs_and_regular_tables() {
    let bytes = archived(&sample::pages(&document()));
    let file = lopdf::Document::load_mem(&bytes).expect("the file is whole");
    let catalog = file.catalog().expect("there is one");
    let tree = catalog
        .get_deref(b"StructTreeRoot", &file)
        .and_then(Object::as_dict);
    let tree = structure(&file, tree.expect("it is tagged"));
    assert!(tree.contains("H1") && tree.contains("H2"), "{tree}");
    let row = "TR(TD TD)";
    assert!(
        tree.contains(&format!("Table(THead(TR(TH TH)) TBody({row} {row}")),
        "{tree}"
    );
    assert_eq!(tree.matches(row).count(), 60);
    assert_eq!(tree.matches("TH").count(), 12 + 2);
    assert_eq!(
        tree.matches(" H1").count() + usize::from(tree.contains("(H1")),
        3
    );
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = archived(&sample::pages(&document()));
    let file = lopdf::Document::load_mem(&bytes).expect("the file is whole");
    let catalog = file.catalog().expect("there is one");
    assert_eq!(
        catalog
            .get(b"Lang")
            .and_then(Object::as_str)
            .expect("it is said"),
        b"zh-CN"
    );
    assert!(catalog.has(b"Outlines") && catalog.has(b"OutputIntents"));
    let metadata = catalog
        .get_deref(b"Metadata", &file)
        .and_then(Object::as_stream);
    let metadata = metadata.expect("there is some");
    let metadata = metadata
        .decompressed_content()
        .unwrap_or_else(|_| metadata.content.clone());
    let metadata = String::from_utf8(metadata).expect("UTF-8");
    for said in [
        "pdfaid:part>2<",
        "pdfaid:conformance>A<",
        "pdfuaid:part>1<",
        "关于省政协十三届四次会议",
        "2026-03-05",
    ] {
        assert!(metadata.contains(said), "{said}: {metadata}");
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let pages = sample::pages(&document());
    let files: BTreeSet<Vec<u8>> = (0..3).map(|_| archived(&pages)).collect();
    assert_eq!(files.len(), 1);
}

#[test]
fn build_archive_writes_the_record_copy_beside_the_others() {
    let workspace = Workspace::small();
    let run = workspace.run(&["build", "--archive"]).success();
    assert!(
        run.stdout.contains("a.archive.pdf  已归档"),
        "{}",
        run.stdout
    );
    assert_eq!(
        workspace.outputs(),
        ["a.archive.pdf", "a.md", "a.pdf", "manifest.json"]
    );
}

#[test]
fn a_draft_without_a_date_is_not_kept() {
    let workspace = Workspace::small();
    workspace.replace("content/letters/a.yaml", "issued_on: 2022-05-20\n", "");
    let run = workspace.run(&["build", "--archive"]);
    assert!(
        run.stdout.contains("a  还没有成文日期，没有归档"),
        "{run:?}"
    );
    assert!(!workspace.outputs().contains(&"a.archive.pdf".to_owned()));
}

/// The names and contents of the files that a PDF carries, and what its metadata say it is.
fn carried(bytes: &[u8]) -> (BTreeSet<(String, String)>, String) {
    let file = lopdf::Document::load_mem(bytes).expect("the file is whole");
    let text = |stream: &lopdf::Stream| {
        let content = stream.decompressed_content();
        String::from_utf8(content.unwrap_or_else(|_| stream.content.clone())).expect("UTF-8")
    };
    let specifications = file.objects.values().filter_map(|it| it.as_dict().ok());
    let specifications = specifications.filter(|it| it.has_type(b"Filespec"));
    let files = specifications.map(|it| {
        let name = it.get(b"F").and_then(Object::as_str).expect("a name");
        let streams = it.get(b"EF").and_then(Object::as_dict).expect("a file");
        let stream = streams.get_deref(b"F", &file).and_then(Object::as_stream);
        let name = String::from_utf8_lossy(name).into_owned();
        (name, text(stream.expect("a stream")))
    });
    let catalog = file.catalog().expect("there is one");
    let metadata = catalog.get_deref(b"Metadata", &file);
    let metadata = metadata.and_then(Object::as_stream).expect("there is some");
    (files.collect(), text(metadata))
}

#[test]
fn attach_adds_the_facts_of_the_letter_and_its_ledger_as_pdf_a_3a() {
    let workspace = Workspace::small();
    workspace.replace(
        "content/facts/a.yaml",
        "measures:",
        "  secret: { name: 机密, unit: 件, by_period: { 2021年: { value: 4711 } } }\nmeasures:",
    );
    let run = workspace.run(&["build", "--attach"]);
    assert_eq!(run.code, 2, "{run:?}");
    workspace.run(&["build", "--archive", "--attach"]).success();
    let (files, metadata) = carried(&workspace.bytes("output/a.archive.pdf"));
    assert!(metadata.contains("pdfaid:part>3<") && metadata.contains("pdfuaid:part>1<"));
    let files: Vec<_> = files.into_iter().collect();
    assert_eq!(files[0].0, "facts.json");
    assert!(files[0].1.contains("\"figure.cases@2021年\": \"1001件\""));
    assert_eq!(files[1].0, "figures.json");
    assert!(files[1].1.contains("年报") && files[1].1.contains("1001件"));
    // Facts that the letter does not read stay where they are.
    assert!(files.iter().all(|(_, text)| !text.contains("4711")));
    workspace.run(&["build", "--archive"]).success();
    let (files, metadata) = carried(&workspace.bytes("output/a.archive.pdf"));
    assert!(files.is_empty() && metadata.contains("pdfaid:part>2<"));
}
