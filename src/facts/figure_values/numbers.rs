//! Numbers as they are written: values, growths, ranks, and how many digits to print.

use crate::diagnostic::Diagnostic;
use crate::facts::growth::Growth;
use crate::facts::keys;
use crate::facts::quantity::Quantity;
use crate::facts::rank::Rank;
use crate::facts::yaml::{Decoder, FromYaml, Node, Shape};
use crate::source::Span;

pub(in crate::facts) struct PlacedQuantity {
    pub(super) quantity: Quantity,
    pub(super) place: Span,
}

impl FromYaml for PlacedQuantity {
    fn shape() -> Shape {
        Shape::Form(&keys::QUANTITY)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        if let Some(quantity) = Quantity::parse(&text.text) {
            let place = text.place;
            return Some(Self { quantity, place });
        }
        let message = format!("数值“{}”不合写法", text.text);
        let hint = quantity_hint(&text.text);
        decoder.report(Diagnostic::error("invalid-value", text.place, message).with_hint(hint));
        None
    }
}

/// What to write instead of a value that cannot be read.
fn quantity_hint(text: &str) -> String {
    let narrow: String = text.chars().filter_map(narrow_digit).collect();
    if narrow != text
        && let Some(quantity) = Quantity::parse(&narrow)
    {
        return format!("用半角数字，不加千分位：{quantity}");
    }
    match Quantity::split(&narrow) {
        Some((quantity, unit)) if !unit.starts_with(['.', ',', '，']) => {
            format!("数值只写数，单位写在“unit”里：value: {quantity}，unit: \"{unit}\"")
        }
        _ => "写成“1001”“41.60”“15.5万”的样子".to_owned(),
    }
}

/// A full-width digit as half-width; nothing for what separates thousands.
fn narrow_digit(character: char) -> Option<char> {
    match character {
        '０'..='９' => char::from_u32(character as u32 - '０' as u32 + '0' as u32),
        '．' => Some('.'),
        ',' | '，' | ' ' | '\u{3000}' => None,
        other => Some(other),
    }
}

impl FromYaml for Growth {
    fn shape() -> Shape {
        Shape::Form(&keys::GROWTH)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        if let Some(growth) = Self::parse(&text.text, text.place.clone()) {
            return Some(growth);
        }
        let message = format!("增幅“{}”不合写法", text.text);
        let corrected = text.text.replace('％', "%");
        let hint = match Self::parse(&corrected, text.place.clone()) {
            Some(growth) => format!("百分号用半角：{growth}"),
            None => "写成“41.6%”“-3.2%”“1.2个百分点”的样子".to_owned(),
        };
        decoder.report(Diagnostic::error("invalid-growth", text.place, message).with_hint(hint));
        None
    }
}

impl FromYaml for Rank {
    fn shape() -> Shape {
        Shape::Form(&keys::RANK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        let rank = Self::parse(&text.text, text.place.clone());
        if rank.is_none() {
            let message = format!("位次“{}”不合写法", text.text);
            decoder.report(
                Diagnostic::error("invalid-rank", text.place, message)
                    .with_hint("写成“全国第二位”“中部第一名”的样子，用中文数字"),
            );
        }
        rank
    }
}

/// Digits after the point that are asked for.
pub struct Digits(pub u32);

/// More digits than a printed figure can have.
pub(in crate::facts) const MOST_DIGITS: u32 = 10;

impl FromYaml for Digits {
    fn shape() -> Shape {
        Shape::Whole {
            least: 0,
            most: Some(MOST_DIGITS),
        }
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let digits = u32::from_yaml(node, decoder)?;
        if digits > MOST_DIGITS {
            let message = format!("小数位数“{digits}”超过了{MOST_DIGITS}");
            let place = decoder.place(node);
            decoder.report(Diagnostic::error("too-many-digits", place, message));
            return None;
        }
        Some(Self(digits))
    }
}
