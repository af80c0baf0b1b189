//! Chinese text: pure functions on characters and strings.

pub mod confusions;
pub mod date;
pub(crate) mod kept;
pub mod low_bytes;
pub mod nearest;
pub mod numerals;
pub mod personal;
pub mod punctuation;
pub mod sentence;
pub mod sounds;
pub mod traditional;
pub mod width;
