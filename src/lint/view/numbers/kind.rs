//! What tells quantities from codes.

use super::digits::run;
use super::{Number, NumberKind};
use crate::lint::view::is_han;

/// The kind of 3 and 5 in 3-5年: quantities, unlike the parts of a code.
pub(super) fn hyphenated(
    chars: &[char],
    start: usize,
    end: usize,
    previous: Option<&Number>,
) -> Option<NumberKind> {
    let is_quantity_end = |c: Option<&char>| c.is_some_and(|c| *c == '%' || is_han(*c));
    let follows =
        previous.filter(|previous| previous.digits.end + 1 == start && chars[start - 1] == '-');
    if let Some(previous) = follows {
        let is_quantity = previous.kind == NumberKind::Plain && is_quantity_end(chars.get(end));
        return Some(if is_quantity {
            NumberKind::Plain
        } else {
            NumberKind::Code
        });
    }
    let next = run(chars, end + 1);
    let short = end - start <= 4 && (1..=4).contains(&next.saturating_sub(end + 1));
    let begins = start.checked_sub(1).is_none_or(|index| {
        !chars[index].is_ascii_alphanumeric() && !matches!(chars[index], '-' | '/' | ' ' | '.')
    });
    let leads = chars.get(end) == Some(&'-') && short && begins && is_quantity_end(chars.get(next));
    leads.then_some(NumberKind::Plain)
}

/// Whether a number is a quantity or a part of a code, by what stands around it.
pub(super) fn kind(chars: &[char], start: usize, end: usize) -> NumberKind {
    let before = start.checked_sub(1).map_or('\n', |index| chars[index]);
    let is_joined = |c: char| {
        c.is_ascii_alphabetic()
            || matches!(c, '.' | '/' | '-' | '_' | '#' | ':' | '：' | '\u{fffc}')
    };
    let before_that = start.checked_sub(2).map_or('\n', |index| chars[index]);
    let after = chars.get(end).copied().unwrap_or('\n');
    let after_that = chars.get(end + 1).copied().unwrap_or('\n');
    let joins_before = before.is_ascii_alphabetic()
        || (before == ' ' && before_that.is_ascii_alphabetic())
        || (is_joined(before) && (before_that.is_ascii_alphanumeric()));
    let joins_after =
        (is_joined(after) && after.is_ascii_punctuation() && after_that.is_ascii_alphanumeric())
            || (after.is_ascii_alphabetic() && after_that.is_ascii_alphanumeric());
    if joins_before || joins_after || end - start > 17 {
        NumberKind::Code
    } else {
        NumberKind::Plain
    }
}
