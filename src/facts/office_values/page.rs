//! The page as an office asks for it: grid of lines and characters, rules in the head.

use crate::diagnostic::Diagnostic;
use crate::facts::keys;
use crate::facts::office::{CharacterGrid, LineGrid, PageSettings, RuleWeight};
use crate::facts::yaml::{Decoder, FromYaml, Node, Shape, Words};
use crate::source::PlacedText;

impl FromYaml for PageSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PAGE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PAGE)?;
        let settings = Self {
            line_grid: fields.optional("line_grid").unwrap_or_default(),
            grid: fields.optional("grid").unwrap_or_default(),
            separator: fields.optional("separator"),
            thick_rule: fields.optional("thick_rule"),
            thin_rule: fields.optional("thin_rule"),
            rule_gap: fields.optional("rule_gap"),
        };
        fields.finish();
        Some(settings)
    }
}

impl FromYaml for RuleWeight {
    fn shape() -> Shape {
        Shape::Form(&keys::RULE_WEIGHT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = PlacedText::from_yaml(node, decoder)?;
        let points = text.text.strip_suffix('磅').and_then(points);
        if points.is_none() {
            let message = format!("“{}”不是线的粗细", text.text);
            decoder.report(
                Diagnostic::error("wrong-rule-weight", text.place, message)
                    .with_hint("写 0.25 到 6 磅，小数最多两位，如 1.5磅"),
            );
        }
        points.map(Self)
    }
}

/// Points from 0.25 to 6 with two decimals at most.
fn points(text: &str) -> Option<f64> {
    let is_plain = text.len() <= 4
        && text.find('.').unwrap_or(text.len()) == 1
        && !text.ends_with('.')
        && text.starts_with(|first: char| first.is_ascii_digit());
    let points = text.parse().ok().filter(|_| is_plain);
    points.filter(|points| (0.25..=6.0).contains(points))
}

impl Words for LineGrid {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        (
            "edge",
            Self::Edge,
            "第一行的上沿到第 22 行的下沿是 225 mm，默认",
        ),
        ("box", Self::Box, "文字处理软件的习惯"),
    ];
}

impl Words for CharacterGrid {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("strict", Self::Strict, "汉字都落在网格上，默认"),
        ("loose", Self::Loose, "两端撑满"),
    ];
}
