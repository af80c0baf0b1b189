//! What a letter reads beside its own file (所读内容), by name.

use std::fmt;

use crate::facts::{Aspect, Period};

/// One thing that a letter reads; its text form stands in the manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// A template's file, by kind: `template.lead_reply`.
    Template(String),
    /// The file of a letter whose body is shared: `letter.20220022`.
    Letter(String),
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
    /// Where a figure of a period comes from: `evidence.cases@2021年`.
    Evidence {
        /// The figure's id.
        id: String,
        /// The period.
        period: Period,
    },
    /// Everything about a figure, for every period: `figures.cases`.
    WholeFigure(String),
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
    /// The id of the figure that it is about.
    pub fn figure(&self) -> Option<&str> {
        match self {
            Self::Figure { id, .. } | Self::Evidence { id, .. } | Self::WholeFigure(id) => Some(id),
            _ => None,
        }
    }

    /// Reads the text form; nothing for a name that this program does not write.
    pub fn parse(text: &str) -> Option<Self> {
        let (root, rest) = text.split_once('.')?;
        let name = rest.to_owned();
        match root {
            "template" => Some(Self::Template(name)),
            "letter" => Some(Self::Letter(name)),
            "measure" => Some(Self::Measure(name)),
            "office" => Some(Self::Office(name)),
            "terms" => Some(Self::Term(name)),
            "units" => Some(Self::Unit(name)),
            "facts" => Some(Self::AllFacts),
            "figures" => Some(Self::WholeFigure(name)),
            _ => {
                let (id, period) = rest.split_once('@')?;
                let (id, period) = (id.to_owned(), Period::new(period).ok()?);
                if root == "evidence" {
                    return Some(Self::Evidence { id, period });
                }
                let aspect = Aspect::from_name(root)?;
                Some(Self::Figure { aspect, id, period })
            }
        }
    }

    /// The id of the letter that the name of an input tells, if it is a letter's.
    pub fn letter_of(name: &str) -> Option<&str> {
        name.strip_prefix("letter.")
    }
}

impl fmt::Display for Input {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(kind) => write!(formatter, "template.{kind}"),
            Self::Letter(id) => write!(formatter, "letter.{id}"),
            Self::Measure(id) => write!(formatter, "measure.{id}"),
            Self::Figure { aspect, id, period } => {
                write!(formatter, "{}.{id}@{period}", aspect.name())
            }
            Self::Evidence { id, period } => write!(formatter, "evidence.{id}@{period}"),
            Self::WholeFigure(id) => write!(formatter, "figures.{id}"),
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
            "letter.20220022",
            "measure.mediation",
            "growth.cases@2021年",
            "evidence.cases@2021年",
            "figures.cases",
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
