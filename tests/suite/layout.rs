//! Pages against the numbers of GB/T 9704-2012.

use fuhan::document::{HeadFormat, PlacedText, SealSpace};
use fuhan::layout::dump::dump;
use fuhan::layout::length::Length;
use fuhan::layout::page::{Item, Page, PagedDocument, Role, Separator, TextRun};
use fuhan::layout::{Fonts, LineGrid, PageStyle, layout};

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
    let mark = runs(page, Role::IssuerMark)[0];
    assert_near(top(mark), 30.0);
    let rules = separators(page);
    assert_eq!(rules.len(), 4);
    assert_near(edges(rules[0]).0, bottom(mark) + 4.0);
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
    let mark = runs(page, Role::IssuerMark)[0];
    assert_near(top(mark), 37.0 + 35.0);
    let number = runs(page, Role::DocumentNumber)[0];
    assert_near(top(number), mark.size.to_mm() + 72.0 + 2.0 * 10.446);
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
        assert!(lines.han_lines_of_measure > lines.han_lines_short());
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

#[test]
fn a_closing_block_is_never_alone_on_a_page() {
    for paragraphs in 1..40 {
        let mut document = sample::document(HeadFormat::Letter);
        let block = document.main_part.body.blocks[0].clone();
        document.main_part.body.blocks = vec![block; paragraphs];
        let pages = sample::pages(&document);
        for page in &pages.pages {
            if !runs(page, Role::SignOff).is_empty() {
                assert!(
                    !runs(page, Role::Paragraph).is_empty(),
                    "{paragraphs} paragraphs"
                );
            }
        }
    }
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
    assert!(
        report
            .substitutions
            .iter()
            .any(|it| it.font_name == "拟仿宋 SC")
    );
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
            "  x  37.27 y  30.00 w 135.47 48 pt BiaotiSongSC-Bold 南山省知识产权局 (red)",
            "  x  20.00 y  50.93 w 170.00 rule 0.53 mm (red)",
            "  x  20.00 y  51.82 w 170.00 rule 0.26 mm (red)",
            "  x  20.00 y 275.85 w 170.00 rule 0.26 mm (red)",
            "  x  20.00 y 276.47 w 170.00 rule 0.53 mm (red)",
        ]
    );
}
