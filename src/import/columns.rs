//! The columns of a table, found by the texts of its head (表头).

use super::book::{Address, Sheet, Shown};
use super::cell_text::{comparable, period, unit_in_head, without_unit};
use super::mapping::{ANY_PERIOD, Column, Head, Table};
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::Period;
use crate::source::Span;
use crate::text::nearest;

/// A column of the sheet with what it is.
#[derive(Debug)]
pub(super) struct PlacedColumn<'m> {
    /// What the mapping says of it.
    pub(super) column: &'m Column,
    /// From 0.
    pub(super) index: u32,
    /// From the mapping or from the head.
    pub(super) period: Option<Period>,
    /// From the mapping or from the head.
    pub(super) unit: Option<String>,
}

/// The head of every column: its texts from the top, each with its cell.
#[derive(Debug)]
pub(super) struct Heads {
    columns: Vec<Vec<(String, Address)>>,
    /// What messages call the sheet.
    sheet: String,
}

/// Whether a wanted text is a head's.
type Comparison = fn(&str, &str) -> bool;

/// A column that fits a head, with the period that the head names.
struct Match {
    index: u32,
    period: Option<Period>,
    address: Address,
}

impl Heads {
    /// Reads the head rows of a sheet; merged cells count for every column that they span.
    pub(super) fn new(sheet: &Sheet, table: &Table, name: &str) -> Self {
        let (first, last) = (table.head_rows.0 - 1, table.head_rows.1 - 1);
        let end = sheet.last_column(first, sheet.last_row().max(last));
        let columns = (0..=end).map(|column| {
            let rows = first..=last;
            let cells = rows.map(|row| Address { row, column });
            let mut texts: Vec<(String, Address)> = Vec::new();
            for address in cells {
                let text = match sheet.shown(address) {
                    Some(Shown::Text(text)) => comparable(&text),
                    Some(Shown::Date(date, parts)) => parts.label(date),
                    _ => continue,
                };
                if texts.last().is_none_or(|(above, _)| *above != text) {
                    texts.push((text, sheet.origin(address)));
                }
            }
            texts
        });
        Self {
            columns: columns.collect(),
            sheet: name.to_owned(),
        }
    }

    /// The one column of a head; if there is none or several, that is reported.
    pub(super) fn one(&self, head: &Head, sink: &mut Sink) -> Option<u32> {
        let matches = self.matches(head, false);
        match matches.as_slice() {
            [only] => Some(only.index),
            [] => {
                sink.push(self.missing(head));
                None
            }
            several => {
                sink.push(self.ambiguous(head, several));
                None
            }
        }
    }

    /// The columns that a mapping's column means: one, or one for each period.
    pub(super) fn placed<'m>(&self, column: &'m Column, sink: &mut Sink) -> Vec<PlacedColumn<'m>> {
        let matches = self.matches(&column.head, true);
        let is_doubled = |at: usize| {
            let same = matches.iter().filter(|it| it.period == matches[at].period);
            same.count() > 1
        };
        if matches.is_empty() {
            sink.push(self.missing(&column.head));
        } else if (0..matches.len()).any(is_doubled) {
            sink.push(self.ambiguous(&column.head, &matches));
            return Vec::new();
        }
        let placed = matches.into_iter().map(|found| PlacedColumn {
            column,
            index: found.index,
            period: found.period.or_else(|| column.period.clone()),
            unit: self.unit(column, found.index),
        });
        placed.collect()
    }

    fn unit(&self, column: &Column, index: u32) -> Option<String> {
        let mapped = column.sheet_unit.as_ref().map(|unit| unit.text.clone());
        let heads = self.columns.get(index as usize)?.iter().rev();
        mapped.or_else(|| heads.filter_map(|(text, _)| unit_in_head(text)).next())
    }

    fn matches(&self, head: &Head, may_hold_periods: bool) -> Vec<Match> {
        if let Some(index) = letters(head) {
            let address = Address {
                row: 0,
                column: index,
            };
            let period = None;
            return vec![Match {
                index,
                period,
                address,
            }];
        }
        let wanted: Vec<String> = head.texts.iter().map(|it| comparable(&it.text)).collect();
        let ways: [(Comparison, bool); 4] = [
            (is_same, false),
            (is_same_without_unit, false),
            (is_same, true),
            (is_same_without_unit, true),
        ];
        let ways = ways
            .iter()
            .filter(|(_, periods)| may_hold_periods || !periods);
        for (is_same, periods) in ways {
            let found: Vec<Match> = (0..)
                .zip(&self.columns)
                .filter_map(|(index, texts)| fit(&wanted, texts, *is_same, *periods, index))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn missing(&self, head: &Head) -> Diagnostic {
        let shown = shown(head);
        let message = format!("{}的表头里没有“{shown}”", self.sheet);
        let last = head.texts.last().map_or("", |it| it.text.as_str());
        let known: Vec<&str> = {
            let texts = self.columns.iter().flatten().map(|(text, _)| text.as_str());
            let mut texts: Vec<&str> = texts.collect();
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        let hint = nearest::suggestion(&comparable(last), known.iter().copied());
        let hint = hint.unwrap_or_else(|| {
            let few = known.iter().copied().take(20);
            format!("表头里有{}；查对 head_rows", nearest::quoted(few))
        });
        Diagnostic::error("unknown-column", place(head), message).with_hint(hint)
    }

    fn ambiguous(&self, head: &Head, matches: &[Match]) -> Diagnostic {
        let addresses: Vec<String> = matches.iter().map(|it| it.address.to_string()).collect();
        let message = format!(
            "{}的表头里有几个“{}”：{}",
            self.sheet,
            shown(head),
            addresses.join("、")
        );
        let heads = matches.iter().filter_map(|it| {
            let texts = self.columns.get(it.index as usize)?;
            let texts: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
            Some(format!("[{}]", texts.join(", ")))
        });
        let mut heads: Vec<String> = heads.collect();
        heads.sort();
        heads.dedup();
        let hint = if heads.len() == matches.len() {
            format!("连同上一级表头写：head: {}", heads.join("或"))
        } else {
            "表头相同，改写列号，例如 head: C列".to_owned()
        };
        Diagnostic::error("ambiguous-column", place(head), message).with_hint(hint)
    }
}

/// Whether the wanted texts stand in a head in their order, the last one at its end.
fn fit(
    wanted: &[String],
    texts: &[(String, Address)],
    is_same: Comparison,
    may_be_period: bool,
    index: u32,
) -> Option<Match> {
    let (last, above) = texts.split_last()?;
    let (wanted_last, wanted_above) = wanted.split_last()?;
    let mut named = None;
    let mut fits = |wanted: &str, text: &str| {
        if may_be_period && wanted == ANY_PERIOD {
            named = period_of_head(text);
            return named.is_some();
        }
        is_same(wanted, text)
    };
    if !fits(wanted_last, &last.0) {
        return None;
    }
    let mut rest = above.iter();
    for wanted in wanted_above {
        rest.by_ref().find(|(text, _)| fits(wanted, text))?;
    }
    Some(Match {
        index,
        period: named,
        address: last.1,
    })
}

fn is_same(wanted: &str, text: &str) -> bool {
    wanted == text
}

fn is_same_without_unit(wanted: &str, text: &str) -> bool {
    wanted == without_unit(text)
}

/// The period that a head names, which has a year in it.
fn period_of_head(text: &str) -> Option<Period> {
    let label = period(text);
    let has_year = label.contains('年') && label.starts_with(|it: char| it.is_ascii_digit());
    Period::new(&label).ok().filter(|_| has_year)
}

/// `C列` as a column's number.
fn letters(head: &Head) -> Option<u32> {
    let [only] = head.texts.as_slice() else {
        return None;
    };
    Address::column_of(only.text.trim().strip_suffix('列')?)
}

fn shown(head: &Head) -> String {
    let texts: Vec<&str> = head.texts.iter().map(|it| it.text.as_str()).collect();
    texts.join("／")
}

fn place(head: &Head) -> Span {
    // A head has at least one text.
    head.texts[0].place.clone()
}
