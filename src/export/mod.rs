//! Model → bytes and text of the outputs.

pub mod markdown;
pub mod pdf;
