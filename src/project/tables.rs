//! Statistics sheets on disk: workbooks and text files (.csv) of any usual encoding.

use std::fs;
use std::path::Path;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::workbook;
use crate::error::Error;
use crate::import::{Address, Book, Cell, Encoding, Mapping, Sheet};

/// Largest file that is read, in bytes.
const LARGEST_FILE: u64 = 32 << 20;

/// Endings of text files.
const TEXT_ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];

/// Reads the tables of a file; encoding and delimiter of text files are the mapping's, if it names
/// them.
///
/// # Errors
/// [`Error::Read`] if the file cannot be read, [`Error::Table`] if it holds no tables or too much.
pub fn read(path: &Path, mapping: &Mapping) -> Result<Book, Error> {
    let refused = |reason: &str| Error::Table {
        path: path.to_owned(),
        reason: reason.to_owned(),
    };
    let metadata = fs::metadata(path).map_err(|source| Error::read(path, source))?;
    if !metadata.is_file() {
        return Err(refused("不是文件\n提示：写统计表文件的名字"));
    }
    if metadata.len() > LARGEST_FILE {
        let megabytes = metadata.len() >> 20;
        return Err(refused(&format!(
            "有{megabytes}兆字节，超过{}兆字节的上限\n提示：把要导入的表另存为一个小的文件",
            LARGEST_FILE >> 20
        )));
    }
    let bytes = fs::read(path).map_err(|source| Error::read(path, source))?;
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    let sheets = match ending.as_deref() {
        Some("xlsx" | "xlsm") => workbook::sheets(&bytes),
        Some(ending) if TEXT_ENDINGS.contains(&ending) => text_sheet(&bytes, mapping),
        Some("xls" | "et" | "ods") => Err(
            "这种格式读不出数字的显示格式（百分号、小数位数）\n提示：用 Excel 或 WPS 另存为 .xlsx"
                .to_owned(),
        ),
        _ => Err("不是统计表\n提示：能导入 .xlsx、.csv、.tsv".to_owned()),
    };
    Ok(Book {
        path: path.display().to_string(),
        sheets: sheets.map_err(|reason| refused(&reason))?,
    })
}

/// Cells of a text file; more are not read.
const MOST_CELLS: usize = 2_000_000;

fn text_sheet(bytes: &[u8], mapping: &Mapping) -> Result<Vec<Sheet>, String> {
    let text = decoded(bytes, mapping.encoding)?;
    let delimiter = mapping.delimiter.unwrap_or_else(|| delimiter(&text));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::new(None, false);
    for (row, record) in (0..).zip(reader.records()) {
        let record =
            record.map_err(|error| format!("不是完好的 CSV（{error}）\n提示：重新导出"))?;
        for (column, cell) in (0..)
            .zip(record.iter())
            .filter(|(_, cell)| !cell.is_empty())
        {
            sheet.put(Address { row, column }, cell_of(cell));
        }
        if sheet.len() > MOST_CELLS {
            return Err("内容太多，没有读取\n提示：只导出要导入的行".to_owned());
        }
    }
    Ok(vec![sheet])
}

/// Error values of spreadsheets are text in their exports.
fn cell_of(text: &str) -> Cell {
    let is_error = text.starts_with('#') && text.ends_with(['!', '?', 'A']);
    if is_error {
        return Cell::Error(text.to_owned());
    }
    Cell::Text(text.to_owned())
}

/// The text of a file: by its byte order mark, else by the mapping, else UTF-8 if it is that, else
/// GB 18030, in which Chinese spreadsheets save.
fn decoded(bytes: &[u8], encoding: Option<Encoding>) -> Result<String, String> {
    let by_mark = encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let by_mapping = encoding.map(|encoding| match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Gb18030 => GB18030,
    });
    let guessed = match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) => GB18030,
    };
    let encoding = by_mark.or(by_mapping).unwrap_or(guessed);
    let (text, has_errors) = encoding.decode_with_bom_removal(bytes);
    let is_known = [UTF_8, GB18030, UTF_16LE, UTF_16BE].contains(&encoding);
    if has_errors || !is_known || text.contains('\0') {
        let name = encoding.name();
        return Err(format!(
            "不是 {name} 编码的文本\n提示：在对应表里写 encoding: utf_8 或 gb18030，或另存为“CSV UTF-8”"
        ));
    }
    Ok(text.into_owned())
}

/// What separates the cells: the mark that stands most often in the first lines, outside of quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    let mut is_quoted = false;
    for byte in text.bytes().take(16 * 1024) {
        is_quoted ^= byte == b'"';
        if is_quoted {
            continue;
        }
        for (mark, count) in &mut counts {
            *count += usize::from(byte == *mark);
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_found_outside_of_quotes() {
        assert_eq!(delimiter("指标,数值\n甲,\"1;2;3;4\"\n"), b',');
        assert_eq!(delimiter("指标\t数值\n甲\t1,001\t2\n"), b'\t');
        assert_eq!(delimiter("指标;数值\n甲;1\n"), b';');
        assert_eq!(delimiter("指标\n"), b',');
    }

    #[test]
    fn encodings_are_found_out() {
        let (gbk, ..) = GB18030.encode("指标，数值");
        assert_eq!(decoded(&gbk, None).as_deref(), Ok("指标，数值"));
        assert_eq!(
            decoded("\u{feff}指标".as_bytes(), None).as_deref(),
            Ok("指标")
        );
        let wide: Vec<u8> = std::iter::once(0xfeff)
            .chain("指标".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decoded(&wide, None).as_deref(), Ok("指标"));
        assert!(decoded(&gbk, Some(Encoding::Utf8)).is_err());
        assert!(decoded(b"PK\x03\x04\0\0", None).is_err());
    }
}
