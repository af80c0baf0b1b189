//! The facts behind a letter, and what must not leave the office.

mod hotline_number;
mod identity_number;
mod internal_figure;
mod missing_evidence;
mod mobile_number;
mod person_named;
mod personal_number;
mod premature_figure;
mod stale_figure;
mod typed_figure;
mod unused_figure;
mod unused_measure;
pub(in crate::lint) mod unused_suppression;

use super::Group;

/// The facts behind a letter, and what must not leave the office.
pub(super) const GROUP: Group = Group {
    title: "数据与保密",
    rules: &[
        &hotline_number::HOTLINE_NUMBER,
        &identity_number::IDENTITY_NUMBER,
        &internal_figure::INTERNAL_FIGURE,
        &missing_evidence::MISSING_EVIDENCE,
        &mobile_number::MOBILE_NUMBER,
        &person_named::PERSON_NAMED,
        &personal_number::PERSONAL_NUMBER,
        &premature_figure::PREMATURE_FIGURE,
        &stale_figure::STALE_FIGURE,
        &typed_figure::TYPED_FIGURE,
        &unused_figure::UNUSED_FIGURE,
        &unused_measure::UNUSED_MEASURE,
        &unused_suppression::UNUSED_SUPPRESSION,
    ],
};
