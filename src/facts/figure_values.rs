//! How figures (统计数据) are read and checked one by one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::figure::{Amount, Definition, Disclosure, Entry, Figure, Qualifier, QualifierPosition};
use super::growth::{Growth, GrowthKind};
use super::keys;
use super::period::Period;
use super::quantity::Quantity;
use super::rank::Rank;
use super::yaml::{Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::diagnostic::Diagnostic;
use crate::source::{PlacedText, Span};
use crate::text::nearest;

/// What a file says for all of its figures.
#[derive(Debug, Clone, Default)]
pub(super) struct Defaults {
    pub(super) evidence: Option<PlacedText>,
    pub(super) coverage: Option<PlacedText>,
    pub(super) disclosure: Disclosure,
}

impl Words for Disclosure {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("public", Self::Public, "公开"),
        ("internal", Self::Internal, "内部"),
    ];
}

/// Reads the figure that stands under `id`.
pub(super) fn figure(
    id: &PlacedText,
    node: &Node,
    defaults: &Defaults,
    decoder: &mut Decoder<'_>,
) -> Option<Figure> {
    let mut fields = decoder.fields(node, &keys::FIGURE)?;
    let name = fields.required("name");
    let coverage: Option<PlacedText> = fields.optional("coverage");
    let unit = fields.optional("unit");
    let has_unit = fields.has("unit");
    let evidence: Option<PlacedText> = fields.optional("evidence");
    let disclosure = fields.optional("disclosure");
    let definition = definition(&mut fields);
    let by_period = by_period(&mut fields);
    let digits = fields.optional::<Digits>("digits");
    let growth_digits = fields.optional::<Digits>("growth_digits");
    fields.finish();
    let figure = Figure {
        id: id.text.clone(),
        place: id.place.clone(),
        name: name?,
        coverage: coverage.or_else(|| defaults.coverage.clone()),
        unit,
        evidence: evidence.or_else(|| defaults.evidence.clone()),
        disclosure: disclosure.unwrap_or(defaults.disclosure),
        definition: definition?,
        digits: digits.map(|digits| digits.0),
        growth_digits: growth_digits.map(|digits| digits.0),
        by_period: by_period?,
    };
    if !has_unit {
        report_missing_unit(&figure, decoder);
    }
    check_kinds(&figure, decoder);
    Some(figure)
}

/// Digits after the point that are asked for.
pub struct Digits(pub u32);

/// More digits than a printed figure can have.
pub(super) const MOST_DIGITS: u32 = 10;

impl FromYaml for Digits {
    fn shape() -> Shape {
        Shape::Whole {
            least: 0,
            most: Some(MOST_DIGITS),
        }
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let digits = u32::from_yaml(node, decoder)?;
        if digits > MOST_DIGITS {
            let message = format!("小数位数“{digits}”超过了{MOST_DIGITS}");
            let place = decoder.place(node);
            decoder.report(Diagnostic::error("too-many-digits", place, message));
            return None;
        }
        Some(Self(digits))
    }
}

fn definition(fields: &mut Fields<'_, '_, '_>) -> Option<Definition> {
    let keys = ["list", "sum_of", "share_of"];
    let written: Vec<&str> = keys.into_iter().filter(|key| fields.has(key)).collect();
    let list = fields.node("list");
    let sum_of = fields.node("sum_of");
    let share_of = fields.node("share_of");
    if written.len() > 1 {
        report_conflict(fields, &written);
        return None;
    }
    if !written.is_empty() && fields.has("by_period") && list.is_some() {
        report_conflict(fields, &["list", "by_period"]);
        return None;
    }
    if written.is_empty() && !fields.has("by_period") {
        report_no_value(fields);
        return None;
    }
    let decoder = fields.decoder();
    match (list, sum_of, share_of) {
        (Some(node), _, _) => Some(Definition::List(filled_list(node, decoder)?)),
        (_, Some(node), _) => Some(Definition::SumOf(filled_list(node, decoder)?)),
        (_, _, Some(node)) => share(node, decoder),
        _ => Some(Definition::Reported),
    }
}

fn report_conflict(fields: &mut Fields<'_, '_, '_>, keys: &[&str]) {
    let keys = nearest::quoted(keys.iter().copied());
    let message = format!("{keys}不能同时写");
    let place = fields.place().clone();
    let diagnostic = Diagnostic::error("conflicting-keys", place, message);
    fields.decoder().report(diagnostic.with_hint("只留一个"));
}

fn report_no_value(fields: &mut Fields<'_, '_, '_>) {
    let place = fields.place().clone();
    let diagnostic = Diagnostic::error("figure-without-value", place, "这项数据没有数值")
        .with_hint("写上“by_period”，或者“list”“sum_of”“share_of”中的一个");
    fields.decoder().report(diagnostic);
}

fn filled_list(node: &Node, decoder: &mut Decoder<'_>) -> Option<Vec<PlacedText>> {
    let items = decoder.items::<PlacedText>(node)?;
    if items.is_empty() {
        decoder.report_empty(node);
        return None;
    }
    if let Some(twice) = repeated(&items) {
        // It would be counted, or summed up, twice.
        let message = format!("“{}”写了两次，会重复计算", twice.text);
        let diagnostic = Diagnostic::error("repeated-entry", twice.place.clone(), message);
        decoder.report(diagnostic.with_hint("删去重复的一个"));
        return None;
    }
    Some(items)
}

/// The first entry that stands in the list before.
fn repeated(items: &[PlacedText]) -> Option<&PlacedText> {
    let mut seen = BTreeSet::new();
    items.iter().find(|item| !seen.insert(item.text.as_str()))
}

fn share(node: &Node, decoder: &mut Decoder<'_>) -> Option<Definition> {
    let mut fields = decoder.fields(node, &keys::SHARE)?;
    let part = fields.required("part");
    let whole = fields.required("whole");
    fields.finish();
    Some(Definition::ShareOf {
        part: part?,
        whole: whole?,
    })
}

fn by_period(fields: &mut Fields<'_, '_, '_>) -> Option<BTreeMap<Period, Entry>> {
    let Some(node) = fields.node("by_period") else {
        return Some(BTreeMap::new());
    };
    let decoder = fields.decoder();
    let mut entries = BTreeMap::new();
    for (label, value) in decoder.entries(node)? {
        let period = period(&label, decoder);
        let entry = entry(&label.place, value, decoder);
        if let Some((period, entry)) = period.zip(entry) {
            entries.insert(period, entry);
        }
    }
    Some(entries)
}

/// A period's label, reported if it is wrong.
pub(super) fn period(label: &PlacedText, decoder: &mut Decoder<'_>) -> Option<Period> {
    let offender = match Period::new(&label.text) {
        Ok(period) => return Some(period),
        Err(offender) => offender,
    };
    let message = match offender {
        Some(' ' | '\t') => format!("期间“{}”里有空格", label.text),
        Some(character) => format!("期间“{}”里不能用“{character}”", label.text),
        None => "期间是空的".to_owned(),
    };
    decoder.report(
        Diagnostic::error("invalid-period", label.place.clone(), message)
            .with_hint("写成“2021年”“2021年上半年”“2021年1—6月”的样子"),
    );
    None
}

fn entry(place: &Span, node: &Node, decoder: &mut Decoder<'_>) -> Option<Entry> {
    let mut fields = decoder.fields(node, &keys::ENTRY)?;
    let quantity: Option<PlacedQuantity> = fields.optional("value");
    let qualifier = qualifier(&mut fields);
    let growth = fields.optional::<Growth>("growth");
    let rank = fields.optional::<Rank>("rank");
    let as_of = fields.optional::<Date>("as_of");
    let evidence = fields.optional("evidence");
    let has_something = ["value", "growth", "rank"]
        .iter()
        .any(|key| fields.has(key));
    if !has_something {
        let diagnostic =
            Diagnostic::error("figure-without-value", place.clone(), "这个期间没有数值")
                .with_hint("写上“value”“growth”“rank”中的至少一个；还没有数的期间整个删去");
        fields.decoder().report(diagnostic);
    }
    fields.finish();
    Some(Entry {
        place: place.clone(),
        amount: quantity.map(|quantity| Amount {
            quantity: quantity.quantity,
            qualifier,
            place: quantity.place,
        }),
        growth,
        rank,
        as_of,
        evidence,
    })
}

pub(super) struct PlacedQuantity {
    quantity: Quantity,
    place: Span,
}

impl FromYaml for PlacedQuantity {
    fn shape() -> Shape {
        Shape::Form(&keys::QUANTITY)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        if let Some(quantity) = Quantity::parse(&text.text) {
            let place = text.place;
            return Some(Self { quantity, place });
        }
        let message = format!("数值“{}”不合写法", text.text);
        let hint = quantity_hint(&text.text);
        decoder.report(Diagnostic::error("invalid-value", text.place, message).with_hint(hint));
        None
    }
}

/// What to write instead of a value that cannot be read.
fn quantity_hint(text: &str) -> String {
    let narrow: String = text.chars().filter_map(narrow_digit).collect();
    if narrow != text
        && let Some(quantity) = Quantity::parse(&narrow)
    {
        return format!("用半角数字，不加千分位：{quantity}");
    }
    match Quantity::split(&narrow) {
        Some((quantity, unit)) if !unit.starts_with(['.', ',', '，']) => {
            format!("数值只写数，单位写在“unit”里：value: {quantity}，unit: \"{unit}\"")
        }
        _ => "写成“1001”“41.60”“15.5万”的样子".to_owned(),
    }
}

/// A full-width digit as half-width; nothing for what separates thousands.
fn narrow_digit(character: char) -> Option<char> {
    match character {
        '０'..='９' => char::from_u32(character as u32 - '０' as u32 + '0' as u32),
        '．' => Some('.'),
        ',' | '，' | ' ' | '\u{3000}' => None,
        other => Some(other),
    }
}

/// Words for “not less than”, by where they stand.
pub(super) const LOWER_BOUNDS: [(&str, QualifierPosition); 6] = [
    ("超过", QualifierPosition::Before),
    ("不少于", QualifierPosition::Before),
    ("逾", QualifierPosition::Before),
    ("以上", QualifierPosition::After),
    ("多", QualifierPosition::BeforeUnit),
    ("余", QualifierPosition::BeforeUnit),
];

/// Words for “about”, by where they stand.
pub(super) const APPROXIMATIONS: [(&str, QualifierPosition); 3] = [
    ("约", QualifierPosition::Before),
    ("近", QualifierPosition::Before),
    ("左右", QualifierPosition::After),
];

impl Qualifier {
    /// A qualifier by its word.
    pub fn named(word: &str) -> Option<Self> {
        let known = |words: &[(&str, QualifierPosition)]| {
            let found = words.iter().find(|(known, _)| *known == word);
            found.map(|(_, position)| *position)
        };
        let lower = known(&LOWER_BOUNDS);
        Some(Self {
            word: word.to_owned(),
            position: lower.or_else(|| known(&APPROXIMATIONS))?,
            is_lower_bound: lower.is_some(),
        })
    }

    /// A qualifier at the head of a text that is a number with its unit, and what comes after it.
    pub fn split_before(text: &str) -> (Option<Self>, &str) {
        let found = Self::all(|position| position == QualifierPosition::Before)
            .find_map(|word| Some((Self::named(word)?, text.strip_prefix(word)?)));
        found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
    }

    /// A qualifier in a text that follows a number, such as 余件 or 件以上, and the rest of it.
    pub fn split_after(text: &str) -> (Option<Self>, &str) {
        let before_unit = Self::all(|position| position == QualifierPosition::BeforeUnit)
            .find_map(|word| Some((Self::named(word)?, text.strip_prefix(word)?)));
        let after = Self::all(|position| position == QualifierPosition::After)
            .find_map(|word| Some((Self::named(word)?, text.strip_suffix(word)?)));
        let found = before_unit.or(after);
        found.map_or((None, text), |(qualifier, rest)| (Some(qualifier), rest))
    }

    /// The key that it is written under.
    pub fn key(&self) -> &'static str {
        if self.is_lower_bound {
            "at_least"
        } else {
            "approximate"
        }
    }

    fn all(is_wanted: fn(QualifierPosition) -> bool) -> impl Iterator<Item = &'static str> {
        let words = LOWER_BOUNDS.iter().chain(&APPROXIMATIONS);
        words
            .filter(move |(_, position)| is_wanted(*position))
            .map(|(word, _)| *word)
    }
}

fn qualifier(fields: &mut Fields<'_, '_, '_>) -> Option<Qualifier> {
    if fields.has("at_least") && fields.has("approximate") {
        report_conflict(fields, &["at_least", "approximate"]);
    }
    let at_least = fields.node("at_least");
    let approximate = fields.node("approximate");
    let decoder = fields.decoder();
    let (node, words, is_lower_bound) = match (at_least, approximate) {
        (Some(node), _) => (node, &LOWER_BOUNDS[..], true),
        (None, Some(node)) => (node, &APPROXIMATIONS[..], false),
        (None, None) => return None,
    };
    let choices: Vec<(&str, (&str, QualifierPosition))> =
        words.iter().map(|choice| (choice.0, *choice)).collect();
    let (word, position) = decoder.choice(node, &choices)?;
    if !fields.has("value") {
        report_nothing_to_qualify(fields, word);
    }
    Some(Qualifier {
        word: word.to_owned(),
        position,
        is_lower_bound,
    })
}

/// A rank or a growth alone has no number that the word could stand by.
fn report_nothing_to_qualify(fields: &mut Fields<'_, '_, '_>, word: &str) {
    let key = ["at_least", "approximate"]
        .into_iter()
        .find(|key| fields.has(key));
    let place = fields.place_of(key.unwrap_or_default());
    let message = format!("“{word}”没有数可以修饰");
    let diagnostic = Diagnostic::error("figure-without-value", place, message);
    let hint = "写上“value”，或者删去这一项";
    fields.decoder().report(diagnostic.with_hint(hint));
}

impl FromYaml for Growth {
    fn shape() -> Shape {
        Shape::Form(&keys::GROWTH)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        if let Some(growth) = Self::parse(&text.text, text.place.clone()) {
            return Some(growth);
        }
        let message = format!("增幅“{}”不合写法", text.text);
        let corrected = text.text.replace('％', "%");
        let hint = match Self::parse(&corrected, text.place.clone()) {
            Some(growth) => format!("百分号用半角：{growth}"),
            None => "写成“41.6%”“-3.2%”“1.2个百分点”的样子".to_owned(),
        };
        decoder.report(Diagnostic::error("invalid-growth", text.place, message).with_hint(hint));
        None
    }
}

impl FromYaml for Rank {
    fn shape() -> Shape {
        Shape::Form(&keys::RANK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.text(node)?;
        let rank = Self::parse(&text.text, text.place.clone());
        if rank.is_none() {
            let message = format!("位次“{}”不合写法", text.text);
            decoder.report(
                Diagnostic::error("invalid-rank", text.place, message)
                    .with_hint("写成“全国第二位”“中部第一名”的样子，用中文数字"),
            );
        }
        rank
    }
}

/// A figure with values needs a unit, unless it is a share, whose unit is %.
fn report_missing_unit(figure: &Figure, decoder: &mut Decoder<'_>) {
    let has_values = match figure.definition {
        Definition::Reported => figure.by_period.values().any(|it| it.amount.is_some()),
        Definition::List(_) | Definition::SumOf(_) => true,
        Definition::ShareOf { .. } => false,
    };
    if has_values {
        let message = format!("数据“{}”有数值而没有单位", figure.id);
        decoder.report(
            Diagnostic::error("missing-unit", figure.place.clone(), message)
                .with_hint("补上“unit: 件”的样子；百分数写“unit: \"%\"”"),
        );
    }
}

/// A share's unit is %, and only what is told in % grows by points.
fn check_kinds(figure: &Figure, decoder: &mut Decoder<'_>) {
    let is_share = matches!(figure.definition, Definition::ShareOf { .. });
    let unit = figure.unit.as_ref().filter(|unit| unit.text != "%");
    if let Some(unit) = unit.filter(|_| is_share) {
        let message = format!("占比的单位是“%”，这里是“{}”", unit.text);
        decoder.report(
            Diagnostic::error("wrong-unit", unit.place.clone(), message)
                .with_hint("删去“unit”，或者写成“unit: \"%\"”"),
        );
    }
    let growths = figure
        .by_period
        .values()
        .filter_map(|it| it.growth.as_ref());
    for growth in growths.filter(|it| it.kind == GrowthKind::Points && unit.is_some()) {
        let message = format!("增幅“{growth}”只能用于单位是“%”的数据");
        let diagnostic = Diagnostic::error("growth-unit", growth.place.clone(), message);
        decoder.report(diagnostic.with_hint("写成百分数，例如 growth: 41.6%"));
    }
}
