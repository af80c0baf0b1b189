//! The workspace on disk: what the stages are given.

pub mod fonts;
