//! fuhan (复函) writes official Chinese replies (公文) to CPPCC proposals (政协提案) and deputies'
//! suggestions (人大建议) from dated facts, as Markdown and as PDF by GB/T 9704-2012.
//!
//! # Stages
//!
//! 1. **Reading** ([`project`]): files of the workspace become [`Source`](source::Source)s.
//! 2. **Facts** ([`facts`]): YAML becomes an [`Office`](facts::Office), [`Letter`](facts::Letter)s,
//!    and [`Facts`](facts::Facts): figures with period, unit and evidence, and measures.
//! 3. **Rendering** ([`render`]): a letter's template and its facts give the Markdown of the body and
//!    the letter's other texts, [`Rendered`](render::Rendered).
//! 4. **Composing** ([`document`]): these become a logical [`Document`](document::Document) with
//!    header, main part and imprint.
//!    For the public, [`publication`] takes out what may not be published.
//! 5. **Layout** ([`layout`]): the document becomes a [`PagedDocument`](layout::PagedDocument) on the
//!    grid of 22 lines by 28 cells.
//! 6. **Export** ([`export`]): pages become PDF, the document becomes Markdown.
//!
//! [`schema`] makes of the tables of YAML keys what editors and readers need.
//! [`provenance`] leads from the pages back to the facts, and tells what a change did to a text.
//! [`measure`] reads a written PDF again and holds it against the standard.
//!
//! [`import`] turns a statistics sheet into changes of the facts, by a mapping.
//!
//! [`build`] runs the stages for each letter in parallel and puts the outputs in place; [`cli`]
//! parses arguments and prints.
//!
//! # Invariants
//!
//! - Stages do no I/O, read no clock and print nothing. A date of issue is a fact.
//! - Modules depend only backwards; `tests/suite/architecture.rs` holds the table.
//! - The same inputs give the same bytes on every machine with the same fonts.
//! - A figure that is printed carries its [`Origin`](origin::Origin) from YAML to the glyph.
//! - Layout and export know nothing of proposals; facts know nothing of pages.
//! - A [`Diagnostic`](diagnostic::Diagnostic) speaks to the writer, has a place, and never stops the
//!   next one. An [`Error`](error::Error) speaks to the operator and stops the command.
//! - An output is written whole or not at all, and never over a file that was edited by hand.
//!
//! # Where things are
//!
//! | to change | look in |
//! |---|---|
//! | a YAML key | its table in `facts/keys/`, `facts/*_values`, then the type beside it |
//! | how a figure is printed | `facts/printing.rs`, `facts/say.rs` |
//! | what a template can see | `render/context.rs`, and `render/names/`, which checks it |
//! | the wording of a kind of letter | `templates/`, no Rust |
//! | a measure of the page | `layout/style/` |
//! | what `fuhan measure` finds | `measure/` |
//! | how lines are broken | `layout/line_break/`, `text/punctuation.rs` |
//! | a font, or where fonts are found | `layout/font/`, `project/fonts/` |
//! | the PDF file | `export/pdf/` |
//! | what a letter is rebuilt for | `render/reads/`, `build/plan.rs` |
//! | what of a statistics sheet is understood | `import/cell_text.rs`, `import/number_format.rs` |
//! | a key of a mapping for imports | `import/mapping_values.rs` |
//! | the ledger of printed figures | `provenance/` |
//! | the archive PDF, its tags | `export/archive_pdf/` |
//! | what editors are told of the YAML | `schema/` |
//! | a message about the command line | `cli/args/complaint.rs`, `error.rs` |

pub mod build;
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod error;
pub mod export;
pub mod facts;
pub mod import;
pub mod layout;
pub mod lint;
pub mod measure;
pub mod origin;
pub mod project;
pub mod provenance;
pub mod publication;
pub mod render;
pub mod schema;
pub mod source;
pub mod text;
