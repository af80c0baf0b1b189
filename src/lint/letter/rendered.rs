//! What the stages say of a rendered body, led back to the files that the clerk edits.

use std::ops::Range;
use std::sync::Arc;

use super::assembled::{LetterParagraph, LetterText, Stretch};
use super::placing::{Placer, holds};
use super::plain::PlainText;
use super::tracing::Tracer;
use crate::diagnostic::Diagnostic;
use crate::facts::Letter;
use crate::lint::view::paragraphs::ParagraphKind;
use crate::origin::{Origin, Origins, SharedOrigin};
use crate::render::{Rendered, Renderer};
use crate::source::{PlacedText, Source, Span};

/// The same diagnostics, those about rendered Markdown at the prose, the figure or the template that
/// gave it.
///
/// What cannot be led back stands in the letter's file and shows what was printed.
pub fn at_origin(
    found: Vec<Diagnostic>,
    letter: &Letter,
    rendered: &Rendered,
    renderer: &Renderer,
) -> Vec<Diagnostic> {
    let annexes = rendered.annexes.iter().chain(&rendered.form);
    let annexes = annexes.filter_map(|annex| annex.body.as_ref());
    let bodies: Vec<&Arc<Source>> = annexes.chain([&rendered.body]).collect();
    let placed = found.into_iter().map(|one| {
        let mut bodies = bodies.iter();
        match bodies.find(|body| Arc::ptr_eq(body, one.place.source())) {
            Some(body) => led_back(
                one,
                letter,
                &Markdown::new(body, &rendered.origins),
                renderer,
            ),
            None => one,
        }
    });
    let placed = placed.map(|one| at_value(one, letter, renderer));
    placed.collect()
}

/// What a tag printed stands where its value was written, in the letter, the office or a part that the
/// template includes; the tag itself is right for every other value.
fn at_value(found: Diagnostic, letter: &Letter, renderer: &Renderer) -> Diagnostic {
    let printed = found.printed.as_deref();
    let Some(printed) = printed.filter(|it| !found.place.text().contains(it)) else {
        return found;
    };
    let written = typed_in(renderer.wording(letter), printed);
    let files = [letter.place.source(), renderer.office().place.source()];
    let files = files.into_iter().chain(renderer.template_files());
    let in_files = files.filter_map(|source| {
        let start = source.text().find(printed)?;
        Some(Span::new(source, start..start + printed.len()))
    });
    let place = written.chain(in_files).next();
    match place {
        Some(place) => Diagnostic { place, ..found },
        None => found,
    }
}

fn led_back(
    found: Diagnostic,
    letter: &Letter,
    markdown: &Markdown,
    renderer: &Renderer,
) -> Diagnostic {
    let tracer = Tracer::new(&markdown.text, letter, renderer);
    let placer = Placer::new(&markdown.text, tracer, letter.place.clone());
    let printed = found.place.clone();
    let placed = placer.placed(markdown.plain.finding(found));
    let is_lost = placed.place == letter.place;
    match typed(&printed, &placed.place, letter, renderer) {
        Some(place) => Diagnostic { place, ..placed },
        None if is_lost => placed.with_label(printed, "印出来的文字"),
        None => placed,
    }
}

/// Where a text or a template says word for word what was printed and led back to nothing, or where one
/// line does that was led back to several, as the row of an annex's table is: its bars lead to no cell.
fn typed(printed: &Span, around: &Span, letter: &Letter, renderer: &Renderer) -> Option<Span> {
    let typed = printed.text();
    if typed.trim().is_empty() {
        return None;
    }
    if *around == letter.place {
        let texts = renderer.wording(letter).into_iter();
        return typed_in(texts.chain(renderer.included_texts(letter)), typed).next();
    }
    let is_one_line = !typed.contains('\n') && around.text().contains('\n');
    let mut places = typed_in(renderer.wording(letter), typed).filter(|_| is_one_line);
    places.find(|place| holds(around, place))
}

/// The first place of `typed` in each text that has it.
fn typed_in(
    texts: impl IntoIterator<Item = PlacedText>,
    typed: &str,
) -> impl Iterator<Item = Span> {
    texts.into_iter().filter_map(move |text| {
        let start = text.text.find(typed)?;
        Some(text.locate(start..start + typed.len()))
    })
}

/// A rendered text as it reads, in paragraphs with their origins.
struct Markdown {
    plain: PlainText,
    text: LetterText,
}

impl Markdown {
    /// Each line is a paragraph; marks of origins count as the text that they print.
    fn new(body: &Arc<Source>, origins: &Origins) -> Self {
        let plain = PlainText::new(body);
        let mut reader = Reader {
            text: body.text(),
            origins,
            measure: None,
        };
        let lines = 1..=body.line_count();
        let paragraphs = lines.filter_map(|line| {
            let start = body.line_start(line);
            let range = start..start + body.line_text(line).len();
            (!range.is_empty()).then(|| {
                let stretches = reader.stretches(range.clone()).into_iter();
                LetterParagraph {
                    stretches: stretches.map(|it| in_plain(it, &plain)).collect(),
                    range: plain.range(&range),
                    kind: ParagraphKind::Text,
                }
            })
        });
        let text = LetterText {
            paragraphs: paragraphs.collect(),
            source: Arc::clone(&plain.source),
            title: 0..0,
            body: 0..plain.source.text().len(),
        };
        Self { plain, text }
    }
}

fn in_plain(stretch: Stretch, plain: &PlainText) -> Stretch {
    Stretch {
        range: plain.range(&stretch.range),
        ..stretch
    }
}

struct Reader<'a> {
    text: &'a str,
    origins: &'a Origins,
    /// The measure whose prose is read.
    measure: Option<SharedOrigin>,
}

/// A mark of an origin: `[text](destination)`.
struct Mark<'a> {
    range: Range<usize>,
    destination: &'a str,
}

impl<'a> Reader<'a> {
    fn stretches(&mut self, line: Range<usize>) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        let mut at = line.start;
        while let Some(mark) = self.mark(at..line.end) {
            self.push(at..mark.range.start, self.measure.clone(), &mut stretches);
            let origin = self.origins.get(mark.destination).cloned();
            match origin.as_deref() {
                Some(Origin::Figure(_)) => self.push(mark.range.clone(), origin, &mut stretches),
                Some(Origin::Measure(_)) => self.measure = origin,
                None => self.measure = None,
            }
            at = mark.range.end;
        }
        self.push(at..line.end, self.measure.clone(), &mut stretches);
        stretches
    }

    fn push(
        &self,
        range: Range<usize>,
        origin: Option<SharedOrigin>,
        stretches: &mut Vec<Stretch>,
    ) {
        if !range.is_empty() {
            stretches.push(Stretch { range, origin });
        }
    }

    /// The first mark in a range.
    fn mark(&self, range: Range<usize>) -> Option<Mark<'a>> {
        let text: &'a str = self.text;
        let middle = range.start + text[range.clone()].find("](")?;
        let open = range.start + text[range.start..middle].rfind('[')?;
        let destination = &text[middle + "](".len()..range.end];
        let destination = &destination[..destination.find(')')?];
        let end = middle + "](".len() + destination.len() + ")".len();
        Some(Mark {
            range: open..end,
            destination,
        })
    }
}
