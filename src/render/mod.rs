//! Facts + template → Markdown of the body, and the other texts of a letter.
//!
//! Templates are untrusted: they see ready strings only, read nothing outside the workspace, and
//! cannot loop or grow without end.

mod annexes;
mod audience;
mod bounded;
mod context;
mod depth;
mod failure;
mod functions;
mod includes;
mod inheritance;
mod input;
mod keys;
mod kind_needs;
mod letter;
mod links;
mod markup;
mod names;
mod outline;
mod proposal;
mod prose;
mod reads;
mod sections;
mod template;
mod token;
mod wording;
mod workspace;

pub use audience::Audience;
pub use input::Input;
pub use keys::TEMPLATE_FILE;
pub use letter::{Rendered, RenderedAnnex, RenderedText};
pub use reads::{Closure, Digest, Inputs, NoDigest, digest_of};
pub use template::{FrontMatter, Template};
pub use wording::literals;
pub use workspace::Renderer;

#[cfg(test)]
mod manual_tests;
