//! Figures recomputed in prose: growth, shares, sums, averages, what is left.

pub(super) mod added_as_whole;
mod added_items;
mod added_to_old;
mod average_mismatch;
mod average_of_each;
mod average_of_total;
mod average_words;
mod capacity_rate;
pub(super) mod chained_changes;
mod change_result;
mod compared_share_mismatch;
mod complements;
mod composed_noun;
mod daily_average;
mod days_of_month;
pub(super) mod difference_as_end;
mod difference_mismatch;
mod difference_of_shares;
mod direction_mismatch;
mod distance_to_target;
mod divided_shares;
mod done_exceeds_received;
mod doubling_mismatch;
mod explained_rate;
mod fraction_mismatch;
mod fraction_of_change;
mod funding_mismatch;
mod good_days_mismatch;
mod growth_and_difference;
mod growth_mismatch;
mod growth_of_difference;
mod growth_of_each;
mod impossible_share;
mod listed_shares;
mod monthly_average;
mod nearly_total;
mod paired_parts_mismatch;
mod part_beside_whole;
mod part_exceeds_whole;
pub(super) mod part_list;
pub(super) mod part_of_whole;
mod part_sums;
mod parts_mismatch;
mod per_capita_mismatch;
mod percent_for_percentage_points;
mod printed_change;
mod product_mismatch;
mod rank_moved;
mod rate_mismatch;
mod rate_of_all_but;
mod remainder_mismatch;
mod rest_after_all;
mod row_of_parts;
mod share_in_parentheses;
mod share_in_words;
mod share_mismatch;
mod share_of_named_part;
mod share_of_named_whole;
mod share_of_plan;
mod shares_of_holders;
mod shares_of_one_whole;
mod shares_sum;
mod structure_ratio;
mod surplus_mismatch;
mod total_mismatch;
mod total_of_phases;
mod twelve_months;
mod unit_conversion;
mod yearly_average;
mod yearly_rate;
mod yearly_total;

use super::Group;

/// Figures recomputed in prose: growth, shares, sums, averages, what is left.
pub(super) const GROUP: Group = Group {
    title: "数字复核",
    rules: &[
        &average_mismatch::AVERAGE_MISMATCH,
        &compared_share_mismatch::COMPARED_SHARE_MISMATCH,
        &days_of_month::DAYS_OF_MONTH,
        &difference_mismatch::DIFFERENCE_MISMATCH,
        &direction_mismatch::DIRECTION_MISMATCH,
        &distance_to_target::DISTANCE_TO_TARGET,
        &done_exceeds_received::DONE_EXCEEDS_RECEIVED,
        &doubling_mismatch::DOUBLING_MISMATCH,
        &fraction_mismatch::FRACTION_MISMATCH,
        &funding_mismatch::FUNDING_MISMATCH,
        &good_days_mismatch::GOOD_DAYS_MISMATCH,
        &growth_mismatch::GROWTH_MISMATCH,
        &impossible_share::IMPOSSIBLE_SHARE,
        &nearly_total::NEARLY_TOTAL,
        &paired_parts_mismatch::PAIRED_PARTS_MISMATCH,
        &part_exceeds_whole::PART_EXCEEDS_WHOLE,
        &parts_mismatch::PARTS_MISMATCH,
        &per_capita_mismatch::PER_CAPITA_MISMATCH,
        &percent_for_percentage_points::PERCENT_FOR_PERCENTAGE_POINTS,
        &product_mismatch::PRODUCT_MISMATCH,
        &rate_mismatch::RATE_MISMATCH,
        &remainder_mismatch::REMAINDER_MISMATCH,
        &rest_after_all::REST_AFTER_ALL,
        &share_mismatch::SHARE_MISMATCH,
        &shares_sum::SHARES_SUM,
        &structure_ratio::STRUCTURE_RATIO,
        &surplus_mismatch::SURPLUS_MISMATCH,
        &total_mismatch::TOTAL_MISMATCH,
        &twelve_months::TWELVE_MONTHS,
        &unit_conversion::UNIT_CONVERSION,
    ],
};
