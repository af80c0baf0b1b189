//! The form of a letter (公文格式): document numbers, titles, closings, sign-off.

mod annex_name_stop;
mod annex_reference;
mod blank;
mod blank_page_note;
mod bracketed_note;
mod class_mismatch;
mod closing_kind;
mod closing_mismatch;
mod closing_of_opinion;
mod closing_slip;
mod closing_without_stop;
mod contact_label_slip;
mod copied_to_without_stop;
mod document_number;
mod document_number_before_title;
mod document_number_inside_title;
mod document_number_other_year;
mod document_number_without_brackets;
mod document_number_without_parentheses;
mod document_without_title_marks;
mod document_year;
mod doubled_document_kind;
mod guanyu_dui;
mod leftover_note;
mod malformed_document_number;
mod missing_closing;
mod missing_sign_off;
mod padded_document_number;
mod remark_without_parentheses;
mod serial;
mod short_document_year;
mod sign_off_mismatch;
mod title_without_de;
mod title_without_guanyu;
mod to_fill_in;
mod wrong_year_brackets;

use super::Group;

/// The form of a letter (公文格式): document numbers, titles, closings, sign-off.
pub(super) const GROUP: Group = Group {
    title: "公文格式",
    rules: &[
        &annex_name_stop::ANNEX_NAME_STOP,
        &annex_reference::ANNEX_REFERENCE,
        &blank_page_note::BLANK_PAGE_NOTE,
        &class_mismatch::CLASS_MISMATCH,
        &closing_mismatch::CLOSING_MISMATCH,
        &closing_slip::CLOSING_SLIP,
        &closing_without_stop::CLOSING_WITHOUT_STOP,
        &contact_label_slip::CONTACT_LABEL_SLIP,
        &copied_to_without_stop::COPIED_TO_WITHOUT_STOP,
        &document_number::DOCUMENT_NUMBER,
        &document_number_before_title::DOCUMENT_NUMBER_BEFORE_TITLE,
        &document_number_inside_title::DOCUMENT_NUMBER_INSIDE_TITLE,
        &document_number_other_year::DOCUMENT_NUMBER_OTHER_YEAR,
        &document_number_without_brackets::DOCUMENT_NUMBER_WITHOUT_BRACKETS,
        &document_number_without_parentheses::DOCUMENT_NUMBER_WITHOUT_PARENTHESES,
        &document_without_title_marks::DOCUMENT_WITHOUT_TITLE_MARKS,
        &document_year::DOCUMENT_YEAR,
        &doubled_document_kind::DOUBLED_DOCUMENT_KIND,
        &guanyu_dui::GUANYU_DUI,
        &leftover_note::LEFTOVER_NOTE,
        &malformed_document_number::MALFORMED_DOCUMENT_NUMBER,
        &missing_closing::MISSING_CLOSING,
        &missing_sign_off::MISSING_SIGN_OFF,
        &padded_document_number::PADDED_DOCUMENT_NUMBER,
        &remark_without_parentheses::REMARK_WITHOUT_PARENTHESES,
        &short_document_year::SHORT_DOCUMENT_YEAR,
        &sign_off_mismatch::SIGN_OFF_MISMATCH,
        &title_without_de::TITLE_WITHOUT_DE,
        &title_without_guanyu::TITLE_WITHOUT_GUANYU,
        &wrong_year_brackets::WRONG_YEAR_BRACKETS,
    ],
};
