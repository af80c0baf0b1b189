//! Units (计量单位) of the sheet and of the facts: 万元 and 元 are the same but for their scale.

use crate::facts::{Quantity, Scale};

/// Why a value cannot be written in its figure's unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    /// 件 and 元.
    Different,
    /// Both units have scales, and nobody said in which the value shall be written.
    NeedsScale(Scale),
    /// More digits or a larger scale than a value can have.
    TooLarge,
}

/// A unit without its scale word: 元 for 万元.
pub(super) fn base(unit: &str) -> &str {
    Scale::split(unit).1
}

/// A quantity that the sheet counts in `sheet_unit`, as it is written in `unit`.
///
/// The digits stay as they are unless `scale` asks for another scale word; then the point moves, and
/// nothing is rounded.
pub(super) fn converted(
    quantity: Quantity,
    sheet_unit: &str,
    unit: &str,
    scale: Option<Scale>,
) -> Result<Quantity, Misfit> {
    let (sheet_scale, sheet_base) = Scale::split(sheet_unit);
    let (unit_scale, unit_base) = Scale::split(unit);
    if !sheet_base.is_empty() && sheet_base != unit_base {
        return Err(Misfit::Different);
    }
    let together = quantity.scale.exponent() + sheet_scale.exponent();
    let together = Scale::of_exponent(together).ok_or(Misfit::TooLarge)?;
    let wanted = match scale {
        Some(scale) => scale,
        None if unit_scale == Scale::One || unit_scale == together => together,
        None => return Err(Misfit::NeedsScale(unit_scale)),
    };
    let word = Scale::of_exponent(wanted.exponent() - unit_scale.exponent());
    let word = word.ok_or(Misfit::NeedsScale(unit_scale))?;
    let counted = Quantity {
        number: quantity.number,
        scale: together,
    };
    let moved = counted.in_scale(wanted).ok_or(Misfit::TooLarge)?;
    Ok(Quantity {
        number: moved.number,
        scale: word,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(
        text: &str,
        sheet: &str,
        unit: &str,
        scale: Option<Scale>,
    ) -> Result<String, Misfit> {
        let quantity = Quantity::parse(text).expect("the quantity is right");
        converted(quantity, sheet, unit, scale).map(|it| it.to_string())
    }

    #[test]
    fn scale_words_go_from_the_unit_to_the_value() {
        let (one, wan) = (Some(Scale::One), Some(Scale::TenThousand));
        let yi = Some(Scale::HundredMillion);
        for (text, sheet, unit, scale, expected) in [
            ("1001", "件", "件", None, "1001"),
            ("6185", "万元", "元", None, "6185万"),
            ("6185.20", "万元", "元", None, "6185.20万"),
            ("6185万", "元", "元", None, "6185万"),
            ("6185", "万元", "万元", None, "6185"),
            ("6185", "万元", "元", yi, "0.6185亿"),
            ("502600", "万元", "元", yi, "50.26亿"),
            ("6185", "万元", "亿元", yi, "0.6185"),
            ("61850000", "元", "元", wan, "6185万"),
            ("61850000", "元", "万元", wan, "6185"),
            ("15.5", "万件", "件", one, "155000"),
            ("5", "万", "件", None, "5万"),
            ("41.6", "%", "%", None, "41.6"),
        ] {
            let found = convert(text, sheet, unit, scale);
            assert_eq!(found.as_deref(), Ok(expected), "{text}{sheet} → {unit}");
        }
    }

    #[test]
    fn nothing_is_converted_unasked() {
        assert_eq!(
            convert("6185", "万元", "亿元", None),
            Err(Misfit::NeedsScale(Scale::HundredMillion))
        );
        assert_eq!(convert("5", "件", "元", None), Err(Misfit::Different));
        assert_eq!(convert("5万亿", "万元", "元", None), Err(Misfit::TooLarge));
        assert_eq!(
            convert("5", "元", "亿元", Some(Scale::One)),
            Err(Misfit::NeedsScale(Scale::HundredMillion))
        );
    }
}
