//! Slips in a set phrase or a name: one wrong character by sound or by look, or another order.

use crate::text::confusions::sound_alike;

/// The place of the only character in which `written` is not `right`, if it can be a slip: it sounds
/// like the right one, or `look_alike` has it as the written one of a pair with the right one.
pub(crate) fn slip_in(
    written: &[char],
    mut right: impl Iterator<Item = char>,
    look_alike: &[(char, char)],
) -> Option<usize> {
    let mut found = None;
    for (place, one) in written.iter().enumerate() {
        let other = right.next()?;
        if *one == other {
            continue;
        }
        // Most have more than one, which is seen sooner than whether two characters sound alike.
        if found.replace((place, *one, other)).is_some() {
            return None;
        }
    }
    let (place, one, other) = found.filter(|_| right.next().is_none())?;
    let is_slip = sound_alike(one, other) || look_alike.contains(&(one, other));
    is_slip.then_some(place)
}

/// Whether two names have the same characters, whatever their order.
pub(crate) fn has_same_characters(one: &[char], other: &[char]) -> bool {
    let count = |name: &[char], character: char| name.iter().filter(|it| **it == character).count();
    let is_as_often = |it: &char| count(one, *it) == count(other, *it);
    one.len() == other.len() && one.iter().all(is_as_often)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_that_sounds_or_looks_alike_is_a_slip() {
        let found = |written: &str, right: &str| {
            let written: Vec<char> = written.chars().collect();
            slip_in(&written, right.chars(), &[('活', '话')])
        };
        assert_eq!(found("电活", "电话"), Some(1));
        assert_eq!(found("点话", "电话"), Some(0));
        assert_eq!(found("电话", "电话"), None);
        assert_eq!(found("点活", "电话"), None);
        assert_eq!(found("电活", "电话号"), None);
        assert_eq!(found("电活号", "电话"), None);
    }
}
