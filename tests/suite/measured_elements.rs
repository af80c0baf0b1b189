//! `fuhan measure` of annex note, remark and annexes: GB/T 9704-2012, 7.3.4, 7.3.6 and 7.3.7.

use std::collections::BTreeSet;

use fuhan::document::{Document, HeadFormat, SealSpace};
use fuhan::export::pdf::pdf;
use fuhan::layout::length::Length;
use fuhan::layout::page::{Item, PagedDocument, Role, TextRun};
use fuhan::layout::{Fonts, Grid, LineGrid, PageStyle, layout};
use fuhan::measure::{Reading, Report, measure};
use lopdf::content::{Content, Operation};
use lopdf::{Object, Stream, dictionary};

use crate::measure::of_pages;
use crate::sample;

/// A name of more than a line.
const LONG: &str = "全省知识产权保护工作主要数据和重点举措进展情况汇总表以及有关说明";

/// The sample with annexes of these names and their note.
fn annexed(names: &[&str]) -> Document {
    let mut document = sample::document(HeadFormat::Letter);
    for name in names {
        // A date in an annex is not the date of issue.
        let text = format!("{}\n\n2022年5月1日\n", sample::PARAGRAPH);
        sample::add_annex(&mut document, name, text);
    }
    if names.len() > 1 {
        for (annex, number) in document.main_part.annexes.iter_mut().zip(1..) {
            annex.number = Some(number);
        }
    }
    document
}

fn report(file: &[u8], reading: Reading) -> Report {
    measure(file, &PageStyle::default(), reading).expect("it can be read")
}

fn off(report: &Report) -> Vec<&'static str> {
    report.deviations().map(|it| it.name).collect()
}

/// What is measured of annex note, remark and annexes.
fn measured(report: &Report) -> BTreeSet<&'static str> {
    let clauses = ["7.3.4", "7.3.6", "7.3.7"];
    let all = report.measurements.iter();
    all.filter(|it| clauses.contains(&it.clause) && it.found.is_some())
        .map(|it| it.name)
        .collect()
}

const NOTE: [&str; 3] = ["附件说明上空", "附件说明左边", "附件名称后有标点"];
const REMARK: [&str; 3] = ["附注左边", "成文日期到附注行距", "附注没有加圆括号"];
const ANNEX: [&str; 7] = [
    "附件没有另起一面",
    "附件标记左边",
    "附件标记上边",
    "附件标记字号",
    "附件标记不是黑体",
    "附件标题中线",
    "附件标题上边",
];

#[test]
fn each_element_is_measured_where_it_is_and_kept() {
    let many = vec!["名单"; 12];
    let cases: [(&[&str], &[&str]); 6] = [
        (&[], &[]),
        (&["名单"], &[]),
        (&[LONG], &["附件名称回行左边"]),
        (&["《征询意见表》", "名单"], &["附件顺序号左边"]),
        (
            &[LONG, "名单", LONG],
            &["附件顺序号左边", "附件名称回行左边"],
        ),
        (&many, &["附件顺序号左边"]),
    ];
    for (names, hanging) in cases {
        for seal in [SealSpace::None, SealSpace::Seal, SealSpace::NameStamp] {
            for remarks in [&[][..], &["（此件公开发布）"], &["（甲、乙）", LONG_REMARK]]
            {
                let mut document = annexed(names);
                document.main_part.remarks = remarks.iter().map(|it| sample::text(it)).collect();
                let block = document.main_part.closing_block.as_mut();
                block.expect("the sample has one").seal_space = seal;
                let file = written(&sample::pages(&document));
                let report = report(&file, Reading::Given);
                let case = format!("{names:?} {seal:?} {remarks:?}");
                assert_eq!(off(&report), Vec::<&str>::new(), "{case}");
                let mut expected: BTreeSet<&str> = hanging.iter().copied().collect();
                if !names.is_empty() {
                    expected.extend(NOTE.iter().chain(&ANNEX));
                }
                if !remarks.is_empty() {
                    expected.extend(REMARK);
                }
                assert_eq!(measured(&report), expected, "{case}");
            }
        }
    }
}

#[test]
fn a_sign_off_on_the_page_after_a_long_note_is_no_name() {
    for paragraphs in 0..22 {
        let mut document = annexed(&[LONG; 9]);
        let text = sample::paragraph("特此函复。");
        let blocks = &mut document.main_part.body.blocks;
        blocks.truncate(1);
        blocks.extend(vec![text; paragraphs]);
        let report = report(&written(&sample::pages(&document)), Reading::Given);
        assert_eq!(off(&report), Vec::<&str>::new(), "{paragraphs}");
    }
}

/// A remark of two lines whose second one begins with a bracket.
const LONG_REMARK: &str =
    "（联系人：王某某、李某某、欧阳某某、司马某某、诸葛某某，电话（办公室）：010—00000000）";

#[test]
fn names_with_digits_marks_and_letters_hang_under_their_first_character() {
    let text = "2021年度全省知识产权PCT保护工作、主要数据1026件和《重点举措》进展12.4%情况汇总表以及有关说明";
    let characters: Vec<char> = text.chars().collect();
    for start in (0..characters.len()).step_by(2) {
        let name: String = characters[start..].iter().collect();
        let name = name + "、" + text;
        for names in [[name.as_str(), "名单"], ["名单", name.as_str()]] {
            for grid in [Grid::Strict, Grid::Loose] {
                let style = PageStyle {
                    grid,
                    ..PageStyle::default()
                };
                let pages = layout(&annexed(&names), &style, &Fonts::bundled()).value;
                let file = written(&pages.expect("it has pages"));
                let report = measure(&file, &style, Reading::Given).expect("it can be read");
                assert_eq!(off(&report), Vec::<&str>::new(), "{names:?} {grid:?}");
                // What hangs under an opening mark is not measured.
                let is_measured = measured(&report).contains("附件名称回行左边");
                assert_eq!(is_measured, !name.starts_with('《'), "{names:?}");
            }
        }
    }
}

#[test]
fn both_readings_of_the_type_area_have_their_own_rows() {
    let document = annexed(&[LONG, "名单"]);
    for line_grid in [LineGrid::Edge, LineGrid::Box] {
        let style = PageStyle {
            line_grid,
            ..PageStyle::default()
        };
        let pages = layout(&document, &style, &Fonts::bundled()).value;
        let report = report(&written(&pages.expect("it has pages")), Reading::Nearest);
        assert_eq!(off(&report), Vec::<&str>::new());
        assert!(measured(&report).len() > 13);
    }
}

#[test]
fn a_tightened_page_is_measured_by_its_own_pitch() {
    let mut tightened = 0;
    for paragraphs in 0..24 {
        let mut document = annexed(&["名单", "清单"]);
        let text = sample::paragraph("特此函复。");
        let blocks = &mut document.main_part.body.blocks;
        blocks.truncate(1);
        blocks.extend(vec![text; paragraphs]);
        let report = report(&written(&sample::pages(&document)), Reading::Given);
        assert_eq!(off(&report), Vec::<&str>::new(), "{paragraphs}");
        let pitch = report.measurements.iter();
        let mut pitch = pitch.filter(|it| it.name == "成文日期到附注行距");
        let pitch = pitch.next().and_then(|it| it.found);
        tightened += usize::from(pitch.is_some_and(|pitch| pitch < 10.3));
    }
    assert!(tightened > 0);
}

fn written(pages: &PagedDocument) -> Vec<u8> {
    pdf(pages, &Fonts::bundled()).expect("the fonts are whole")
}

/// What is off in a letter with two annexes after a change of its runs.
fn off_after(change: impl Fn(&mut TextRun)) -> Vec<&'static str> {
    let mut pages = sample::pages(&annexed(&[LONG, "名单"]));
    let items = pages.pages.iter_mut().flat_map(|page| &mut page.items);
    for item in items {
        if let Item::Text(run) = item {
            change(run);
        }
    }
    off(&report(&written(&pages), Reading::Given))
}

/// The same of all runs of a role that begin with a text.
fn off_if(role: Role, text: &str, change: impl Fn(&mut TextRun)) -> Vec<&'static str> {
    off_after(|run| {
        if run.role == role && run.text().starts_with(text) {
            change(run);
        }
    })
}

fn right(run: &mut TextRun) {
    run.start.x += Length::mm(0.5);
}

fn down(run: &mut TextRun) {
    run.start.y += Length::mm(0.5);
}

#[test]
fn a_note_out_of_its_place_is_found() {
    assert_eq!(off_if(Role::Date, "没有", right), Vec::<&str>::new());
    let note = |text, change: fn(&mut TextRun)| off_if(Role::AnnexNote, text, change);
    assert_eq!(note("", right), ["附件说明左边"]);
    assert_eq!(note("", down), ["附件说明上空"]);
    assert_eq!(note("2", right), ["附件顺序号左边"]);
    assert_eq!(note("况", right), ["附件名称回行左边"]);
    let row = |run: &mut TextRun| run.start.y += Length::mm(-10.446);
    assert_eq!(note("", row), ["附件说明上空", "署名上空行"]);
}

#[test]
fn a_stop_after_a_name_is_found() {
    for (names, found) in [
        (["名单", "清单。"], vec!["附件名称后有标点"]),
        (["名单；", "清单"], vec!["附件名称后有标点"]),
        (["名单（一）", "《清单》"], vec![]),
    ] {
        let file = written(&sample::pages(&annexed(&names)));
        assert_eq!(off(&report(&file, Reading::Given)), found, "{names:?}");
    }
}

#[test]
fn a_remark_out_of_its_place_is_found() {
    let remark = |change: fn(&mut TextRun)| off_if(Role::Remark, "", change);
    assert_eq!(remark(right), ["附注左边"]);
    assert_eq!(remark(down), ["成文日期到附注行距"]);
    let row = |run: &mut TextRun| run.start.y += PageStyle::default().line_pitch();
    assert_eq!(remark(row), ["成文日期到附注行距"]);
    let mut document = annexed(&[]);
    document.main_part.remarks = vec![sample::text("此件公开发布")];
    let file = written(&sample::pages(&document));
    assert_eq!(off(&report(&file, Reading::Given)), ["附注没有加圆括号"]);
}

#[test]
fn an_annex_out_of_its_place_is_found() {
    let mark = |change: fn(&mut TextRun)| off_if(Role::AnnexMark, "附件", change);
    assert_eq!(mark(right)[..1], ["附件标记左边"]);
    let found = mark(down);
    assert!(found.contains(&"附件标记上边"), "{found:?}");
    let small = |run: &mut TextRun| run.size = Length::pt(14.0);
    let found = off_if(Role::AnnexMark, "", small);
    assert!(found.contains(&"附件标记字号"), "{found:?}");
    let title = |change: fn(&mut TextRun)| off_if(Role::AnnexTitle, "", change);
    let far = |run: &mut TextRun| run.start.x += Length::mm(2.0);
    assert_eq!(title(far), ["附件标题中线"]);
    assert_eq!(title(down), ["附件标题上边"]);
}

#[test]
fn a_mark_in_another_face_is_found() {
    let pages = sample::pages(&annexed(&["名单"]));
    let runs = pages.pages.iter().flat_map(|page| &page.items);
    let mut runs = runs.filter_map(|item| match item {
        Item::Text(run) => Some(run),
        Item::Separator(_) => None,
    });
    let fangsong = runs.find(|run| run.role == Role::Paragraph);
    let fangsong = fangsong.expect("there is text").font;
    let found = off_if(Role::AnnexMark, "", |run| run.font = fangsong);
    assert_eq!(found, ["附件标记不是黑体"]);
}

#[test]
fn an_annex_under_the_date_is_not_on_a_page_of_its_own() {
    let mut pages = sample::pages(&annexed(&["名单"]));
    let mut annex = pages.pages.pop().expect("there are pages");
    let page = pages.pages.last_mut().expect("there is text");
    for item in &mut annex.items {
        if let Item::Text(run) = item
            && matches!(run.role, Role::AnnexMark | Role::AnnexTitle)
        {
            run.start.y += Length::mm(170.0);
            page.items.push(item.clone());
        }
    }
    let found = off(&report(&written(&pages), Reading::Given));
    for name in ["附件没有另起一面", "附件标记上边", "附件标题上边"] {
        assert!(found.contains(&name), "{name} {found:?}");
    }
}

/// A line of a file of another program: text, size, place from the lower left corner in points.
type Written<'t> = (&'t str, f32, f32, f32);

/// A file in fonts that are not in it, in GBK: 黑体 for what is marked with `#`, else 仿宋.
fn foreign(pages: &[&[Written<'_>]]) -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.4");
    let font = |file: &mut lopdf::Document, name: &str| {
        let descendant = file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => name,
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("GB1"), "Supplement" => 2,
            },
        });
        file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => name,
            "Encoding" => "GBK-EUC-H", "DescendantFonts" => vec![descendant.into()],
        })
    };
    let fonts =
        dictionary! { "F" => font(&mut file, "FangSong"), "H" => font(&mut file, "SimHei") };
    let tree = file.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for lines in pages {
        let mut operations = vec![Operation::new("BT", vec![])];
        for (text, size, x, y) in *lines {
            let name = if text.starts_with('#') { "H" } else { "F" };
            let (bytes, _, _) = encoding_rs::GBK.encode(text.trim_start_matches('#'));
            let matrix = [1.0, 0.0, 0.0, 1.0, *x, *y].map(Object::from);
            operations.extend([
                Operation::new("Tf", vec![name.into(), (*size).into()]),
                Operation::new("Tm", matrix.to_vec()),
                Operation::new("Tj", vec![Object::string_literal(bytes.into_owned())]),
            ]);
        }
        operations.push(Operation::new("ET", vec![]));
        let content = Content { operations }.encode().expect("it can be written");
        let content = file.add_object(Stream::new(dictionary! {}, content));
        let page = file.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "Resources" => dictionary! { "Font" => fonts.clone() },
        });
        kids.push(page.into());
    }
    let dictionary = dictionary! {
        "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids,
        "MediaBox" => vec![0.into(), 0.into(), 595.276.into(), 841.89.into()],
    };
    of_pages(file, tree, dictionary)
}

/// Where the em box of a row of the box grid has its middle, as a baseline of this size, in points.
fn baseline(row: usize, size: f32) -> f32 {
    let style = PageStyle {
        line_grid: LineGrid::Box,
        ..PageStyle::default()
    };
    let middle = style.row_top(row) + style.sizes.no3 / 2.0;
    841.89 - middle.to_pt() as f32 - size * 0.38
}

const LEFT: f32 = 79.37;
const CELL: f32 = 15.79;

#[test]
fn other_programs_files_are_held_to_the_same_places() {
    let text = "知识产权保护是创新驱动发展的重要保障，全省上下要高度重视";
    let row = |text, row, cells: f32| (text, 16.0, LEFT + CELL * cells, baseline(row, 16.0));
    let mut first: Vec<Written<'_>> = (0..10).map(|at| row(text, at, 0.0)).collect();
    first.extend([
        row("附件：", 11, 2.0),
        row("名单", 11, 6.5),
        row("1.", 11, 5.0),
        row("2.", 12, 5.0),
        row("清单", 12, 6.5),
        row("某某市教育局", 15, 20.0),
        row("2022年5月20日", 16, 18.0),
        row("（此件公开发布）", 17, 2.0),
    ]);
    let annex = |mark, x: f32| {
        let title = ("主要数据表", 22.0, 300.47 - 55.0, baseline(2, 22.0));
        vec![(mark, 16.0, x, baseline(0, 16.0)), title]
    };
    let (one, other) = (annex("#附件1", LEFT), annex("#附件2", LEFT));
    let good = report(&foreign(&[&first, &one, &other]), Reading::Nearest);
    let expected: BTreeSet<&str> = NOTE.iter().chain(&REMARK).chain(&ANNEX).copied().collect();
    let mut expected = expected;
    expected.insert("附件顺序号左边");
    assert_eq!(measured(&good), expected);
    let places = |report: &Report| -> Vec<&'static str> {
        let own = measured(report);
        off(report)
            .into_iter()
            .filter(|it| own.contains(it))
            .collect()
    };
    assert_eq!(places(&good), Vec::<&str>::new());
    let other = annex("附件2", LEFT + CELL);
    let bad = report(&foreign(&[&first, &one, &other]), Reading::Nearest);
    assert_eq!(places(&bad), ["附件标记左边", "附件标记不是黑体"]);
}
