//! Characters that look right and are not, and white space.

mod bidirectional_control;
mod broken_character;
mod compatibility_character;
mod fullwidth_alphanumerics;
mod leftover_markup;
mod letter_in_number;
mod private_use_character;
mod radical_character;
mod space_beside_punctuation;
mod space_between_han;
mod space_in_number;
mod stray_letter;
mod traditional_character;
mod unusual_space;
mod zero_width_character;

use super::Group;

/// Characters that look right and are not, and white space.
pub(super) const GROUP: Group = Group {
    title: "字符与空格",
    rules: &[
        &bidirectional_control::BIDIRECTIONAL_CONTROL,
        &broken_character::BROKEN_CHARACTER,
        &compatibility_character::COMPATIBILITY_CHARACTER,
        &fullwidth_alphanumerics::FULLWIDTH_ALPHANUMERICS,
        &leftover_markup::LEFTOVER_MARKUP,
        &letter_in_number::LETTER_IN_NUMBER,
        &private_use_character::PRIVATE_USE_CHARACTER,
        &radical_character::RADICAL_CHARACTER,
        &space_beside_punctuation::SPACE_BESIDE_PUNCTUATION,
        &space_between_han::SPACE_BETWEEN_HAN,
        &space_in_number::SPACE_IN_NUMBER,
        &stray_letter::STRAY_LETTER,
        &traditional_character::TRADITIONAL_CHARACTER,
        &unusual_space::UNUSUAL_SPACE,
        &zero_width_character::ZERO_WIDTH_CHARACTER,
    ],
};
