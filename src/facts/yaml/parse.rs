//! From YAML text to a tree of nodes. The one file that knows serde-saphyr.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Error, Options, Spanned, budget, options};

use super::node::{Content, Node};
use super::syntax;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// Levels of lists and mappings inside each other; a letter with all four levels of headings has 11.
pub(super) const DEEPEST: usize = 24;

/// Values in a file; facts have about one in eight bytes, so that 8 MiB stay far below.
const MOST_NODES: usize = 2_000_000;

/// Reads a file's one YAML document.
///
/// # Errors
/// One diagnostic: the parser stops at the first mistake.
pub(super) fn parse(source: &Arc<Source>) -> Result<Node, Box<Diagnostic>> {
    serde_saphyr::from_str_with_options(source.text(), parser_options())
        .map_err(|error| Box::new(diagnostic(source, error.without_snippet())))
}

/// Duplicate and merge keys reach the tree, where they can be told with both places; anchors are
/// refused at the first one.
fn parser_options() -> Options {
    options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        strict_booleans: true,
        ignore_binary_tag_for_string: true,
        with_snippet: false,
        budget: budget! {
            max_anchors: 0,
            max_aliases: 0,
            max_depth: DEEPEST,
            max_nodes: MOST_NODES,
            max_events: MOST_NODES * 2,
            max_buffered_comment_events: MOST_NODES,
        },
    }
}

fn diagnostic(source: &Arc<Source>, error: &Error) -> Diagnostic {
    let place = place(source, error);
    match error {
        Error::Budget { breach, .. } => breached(place, breach),
        Error::UnknownAnchor { .. } => syntax::anchor(place),
        Error::MultipleDocuments { .. } => syntax::several_documents(place),
        Error::ExternalMessage { msg, .. } | Error::Message { msg, .. } => {
            syntax::mistake(place, msg)
        }
        other => syntax::mistake(place, &other.to_string()),
    }
}

fn breached(place: Span, breach: &BudgetBreach) -> Diagnostic {
    match breach {
        BudgetBreach::Depth { .. } => syntax::too_deep(place),
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => syntax::anchor(place),
        BudgetBreach::Documents { .. } => syntax::several_documents(place),
        _ => syntax::too_many(place),
    }
}

fn place(source: &Arc<Source>, error: &Error) -> Span {
    let Some(location) = error.location().filter(|location| location.line() > 0) else {
        return Span::file(source);
    };
    let span = location.span();
    if let Some((start, length)) = span.byte_offset().zip(span.byte_len()) {
        return Span::new(source, start as usize..(start + length) as usize);
    }
    let line = (location.line() as usize).min(source.line_count());
    let text = source.line_text(line);
    let column = (location.column() as usize).saturating_sub(1);
    let mut characters = text.char_indices().skip(column).map(|(offset, _)| offset);
    let start = characters.next().unwrap_or(text.len());
    let end = characters.next().unwrap_or(text.len());
    Span::line(source, line).part(start..end)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Content>::deserialize(deserializer)?;
        let span = spanned.referenced.span();
        let (start, length) = span
            .byte_offset()
            .zip(span.byte_len())
            .ok_or_else(|| D::Error::custom("no byte offset"))?;
        Ok(Self {
            range: start as usize..(start + length) as usize,
            key: None,
            content: spanned.value,
        })
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContentVisitor)
    }
}

struct ContentVisitor;

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_none<E>(self) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Content, E> {
        Ok(Content::Written)
    }

    fn visit_str<E>(self, text: &str) -> Result<Content, E> {
        Ok(Content::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Content, E> {
        Ok(Content::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Content, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Content::Sequence(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Content, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, mut value)) = access.next_entry::<Node, Node>()? {
            value.key = Some(key.range.clone());
            entries.push((key, value));
        }
        Ok(Content::Mapping(entries))
    }
}
