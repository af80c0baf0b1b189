//! One thing told twice in two ways.

mod city_of_other_province;
mod conflicting_numbers;
mod finished_yet_building;
mod lane_mismatch;
mod opposite_place;
mod other_committee;
mod other_place;
mod own_area_mismatch;
mod place_names;
mod repeated_figure_mismatch;
mod restated_figure_mismatch;
mod told_again;
mod whole_again;

use super::Group;

/// One thing told twice in two ways.
pub(super) const GROUP: Group = Group {
    title: "前后一致",
    rules: &[
        &city_of_other_province::CITY_OF_OTHER_PROVINCE,
        &conflicting_numbers::CONFLICTING_NUMBERS,
        &finished_yet_building::FINISHED_YET_BUILDING,
        &lane_mismatch::LANE_MISMATCH,
        &opposite_place::OPPOSITE_PLACE,
        &other_committee::OTHER_COMMITTEE,
        &other_place::OTHER_PLACE,
        &own_area_mismatch::OWN_AREA_MISMATCH,
        &repeated_figure_mismatch::REPEATED_FIGURE_MISMATCH,
        &restated_figure_mismatch::RESTATED_FIGURE_MISMATCH,
    ],
};
