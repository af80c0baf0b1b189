//! The page that shows how many lines go on one: the fullest that had no cause to be short.

use super::super::annexes::is_mark;
use super::super::closing::date;
use super::super::lines::{Line, Lines};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// A page of text from the first line to the last.
pub(super) struct FullPage {
    pub(super) page: usize,
    pub(super) top: Length,
    pub(super) bottom: Length,
    pub(super) rows: usize,
}

/// The page with the most lines between the first and the last page of text; the one before the
/// closing block may have given rows to it (7.3.5.5), and shows nothing then.
pub(super) fn fullest(lines: &Lines, style: &PageStyle) -> Option<FullPage> {
    let pitch = lines.pitch(style)?;
    let last = lines.body().map(|line| line.page).max()?;
    let page = |page: usize| {
        let mut body = lines.body().filter(|line| line.page == page);
        let first = body.next()?;
        let last = body.last()?;
        let rows = ((last.baseline() - first.baseline()) / pitch).round() as usize + 1;
        let (top, bottom) = (first.top(), last.bottom());
        Some(FullPage {
            page,
            top,
            bottom,
            rows,
        })
    };
    let given = giving_page(lines, style, pitch);
    let pages = (1..last).filter(|page| !begins_annex(lines, page + 1));
    let pages = pages.filter_map(page);
    pages
        .filter(|page| Some(page.page) != given)
        .max_by_key(|page| page.rows)
}

/// Whether an annex begins on a page, perhaps across it, so that the one before need not be full.
fn begins_annex(lines: &Lines, page: usize) -> bool {
    let first = lines.body().find(|line| line.page == page).map(Line::text);
    first.is_none_or(|text| is_mark(&text))
}

/// The page whose last rows went to the next one with the closing block: that begins with them alone.
fn giving_page(lines: &Lines, style: &PageStyle, pitch: Length) -> Option<usize> {
    let date = date(lines)?.page;
    let rows: Vec<Length> = lines
        .body()
        .filter(|line| line.page == date)
        .map(Line::baseline)
        .collect();
    let is_blank_between = |pair: &[Length]| pair[1] - pair[0] > pitch * 1.5;
    let first = rows.windows(2).position(is_blank_between)? + 1;
    // A heading goes with its text.
    (first <= style.closing_block.rows_carried + 2).then(|| date.checked_sub(1))?
}
