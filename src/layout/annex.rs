//! Annexes (附件), GB/T 9704-2012, 7.3.7: each on a new page.

use super::cells::Text;
use super::context::Context;
use super::flow::block_rows;
use super::font::Face;
use super::page::Role;
use super::row::{Place, Row, paragraph_rows};
use super::table::is_wide;
use super::title::{Titled, title_rows};
use crate::document::{Annex, Block};

/// The rows of an annex; `number` counts from 1 and is absent if there is only one annex.
///
/// 附件 with its number stands flush left on the first row, the title centred on the third. An annex
/// with a table that is too wide for the page is set across (8).
pub(super) fn annex_rows(
    context: &mut Context<'_>,
    annex: &Annex,
    number: Option<usize>,
) -> Vec<Row> {
    let is_wide = annex
        .body
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Table(table) if is_wide(context, table)));
    if !is_wide {
        return upright_rows(context, annex, number);
    }
    let mut rows = context.across(|context| upright_rows(context, annex, number));
    for row in &mut rows {
        row.is_turned = true;
    }
    rows
}

fn upright_rows(context: &mut Context<'_>, annex: &Annex, number: Option<usize>) -> Vec<Row> {
    let mark = format!(
        "附件{}",
        number.map(|number| number.to_string()).unwrap_or_default()
    );
    let place = Place {
        face: Face::Heiti,
        role: Role::AnnexMark,
        first_indent: 0,
        indent: 0,
    };
    let mut rows = paragraph_rows(context, &Text::plain(&mark, &annex.title.place), place);
    rows.push(Row::blank());
    let title = Titled {
        lines: std::slice::from_ref(&annex.title.text),
        names: &[],
        place: &annex.title.place,
        role: Role::AnnexTitle,
    };
    rows.extend(title_rows(context, title));
    rows.push(Row::blank());
    for row in &mut rows {
        row.keeps_with_next = true;
    }
    if let Some(first) = rows.first_mut() {
        first.begins_page = true;
    }
    for block in &annex.body.blocks {
        rows.extend(block_rows(context, block));
    }
    rows
}
