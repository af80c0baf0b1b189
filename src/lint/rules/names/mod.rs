//! Names of offices, laws and places, and their short forms.

mod abbreviation_mismatch;
mod autonomous_name;
mod courts_as_departments;
mod former_bare_name;
mod former_ministry;
mod former_name;
mod former_names;
mod law_in_force;
pub(crate) mod law_name;
mod misspelt_body;
mod name_variant;
mod office_of_other_level;
mod office_without_end;
mod other_short_name;
mod paper_called_otherwise;
pub(super) mod paper_in_two_forms;
mod person_name_mismatch;
mod place_name_slip;
mod quoted_name_mismatch;
mod scrambled_name;
mod swapped_name;
mod unexplained_abbreviation;
mod unknown_body;
mod used_before_said;

use super::Group;

/// Names of offices, laws and places, and their short forms.
pub(super) const GROUP: Group = Group {
    title: "名称与简称",
    rules: &[
        &abbreviation_mismatch::ABBREVIATION_MISMATCH,
        &autonomous_name::AUTONOMOUS_NAME,
        &courts_as_departments::COURTS_AS_DEPARTMENTS,
        &former_ministry::FORMER_MINISTRY,
        &former_name::FORMER_NAME,
        &law_in_force::LAW_IN_FORCE,
        &law_name::LAW_NAME,
        &name_variant::NAME_VARIANT,
        &office_of_other_level::OFFICE_OF_OTHER_LEVEL,
        &office_without_end::OFFICE_WITHOUT_END,
        &paper_called_otherwise::PAPER_CALLED_OTHERWISE,
        &person_name_mismatch::PERSON_NAME_MISMATCH,
        &place_name_slip::PLACE_NAME_SLIP,
        &quoted_name_mismatch::QUOTED_NAME_MISMATCH,
        &swapped_name::SWAPPED_NAME,
        &unexplained_abbreviation::UNEXPLAINED_ABBREVIATION,
    ],
};
