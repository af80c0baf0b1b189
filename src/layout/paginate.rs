//! Rows → pages: 22 rows a page, headings and closing blocks never stranded.

use std::ops::Range;
use std::rc::Rc;

use super::length::Length;
use super::row::Row;
use super::style::PageStyle;

/// The rows of one page with the upper edge of each one's em box.
#[derive(Debug, Default)]
pub(super) struct PageRows {
    /// In order, from the page's head.
    pub(super) rows: Vec<(Length, Row)>,
    /// How many rows the page has room for.
    pub(super) room: usize,
    /// Whether text goes on from its last row.
    pub(super) is_full: bool,
    /// Whether its rows stand closer than the grid.
    pub(super) is_tightened: bool,
    /// Whether it is set across.
    pub(super) is_turned: bool,
}

/// Shares rows out to pages; those of the first page begin at `first_top`.
///
/// Later pages keep to the grid exactly. A page is left short only where a row must stay with the
/// next one or text goes with the closing block, and tightened only where that keeps the block with
/// the text (7.3.5.5). There is always a first page.
pub(super) fn paginate(rows: Vec<Row>, first_top: Length, style: &PageStyle) -> Vec<PageRows> {
    let plans = plans(&rows, first_top, style);
    let mut rows = rows.into_iter();
    let mut next = 0;
    let pages = plans.into_iter().map(|plan| {
        // Blank rows between two pages are left out.
        let blank = plan.range.start - next;
        let own = rows.by_ref().take(plan.range.end - next).skip(blank);
        next = plan.range.end;
        plan.page(own)
    });
    pages.collect()
}

/// Where each page begins and ends.
fn plans(rows: &[Row], first_top: Length, style: &PageStyle) -> Vec<Plan> {
    let turned = style.turned();
    let mut plans: Vec<Plan> = vec![];
    let mut start = 0;
    let mut top = first_top;
    while start < rows.len() || plans.is_empty() {
        if !plans.is_empty() {
            start = skip_blanks(rows, start);
            top = style.row_top(0);
        }
        let is_turned = rows.get(start).is_some_and(|row| row.is_turned);
        let plan = if is_turned {
            plan(rows, start, turned.row_top(0), &turned)
        } else {
            plan(rows, start, top, style)
        };
        // A first page without room for a row is followed by one that has it.
        debug_assert!(plan.range.end > start || plans.is_empty() || rows.is_empty());
        start = plan.range.end;
        plans.push(plan);
    }
    plans
}

/// A page whose rows are still in the text.
struct Plan {
    range: Range<usize>,
    top: Length,
    pitch: Length,
    /// The head of a table that goes on from the page before.
    repeated: Vec<Row>,
    /// Whether a table goes on on the next page.
    parts_table: bool,
    room: usize,
    is_full: bool,
    is_tightened: bool,
    is_turned: bool,
}

impl Plan {
    /// The page with its own rows.
    fn page(self, own: impl Iterator<Item = Row>) -> PageRows {
        let mut shown = self.repeated;
        shown.extend(own);
        if let Some(last) = shown.last_mut().filter(|_| self.parts_table) {
            // The rule under the part of the table that stands here.
            last.separators.extend(last.table_foot);
        }
        let tops = (0..).map(|row| self.top + self.pitch * f64::from(row));
        PageRows {
            rows: tops.zip(shown).collect(),
            room: self.room,
            is_full: self.is_full,
            is_tightened: self.is_tightened,
            is_turned: self.is_turned,
        }
    }
}

/// Rows that the standard leaves blank above something are not left at a page's head.
fn skip_blanks(rows: &[Row], start: usize) -> usize {
    start
        + rows[start..]
            .iter()
            .take_while(|row| row.is_blank())
            .count()
}

fn plan(rows: &[Row], start: usize, top: Length, style: &PageStyle) -> Plan {
    let repeated = repeated_head(rows, start);
    let begins_with_table = rows.get(start).is_some_and(Row::is_of_table);
    // The upper rule of a table stands half a leading above its first row.
    let top = if begins_with_table {
        top + style.leading() / 2.0
    } else {
        top
    };
    let (room, End { end, is_tightened }) = fitting(rows, start, top, repeated.len(), style);
    let pitch = if is_tightened {
        tightened_pitch(room, style)
    } else {
        style.line_pitch()
    };
    let last = rows[start..end].last().or(repeated.last());
    let around = last.zip(rows.get(end));
    Plan {
        range: start..end,
        top,
        pitch,
        room,
        is_full: repeated.len() + (end - start) == room && end < rows.len(),
        parts_table: around.is_some_and(|(last, next)| is_same_table(last, next)),
        repeated,
        is_tightened,
        is_turned: rows.get(start).is_some_and(|row| row.is_turned),
    }
}

/// The rows that a page has room for, `repeated` ones counted, and where it ends.
///
/// The lower rule of a table stands half a leading under its last row: on a page's last row it
/// would leave the type area.
fn fitting(
    rows: &[Row],
    start: usize,
    top: Length,
    repeated: usize,
    style: &PageStyle,
) -> (usize, End) {
    let room = room(top, style);
    let end = |room: usize| {
        let least = usize::from(room > 0);
        page_end(rows, start, room.saturating_sub(repeated).max(least), style)
    };
    let whole = end(room);
    let bottom = top + style.line_pitch() * room as f64 - style.leading() / 2.0;
    let shown = &rows[start..whole.end];
    let is_over = repeated + shown.len() == room
        && shown.last().is_some_and(Row::is_of_table)
        && bottom > style.foot() + Length::mm(1e-6);
    if is_over && room > 1 {
        (room - 1, end(room - 1))
    } else {
        (room, whole)
    }
}

/// Where a page ends, and whether its rows stand closer for it.
struct End {
    end: usize,
    is_tightened: bool,
}

/// Where a page of `room` rows that begins at `start` ends, the closing block considered.
fn page_end(rows: &[Row], start: usize, room: usize, style: &PageStyle) -> End {
    let natural = End {
        end: end(rows, start, room),
        is_tightened: false,
    };
    let Some(closing) = closing(rows) else {
        return natural;
    };
    let fit = start + room;
    if closing.start <= start || fit < closing.start || fit >= closing.end {
        return natural;
    }
    let can_tighten =
        tightened_pitch(room, style) >= style.line_pitch() * (1.0 - style.closing_block.tightening);
    if closing.end == fit + 1 && can_tighten {
        return End {
            end: closing.end,
            is_tightened: true,
        };
    }
    End {
        end: carried(rows, start, closing.start, style),
        is_tightened: false,
    }
}

/// The pitch at which a page of `room` rows holds one more.
fn tightened_pitch(room: usize, style: &PageStyle) -> Length {
    style.line_pitch() * (room.saturating_sub(1) as f64 / room.max(1) as f64)
}

/// The rows of the closing block and what follows it before the annexes.
pub(super) fn closing(rows: &[Row]) -> Option<Range<usize>> {
    let start = rows.iter().position(|row| row.is_closing)?;
    let count = rows[start..].iter().take_while(|row| row.is_closing);
    Some(start..start + count.count())
}

/// The end of the page before the closing block that takes rows of text with it: page 1 keeps text
/// of its own, and no heading is left behind.
fn carried(rows: &[Row], start: usize, closing: usize, style: &PageStyle) -> usize {
    let first_text = rows[start..closing].iter().position(Row::is_text);
    let least = first_text.map_or(closing, |first| start + first + 1);
    let is_possible = |end: &usize| *end >= least && !rows[end - 1].keeps_with_next;
    let wanted = closing.saturating_sub(style.closing_block.rows_carried);
    let fewer = wanted..closing;
    (least..=wanted)
        .rev()
        .chain(fewer)
        .find(is_possible)
        .unwrap_or(closing)
}

fn is_same_table(one: &Row, other: &Row) -> bool {
    match (&one.table_head, &other.table_head) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        _ => false,
    }
}

/// The rows that fit between `top` and the type area's foot.
pub(super) fn room(top: Length, style: &PageStyle) -> usize {
    let height = style.foot() - style.sizes.no3 - top + Length::mm(1e-6);
    if height < Length::ZERO {
        0
    } else {
        (height / style.line_pitch()).floor() as usize + 1
    }
}

/// The head of the table that goes on at `start`, if it does.
fn repeated_head(rows: &[Row], start: usize) -> Vec<Row> {
    let before = start.checked_sub(1).map(|before| &rows[before]);
    match before.zip(rows.get(start)) {
        Some((before, here)) if is_same_table(before, here) => {
            here.table_head.as_deref().unwrap_or_default().to_vec()
        }
        _ => Vec::new(),
    }
}

/// Where a page of `room` rows that begins at `start` ends.
fn end(rows: &[Row], start: usize, room: usize) -> usize {
    let fit = (start + room).min(rows.len());
    let forced = (start + 1..fit)
        .find(|row| rows[*row].begins_page)
        .unwrap_or(fit);
    if forced == rows.len() || rows.get(forced).is_some_and(|row| row.begins_page) {
        return forced;
    }
    let willing = (start + 1..=forced)
        .rev()
        .find(|end| !rows[end - 1].keeps_with_next);
    willing.unwrap_or(forced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize) -> Vec<Row> {
        let separator = super::super::page::Separator {
            start: Default::default(),
            end: Default::default(),
            weight: Length::ZERO,
            color: super::super::page::Color::Black,
        };
        vec![
            Row {
                separators: vec![separator],
                ..Row::default()
            };
            count
        ]
    }

    fn counts(rows: &[Row], first_top: Length) -> Vec<usize> {
        let style = PageStyle::default();
        paginate(rows.to_vec(), first_top, &style)
            .iter()
            .map(|page| page.rows.len())
            .collect()
    }

    #[test]
    fn later_pages_hold_22_rows_on_the_grid() {
        let style = PageStyle::default();
        let pages = paginate(rows(50), style.row_top(12), &style);
        let counts: Vec<usize> = pages.iter().map(|page| page.rows.len()).collect();
        assert_eq!(counts, [10, 22, 18]);
        assert_eq!(pages[1].rows[21].0, style.row_top(21));
        assert!(pages[1].is_full && !pages[2].is_full);
    }

    #[test]
    fn a_heading_goes_to_the_next_page_with_its_text() {
        let mut rows = rows(40);
        rows[21].keeps_with_next = true;
        assert_eq!(counts(&rows, PageStyle::default().row_top(0)), [21, 19]);
    }

    #[test]
    fn blank_rows_do_not_stand_at_a_page_head() {
        let mut rows = rows(24);
        rows[22] = Row::blank();
        assert_eq!(counts(&rows, PageStyle::default().row_top(0)), [22, 1]);
    }

    #[test]
    fn an_annex_begins_a_page() {
        let mut rows = rows(10);
        rows[4].begins_page = true;
        assert_eq!(counts(&rows, PageStyle::default().row_top(0)), [4, 6]);
    }

    #[test]
    fn a_first_page_without_room_stays_empty() {
        assert_eq!(counts(&rows(3), Length::mm(280.0)), [0, 3]);
    }
}
