//! Who writes to whom about what: addressee, proposer, meeting, session.

mod addressee_colon;
pub(super) mod addressee_name;
mod addressee_number;
mod answered;
mod answered_paper;
mod at_other_meeting;
mod closing_of_other_field;
mod courtesy_mismatch;
mod irregular_session;
pub(super) mod issuer;
mod listed_by_other_meeting;
mod malformed_session;
mod meeting_words;
mod missing_session_number;
mod mixed_work;
pub(super) mod odd_signer;
mod only_odd_word;
mod other_meeting_words;
mod other_proposer;
mod other_session;
mod own_name;
mod own_office_as_other;
mod paper_of_other_kind;
mod paper_of_two_kinds;
mod passage_of_other_meeting;
mod plural_nin;
mod pointed_at;
mod proposal_mismatch;
mod proposal_title_mismatch;
mod reader_as_other;
mod reader_in_two_numbers;
mod reader_met;
mod readers_counted;
mod role_mismatch;
mod same_session;
mod self_name_mismatch;
mod session_beyond_term;
mod session_mismatch;
mod spoken_of;
mod third_person_addressee;

use super::Group;

/// Who writes to whom about what: addressee, proposer, meeting, session.
pub(super) const GROUP: Group = Group {
    title: "称谓与届次",
    rules: &[
        &addressee_colon::ADDRESSEE_COLON,
        &addressee_name::ADDRESSEE_NAME,
        &addressee_number::ADDRESSEE_NUMBER,
        &closing_of_other_field::CLOSING_OF_OTHER_FIELD,
        &courtesy_mismatch::COURTESY_MISMATCH,
        &irregular_session::IRREGULAR_SESSION,
        &malformed_session::MALFORMED_SESSION,
        &missing_session_number::MISSING_SESSION_NUMBER,
        &other_meeting_words::OTHER_MEETING_WORDS,
        &other_proposer::OTHER_PROPOSER,
        &own_name::OWN_NAME,
        &passage_of_other_meeting::PASSAGE_OF_OTHER_MEETING,
        &plural_nin::PLURAL_NIN,
        &proposal_mismatch::PROPOSAL_MISMATCH,
        &proposal_title_mismatch::PROPOSAL_TITLE_MISMATCH,
        &reader_in_two_numbers::READER_IN_TWO_NUMBERS,
        &role_mismatch::ROLE_MISMATCH,
        &self_name_mismatch::SELF_NAME_MISMATCH,
        &session_beyond_term::SESSION_BEYOND_TERM,
        &session_mismatch::SESSION_MISMATCH,
        &third_person_addressee::THIRD_PERSON_ADDRESSEE,
    ],
};
