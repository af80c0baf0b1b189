//! The variables that a template can see, by where it stands, and the parts that they have.

use crate::facts::Aspect;

/// Where a template text stands, which decides what it can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Scope {
    /// Prose of a measure: figures and what the letter is about.
    Measure,
    /// Prose of a letter, or a template's front matter: measures too.
    Letter,
    /// A template's body: the parts of the letter's body too.
    Body,
    /// The feedback form: what only the proposers may read too.
    Form,
}

/// What a name at the top stands for.
pub(in crate::render) enum Shape {
    Text,
    List,
    /// A list whose entries have these names.
    ListOf(&'static [&'static str]),
    Map(&'static [&'static str]),
    Terms,
    Figures,
    Measures,
}

const PROPOSAL: &[&str] = &[
    "matter",
    "word",
    "member_word",
    "proposer_word",
    "meeting",
    "category",
    "reference",
    "quoted_subject",
    "separate_handlers",
    "separate_handler_list",
    "merged_numbers",
    "body",
    "term",
    "session",
    "term_number",
    "session_number",
    "number",
    "subject",
    "proposers",
    "proposer_list",
    "proposer_count",
    "pronoun",
    "lead_unit",
    "co_handlers",
    "co_handler_list",
];
const CONTACT: &[&str] = &[
    "name",
    "phone",
    "unit",
    "postcode",
    "address",
    "leader",
    "leader_phone",
    "handler",
    "handler_phone",
];
const SECTION: &[&str] = &["markdown", "number", "heading", "text", "level"];

pub(in crate::render) fn shape(root: &str, scope: Scope) -> Option<Shape> {
    let shape = match root {
        "office" => Shape::Map(&["name", "short_name", "self_name", "copied_to"]),
        "contact" => Shape::Map(CONTACT),
        "handling" => Shape::Map(&["assigned_on", "due_on", "extended_to", "consultation"]),
        "previous_reply" => Shape::Map(&["document_number", "issued_on"]),
        "points" => Shape::Map(&["total", "own", "co_handled", "adopted", "rate"]),
        "feedback" => Shape::Map(&["name", "within", "return_to"]),
        "form" if scope == Scope::Form => Shape::Map(&["proposer_unit", "proposer_phone"]),
        "proposal" => Shape::Map(PROPOSAL),
        "terms" => Shape::Terms,
        "period" | "outcome" | "outcome_meaning" | "issued_on" | "document_number"
        | "addressees" | "disclosure" | "disclosure_word" | "issuers" | "signatories" => {
            Shape::Text
        }
        "count_line" if scope != Scope::Measure => Shape::Text,
        "opinions" if scope == Scope::Body => Shape::ListOf(&["unit", "text"]),
        "addressee_list" => Shape::List,
        "measure" if scope != Scope::Measure => Shape::Measures,
        "opening" | "closing" if scope == Scope::Body => Shape::Text,
        "introduction" | "next_steps" if scope == Scope::Body => Shape::List,
        "sections" if scope == Scope::Body => Shape::ListOf(SECTION),
        _ if Aspect::from_name(root).is_some() => Shape::Figures,
        _ => return None,
    };
    Some(shape)
}

/// Names at the top that are not aspects.
pub(in crate::render) const ROOTS: &[&str] = &[
    "office",
    "contact",
    "handling",
    "previous_reply",
    "points",
    "feedback",
    "form",
    "disclosure",
    "disclosure_word",
    "issuers",
    "signatories",
    "count_line",
    "opinions",
    "proposal",
    "terms",
    "period",
    "outcome",
    "outcome_meaning",
    "issued_on",
    "document_number",
    "addressees",
    "addressee_list",
    "measure",
    "opening",
    "closing",
    "introduction",
    "next_steps",
    "sections",
];
pub(super) const LISTS: &[&str] = &["proposer_list", "co_handler_list", "separate_handler_list"];
