//! How letters are proofread (校对), as the office asks for it.

use super::keys;
use super::yaml::{Decoder, FromYaml, Node, Shape, Words};
use crate::diagnostic::Severity;
use crate::source::PlacedText;

/// The office's own choice of rules; their names are not known here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProofreadingSettings {
    /// Rules that are not used, by name.
    pub excluded: Vec<PlacedText>,
    /// How much the findings of a rule matter, by its name.
    pub severities: Vec<(PlacedText, Severity)>,
}

impl Words for Severity {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("error", Self::Error, "错误，挡住生成"),
        ("warning", Self::Warning, "警告"),
        ("hint", Self::Hint, "提示"),
    ];
}

impl FromYaml for ProofreadingSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PROOFREADING)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PROOFREADING)?;
        let excluded = fields.list("exclude");
        let severities = fields.node("severity");
        let severities = severities.map(|node| severities_of(node, fields.decoder()));
        fields.finish();
        Some(Self {
            excluded,
            severities: severities.unwrap_or_default(),
        })
    }
}

fn severities_of(node: &Node, decoder: &mut Decoder<'_>) -> Vec<(PlacedText, Severity)> {
    let entries = decoder.entries(node).unwrap_or_default().into_iter();
    let severities = entries.filter_map(|(rule, node)| {
        let severity = Severity::from_yaml(node, decoder)?;
        Some((rule, severity))
    });
    severities.collect()
}
