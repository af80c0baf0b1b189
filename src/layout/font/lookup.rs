//! Looks up single characters: whole character maps would cost 15 ms at the start of a program.

use super::Fonts;

/// The fonts of one layout, opened when they are first asked for.
pub struct FontLookup<'fonts> {
    fonts: &'fonts Fonts,
}
