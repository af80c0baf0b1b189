//! 2022年5月20日（星期四）: it was a Friday.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::issued_on;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule, Word};

/// 2022年5月20日（星期四）: it was a Friday.
pub(crate) const WEEKDAY_MISMATCH: Rule = Rule {
    name: "weekday-mismatch",
    title: "日期与星期不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("weekday_mismatch.md"),
};

const WORDS: &[&str] = &[
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "星期天",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
];

/// 工作日（周五至周一）: the days of a week's work in the wrong order.
fn reversed_days(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const DAYS: &str = "一二三四五六日";
    let place = |at: usize| DAYS.chars().position(|day| day == view.char(at));
    let next = word.end + 1;
    let is_range = view.is_any_at(word.end, "至到—") && view.is_any_at(next, "周星");
    let last = next + if view.char(next) == '周' { 1 } else { 2 };
    let days = place(word.end - 1).zip(place(last));
    let is_of_work = view.has_any(&(view.clause(word.start).start..word.start), &["工作日"]);
    if is_range && is_of_work && days.is_some_and(|(first, last)| first > last) {
        let text = view.words(word.start..last + 1);
        findings
            .at(word.start..last + 1, format!("工作日“{text}”前后颠倒"))
            .hint("核对星期");
    }
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    reversed_days(view, word, findings);
    of_two_days(view, word, findings);
    let next = next_day(view, word.start);
    let Some(date) = date_before(view, word.start).or(next.as_ref()) else {
        return;
    };
    let years = years(view, date);
    let days: Vec<char> = years.filter_map(|year| weekday(date, year)).collect();
    let text = view.words(word.start..word.end);
    let found = text.chars().last().unwrap_or('一');
    let found = if found == '天' { '日' } else { found };
    let Some(right) = days.first().filter(|_| !days.contains(&found)) else {
        return;
    };
    let name = text.trim_end_matches(|c| c != '期' && c != '周');
    let hint = format!("{}是{name}{right}", view.text(date.range.clone()));
    findings
        .at(
            date.range.start..word.end,
            format!("“{}”与“{text}”不符", view.text(date.range.clone())),
        )
        .hint(hint);
}

/// 2023年10月28日、29日（周五、周六）: two days beside each other, and the weekday of the first one.
fn of_two_days(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const LONGEST: usize = 5;
    let is_first = view.is_any_before(word.start, "（(") && view.is_any_at(word.end, "、和");
    let Some(open) = word.start.checked_sub(1).filter(|_| is_first) else {
        return;
    };
    let last = view.numbers_in(open.saturating_sub(LONGEST)..open).last();
    let last = last.filter(|it| view.char(it.digits.end) == '日' && it.digits.end + 1 == open);
    let end = last.and_then(|it| it.digits.start.checked_sub(1));
    let Some(end) = end.filter(|at| view.is_any_at(*at, "、和至—")) else {
        return;
    };
    let index = view.dates().partition_point(|date| date.range.end < end);
    let date = view.dates().get(index).filter(|date| date.range.end == end);
    let Some((date, year)) = date.and_then(|date| Some((date, date.year?))) else {
        return;
    };
    let found = match view.before(word.end) {
        '天' => '日',
        found => found,
    };
    if let Some(right) = weekday(date, year).filter(|right| *right != found) {
        let text = view.text(word.start..word.end);
        let day = view.text(date.range.clone());
        findings
            .at(date.range.start..word.end, format!("“{day}”与“{text}”不符"))
            .hint(format!("{day}是星期{right}"));
    }
}

/// The years that a date may be of, the likeliest first: its own or, if it has none, that of the letter's
/// date of issue and those that the paragraph names before it.
fn years(view: &TextView<'_>, date: &DateMention) -> impl Iterator<Item = u16> {
    let own = date.year;
    // 去年11月6日 and 每年3月5日 are of other years.
    let is_other = view.before(date.range.start) == '年';
    let issued = issued_on(view).filter(|_| own.is_none() && !is_other);
    let year = issued.and_then(|day| u16::try_from(day.year()).ok());
    // What is far ahead was last year, or what is far behind will be.
    let months = issued.map_or(0, |day| day.month().unsigned_abs().into());
    let ahead = year.filter(|_| date.month >= months + 3).map(|it| it - 1);
    let behind = year.filter(|_| date.month + 3 <= months).map(|it| it + 1);
    let named = match year {
        Some(_) => named_before(view, date.range.start),
        None => going_on(view, date).filter(|_| own.is_none() && !is_other),
    };
    [own, year, ahead, behind, named].into_iter().flatten()
}

/// 2023年6月14日…6月30日（星期四）: the year of the date before in the paragraph, if no other year stands
/// between the two and the later one is told later.
fn going_on(view: &TextView<'_>, date: &DateMention) -> Option<u16> {
    let start = view.passage(date.range.start).start;
    let index = view
        .dates()
        .partition_point(|it| it.range.start < date.range.start);
    let mut before = view.dates()[..index].iter().rev();
    let last = before.find(|it| it.year.is_some())?;
    let between = last.range.end..date.range.start;
    let is_told = view.numbers_in(between.clone()).iter();
    let is_told = is_told.clone().any(|it| it.is_year(view.chars()));
    const OTHER: [&str; 6] = ["次年", "翌年", "今年", "明年", "去年", "当年"];
    let is_one_year = last.range.start >= start && !is_told && !view.has_any(&between, &OTHER);
    let is_later = (last.month, last.day) <= (date.month, date.day);
    last.year.filter(|_| is_one_year && is_later)
}

/// 2022年8月20日（周六）、21日（周一）: the day that has its month from the date before.
fn next_day(view: &TextView<'_>, at: usize) -> Option<DateMention> {
    const LONGEST: usize = 14;
    let open = at.checked_sub(1).filter(|at| view.is_any_at(*at, "（("))?;
    let day = view.numbers_in(open.saturating_sub(4)..open).last()?;
    let is_day = day.digits.end + 1 == open && view.char(day.digits.end) == '日';
    let joint = day.digits.start.checked_sub(1).filter(|_| is_day)?;
    let close = joint
        .checked_sub(1)
        .filter(|at| view.is_any_at(joint, "、和至") && view.is_any_at(*at, "）)"))?;
    let opened = view.pairs().closing_at(close)?.open;
    let index = view.dates().partition_point(|it| it.range.end < opened);
    let first = view.dates().get(index)?;
    let adjoins = first.range.end == opened && close - opened <= LONGEST;
    Some(DateMention {
        range: day.digits.start..open,
        day: Some(view.words(day.digits.clone()).parse().ok()?),
        ..first.clone()
    })
    .filter(|it| adjoins && it.day > first.day)
}

/// The last year that the paragraph names before `at`.
fn named_before(view: &TextView<'_>, at: usize) -> Option<u16> {
    let last = view.places_in('年', view.passage(at).start..at).last()?;
    let time = view.time(last, None)?;
    u16::try_from(time.first.year()).ok()
}

/// The full date that ends right before the weekday, a bracket or a comma between.
fn date_before<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v DateMention> {
    let gap = usize::from(view.is_any_before(at, "（(，"));
    let end = at - gap;
    let index = view.dates().partition_point(|date| date.range.end < end);
    let adjoining = view.dates().get(index);
    adjoining
        .filter(|date| date.range.end == end)
        .or_else(|| date_of_that_day(view, at))
}

/// 12月4日是国家宪法日，当天正值星期二: the only date of the clause before.
fn date_of_that_day<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v DateMention> {
    let verb = view.one_of_before(
        at,
        &[
            "正值",
            "正好是",
            "恰好是",
            "恰逢",
            "正逢",
            "恰是",
            "正是",
            "适逢",
            "刚好是",
            "恰值",
            "是",
            "为",
        ],
    )?;
    let verb = at - verb.chars().count();
    let that = ["当天", "当日", "这天", "这一天", "该日", "那天"];
    let that = verb - view.one_of_before(verb, &that)?.chars().count();
    let comma = that
        .checked_sub(1)
        .filter(|at| view.is_any_at(*at, "，；。"))?;
    let told = view.clause(comma);
    let from = view
        .dates()
        .partition_point(|date| date.range.start < told.start);
    let mut dates = view.dates()[from..]
        .iter()
        .take_while(|date| date.range.end <= comma);
    let date = dates.next()?;
    // 3月1日至5日 and 《…》（3月1日） are of more days, or of another thing.
    let is_only = dates.next().is_none() && !view.is_any_at(date.range.end, "至—-到起前后之、和以");
    let is_end = view.is_any_before(date.range.start, "至到、和前");
    let is_cited = view.in_title(date.range.start) || view.in_parentheses(date.range.start);
    (date.day.is_some() && is_only && !is_end && !is_cited).then_some(date)
}

fn weekday(date: &DateMention, year: u16) -> Option<char> {
    let (month, day) = (date.month, date.day?);
    let date = Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()?;
    let index = date.weekday().to_monday_zero_offset();
    "一二三四五六日".chars().nth(usize::try_from(index).ok()?)
}
