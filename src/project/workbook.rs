//! Workbooks (.xlsx) as values, in bounded time and memory. The one file that knows calamine.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::NumberFormat;
use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::import::{Address, Cell, DateParts, Sheet};

/// Bytes that all parts of a workbook may have together once they are unpacked.
const MOST_UNPACKED: u64 = 200 << 20;

/// Parts of a workbook; a statistics sheet has about ten.
const MOST_PARTS: usize = 5_000;

/// Cells of a workbook that hold something.
const MOST_CELLS: usize = 2_000_000;

/// Columns of a sheet that are read.
const MOST_COLUMNS: u32 = 2_000;

/// Columns of all merged areas together.
const MOST_MERGED: u64 = 500_000;

/// Why a workbook cannot be read, in Chinese.
type Refusal = String;

/// The sheets of a workbook.
///
/// # Errors
/// A sentence on why it cannot be read and what to do.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    check_parts(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let metadata = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::with_capacity(metadata.len());
    let mut cells = 0;
    for sheet in metadata {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut read = Sheet::new(Some(sheet.name.clone()), is_hidden);
        match fill(&mut workbook, &sheet.name, &mut read) {
            Ok(()) => {}
            // A chart has a tab of its own and no cells.
            Err(Stop::Error(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_))) => {
                continue;
            }
            Err(Stop::Error(error)) => return Err(refusal(&error)),
            Err(Stop::TooMany) => return Err(too_large()),
        }
        cells += read.len();
        if cells > MOST_CELLS {
            return Err(too_large());
        }
        sheets.push(read);
    }
    Ok(sheets)
}

/// Bytes of a part in which its first tag must stand.
const HEAD: usize = 16 * 1024;

/// Unpacks every part once, so that no part can grow without end in the reader's hands.
fn check_parts(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(
            "文件有打开密码，或者是旧的 .xls 格式\n提示：用 Excel 或 WPS 去掉密码，另存为 .xlsx"
                .to_owned(),
        );
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| not_a_workbook())?;
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| not_a_workbook())?;
        let name = part.name().map_err(|_| not_a_workbook())?;
        let is_strings = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut head = vec![0; HEAD];
        let length = read_up_to(&mut part, &mut head).map_err(|_| not_a_workbook())?;
        if is_strings && claims_too_much(&head[..length]) {
            return Err(too_large());
        }
        let rest = std::io::copy(&mut part.take(left), &mut std::io::sink());
        let unpacked = rest.map_err(|_| not_a_workbook())? + length as u64;
        left = left
            .checked_sub(unpacked)
            .filter(|left| *left > 0)
            .ok_or_else(too_large)?;
    }
    Ok(())
}

fn read_up_to(reader: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match reader.read(&mut buffer[length..])? {
            0 => break,
            read => length += read,
        }
    }
    Ok(length)
}

/// Whether the head of the shared strings asks the reader to set aside room for more than can be.
fn claims_too_much(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    if !head.contains("sst") {
        return true;
    }
    let counts = head.split("uniqueCount").skip(1);
    let mut counts = counts.map(|rest| {
        let digits = rest.trim_start_matches([' ', '\t', '\r', '\n', '=', '"', '\'']);
        let end = digits
            .find(|it: char| !it.is_ascii_digit())
            .unwrap_or(digits.len());
        digits[..end].parse::<u64>().unwrap_or(u64::MAX)
    });
    counts.any(|count| count > MOST_CELLS as u64)
}

/// Why reading stopped.
enum Stop {
    Error(XlsxError),
    TooMany,
}

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Self {
        Self::Error(error)
    }
}

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

fn fill(workbook: &mut Workbook<'_>, name: &str, sheet: &mut Sheet) -> Result<(), Stop> {
    let mut formats: HashMap<usize, Arc<str>> = HashMap::new();
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        let Some(value) = read_cell(cell.get_value(), || {
            let known = formats.entry(style).or_insert_with(|| {
                let style = reader.styles().get(style);
                let format = style.and_then(|style| style.number_format.as_ref());
                format.map_or("General", format_code).into()
            });
            Arc::clone(known)
        }) else {
            continue;
        };
        if column >= MOST_COLUMNS || sheet.len() >= MOST_CELLS {
            return Err(Stop::TooMany);
        }
        sheet.put(Address { row, column }, value);
    }
    drop(reader);
    mark_uncalculated(workbook, name, sheet)?;
    merge(workbook, name, sheet)
}

/// Formulas without a result would look like blanks.
fn mark_uncalculated(
    workbook: &mut Workbook<'_>,
    name: &str,
    sheet: &mut Sheet,
) -> Result<(), Stop> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let is_empty = matches!(record.value, DataRef::Empty);
        if is_empty && record.formula.is_some() && column < MOST_COLUMNS {
            if sheet.len() >= MOST_CELLS {
                return Err(Stop::TooMany);
            }
            sheet.put(Address { row, column }, Cell::NotCalculated);
        }
    }
    Ok(())
}

fn merge(workbook: &mut Workbook<'_>, name: &str, sheet: &mut Sheet) -> Result<(), Stop> {
    let mut columns = 0;
    for area in workbook.merge_cells_by_sheet_name(name)? {
        let (start, end) = (area.start, area.end);
        let last_column = end.1.min(MOST_COLUMNS);
        if start.0 > end.0 || start.1 > last_column {
            continue;
        }
        columns += u64::from(last_column - start.1) + 1;
        if columns > MOST_MERGED {
            return Err(Stop::TooMany);
        }
        let address = |row, column| Address { row, column };
        sheet.merge(address(start.0, start.1), address(end.0, last_column));
    }
    Ok(())
}

/// A cell's content; nothing if it is empty.
fn read_cell(value: &DataRef<'_>, format: impl FnOnce() -> Arc<str>) -> Option<Cell> {
    let cell = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Int(number) => Cell::Number {
            value: Decimal::from(*number),
            format: format(),
        },
        DataRef::Float(number) => match decimal(*number) {
            Some(value) => Cell::Number {
                value,
                format: format(),
            },
            None => Cell::Error("（数字太大或太小）".to_owned()),
        },
        DataRef::Bool(truth) => Cell::Text(if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let date = Date::new(
                i16::try_from(year).ok()?,
                i8::try_from(month).ok()?,
                i8::try_from(day).ok()?,
            );
            match date {
                Ok(date) if moment.is_datetime() => Cell::Date(date, date_parts(&format())),
                _ => Cell::Error("（时间）".to_owned()),
            }
        }
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|it| it.parse().ok()) {
            Some(date) => Cell::Date(date, DateParts::Day),
            None => Cell::Text(text.clone()),
        },
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    };
    Some(cell)
}

/// A format's code; calamine has none for built-in formats that depend on the country.
///
/// ECMA-376 Part 1, 18.8.30, of which these are the Chinese ones.
fn format_code(format: &NumberFormat) -> &str {
    match format.format_id {
        Some(5 | 6) => "#,##0",
        Some(7 | 8) => "#,##0.00",
        Some(27 | 36 | 50 | 52 | 57) => "yyyy\"年\"m\"月\"",
        _ => &format.format_code,
    }
}

/// How much of a day a number format shows; text between quotes is no part of it.
fn date_parts(format: &str) -> DateParts {
    let bare = format.split('"').step_by(2).collect::<String>();
    let bare = bare.to_ascii_lowercase();
    match (bare.contains('y'), bare.contains('m'), bare.contains('d')) {
        (true, false, false) => DateParts::Year,
        (true, true, false) => DateParts::Month,
        _ => DateParts::Day,
    }
}

/// The decimal that the file means: 15 digits, as spreadsheets show at most.
///
/// A stored 0.41599999999999998 is 0.416, and a calculated 0.30000000000000004 is 0.3.
fn decimal(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    let written = format!("{number:.14e}");
    Decimal::from_scientific(&written)
        .ok()
        .map(|it| it.normalize())
}

fn refusal(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => "文件有打开密码\n提示：用 Excel 或 WPS 去掉密码再导入".to_owned(),
        _ => format!("{}（{error}）", not_a_workbook()),
    }
}

fn not_a_workbook() -> Refusal {
    "不是完好的 .xlsx 工作簿\n提示：用 Excel 或 WPS 打开，另存为 .xlsx".to_owned()
}

fn too_large() -> Refusal {
    "内容太多，没有读取\n提示：把要导入的表另存为一个小的工作簿".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_numbers_have_no_binary_remainders() {
        for (number, text) in [
            (0.416, "0.416"),
            (0.1 + 0.2, "0.3"),
            (41.599_999_999_999_994, "41.6"),
            (1001.0, "1001"),
            (-3.2, "-3.2"),
            (0.0, "0"),
            (123_456_789_012_345.0, "123456789012345"),
            (16.09, "16.09"),
        ] {
            let read = decimal(number).map(|it| it.to_string());
            assert_eq!(read.as_deref(), Some(text));
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }

    #[test]
    fn strings_that_claim_too_much_room_are_refused() {
        assert!(claims_too_much(
            b"<sst uniqueCount=\"99999999999999999999\">"
        ));
        assert!(claims_too_much(
            b"<sst count=\"1\" uniqueCount = '3000000'>"
        ));
        assert!(!claims_too_much(b"<sst count=\"12\" uniqueCount=\"12\">"));
    }
}
