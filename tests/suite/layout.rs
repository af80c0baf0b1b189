//! Pages against the numbers of GB/T 9704-2012.

use fuhan::diagnostic::{Diagnostic, Severity};
use fuhan::document::{Document, HeadFormat, MarkSize, PlacedText, SealSpace};
use fuhan::layout::dump::dump;
use fuhan::layout::font::FontLookup;
use fuhan::layout::length::Length;
use fuhan::layout::page::{Item, Page, PagedDocument, Role, Separator, TextRun};
use fuhan::layout::{Face, Fonts, LineGrid, PageStyle, layout};

use fuhan::source::{Source, Span};

use crate::sample;

fn runs(page: &Page, role: Role) -> Vec<&TextRun> {
    page.items
        .iter()
        .filter_map(|item| match item {
            Item::Text(run) if run.role == role => Some(run),
            _ => None,
        })
        .collect()
}

fn separators(page: &Page) -> Vec<&Separator> {
    page.items
        .iter()
        .filter_map(|item| match item {
            Item::Separator(separator) => Some(separator),
            Item::Text(_) => None,
        })
        .collect()
}

/// The upper edge of a run's em box in mm.
fn top(run: &TextRun) -> f64 {
    (run.start.y - run.size * 0.88).to_mm()
}

fn bottom(run: &TextRun) -> f64 {
    top(run) + run.size.to_mm()
}

fn left(run: &TextRun) -> f64 {
    run.start.x.to_mm()
}

fn right(run: &TextRun) -> f64 {
    let room: Length = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    left(run) + room.to_mm()
}

/// The upper and lower edge of a rule in mm.
fn edges(separator: &Separator) -> (f64, f64) {
    let half = separator.weight / 2.0;
    (
        (separator.start.y - half).to_mm(),
        (separator.start.y + half).to_mm(),
    )
}

/// The upper and lower edges of the issuer mark's ink, which a ruler on the paper finds.
fn mark_edges(page: &Page) -> (f64, f64) {
    let fonts = Fonts::bundled();
    let lookup = FontLookup::new(&fonts);
    let mut edges = (f64::MAX, f64::MIN);
    for run in runs(page, Role::IssuerMark) {
        let (size, baseline) = (run.size.to_mm(), run.start.y.to_mm());
        for glyph in &run.glyphs {
            let ink = lookup.ink(Face::Biaosong, glyph.character);
            let ink = ink.expect("the mark's font draws it");
            edges.0 = edges.0.min(baseline - size * ink.top);
            edges.1 = edges.1.max(baseline - size * ink.bottom);
        }
    }
    edges
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 0.05,
        "found {found:.3} mm, expected {expected:.3} mm"
    );
}

#[test]
fn a_letter_head_keeps_the_measures_of_10_1() {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    let page = &pages.pages[0];
    let mark = mark_edges(page);
    assert_near(mark.0, 30.0);
    let rules = separators(page);
    assert_eq!(rules.len(), 4);
    assert_near(edges(rules[0]).0, mark.1 + 4.0);
    assert!(rules[0].weight > rules[1].weight && rules[2].weight < rules[3].weight);
    assert_near(edges(rules[3]).1, 297.0 - 20.0);
    for rule in &rules {
        assert_near(rule.start.x.to_mm(), 20.0);
        assert_near(rule.end.x.to_mm(), 190.0);
    }
    let number = runs(page, Role::DocumentNumber)[0];
    assert_near(right(number), 184.0);
    assert_near(top(number), edges(rules[1]).1 + 4.94);
    let class_mark = runs(page, Role::ClassMark)[0];
    assert!(left(class_mark) + 3.0 < 184.0 && left(class_mark) + 4.5 > 184.0);
    assert!(top(class_mark) > bottom(number));
}

/// A document of one issuer whose mark is asked for in a size, as a user writes it.
fn marked(format: HeadFormat, name: &str, points: f64) -> Document {
    let mut document = sample::document(format);
    let source = Source::new("content/office.yaml", format!("  size: {points}\n"));
    let mark = &mut document.header.issuer_mark;
    mark.names = vec![sample::text(name)];
    mark.size = Some(MarkSize {
        points,
        place: Span::new(&source, 8..source.text().len() - 1),
    });
    document
}

#[test]
fn a_mark_that_leaves_no_room_is_refused_where_its_size_is_written() {
    let size = |name, points, format| {
        let checked = layout(
            &marked(format, name, points),
            &PageStyle::default(),
            &Fonts::bundled(),
        );
        let told = |it: &Diagnostic| {
            let path = it.place.source().path().to_owned();
            (path, it.message.clone(), it.hint.clone())
        };
        checked.diagnostics.iter().map(told).collect::<Vec<_>>()
    };
    let (document, letter) = (HeadFormat::Document, HeadFormat::Letter);
    // Eight characters and 文件 are ten: 156 mm hold 44.2 pt.
    assert!(size("南山省知识产权局", 44.2, document).is_empty());
    let wide = size("南山省知识产权局", 60.0, document);
    assert_eq!(wide.len(), 1);
    assert_eq!(wide[0].0, "content/office.yaml");
    assert_eq!(
        wide[0].1,
        "发文机关标志用60磅要占宽212毫米、高21毫米，排不下"
    );
    assert_eq!(
        wide[0].2.as_deref(),
        Some("最大可以写 size: 44.2；删去 size 就自动适合版心")
    );
    assert!(size("南山省知识产权局", 55.2, letter).is_empty());
    assert_eq!(size("南山省知识产权局", 55.3, letter).len(), 1);
    // One character as high as half a page.
    assert_eq!(size("局", 400.0, letter).len(), 1);
}

fn rules(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|found| found.rule).collect()
}

#[test]
fn a_title_that_leaves_the_first_page_is_refused() {
    let mut document = sample::document(HeadFormat::Document);
    document.main_part.title.lines =
        vec!["关于加强知识产权保护工作提案".to_owned(); 16];
    let laid_out = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert!(rules(&laid_out.diagnostics).contains(&"head-too-tall"));
    document.main_part.title.lines.truncate(4);
    let laid_out = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert!(!rules(&laid_out.diagnostics).contains(&"head-too-tall"));
}

#[test]
fn addressees_that_leave_page_1_no_text_move_to_the_imprint_by_7_3_2() {
    let mut document = sample::document(HeadFormat::Document);
    let names = vec!["南山省人民政府办公厅"; 40].join("、");
    document.main_part.addressees = Some(sample::text(&format!("{names}：")));
    let laid_out = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert_eq!(rules(&laid_out.diagnostics), ["addressees-in-imprint"]);
    let pages = laid_out.value.expect("it has pages").pages;
    assert!(!runs(&pages[0], Role::Paragraph).is_empty());
    assert!(runs(&pages[0], Role::Addressees).is_empty());
    let lines = runs(&pages[pages.len() - 1], Role::CopiedTo);
    let line = |run: &TextRun| run.glyphs.iter().map(|it| it.character).collect::<String>();
    let begins = |label: &str| lines.iter().position(|run| line(run).starts_with(label));
    assert_eq!(begins("主送：南山省"), Some(0));
    assert!(begins("抄送：") > begins("主送："));
    // No rule stands between the two (7.4.2).
    assert_eq!(separators(&pages[pages.len() - 1]).len(), 3);
}

#[test]
fn an_imprint_that_no_page_holds_is_refused() {
    let mut document = sample::document(HeadFormat::Document);
    let names = vec!["南山省人民政府办公厅"; 90].join("，");
    document.imprint.copied_to = Some(sample::text(&names));
    let laid_out = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert!(rules(&laid_out.diagnostics).contains(&"imprint-too-tall"));
}

#[test]
fn the_first_page_of_a_letter_has_no_number_and_others_have_one() {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    assert!(runs(&pages.pages[0], Role::PageNumber).is_empty());
    let even = runs(&pages.pages[1], Role::PageNumber)[0];
    assert_eq!(even.text(), "— 2 —");
    assert_near(left(even), 28.0 + 4.94);
    let odd = runs(&pages.pages[2], Role::PageNumber)[0];
    assert_near(right(odd), 184.0 - 4.94);
}

#[test]
fn a_document_head_keeps_the_measures_of_7_2() {
    let pages = sample::pages(&sample::document(HeadFormat::Document));
    let page = &pages.pages[0];
    let mark = mark_edges(page);
    assert_near(mark.0, 37.0 + 35.0);
    let number = runs(page, Role::DocumentNumber)[0];
    assert_near(top(number), mark.1 + 2.0 * 10.446);
    assert_near((left(number) + right(number)) / 2.0, 28.0 + 78.0);
    let rule = separators(page)[0];
    assert_near(edges(rule).0, bottom(number) + 4.0);
    assert_near((rule.end.x - rule.start.x).to_mm(), 156.0);
    let title = runs(page, Role::Title);
    assert_near(title[0].size.to_pt(), 22.0);
    assert_near(top(title[0]), edges(rule).1 + 2.0 * 10.446);
    let addressees = runs(page, Role::Addressees)[0];
    assert_near(top(addressees), bottom(title[1]) + 10.446);
    assert_eq!(runs(page, Role::PageNumber)[0].text(), "— 1 —");
}

#[test]
fn a_document_ends_on_an_even_page_with_its_imprint() {
    let pages = sample::pages(&sample::document(HeadFormat::Document));
    assert!(pages.pages.len().is_multiple_of(2));
    let last = pages.pages.last().expect("there are pages");
    let rules = separators(last);
    assert_eq!(rules.len(), 3);
    assert_near(edges(rules[2]).1, 37.0 + 225.0);
    let weights: Vec<f64> = rules.iter().map(|rule| rule.weight.to_mm()).collect();
    assert_eq!(weights, [0.35, 0.25, 0.35]);
    let copied_to = runs(last, Role::CopiedTo)[0];
    assert!(copied_to.text().ends_with('。'));
    assert_near(copied_to.size.to_pt(), 14.0);
    let note = runs(last, Role::PrintingNote);
    assert_eq!(note[1].text(), "2026年3月6日印发");
}

#[test]
fn a_letter_imprint_has_the_copied_to_list_alone() {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    let last = pages.pages.last().expect("there are pages");
    assert_near(bottom(runs(last, Role::CopiedTo)[0]), 262.0);
    assert!(runs(last, Role::PrintingNote).is_empty());
    assert!(separators(last).is_empty());
}

#[test]
fn every_full_page_has_22_lines_from_37_to_262_mm() {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    let page = &pages.pages[1];
    assert_eq!(pages.report.pages[1].lines, 22);
    let mut tops: Vec<f64> = [Role::Paragraph, Role::Heading(fuhan::document::Level::One)]
        .into_iter()
        .flat_map(|role| runs(page, role))
        .map(top)
        .collect();
    tops.sort_by(f64::total_cmp);
    tops.dedup_by(|one, other| (*one - *other).abs() < 0.01);
    assert_eq!(tops.len(), 22);
    for (row, found) in tops.iter().enumerate() {
        assert_near(*found, 37.0 + 10.446 * row as f64);
    }
    assert_near(tops[21] + 5.644, 262.0);
}

#[test]
fn the_box_grid_leaves_half_a_leading_above_the_first_line() {
    let style = PageStyle {
        line_grid: LineGrid::Box,
        ..PageStyle::default()
    };
    let document = sample::document(HeadFormat::Letter);
    let pages = layout(&document, &style, &Fonts::bundled())
        .value
        .expect("it has pages");
    assert_near(top(runs(&pages.pages[1], Role::Paragraph)[0]), 39.29);
}

#[test]
fn han_stand_on_the_grid_and_nothing_is_broken_that_must_not_be() {
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        let lines = sample::pages(&sample::document(format)).report.lines;
        assert!(lines.han_characters > 500);
        assert_eq!(lines.han_on_grid, lines.han_characters);
        assert!(lines.han_lines_of_measure > lines.lines_short);
        assert_eq!(
            (
                lines.prohibitions_broken,
                lines.numbers_split,
                lines.units_parted
            ),
            (0, 0, 0)
        );
    }
}

#[test]
fn no_blank_is_so_wide_that_readers_take_it_for_a_space() {
    let fonts = Fonts::bundled();
    let lookup = fuhan::layout::font::FontLookup::new(&fonts);
    let pages = sample::pages(&sample::document(HeadFormat::Document));
    for run in pages
        .pages
        .iter()
        .flat_map(|page| runs(page, Role::Paragraph))
    {
        for pair in run.glyphs.windows(2) {
            let glyph = lookup.glyph_in(run.font, pair[0].character);
            let advance = glyph.expect("it is drawn").advance;
            let blank = (pair[1].offset - pair[0].offset) / run.size - advance;
            assert!(blank < 0.0951, "{blank:.3} em in {}", run.text());
        }
    }
}

#[test]
fn no_text_leaves_the_type_area() {
    let pages = sample::pages(&sample::document(HeadFormat::Document));
    for page in &pages.pages {
        for run in runs(page, Role::Paragraph) {
            // A digit's advance is a little wider than its half cell, its ink is not.
            assert!(left(run) > 27.8 && right(run) < 184.1, "{}", run.text());
            assert!(top(run) > 36.9 && bottom(run) < 262.1, "{}", run.text());
        }
    }
}

/// Left edges of the sign-off and the date, right edge of the date, in cells of the type area.
fn closing(pages: &PagedDocument) -> (f64, f64, f64) {
    let cells = |millimetres: f64| (millimetres - 28.0 + 0.036) / (156.0 / 28.0);
    let find = |role| {
        pages
            .pages
            .iter()
            .find_map(|page| runs(page, role).first().copied())
    };
    let sign_off = find(Role::SignOff).expect("there is one");
    let date = find(Role::Date).expect("there is one");
    (cells(left(sign_off)), cells(left(date)), cells(right(date)))
}

#[test]
fn an_unsealed_closing_block_stands_by_7_3_5_2() {
    let document = sample::document(HeadFormat::Letter);
    let (sign_off, date, _) = closing(&sample::pages(&document));
    assert_near(sign_off, 28.0 - 2.0 - 8.0);
    assert_near(date, sign_off + 2.0);
}

#[test]
fn a_date_longer_than_the_sign_off_stands_two_cells_from_the_right() {
    let mut document = sample::document(HeadFormat::Letter);
    let block = document
        .main_part
        .closing_block
        .as_mut()
        .expect("the sample has one");
    block.sign_offs = vec![PlacedText::new("省局", sample::place())];
    let (sign_off, date, right) = closing(&sample::pages(&document));
    assert_near(right, 26.0);
    assert_near(sign_off, date - 2.0);
}

#[test]
fn a_sealed_closing_block_stands_by_7_3_5_1() {
    let mut document = sample::document(HeadFormat::Letter);
    document
        .main_part
        .closing_block
        .as_mut()
        .expect("the sample has one")
        .seal_space = SealSpace::Seal;
    let (sign_off, date, right) = closing(&sample::pages(&document));
    assert_near(right, 24.0);
    assert_near(sign_off + 4.0, (date + right) / 2.0);
}

/// A letter whose closing block has these sign-offs.
fn signed(seal_space: SealSpace, names: &[&str]) -> Document {
    let mut document = sample::document(HeadFormat::Letter);
    let block = document.main_part.closing_block.as_mut();
    let block = block.expect("the sample has one");
    block.seal_space = seal_space;
    block.sign_offs = names.iter().map(|name| sample::text(name)).collect();
    document
}

/// Middle and row of each sign-off in reading order, from the date: in mm and in lines.
fn sign_offs(document: &Document) -> Vec<(f64, f64)> {
    let pages = sample::pages(document);
    let page = pages
        .pages
        .iter()
        .find(|page| !runs(page, Role::Date).is_empty())
        .expect("there is a date");
    let date = runs(page, Role::Date)[0];
    let middle = |run: &TextRun| (left(run) + right(run)) / 2.0;
    runs(page, Role::SignOff)
        .into_iter()
        .map(|run| (middle(run) - middle(date), (top(run) - top(date)) / 10.446))
        .collect()
}

#[test]
fn sealed_joint_letters_have_up_to_three_sign_offs_a_row_by_7_3_5_1() {
    let names = ["省教育厅", "省财政厅", "省民政厅", "省司法厅", "省公安厅"];
    let places = sign_offs(&signed(SealSpace::Seal, &names));
    // Three and two; the last one stands above the date, each row's seals have 42 mm and do not touch.
    let rows: Vec<f64> = places.iter().map(|(_, row)| row.round()).collect();
    assert_eq!(rows, [-6.0, -6.0, -6.0, -1.0, -1.0]);
    // A digit's pen is a little left of its half cell.
    assert!(places[4].0.abs() < 0.2 && places[2].0.abs() < 0.2);
    let pitch = places[2].0 - places[1].0;
    assert!(pitch > 42.0 + 1.9, "{pitch}");
    assert_near(places[1].0 - places[0].0, pitch);
    assert_near(places[4].0 - places[3].0, pitch);
    assert!((places[4].0 - places[2].0).abs() < 0.01);
    // The seal of the first sign-off stays within the type area.
    let date_middle = 28.0 + 24.0 * 156.0 / 28.0 - 5.5 * 156.0 / 28.0 / 2.0;
    assert!(date_middle + places[0].0 - 21.0 > 27.9);
}

#[test]
fn long_names_of_joint_letters_take_fewer_columns() {
    let names = [
        "省人力资源和社会保障厅",
        "省住房和城乡建设厅",
        "省市场监督管理局",
    ];
    let places = sign_offs(&signed(SealSpace::Seal, &names));
    let rows: Vec<f64> = places.iter().map(|(_, row)| row.round()).collect();
    assert_eq!(rows, [-6.0, -6.0, -1.0]);
    assert!(places[1].0 - places[0].0 > 11.0 * 156.0 / 28.0);
}

#[test]
fn unsealed_joint_letters_have_the_lead_first_and_the_others_below_by_7_3_5_2() {
    let document = signed(SealSpace::None, &["南山省知识产权局", "南山省教育厅"]);
    let rows: Vec<f64> = sign_offs(&document)
        .iter()
        .map(|(_, row)| row.round())
        .collect();
    assert_eq!(rows, [-2.0, -1.0]);
}

#[test]
fn a_long_date_moves_the_whole_column_of_sign_offs() {
    let names = ["省教育厅", "省知识产权局", "省人力资源和社会保障厅"];
    let pages = sample::pages(&signed(SealSpace::None, &names));
    let page = pages
        .pages
        .iter()
        .find(|page| !runs(page, Role::Date).is_empty());
    let page = page.expect("there is a date");
    let names = runs(page, Role::SignOff);
    // The date is longer than the lead's name: it stands two cells from the right, the name moves.
    let (lead, date, end) = closing(&pages);
    assert_near(end, 26.0);
    assert_near(lead, date - 2.0);
    for name in &names {
        assert_near(right(name), right(names[0]));
    }
}

#[test]
fn a_name_stamp_has_its_room_by_7_3_5_3() {
    let document = signed(SealSpace::NameStamp, &["局长"]);
    let (post, date, right) = closing(&sample::pages(&document));
    // The date 4 cells from the right; left of a stamp of 6 cells there, 2 cells blank, the post.
    assert_near(right, 24.0);
    assert_near(post, 24.0 - 6.0 - 2.0 - 2.0);
    assert!(date > post);
    let rows: Vec<f64> = sign_offs(&document).iter().map(|it| it.1.round()).collect();
    assert_eq!(rows, [-2.0]);
    let joint = signed(SealSpace::NameStamp, &["局长", "厅长"]);
    let rows: Vec<f64> = sign_offs(&joint).iter().map(|it| it.1.round()).collect();
    assert_eq!(rows, [-4.0, -2.0]);
}

#[test]
fn a_sign_off_wider_than_the_type_area_takes_two_lines() {
    let name = "南山省推进知识产权强省建设和实施质量强省战略工作联席会议办公室";
    let pages = sample::pages(&signed(SealSpace::None, &[name]));
    let lines: Vec<&TextRun> = pages
        .pages
        .iter()
        .flat_map(|page| runs(page, Role::SignOff))
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines
            .iter()
            .all(|run| left(run) > 27.9 && right(run) < 184.1)
    );
}

/// Letters of one to forty short paragraphs, with every kind of closing block.
fn letters_of_all_lengths() -> impl Iterator<Item = (usize, Document)> {
    let spaces = [SealSpace::None, SealSpace::Seal, SealSpace::NameStamp];
    (1..60).flat_map(move |paragraphs| {
        spaces.into_iter().map(move |space| {
            let mut document = signed(space, &["南山省知识产权局"]);
            let block = sample::paragraph("特此函复。");
            document.main_part.body.blocks = vec![block; paragraphs];
            (paragraphs, document)
        })
    })
}

#[test]
fn a_closing_block_is_never_alone_on_a_page() {
    for (paragraphs, document) in letters_of_all_lengths() {
        let pages = sample::pages(&document);
        let first = &pages.pages[0];
        assert!(!runs(first, Role::Paragraph).is_empty(), "{paragraphs}");
        let with = |role| {
            let is_on = |page: &Page| !runs(page, role).is_empty();
            pages.pages.iter().rposition(is_on)
        };
        let date = with(Role::Date);
        assert_eq!(with(Role::Paragraph), date, "{paragraphs} paragraphs");
        assert_eq!(with(Role::Remark), date, "{paragraphs} paragraphs");
    }
}

#[test]
fn an_annex_note_stays_with_the_closing_block_and_with_text() {
    for (paragraphs, mut document) in letters_of_all_lengths() {
        document.main_part.annex_notes = vec![sample::text("名单"), sample::text("分工表")];
        let pages = sample::pages(&document);
        let last = |role| {
            let is_on = |page: &Page| !runs(page, role).is_empty();
            pages.pages.iter().rposition(is_on)
        };
        let date = last(Role::Date);
        assert_eq!(last(Role::AnnexNote), date, "{paragraphs} paragraphs");
        assert_eq!(last(Role::Paragraph), date, "{paragraphs} paragraphs");
    }
}

#[test]
fn a_page_is_tightened_by_5_percent_at_most() {
    let mut tightened = 0;
    for (paragraphs, document) in letters_of_all_lengths() {
        let pages = sample::pages(&document);
        for (page, report) in pages.pages.iter().zip(&pages.report.pages) {
            let mut tops: Vec<f64> = page.items.iter().filter_map(row_top).collect();
            tops.dedup_by(|one, other| (*one - *other).abs() < 0.01);
            let pitch = tops.windows(2).map(|pair| pair[1] - pair[0]);
            let least = pitch.filter(|pitch| *pitch > 6.0).fold(99.0, f64::min);
            assert!(
                least >= 10.446 * 0.95 || tops.len() < 2,
                "{paragraphs}: {least}"
            );
            assert!(tops.iter().all(|top| top + 5.644 < 262.01), "{paragraphs}");
            tightened += usize::from(report.is_tightened);
        }
    }
    assert!(tightened > 3, "{tightened}");
}

/// The upper edge of a row under the title.
fn row_top(item: &Item) -> Option<f64> {
    match item {
        Item::Text(run) if matches!(run.role, Role::Paragraph | Role::SignOff | Role::Date) => {
            Some(top(run))
        }
        _ => None,
    }
}

#[test]
fn a_text_too_short_to_share_a_page_with_its_closing_block_is_reported() {
    let mut document = signed(SealSpace::Seal, &["南山省知识产权局"]);
    document.main_part.body.blocks.truncate(1);
    document.main_part.body.blocks[0] = sample::paragraph("特此函复。");
    document.main_part.title.lines =
        vec!["关于省政协十三届四次会议提案会办意见的函".to_owned(); 10];
    let style = PageStyle::default();
    let checked = layout(&document, &style, &Fonts::bundled());
    let rules: Vec<&str> = checked.diagnostics.iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["title-too-long", "closing-block-alone"]);
    assert_eq!(
        checked.diagnostics[1].message,
        "落款单独排在第2页，前一页还差1行"
    );
}

#[test]
fn a_character_without_a_glyph_is_an_error_that_names_it() {
    let mut document = sample::document(HeadFormat::Letter);
    document.main_part.addressees = Some(sample::text("\u{10FFFD}："));
    let checked = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert_eq!(checked.diagnostics.len(), 1);
    let diagnostic = &checked.diagnostics[0];
    assert_eq!(diagnostic.rule, "missing-glyph");
    assert!(diagnostic.message.contains("U+10FFFD") && diagnostic.message.contains("仿宋"));
}

#[test]
fn fall_backs_and_substitutions_are_reported() {
    let report = sample::pages(&sample::document(HeadFormat::Letter)).report;
    let fall_backs: Vec<char> = report.fall_backs.iter().map(|it| it.character).collect();
    assert_eq!(fall_backs, ['⽇']);
    assert!(report.substitutions.contains(&Face::Fangsong));
}

#[test]
fn the_dump_of_a_page_can_be_read() {
    let pages = sample::pages(&sample::document(HeadFormat::Letter));
    let dump = dump(&pages, &Fonts::bundled());
    let lines: Vec<&str> = dump.lines().collect();
    assert_eq!(
        lines[..6],
        [
            "page 1",
            "  x  37.27 y  29.56 w 135.47 48 pt BiaotiSongSC-Bold 南山省知识产权局 (red)",
            "  x  20.00 y  50.02 w 170.00 rule 0.53 mm (red)",
            "  x  20.00 y  50.90 w 170.00 rule 0.26 mm (red)",
            "  x  20.00 y 275.85 w 170.00 rule 0.26 mm (red)",
            "  x  20.00 y 276.47 w 170.00 rule 0.53 mm (red)",
        ]
    );
}

#[test]
fn a_title_of_five_lines_says_how_much_to_shorten_it() {
    let mut document = sample::document(HeadFormat::Letter);
    let title = "关于省政协十三届四次会议第20260118号提案";
    let long = format!(
        "{title}{}的答复",
        "关于加强知识产权保护和营商环境建设".repeat(5)
    );
    document.main_part.title.lines = vec![long.clone()];
    let checked = layout(&document, &PageStyle::default(), &Fonts::bundled());
    let found: Vec<_> = checked
        .diagnostics
        .iter()
        .filter(|it| it.rule == "title-too-long")
        .collect();
    let [found] = found[..] else {
        panic!("{:?}", checked.diagnostics)
    };
    assert_eq!(found.severity, Severity::Warning);
    assert_eq!(found.place, document.main_part.title.place);
    let hint = found.hint.clone().expect("it says what to do");
    let digits: String = hint.chars().filter(char::is_ascii_digit).collect();
    let count: usize = digits[..digits.len() - 1]
        .parse()
        .expect("a number of characters, and 4 lines");
    // Left out at the end, so many characters are enough.
    let kept: String = long.chars().take(long.chars().count() - count).collect();
    document.main_part.title.lines = vec![kept];
    let checked = layout(&document, &PageStyle::default(), &Fonts::bundled());
    assert!(
        checked
            .diagnostics
            .iter()
            .all(|it| it.rule != "title-too-long")
    );
    // Five lines by hand need no shortening.
    document.main_part.title.lines = ["关于", "某提案", "的会办意见", "情况的", "函"]
        .map(str::to_owned)
        .to_vec();
    let checked = layout(&document, &PageStyle::default(), &Fonts::bundled());
    let hint = checked
        .diagnostics
        .iter()
        .find(|it| it.rule == "title-too-long");
    assert!(hint.is_some_and(|it| it.hint.as_ref().is_some_and(|it| it.contains("手工"))));
}

#[test]
fn heads_of_a_table_across_the_page_keep_their_words() {
    let heads = "序号 提案编号 案由 承办单位 会办单位 办理结果 答复日期 联系人 联系电话 备注";
    let heads: Vec<&str> = heads.split(' ').collect();
    let cells = "1 20260118 关于加强水源地保护和水土流失综合治理工作的提案 南山市水利局 \
        南山市林业局、南山市财政局 列入计划 2026年3月5日 张三 0100-0000000 无";
    let cells: Vec<&str> = cells.split_whitespace().collect();
    let row = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    for (rows, whole) in [
        (1, &["序号", "案由", "备注", "联系人", "答复日期"][..]),
        (30, &["序号", "案由", "备注", "联系人", "日期"]),
    ] {
        let rows = row(&cells).repeat(rows);
        let table = format!("{}|{}\n{rows}", row(&heads), "---|".repeat(heads.len()));
        let mut document = sample::document(HeadFormat::Letter);
        sample::add_annex(&mut document, "办理情况表", table);
        let lines = table_heads(&sample::pages(&document));
        for head in whole {
            let is_whole = lines.iter().any(|line| line.starts_with(head));
            assert!(is_whole, "{head}: {lines:?}");
        }
    }
}

/// The lines of a document's table heads.
fn table_heads(pages: &PagedDocument) -> Vec<String> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let heads = items.filter_map(|item| match item {
        Item::Text(run) if run.role == Role::TableHead => Some(run),
        _ => None,
    });
    heads
        .map(|run| run.glyphs.iter().map(|glyph| glyph.character).collect())
        .collect()
}
