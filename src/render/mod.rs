//! Facts + template → Markdown of the body, and the other texts of a letter.
//!
//! Templates are untrusted: they see ready strings only, read nothing outside the workspace, and
//! cannot loop or grow without end.

mod bounded;
mod context;
mod failure;
mod functions;
mod letter;
mod links;
mod names;
mod outline;
mod prose;
mod sections;
mod template;
mod token;
mod workspace;

pub use letter::{Rendered, RenderedText};
pub use template::{FrontMatter, OutcomeRule, Template};
pub use workspace::Renderer;
