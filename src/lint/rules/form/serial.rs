//! The serial of a document number (发文字号): what stands behind its year.

use crate::lint::view::TextView;

/// The most digits that a serial has.
const LONGEST: usize = 5;

/// Where the digits of a serial end that begin at `at`; `at` itself if there are none.
pub(super) fn digits_end(view: &TextView<'_>, at: usize) -> usize {
    let digits = (at..at + LONGEST).take_while(|index| view.char(*index).is_ascii_digit());
    at + digits.count()
}
