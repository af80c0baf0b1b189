//! 146个、3.28万户，其中甲89个、1.96万户，乙57个、1.42万户: the parts make one whole and not the other.

use rust_decimal::Decimal;

use super::part_sums::is_of_each;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{plain, sum};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 146个、3.28万户，其中甲89个、1.96万户，乙57个、1.42万户: the parts make one whole and not the other.
pub(crate) const PAIRED_PARTS_MISMATCH: Rule = Rule {
    name: "paired-parts-mismatch",
    title: "两组数里有一组加起来不是总数",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("paired_parts_mismatch.md"),
};

const WORDS: &[&str] = &["其中"];

/// More parts than are told in pairs.
const MOST: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let parts = amounts(view, word.end..sentence.end);
    // 4家各设3个、1家设5个: what each of some has is no part.
    if parts.iter().any(|part| is_of_each(view, part)) || !is_paired(view, &parts) {
        return;
    }
    // 3.28万户。其中，…: the wholes may stand in the sentence before.
    let start = match sentence.start == word.start && view.before(word.start) == '。' {
        true => view.sentence(word.start - 1).start,
        false => sentence.start,
    };
    let before = amounts(view, start..word.start);
    if are_ordinals(view, &parts) {
        return;
    }
    let columns = [0, 1].map(|first| column(view, &parts, &before, first));
    let [Some(one), Some(other)] = columns else {
        return;
    };
    for (sure, column) in [(&one, &other), (&other, &one)] {
        // Only if nothing is left over of the one, nothing can be of the other.
        if sure.off.is_zero() && column.off.abs() > column.slack && !is_balance(view, column) {
            report(view, column, findings);
        }
    }
}

/// 1类2个、2类9个、3类4个: the numbers of one unit name the parts, one after the other.
fn are_ordinals(view: &TextView<'_>, parts: &[&Number]) -> bool {
    let chars = view.chars();
    [0, 1].into_iter().any(|first| {
        let names = parts.iter().skip(first).step_by(2);
        let mut values = names.zip(1..).map(|(part, due)| (part.value(chars), due));
        values.all(|(value, due)| value == Some(Decimal::from(due)))
    })
}

/// 结余0.87亿元，其中5个县结余1.24亿元，3个县超支0.37亿元: the whole is what one part leaves of the other.
fn is_balance(view: &TextView<'_>, column: &Column<'_>) -> bool {
    let chars = view.chars();
    let [one, other] = column.parts.as_slice() else {
        return false;
    };
    let both = one.value(chars).zip(other.value(chars));
    let difference = both.map(|(one, other)| (one - other).abs());
    difference.is_some() && difference == column.whole.value(chars)
}

/// The parts of one unit with their whole.
struct Column<'v> {
    whole: &'v Number,
    parts: Vec<&'v Number>,
    /// The sum of the parts less the whole.
    off: Decimal,
    /// What rounding may part them.
    slack: Decimal,
}

fn amounts<'v>(view: &'v TextView<'_>, range: std::ops::Range<usize>) -> Vec<&'v Number> {
    let chars = view.chars();
    let is_amount = |it: &&Number| !it.is_year(chars) && !matches!(it.unit(chars), ['月' | '日']);
    view.numbers_in(range).iter().filter(is_amount).collect()
}

/// Whether two units take turns, twice at least, and nothing else is counted.
fn is_paired(view: &TextView<'_>, parts: &[&Number]) -> bool {
    let chars = view.chars();
    let is_even = (4..=MOST).contains(&parts.len()) && parts.len().is_multiple_of(2);
    let same = |one: &Number, other: &Number| one.unit(chars) == other.unit(chars);
    is_even
        && !same(parts[0], parts[1])
        && parts
            .iter()
            .all(|it| it.is_exact_amount() && !it.is_percent(chars))
        && (2..parts.len()).all(|index| same(parts[index], parts[index - 2]))
}

fn column<'v>(
    view: &TextView<'_>,
    parts: &[&'v Number],
    before: &[&'v Number],
    first: usize,
) -> Option<Column<'v>> {
    let chars = view.chars();
    let parts: Vec<&Number> = parts.iter().copied().skip(first).step_by(2).collect();
    let alike = |it: &&&Number| it.is_exact_amount() && it.unit(chars) == parts[0].unit(chars);
    let whole = before.iter().copied().rfind(|it| alike(&it))?;
    let rounding = parts
        .iter()
        .chain([&whole])
        .filter_map(|it| it.rounding(chars));
    let slack = rounding.max()? * Decimal::TWO;
    let off = sum(parts.iter().copied(), chars)?.checked_sub(whole.value(chars)?)?;
    Some(Column {
        whole,
        parts,
        off,
        slack,
    })
}

fn report(view: &TextView<'_>, column: &Column<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let (first, last) = (column.parts[0], column.parts[column.parts.len() - 1]);
    let Some(sum) = sum(column.parts.iter().copied(), chars) else {
        return;
    };
    let scale = view.words(column.whole.multiplier.start..column.whole.unit.end);
    let sum = plain(sum / column.whole.factor(chars), 4);
    let text = view.words(column.whole.range());
    findings
        .at(
            first.digits.start..last.unit.end,
            format!("各部分之和{sum}{scale}与“{text}”不符"),
        )
        .hint("另一组数加起来正好是总数；核对这一组");
}
