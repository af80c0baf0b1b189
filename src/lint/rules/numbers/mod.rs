//! How numbers and units are written (GB/T 15835-2011).

mod amount_without_yuan;
mod bare_growth;
mod broken_number;
mod change_without_to;
mod changed_unit;
mod chinese_numeral_quantity;
mod chinese_one_as_dash;
mod comma_in_number;
mod counted_things;
mod decrease_by_multiple;
mod digits_with_chinese_multiplier;
mod double_unit;
mod doubled_approximation;
mod doubled_bound;
mod doubled_range_mark;
mod doubled_unit;
mod er_before_measure_word;
mod fractional_count;
mod from_with_dash;
mod growth_of_amount;
mod hyphen_range;
mod impossible_amount;
mod increase_of_rate;
mod joined_ordinals;
mod listed_approximation;
mod malformed_percentage_point;
mod matter_number_without_hao;
mod missing_leading_zero;
mod missing_unit;
mod mixed_numeral;
mod points_of_amount;
mod quantities;
mod range_without_multiplier;
mod range_without_percent;
mod reversed_range;
mod signed_change;
mod uneven_decimals;
mod unit_of_another_quantity;
mod unit_repeats_head;
mod unit_symbol_case;
mod unit_two_names;
mod wrong_decimal_point;
mod zero_padded_count;

use super::Group;

/// How numbers and units are written (GB/T 15835-2011).
pub(super) const GROUP: Group = Group {
    title: "数字与单位",
    rules: &[
        &amount_without_yuan::AMOUNT_WITHOUT_YUAN,
        &bare_growth::BARE_GROWTH,
        &broken_number::BROKEN_NUMBER,
        &change_without_to::CHANGE_WITHOUT_TO,
        &changed_unit::CHANGED_UNIT,
        &chinese_numeral_quantity::CHINESE_NUMERAL_QUANTITY,
        &chinese_one_as_dash::CHINESE_ONE_AS_DASH,
        &comma_in_number::COMMA_IN_NUMBER,
        &decrease_by_multiple::DECREASE_BY_MULTIPLE,
        &digits_with_chinese_multiplier::DIGITS_WITH_CHINESE_MULTIPLIER,
        &double_unit::DOUBLE_UNIT,
        &doubled_approximation::DOUBLED_APPROXIMATION,
        &doubled_bound::DOUBLED_BOUND,
        &doubled_range_mark::DOUBLED_RANGE_MARK,
        &doubled_unit::DOUBLED_UNIT,
        &er_before_measure_word::ER_BEFORE_MEASURE_WORD,
        &fractional_count::FRACTIONAL_COUNT,
        &from_with_dash::FROM_WITH_DASH,
        &growth_of_amount::GROWTH_OF_AMOUNT,
        &hyphen_range::HYPHEN_RANGE,
        &impossible_amount::IMPOSSIBLE_AMOUNT,
        &increase_of_rate::INCREASE_OF_RATE,
        &joined_ordinals::JOINED_ORDINALS,
        &listed_approximation::LISTED_APPROXIMATION,
        &malformed_percentage_point::MALFORMED_PERCENTAGE_POINT,
        &matter_number_without_hao::MATTER_NUMBER_WITHOUT_HAO,
        &missing_leading_zero::MISSING_LEADING_ZERO,
        &missing_unit::MISSING_UNIT,
        &mixed_numeral::MIXED_NUMERAL,
        &points_of_amount::POINTS_OF_AMOUNT,
        &range_without_multiplier::RANGE_WITHOUT_MULTIPLIER,
        &range_without_percent::RANGE_WITHOUT_PERCENT,
        &reversed_range::REVERSED_RANGE,
        &signed_change::SIGNED_CHANGE,
        &uneven_decimals::UNEVEN_DECIMALS,
        &unit_of_another_quantity::UNIT_OF_ANOTHER_QUANTITY,
        &unit_repeats_head::UNIT_REPEATS_HEAD,
        &unit_symbol_case::UNIT_SYMBOL_CASE,
        &unit_two_names::UNIT_TWO_NAMES,
        &wrong_decimal_point::WRONG_DECIMAL_POINT,
        &zero_padded_count::ZERO_PADDED_COUNT,
    ],
};
