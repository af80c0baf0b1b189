//! Texts of cells (单元格) as clerks type them: numbers with units, notes and thousands, dates, blanks.

use jiff::civil::Date;

use crate::facts::{Qualifier, Quantity};

/// What stands for “no value”.
const BLANKS: [&str; 16] = [
    "", "-", "--", "—", "——", "–", "…", "……", "...", "/", "\\", "N/A", "n/a", "NA", "无", "空缺",
];

/// Characters of units: a note that holds one may change the value.
const SIZES: [char; 7] = ['百', '千', '万', '亿', '元', '%', '点'];

/// A number with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) quantity: Quantity,
    /// 超过, 以上, 约 and their like.
    pub(super) qualifier: Option<Qualifier>,
    /// Empty if none is written.
    pub(super) unit: String,
    /// A note such as （快报）, which is no part of the value.
    pub(super) note: Option<String>,
}

/// A text with half-width letters, digits and signs, without blanks at its ends.
pub(super) fn narrow(text: &str) -> String {
    let narrow = text.chars().map(|character| match character {
        '！'..='～' => {
            char::from_u32(character as u32 - '！' as u32 + '!' as u32).unwrap_or(character)
        }
        '\u{3000}' | '\u{a0}' => ' ',
        '−' => '-',
        other => other,
    });
    narrow.collect::<String>().trim().to_owned()
}

/// A text by which heads and names are compared: narrow, without blanks and line ends.
pub(super) fn comparable(text: &str) -> String {
    let narrow = narrow(text);
    narrow.chars().filter(|it| !it.is_whitespace()).collect()
}

/// Whether a cell says that there is no value.
pub(super) fn is_blank(text: &str) -> bool {
    BLANKS.contains(&narrow(text).as_str())
}

/// A number as typed; nothing if the text is not one number.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let narrow = narrow(text);
    let (text, note) = without_note(&narrow);
    if note.as_ref().is_some_and(|note| note.contains(SIZES)) {
        return None;
    }
    let (before, text) = Qualifier::split_before(text);
    let text = without_thousands(text.trim_start())?;
    let (quantity, rest) = Quantity::split(text.strip_prefix('+').unwrap_or(&text))?;
    let (after, rest) = Qualifier::split_after(rest.trim());
    let is_doubled = before.is_some() && after.is_some();
    let is_unit = !rest.contains(|it: char| it.is_ascii_digit() || "-+.,~～至".contains(it));
    (is_unit && !is_doubled).then(|| Amount {
        quantity,
        qualifier: before.or(after),
        unit: rest.trim().to_owned(),
        note,
    })
}

/// A growth as `41.6%` or `1.2个百分点`; `unit` counts if the cell gives none. The text has the sign.
///
/// Nothing if it is no growth, or nobody says in what it is.
pub(super) fn growth(text: &str, unit: Option<&str>) -> Option<(String, Option<String>)> {
    let narrow = narrow(text);
    let (text, note) = without_note(&narrow);
    if matches!(text, "持平" | "同比持平") {
        return Some(("0%".to_owned(), note));
    }
    let text = text.strip_prefix("同比").unwrap_or(text);
    let (sign, text) = direction(text);
    let found = amount(text)?;
    let is_double_negative = sign.is_some() && found.quantity.number.is_sign_negative();
    if found.qualifier.is_some() || is_double_negative {
        return None;
    }
    let own = (!found.unit.is_empty()).then_some(found.unit.as_str());
    let unit = match own.or(unit)? {
        "%" => "%",
        "个百分点" | "百分点" => "个百分点",
        _ => return None,
    };
    let sign = if sign == Some('-') { "-" } else { "" };
    Some((format!("{sign}{}{unit}", found.quantity), note))
}

/// 增长, 下降, ↑, ↓ before a number, as its sign.
fn direction(text: &str) -> (Option<char>, &str) {
    let words = [
        ("增长", '+'),
        ("增加", '+'),
        ("上升", '+'),
        ("提高", '+'),
        ("↑", '+'),
        ("下降", '-'),
        ("减少", '-'),
        ("降低", '-'),
        ("↓", '-'),
    ];
    let found = words
        .iter()
        .find_map(|(word, sign)| Some((*sign, text.strip_prefix(word)?)));
    found.map_or((None, text), |(sign, rest)| (Some(sign), rest.trim_start()))
}

/// A day: 2021-12-31, 2021/12/31, 2021.12.31 or 2021年12月31日.
pub(super) fn date(text: &str) -> Option<Date> {
    let narrow = comparable(text);
    let text = narrow.strip_suffix('日').unwrap_or(&narrow);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let is_year = year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|_| is_year)
}

/// A period's label as this program writes it: 2021 is 2021年, 2021年1-6月 is 2021年1—6月.
pub(super) fn period(text: &str) -> String {
    let text = comparable(text);
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year {
        return format!("{text}年");
    }
    let text = text.replace('(', "（").replace(')', "）");
    text.replace(['-', '~', '–'], "—")
}

/// The unit that a head names: `案值（万元）`, `同比(%)`, `单位：件`, `增长%`.
pub(super) fn unit_in_head(text: &str) -> Option<String> {
    let text = comparable(text);
    let inner = match text.strip_suffix(')') {
        Some(rest) => rest.rsplit_once('(')?.1,
        None if text.ends_with('%') => "%",
        None => return unit_in_note(&text),
    };
    let unit = inner.strip_prefix("单位:").unwrap_or(inner);
    (!unit.is_empty()).then(|| unit.to_owned())
}

/// The one unit that a line above the table names: `单位：万元`; nothing if it names several.
pub(super) fn unit_in_note(text: &str) -> Option<String> {
    let text = comparable(text);
    let text = text.trim_start_matches('(').trim_end_matches(')');
    let words = ["计量单位:", "单位:"];
    let unit = words.iter().find_map(|word| text.strip_prefix(word))?;
    let is_one = !unit.is_empty() && !unit.contains(['、', ',', ';', ':', '/']);
    is_one.then(|| unit.to_owned())
}

/// A head without the unit that it names.
pub(super) fn without_unit(text: &str) -> &str {
    match text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
    {
        Some((head, _)) => head,
        None => text.strip_suffix('%').unwrap_or(text),
    }
}

/// A value without a note in brackets, a star or a circled number behind it.
fn without_note(text: &str) -> (&str, Option<String>) {
    let bracket = [('(', ')'), ('[', ']'), ('〔', '〕')]
        .iter()
        .find_map(|(open, close)| {
            let (value, note) = text.strip_suffix(*close)?.rsplit_once(*open)?;
            (!value.trim().is_empty()).then(|| (value.trim_end(), note.to_owned()))
        });
    if let Some((value, note)) = bracket {
        return (value, Some(note));
    }
    let is_mark = |it: char| matches!(it, '*' | '①'..='⑳' | '†');
    let value = text.trim_end_matches(is_mark);
    let note = &text[value.len()..];
    (
        value.trim_end(),
        (!note.is_empty()).then(|| note.to_owned()),
    )
}

/// A text whose number at the head has no separators; nothing if they stand wrongly.
fn without_thousands(text: &str) -> Option<String> {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, ',' | '.' | '-' | '+');
    let end = text.find(|it| !is_part(it)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    if !number.contains(',') {
        return Some(text.to_owned());
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.trim_start_matches(['-', '+']);
    let mut groups = digits.split(',');
    let is_first = groups.next().is_some_and(|it| (1..=3).contains(&it.len()));
    let is_right = is_first && groups.all(|it| it.len() == 3) && !fraction.contains(',');
    is_right.then(|| format!("{}{rest}", number.replace(',', "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        amount(text).map(|found| (found.quantity.to_string(), found.unit))
    }

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        for (text, number, unit) in [
            ("1001", "1001", ""),
            ("1,001", "1001", ""),
            ("１，００１件", "1001", "件"),
            ("12,345,678.90", "12345678.90", ""),
            (" 6185万元 ", "6185万", "元"),
            ("6185 万元", "6185", "万元"),
            ("41.60%", "41.60", "%"),
            ("-3.2", "-3.2", ""),
            ("－3.2", "-3.2", ""),
            ("+5", "5", ""),
            ("1001（快报）", "1001", ""),
            ("1001 *", "1001", ""),
            ("1001①", "1001", ""),
            ("超过84万件", "84万", "件"),
            ("84万余件", "84万", "件"),
            ("70%以上", "70", "%"),
        ] {
            let expected = Some((number.to_owned(), unit.to_owned()));
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        for text in [
            "",
            "案件",
            "1,00",
            "1,0001",
            "10,01件",
            "1 001",
            "1001-1002",
            "5至6",
            "约3以上",
            "1001件2",
            "(100)",
            "6185（万元）",
            "3.2.1",
            "1e5",
            "007",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn growth_has_a_sign_and_says_in_what_it_is() {
        let read = |text, unit| growth(text, unit).map(|found| found.0);
        for (text, unit, expected) in [
            ("41.6%", None, "41.6%"),
            ("41.6", Some("%"), "41.6%"),
            ("增长41.6%", None, "41.6%"),
            ("同比下降3.20％", None, "-3.20%"),
            ("-3.2%", None, "-3.2%"),
            ("↓3.2", Some("%"), "-3.2%"),
            ("1.2", Some("百分点"), "1.2个百分点"),
            ("下降0.5个百分点", Some("%"), "-0.5个百分点"),
            ("持平", None, "0%"),
        ] {
            assert_eq!(read(text, unit).as_deref(), Some(expected), "{text}");
        }
        for text in ["41.6", "下降-3%", "3件", "约3%", "翻番"] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }

    #[test]
    fn heads_name_units() {
        for (text, unit) in [
            ("案值（万元）", Some("万元")),
            ("同比 (%)", Some("%")),
            ("比上年增减\n（个百分点）", Some("个百分点")),
            ("增长%", Some("%")),
            ("单位：件", Some("件")),
            ("（单位：万元）", Some("万元")),
            ("案值", None),
        ] {
            assert_eq!(unit_in_head(text).as_deref(), unit, "{text}");
        }
        assert_eq!(unit_in_note("单位：件、万元"), None);
        assert_eq!(without_unit("案值(万元)"), "案值");
    }

    #[test]
    fn days_and_periods_are_read_in_the_usual_forms() {
        for text in ["2021-12-31", "2021/12/31", "2021.12.31", "2021年12月31日"] {
            assert_eq!(
                date(text).map(|it| it.to_string()).as_deref(),
                Some("2021-12-31")
            );
        }
        for text in ["21-12-31", "2021-13-01", "2021年12月", "2021"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(period(" 2021 "), "2021年");
        assert_eq!(period("2021年1-6月"), "2021年1—6月");
    }

    #[test]
    fn marks_for_nothing_are_blank() {
        for text in ["", " ", "—", "——", "…", "－", "-", "无", "\u{3000}"] {
            assert!(is_blank(text), "{text}");
        }
        assert!(!is_blank("0"));
    }
}
