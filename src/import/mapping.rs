//! Mappings (对应表): which cells of a statistics sheet are which figures.

use std::sync::Arc;

use jiff::civil::Date;

use crate::facts::{Period, Scale};
use crate::source::{PlacedText, Source, Span};

/// What one file of `content/imports/` says.
#[derive(Debug)]
pub struct Mapping {
    /// The file.
    pub source: Arc<Source>,
    /// The file of facts that receives figures which are not there yet.
    pub facts_file: Option<PlacedText>,
    /// How a text file is encoded; found out if absent.
    pub encoding: Option<Encoding>,
    /// What separates the cells of a text file; found out if absent.
    pub delimiter: Option<u8>,
    /// Where the values come from, for what is written.
    pub evidence: Option<PlacedText>,
    /// The tables, in their order.
    pub tables: Vec<Table>,
}

/// Encodings of text files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB 18030, of which GBK is a part.
    Gb18030,
}

/// One table on one sheet.
#[derive(Debug)]
pub struct Table {
    /// The place of its first key.
    pub place: Span,
    /// The sheet's name; the only visible sheet if absent.
    pub sheet: Option<PlacedText>,
    /// First and last row of the head, from 1.
    pub head_rows: (u32, u32),
    /// The last row that is read, from 1; the sheet's last if absent.
    pub last_row: Option<u32>,
    /// The heads of the columns whose texts together name a row.
    pub key: Vec<Head>,
    /// The period of values whose column names none.
    pub period: Option<Period>,
    /// The day that the values of this period hold for, for what is written.
    pub as_of: Option<Date>,
    /// The unit of values for which nothing nearer names one.
    pub sheet_unit: Option<PlacedText>,
    /// What the other columns are.
    pub columns: Vec<Column>,
    /// Figures by the order of their ids.
    pub figures: Vec<MappedFigure>,
    /// Names of rows that are left out on purpose.
    pub ignore: Vec<PlacedText>,
}

/// How a mapping names a column: the texts of its head from the top, or `C列`.
#[derive(Debug)]
pub struct Head {
    /// Texts, or the letters of the column with 列.
    pub texts: Vec<PlacedText>,
}

/// Stands in a head for any period.
pub(super) const ANY_PERIOD: &str = "期间";

/// What one column is.
#[derive(Debug)]
pub struct Column {
    /// Which column.
    pub head: Head,
    /// What stands in it.
    pub aspect: Role,
    /// The period of its values.
    pub period: Option<Period>,
    /// The day that its values hold for, for what is written.
    pub as_of: Option<Date>,
    /// Where its values come from, for what is written.
    pub evidence: Option<PlacedText>,
    /// The unit of its values.
    pub sheet_unit: Option<PlacedText>,
    /// The scale in which its values are written.
    pub scale: Option<Scale>,
    /// To how many digits after the point its values are rounded.
    pub digits: Option<u32>,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 数值.
    Value,
    /// 增长.
    Growth,
    /// 位次.
    Rank,
    /// A word such as 超过.
    AtLeast,
    /// A word such as 约.
    Approximate,
    /// 截至日期.
    AsOf,
    /// 出处.
    Evidence,
    /// The period of the row.
    Period,
    /// The unit of the row.
    Unit,
}

impl Role {
    /// Whether it describes the row and belongs to no period.
    pub(super) fn is_of_row(self) -> bool {
        matches!(self, Self::Period | Self::Unit)
    }
}

/// A figure with the row that it stands in.
#[derive(Debug)]
pub struct MappedFigure {
    /// The figure's id.
    pub id: PlacedText,
    /// The texts of the key columns.
    pub row: Vec<PlacedText>,
    /// The name of a new figure; the row's if absent.
    pub name: Option<PlacedText>,
    /// The unit of a new figure; the sheet's without its scale if absent.
    pub unit: Option<PlacedText>,
    /// The coverage of a new figure.
    pub coverage: Option<PlacedText>,
    /// The unit in the sheet, if the sheet does not name it.
    pub sheet_unit: Option<PlacedText>,
    /// The scale in which its values are written.
    pub scale: Option<Scale>,
    /// To how many digits after the point its values are rounded.
    pub digits: Option<u32>,
    /// Among whom it is ranked, if the sheet has only the number.
    pub ranked_among: Option<PlacedText>,
}
