//! What a text names (所提名称): the inputs behind the names and calls in its tags.

use crate::facts::{Aspect, Period};
use crate::render::input::Input;
use crate::render::outline::outline;
use crate::render::token::{Token, TokenKind, tags};

/// The inputs that a text names.
pub(super) fn named(text: &str, period: &Period) -> Vec<Input> {
    let outline = outline(text);
    let references = outline.references.iter();
    let mut inputs: Vec<_> = references
        .filter_map(|reference| referenced(&reference.path, period))
        .collect();
    inputs.extend(outline.includes.iter().map(|include| {
        let name = include.name.as_str();
        Input::Template(name.strip_suffix(".md").unwrap_or(name).to_owned())
    }));
    for tag in tags(text) {
        inputs.extend(called(&tag, period));
        let is_hidden = tag.iter().any(|token| token.text.contains('\\'));
        let binds_period = matches!(tag.first().map(Token::word), Some("set" | "for"))
            && tag.get(1).is_some_and(|token| token.text == "period");
        if is_hidden || binds_period {
            inputs.extend([Input::AllFacts, Input::Office("units".to_owned())]);
        }
    }
    inputs
}

fn referenced(path: &[String], period: &Period) -> Option<Input> {
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    let office = |key: &str| Some(Input::Office(key.to_owned()));
    match path[..] {
        ["office", key] => office(key),
        ["contact", ..] => office("contact"),
        ["outcome_meaning"] => office("outcome_classes"),
        ["disclosure_word"] => office("terms"),
        ["terms", id] => Some(Input::Term(id.to_owned())),
        ["measure", id] => Some(Input::Measure(id.to_owned())),
        [aspect, id] => Some(Input::Figure {
            aspect: Aspect::from_name(aspect)?,
            id: id.to_owned(),
            period: period.clone(),
        }),
        _ => None,
    }
}

/// The inputs that the calls of a tag ask for.
fn called(tag: &[Token<'_>], period: &Period) -> Vec<Input> {
    let starts = tag.iter().enumerate().filter(|(index, token)| {
        let next = tag.get(index + 1).map_or("", Token::word);
        matches!(token.word(), "say" | "unit") && next == "("
    });
    let inputs = starts.map(|(index, token)| {
        let arguments = &tag[index + 2..];
        match token.word() {
            "say" => said(arguments, period),
            _ => match argument(arguments, "name") {
                Argument::Literal(name) => Input::Unit(name.to_owned()),
                _ => Input::Office("units".to_owned()),
            },
        }
    });
    inputs.collect()
}

fn said(arguments: &[Token<'_>], period: &Period) -> Input {
    let period = match argument(arguments, "period") {
        Argument::Literal(label) => Period::new(label).ok(),
        Argument::Absent => Some(period.clone()),
        Argument::Computed => None,
    };
    match (argument(arguments, "id"), period) {
        (Argument::Literal(id), Some(period)) => Input::Figure {
            aspect: Aspect::Figure,
            id: id.to_owned(),
            period,
        },
        _ => Input::AllFacts,
    }
}

/// What a call gives under a name.
enum Argument<'t> {
    Absent,
    Literal(&'t str),
    Computed,
}

fn argument<'t>(tokens: &[Token<'t>], name: &str) -> Argument<'t> {
    let end = tokens.iter().position(|token| token.word() == ")");
    let tokens = &tokens[..end.unwrap_or(tokens.len())];
    let named = tokens
        .windows(2)
        .position(|pair| pair[0].word() == name && pair[1].word() == "=");
    let Some(index) = named else {
        return Argument::Absent;
    };
    let after = tokens.get(index + 3).map_or(",", Token::word);
    match tokens.get(index + 2) {
        Some(token) if token.kind == TokenKind::Text && !token.text.is_empty() && after == "," => {
            Argument::Literal(token.text)
        }
        _ => Argument::Computed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(text: &str) -> Vec<String> {
        let period = Period::new("2021年").expect("a label");
        let inputs = named(text, &period).into_iter();
        inputs.map(|input| input.to_string()).collect()
    }

    #[test]
    fn names_in_tags_are_read() {
        assert_eq!(
            inputs("{{ figure.a }}{% if growth.b %}{{ terms.c }}{% endif %}{{ contact.name }}"),
            [
                "figure.a@2021年",
                "growth.b@2021年",
                "terms.c",
                "office.contact"
            ]
        );
        assert_eq!(inputs("{% include \"tail.md\" %}"), ["template.tail"]);
    }

    #[test]
    fn calls_with_literal_arguments_read_one_figure() {
        assert_eq!(
            inputs("{{ say(id=\"a\", period=\"2020年\") }}{{ say(digits=1, id='b') }}"),
            ["figure.a@2020年", "figure.b@2021年"]
        );
        assert_eq!(inputs("{{ unit(name=\"省法院\") }}"), ["units.省法院"]);
    }

    #[test]
    fn calls_with_computed_arguments_read_everything() {
        for text in [
            "{{ say(id=x) }}",
            "{{ say(id=\"a\" ~ x) }}",
            "{{ say(id=\"a\", period=p) }}",
            "{{ say(id=\\\"a\\\") }}",
            "{{ say(id=''a'') }}",
            "{% set period = x %}",
        ] {
            let inputs = inputs(text);
            assert!(
                inputs.iter().any(|it| it == "facts.*"),
                "{text}: {inputs:?}"
            );
        }
    }
}
