//! Model → bytes and text of the outputs.

pub mod annotate;
pub mod markdown;
pub mod pdf;
