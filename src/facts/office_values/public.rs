//! What an office leaves out of public copies (公开本), and what stands in its place.

use crate::facts::keys;
use crate::facts::office::{NameRule, PublicSettings};
use crate::facts::yaml::{Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::source::PlacedText;

/// The word that leaves something out of a public copy together with its label.
const REMOVE: &str = "remove";

impl FromYaml for PublicSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PUBLIC)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PUBLIC)?;
        let usual = Self::default();
        let settings = Self {
            phone: replacement(&mut fields, "phone"),
            personal: replacement(&mut fields, "personal"),
            word: text_or(&mut fields, "word", usual.word),
            internal_figure: text_or(&mut fields, "internal_figure", usual.internal_figure),
            annex: replacement(&mut fields, "annex"),
            names: fields.optional("names").unwrap_or_default(),
        };
        fields.finish();
        Some(settings)
    }
}

impl Words for NameRule {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("keep", Self::Keep, "保留，默认"),
        ("mask", Self::Mask, "印成 王×"),
        ("remove", Self::Remove, "删去"),
    ];
}

/// What replaces something; nothing for `remove`, as if the key were not there.
fn replacement(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<String> {
    let text: Option<PlacedText> = fields.optional(key);
    text.map(|text| text.text).filter(|text| text != REMOVE)
}

fn text_or(fields: &mut Fields<'_, '_, '_>, key: &'static str, usual: String) -> String {
    let text: Option<PlacedText> = fields.optional(key);
    text.map_or(usual, |text| text.text)
}
