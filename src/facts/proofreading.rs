//! How letters are proofread (校对), as the office asks for it.

use super::yaml::{Decoder, FromYaml, Node};
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

/// Severities as YAML and the command line write them.
const SEVERITIES: [(&str, Severity); 3] = [
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("hint", Severity::Hint),
];

impl FromYaml for ProofreadingSettings {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, "校对设置")?;
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
        let severity = decoder.choice(node, &SEVERITIES)?;
        Some((rule, severity))
    });
    severities.collect()
}
