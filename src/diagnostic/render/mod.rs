//! Diagnostics as text: one file for each format.

mod concise;
mod full;
mod github;
mod json;
mod junit;
mod place;
mod sarif;

pub use concise::concise;
pub use full::full;
pub use github::github;
pub use json::json;
pub use junit::junit;
pub use sarif::sarif;

use serde_json::Value;

/// A rule as the formats for machines describe it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleText<'a> {
    /// Its name in kebab-case.
    pub name: &'a str,
    /// What it finds, in a few Chinese words.
    pub title: &'a str,
    /// Its page in Markdown; empty if it has none.
    pub page: &'a str,
}

/// A JSON value over several lines, as people read it in a review.
fn pretty(value: &Value) -> String {
    // Values made of strings, numbers, arrays and objects with string keys can always be written.
    serde_json::to_string_pretty(value).expect("a JSON value can be written")
}
