//! 甲持股51%，乙持股34%，丙持股20%: what several hold of one thing is no more than the whole.

use rust_decimal::Decimal;

use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};

/// What leads the share of each; parts of one division are told by 占 behind names that end alike.
const LEADS: [&str; 9] = [
    "持股",
    "出资",
    "承担",
    "分担",
    "负担",
    "占股",
    "持股比例为",
    "出资比例为",
    "占",
];

/// More than this over the whole is something else.
const FARTHEST: i64 = 30;

/// More characters than stand between two shares that are told side by side.
const LONGEST: usize = 16;

/// Reports three or more shares in a row that each follow the same word and make more than the whole.
pub(super) fn shares_of_holders(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let numbers = view.numbers();
    let mut index = 0;
    while index < numbers.len() {
        let first = &numbers[index];
        let lead = Some(first)
            .filter(|it| it.is_percent(chars))
            .and_then(|it| lead(view, it));
        let Some(lead) = lead else {
            index += 1;
            continue;
        };
        let shares: Vec<&Number> = run(view, &numbers[index..], lead);
        index += shares.len().max(1);
        if shares.len() >= 3 && (lead != "占" || are_of_one_kind(view, &shares)) {
            judge(view, &shares, findings);
        }
    }
}

fn lead(view: &TextView<'_>, number: &Number) -> Option<&'static str> {
    let is_exact = number.is_exact_amount();
    view.one_of_before(number.digits.start, &LEADS)
        .filter(|_| is_exact)
}

/// The shares that follow each other, each behind the same word and the name of its part.
fn run<'v>(view: &TextView<'_>, numbers: &'v [Number], word: &str) -> Vec<&'v Number> {
    let mut shares: Vec<&Number> = Vec::new();
    for number in numbers {
        let joins = shares.last().is_none_or(|last| {
            let between = last.unit.end..number.digits.start;
            let name = between.start + 1..between.end;
            between.len() <= LONGEST
                && view.is_any_at(between.start, "，、；")
                && name.clone().all(|at| is_han(view.char(at)))
        });
        let is_share = number.is_percent(view.chars()) && lead(view, number) == Some(word);
        if !joins || !is_share {
            break;
        }
        shares.push(number);
    }
    shares
}

/// 高等耕地占28%，中等耕地占47%，低等耕地占35%: the names of all parts end alike and differ in one character.
fn are_of_one_kind(view: &TextView<'_>, shares: &[&Number]) -> bool {
    const NAME: usize = 4;
    const GRADES: &str = "高中低优良差一二三四上下大小";
    let names: Vec<&[char]> = shares
        .iter()
        .filter_map(|share| {
            let end = share.digits.start.checked_sub(1)?;
            view.chars().get(end.checked_sub(NAME)?..end)
        })
        .collect();
    let is_of_kind = |name: &&[char]| GRADES.contains(name[0]) && name[1..] == names[0][1..];
    names.len() == shares.len() && names.iter().all(is_of_kind)
}

fn judge(view: &TextView<'_>, shares: &[&Number], findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sum: Option<Decimal> = shares.iter().map(|it| it.value(chars)).sum();
    let slack: Option<Decimal> = shares.iter().map(|it| it.rounding(chars)).sum();
    let (Some((sum, slack)), [first, .., last]) = (sum.zip(slack), shares) else {
        return;
    };
    let over = sum - Decimal::ONE_HUNDRED;
    if over > slack && over <= Decimal::from(FARTHEST) {
        findings
            .at(
                first.digits.start..last.unit.end,
                format!("各项占比之和是{}%", plain(sum, 2)),
            )
            .hint("同一个整体的各项占比合起来不超过100%；逐项核对");
    }
}
