//! Model → bytes and text of the outputs.

pub mod annotate;
pub mod archive_pdf;
pub mod markdown;
pub mod pdf;
