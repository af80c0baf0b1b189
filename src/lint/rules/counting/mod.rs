//! Counts against the items that are listed.

mod back_reference_count;
mod count_after_list;
mod count_behind_name;
mod count_behind_offices;
mod count_in_quotes;
pub(super) mod count_mismatch;
mod counted_names_mismatch;
mod counted_offices;
mod counted_ordinals;
mod counted_stages;
mod counted_with_lead;
mod counts;
mod distributive_mismatch;
mod enumeration_count;
pub(super) mod except_named;
mod joined_places;
pub(super) mod lists;
mod repeated_item;
mod repeated_slogan;
mod slogan_count;

use super::Group;

/// Counts against the items that are listed.
pub(super) const GROUP: Group = Group {
    title: "件数与列举",
    rules: &[
        &back_reference_count::BACK_REFERENCE_COUNT,
        &count_after_list::COUNT_AFTER_LIST,
        &count_mismatch::COUNT_MISMATCH,
        &counted_names_mismatch::COUNTED_NAMES_MISMATCH,
        &counted_offices::COUNTED_OFFICES,
        &distributive_mismatch::DISTRIBUTIVE_MISMATCH,
        &enumeration_count::ENUMERATION_COUNT,
        &repeated_item::REPEATED_ITEM,
        &slogan_count::SLOGAN_COUNT,
    ],
};
