//! What a letter reads beside its own file (所读内容), by name.

use std::fmt;

use crate::facts::{Aspect, Period};

/// One thing that a letter reads; its text form stands in the manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// A template's file, by kind: `template.lead_reply`.
    Template(String),
    /// A measure's text: `measure.mediation`.
    Measure(String),
    /// One aspect of a figure for a period: `growth.cases@2021年`.
    Figure {
        /// What of it is printed.
        aspect: Aspect,
        /// The figure's id.
        id: String,
        /// The period.
        period: Period,
    },
    /// An entry of `office.yaml` as written: `office.copied_to`; `office.*` is all that have no name
    /// here.
    Office(String),
    /// A local word: `terms.co_handling`.
    Term(String),
    /// How a unit is called: `units.省法院`.
    Unit(String),
    /// Every figure, because a template computes which one it wants: `facts.*`.
    AllFacts,
}

impl Input {
    /// Reads the text form; nothing for a name that this program does not write.
    pub fn parse(text: &str) -> Option<Self> {
        let (root, rest) = text.split_once('.')?;
        let name = rest.to_owned();
        match root {
            "template" => Some(Self::Template(name)),
            "measure" => Some(Self::Measure(name)),
            "office" => Some(Self::Office(name)),
            "terms" => Some(Self::Term(name)),
            "units" => Some(Self::Unit(name)),
            "facts" => Some(Self::AllFacts),
            _ => {
                let (id, period) = rest.split_once('@')?;
                Some(Self::Figure {
                    aspect: Aspect::from_name(root)?,
                    id: id.to_owned(),
                    period: Period::new(period).ok()?,
                })
            }
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(kind) => write!(formatter, "template.{kind}"),
            Self::Measure(id) => write!(formatter, "measure.{id}"),
            Self::Figure { aspect, id, period } => {
                write!(formatter, "{}.{id}@{period}", aspect.name())
            }
            Self::Office(key) => write!(formatter, "office.{key}"),
            Self::Term(id) => write!(formatter, "terms.{id}"),
            Self::Unit(name) => write!(formatter, "units.{name}"),
            Self::AllFacts => formatter.write_str("facts.*"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_is_read_back() {
        for text in [
            "template.lead_reply",
            "measure.mediation",
            "growth.cases@2021年",
            "office.copied_to",
            "office.*",
            "terms.co_handling",
            "units.省法院",
            "facts.*",
        ] {
            let input = Input::parse(text).expect("a known form");
            assert_eq!(input.to_string(), text);
        }
        assert_eq!(Input::parse("nothing"), None);
        assert_eq!(Input::parse("colour.cases@2021年"), None);
    }
}
