//! `fuhan measure` of remark and annexes: GB/T 9704-2012, 7.3.6 and 7.3.7.

use fuhan::document::{Document, HeadFormat};
use fuhan::export::pdf::pdf;
use fuhan::layout::Fonts;
use fuhan::layout::PageStyle;
use fuhan::layout::length::Length;
use fuhan::layout::page::{Item, PagedDocument, Role, TextRun};
use fuhan::measure::{Reading, Report, measure};

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

#[test]
fn annexes_are_measured_and_kept() {
    for names in [&["名单"][..], &[LONG, "名单", LONG]] {
        let file = written(&sample::pages(&annexed(names)));
        assert_eq!(off(&report(&file, Reading::Given)), Vec::<&str>::new());
    }
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
