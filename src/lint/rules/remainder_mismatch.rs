//! 600万元，其中240万元……210万元……，余下160万元: what is left does not fit.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use rust_decimal::Decimal;

use crate::lint::rules::lists::segments;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 600万元，其中240万元……210万元……，余下160万元: what is left does not fit.
pub(crate) const REMAINDER_MISMATCH: Rule = Rule {
    name: "remainder-mismatch",
    title: "余下的数与总数不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("remainder_mismatch.md"),
};

const WORDS: &[&str] = &[
    "余下",
    "其余",
    "剩余",
    "剩下",
    "剩余的",
    "余下的",
    "其他",
    "外的",
];

/// How many of the words tell that all the rest is meant; the others do so only behind 除…外.
const LEFT: usize = 6;

/// 9个乡镇中，除甲、乙、丙外，其余5个: as many are named as are left out.
fn named(view: &TextView<'_>, left: &Number, at: usize, findings: &mut Findings<'_>) {
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

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(left) = view.numbers_in(word.end..word.end + 2).first() else {
        return;
    };
    named(view, left, word.start, findings);
    if word.number >= LEFT {
        return;
    }
    let sentence = view.sentence(word.start);
    let Some(parted) = view.find(sentence.start..word.start, "其中") else {
        return;
    };
    let chars = view.chars();
    let alike =
        |number: &&Number| number.is_exact_amount() && number.unit(chars) == left.unit(chars);
    let total = view
        .numbers_in(sentence.start..parted)
        .iter()
        .rfind(|it| alike(it) && !it.is_percent(chars));
    let parts = view.numbers_in(parted..word.start).iter().filter(alike);
    let all: Vec<&Number> = parts.chain([left]).collect();
    let sum: Option<Decimal> = all.iter().map(|part| part.value(chars)).sum();
    let rounding: Option<Decimal> = all.iter().map(|part| part.rounding(chars)).sum();
    let Some((total, (sum, rounding))) = total.zip(sum.zip(rounding)) else {
        return;
    };
    let Some(whole) = total
        .value(chars)
        .filter(|_| all.len() >= 2 && left.is_exact_amount())
    else {
        return;
    };
    let slack = rounding + total.rounding(chars).unwrap_or_default();
    if (sum - whole).abs() > slack {
        let (text, whole) = (view.text(left.range()), view.text(total.range()));
        findings
            .at(
                left.range(),
                format!("余下的“{text}”加前面各项与“{whole}”不符"),
            )
            .hint("核对总数、各项和余下的数");
    }
}
