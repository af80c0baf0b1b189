//! 为期两年，自2024年1月起至2027年12月: a term of another length than its dates have.

use std::ops::Range;

use jiff::civil::Date;

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// Months of a year.
const YEAR: i64 = 12;

/// What tells how long something lasts, right before the number.
const LEADS: &[&str] = &[
    "历时",
    "为期",
    "期限为",
    "期限",
    "周期为",
    "周期",
    "有效期",
    "服务期",
    "合同期",
    "公示期为",
    "公示期",
];

/// The same of a work that has a first and a last day.
const WORK: &[&str] = &[
    "建设工期",
    "总工期",
    "施工工期",
    "工期为",
    "工期",
    "建设周期",
];

/// 3月1日至10日: the last day has its month from the first.
fn days_of_one_month(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for from in view.dates() {
        let start = from.range.end + 1;
        let last = view.numbers_in(start..start + 1).first();
        let last = last.filter(|it| {
            it.digits.start == start
                && view.char(it.digits.end) == '日'
                && view.is_any_at(start - 1, "至—到")
        });
        let Some((first, last)) = from.day.zip(last) else {
            continue;
        };
        let day = view.words(last.digits.clone()).parse::<u32>().ok();
        let dates = from.range.start..last.unit.end;
        let told = said(view, LEADS, dates.clone()).filter(|(it, _)| matches!(it.1, Unit::Days));
        let Some(((days, _), text)) = told else {
            continue;
        };
        let length = day.and_then(|day| day.checked_sub(first)).map(i64::from);
        if length.is_some_and(|length| !(days - 1..=days).contains(&length)) {
            let written = view.words(dates.clone());
            findings
                .at(dates, format!("“{written}”与“{text}”不符"))
                .hint("核对起止时间和期限");
        }
    }
}

/// Reports each pair of dates whose sentence tells that the time between them is longer or shorter.
pub(super) fn stated_term(view: &TextView<'_>, findings: &mut Findings<'_>) {
    days_of_one_month(view, findings);
    for pair in view.dates().windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let is_work = is_work(view, from, to);
        if !is_work && !is_span(view, from, to) {
            continue;
        }
        let leads = if is_work { WORK } else { LEADS };
        let Some((said, text)) = said(view, leads, from.range.start..to.range.end) else {
            continue;
        };
        let length = match said.1 {
            Unit::Months => months(from, to),
            Unit::Days => days(from, to),
        };
        // From January to December are eleven months between and twelve in all, and so are days.
        // From the first day of a month to the last of another they are whole months.
        let least = match said.1 {
            Unit::Months if are_whole_months(from, to) => said.0 - 1..=said.0 - 1,
            _ => said.0 - 1..=said.0,
        };
        let fits = |length: i64| least.contains(&length);
        if length.is_some_and(|length| !fits(length)) {
            let range = from.range.start..to.range.end;
            let dates = view.words(range.clone());
            findings
                .at(range, format!("“{dates}”与“{text}”不符"))
                .hint("核对起止时间和期限");
        }
    }
}

/// What a term is told in.
#[derive(Clone, Copy)]
enum Unit {
    Months,
    Days,
}

/// How many days lie between the dates; dates without a year are of one year.
fn days(from: &DateMention, to: &DateMention) -> Option<i64> {
    const COMMON: u16 = 2023;
    let of = |date: &DateMention, year: u16| {
        let (month, day) = (date.month.try_into().ok()?, date.day?.try_into().ok()?);
        Date::new(year.try_into().ok()?, month, day).ok()
    };
    // Without a year nobody knows how long February is.
    let is_known = from.year.is_some() || from.month > 2 || to.month <= 2;
    let first = from.year.unwrap_or(COMMON);
    let ends = of(from, first).zip(of(to, to.year.unwrap_or(first)));
    let (from, to) = ends.filter(|_| is_known)?;
    (to >= from).then(|| i64::from((to - from).get_days()))
}

/// How many months lie between the dates; without a year both are of one.
fn months(from: &DateMention, to: &DateMention) -> Option<i64> {
    let of = |date: &DateMention, year: u16| i64::from(year) * YEAR + i64::from(date.month);
    let is_of_one = to.year.is_none() && from.month < to.month;
    let first = from.year.or_else(|| is_of_one.then_some(0))?;
    Some(of(to, to.year.unwrap_or(first)) - of(from, first))
}

fn are_whole_months(from: &DateMention, to: &DateMention) -> bool {
    // No month is shorter.
    const LAST: u32 = 28;
    from.day == Some(1) && to.day.is_some_and(|day| day >= LAST)
}

/// 2022年5月初开工，2023年5月底建成: the dates of a work, whose term may be told.
fn is_work(view: &TextView<'_>, from: &DateMention, to: &DateMention) -> bool {
    const LONGEST: usize = 12;
    let after = |date: &DateMention| {
        let end = date.range.end;
        end + usize::from(view.is_any_at(end, "初底末"))
    };
    let begins = ["开工", "动工", "进场", "正式开工"];
    let ends = [
        "建成",
        "完工",
        "竣工",
        "通车",
        "交付",
        "全面建成",
        "全面完工",
    ];
    let between = from.range.end..to.range.start;
    between.len() <= LONGEST
        && !view.has_mark(&between, "。；\n")
        && view.one_of_at(after(from), &begins).is_some()
        && view.one_of_at(after(to), &ends).is_some()
}

/// 2024年1月起至2027年12月.
fn is_span(view: &TextView<'_>, from: &DateMention, to: &DateMention) -> bool {
    const LONGEST: usize = 6;
    const LONGEST_TERM: usize = 20;
    let between = from.range.end..to.range.start;
    // 自2024年7月1日起施行，有效期5年，至2029年6月30日止.
    let is_told = between.len() <= LONGEST_TERM
        && view.find(between.clone(), "有效期").is_some()
        && view
            .one_of_before(to.range.start, &["，至", "到"])
            .is_some();
    is_told
        || between.len() <= LONGEST
            && [
                "至",
                "到",
                "起至",
                "起，至",
                "—",
                "起到",
                "开始至",
                "开始，至",
                "起，到",
            ]
            .contains(&view.words(between))
}

/// The term that the sentence tells of, in months, and its words.
fn said<'v>(
    view: &'v TextView<'_>,
    leads: &[&str],
    dates: Range<usize>,
) -> Option<((i64, Unit), &'v str)> {
    let sentence = view.sentence(dates.start);
    let lead = |lead: &&str| {
        let start = view.find(sentence.clone(), lead)? + lead.chars().count();
        let (number, end) = number_at(view, start)?;
        let number = i64::try_from(number).ok()?;
        let (length, unit) = match view.one_of_at(end, &["年", "个月", "天"])? {
            "年" => ((number * YEAR, Unit::Months), 1),
            "天" => ((number, Unit::Days), 1),
            _ => ((number, Unit::Months), 2),
        };
        // 为期两年半, 为期两年的第一期.
        let after = end + unit;
        let is_whole = !view.is_any_at(after, "半多余左以零")
            && view.one_of_at(after, &["的第", "的前", "的后"]).is_none();
        (is_whole && is_of_same(view, start, &dates))
            .then(|| (length, view.words(start - lead.chars().count()..end + unit)))
    };
    leads.iter().find_map(lead)
}

/// 开展为期三个月的: the term is that of what is done in the time.
fn is_of_action(view: &TextView<'_>, at: usize) -> bool {
    const DOES: [&str; 6] = [
        "开展为期",
        "组织开展为期",
        "开展了为期",
        "实施为期",
        "组织为期",
        "进行为期",
    ];
    view.one_of_before(at, &DOES).is_some()
}

/// Whether the term at `at` and the dates have one subject: they share a clause, or the later clause begins
/// with what it tells.
fn is_of_same(view: &TextView<'_>, at: usize, dates: &Range<usize>) -> bool {
    let (term, told) = (view.clause(at), view.clause(dates.start));
    let last = view.clause(dates.end.saturating_sub(1));
    let begins = |clause: &Range<usize>, at: usize| at - clause.start <= 4;
    if term == told || dates.contains(&at) {
        return true;
    }
    match term.start < told.start {
        true => told.start == term.end + 1 && dates.start - told.start <= "计划于".chars().count(),
        // 7月1日至8月31日，两局联合开展为期三个月的专项行动.
        false => term.start == last.end + 1 && (begins(&term, at) || is_of_action(view, at)),
    }
}
