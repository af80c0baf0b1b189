//! A value in another scale or with other digits than it was reported with.

use super::Facts;
use super::aspects::Aspect;
use super::aspects::Printed;
use super::derive::FigureValues;
use super::figure::Amount;
use super::figure_values::MOST_DIGITS;
use super::period::Period;
use super::printing::phrase;
use super::quantity::{Quantity, Scale};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What a template asks for: a figure, with the unit and the digits that it wants.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The figure's id.
    pub id: &'a str,
    /// The period.
    pub period: &'a Period,
    /// A scale word (万), a unit (件), or both (亿元); as reported if absent.
    pub unit: Option<&'a str>,
    /// Digits after the point, halves rounded up; all if absent.
    pub digits: Option<u32>,
}

impl Facts {
    /// A value in the wording that is asked for; `place` is where it is asked.
    ///
    /// # Errors
    /// `unknown-figure`, `missing-value`, `wrong-unit`, `too-many-digits`.
    pub fn say(&self, wording: Wording<'_>, place: Span) -> Result<Printed, Box<Diagnostic>> {
        let Wording { id, period, .. } = wording;
        let found = self
            .values
            .get(id)
            .and_then(|values| Some((values, values.at(period)?)));
        let Some((values, amount)) = found else {
            return Err(Box::new(self.missing(Aspect::Figure, id, period, place)));
        };
        if let Some(digits) = wording.digits.filter(|digits| *digits > MOST_DIGITS) {
            let message = format!("小数位数“{digits}”超过了{MOST_DIGITS}");
            return Err(Box::new(Diagnostic::error(
                "too-many-digits",
                place,
                message,
            )));
        }
        let text = said(wording, values, amount)
            .ok_or_else(|| Box::new(wrong_unit(wording, values, place)))?;
        Ok(Printed::new(text, &amount.place))
    }
}

fn said(wording: Wording<'_>, values: &FigureValues, amount: &Amount) -> Option<String> {
    let (own_scale, own_base) = Scale::split(&values.unit);
    let mut amount = amount.clone();
    let mut unit = values.unit.clone();
    if let Some(asked) = wording.unit {
        let (scale, base) = Scale::split(asked);
        if !base.is_empty() && base != own_base {
            return None;
        }
        amount.quantity = in_scale(&amount.quantity, own_scale, scale)?;
        own_base.clone_into(&mut unit);
    }
    if let Some(digits) = wording.digits {
        amount.quantity = amount.quantity.rounded(digits);
    }
    Some(phrase(&amount, &unit))
}

/// Puts a quantity whose unit has a scale of its own, such as 亿元, into `asked`.
fn in_scale(quantity: &Quantity, own: Scale, asked: Scale) -> Option<Quantity> {
    if own == Scale::One {
        return quantity.in_scale(asked);
    }
    if own == asked && quantity.scale == Scale::One {
        return Some(Quantity {
            scale: asked,
            ..*quantity
        });
    }
    quantity.times(own)?.in_scale(asked)
}

fn wrong_unit(wording: Wording<'_>, values: &FigureValues, place: Span) -> Diagnostic {
    let asked = wording.unit.unwrap_or_default();
    let (_, base) = Scale::split(&values.unit);
    let message = format!(
        "数据“{}”的单位是“{}”，不能换成“{asked}”",
        wording.id, values.unit
    );
    Diagnostic::error("wrong-unit", place, message)
        .with_hint(format!("可以写“万”“亿”“{base}”“万{base}”“亿{base}”"))
}
