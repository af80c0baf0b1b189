//! 提案6条，其中本单位1条、会办4条.

use rust_decimal::Decimal;

use super::complements::leave_nothing_over;
use super::part_list::{Lead, PartList, after_whole, part_list};
use super::part_sums::is_of_each;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_one_digit, plain, sum};
use crate::lint::findings::{Finding, Findings};
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 提案6条，其中本单位1条、会办4条.
pub(crate) const PARTS_MISMATCH: Rule = Rule {
    name: "parts-mismatch",
    title: "各部分之和与总数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("parts_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        match part_list(view, number) {
            Some(list) => judge(view, &list, findings),
            None => places_mismatch(view, number, findings),
        }
    }
}

/// 养老服务设施共计142处，其中养老机构26家、服务中心14家、照料中心92家: places are counted in more than one way.
fn places_mismatch(view: &TextView<'_>, whole: &Number, findings: &mut Findings<'_>) {
    const PLACES: [char; 6] = ['处', '个', '家', '所', '座', '间'];
    let chars = view.chars();
    let is_place = |it: &Number| matches!(it.unit(chars), [unit] if PLACES.contains(unit));
    // 26个，包括新建9所、改建7所、扩建11所 names them all.
    let names_all = || adds_all(view, whole) || view.is_at(whole.unit.end, "，包括");
    if !is_place(whole) || !whole.is_exact_amount() || !names_all() {
        return;
    }
    let parts = after_whole(view, whole);
    let sum = sum(parts.iter().copied(), chars).zip(whole.value(chars));
    let is_list = parts.len() >= 3 && parts.iter().all(|it| is_place(it) && !is_of_each(view, it));
    let Some((sum, last)) = sum.zip(parts.last()).filter(|_| is_list) else {
        return;
    };
    let (sum, said) = sum;
    let off = (sum - said).abs();
    let numbers = parts.iter().copied().chain([whole]);
    let slack: Decimal = numbers.filter_map(|it| it.rounding(chars)).sum();
    // Another sum is of some of them, or of other things; one wrong digit is a slip.
    let is_slip = off > slack && is_one_digit(off) && view.is_any_at(last.unit.end, "，。；");
    if is_slip {
        let text = view.text(whole.range());
        findings
            .warn(
                whole.digits.start..last.unit.end,
                format!("“{text}”与后面各部分之和{}不符", plain(sum, 0)),
            )
            .hint("核对总数和各部分；没有列全就加“等”");
    }
}

/// Whether 共 or 总 right before the number makes it a total.
fn adds_all(view: &TextView<'_>, whole: &Number) -> bool {
    const TOTALS: [&str; 6] = ["共计", "共有", "共", "总计", "总数达", "总数为"];
    view.one_of_before(whole.digits.start, &TOTALS).is_some()
}

/// What the sum of the parts says about the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judgement {
    /// The parts make the whole, or need not make it.
    Fits,
    /// One of the numbers is wrong.
    Wrong,
    /// One is wrong, unless a part was left out on purpose.
    Incomplete,
    /// Rounding alone can part them so.
    Rounded,
}

fn judge(view: &TextView<'_>, list: &PartList<'_>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let Some((sum, whole)) = list.sum(chars).zip(list.whole.value(chars)) else {
        return;
    };
    // A part above the whole has a rule of its own.
    let is_exceeded = list
        .parts
        .iter()
        .any(|part| part.value(chars) > Some(whole));
    // 共5条，其中第1条、第3条、第5条: which of them, and not how many.
    if view.before(list.parts[0].digits.start) == '第' {
        return;
    }
    // 每年600～1200元，其中轻度600元: the end of a range is no whole.
    let ends_range = view.is_any_before(list.whole.digits.start, "～~－");
    let is_of_earlier = is_of_earlier(view, list, sum) || leaves_rest_of_earlier(view, list);
    if is_exceeded || ends_range || goes_on_by_each(view, list) || is_of_earlier {
        return;
    }
    match judgement(view, list, sum, whole) {
        Judgement::Fits => {}
        Judgement::Wrong => {
            report(view, list, sum, findings).hint("核对总数和各部分");
        }
        Judgement::Incomplete => {
            report(view, list, sum, findings).hint("核对总数和各部分；没有列全就加“等”");
        }
        Judgement::Rounded => {
            let range = list.whole.digits.start..list.parts[list.parts.len() - 1].unit.end;
            findings
                .hint(range, "各部分之和与总数差一点")
                .hint("不是四舍五入造成的，就核对总数和各部分");
        }
    }
}

/// How many numbers before the last one may be the whole.
const NEAR: usize = 8;

/// 60部，已开工33部，其中竣工12部，其余27部: the last part and the whole make the number before.
fn leaves_rest_of_earlier(view: &TextView<'_>, list: &PartList<'_>) -> bool {
    const REST: [&str; 5] = ["其余", "剩余", "余下", "其他", "剩下"];
    let chars = view.chars();
    let last = list.parts.last();
    let rest = last.filter(|it| view.one_of_before(it.digits.start, &REST).is_some());
    let both = rest.and_then(|rest| Some(rest.value(chars)? + list.whole.value(chars)?));
    both.is_some_and(|both| is_of_earlier(view, list, both))
}

/// 调解5.89万件，成功5.74万件；其中甲1.07万件、…: the parts make the number before the last.
fn is_of_earlier(view: &TextView<'_>, list: &PartList<'_>, sum: Decimal) -> bool {
    let chars = view.chars();
    let start = list.whole.digits.start;
    let earlier = view.numbers_in(view.sentence(start).start..start).iter();
    let mut near = earlier.rev().take(NEAR);
    near.any(|it| it.unit(chars) == list.whole.unit(chars) && it.value(chars) == Some(sum))
}

/// 其中甲市3处、乙县2处，丙、丁等6县各1处: further parts are told by what each of some has.
fn goes_on_by_each(view: &TextView<'_>, list: &PartList<'_>) -> bool {
    let end = list.parts.last().map_or(list.start, |last| last.unit.end);
    let rest = end..view.sentence(end).end;
    let mut numbers = view.numbers_in(rest).iter();
    let is_each = |it: &Number| view.before(it.digits.start) == '各';
    list.parts.iter().any(|it| is_of_each(view, it)) || numbers.any(is_each)
}

fn judgement(view: &TextView<'_>, list: &PartList<'_>, sum: Decimal, whole: Decimal) -> Judgement {
    let chars = view.chars();
    let (difference, unit) = (sum - whole, list.last_digit(chars));
    // A few rounded numbers are off by two of the last digit once in a thousand times.
    let is_rounding = match list.parts.len() {
        // 1.2亿元 of 5000万元、3000万元和3500万元: only the whole is rough, and is rounded once.
        _ if list.has_fine_parts(chars) => difference.abs() * Decimal::TWO < unit,
        ..=6 => difference.abs() < unit * Decimal::TWO,
        _ => difference.abs() <= list.slack(chars),
    };
    if list.lacks_multiplier(chars) {
        return Judgement::Wrong;
    }
    // 310笔，其中农民工150笔、毕业生90笔、退役军人80笔: one digit too much is a slip, and no overlap.
    let is_slip = is_one_digit(difference.abs()) && difference.abs() * TWENTY <= whole;
    if difference.is_zero() || list.is_made_early(chars) || overlaps(view, list) && !is_slip {
        return Judgement::Fits;
    }
    if is_rounding {
        let is_told = list.is_closed && list.parts.len() >= 3 && difference.abs() * TWENTY <= whole;
        return if is_told {
            Judgement::Rounded
        } else {
            Judgement::Fits
        };
    }
    let is_near =
        |percent: i64| difference.abs() * Decimal::ONE_HUNDRED <= whole * Decimal::from(percent);
    match list.lead {
        // 茶园12.5万亩，其中投产10.8万亩，良种9.5万亩: far too much is told of the same things twice.
        Lead::Among if difference * Decimal::TWO > whole && list.parts.len() == 2 => {
            Judgement::Fits
        }
        Lead::Among if difference > Decimal::ZERO => Judgement::Wrong,
        Lead::Among if list.is_closed && is_complete(view, list) => Judgement::Wrong,
        Lead::Among if list.is_closed && list.parts.len() >= 3 && is_near(nearness(difference)) => {
            Judgement::Incomplete
        }
        // 12个，其中市级馆2个、县级馆9个: two parts that lack one digit of the whole, and little of it.
        Lead::Among if list.is_closed && is_one_digit(difference.abs()) && is_near(10) => {
            let end = list.parts.last().map_or(list.start, |last| last.unit.end);
            // …，其余为社会捐助资金: the rest is told without a number.
            match view.one_of_at(end + 1, &["其余", "其他", "剩余", "另有", "还有"]) {
                Some(_) => Judgement::Fits,
                None => Judgement::Incomplete,
            }
        }
        Lead::Breakdown | Lead::Told if list.is_closed && is_near(25) => Judgement::Wrong,
        _ => Judgement::Fits,
    }
}

/// What rounding may part is a twentieth of the whole at most.
const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// How many per cent of the whole some parts may lack and still be meant to be all of it: more if
/// one wrong digit explains what lacks.
fn nearness(difference: Decimal) -> i64 {
    if is_one_digit(difference) { 15 } else { 10 }
}

fn report<'f>(
    view: &TextView<'_>,
    list: &PartList<'_>,
    sum: Decimal,
    findings: &'f mut Findings<'_>,
) -> Finding<'f> {
    let whole = list.whole;
    let sum = plain(sum / whole.factor(view.chars()), 4);
    let scale = view.words(whole.multiplier.clone());
    findings.at(
        whole.digits.start..list.parts[list.parts.len() - 1].unit.end,
        format!(
            "“{}”与后面各部分之和{sum}{scale}不符",
            view.text(whole.range())
        ),
    )
}

/// What one and the same person may be beside each other, so that the parts overlap.
const OVERLAPPING: &[&str] = &[
    "取得", "持有", "党员", "岁", "本科", "硕士", "博士", "学历", "职称", "民族", "残疾", "脱贫",
    "退役",
];

/// Whether the parts may overlap: 其中党员30人、女性25人.
fn overlaps(view: &TextView<'_>, list: &PartList<'_>) -> bool {
    let text = list.text(view);
    let is_of_women = text.contains('女') && !text.contains('男');
    // 高级职称38人、中级职称92人: nobody has two of them.
    let is_of_grades = text.contains("高级") && text.contains("中级");
    let mut words = OVERLAPPING.iter();
    is_of_women || words.any(|word| text.contains(word) && !(is_of_grades && *word == "职称"))
}

/// Whether the names of the parts leave nothing over.
fn is_complete(view: &TextView<'_>, list: &PartList<'_>) -> bool {
    let last = list.last_name(view);
    if ["其他", "其余", "其它"]
        .iter()
        .any(|word| last.contains(word))
    {
        return true;
    }
    leave_nothing_over(&list.text(view))
}
