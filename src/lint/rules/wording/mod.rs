//! Words: wrong characters, doubled and lost ones, particles, order.

mod blended_phrase;
pub(in crate::lint) mod character_slip;
mod collocation_slip;
mod complement;
mod confused_word;
mod connective_mismatch;
mod cut_off_frame;
pub(super) mod cut_off_object;
mod doubled_adverb;
mod doubled_character;
mod doubled_particle;
mod doubled_word;
pub(in crate::lint) mod idiom_slip;
mod ji_for_ji;
mod lone_character;
mod long_sentence;
mod manner_of_deed;
mod missing_de;
mod missing_passive;
mod missing_subject;
mod order_of_deeds;
mod other_preposition;
mod particle_slip;
mod particle_words;
pub(in crate::lint) mod phrase_slip;
mod preposition_frames;
mod preposition_mismatch;
mod qudao_effect;
mod redundant_words;
mod repeated_clause;
mod repeated_phrase;
mod repeated_sentence;
mod repeated_verb;
pub(super) mod slip_in;
mod structural_particle;
mod subject_verb_mismatch;
mod verb_around_le;
mod verb_object_mismatch;
mod verb_objects;
mod word_order;
pub(in crate::lint) mod word_slip;

use super::Group;

/// Words: wrong characters, doubled and lost ones, particles, order.
pub(super) const GROUP: Group = Group {
    title: "字词",
    rules: &[
        &blended_phrase::BLENDED_PHRASE,
        &character_slip::CHARACTER_SLIP,
        &collocation_slip::COLLOCATION_SLIP,
        &confused_word::CONFUSED_WORD,
        &connective_mismatch::CONNECTIVE_MISMATCH,
        &cut_off_object::CUT_OFF_OBJECT,
        &doubled_adverb::DOUBLED_ADVERB,
        &doubled_character::DOUBLED_CHARACTER,
        &doubled_particle::DOUBLED_PARTICLE,
        &doubled_word::DOUBLED_WORD,
        &idiom_slip::IDIOM_SLIP,
        &ji_for_ji::JI_FOR_JI,
        &lone_character::LONE_CHARACTER,
        &long_sentence::LONG_SENTENCE,
        &missing_de::MISSING_DE,
        &missing_passive::MISSING_PASSIVE,
        &missing_subject::MISSING_SUBJECT,
        &order_of_deeds::ORDER_OF_DEEDS,
        &particle_slip::PARTICLE_SLIP,
        &phrase_slip::PHRASE_SLIP,
        &preposition_mismatch::PREPOSITION_MISMATCH,
        &qudao_effect::QUDAO_EFFECT,
        &redundant_words::REDUNDANT_WORDS,
        &repeated_clause::REPEATED_CLAUSE,
        &repeated_phrase::REPEATED_PHRASE,
        &repeated_sentence::REPEATED_SENTENCE,
        &repeated_verb::REPEATED_VERB,
        &structural_particle::STRUCTURAL_PARTICLE,
        &subject_verb_mismatch::SUBJECT_VERB_MISMATCH,
        &verb_around_le::VERB_AROUND_LE,
        &verb_object_mismatch::VERB_OBJECT_MISMATCH,
        &word_order::WORD_ORDER,
        &word_slip::WORD_SLIP,
    ],
};
