//! fuhan (复函) writes official Chinese replies (公文) to CPPCC proposals (政协提案) and deputies'
//! suggestions (人大建议) from dated facts, as Markdown and as PDF by GB/T 9704-2012.

pub mod diagnostic;
pub mod document;
pub mod export;
pub mod facts;
pub mod layout;
pub mod origin;
pub mod project;
pub mod render;
pub mod source;
pub mod text;
