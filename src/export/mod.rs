//! Model → bytes of a file format.

pub mod pdf;
