//! How the office (发文机关) is read.

mod fonts;
mod outcome_classes;
mod page;
mod public;

use std::sync::Arc;

use super::keys;
use super::office::{Body, Contact, FeedbackSettings, IssuerMarkSettings, MarkSize, Office, Unit};
use super::yaml::{self, Decoder, Fields, FromYaml, Node, Shape};
use crate::diagnostic::{Checked, Sink};
use crate::source::{PlacedText, Source, Span};
pub(super) use outcome_classes::class_schemes;
use outcome_classes::outcome_classes;

impl Office {
    /// Reads `content/office.yaml`.
    ///
    /// # Errors
    /// Everything that is wrong with the YAML.
    pub fn from_yaml(source: &Arc<Source>) -> Checked<Self> {
        let mut sink = Sink::new();
        let office = yaml::from_yaml(source, &mut sink);
        sink.checked(office)
    }
}

impl FromYaml for Office {
    fn shape() -> Shape {
        Shape::Mapping(&keys::OFFICE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::OFFICE)?;
        let office = office(&mut fields);
        fields.finish();
        office
    }
}

/// Asks for every key before it gives up for want of a name.
fn office(fields: &mut Fields<'_, '_, '_>) -> Option<Office> {
    let name: Option<PlacedText> = fields.required("name");
    let own_name = || name.iter().cloned().collect();
    Some(Office {
        place: Span::file(fields.decoder().source()),
        short_name: fields.optional("short_name"),
        self_name: fields.optional("self_name"),
        head: fields.optional("head"),
        issuer_mark: fields.optional("issuer_mark").unwrap_or_default(),
        terms: fields.optional("terms").unwrap_or_default(),
        outcome_classes: outcome_classes(fields).unwrap_or_default().0,
        class_mark: fields.optional("class_mark"),
        bodies: fields.list("bodies"),
        count_line: fields.optional("count_line"),
        deadlines: fields.optional("deadlines").unwrap_or_default(),
        feedback: fields.optional("feedback"),
        public: fields.optional("public").unwrap_or_default(),
        units: fields.list("units"),
        sign_offs: fields.optional("sign_offs").unwrap_or_else(own_name),
        seal: fields.optional("seal").unwrap_or_default(),
        contact: fields.optional("contact"),
        remarks: fields.list("remarks"),
        copied_to: fields.list("copied_to"),
        printed_by: fields.optional("printed_by"),
        fonts: fields.optional("fonts").unwrap_or_default(),
        page: fields.optional("page").unwrap_or_default(),
        proofreading: fields.optional("check").unwrap_or_default(),
        name: name?,
    })
}

impl FromYaml for IssuerMarkSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::ISSUER_MARK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::ISSUER_MARK)?;
        let settings = Self {
            names: fields.optional("names"),
            document_suffix: fields.empty_or_text("document_suffix"),
            size: fields.optional("size"),
        };
        fields.finish();
        Some(settings)
    }
}

impl FromYaml for MarkSize {
    fn shape() -> Shape {
        Shape::Number
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let points = f64::from_yaml(node, decoder)?;
        let place = decoder.place(node);
        Some(Self { points, place })
    }
}

impl FromYaml for Unit {
    fn shape() -> Shape {
        Shape::Mapping(&keys::UNIT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::UNIT)?;
        let name = fields.required("name");
        let full_name = fields.optional("full_name");
        let courtesy = fields.optional("courtesy");
        fields.finish();
        Some(Self {
            name: name?,
            full_name,
            courtesy,
        })
    }
}

impl FromYaml for Contact {
    fn shape() -> Shape {
        Shape::Mapping(&keys::CONTACT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::CONTACT)?;
        let contact = Self {
            name: fields.optional("name"),
            phone: fields.optional("phone"),
            unit: fields.optional("unit"),
            postcode: fields.optional("postcode"),
            address: fields.optional("address"),
            leader: fields.optional("leader"),
            leader_phone: fields.optional("leader_phone"),
            handler: fields.optional("handler"),
            handler_phone: fields.optional("handler_phone"),
        };
        fields.finish();
        Some(contact)
    }
}

impl FromYaml for Body {
    fn shape() -> Shape {
        Shape::Mapping(&keys::BODY)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::BODY)?;
        let name = fields.required("name");
        let meeting = fields.optional("meeting");
        let copied_to = fields.optional("copied_to");
        let outcome_classes = outcome_classes(&mut fields);
        fields.finish();
        Some(Self {
            name: name?,
            meeting,
            copied_to,
            outcome_classes,
        })
    }
}

impl FromYaml for FeedbackSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::FEEDBACK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::FEEDBACK)?;
        let settings = Self {
            name: fields.optional("name"),
            form: fields.optional("form").unwrap_or_default(),
            within: fields.optional("within"),
            return_to: fields.optional("return_to"),
        };
        fields.finish();
        Some(settings)
    }
}
