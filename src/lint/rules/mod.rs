//! The rules, one file and one page each, in a folder for each group.

mod arithmetic;
mod characters;
mod consistency;
mod counting;
mod dates;
pub(super) mod figures;
mod form;
mod names;
mod numbering;
mod numbers;
mod parties;
mod punctuation;
pub(super) mod wording;

use super::Rule;

/// Rules about one side of a letter.
pub struct Group {
    /// What they are about, in a few Chinese words.
    pub title: &'static str,
    /// Its rules, by name.
    pub rules: &'static [&'static Rule],
}

/// All groups, in the order in which a clerk reads about them.
///
/// One place, as the rules with their pages are: a constant would be made anew in each unit that reads it.
pub static GROUPS: [Group; 13] = [
    wording::GROUP,
    punctuation::GROUP,
    characters::GROUP,
    numbers::GROUP,
    arithmetic::GROUP,
    consistency::GROUP,
    counting::GROUP,
    dates::GROUP,
    numbering::GROUP,
    names::GROUP,
    parties::GROUP,
    form::GROUP,
    figures::GROUP,
];

/// All rules, in the order of their groups.
pub static RULES: &[&Rule] = &all::<{ count() }>();

/// How many rules there are.
const fn count() -> usize {
    let (mut count, mut group) = (0, 0);
    while group < GROUPS.len() {
        count += GROUPS[group].rules.len();
        group += 1;
    }
    count
}

/// The rules of all groups in one row.
const fn all<const COUNT: usize>() -> [&'static Rule; COUNT] {
    let mut all = [GROUPS[0].rules[0]; COUNT];
    let (mut count, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut number = 0;
        while number < GROUPS[group].rules.len() {
            all[count] = GROUPS[group].rules[number];
            count += 1;
            number += 1;
        }
        group += 1;
    }
    all
}
