//! 下降1倍.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// 下降1倍.
pub(crate) const DECREASE_BY_MULTIPLE: Rule = Rule {
    name: "decrease-by-multiple",
    title: "减少用了倍数",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("decrease_by_multiple.md"),
};

const VERBS: &[&str] = &[
    "下降",
    "减少",
    "降低",
    "缩短",
    "压缩",
    "缩小",
    "压减",
    "减小",
    "下降了",
    "减少了",
    "降低了",
    "缩短了",
    "压缩了",
    "缩小了",
    "减小了",
    "降了",
    "少了",
    "下降近",
    "减少近",
];

/// What may fall below nothing.
const BALANCES: &[&str] = &["利润", "效益", "盈", "亏", "净", "收益"];

/// 浓度下降120%: more than all of it.
fn above_all(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    let start = number.digits.start;
    let is_percent = number.digits.len() >= 3 && number.is_percent(view.chars());
    if !is_percent || number.value(view.chars()) <= Some(Decimal::ONE_HUNDRED) {
        return;
    }
    let Some(verb) = view.one_of_before(start, VERBS) else {
        return;
    };
    let sentence = view.words(view.sentence(start));
    if !BALANCES.iter().any(|word| sentence.contains(word)) {
        let range = start - verb.chars().count()..number.unit.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”：减少不能超过100%"))
            .hint("核对数字");
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        above_all(view, number, findings);
    }
    for at in view.places('倍') {
        let is_part =
            |c: char| c.is_ascii_digit() || c == '.' || is_chinese_digit(c) || "多余半".contains(c);
        let length = (1..8)
            .take_while(|back| at >= *back && is_part(view.char(at - back)))
            .count();
        let start = at - length;
        if length == 0 {
            continue;
        }
        if let Some(verb) = view.one_of_before(start, VERBS) {
            let from = start - verb.chars().count();
            let text = view.words(from..at + 1);
            findings
                .at(from..at + 1, format!("“{text}”：减少不能用倍数"))
                .hint("改用百分数或者分数，例如“下降50%”");
        }
    }
}
