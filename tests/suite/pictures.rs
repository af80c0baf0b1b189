//! Pages as pictures: both PDF writers draw the same, and a few pages look as they did.
//!
//! `tests/golden/*.png` hold what text cannot show: the shape of glyphs, red, thick and thin rules,
//! turned lines. `RENEW_PICTURES=1 cargo test pictures` writes them anew.

use std::path::PathBuf;

use fuhan::document::{Document, HeadFormat};
use fuhan::export::archive_pdf::{Record, archive_pdf};
use fuhan::export::pdf::pdf;
use fuhan::layout::{Fonts, PagedDocument};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use jiff::civil::date;

use crate::sample;

/// Pixels a point.
const SCALE: f32 = 1.0;

/// A channel that differs by more than this is another colour, not another rounding.
const TOLERATED: u8 = 60;

/// The pages of a file, drawn.
fn drawn(file: Vec<u8>) -> Vec<Pixmap> {
    let file = Pdf::new(file).expect("the file is whole");
    let cache = RenderCache::new();
    let settings = RenderSettings {
        hinting: false,
        ..RenderSettings::default()
    };
    let pixels = PixmapSettings {
        x_scale: SCALE,
        y_scale: SCALE,
        bg_color: WHITE,
    };
    let interpreter = InterpreterSettings::default();
    let pages = file.pages().iter();
    pages
        .map(|page| render(page, &cache, &interpreter, &settings, &pixels))
        .collect()
}

fn everyday(pages: &PagedDocument) -> Vec<u8> {
    pdf(pages, &Fonts::bundled()).expect("the fonts are whole")
}

fn archive(pages: &PagedDocument) -> Vec<u8> {
    let record = Record {
        issued_on: date(2026, 3, 5),
        attachments: &[],
    };
    archive_pdf(pages, record, &Fonts::bundled()).expect("the standards allow it")
}

/// Pixels that are not white, and pixels that differ.
fn compare(one: &Pixmap, other: &Pixmap) -> (usize, usize) {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let pixels = |map: &Pixmap| {
        map.data_as_u8_slice()
            .chunks(4)
            .map(<[u8]>::to_vec)
            .collect()
    };
    let (one, other): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (pixels(one), pixels(other));
    let inked = one.iter().filter(|it| it.iter().any(|it| *it < 200));
    let differ = |(one, other): &(&Vec<u8>, &Vec<u8>)| {
        let mut channels = one.iter().zip(other.iter());
        channels.any(|(one, other)| one.abs_diff(*other) > TOLERATED)
    };
    let differing = one.iter().zip(&other).filter(differ);
    (inked.count(), differing.count())
}

/// A document of both heads with a table across a page in its annex.
fn document(format: HeadFormat) -> Document {
    let mut document = sample::document(format);
    let row = |cell: &str| format!("| {} |\n", [cell; 10].join(" | "));
    let wide = row("一栏的说明") + "|" + &"---|".repeat(10) + "\n" + &row("有关部门按职责分工");
    sample::add_annex(&mut document, "分工表", wide);
    document
}

#[test]
fn both_writers_draw_the_same_pictures() {
    for format in [HeadFormat::Letter, HeadFormat::Document] {
        let pages = sample::pages(&document(format));
        let (one, other) = (drawn(everyday(&pages)), drawn(archive(&pages)));
        assert_eq!(one.len(), pages.pages.len());
        assert_eq!(one.len(), other.len());
        let mut inked_at_all = 0;
        for (number, (one, other)) in one.iter().zip(&other).enumerate() {
            let (inked, differing) = compare(one, other);
            let share = differing as f64 / inked.max(1) as f64;
            assert!(share < 0.01, "page {}: {differing} of {inked}", number + 1);
            inked_at_all += inked;
        }
        assert!(inked_at_all > 10_000, "{inked_at_all}");
    }
}

/// Compares a page with its picture, or writes the picture if that is asked for.
fn assert_looks_like(name: &str, page: &Pixmap) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    if std::env::var_os("RENEW_PICTURES").is_some() {
        let picture = page.clone().into_png().expect("it can be written");
        std::fs::write(&path, picture).expect("it can be written");
        return;
    }
    let picture = std::fs::read(&path).expect("there is one; RENEW_PICTURES=1 makes it");
    let picture = Pixmap::from_png(std::io::Cursor::new(picture)).expect("it is a PNG");
    let (inked, differing) = compare(&picture, page);
    let share = differing as f64 / inked.max(1) as f64;
    assert!(share < 0.01, "{name}: {differing} of {inked} pixels differ");
}

#[test]
fn a_few_pages_look_as_they_did() {
    let letter = sample::pages(&document(HeadFormat::Letter));
    let letter = drawn(everyday(&letter));
    assert_looks_like("letter_first_page", &letter[0]);
    let turned = letter.len() - 2;
    assert_looks_like("letter_landscape_page", &letter[turned]);
    let document = sample::pages(&document(HeadFormat::Document));
    let document = drawn(everyday(&document));
    assert_looks_like("document_first_page", &document[0]);
    let last = document.last().expect("there are pages");
    assert_looks_like("document_imprint", last);
}
