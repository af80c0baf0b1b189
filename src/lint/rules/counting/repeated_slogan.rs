//! “三个结合”：与党建结合，与产业结合，与风俗结合，与志愿服务结合: each item ends in what is counted.

use super::count_mismatch::report;
use super::lists::chinese_number;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// More characters than stand between the slogan and its colon.
const LONGEST_LEAD: usize = 16;

/// The two characters that are counted.
const NOUN: usize = 2;

/// Reports a count in quotation marks if the items behind the colon, which all end in its noun, are of
/// another number.
pub(super) fn repeated_slogan(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    let Some(open) = close
        .checked_sub(3 + NOUN)
        .filter(|at| view.char(*at) == '“')
    else {
        return;
    };
    let said = chinese_number(view.char(open + 1)).filter(|said| *said >= 2);
    let Some(said) = said.filter(|_| view.char(open + 2) == '个') else {
        return;
    };
    let noun = view.words(open + 3..close);
    let sentence = view.sentence(close);
    let colon = view
        .find(close..sentence.end, "：")
        .or_else(|| Some(view.find(close..sentence.end, "，即")? + 1));
    let Some(colon) = colon.filter(|at| at - close <= LONGEST_LEAD) else {
        return;
    };
    let ends = view
        .marks_in(colon + 1..sentence.end + 1)
        .filter(|at| view.is_any_at(*at, "，、；。"));
    let listed = ends.take_while(|at| view.ends_at(*at, noun)).count();
    if listed >= 2 && listed != said {
        report(view, open..close + 1, listed, findings);
    }
}
