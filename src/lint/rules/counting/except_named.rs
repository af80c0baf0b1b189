//! 9个乡镇中，除甲、乙、丙外，其余5个: what is left where some are left out by name.

use rust_decimal::Decimal;

use super::lists::segments;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// 9个乡镇中，除甲、乙、丙外，其余5个: as many are named as are left out.
pub(crate) fn except_named(
    view: &TextView<'_>,
    left: &Number,
    at: usize,
    findings: &mut Findings<'_>,
) {
    let sentence = view.sentence(at);
    let Some(except) = view.find(sentence.start..at, "除") else {
        return;
    };
    let outside = ["外", "以外", "之外"]
        .iter()
        .filter_map(|word| view.find(except..at + 1, word))
        .min();
    let Some(outside) = outside else {
        return;
    };
    let chars = view.chars();
    let before = view.numbers_in(sentence.start..except);
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == left.unit(chars);
    let total = before.iter().rfind(alike);
    let names = segments(view, except + 1..outside);
    let is_list = names.least == names.most && view.numbers_in(except..outside).is_empty();
    let values = total.and_then(|it| it.value(chars)).zip(left.value(chars));
    let Some((whole, rest)) = values.filter(|_| is_list && left.is_exact_amount()) else {
        return;
    };
    if rest + Decimal::from(names.least) != whole {
        let (text, count) = (view.text(left.range()), names.least);
        findings
            .at(
                left.range(),
                format!("“{text}”加除去的{count}个，与总数不符"),
            )
            .hint("核对总数、除去的和余下的数");
    }
}
