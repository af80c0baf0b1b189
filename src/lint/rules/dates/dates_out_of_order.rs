//! 2023年2月申请，同年4月通过审查，2023年3月施工: told one after the other, dated before.

use super::done_again_before::done_again_before;
use super::named_phases_overlap::named_phases_overlap;
use super::phases_out_of_order::phases_out_of_order;
use super::plan_issued_late::plan_issued_late;
use super::received_late::received_late;
use super::steps_reversed::steps_reversed;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule};

/// 2023年2月申请，同年4月通过审查，2023年3月施工: told one after the other, dated before.
pub(crate) const DATES_OUT_OF_ORDER: Rule = Rule {
    name: "dates-out-of-order",
    title: "按先后讲的日期倒退",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("dates_out_of_order.md"),
};

/// What comes last in the story of one thing.
const LATER: [&str; 35] = [
    "形成", "面商", "答复", "座谈", "报送", "走访", "完成", "竣工", "完工", "建成", "通过", "施工",
    "开工", "进场", "投入", "启用", "验收", "交付", "印发", "获批", "批复", "审议", "发布", "公布",
    "整改", "办结", "投产", "挂牌", "作出", "送达", "销号", "移送", "回访", "修改", "评估",
];

/// How many characters the three dates of a story stand in at most.
const LONGEST: usize = 120;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    received_late(view, findings);
    plan_issued_late(view, findings);
    phases_out_of_order(view, findings);
    named_phases_overlap(view, findings);
    done_again_before(view, findings);
    steps_reversed(view, findings);
    for told in view.dates().windows(3) {
        let [first, second, third] = told else {
            continue;
        };
        let is_story = third.range.end - first.range.start <= LONGEST
            && begins_clause(view, second)
            && begins_clause(view, third)
            && !is_parted(view, first, third);
        let is_back =
            goes_back(view, first, second, third) || goes_back_in_year(first, second, third);
        if is_story && is_back && is_later(view, third) {
            let text = view.words(third.range.clone());
            let message = format!("“{text}”早于前面的“{}”", view.text(second.range.clone()));
            findings
                .at(third.range.clone(), message)
                .hint("核对日期；不是按时间先后讲的，就把次序理顺");
        }
    }
}

/// Whether a clause begins with the date, or with 同年 and the date, so that it has no other subject.
fn begins_clause(view: &TextView<'_>, date: &DateMention) -> bool {
    let start = date.range.start;
    let start = if is_same_year(view, date) {
        start - 2
    } else {
        start
    };
    let leads = ["，于", "，并于", "，又于", "，再于", "，即于"];
    view.is_any_before(start, "，；") || view.one_of_before(start, &leads).is_some()
}

fn is_same_year(view: &TextView<'_>, date: &DateMention) -> bool {
    view.one_of_before(date.range.start, &["同年", "当年"])
        .is_some()
}

fn is_parted(view: &TextView<'_>, first: &DateMention, third: &DateMention) -> bool {
    let between = first.range.end..third.range.start;
    view.marks_in(between)
        .any(|at| view.is_any_at(at, "。！？：\n"))
}

/// Whether the second date follows the first one and the third goes back behind one of them.
fn goes_back(
    view: &TextView<'_>,
    first: &DateMention,
    second: &DateMention,
    third: &DateMention,
) -> bool {
    let year = |date: &DateMention, before: u16| match date.year {
        Some(year) => Some(year),
        None => is_same_year(view, date).then_some(before),
    };
    let Some(began) = first.year else {
        return false;
    };
    let Some(went_on) = year(second, began) else {
        return false;
    };
    let Some(ended) = year(third, went_on) else {
        return false;
    };
    let month = |year: u16, date: &DateMention| (year, date.month);
    month(began, first) <= month(went_on, second) && month(ended, third) < month(went_on, second)
}

/// 4月18日收到，4月22日召开，4月9日形成: days of one year, of which the last ones have no year.
fn goes_back_in_year(first: &DateMention, second: &DateMention, third: &DateMention) -> bool {
    // Behind so many months a new year may have begun.
    const MOST_MONTHS: u32 = 6;
    let have_years = second.year.is_some() || third.year.is_some();
    let day = |date: &DateMention| Some((date.month, date.day?));
    let days = day(first).zip(day(second)).zip(day(third));
    let is_near = second.month.abs_diff(third.month) <= MOST_MONTHS;
    let goes_back = days.is_some_and(|((one, two), three)| one <= two && three < two);
    !have_years && is_near && goes_back
}

/// Whether what is told of the date comes late in a story.
fn is_later(view: &TextView<'_>, third: &DateMention) -> bool {
    // 2020年12月，规划经…审议通过: the clause that tells it begins behind the comma.
    let start = third.range.end + usize::from(view.char(third.range.end) == '，');
    let clause = start..view.clause(start).end;
    view.char(start) != '的' && view.has_any(&clause, &LATER)
}
