//! Public copies (公开本): a document without personal data, internal facts and annexes that are not
//! published.
//!
//! Nothing is hidden: the document that is laid out and exported does not hold what was taken out.

mod annexes;
mod cut;
mod internal;
mod walk;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Imprint};
use crate::facts::{Contact, Facts, Letter, NameRule, Office, PublicSettings};
use crate::source::Span;
use crate::text::personal::{Known, PersonalKind};

pub use internal::{internal_facts, typed_figures};

use walk::Texts;

/// Something that was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// What it is, such as 电话号码.
    pub what: String,
    /// As it was printed.
    pub text: String,
    /// What stands there now; empty if nothing does.
    pub replacement: String,
    /// Where.
    pub place: RemovalPlace,
}

/// Where something was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemovalPlace {
    /// These bytes of this printed paragraph.
    Printed(String, std::ops::Range<usize>),
    /// Written here.
    Written(Span),
}

/// What a letter's public copy may not hold, and what stands for it.
#[derive(Debug)]
pub struct Rules<'a> {
    settings: &'a PublicSettings,
    known: Known,
}

/// A document for the public with what was taken out of it and what keeps it from being published.
#[derive(Debug)]
pub struct Published {
    /// The document.
    pub document: Document,
    /// What was taken out, in reading order.
    pub removals: Vec<Removal>,
    /// What cannot be taken out.
    pub faults: Vec<Diagnostic>,
}

impl<'a> Rules<'a> {
    /// The rules of an office for a letter; every telephone number of their files is known.
    pub fn new(office: &'a Office, letter: &Letter, facts: &Facts) -> Self {
        let mut known = Known::default();
        let contacts = [&office.contact, &letter.contact];
        for contact in contacts.into_iter().flatten() {
            add_contact(&mut known, contact, office.public.names);
        }
        for proposer in &letter.proposal.proposers {
            let phone = proposer.phone.iter();
            phone.for_each(|phone| known.add_phones(&phone.text));
            if let Some(unit) = &proposer.unit {
                known.add_text(&unit.text, PersonalKind::KnownText);
            }
        }
        let sources = [Some(office.place.source()), Some(letter.place.source())];
        let shared = letter.body_source.as_ref();
        for source in sources.into_iter().flatten().chain(shared) {
            known.add_found(source.text());
        }
        for measure in facts.measures() {
            known.add_found(&measure.text.text);
        }
        Self {
            settings: &office.public,
            known,
        }
    }

    /// Takes out of a rendered letter what the public may not read.
    pub fn publish(&self, mut document: Document, letter: &Letter) -> Published {
        let mut removals = Vec::new();
        let mut faults = annexes::withdraw(&mut document, letter, self.settings, &mut removals);
        let mut texts = Texts {
            rules: self,
            removals: &mut removals,
            faults: &mut faults,
        };
        texts.redact(&mut document);
        faults.extend(self.left_over(&document));
        Published {
            document,
            removals,
            faults,
        }
    }

    /// Telephone numbers that are still there in some form, which would be a leak.
    fn left_over(&self, document: &Document) -> Vec<Diagnostic> {
        let texts = walk::texts(document);
        let left = texts.iter().flat_map(|text| {
            let numbers = self.known.numbers_in(text).into_iter();
            numbers
                .map(|number| (number.to_owned(), text.clone()))
                .collect::<Vec<_>>()
        });
        let faults = left.map(|(number, text)| {
            let message = format!("公开本里还有电话号码 {number} 的数字：“{text}”");
            let fault = Diagnostic::error("public-phone-left", document.place.clone(), message);
            fault.with_hint("把号码写在一起，或者给这条举措写 public_text（公开本里用的文字）")
        });
        faults.collect()
    }
}

fn add_contact(known: &mut Known, contact: &Contact, names: NameRule) {
    let phones = [
        &contact.phone,
        &contact.leader_phone,
        &contact.handler_phone,
    ];
    for phone in phones.into_iter().flatten() {
        known.add_phones(&phone.text);
    }
    if let Some(postcode) = &contact.postcode {
        known.add_text(&postcode.text, PersonalKind::Postcode);
    }
    if let Some(address) = &contact.address {
        known.add_text(&address.text, PersonalKind::Address);
    }
    if names == NameRule::Keep {
        return;
    }
    let persons = [&contact.name, &contact.leader, &contact.handler];
    for person in persons.into_iter().flatten() {
        for name in person.text.split(['、', '，', ' ', '\u{3000}', '；']) {
            known.add_text(name, PersonalKind::Name);
        }
    }
}

/// The title alone, for letters of which nothing else is published.
pub fn title_only(mut document: Document) -> Document {
    let main_part = &mut document.main_part;
    main_part.addressees = None;
    main_part.body.blocks.clear();
    main_part.annex_notes.clear();
    main_part.closing_block = None;
    main_part.remarks.clear();
    main_part.annexes.clear();
    document.header.class_mark = None;
    document.header.signatories.clear();
    document.imprint = Imprint::default();
    document
}
