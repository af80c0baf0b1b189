//! 10.7万亩，约713平方公里: one area in two units that don't agree.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 10.7万亩，约713平方公里: one area in two units that don't agree.
pub(crate) const UNIT_CONVERSION: Rule = Rule {
    name: "unit-conversion",
    title: "两种单位换算不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("unit_conversion.md"),
};

/// Units of one quantity, each with how many of the smallest it is; 15亩 are a 公顷 (国务院
/// 《关于在我国统一实行法定计量单位的命令》, appendix).
const UNITS: &[&[(&str, u32)]] = &[
    &[
        ("平方米", 3),
        ("亩", 2000),
        ("公顷", 30_000),
        ("平方公里", 3_000_000),
        ("平方千米", 3_000_000),
    ],
    &[("米", 1), ("公里", 1000), ("千米", 1000)],
    &[("斤", 1), ("公斤", 2), ("千克", 2), ("吨", 2000)],
];

/// What stands between an amount and the same in another unit.
const LINKS: &[&str] = &[
    "，约",
    "（约",
    "，合",
    "（合",
    "，折合",
    "（折合",
    "，约合",
    "（约合",
    "，即",
    "（即",
    "，相当于",
    "（相当于",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let should = is_linked(view, first, second)
            .then(|| should_be(view, first, second))
            .flatten();
        // 18.6万担（1担为50公斤，折合9300吨）: the first one says how much a unit is.
        let should = should.filter(|_| !is_definition(view, first));
        let said = should.and_then(|_| second.value(view.chars()));
        let Some((should, said)) = should.zip(said) else {
            continue;
        };
        // What is rounded in both is off by far less than a twentieth.
        if (said - should).abs() * TWENTY > should {
            let right = plain(should / second.factor(view.chars()), 2);
            let unit = view.words(second.multiplier.start..second.unit.end);
            findings
                .at(
                    second.range(),
                    format!("“{}”合{right}{unit}", view.text(first.range())),
                )
                .hint("核对两个数和单位");
        }
    }
}

fn is_linked(view: &TextView<'_>, first: &Number, second: &Number) -> bool {
    const LONGEST: usize = 4;
    let between = first.unit.end..second.digits.start;
    let is_near = (1..=LONGEST).contains(&between.len());
    if !is_near || !view.is_any_at(between.start, "，（") {
        return false;
    }
    // 20公顷（300亩） says nothing else in its brackets; 5公里（3米宽） does.
    let is_bare = between.len() == 1 && view.char(between.start) == '（';
    is_bare && view.char(second.unit.end) == '）' || LINKS.contains(&view.words(between))
}

/// 1担为50公斤: how much one of a unit is.
fn is_definition(view: &TextView<'_>, number: &Number) -> bool {
    const NEAR: usize = 5;
    let start = number.digits.start;
    let before = view.numbers_in(start.saturating_sub(NEAR)..start);
    let is_one = |it: &Number| view.words(it.digits.clone()) == "1";
    view.is_any_before(start, "为=＝合") && before.last().is_some_and(is_one)
}

const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// The first amount in the unit of the second.
fn should_be(view: &TextView<'_>, first: &Number, second: &Number) -> Option<Decimal> {
    let unit = |number: &Number| view.text(number.unit.clone());
    let (from, to) = (unit(first), unit(second));
    // 1350万元（即0.135亿元）: one amount, told in two scales.
    let is_again = from == to && !from.is_empty() && !first.multiplier.is_empty();
    let is_other_scale = first.factor(view.chars()) != second.factor(view.chars());
    if is_again && is_other_scale && view.before(second.digits.start) == '即' {
        return first.value(view.chars());
    }
    let size = |units: &&[(&str, u32)], name: &str| {
        units.iter().find(|(unit, _)| *unit == name).map(|it| it.1)
    };
    let mut sizes = UNITS
        .iter()
        .filter_map(|units| size(units, &from).zip(size(units, &to)));
    let (from, to) = sizes.next().filter(|(from, to)| from != to)?;
    let value = first.value(view.chars())?.checked_mul(from.into())?;
    value.checked_div(to.into())
}
