//! How a letter (复函) is read.

use std::sync::Arc;

use super::figure_values;
use super::keys;
use super::letter::{Letter, PlacedPeriod, PreviousReply, Section, SectionContent, SectionStyle};
use super::letter_dates;
use super::yaml::{self, Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::source::{PlacedText, Source, Span};

/// Levels of headings: 一、（一）1.（1）, GB/T 9704-2012, 7.3.3.
const DEEPEST_LEVEL: usize = 4;

impl Letter {
    /// Reads one of `content/letters/`; its id is the file's stem.
    ///
    /// # Errors
    /// Everything that is wrong with the YAML; `document-number`, `invalid-date`,
    /// `conflicting-keys`, `empty-section`, `sections-too-deep`, `printed-before-issue`,
    /// `handling-dates`; the warning `draft-without-date`.
    pub fn from_yaml(source: &Arc<Source>) -> Checked<Self> {
        let mut sink = Sink::new();
        let letter = yaml::from_yaml(source, &mut sink);
        sink.checked(letter)
    }
}

/// The file's name without folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl FromYaml for Letter {
    fn shape() -> Shape {
        Shape::Mapping(&keys::LETTER)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::LETTER)?;
        let letter = letter(&mut fields);
        let has_date = fields.has("issued_on");
        if let Some(letter) = &letter {
            for fault in letter_dates::of_issue(letter, &fields) {
                fields.decoder().report(fault);
            }
        }
        fields.finish();
        if !has_date {
            let draft = draft_without_date(decoder.source());
            decoder.report(draft);
        }
        letter
    }
}

/// Asks for every key before it gives up for want of one that is required.
fn letter(fields: &mut Fields<'_, '_, '_>) -> Option<Letter> {
    let kind = fields.required("kind");
    let proposal = fields.required("proposal");
    let period = fields.required("period");
    let source = Arc::clone(fields.decoder().source());
    Some(Letter {
        id: stem(source.path()).to_owned(),
        place: Span::file(&source),
        body_from: fields.optional("body_from"),
        body_source: None,
        handling: fields.optional("handling").unwrap_or_default(),
        previous_reply: fields.optional("previous_reply"),
        feedback: fields.optional("feedback"),
        disclosure: fields.optional("disclosure"),
        count_line: fields.optional("count_line"),
        issuers: fields.list("issuers"),
        document_number: fields.optional("document_number"),
        addressees: fields.optional("addressees"),
        signatories: fields.list("signatories"),
        outcome: fields.optional("outcome"),
        head: fields.optional("head"),
        title: title(fields),
        issuer_mark: fields.optional("issuer_mark"),
        class_mark: fields.optional("class_mark"),
        opening: fields.optional("opening"),
        introduction: fields.list("introduction"),
        sections: sections(fields, 1),
        next_steps: fields.list("next_steps"),
        closing: fields.empty_or_text("closing"),
        sign_offs: fields.optional("sign_offs"),
        issued_on: fields.optional("issued_on"),
        printed_date: fields.optional("printed_date"),
        seal: fields.optional("seal"),
        contact: fields.optional("contact"),
        remarks: fields.optional("remarks"),
        annexes: fields.list("annexes"),
        copied_to: fields.optional("copied_to"),
        printed_by: fields.optional("printed_by"),
        printed_on: fields.optional("printed_on"),
        copy_number: fields.optional("copy_number"),
        classification: fields.optional("classification"),
        urgency: fields.word("urgency"),
        kind: kind?,
        proposal: proposal?,
        period: period?,
    })
}

/// A title is one text, or a list of lines broken by hand.
fn title(fields: &mut Fields<'_, '_, '_>) -> Vec<PlacedText> {
    let Some(node) = fields.node("title") else {
        return Vec::new();
    };
    let decoder = fields.decoder();
    if node.is_list() {
        return decoder.items(node).unwrap_or_default();
    }
    decoder.text(node).into_iter().collect()
}

impl FromYaml for PlacedPeriod {
    fn shape() -> Shape {
        Shape::Form(&keys::PERIOD)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let label = decoder.text(node)?;
        let period = figure_values::period(&label, decoder)?;
        let place = label.place;
        Some(Self { period, place })
    }
}

impl FromYaml for PreviousReply {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PREVIOUS_REPLY)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PREVIOUS_REPLY)?;
        let previous = Self {
            document_number: fields.optional("document_number"),
            issued_on: fields.optional("issued_on"),
        };
        fields.finish();
        Some(previous)
    }
}

/// The sections under `sections`; `level` counts from 1.
fn sections(fields: &mut Fields<'_, '_, '_>, level: usize) -> Vec<Section> {
    let Some(node) = fields.node("sections") else {
        return Vec::new();
    };
    let decoder = fields.decoder();
    if level > DEEPEST_LEVEL {
        let message = format!("章节嵌套超过{DEEPEST_LEVEL}层");
        let diagnostic = Diagnostic::error("sections-too-deep", decoder.place(node), message)
            .with_hint("结构层次最多四层：一、（一）1.（1）")
            .with_note("GB/T 9704-2012 7.3.3");
        decoder.report(diagnostic);
        return Vec::new();
    }
    let Some(nodes) = decoder.list(node) else {
        return Vec::new();
    };
    let sections = nodes
        .iter()
        .filter_map(|node| section(node, level, decoder));
    sections.collect()
}

fn section(node: &Node, level: usize, decoder: &mut Decoder<'_>) -> Option<Section> {
    let mut fields = decoder.fields(node, &keys::SECTION)?;
    let section = Section {
        place: fields.place().clone(),
        id: fields.optional("id"),
        heading: fields.optional("heading"),
        style: fields.optional("style").unwrap_or_default(),
        content: content(&mut fields),
        sections: sections(&mut fields, level + 1),
    };
    fields.finish();
    Some(section)
}

fn content(fields: &mut Fields<'_, '_, '_>) -> SectionContent {
    let measures: Vec<PlacedText> = fields.list("measures");
    let text = fields.optional("text");
    let is_written = ["measures", "text", "sections"]
        .iter()
        .any(|key| fields.has(key));
    if fields.has("measures") && fields.has("text") {
        let place = fields.place_of("text");
        let diagnostic = Diagnostic::error("conflicting-keys", place, "“measures”“text”不能同时写")
            .with_hint("只留一个；要两样都有，分成两节");
        fields.decoder().report(diagnostic);
    }
    if !is_written {
        let place = fields.place().clone();
        let diagnostic = Diagnostic::error("empty-section", place, "这一节没有内容")
            .with_hint("写上“measures”或“text”，或者下一层的“sections”");
        fields.decoder().report(diagnostic);
    }
    match (text, measures.is_empty()) {
        (Some(text), _) => SectionContent::Text(text),
        (None, false) => SectionContent::Measures(measures),
        (None, true) => SectionContent::None,
    }
}

impl Words for SectionStyle {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("paragraphs", Self::Paragraphs, "一条一段，默认"),
        ("joined", Self::Joined, "连成一段"),
        ("enumerated", Self::Enumerated, "写成“一是……；二是……。”"),
    ];
}

fn draft_without_date(source: &Arc<Source>) -> Diagnostic {
    Diagnostic::warning(
        "draft-without-date",
        Span::file(source),
        "还没有成文日期，按草稿处理",
    )
    .with_hint("签发后写上“issued_on: 年-月-日”")
    .with_note("GB/T 9704-2012 7.3.5")
}
