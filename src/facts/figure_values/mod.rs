//! How figures (统计数据) are read and checked one by one.

mod definition;
mod numbers;
mod periods;
mod qualifier;

use super::figure::{Definition, Disclosure, Figure};
use super::growth::GrowthKind;
use super::keys;
use super::yaml::{Decoder, Fields, Node, Words};
use crate::diagnostic::Diagnostic;
use crate::source::PlacedText;
use crate::text::nearest;
use definition::definition;
pub use numbers::Digits;
pub(super) use numbers::{MOST_DIGITS, PlacedQuantity};
use periods::by_period;
pub(super) use periods::period;
pub(super) use qualifier::{APPROXIMATIONS, LOWER_BOUNDS};

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

fn report_conflict(fields: &mut Fields<'_, '_, '_>, keys: &[&str]) {
    let keys = nearest::quoted(keys.iter().copied());
    let message = format!("{keys}不能同时写");
    let place = fields.place().clone();
    let diagnostic = Diagnostic::error("conflicting-keys", place, message);
    fields.decoder().report(diagnostic.with_hint("只留一个"));
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
