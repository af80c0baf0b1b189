//! Punctuation (标点): classes and what is prohibited at a line's start and end.
