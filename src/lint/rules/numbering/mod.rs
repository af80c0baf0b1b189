//! Section numbers, headings and numbered items.

pub(super) mod answered_one_by_one;
mod enclosed_number;
mod enumeration_gap;
mod heading_final_stop;
mod heading_number_mark;
mod heading_without_text;
pub(super) mod headings;
mod inline_numbers;
mod mark_after_parenthesized_number;
mod mixed_item_numbers;
mod mixed_section_numbers;
mod number_without_heading;
mod ordinal_gap;
mod pause_mark_after_arabic_number;
mod pause_mark_after_ordinal;
mod repeated_heading;
mod section_number_gap;

use super::Group;

/// Section numbers, headings and numbered items.
pub(super) const GROUP: Group = Group {
    title: "层次序号",
    rules: &[
        &enclosed_number::ENCLOSED_NUMBER,
        &enumeration_gap::ENUMERATION_GAP,
        &heading_final_stop::HEADING_FINAL_STOP,
        &heading_number_mark::HEADING_NUMBER_MARK,
        &heading_without_text::HEADING_WITHOUT_TEXT,
        &mark_after_parenthesized_number::MARK_AFTER_PARENTHESIZED_NUMBER,
        &mixed_item_numbers::MIXED_ITEM_NUMBERS,
        &mixed_section_numbers::MIXED_SECTION_NUMBERS,
        &number_without_heading::NUMBER_WITHOUT_HEADING,
        &ordinal_gap::ORDINAL_GAP,
        &pause_mark_after_arabic_number::PAUSE_MARK_AFTER_ARABIC_NUMBER,
        &pause_mark_after_ordinal::PAUSE_MARK_AFTER_ORDINAL,
        &repeated_heading::REPEATED_HEADING,
        &section_number_gap::SECTION_NUMBER_GAP,
    ],
};
