//! Diagnostics as text: one file for each format.

pub mod full;

pub use full::full;
