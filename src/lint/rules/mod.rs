//! The rules, one file and one page each.

mod abbreviation_mismatch;
mod added_as_whole;
mod added_to_old;
mod addressee_colon;
mod addressee_name;
mod addressee_number;
mod age_of_birth;
mod ages_overlap;
mod amount_without_yuan;
mod annex_name_stop;
mod answered;
mod answered_one_by_one;
mod answered_paper;
mod as_of_range;
mod at_other_meeting;
mod average_mismatch;
mod average_of_total;
mod back_reference_count;
mod bare_growth;
mod begun_after_done;
mod begun_in_clause;
mod bidirectional_control;
mod blank_page_note;
mod blended_phrase;
mod bracketed_note;
mod broken_character;
mod broken_number;
mod capacity_rate;
mod chained_changes;
mod change_result;
mod change_without_to;
mod changed_unit;
pub(super) mod character_slip;
mod chinese_numeral_date;
mod chinese_numeral_quantity;
mod class_mismatch;
mod closing_kind;
mod closing_mismatch;
mod closing_of_opinion;
mod closing_of_other_field;
mod closing_slip;
mod closing_without_stop;
mod collocation_slip;
mod comma_among_items;
mod comma_before_enumeration;
mod comma_in_number;
mod compared_share_mismatch;
mod comparison_period_mismatch;
mod compatibility_character;
mod complements;
mod composed_noun;
mod conflicting_numbers;
mod confused_word;
mod connective_mismatch;
mod contact_label_slip;
mod copied_to_without_stop;
mod corner_quotes;
mod count_after_list;
mod count_behind_name;
mod count_behind_offices;
mod count_in_quotes;
mod count_mismatch;
mod counted_names_mismatch;
mod counted_offices;
mod counted_stages;
mod counted_things;
mod counts;
mod courtesy_mismatch;
mod courts_as_departments;
mod cut_off_object;
mod daily_average;
mod date_of_event_mismatch;
mod dated_after_sign_off;
mod dates_out_of_order;
mod day_after_sign_off;
mod decrease_by_multiple;
mod difference_mismatch;
mod difference_of_shares;
mod digits_with_chinese_multiplier;
mod direction_mismatch;
mod distributive_mismatch;
mod divided_shares;
mod document_number;
mod document_number_before_title;
mod document_number_inside_title;
mod document_number_other_year;
mod document_number_without_brackets;
mod document_number_without_parentheses;
mod document_without_title_marks;
mod document_year;
mod done_again_before;
mod done_exceeds_received;
mod double_unit;
mod doubled_adverb;
mod doubled_approximation;
mod doubled_bound;
mod doubled_character;
mod doubled_document_kind;
mod doubled_particle;
mod doubled_range_mark;
mod doubled_stop;
mod doubled_unit;
mod doubled_word;
mod doubling_mismatch;
mod ellipsis_with_deng;
mod empty_pair;
mod enclosed_number;
mod enumeration_count;
mod enumeration_gap;
mod enumeration_unclosed;
mod er_before_measure_word;
mod event_year;
mod except_named;
mod explained_rate;
mod festival_date;
mod finished_yet_building;
mod follows_paper;
mod former_bare_name;
mod former_name;
mod former_names;
mod fraction_mismatch;
mod fraction_of_change;
mod fractional_count;
mod from_with_dash;
mod fullwidth_alphanumerics;
mod funding_mismatch;
mod good_days_mismatch;
mod growth_mismatch;
mod growth_of_amount;
mod growth_of_difference;
mod growth_of_each;
mod growth_without_period;
mod guanyu_dui;
mod halfwidth_parentheses;
mod halfwidth_punctuation;
mod hao_in_date;
mod heading_final_stop;
mod heading_number_mark;
mod heading_without_text;
mod headings;
mod hours;
mod hyphen_between_places;
mod hyphen_range;
mod hyphen_year_range;
mod identity_number;
pub(super) mod idiom_slip;
mod impossible_amount;
mod impossible_date;
mod impossible_share;
mod impossible_time;
mod increase_of_rate;
mod inline_numbers;
mod internal_figure;
mod irregular_session;
mod issued_before;
mod issuer;
mod ji_for_ji;
mod jiezhi_as_of;
mod jiezhi_deadline;
mod joined_ordinals;
mod joined_places;
mod lane_mismatch;
mod law_name;
mod leftover_markup;
mod leftover_note;
mod letter_in_number;
mod listed_approximation;
mod listed_by_other_meeting;
mod listed_shares;
mod lists;
mod long_sentence;
mod malformed_dash;
mod malformed_document_number;
mod malformed_ellipsis;
mod malformed_percentage_point;
mod malformed_session;
mod manner_of_deed;
mod mark_after_parenthesized_number;
mod matter_number_without_hao;
mod missing_closing;
mod missing_closing_mark;
mod missing_comma_before_ji;
mod missing_evidence;
mod missing_final_stop;
mod missing_leading_zero;
mod missing_passive;
mod missing_pause_after_parenthesis;
mod missing_session_number;
mod missing_sign_off;
mod missing_unit;
mod misspelt_body;
mod mixed_enumeration_separators;
mod mixed_item_numbers;
mod mixed_numeral;
mod mixed_section_numbers;
mod mixed_work;
mod mobile_number;
mod monthly_average;
mod named_phases_overlap;
mod nearly_total;
mod nested_quotes;
mod nested_title_marks;
mod odd_signer;
mod office_without_end;
mod opposite_place;
mod ordinal_gap;
mod other_meeting_words;
mod other_proposer;
mod other_session;
mod other_short_name;
mod outer_single_quotes;
mod outer_single_title_marks;
mod own_name;
mod own_office_as_other;
mod padded_document_number;
mod paired_parts_mismatch;
mod paper_in_two_forms;
mod paper_of_other_kind;
mod paper_of_two_kinds;
mod paragraph_ends_in_comma;
mod paragraph_starts_with_stop;
mod part_exceeds_whole;
mod part_list;
mod part_of_whole;
mod part_of_year_mismatch;
mod part_sums;
mod particle_slip;
mod particle_words;
mod parts_mismatch;
mod passage_of_other_meeting;
mod passed_later;
mod pause_mark_after_arabic_number;
mod pause_mark_after_ordinal;
mod pause_mark_before_conjunction;
mod pause_mark_before_deng;
mod pause_mark_between_titles;
mod per_capita_mismatch;
mod percent_for_percentage_points;
mod person_named;
mod personal_number;
mod phases_out_of_order;
pub(super) mod phrase_slip;
mod place_name_slip;
mod plan_in_the_past;
mod plan_issued_late;
mod plan_period_mismatch;
mod planned_before_told;
mod plural_nin;
mod pointed_at;
mod points_of_amount;
mod premature_figure;
mod printed_change;
mod private_use_character;
mod product_mismatch;
mod proposal_mismatch;
mod proposal_title_mismatch;
mod quantities;
mod qudao_effect;
mod question_mark;
mod radical_character;
mod range_without_multiplier;
mod range_without_percent;
mod rank_moved;
mod rate_mismatch;
mod reader_as_other;
mod reader_met;
mod readers_counted;
mod received_late;
mod redundant_until;
mod redundant_words;
mod remainder_mismatch;
mod repeated_clause;
mod repeated_figure_mismatch;
mod repeated_heading;
mod repeated_item;
mod repeated_phrase;
mod repeated_sentence;
mod repeated_slogan;
mod repeated_verb;
mod rest_after_all;
mod restated_figure_mismatch;
mod reversed_dates;
mod reversed_range;
mod role_mismatch;
mod row_of_parts;
mod ru_xia_without_colon;
mod same_session;
mod scrambled_name;
mod section_number_gap;
mod self_name_mismatch;
mod semicolon_after_full_stop;
mod serial;
mod session_beyond_term;
mod session_mismatch;
mod session_year;
mod share_in_parentheses;
mod share_in_words;
mod share_mismatch;
mod share_of_named_part;
mod share_of_plan;
mod shares_of_holders;
mod shares_sum;
mod short_document_year;
mod sign_off_mismatch;
mod signed_change;
mod slip_in;
mod slogan_count;
mod space_beside_punctuation;
mod space_between_han;
mod space_in_number;
mod span_of_years;
mod spoken_of;
mod stale_figure;
mod stated_term;
mod steps_reversed;
mod stop_after_purpose;
mod stop_inside_bracket;
mod stop_on_both_sides;
mod straight_quotes;
mod structural_particle;
mod structure_ratio;
mod swapped_name;
mod tense;
mod third_person_addressee;
mod time_change;
mod title_without_de;
mod titled_later;
mod to_fill_in;
mod told_early;
mod total_mismatch;
mod traditional_character;
mod two_digit_year;
mod typed_figure;
mod unbalanced_pair;
mod undated_total;
mod uneven_decimals;
mod unexplained_abbreviation;
mod unit_conversion;
mod unit_of_another_quantity;
mod unit_repeats_head;
mod unit_symbol_case;
mod unit_two_names;
mod unknown_body;
mod unused_figure;
mod unused_measure;
pub(super) mod unused_suppression;
mod unusual_space;
mod used_before_known;
mod used_before_said;
mod verb_object_mismatch;
mod weekday_mismatch;
mod whole_again;
mod word_order;
pub(super) mod word_slip;
mod wrong_decimal_point;
mod wrong_year_brackets;
mod wrong_zero_in_chinese_year;
mod yearly_average;
mod yearly_rate;
mod yearly_total;
mod years_after;
mod years_listed;
mod zero_padded_count;
mod zero_padded_date;
mod zero_width_character;

use super::Rule;

/// All rules, by name.
pub const RULES: &[&Rule] = &[
    &abbreviation_mismatch::ABBREVIATION_MISMATCH,
    &addressee_colon::ADDRESSEE_COLON,
    &addressee_name::ADDRESSEE_NAME,
    &addressee_number::ADDRESSEE_NUMBER,
    &amount_without_yuan::AMOUNT_WITHOUT_YUAN,
    &annex_name_stop::ANNEX_NAME_STOP,
    &as_of_range::AS_OF_RANGE,
    &average_mismatch::AVERAGE_MISMATCH,
    &back_reference_count::BACK_REFERENCE_COUNT,
    &bare_growth::BARE_GROWTH,
    &begun_after_done::BEGUN_AFTER_DONE,
    &bidirectional_control::BIDIRECTIONAL_CONTROL,
    &blank_page_note::BLANK_PAGE_NOTE,
    &blended_phrase::BLENDED_PHRASE,
    &broken_character::BROKEN_CHARACTER,
    &broken_number::BROKEN_NUMBER,
    &change_without_to::CHANGE_WITHOUT_TO,
    &changed_unit::CHANGED_UNIT,
    &character_slip::CHARACTER_SLIP,
    &chinese_numeral_date::CHINESE_NUMERAL_DATE,
    &chinese_numeral_quantity::CHINESE_NUMERAL_QUANTITY,
    &class_mismatch::CLASS_MISMATCH,
    &closing_mismatch::CLOSING_MISMATCH,
    &closing_of_other_field::CLOSING_OF_OTHER_FIELD,
    &closing_slip::CLOSING_SLIP,
    &closing_without_stop::CLOSING_WITHOUT_STOP,
    &collocation_slip::COLLOCATION_SLIP,
    &comma_among_items::COMMA_AMONG_ITEMS,
    &comma_before_enumeration::COMMA_BEFORE_ENUMERATION,
    &comma_in_number::COMMA_IN_NUMBER,
    &compared_share_mismatch::COMPARED_SHARE_MISMATCH,
    &comparison_period_mismatch::COMPARISON_PERIOD_MISMATCH,
    &compatibility_character::COMPATIBILITY_CHARACTER,
    &conflicting_numbers::CONFLICTING_NUMBERS,
    &confused_word::CONFUSED_WORD,
    &connective_mismatch::CONNECTIVE_MISMATCH,
    &contact_label_slip::CONTACT_LABEL_SLIP,
    &copied_to_without_stop::COPIED_TO_WITHOUT_STOP,
    &corner_quotes::CORNER_QUOTES,
    &count_after_list::COUNT_AFTER_LIST,
    &count_mismatch::COUNT_MISMATCH,
    &counted_names_mismatch::COUNTED_NAMES_MISMATCH,
    &counted_offices::COUNTED_OFFICES,
    &courtesy_mismatch::COURTESY_MISMATCH,
    &courts_as_departments::COURTS_AS_DEPARTMENTS,
    &cut_off_object::CUT_OFF_OBJECT,
    &date_of_event_mismatch::DATE_OF_EVENT_MISMATCH,
    &dated_after_sign_off::DATED_AFTER_SIGN_OFF,
    &dates_out_of_order::DATES_OUT_OF_ORDER,
    &decrease_by_multiple::DECREASE_BY_MULTIPLE,
    &difference_mismatch::DIFFERENCE_MISMATCH,
    &digits_with_chinese_multiplier::DIGITS_WITH_CHINESE_MULTIPLIER,
    &direction_mismatch::DIRECTION_MISMATCH,
    &distributive_mismatch::DISTRIBUTIVE_MISMATCH,
    &document_number::DOCUMENT_NUMBER,
    &document_number_before_title::DOCUMENT_NUMBER_BEFORE_TITLE,
    &document_number_inside_title::DOCUMENT_NUMBER_INSIDE_TITLE,
    &document_number_other_year::DOCUMENT_NUMBER_OTHER_YEAR,
    &document_number_without_brackets::DOCUMENT_NUMBER_WITHOUT_BRACKETS,
    &document_number_without_parentheses::DOCUMENT_NUMBER_WITHOUT_PARENTHESES,
    &document_without_title_marks::DOCUMENT_WITHOUT_TITLE_MARKS,
    &document_year::DOCUMENT_YEAR,
    &done_exceeds_received::DONE_EXCEEDS_RECEIVED,
    &double_unit::DOUBLE_UNIT,
    &doubled_adverb::DOUBLED_ADVERB,
    &doubled_approximation::DOUBLED_APPROXIMATION,
    &doubled_bound::DOUBLED_BOUND,
    &doubled_character::DOUBLED_CHARACTER,
    &doubled_document_kind::DOUBLED_DOCUMENT_KIND,
    &doubled_particle::DOUBLED_PARTICLE,
    &doubled_range_mark::DOUBLED_RANGE_MARK,
    &doubled_stop::DOUBLED_STOP,
    &doubled_unit::DOUBLED_UNIT,
    &doubled_word::DOUBLED_WORD,
    &doubling_mismatch::DOUBLING_MISMATCH,
    &ellipsis_with_deng::ELLIPSIS_WITH_DENG,
    &empty_pair::EMPTY_PAIR,
    &enclosed_number::ENCLOSED_NUMBER,
    &enumeration_count::ENUMERATION_COUNT,
    &enumeration_gap::ENUMERATION_GAP,
    &enumeration_unclosed::ENUMERATION_UNCLOSED,
    &er_before_measure_word::ER_BEFORE_MEASURE_WORD,
    &event_year::EVENT_YEAR,
    &festival_date::FESTIVAL_DATE,
    &finished_yet_building::FINISHED_YET_BUILDING,
    &former_name::FORMER_NAME,
    &fraction_mismatch::FRACTION_MISMATCH,
    &fractional_count::FRACTIONAL_COUNT,
    &from_with_dash::FROM_WITH_DASH,
    &fullwidth_alphanumerics::FULLWIDTH_ALPHANUMERICS,
    &funding_mismatch::FUNDING_MISMATCH,
    &good_days_mismatch::GOOD_DAYS_MISMATCH,
    &growth_mismatch::GROWTH_MISMATCH,
    &growth_of_amount::GROWTH_OF_AMOUNT,
    &growth_without_period::GROWTH_WITHOUT_PERIOD,
    &guanyu_dui::GUANYU_DUI,
    &halfwidth_parentheses::HALFWIDTH_PARENTHESES,
    &halfwidth_punctuation::HALFWIDTH_PUNCTUATION,
    &hao_in_date::HAO_IN_DATE,
    &heading_final_stop::HEADING_FINAL_STOP,
    &heading_number_mark::HEADING_NUMBER_MARK,
    &heading_without_text::HEADING_WITHOUT_TEXT,
    &hyphen_between_places::HYPHEN_BETWEEN_PLACES,
    &hyphen_range::HYPHEN_RANGE,
    &hyphen_year_range::HYPHEN_YEAR_RANGE,
    &identity_number::IDENTITY_NUMBER,
    &idiom_slip::IDIOM_SLIP,
    &impossible_amount::IMPOSSIBLE_AMOUNT,
    &impossible_date::IMPOSSIBLE_DATE,
    &impossible_share::IMPOSSIBLE_SHARE,
    &impossible_time::IMPOSSIBLE_TIME,
    &increase_of_rate::INCREASE_OF_RATE,
    &internal_figure::INTERNAL_FIGURE,
    &irregular_session::IRREGULAR_SESSION,
    &ji_for_ji::JI_FOR_JI,
    &jiezhi_as_of::JIEZHI_AS_OF,
    &jiezhi_deadline::JIEZHI_DEADLINE,
    &joined_ordinals::JOINED_ORDINALS,
    &lane_mismatch::LANE_MISMATCH,
    &law_name::LAW_NAME,
    &leftover_markup::LEFTOVER_MARKUP,
    &leftover_note::LEFTOVER_NOTE,
    &letter_in_number::LETTER_IN_NUMBER,
    &listed_approximation::LISTED_APPROXIMATION,
    &long_sentence::LONG_SENTENCE,
    &malformed_dash::MALFORMED_DASH,
    &malformed_document_number::MALFORMED_DOCUMENT_NUMBER,
    &malformed_ellipsis::MALFORMED_ELLIPSIS,
    &malformed_percentage_point::MALFORMED_PERCENTAGE_POINT,
    &malformed_session::MALFORMED_SESSION,
    &mark_after_parenthesized_number::MARK_AFTER_PARENTHESIZED_NUMBER,
    &matter_number_without_hao::MATTER_NUMBER_WITHOUT_HAO,
    &missing_closing::MISSING_CLOSING,
    &missing_comma_before_ji::MISSING_COMMA_BEFORE_JI,
    &missing_evidence::MISSING_EVIDENCE,
    &missing_final_stop::MISSING_FINAL_STOP,
    &missing_leading_zero::MISSING_LEADING_ZERO,
    &missing_passive::MISSING_PASSIVE,
    &missing_pause_after_parenthesis::MISSING_PAUSE_AFTER_PARENTHESIS,
    &missing_session_number::MISSING_SESSION_NUMBER,
    &missing_sign_off::MISSING_SIGN_OFF,
    &missing_unit::MISSING_UNIT,
    &mixed_enumeration_separators::MIXED_ENUMERATION_SEPARATORS,
    &mixed_item_numbers::MIXED_ITEM_NUMBERS,
    &mixed_numeral::MIXED_NUMERAL,
    &mixed_section_numbers::MIXED_SECTION_NUMBERS,
    &mobile_number::MOBILE_NUMBER,
    &nearly_total::NEARLY_TOTAL,
    &nested_quotes::NESTED_QUOTES,
    &nested_title_marks::NESTED_TITLE_MARKS,
    &office_without_end::OFFICE_WITHOUT_END,
    &opposite_place::OPPOSITE_PLACE,
    &ordinal_gap::ORDINAL_GAP,
    &other_meeting_words::OTHER_MEETING_WORDS,
    &other_proposer::OTHER_PROPOSER,
    &outer_single_quotes::OUTER_SINGLE_QUOTES,
    &outer_single_title_marks::OUTER_SINGLE_TITLE_MARKS,
    &own_name::OWN_NAME,
    &padded_document_number::PADDED_DOCUMENT_NUMBER,
    &paired_parts_mismatch::PAIRED_PARTS_MISMATCH,
    &paragraph_ends_in_comma::PARAGRAPH_ENDS_IN_COMMA,
    &paragraph_starts_with_stop::PARAGRAPH_STARTS_WITH_STOP,
    &part_exceeds_whole::PART_EXCEEDS_WHOLE,
    &part_of_year_mismatch::PART_OF_YEAR_MISMATCH,
    &particle_slip::PARTICLE_SLIP,
    &parts_mismatch::PARTS_MISMATCH,
    &passage_of_other_meeting::PASSAGE_OF_OTHER_MEETING,
    &pause_mark_after_arabic_number::PAUSE_MARK_AFTER_ARABIC_NUMBER,
    &pause_mark_after_ordinal::PAUSE_MARK_AFTER_ORDINAL,
    &pause_mark_before_conjunction::PAUSE_MARK_BEFORE_CONJUNCTION,
    &pause_mark_before_deng::PAUSE_MARK_BEFORE_DENG,
    &pause_mark_between_titles::PAUSE_MARK_BETWEEN_TITLES,
    &per_capita_mismatch::PER_CAPITA_MISMATCH,
    &percent_for_percentage_points::PERCENT_FOR_PERCENTAGE_POINTS,
    &person_named::PERSON_NAMED,
    &personal_number::PERSONAL_NUMBER,
    &phrase_slip::PHRASE_SLIP,
    &place_name_slip::PLACE_NAME_SLIP,
    &plan_in_the_past::PLAN_IN_THE_PAST,
    &plan_period_mismatch::PLAN_PERIOD_MISMATCH,
    &plural_nin::PLURAL_NIN,
    &points_of_amount::POINTS_OF_AMOUNT,
    &premature_figure::PREMATURE_FIGURE,
    &private_use_character::PRIVATE_USE_CHARACTER,
    &product_mismatch::PRODUCT_MISMATCH,
    &proposal_mismatch::PROPOSAL_MISMATCH,
    &proposal_title_mismatch::PROPOSAL_TITLE_MISMATCH,
    &qudao_effect::QUDAO_EFFECT,
    &question_mark::QUESTION_MARK,
    &radical_character::RADICAL_CHARACTER,
    &range_without_multiplier::RANGE_WITHOUT_MULTIPLIER,
    &range_without_percent::RANGE_WITHOUT_PERCENT,
    &rate_mismatch::RATE_MISMATCH,
    &redundant_until::REDUNDANT_UNTIL,
    &redundant_words::REDUNDANT_WORDS,
    &remainder_mismatch::REMAINDER_MISMATCH,
    &repeated_clause::REPEATED_CLAUSE,
    &repeated_figure_mismatch::REPEATED_FIGURE_MISMATCH,
    &repeated_heading::REPEATED_HEADING,
    &repeated_item::REPEATED_ITEM,
    &repeated_phrase::REPEATED_PHRASE,
    &repeated_sentence::REPEATED_SENTENCE,
    &repeated_verb::REPEATED_VERB,
    &rest_after_all::REST_AFTER_ALL,
    &restated_figure_mismatch::RESTATED_FIGURE_MISMATCH,
    &reversed_dates::REVERSED_DATES,
    &reversed_range::REVERSED_RANGE,
    &role_mismatch::ROLE_MISMATCH,
    &ru_xia_without_colon::RU_XIA_WITHOUT_COLON,
    &section_number_gap::SECTION_NUMBER_GAP,
    &self_name_mismatch::SELF_NAME_MISMATCH,
    &semicolon_after_full_stop::SEMICOLON_AFTER_FULL_STOP,
    &session_beyond_term::SESSION_BEYOND_TERM,
    &session_mismatch::SESSION_MISMATCH,
    &session_year::SESSION_YEAR,
    &share_mismatch::SHARE_MISMATCH,
    &shares_sum::SHARES_SUM,
    &short_document_year::SHORT_DOCUMENT_YEAR,
    &sign_off_mismatch::SIGN_OFF_MISMATCH,
    &signed_change::SIGNED_CHANGE,
    &slogan_count::SLOGAN_COUNT,
    &space_beside_punctuation::SPACE_BESIDE_PUNCTUATION,
    &space_between_han::SPACE_BETWEEN_HAN,
    &space_in_number::SPACE_IN_NUMBER,
    &span_of_years::SPAN_OF_YEARS,
    &stale_figure::STALE_FIGURE,
    &stop_after_purpose::STOP_AFTER_PURPOSE,
    &stop_inside_bracket::STOP_INSIDE_BRACKET,
    &stop_on_both_sides::STOP_ON_BOTH_SIDES,
    &straight_quotes::STRAIGHT_QUOTES,
    &structural_particle::STRUCTURAL_PARTICLE,
    &structure_ratio::STRUCTURE_RATIO,
    &swapped_name::SWAPPED_NAME,
    &third_person_addressee::THIRD_PERSON_ADDRESSEE,
    &title_without_de::TITLE_WITHOUT_DE,
    &total_mismatch::TOTAL_MISMATCH,
    &traditional_character::TRADITIONAL_CHARACTER,
    &two_digit_year::TWO_DIGIT_YEAR,
    &typed_figure::TYPED_FIGURE,
    &unbalanced_pair::UNBALANCED_PAIR,
    &undated_total::UNDATED_TOTAL,
    &uneven_decimals::UNEVEN_DECIMALS,
    &unexplained_abbreviation::UNEXPLAINED_ABBREVIATION,
    &unit_conversion::UNIT_CONVERSION,
    &unit_of_another_quantity::UNIT_OF_ANOTHER_QUANTITY,
    &unit_repeats_head::UNIT_REPEATS_HEAD,
    &unit_symbol_case::UNIT_SYMBOL_CASE,
    &unit_two_names::UNIT_TWO_NAMES,
    &unused_figure::UNUSED_FIGURE,
    &unused_measure::UNUSED_MEASURE,
    &unused_suppression::UNUSED_SUPPRESSION,
    &unusual_space::UNUSUAL_SPACE,
    &used_before_known::USED_BEFORE_KNOWN,
    &verb_object_mismatch::VERB_OBJECT_MISMATCH,
    &weekday_mismatch::WEEKDAY_MISMATCH,
    &word_order::WORD_ORDER,
    &word_slip::WORD_SLIP,
    &wrong_decimal_point::WRONG_DECIMAL_POINT,
    &wrong_year_brackets::WRONG_YEAR_BRACKETS,
    &wrong_zero_in_chinese_year::WRONG_ZERO_IN_CHINESE_YEAR,
    &zero_padded_count::ZERO_PADDED_COUNT,
    &zero_padded_date::ZERO_PADDED_DATE,
    &zero_width_character::ZERO_WIDTH_CHARACTER,
];
