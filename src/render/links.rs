//! Markdown links that carry an origin (出处) from a fact to the page.

use super::prose::escape;
use crate::facts::Period;
use crate::origin::END_OF_ORIGIN;

/// A printed figure as a link to one of its aspects for a period.
///
/// A period has thousands of them, so each is put together at once.
pub(super) fn figure(text: &str, id: &str, period: &Period, aspect: &str) -> String {
    let text = escape(text);
    let period = period.as_str();
    ["[", &text, "](fact:", id, "@", period, "#", aspect, ")"].concat()
}

/// The link destination of a measure.
pub(super) fn measure_destination(id: &str) -> String {
    format!("measure:{id}")
}

/// A measure's Markdown between marks that say whose text it is.
///
/// The marks are links without text, because links that hold figures cannot stand in a link.
pub(super) fn measure(markdown: &str, id: &str) -> String {
    format!(
        "[]({}){markdown}[]({END_OF_ORIGIN})",
        measure_destination(id)
    )
}

/// The destinations of all links to facts in a Markdown text.
pub(super) fn destinations(markdown: &str) -> impl Iterator<Item = &str> {
    let links = markdown.match_indices("](");
    links.filter_map(|(offset, mark)| {
        let rest = &markdown[offset + mark.len()..];
        let destination = &rest[..rest.find(')')?];
        let is_fact = destination.starts_with("fact:") || destination.starts_with("measure:");
        is_fact.then_some(destination)
    })
}

/// The measure's id in a link destination.
pub(super) fn measure_id(destination: &str) -> Option<&str> {
    destination.strip_prefix("measure:")
}

/// A figure's id, period and aspect in a link destination.
pub(super) fn figure_parts(destination: &str) -> Option<(&str, &str, &str)> {
    let (id, rest) = destination.strip_prefix("fact:")?.split_once('@')?;
    let (period, aspect) = rest.split_once('#')?;
    Some((id, period, aspect))
}
