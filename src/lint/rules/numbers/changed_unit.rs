//! 由1180万立方米恢复到1260万平方米: a length, an area, a volume taken for each other.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::arithmetic::part_list::{after_whole, same_value};
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 由1180万立方米恢复到1260万平方米: a length, an area, a volume taken for each other.
pub(crate) const CHANGED_UNIT: Rule = Rule {
    name: "changed-unit",
    title: "前后两个数的单位不同",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("changed_unit.md"),
};

/// What is measured, by its units.
const DIMENSIONS: [&[&str]; 6] = [
    &["公里", "千米", "米", "厘米", "毫米"],
    &["平方米", "平方公里", "平方千米", "公顷", "亩"],
    &["立方米"],
    &["吨", "公斤", "千克", "克"],
    &["微克/立方米"],
    &["毫克/立方米"],
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        if is_change(view, from, to) && differ(view, from, to) {
            report(view, from, to, findings);
        }
        if is_range_of_scales(view, from, to) {
            let range = from.digits.start..to.unit.end;
            let text = view.words(range.clone());
            findings
                .at(range, format!("“{text}”两端相差太大"))
                .hint("核对“万”和“亿”");
        }
    }
    same_number(view, findings);
    let measured = |number: &&Number| dimension(view, number).is_some();
    for whole in view.numbers().iter().filter(measured) {
        let parts = after_whole(view, whole);
        let other = parts.first().filter(|first| differ(view, whole, first));
        if let Some(first) = other.filter(|_| same_value(view, whole, &parts)) {
            report(view, whole, first, findings);
        }
    }
}

/// 总建筑面积3.6万平方米……在这3.6万平方公里的馆舍中: one number told again with another unit of its kind.
fn same_number(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const FAR: usize = 120;
    let measured = |number: &&Number| dimension(view, number).is_some();
    let numbers: Vec<&Number> = view.numbers().iter().filter(measured).collect();
    for (index, later) in numbers.iter().enumerate() {
        let told = |it: &Number| view.words(it.digits.start..it.multiplier.end);
        let is_again = view
            .one_of_before(later.digits.start, &["这", "上述", "该", "其中这"])
            .is_some();
        if !is_again {
            continue;
        }
        let near = numbers[..index].iter().rev();
        let mut near = near.take_while(|it| later.digits.start - it.unit.end <= FAR);
        let other = near.find(|it| {
            told(it) == told(later)
                && dimension(view, it) == dimension(view, later)
                && view.words(it.unit.clone()) != view.words(later.unit.clone())
        });
        if let Some(first) = other {
            report(view, first, later, findings);
        }
    }
}

fn dimension(view: &TextView<'_>, number: &Number) -> Option<usize> {
    if !matches!(
        view.char(number.unit.start),
        '公' | '千' | '米' | '厘' | '毫' | '微' | '平' | '立' | '亩' | '吨' | '克'
    ) {
        return None;
    }
    let unit = view.words(number.unit.clone());
    let has_unit = |units: &&[&str]| units.contains(&unit);
    DIMENSIONS.iter().position(has_unit)
}

fn differ(view: &TextView<'_>, one: &Number, other: &Number) -> bool {
    let dimensions = dimension(view, one).zip(dimension(view, other));
    dimensions.is_some_and(|(one, other)| one != other)
}

/// More characters than stand between the two numbers of a change.
const LONGEST: usize = 8;

/// 由A恢复到B, with nothing but a verb between.
fn is_change(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let end = to.digits.start.min(from.unit.end + LONGEST);
    // Few numbers stand right behind such a verb.
    if !view.is_any_before(end, "到至为") {
        return false;
    }
    let between = view.words(from.unit.end..end);
    let start = from.digits.start;
    let lead = view.words(view.clause(start).start..start);
    between.ends_with(['到', '至', '为'])
        && between.chars().all(is_han)
        && lead.contains(['由', '从'])
}

/// 2.5万元～3.5亿元: ten thousand times as much.
fn is_range_of_scales(view: &TextView<'_>, from: &Number, to: &Number) -> bool {
    let chars = view.chars();
    let is_range = to.digits.start == from.unit.end + 1 && view.is_any_at(from.unit.end, "～~至");
    if !is_range {
        return false;
    }
    let scale = |number: &Number| view.text(number.multiplier.clone());
    from.unit(chars) == to.unit(chars)
        && !from.unit.is_empty()
        && scale(from) == "万"
        && scale(to) == "亿"
        && from.decimal(chars) <= to.decimal(chars)
}

fn report(view: &TextView<'_>, one: &Number, other: &Number, findings: &mut Findings<'_>) {
    let (first, second) = (view.text(one.unit.clone()), view.text(other.unit.clone()));
    findings
        .at(
            one.digits.start..other.unit.end,
            format!("前面是“{first}”，后面是“{second}”"),
        )
        .hint("长度、面积、体积、重量不能互相比较；核对单位");
}
