//! Punctuation (GB/T 15834-2011).

mod comma_among_items;
mod comma_before_enumeration;
mod conjunction_before_stop;
mod corner_quotes;
mod doubled_stop;
mod ellipsis_with_deng;
mod empty_pair;
mod enumeration_unclosed;
mod halfwidth_parentheses;
mod halfwidth_punctuation;
mod hyphen_between_places;
mod malformed_dash;
mod malformed_ellipsis;
mod missing_closing_mark;
mod missing_comma_before_ji;
mod missing_final_stop;
mod missing_pause_after_parenthesis;
mod missing_pause_between_offices;
mod mixed_enumeration_separators;
mod nested_quotes;
mod nested_title_marks;
mod outer_single_quotes;
mod outer_single_title_marks;
mod paragraph_ends_in_comma;
mod paragraph_starts_with_stop;
mod pause_mark_before_conjunction;
mod pause_mark_before_deng;
mod pause_mark_between_titles;
mod question_mark;
mod ru_xia_without_colon;
mod semicolon_after_full_stop;
mod stop_after_purpose;
mod stop_inside_bracket;
mod stop_inside_word;
mod stop_on_both_sides;
mod straight_quotes;
mod title_marks_around_honour;
mod unbalanced_pair;

use super::Group;

/// Punctuation (GB/T 15834-2011).
pub(super) const GROUP: Group = Group {
    title: "标点",
    rules: &[
        &comma_among_items::COMMA_AMONG_ITEMS,
        &comma_before_enumeration::COMMA_BEFORE_ENUMERATION,
        &conjunction_before_stop::CONJUNCTION_BEFORE_STOP,
        &corner_quotes::CORNER_QUOTES,
        &doubled_stop::DOUBLED_STOP,
        &ellipsis_with_deng::ELLIPSIS_WITH_DENG,
        &empty_pair::EMPTY_PAIR,
        &enumeration_unclosed::ENUMERATION_UNCLOSED,
        &halfwidth_parentheses::HALFWIDTH_PARENTHESES,
        &halfwidth_punctuation::HALFWIDTH_PUNCTUATION,
        &hyphen_between_places::HYPHEN_BETWEEN_PLACES,
        &malformed_dash::MALFORMED_DASH,
        &malformed_ellipsis::MALFORMED_ELLIPSIS,
        &missing_comma_before_ji::MISSING_COMMA_BEFORE_JI,
        &missing_final_stop::MISSING_FINAL_STOP,
        &missing_pause_after_parenthesis::MISSING_PAUSE_AFTER_PARENTHESIS,
        &missing_pause_between_offices::MISSING_PAUSE_BETWEEN_OFFICES,
        &mixed_enumeration_separators::MIXED_ENUMERATION_SEPARATORS,
        &nested_quotes::NESTED_QUOTES,
        &nested_title_marks::NESTED_TITLE_MARKS,
        &outer_single_quotes::OUTER_SINGLE_QUOTES,
        &outer_single_title_marks::OUTER_SINGLE_TITLE_MARKS,
        &paragraph_ends_in_comma::PARAGRAPH_ENDS_IN_COMMA,
        &paragraph_starts_with_stop::PARAGRAPH_STARTS_WITH_STOP,
        &pause_mark_before_conjunction::PAUSE_MARK_BEFORE_CONJUNCTION,
        &pause_mark_before_deng::PAUSE_MARK_BEFORE_DENG,
        &pause_mark_between_titles::PAUSE_MARK_BETWEEN_TITLES,
        &question_mark::QUESTION_MARK,
        &ru_xia_without_colon::RU_XIA_WITHOUT_COLON,
        &semicolon_after_full_stop::SEMICOLON_AFTER_FULL_STOP,
        &stop_after_purpose::STOP_AFTER_PURPOSE,
        &stop_inside_bracket::STOP_INSIDE_BRACKET,
        &stop_inside_word::STOP_INSIDE_WORD,
        &stop_on_both_sides::STOP_ON_BOTH_SIDES,
        &straight_quotes::STRAIGHT_QUOTES,
        &title_marks_around_honour::TITLE_MARKS_AROUND_HONOUR,
        &unbalanced_pair::UNBALANCED_PAIR,
    ],
};
