//! What the parts of a whole make together.

use rust_decimal::Decimal;

use super::part_list::PartList;
use crate::lint::arithmetic::sum;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

impl PartList<'_> {
    /// The sum of the parts.
    pub(super) fn sum(&self, chars: &[char]) -> Option<Decimal> {
        sum(self.parts.iter().copied(), chars)
    }

    /// Whether the first of the parts make the whole, so that the others tell of something else.
    pub(super) fn is_made_early(&self, chars: &[char]) -> bool {
        let whole = self.whole.value(chars);
        (2..self.parts.len()).any(|count| {
            let some = self.parts[..count].iter().copied();
            whole.is_some() && sum(some, chars) == whole
        })
    }

    /// 3亿元，其中一期18000万元，二期12000元: a part that makes the whole with the others if it has the
    /// multiplier of one of them.
    pub(super) fn lacks_multiplier(&self, chars: &[char]) -> bool {
        let Some((sum, whole)) = self.sum(chars).zip(self.whole.value(chars)) else {
            return false;
        };
        let numbers = || self.parts.iter().copied().chain([self.whole]);
        let factors = || numbers().map(|part| part.factor(chars));
        // 一期5.2亿元、二期7.4万元: another multiplier is as much of a slip.
        let other = |part: &Number| part.factor(chars) < self.whole.factor(chars);
        let is_bare = |part: &&&Number| match part.multiplier.is_empty() {
            true => part.digits.len() >= 2,
            false => other(part),
        };
        self.parts.iter().filter(is_bare).any(|part| {
            let value = part.value(chars).unwrap_or_default();
            let digits = part.decimal(chars).unwrap_or_default();
            let scaled = |factor: Decimal| sum - value + digits * factor;
            let own = part.factor(chars);
            factors()
                .any(|factor| factor > Decimal::ONE && factor != own && scaled(factor) == whole)
        })
    }

    /// How far rounding may put the sum of the parts from the whole at the very most.
    pub(super) fn slack(&self, chars: &[char]) -> Decimal {
        let numbers = self.parts.iter().copied().chain([self.whole]);
        let slacks = numbers.map(|number| number.rounding(chars).unwrap_or_default());
        slacks.sum()
    }

    /// One unit of the last digit of the roughest number; zero of whole counts.
    pub(super) fn last_digit(&self, chars: &[char]) -> Decimal {
        let numbers = || self.parts.iter().copied().chain([self.whole]);
        // 2亿元 beside 6.5亿元 and 1.5亿元 has a decimal too, a zero that nobody writes.
        let scale = |number: &Number| number.decimal(chars).map_or(0, |it| it.scale());
        let has_decimal =
            |number: &Number| scale(number) > 0 && number.factor(chars) == self.whole.factor(chars);
        let are_fine = has_decimal(self.whole) && self.parts.iter().any(|it| has_decimal(it));
        let roundings = numbers().map(|number| {
            let rounding = number.rounding(chars).unwrap_or_default();
            let is_zeroed =
                are_fine && scale(number) == 0 && number.factor(chars) == self.whole.factor(chars);
            if is_zeroed {
                rounding / Decimal::TEN
            } else {
                rounding
            }
        });
        roundings.max().unwrap_or_default() * Decimal::TWO
    }

    /// Whether every part is at least a hundred times finer than the whole.
    pub(super) fn has_fine_parts(&self, chars: &[char]) -> bool {
        let rounding = |number: &Number| number.rounding(chars).unwrap_or_default();
        let whole = rounding(self.whole);
        let mut parts = self.parts.iter();
        whole > Decimal::ZERO && parts.all(|part| rounding(part) * Decimal::ONE_HUNDRED <= whole)
    }

    /// The words from the first name to the last part.
    pub(super) fn text(&self, view: &TextView<'_>) -> String {
        let end = self
            .parts
            .last()
            .map_or(self.start, |part| part.digits.start);
        view.text(self.start..end)
    }

    /// What is said before the last part: its name.
    pub(super) fn last_name(&self, view: &TextView<'_>) -> String {
        match self.parts.as_slice() {
            [.., before, last] => view.text(before.unit.end..last.digits.start),
            _ => String::new(),
        }
    }
}

/// 4家各设3个: what each of some has is no part; 各县改造57个 is one.
pub(super) fn is_of_each(view: &TextView<'_>, number: &Number) -> bool {
    const NEAR: usize = 4;
    let start = number.digits.start;
    let is_each = |at: usize| {
        view.char(at) == '各' && !view.is_any_at(at + 1, "县市区州旗乡镇村街地级类种单部行业")
    };
    (start.saturating_sub(NEAR)..start).any(is_each)
}
