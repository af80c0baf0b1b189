//! Words that say how exact a value is (超过、余、约), in the YAML and beside a number in a text.

use super::report_conflict;
use crate::diagnostic::Diagnostic;
use crate::facts::figure::{Qualifier, QualifierPosition};
use crate::facts::yaml::Fields;

/// Words for “not less than”, by where they stand.
pub(in crate::facts) const LOWER_BOUNDS: [(&str, QualifierPosition); 6] = [
    ("超过", QualifierPosition::Before),
    ("不少于", QualifierPosition::Before),
    ("逾", QualifierPosition::Before),
    ("以上", QualifierPosition::After),
    ("多", QualifierPosition::BeforeUnit),
    ("余", QualifierPosition::BeforeUnit),
];

/// Words for “about”, by where they stand.
pub(in crate::facts) const APPROXIMATIONS: [(&str, QualifierPosition); 3] = [
    ("约", QualifierPosition::Before),
    ("近", QualifierPosition::Before),
    ("左右", QualifierPosition::After),
];

impl Qualifier {
    /// A qualifier by its word.
    pub fn named(word: &str) -> Option<Self> {
        let known = |words: &[(&str, QualifierPosition)]| {
            let found = words.iter().find(|(known, _)| *known == word);
            found.map(|(_, position)| *position)
        };
        let lower = known(&LOWER_BOUNDS);
        Some(Self {
            word: word.to_owned(),
            position: lower.or_else(|| known(&APPROXIMATIONS))?,
            is_lower_bound: lower.is_some(),
        })
    }

    /// A qualifier at the head of a text that is a number with its unit, and what comes after it.
    pub fn split_before(text: &str) -> (Option<Self>, &str) {
        let found = Self::all(|position| position == QualifierPosition::Before)
            .find_map(|word| Some((Self::named(word)?, text.strip_prefix(word)?)));
        found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
    }

    /// A qualifier in a text that follows a number, such as 余件 or 件以上, and the rest of it.
    pub fn split_after(text: &str) -> (Option<Self>, &str) {
        let before_unit = Self::all(|position| position == QualifierPosition::BeforeUnit)
            .find_map(|word| Some((Self::named(word)?, text.strip_prefix(word)?)));
        let after = Self::all(|position| position == QualifierPosition::After)
            .find_map(|word| Some((Self::named(word)?, text.strip_suffix(word)?)));
        let found = before_unit.or(after);
        found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
    }

    /// The key that it is written under.
    pub fn key(&self) -> &'static str {
        if self.is_lower_bound {
            "at_least"
        } else {
            "approximate"
        }
    }

    fn all(is_wanted: fn(QualifierPosition) -> bool) -> impl Iterator<Item = &'static str> {
        let words = LOWER_BOUNDS.iter().chain(&APPROXIMATIONS);
        words
            .filter(move |(_, position)| is_wanted(*position))
            .map(|(word, _)| *word)
    }
}

pub(super) fn qualifier(fields: &mut Fields<'_, '_, '_>) -> Option<Qualifier> {
    if fields.has("at_least") && fields.has("approximate") {
        report_conflict(fields, &["at_least", "approximate"]);
    }
    let at_least = fields.node("at_least");
    let approximate = fields.node("approximate");
    let decoder = fields.decoder();
    let (node, words, is_lower_bound) = match (at_least, approximate) {
        (Some(node), _) => (node, &LOWER_BOUNDS[..], true),
        (None, Some(node)) => (node, &APPROXIMATIONS[..], false),
        (None, None) => return None,
    };
    let choices: Vec<(&str, (&str, QualifierPosition))> =
        words.iter().map(|choice| (choice.0, *choice)).collect();
    let (word, position) = decoder.choice(node, &choices)?;
    if !fields.has("value") {
        report_nothing_to_qualify(fields, word);
    }
    Some(Qualifier {
        word: word.to_owned(),
        position,
        is_lower_bound,
    })
}

/// A rank or a growth alone has no number that the word could stand by.
fn report_nothing_to_qualify(fields: &mut Fields<'_, '_, '_>, word: &str) {
    let key = ["at_least", "approximate"]
        .into_iter()
        .find(|key| fields.has(key));
    let place = fields.place_of(key.unwrap_or_default());
    let message = format!("“{word}”没有数可以修饰");
    let diagnostic = Diagnostic::error("figure-without-value", place, message);
    let hint = "写上“value”，或者删去这一项";
    fields.decoder().report(diagnostic.with_hint(hint));
}
