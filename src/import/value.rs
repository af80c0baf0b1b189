//! One cell as what is written into the facts.

use std::collections::BTreeMap;

use super::book::{DateParts, Shown};
use super::cell_text::{self, Amount};
use super::columns::PlacedColumn;
use super::mapping::{MappedFigure, Role};
use super::unit::{self, Misfit};
use crate::facts::{Facts, Qualifier, Quantity, Rank, Scale};
use crate::source::{Source, Span};
use crate::text::numerals::chinese_numeral;

/// What is known of a cell before it is read.
pub(super) struct Context<'a, 'm> {
    pub(super) figure: &'m MappedFigure,
    pub(super) placed: &'a PlacedColumn<'m>,
    /// From the unit column.
    pub(super) row_unit: Option<&'a str>,
    /// From the table, if nothing nearer names one.
    pub(super) default_unit: Option<&'a str>,
    pub(super) facts: &'a Facts,
}

/// What a cell gives.
#[derive(Debug, Default)]
pub(super) struct CellValue {
    /// Keys of the facts with their texts.
    pub(super) given: Vec<(&'static str, String)>,
    /// A note that is left out.
    pub(super) note: Option<String>,
}

/// Why a cell cannot be taken; the message follows the cell's address.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) message: String,
    pub(super) hint: String,
}

/// What reading gives.
pub(super) type Read<T> = Result<T, Problem>;

impl Problem {
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// Reads a cell that is not blank; `units` are those of figures that are not there yet.
pub(super) fn read(
    shown: &Shown,
    context: &Context<'_, '_>,
    units: &mut BTreeMap<String, String>,
) -> Read<CellValue> {
    let role = context.placed.column.aspect;
    let text = match shown {
        Shown::Text(text) => text.as_str(),
        Shown::Unreadable(why) => return Err(Problem::new(why.clone(), "改好以后再导入")),
        Shown::Date(date, DateParts::Day) if role == Role::AsOf => {
            return Ok(single("as_of", date.to_string()));
        }
        Shown::Date(date, parts) => {
            let shown = parts.label(*date);
            let message = format!("是“{shown}”，这一列应当是{}", word(role));
            return Err(Problem::new(message, "在统计表里改正；日期要写年、月、日"));
        }
    };
    match role {
        Role::Value => value(text, context, units),
        Role::Growth => growth(text, context),
        Role::Rank => rank(text, context).map(|rank| single("rank", rank)),
        Role::AtLeast => qualifier(text, "at_least"),
        Role::Approximate => qualifier(text, "approximate"),
        Role::AsOf => as_of(text),
        Role::Evidence => Ok(single("evidence", one_line(text))),
        Role::Period | Role::Unit => Ok(CellValue::default()),
    }
}

fn single(key: &'static str, text: String) -> CellValue {
    CellValue {
        given: vec![(key, text)],
        note: None,
    }
}

fn word(role: Role) -> &'static str {
    match role {
        Role::Value => "数值",
        Role::Growth => "增长",
        Role::Rank => "位次",
        Role::AtLeast | Role::Approximate => "“超过”“约”一类的词",
        Role::AsOf => "日期",
        Role::Evidence => "出处",
        Role::Period => "期间",
        Role::Unit => "单位",
    }
}

fn value(
    text: &str,
    context: &Context<'_, '_>,
    units: &mut BTreeMap<String, String>,
) -> Read<CellValue> {
    let Some(amount) = cell_text::amount(text) else {
        let hint = "改成一个数，例如 1001、6185万元、41.6%；没有数就空着或写“—”";
        return Err(Problem::new(format!("“{text}”不是一个数"), hint));
    };
    let sheet_unit = sheet_unit(&amount, context)?;
    let id = &context.figure.id.text;
    let known = context.facts.figure(id).and_then(|it| it.unit.as_ref());
    let mapped = context.figure.unit.as_ref();
    let unit = match (known, mapped) {
        (Some(unit), _) | (None, Some(unit)) => unit.text.clone(),
        (None, None) => {
            let own = unit::base(&sheet_unit).to_owned();
            units.entry(id.clone()).or_insert(own).clone()
        }
    };
    units.entry(id.clone()).or_insert_with(|| unit.clone());
    let scale = context.figure.scale.or(context.placed.column.scale);
    let quantity = unit::converted(amount.quantity, &sheet_unit, &unit, scale)
        .map_err(|misfit| problem_of(misfit, text, &sheet_unit, &unit))?;
    let quantity = rounded(quantity, context);
    let mut given = vec![("value", quantity.to_string())];
    given.extend(amount.qualifier.map(|it| (it.key(), it.word)));
    Ok(CellValue {
        given,
        note: amount.note,
    })
}

/// Rounds only what has more digits than were asked for.
fn rounded(quantity: Quantity, context: &Context<'_, '_>) -> Quantity {
    let digits = context.figure.digits.or(context.placed.column.digits);
    match digits {
        Some(digits) if quantity.number.scale() > digits => quantity.rounded(digits),
        _ => quantity,
    }
}

/// The unit of a value: the cell's own, else what the mapping, the row, the head or the table says.
fn sheet_unit(amount: &Amount, context: &Context<'_, '_>) -> Read<String> {
    let mapped = context.figure.sheet_unit.as_ref();
    let mapped = mapped.map(|it| cell_text::comparable(&it.text));
    let near = mapped
        .or_else(|| context.row_unit.map(str::to_owned))
        .or_else(|| context.placed.unit.clone());
    if let Some(near) = near.as_deref().filter(|near| !agree(amount, near)) {
        let own = format!("{}{}", amount.quantity.scale.word(), amount.unit);
        let message = format!("的单位是“{own}”，表头、单位列或对应表里是“{near}”");
        return Err(Problem::new(message, "查对单位；对应表里可以写 sheet_unit"));
    }
    let own = Some(amount.unit.clone()).filter(|own| !own.is_empty());
    let default = context.default_unit.map(str::to_owned);
    own.or(near).or(default).ok_or_else(|| {
        Problem::new(
            "不知道数值的单位：单元格、表头、单位列都没有写",
            "在对应表里写 sheet_unit，例如 sheet_unit: 件",
        )
    })
}

/// Whether what a cell says of its unit agrees with what stands around it.
fn agree(amount: &Amount, near: &str) -> bool {
    let (scale, base) = Scale::split(near);
    let own = amount.unit.as_str();
    if own.is_empty() {
        return amount.quantity.scale == Scale::One || scale == Scale::One;
    }
    let is_written_out = own == base && amount.quantity.scale == scale;
    own == near || is_written_out || unit::base(own) == near
}

fn problem_of(misfit: Misfit, text: &str, sheet_unit: &str, unit: &str) -> Problem {
    match misfit {
        Misfit::Different => Problem::new(
            format!("“{text}”的单位是“{sheet_unit}”，数据的单位是“{unit}”"),
            "查对这一项数据和这一行是不是一回事；单位写法不同，在对应表里写 sheet_unit",
        ),
        Misfit::NeedsScale(scale) => Problem::new(
            format!("“{text}”的单位是“{sheet_unit}”，数据的单位是“{unit}”，没有换算"),
            format!("要换算就在对应表里写 scale: {}", scale.word()),
        ),
        Misfit::TooLarge => {
            Problem::new(format!("“{text}”（{sheet_unit}）太大"), "查对这个数和单位")
        }
    }
}

fn growth(text: &str, context: &Context<'_, '_>) -> Read<CellValue> {
    let unit = context.placed.unit.as_deref();
    let Some((growth, note)) = cell_text::growth(text, unit) else {
        return Err(Problem::new(
            format!("“{text}”不是增长率，或者没有写“%”“个百分点”"),
            "写成 41.6%、1.2个百分点；全列都是百分数，在表头写“（%）”，或在对应表里写 sheet_unit: \"%\"",
        ));
    };
    let digits = context.placed.column.digits;
    let growth = match (digits, Quantity::split(&growth)) {
        (Some(digits), Some((quantity, unit))) if quantity.number.scale() > digits => {
            format!("{}{unit}", quantity.rounded(digits))
        }
        _ => growth,
    };
    Ok(CellValue {
        given: vec![("growth", growth)],
        note,
    })
}

/// 全国第二位 as it is; of a bare number the mapping says among whom.
fn rank(text: &str, context: &Context<'_, '_>) -> Read<String> {
    let narrow = cell_text::comparable(text);
    let place = Span::file(&Source::new("", ""));
    if Rank::parse(&narrow, place).is_some() {
        return Ok(narrow);
    }
    let number = narrow
        .trim_start_matches('第')
        .trim_end_matches(['位', '名']);
    let number = number.parse::<u64>().ok().filter(|it| *it > 0);
    match (number, &context.figure.ranked_among) {
        (Some(number), Some(among)) => Ok(format!("{}第{}位", among.text, chinese_numeral(number))),
        (Some(_), None) => Err(Problem::new(
            format!("的位次“{text}”没有写在哪个范围里"),
            "在对应表的这一项数据里写 ranked_among: 全国",
        )),
        (None, _) => Err(Problem::new(
            format!("“{text}”不是位次"),
            "写成“全国第二位”的样子，或者只写数字",
        )),
    }
}

fn qualifier(text: &str, key: &'static str) -> Read<CellValue> {
    let word = cell_text::comparable(text);
    let known = Qualifier::named(&word).filter(|it| it.key() == key);
    known.map(|it| single(key, it.word)).ok_or_else(|| {
        let hint = "at_least 写“超过”“不少于”“逾”“以上”“多”“余”，approximate 写“约”“近”“左右”";
        Problem::new(format!("“{text}”不能写在 {key} 这一列"), hint)
    })
}

fn as_of(text: &str) -> Read<CellValue> {
    let date = cell_text::date(text);
    date.map(|date| single("as_of", date.to_string()))
        .ok_or_else(|| {
            let hint = "写成 2021-12-31 或 2021年12月31日";
            Problem::new(format!("“{text}”不是日期"), hint)
        })
}

/// A text of several lines as one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
