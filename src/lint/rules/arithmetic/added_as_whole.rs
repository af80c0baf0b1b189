//! 原有420人，新聘80人，规模扩大了500人: what all come to is told as what was added.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// What tells how much is added.
const ADDED: [&str; 6] = ["扩大了", "增加了", "壮大了", "提高了", "增长了", "扩充了"];

/// What tells how much there was.
const OLD: [&str; 4] = ["原有", "原来有", "原为", "原先有"];

/// Reports each number behind 扩大了 that is the sum of what there was and of what is new.
pub(crate) fn added_as_whole(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    for number in view.numbers() {
        let start = number.digits.start;
        if view.before(start) != '了' || !number.is_exact_amount() {
            continue;
        }
        let Some(verb) = view.one_of_before(start, &ADDED) else {
            continue;
        };
        let sentence = view.sentence(start);
        let alike = |it: &&Number| it.unit(chars) == number.unit(chars) && it.is_exact_amount();
        let mut told = view.numbers_in(sentence.start..start).iter().filter(alike);
        let (Some(old), Some(new), None) = (told.next(), told.next(), told.next()) else {
            continue;
        };
        let sum = old
            .value(chars)
            .zip(new.value(chars))
            .map(|(old, new)| old + new);
        let is_old = view.one_of_before(old.digits.start, &OLD).is_some();
        if is_old && sum.is_some() && sum == number.value(chars) {
            let verb_start = start - verb.chars().count();
            let text = view.words(verb_start..number.unit.end);
            let right = text.replacen('了', "到", 1);
            findings
                .at(
                    verb_start..number.unit.end,
                    format!("“{text}”：这是原有的和新增的合起来的数"),
                )
                .hint(format!("改为“{right}”"));
        }
    }
}
