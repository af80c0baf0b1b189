//! Simple values: texts, numbers, dates, lists, words by id.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;

use super::shape::{self, Shape};
use super::{Decoder, FromYaml, Node};
use crate::diagnostic::Diagnostic;
use crate::source::PlacedText;

impl FromYaml for PlacedText {
    fn shape() -> Shape {
        Shape::Text
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.text(node)
    }
}

impl<T: FromYaml> FromYaml for Vec<T> {
    fn shape() -> Shape {
        Shape::list(T::shape())
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.items(node)
    }
}

impl FromYaml for u32 {
    fn shape() -> Shape {
        Shape::Whole {
            least: 0,
            most: None,
        }
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        number(node, decoder, ("不小于零的整数", 12), |_| true)
    }
}

impl FromYaml for f64 {
    fn shape() -> Shape {
        Shape::Number
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        number(node, decoder, ("大于零的数字", 42), |number| {
            *number > 0.0
        })
    }
}

/// A number in digits; `expected` says in Chinese which, with an example.
fn number<T: FromStr>(
    node: &Node,
    decoder: &mut Decoder<'_>,
    (expected, example): (&str, u32),
    is_allowed: impl Fn(&T) -> bool,
) -> Option<T> {
    let text = decoder.text(node)?;
    let is_plain = text
        .text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    match text.text.parse() {
        Ok(number) if is_plain && is_allowed(&number) => Some(number),
        _ => {
            let name = decoder.name(node);
            let message = format!("“{name}”应当是{expected}，这里是“{}”", text.text);
            decoder.report(
                Diagnostic::error("not-a-number", text.place, message)
                    .with_hint(format!("用半角数字，例如 {name}: {example}")),
            );
            None
        }
    }
}

impl FromYaml for Date {
    fn shape() -> Shape {
        Shape::Form(&shape::DATE)
    }

    /// A date as 2022-05-20.
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        let has_form = has_date_form(&text.text);
        if has_form && let Ok(date) = text.text.parse() {
            return Some(date);
        }
        let name = decoder.name(node);
        let (message, hint) = if has_form {
            let message = format!("“{name}”的“{}”不是真实的日期", text.text);
            (message, "查对月份和日子".to_owned())
        } else {
            let message = format!("“{name}”的“{}”不合日期的写法", text.text);
            (message, format!("写成年-月-日，例如 {name}: 2022-05-20"))
        };
        decoder.report(Diagnostic::error("invalid-date", text.place, message).with_hint(hint));
        None
    }
}

fn has_date_form(text: &str) -> bool {
    let is_right = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(is_right)
}

impl<T: FromYaml> FromYaml for BTreeMap<String, T> {
    fn shape() -> Shape {
        Shape::Labelled(&shape::ID, Box::new(T::shape()))
    }

    /// Values by id.
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = decoder.entries(node)?;
        let mut read = Self::new();
        for (id, value) in entries {
            let is_valid = check_id(&id, decoder);
            if let Some(value) = T::from_yaml(value, decoder)
                && is_valid
            {
                read.insert(id.text, value);
            }
        }
        Some(read)
    }
}

/// Whether an id is ASCII `snake_case`, as templates need it; if not, it is reported.
pub fn check_id(id: &PlacedText, decoder: &mut Decoder<'_>) -> bool {
    let is_id = id
        .text
        .starts_with(|first: char| first.is_ascii_lowercase())
        && id
            .text
            .chars()
            .all(|character| matches!(character, 'a'..='z' | '0'..='9' | '_'));
    if !is_id {
        let message = format!("“{}”不能作代号", id.text);
        decoder.report(
            Diagnostic::error("invalid-id", id.place.clone(), message).with_hint(
                "代号用小写英文字母开头，只用小写字母、数字和下划线，例如 cases_investigated",
            ),
        );
    }
    is_id
}
