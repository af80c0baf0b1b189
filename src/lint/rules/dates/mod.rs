//! Dates and times: how they are written, whether they can be, and in what order they are told.

mod age_of_birth;
pub(super) mod ages_overlap;
mod anniversary_mismatch;
mod as_of_range;
mod begun_after_done;
mod begun_in_clause;
mod chinese_numeral_date;
mod comparison_period_mismatch;
mod date_of_event_mismatch;
mod dated_after_sign_off;
mod dates_out_of_order;
mod day_after_sign_off;
mod done_again_before;
mod done_in_plan;
mod event_year;
mod festival_date;
mod follows_paper;
mod growth_without_period;
mod hao_in_date;
mod hours;
mod hyphen_year_range;
mod impossible_date;
mod impossible_time;
mod incomplete_date;
mod issued_before;
mod jiezhi_as_of;
mod jiezhi_deadline;
mod missing_end_of_span;
mod named_phases_overlap;
mod opening_hours;
mod part_of_year_mismatch;
mod passed_later;
mod phases_out_of_order;
mod plan_in_the_past;
mod plan_issued_late;
mod plan_period_mismatch;
mod planned_before_told;
mod received_late;
mod redundant_until;
mod reversed_dates;
mod session_year;
mod span_of_years;
mod stated_term;
mod steps_reversed;
mod tense;
pub(super) mod time_change;
mod titled_later;
mod told_early;
mod two_digit_year;
mod undated_total;
mod used_before_known;
mod weekday_mismatch;
mod wrong_zero_in_chinese_year;
mod years_after;
mod years_listed;
mod zero_padded_date;

use super::Group;

/// Dates and times: how they are written, whether they can be, and in what order they are told.
pub(super) const GROUP: Group = Group {
    title: "日期与时间",
    rules: &[
        &anniversary_mismatch::ANNIVERSARY_MISMATCH,
        &as_of_range::AS_OF_RANGE,
        &begun_after_done::BEGUN_AFTER_DONE,
        &chinese_numeral_date::CHINESE_NUMERAL_DATE,
        &comparison_period_mismatch::COMPARISON_PERIOD_MISMATCH,
        &date_of_event_mismatch::DATE_OF_EVENT_MISMATCH,
        &dated_after_sign_off::DATED_AFTER_SIGN_OFF,
        &dates_out_of_order::DATES_OUT_OF_ORDER,
        &done_in_plan::DONE_IN_PLAN,
        &event_year::EVENT_YEAR,
        &festival_date::FESTIVAL_DATE,
        &growth_without_period::GROWTH_WITHOUT_PERIOD,
        &hao_in_date::HAO_IN_DATE,
        &hyphen_year_range::HYPHEN_YEAR_RANGE,
        &impossible_date::IMPOSSIBLE_DATE,
        &impossible_time::IMPOSSIBLE_TIME,
        &incomplete_date::INCOMPLETE_DATE,
        &jiezhi_as_of::JIEZHI_AS_OF,
        &jiezhi_deadline::JIEZHI_DEADLINE,
        &missing_end_of_span::MISSING_END_OF_SPAN,
        &opening_hours::OPENING_HOURS,
        &part_of_year_mismatch::PART_OF_YEAR_MISMATCH,
        &plan_in_the_past::PLAN_IN_THE_PAST,
        &plan_period_mismatch::PLAN_PERIOD_MISMATCH,
        &redundant_until::REDUNDANT_UNTIL,
        &reversed_dates::REVERSED_DATES,
        &session_year::SESSION_YEAR,
        &span_of_years::SPAN_OF_YEARS,
        &two_digit_year::TWO_DIGIT_YEAR,
        &undated_total::UNDATED_TOTAL,
        &used_before_known::USED_BEFORE_KNOWN,
        &weekday_mismatch::WEEKDAY_MISMATCH,
        &wrong_zero_in_chinese_year::WRONG_ZERO_IN_CHINESE_YEAR,
        &zero_padded_date::ZERO_PADDED_DATE,
    ],
};
