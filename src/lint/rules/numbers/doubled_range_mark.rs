//! 2000至-5000元: two marks of a range in a row.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 2000至-5000元: two marks of a range in a row.
pub(crate) const DOUBLED_RANGE_MARK: Rule = Rule {
    name: "doubled-range-mark",
    title: "表示范围的符号重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_range_mark.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        of_three(view, triple, findings);
    }
    for pair in view.numbers().windows(2) {
        after_range(view, &pair[0], &pair[1], findings);
    }
    for at in view.places_of_any(&MARKS) {
        if is_mark(view.before(at)) {
            continue;
        }
        let start = at - usize::from(view.is_any_before(at, "至到"));
        let mut end = at + 1;
        while is_mark(view.char(end)) || view.is_any_at(end, "至到") {
            end += 1;
        }
        let joins_numbers = is_amount_end(view.before(start)) && view.char(end).is_ascii_digit();
        // －3～－1℃ are degrees below zero.
        let is_negative = view.words(start..end) == "～－" || view.words(start..end) == "～-";
        // —— is one dash, but between two bare numbers of a measure.
        let is_dash = view.words(start..end).chars().all(|mark| mark == '—');
        let is_dash = is_dash && !is_measured_range(view, start, end);
        if end > start + 1 && joins_numbers && !is_dash && !is_negative {
            let text = view.words(start..end);
            findings
                .at(start..end, format!("表示范围的符号“{text}”重复"))
                .hint("只留一个：“～”或者“至”");
        }
    }
}

/// 18——22摄氏度, 2019——2023年: two bare numbers, of which only the second has a unit.
fn is_measured_range(view: &TextView<'_>, start: usize, end: usize) -> bool {
    let number = view.numbers_in(end..end + 1).first();
    let has_unit = number.is_some_and(|it| !it.unit.is_empty() || is_han(view.char(it.digits.end)));
    view.before(start).is_ascii_digit() && has_unit && !view.in_title(start)
}

/// What may follow a range of times and can be no third end of it.
const BEHIND_RANGE: [&str; 19] = [
    "免费",
    "对外",
    "向社会",
    "向公众",
    "开放",
    "期间",
    "进行",
    "开展",
    "实行",
    "实施",
    "集中",
    "供",
    "为",
    "，",
    "。",
    "；",
    "、",
    "在",
    "组织",
];

/// Where a number ends with its unit; 时, 分 and 点 of the clock are none.
fn time_end(view: &TextView<'_>, number: &Number) -> usize {
    let is_clock = number.unit.is_empty() && view.is_any_at(number.unit.end, "时分点");
    number.unit.end + usize::from(is_clock)
}

/// 从8时30分至21时至免费开放: a second 至 with no end behind it.
fn after_range(view: &TextView<'_>, from: &Number, to: &Number, findings: &mut Findings<'_>) {
    let end = time_end(view, to);
    let begin = time_end(view, from);
    let is_range = to.digits.start == begin + 1
        && view.is_any_at(begin, "至到—～")
        && view.is_any_at(end, "至到")
        && view.is_any_before(end, "时分点日月年天周岁人元");
    if is_range && view.one_of_at(end + 1, &BEHIND_RANGE).is_some() {
        let text = view.words(from.digits.start..end + 1);
        findings
            .at(
                from.digits.start..end + 1,
                format!("“{text}”的范围后面多了“{}”", view.char(end)),
            )
            .hint("删去后面的一个字");
    }
}

/// 7月至8月至10月: a range has two ends.
fn of_three(view: &TextView<'_>, triple: &[Number], findings: &mut Findings<'_>) {
    let [first, second, third] = triple else {
        return;
    };
    let joins = |one: &Number, next: &Number| {
        next.digits.start == one.unit.end + 1 && view.is_any_at(one.unit.end, "至到—～")
    };
    let is_chain = joins(first, second) && joins(second, third);
    let chars = view.chars();
    let unit = first.unit(chars);
    let is_one_unit = !unit.is_empty() && unit == second.unit(chars) && unit == third.unit(chars);
    let is_plain = triple.iter().all(|it| it.kind == NumberKind::Plain);
    if is_chain && is_one_unit && is_plain {
        let range = first.digits.start..third.unit.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("范围“{text}”有三个端点"))
            .hint("范围只有起点和终点；删去多余的一个");
    }
}

/// What stands between the ends of a range.
const MARKS: [char; 6] = ['-', '－', '—', '–', '～', '~'];

fn is_mark(character: char) -> bool {
    MARKS.contains(&character)
}

/// A number or a unit ends in it.
fn is_amount_end(character: char) -> bool {
    character.is_ascii_digit() || "%年月日元万亿人个岁级时".contains(character)
}
