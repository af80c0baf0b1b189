//! 云岭 in 云岭县: the names of the own place and of another one in a letter that may be copied.

use crate::lint::view::{TextView, is_han};

/// More characters than a letter has.
pub(super) const LETTER: usize = 3_000;

/// How many characters the name of a place has before its level.
pub(super) const NAME: usize = 2;

/// Whether the characters at `start` may name a place: 我县, 各区 and 由市 name none.
pub(super) fn is_place_name(view: &TextView<'_>, start: usize) -> bool {
    let is_name = (start..start + NAME).all(|at| is_han(view.char(at)));
    is_name && !view.is_any_at(start, "我本该全各在经由请向对按")
}

/// Whether a clause begins at `at` that tells first of whom it speaks.
pub(super) fn begins_clause(view: &TextView<'_>, at: usize) -> bool {
    view.is_any_before(at, "\n，。；")
}
