//! Facts + rendered texts → [`Document`].
//!
//! Header, addressees, closing block and imprint are typed facts and never pass through Markdown
//! as a whole; only the writer's own wording in them does, so that figures in it keep their origin.

use std::sync::Arc;

use jiff::civil::Date;

use super::inline::plain_text;
use super::{
    Annex, Block, ClassMark, ClassMarkPlace, ClosingBlock, Document, DocumentNumber, HeadFormat,
    Header, Imprint, Inline, IssuerMark, MainPart, PlacedText, Title, markdown,
};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::facts::{IssuerMarkSettings, Letter, Office};
use crate::origin::{Origin, Origins, TracedText};
use crate::render::{Rendered, RenderedAnnex, RenderedText};
use crate::source::Source;

/// What follows the issuer's name in a document head unless the office says otherwise, 7.2.4.
const DOCUMENT_SUFFIX: &str = "文件";

/// Puts a letter together.
///
/// # Errors
/// Reports Markdown outside the subset, and a letter without a title or a body.
pub fn compose(letter: &Letter, office: &Office, rendered: &Rendered) -> Checked<Document> {
    let mut sink = Sink::new();
    let document = Document {
        header: header(letter, office, rendered, &mut sink),
        main_part: main_part(letter, rendered, &mut sink),
        imprint: imprint(letter, office, rendered, &mut sink),
        traced: traced(rendered.around_the_body(), &rendered.origins),
        place: letter.place.clone(),
    };
    sink.checked(Some(document))
}

/// The feedback form (征询意见表) as a document of its own, which has no issuer mark.
///
/// # Errors
/// Reports Markdown outside the subset.
pub fn form(letter: &Letter, form: &RenderedAnnex, origins: &Origins) -> Checked<Document> {
    let mut sink = Sink::new();
    let title = placed(&form.title, origins, &mut sink);
    let body = form.body.as_ref();
    let body = body.and_then(|body| markdown::body(body, origins).take(&mut sink));
    let document = title.zip(body).map(|(title, body)| Document {
        header: Header {
            format: HeadFormat::Document,
            issuer_mark: IssuerMark {
                names: Vec::new(),
                suffix: None,
                size: None,
            },
            document_number: None,
            signatories: Vec::new(),
            class_mark: None,
            copy_number: None,
            classification: None,
            urgency: None,
        },
        main_part: MainPart {
            title: Title {
                lines: vec![title.text],
                place: title.place,
            },
            addressees: None,
            body,
            annex_notes: Vec::new(),
            closing_block: None,
            remarks: Vec::new(),
            annexes: Vec::new(),
        },
        imprint: Imprint::default(),
        traced: traced(std::iter::once(&form.title), origins),
        place: letter.place.clone(),
    });
    sink.checked(document)
}

fn header(letter: &Letter, office: &Office, rendered: &Rendered, sink: &mut Sink) -> Header {
    let class_mark = rendered.class_mark.as_ref();
    Header {
        format: rendered.head,
        issuer_mark: issuer_mark(letter, office, rendered.head),
        document_number: document_number(letter, rendered, sink),
        signatories: letter.signatories.clone(),
        class_mark: class_mark.and_then(|(lines, place)| {
            if *place == ClassMarkPlace::AfterNumber {
                return None;
            }
            let lines = plain(lines, &rendered.origins, sink);
            (!lines.is_empty()).then_some(ClassMark {
                lines,
                place: *place,
            })
        }),
        copy_number: letter.copy_number.clone(),
        classification: letter.classification.clone(),
        urgency: letter.urgency.clone(),
    }
}

/// The number, with the class mark right after it if the office wants it there.
fn document_number(
    letter: &Letter,
    rendered: &Rendered,
    sink: &mut Sink,
) -> Option<DocumentNumber> {
    let text = match &rendered.class_mark {
        Some((lines, ClassMarkPlace::AfterNumber)) => lines.first()?,
        _ => return letter.document_number.clone(),
    };
    let mark = placed(text, &rendered.origins, sink)?;
    let Some(mut number) = letter.document_number.clone() else {
        let message = "办理结果要写在文号后面，这封信没有文号";
        let fault = Diagnostic::error("missing-document-number", mark.place, message);
        sink.push(fault.with_hint("请写 document_number，或者把 class_mark.place 改成别处"));
        return None;
    };
    number.suffix = Some(mark.text);
    Some(number)
}

fn issuer_mark(letter: &Letter, office: &Office, head: HeadFormat) -> IssuerMark {
    let own = letter.issuer_mark.as_ref();
    let setting = |pick: fn(&IssuerMarkSettings) -> Option<PlacedText>| {
        own.and_then(pick).or_else(|| pick(&office.issuer_mark))
    };
    let names = own.and_then(|mark| mark.names.clone());
    let issuers = Some(letter.issuers.clone()).filter(|issuers| !issuers.is_empty());
    let names = names
        .or(issuers)
        .or_else(|| office.issuer_mark.names.clone());
    let suffix = setting(|mark| mark.document_suffix.clone());
    let suffix = suffix.map_or_else(|| DOCUMENT_SUFFIX.to_owned(), |suffix| suffix.text);
    let has_suffix = head == HeadFormat::Document && !suffix.is_empty();
    IssuerMark {
        names: names.unwrap_or_else(|| vec![office.name.clone()]),
        suffix: has_suffix.then_some(suffix),
        size: own
            .and_then(|mark| mark.size.clone())
            .or_else(|| office.issuer_mark.size.clone()),
    }
}

fn main_part(letter: &Letter, rendered: &Rendered, sink: &mut Sink) -> MainPart {
    let remarks = rendered.remarks.iter();
    let body = markdown::body(&rendered.body, &rendered.origins);
    let body = body.take(sink).unwrap_or_default();
    if body.blocks.is_empty() {
        sink.push(
            Diagnostic::error("empty-body", letter.place.clone(), "这封信没有正文")
                .with_hint("请在 introduction、sections 或 next_steps 里列出举措"),
        );
    }
    let titles = rendered.annexes.iter().map(|annex| &annex.title);
    let annex_notes = titles.filter_map(|title| placed(title, &rendered.origins, sink));
    let annex_notes = annex_notes.collect();
    MainPart {
        title: title(letter, rendered, sink),
        addressees: addressees(rendered),
        body,
        annex_notes,
        closing_block: closing_block(letter, rendered, sink),
        remarks: remarks
            .filter_map(|text| placed(text, &rendered.origins, sink))
            .collect(),
        annexes: annexes(rendered, sink),
    }
}

fn annexes(rendered: &Rendered, sink: &mut Sink) -> Vec<Annex> {
    let is_alone = rendered.annexes.len() == 1;
    let annexes = rendered.annexes.iter().zip(1..);
    annexes
        .filter_map(|(annex, number)| {
            let body = markdown::body(annex.body.as_ref()?, &rendered.origins).take(sink);
            Some(Annex {
                number: (!is_alone).then_some(number),
                title: placed(&annex.title, &rendered.origins, sink)?,
                body: body.unwrap_or_default(),
            })
        })
        .collect()
}

fn title(letter: &Letter, rendered: &Rendered, sink: &mut Sink) -> Title {
    let texts = rendered.title.iter();
    let lines: Vec<_> = texts
        .filter_map(|text| placed(text, &rendered.origins, sink))
        .collect();
    if lines.is_empty() {
        sink.push(
            Diagnostic::error("empty-title", letter.place.clone(), "这封信没有标题")
                .with_hint("请在信件或模板里写 title"),
        );
    }
    Title {
        place: lines
            .first()
            .map_or_else(|| letter.place.clone(), |line| line.place.clone()),
        lines: lines.into_iter().map(|line| line.text).collect(),
    }
}

/// Addressees with the full-width colon, 7.3.2.
fn addressees(rendered: &Rendered) -> Option<PlacedText> {
    let first = rendered.addressees.first()?;
    let names: Vec<_> = rendered
        .addressees
        .iter()
        .map(|name| name.text.as_str())
        .collect();
    Some(PlacedText::new(
        format!("{}：", names.join("、")),
        first.place.clone(),
    ))
}

fn closing_block(letter: &Letter, rendered: &Rendered, sink: &mut Sink) -> Option<ClosingBlock> {
    let sign_offs = plain(&rendered.sign_offs, &rendered.origins, sink);
    let is_empty =
        sign_offs.is_empty() && letter.issued_on.is_none() && letter.printed_date.is_none();
    (!is_empty).then_some(ClosingBlock {
        sign_offs,
        issued_on: letter.issued_on,
        printed_date: letter.printed_date.clone(),
        seal_space: rendered.seal,
    })
}

/// Printing office and date belong to the document head only, 10.1.
fn imprint(letter: &Letter, office: &Office, rendered: &Rendered, sink: &mut Sink) -> Imprint {
    let copied_to = plain(&rendered.copied_to, &rendered.origins, sink);
    let levels: Vec<_> = copied_to.iter().map(|level| level.text.as_str()).collect();
    let copied_to = copied_to.first().map(|first| {
        let text = levels.join("，");
        PlacedText::new(text.trim_end_matches('。'), first.place.clone())
    });
    let is_document = rendered.head == HeadFormat::Document;
    let printed_on: Option<Date> = letter.printed_on.filter(|_| is_document);
    let printed_by = letter.printed_by.as_ref().or(office.printed_by.as_ref());
    Imprint {
        addressees: None,
        copied_to,
        printed_by: printed_by.filter(|_| is_document).cloned(),
        printed_on,
    }
}

fn plain(texts: &[RenderedText], origins: &Origins, sink: &mut Sink) -> Vec<PlacedText> {
    let texts = texts.iter();
    texts
        .filter_map(|text| placed(text, origins, sink))
        .collect()
}

/// The plain text of a rendered line.
fn placed(text: &RenderedText, origins: &Origins, sink: &mut Sink) -> Option<PlacedText> {
    let path = text.place.source().path();
    let source: Arc<Source> = Source::new(path, text.markdown.as_str());
    let read = markdown::body(&source, origins);
    let faults = read.diagnostics.into_iter().map(|fault| Diagnostic {
        place: text.place.clone(),
        ..fault
    });
    sink.extend(faults);
    let plain: String = read.value?.blocks.iter().map(block_text).collect();
    Some(PlacedText::new(plain, text.place.clone()))
}

/// Those of some texts that print figures, with the places of the figures in them.
fn traced<'r>(texts: impl Iterator<Item = &'r RenderedText>, origins: &Origins) -> Vec<TracedText> {
    let printing = texts.filter(|text| text.prints_facts());
    let traced = printing.filter_map(|text| {
        let source: Arc<Source> = Source::new(text.place.source().path(), text.markdown.as_str());
        // What is wrong with the Markdown was told when the text was read.
        let body = markdown::body(&source, origins).value?;
        let mut traced = TracedText {
            text: String::new(),
            figures: Vec::new(),
        };
        for inline in body.blocks.iter().flat_map(inlines_of) {
            let start = traced.text.len();
            traced.text.push_str(&inline.text);
            let figure = inline.origin.clone();
            let figure = figure.filter(|it| matches!(**it, Origin::Figure(_)));
            let range = start..traced.text.len();
            traced.figures.extend(figure.map(|it| (range, it)));
        }
        Some(traced)
    });
    traced.filter(|it| !it.figures.is_empty()).collect()
}

fn inlines_of(block: &Block) -> &[Inline] {
    match block {
        Block::Heading { inlines, .. } | Block::Paragraph { inlines, .. } => inlines,
        Block::Table(_) => &[],
    }
}

fn block_text(block: &Block) -> String {
    plain_text(inlines_of(block))
}
