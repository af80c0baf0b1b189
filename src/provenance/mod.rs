//! Provenance (溯源): from what is printed back to the fact behind it, and what a change did to a text.

mod change;
mod ledger;
mod source_of;

pub use change::{Piece, PieceKind, SentenceChange, pieces, sentence_changes};
pub use ledger::{Area, Occurrence, ledger};
pub use source_of::{FactSource, fact_source};
