//! 《2023—2025年农村公路行动计划》（2026年3月印发）: a plan that was issued when its years were over.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Ends of the names of papers that say what is to be done.
const PLANS: [&str; 5] = ["计划", "方案", "规划", "工作要点", "纲要"];

/// What is planned when the years are over.
const LOOKS_BACK: [&str; 6] = ["评估", "考核", "验收", "总结", "审计", "评价"];

/// What is done with a paper when it begins to hold.
const ISSUED: [&str; 8] = [
    "印发",
    "出台",
    "制定",
    "发布",
    "公布",
    "编制",
    "联合印发",
    "制定出台",
];

/// Reports the date of issue of each plan whose years were over by then.
pub(super) fn plan_issued_late(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('《') {
        let title = pair.open..pair.close;
        let is_plan =
            view.one_of_before(pair.close, &PLANS).is_some() && !view.has_any(&title, &LOOKS_BACK);
        let Some(last) = last_year(view, title).filter(|_| is_plan) else {
            continue;
        };
        let issued = issued_behind(view, pair.close).or_else(|| issued_before(view, pair.open));
        let Some(issued) = issued.filter(|issued| year(view, issued) > Some(last)) else {
            continue;
        };
        let date = view.date_at(issued.digits.start);
        let range = date.map_or(issued.range(), |date| date.range.clone());
        let text = view.words(range.clone());
        findings
            .at(
                range,
                format!("“{text}”印发的文件，安排的却是到{last}年为止的事"),
            )
            .hint("核对印发时间和文件名称里的年份");
    }
}

fn year(view: &TextView<'_>, number: &Number) -> Option<u16> {
    let is_year = number.is_year(view.chars());
    is_year.then(|| view.words(number.digits.clone()).parse().ok())?
}

/// The last year of 2023—2025年 in the name of a paper.
fn last_year(view: &TextView<'_>, title: std::ops::Range<usize>) -> Option<u16> {
    let numbers = view.numbers_in(title);
    numbers.windows(2).find_map(|pair| {
        let (from, to) = (&pair[0], &pair[1]);
        let is_joined = to.digits.start == from.unit.end + 1
            && view.is_any_before(to.digits.start, "—-－–～至")
            && from.digits.len() == 4;
        let last = year(view, to).or_else(|| view.words(to.digits.clone()).parse().ok());
        last.filter(|last| is_joined && (2000..2100).contains(last))
    })
}

/// 》（2026年3月印发）, 》于2026年3月印发.
fn issued_behind<'v>(view: &'v TextView<'_>, close: usize) -> Option<&'v Number> {
    let lead = view.one_of_at(close + 1, &["（", "于", "已于"])?;
    let start = close + 1 + lead.chars().count();
    let issued = view.numbers_in(start..start + 1).first()?;
    let end = end_of_date(view, issued);
    let end = end + usize::from(view.char(end) == '正') * 2;
    view.one_of_at(end, &ISSUED).map(|_| issued)
}

/// 2026年3月印发《, 2026年3月，市政府印发了《.
fn issued_before<'v>(view: &'v TextView<'_>, open: usize) -> Option<&'v Number> {
    let clause = view.clause(open.checked_sub(1)?);
    let verb = open - usize::from(view.before(open) == '了');
    view.one_of_before(verb, &ISSUED)?;
    // The date stands in the clause, or is the clause before it.
    let before = match view.before(clause.start) {
        '，' => view.clause(clause.start - 1).start,
        _ => clause.start,
    };
    let mut years = view
        .numbers_in(before..open)
        .iter()
        .filter(|it| it.is_year(view.chars()));
    let issued = years.next().filter(|_| years.next().is_none())?;
    let end = end_of_date(view, issued);
    (view.char(end) == '，' && end + 1 == clause.start || end <= verb && end > clause.start)
        .then_some(issued)
}

/// Where the date ends that begins with a year.
fn end_of_date(view: &TextView<'_>, year: &Number) -> usize {
    let date = view.date_at(year.digits.start);
    date.map_or(year.unit.end, |date| date.range.end)
}
