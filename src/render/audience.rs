//! For whom a letter is rendered: its addressees, or the public, who get no internal figures.

use crate::facts::{Aspect, Facts, Office, Scale};

/// For whom a letter is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Those whom it is sent to.
    #[default]
    Addressee,
    /// Everybody (公开本): internal figures and measures are never handed to a template.
    Public,
}

/// What is printed in the place of a figure that the audience may not read; nothing if it may.
pub(super) fn withheld(
    audience: Audience,
    facts: &Facts,
    office: &Office,
    id: &str,
    aspect: Aspect,
) -> Option<String> {
    if audience == Audience::Addressee || !facts.is_internal_figure(id) {
        return None;
    }
    let words = &office.public;
    let unit = facts.figure(id)?.unit.as_ref();
    let unit = unit.map_or("%", |unit| Scale::split(&unit.text).1);
    match aspect {
        Aspect::Figure | Aspect::Value | Aspect::Count if unit == "%" => Some(words.word.clone()),
        Aspect::Value => Some(words.internal_figure.clone()),
        Aspect::Figure | Aspect::Count => Some(format!("{}{unit}", words.internal_figure)),
        Aspect::Growth => Some(format!("同比{}", words.word)),
        Aspect::GrowthRate | Aspect::Rank | Aspect::Ordinal | Aspect::List | Aspect::Numeral => {
            Some(words.word.clone())
        }
        Aspect::Name | Aspect::Unit | Aspect::Coverage | Aspect::AsOf => None,
    }
}
