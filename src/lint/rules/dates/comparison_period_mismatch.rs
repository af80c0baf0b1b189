//! 较3月同比增长6.3%, 较2019年同比增长12%: 同比 is of the same period a year before.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule, Word};

/// 较3月同比增长6.3%, 较2019年同比增长12%: 同比 is of the same period a year before.
pub(crate) const COMPARISON_PERIOD_MISMATCH: Rule = Rule {
    name: "comparison-period-mismatch",
    title: "“同比”“环比”与所比的时期不合",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("comparison_period_mismatch.md"),
};

const WORDS: &[&str] = &["同比", "环比", "截至"];

/// The number of 截至 among them.
const AS_OF: usize = 2;

/// What tells how much more or less there is.
const VERBS: &[&str] = &[
    "增长", "增加", "下降", "减少", "提高", "提升", "上升", "降低", "多", "少",
];

/// Periods that 环比 compares with.
const PERIODS: &[&str] = &[
    "上月",
    "上个月",
    "上季度",
    "上一季度",
    "上个季度",
    "上一个月",
    "上周",
];

/// Periods that 同比 compares with.
const YEARS: &[&str] = &["上年", "去年", "上年同期", "去年同期"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number == AS_OF {
        return with_itself(view, word, findings);
    }
    let is_of_year = word.number == 0;
    if view.one_of_at(word.end, VERBS).is_none() {
        if is_of_year {
            of_other_period(view, word, findings);
        }
        let follows = view.numbers_in(word.end..word.end + 1).first();
        if let Some(base) = follows.filter(|_| is_of_year) {
            of_earlier_year(view, base, word.start..base.unit.end, findings);
        }
        return;
    }
    // 同比增速比上月同比增长8%回落 compares two rates.
    let clause = view.clause(word.start);
    let is_of_rates = view.has_any(
        &(clause.start..word.start),
        &["增速", "增幅", "涨幅", "降幅", "同比", "环比"],
    );
    if is_of_rates {
        return;
    }
    match period_before(view, word.start, is_of_year) {
        Some(start) => {
            let right = if is_of_year { "环比" } else { "同比" };
            let text = view.words(start..word.end);
            findings
                .at(start..word.end, format!("“{text}”：所比的不是这样的时期"))
                .hint(format!(
                    "改为“{right}”，或者只留“{}”",
                    view.text(start..word.start)
                ))
                .suggest(word.start..word.end, right);
        }
        None if is_of_year => {
            behind_year(view, word, findings);
            with_part_of_year(view, word, findings);
        }
        None => {}
    }
}

/// 第三季度9.2亿元，较第二季度的8.0亿元同比增长15%: compared with another part of the same year.
fn with_part_of_year(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const NEAR: usize = 24;
    const PARTS: [&str; 11] = [
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "上半年",
        "下半年",
        "全年",
    ];
    let sentence = view.sentence(word.start);
    let near = sentence.start.max(word.start.saturating_sub(NEAR))..word.start;
    let Some((at, part)) = near
        .rev()
        .filter(|at| view.before(*at) != '第')
        .find_map(|at| Some((at, view.one_of_at(at, &PARTS)?)))
    else {
        return;
    };
    // 与2025年上半年相比: the year is that of the sentence, if it tells of another part of it.
    let base = view.numbers_in(at.saturating_sub(5)..at).last();
    let base = base.filter(|it| it.is_year(view.chars()) && it.unit.end == at);
    let start = base.map_or(at, |it| it.digits.start);
    let told = view.words(sentence.start..start);
    let is_whole_year = part == "全年";
    let is_same_year = is_whole_year || base.is_none_or(|it| told.contains(view.words(it.range())));
    let rest = view.words(at + part.chars().count()..word.start);
    let adjoins = ["", "相比，", "相比"].contains(&rest)
        || rest.starts_with('的') && !rest.contains(['，', '；']);
    let is_other = PARTS
        .iter()
        .any(|it| told.contains(it) && !part.ends_with(it));
    if view.is_any_before(start, "较比与") && is_same_year && adjoins && is_other {
        let text = view.words(start - 1..word.end);
        findings
            .at(
                word.start..word.end,
                format!("“{text}”：“同比”是和上年同期比"),
            )
            .hint("和同一年的另一个时期比用“环比”，或者只写“增长”");
    }
}

/// 截至2022年底，…，较2022年底增加: compared with the very same day.
fn with_itself(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const ENDS: [&str; 5] = ["年底", "年末", "月底", "月末", "日"];
    const LONGEST: usize = 11;
    let clause = view.clause(word.start);
    let near = word.end..clause.end.min(word.end + LONGEST);
    let Some(end) = ENDS
        .iter()
        .filter_map(|it| Some(view.find(near.clone(), it)? + it.chars().count()))
        .min()
    else {
        return;
    };
    let day = view.words(word.end..end);
    let rest = end..view.sentence(word.start).end;
    let base = view
        .each(rest, day)
        .find(|at| view.is_any_before(*at, "较比"));
    if let Some(at) = base.filter(|_| day.starts_with("20")) {
        let text = view.words(at - 1..at + end - word.end);
        findings
            .at(at..at + end - word.end, format!("“{text}”：与自己相比"))
            .hint("核对所比的时间");
    }
}

/// Where 比上月 or 较3月 begins that stands right before `end`; 比去年 for 环比.
fn period_before(view: &TextView<'_>, end: usize, is_of_year: bool) -> Option<usize> {
    let periods = if is_of_year { PERIODS } else { YEARS };
    let named = periods
        .iter()
        .filter(|period| view.ends_at(end, period))
        .map(|period| end - period.chars().count());
    let numbered = is_of_year.then(|| numbered_before(view, end)).flatten();
    // 较第三季度同比增长.
    let numbered = numbered.map(|start| start - usize::from(view.before(start) == '第'));
    named
        .chain(numbered)
        .find(|start| {
            view.is_any_before(*start, "比较") || is_of_year && is_month_before(view, *start)
        })
        .map(|start| start - 1)
}

/// 2023年5月份…与4月份同比: 与 leads to the month right before that of the sentence.
fn is_month_before(view: &TextView<'_>, start: usize) -> bool {
    let month = |number: &Number| {
        let is_month = view.char(number.digits.end) == '月';
        let value = view.words(number.digits.clone()).parse::<u8>().ok();
        value.filter(|it| is_month && (1..=12).contains(it))
    };
    let base = view.numbers_in(start..start + 1).first().and_then(month);
    let told = view.numbers_in(view.sentence(start).start..start.saturating_sub(1));
    let told = told.iter().rev().find_map(month);
    view.before(start) == '与' && told.zip(base).is_some_and(|(told, base)| told == base + 1)
}

/// Where 3月, 3月份, 二季度 begins that ends at `end`.
fn numbered_before(view: &TextView<'_>, end: usize) -> Option<usize> {
    let unit = view.one_of_before(end, &["月份", "月", "季度"])?;
    let mut start = end - unit.chars().count();
    let last = start;
    while start > 0
        && last - start < 2
        && (view.before(start).is_ascii_digit() || is_chinese_digit(view.before(start)))
    {
        start -= 1;
    }
    (start < last).then_some(start)
}

/// 2023年…较2019年同比增长12%: another year than the one before.
fn behind_year(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let near = view.numbers_in(word.start.saturating_sub(5)..word.start);
    let base = near.iter().find(|it| it.unit.end == word.start);
    let base = base.filter(|it| view.is_any_before(it.digits.start, "比较与"));
    if let Some(base) = base {
        of_earlier_year(view, base, base.digits.start - 1..word.end, findings);
    }
}

/// Reports a base that is two years or more before the only year told of in the sentence.
fn of_earlier_year(
    view: &TextView<'_>,
    base: &Number,
    range: std::ops::Range<usize>,
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let sentence = view.sentence(base.digits.start);
    let earlier = view.numbers_in(sentence.start..base.digits.start);
    let mut years = earlier.iter().filter(|it| it.is_year(chars));
    let subject = years.next().filter(|_| years.next().is_none());
    let values = subject
        .and_then(|it| it.decimal(chars))
        .zip(base.decimal(chars));
    let is_far = values.is_some_and(|(subject, base)| subject - base >= Decimal::TWO);
    if base.is_year(chars) && is_far {
        let text = view.words(range.clone());
        findings
            .at(range, format!("“{text}”：同比只与上一年的同期相比"))
            .hint("与更早的年份相比，删去“同比”");
    }
}

/// 同比5月下降12%, 同比今年第一季度增加210套: what 同比 compares with is no period of the year before.
fn of_other_period(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const OTHERS: [&str; 7] = [
        "今年",
        "本年",
        "上月",
        "上个月",
        "上季度",
        "上一季度",
        "上周",
    ];
    const LONGEST: usize = 3;
    let month = view.numbers_in(word.end..word.end + 1).first();
    let month = month.filter(|it| view.char(it.digits.end) == '月' && it.digits.len() < LONGEST);
    let named = view.one_of_at(word.end, &OTHERS);
    let end = match (named, month) {
        (Some(named), _) => word.end + named.chars().count(),
        (None, Some(month)) => month.digits.end + 1,
        _ => return,
    };
    let clause = end..view.clause(end).end;
    if view.has_any(&clause, VERBS) {
        let text = view.words(word.start..end);
        findings
            .at(word.start..end, format!("“{text}”：“同比”是和上年同期比"))
            .hint("和上一个月、上一个季度比用“环比”，或者写“比”");
    }
}
