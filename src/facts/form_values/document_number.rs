//! How a document number (发文字号) is read, and what is said of one in another form: 7.2.5.

use crate::diagnostic::Diagnostic;
use crate::facts::form::DocumentNumber;
use crate::facts::keys;
use crate::facts::yaml::{Decoder, FromYaml, Node, Shape};
use crate::source::PlacedText;

impl FromYaml for DocumentNumber {
    fn shape() -> Shape {
        Shape::Form(&keys::DOCUMENT_NUMBER)
    }

    /// A number in another form than the standard's keeps that form; the proofreader reports it.
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        let fault = match parse_document_number(&text) {
            Ok(number) => return Some(number),
            Err(fault) => fault,
        };
        let corrected = corrected(&text.text).map(|it| PlacedText::new(it, text.place.clone()));
        let number = corrected.and_then(|it| parse_document_number(&it).ok());
        if number.is_none() {
            decoder.report(*fault);
        }
        number.map(|number| Self {
            written: Some(text.text),
            ..number
        })
    }
}

/// Brackets that are typed instead of 〔〕.
const WRONG_BRACKETS: [(char, char); 6] = [
    ('[', ']'),
    ('［', '］'),
    ('【', '】'),
    ('(', ')'),
    ('（', '）'),
    ('﹝', '﹞'),
];

/// Reads a document number (发文字号).
///
/// # Errors
/// One diagnostic with the right form, if it can be told: GB/T 9704-2012, 7.2.5.
pub(in crate::facts) fn parse_document_number(
    text: &PlacedText,
) -> Result<DocumentNumber, Box<Diagnostic>> {
    let fault = |what: String| Box::new(complaint(text, &what));
    let (code, year, serial) = parts(&text.text).map_err(fault)?;
    Ok(DocumentNumber {
        code,
        year,
        serial,
        suffix: None,
        written: None,
        place: text.place.clone(),
    })
}

/// What is said of a number in another form; `what` goes on after it.
fn complaint(text: &PlacedText, what: &str) -> Diagnostic {
    let message = format!("发文字号“{}”{what}", text.text);
    let hint = match corrected(&text.text) {
        Some(corrected) => format!("写成“{corrected}”"),
        None => "照“鄂知函〔2022〕15号”的样子写".to_owned(),
    };
    Diagnostic::error("document-number", text.place.clone(), message)
        .with_hint(hint)
        .with_note("GB/T 9704-2012 7.2.5")
}

/// Code, year and serial; or what is wrong.
fn parts(text: &str) -> Result<(String, u16, u32), String> {
    refuse_slips(text)?;
    let (code, rest) = text
        .split_once('〔')
        .filter(|(code, _)| !code.is_empty())
        .ok_or("没有“机关代字〔年份〕”")?;
    let (year, serial) = rest.split_once('〕').ok_or("的六角括号没有闭合")?;
    Ok((code.to_owned(), parse_year(year)?, parse_serial(serial)?))
}

/// Spaces, and other brackets than 〔〕.
fn refuse_slips(text: &str) -> Result<(), String> {
    if text.contains(char::is_whitespace) {
        return Err("里有空格".to_owned());
    }
    let is_wrong = |(left, right): &&(char, char)| text.contains([*left, *right]);
    match WRONG_BRACKETS.iter().find(is_wrong) {
        Some((left, right)) => Err(format!("的年份用了“{left}{right}”，应当用六角括号“〔〕”")),
        None => Ok(()),
    }
}

fn parse_year(year: &str) -> Result<u16, &'static str> {
    Some(year)
        .filter(|year| year.len() == 4 && is_digits(year))
        .and_then(|year| year.parse().ok())
        .ok_or("的年份应当是四位数字")
}

fn parse_serial(serial: &str) -> Result<u32, &'static str> {
    let serial = serial.strip_suffix('号').ok_or("没有以“号”结尾")?;
    if serial.starts_with('第') {
        return Err("的顺序号前加了“第”");
    }
    if serial.starts_with('0') {
        return Err("的顺序号编了虚位（前面的“0”）");
    }
    Some(serial)
        .filter(|serial| is_digits(serial))
        .and_then(|serial| serial.parse().ok())
        .ok_or("的顺序号应当是阿拉伯数字")
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The right form of a number that has its three parts in some form.
fn corrected(text: &str) -> Option<String> {
    let compact: String = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let brackets = |character: char| {
        matches!(character, '〔' | '〕')
            || WRONG_BRACKETS
                .iter()
                .any(|(left, right)| character == *left || character == *right)
    };
    let mut parts = compact.split(brackets);
    let (code, year, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let serial = rest
        .trim_start_matches('第')
        .trim_end_matches('号')
        .trim_start_matches('0');
    let is_complete = !code.is_empty() && year.len() == 4 && is_digits(year) && is_digits(serial);
    is_complete.then(|| format!("{code}〔{year}〕{serial}号"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    fn parse(text: &str) -> Result<String, String> {
        let place = Span::file(&Source::new("a.yaml", ""));
        match parse_document_number(&PlacedText::new(text, place)) {
            Ok(number) => Ok(number.to_string()),
            Err(diagnostic) => Err(format!(
                "{} / {}",
                diagnostic.message,
                diagnostic.hint.unwrap_or_default()
            )),
        }
    }

    #[test]
    fn the_right_form_is_read() {
        assert_eq!(
            parse("鄂知函〔2022〕15号").as_deref(),
            Ok("鄂知函〔2022〕15号")
        );
    }

    #[test]
    fn wrong_forms_say_what_to_write() {
        let table = [
            (
                "鄂知函[2022]15号",
                "发文字号“鄂知函[2022]15号”的年份用了“[]”，应当用六角括号“〔〕” / 写成“鄂知函〔2022〕15号”",
            ),
            (
                "鄂知函〔2022〕第15号",
                "发文字号“鄂知函〔2022〕第15号”的顺序号前加了“第” / 写成“鄂知函〔2022〕15号”",
            ),
            (
                "鄂知函〔2022〕015号",
                "发文字号“鄂知函〔2022〕015号”的顺序号编了虚位（前面的“0”） / 写成“鄂知函〔2022〕15号”",
            ),
            (
                "鄂知函〔22〕15号",
                "发文字号“鄂知函〔22〕15号”的年份应当是四位数字 / 照“鄂知函〔2022〕15号”的样子写",
            ),
            (
                "鄂知函〔2022〕15",
                "发文字号“鄂知函〔2022〕15”没有以“号”结尾 / 写成“鄂知函〔2022〕15号”",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(parse(text), Err(expected.to_owned()));
        }
    }
}
