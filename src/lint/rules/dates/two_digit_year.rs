//! 截至21年底, 21年全省.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 截至21年底, 21年全省.
pub(crate) const TWO_DIGIT_YEAR: Rule = Rule {
    name: "two-digit-year",
    title: "年份只写两位",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("two_digit_year.md"),
};

/// 2021—35年: the second year of a range without its century.
fn of_range(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let [from, to] = pair else {
            continue;
        };
        let (end, start) = (from.digits.end, to.digits.start);
        let is_joined = start == end + 1 && view.is_any_at(end, "—－～~-") && to.digits.len() == 2;
        let year = view.words(from.digits.clone());
        let is_year = year.len() == 4 && year.starts_with("20");
        if is_joined && is_year && view.char(to.digits.end) == '年' {
            let range = start..to.digits.end + 1;
            findings
                .at(
                    range.clone(),
                    format!("年份“{}”只有两位", view.words(range)),
                )
                .hint("年份写四位")
                .suggest(start..start, "20");
        }
    }
}

/// 18至2020年, 20、21两年: the first year of a range and years of a list without their century.
fn before_others(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.numbers().windows(2) {
        let [from, to] = pair else {
            continue;
        };
        let is_bare =
            |it: &Number| it.digits.len() == 2 && it.unit.is_empty() && it.multiplier.is_empty();
        let begins = !is_han(view.before(from.digits.start))
            || view.is_any_before(from.digits.start, "从自在");
        let between = view.words(from.digits.end..to.digits.start);
        let year = view.words(to.digits.clone());
        let is_range = matches!(between, "至" | "—" | "到")
            && year.len() == 4
            && year.starts_with("20")
            && view.words(from.digits.clone()) < &year[2..]
            && view.char(to.digits.end) == '年';
        let is_list = between == "、" && to.digits.len() == 2 && view.is_at(to.digits.end, "两年");
        if is_bare(from) && begins && (is_range || is_list) {
            let range = from.digits.start..to.digits.end + 1;
            let text = view.words(range.clone());
            findings
                .at(range, format!("“{text}”里的年份只有两位"))
                .hint("年份写四位");
        }
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    of_range(view, findings);
    before_others(view, findings);
    for number in view.numbers() {
        let (start, end) = (number.digits.start, number.digits.end);
        let is_short =
            end - start == 2 && number.kind == NumberKind::Plain && view.char(end) == '年';
        if is_short
            && number.multiplier.is_empty()
            && (is_calendar(view, start, end + 1)
                || opens_beside_year(view, number)
                || follows_year(view, number)
                || is_compared_with(view, number)
                || since(view, number))
        {
            let year = view.words(start..end + 1);
            findings
                .at(start..end + 1, format!("年份“{year}”只有两位"))
                .hint(format!("年份写四位，例如“20{year}”"));
        }
    }
}

/// 2025年…，比24年增加2180元: what the year that its sentence names in four digits is compared with.
fn is_compared_with(view: &TextView<'_>, number: &Number) -> bool {
    const VERBS: [&str; 13] = [
        "增", "减", "降", "提高", "提升", "上升", "同期", "底", "末", "多", "少", "的", "相比",
    ];
    let chars = view.chars();
    let start = number.digits.start;
    let year = number.value(chars).map(|it| it + Decimal::from(2000));
    let told = view.numbers_in(view.passage(start).start..start);
    let mut told = told.iter().filter(|it| it.is_year(chars));
    let is_led = view.is_any_before(start, "比较")
        || view.is_any_before(start, "与同") && view.is_at(number.digits.end + 1, "相比");
    is_led
        && view.one_of_at(number.digits.end + 1, &VERBS).is_some()
        && told.any(|it| it.value(chars) > year)
}

/// 自19年机构改革以来: since something that happened in a year.
fn since(view: &TextView<'_>, number: &Number) -> bool {
    let (start, end) = (number.digits.start, number.digits.end);
    let clause = end..view.clause(end).end;
    let is_led = view.is_any_before(start, "自从") && is_odd(view, end + 1);
    let goes_on = is_han(view.char(end + 1)) && !view.is_any_at(end + 1, "前来以间后");
    is_led && goes_on && view.has_any(&clause, &["以来", "至今"])
}

/// 2021年改造86公里，22年改造104公里: the year after one that its sentence names in four digits.
fn follows_year(view: &TextView<'_>, number: &Number) -> bool {
    // 20年来, 20年间 and so on are lengths of time.
    const LENGTHS: &str = "来间内前后以的期度总累连保免多里左未才就中无如不为，、。；）";
    let chars = view.chars();
    let start = number.digits.start;
    let sentence = view.sentence(start).start..start;
    let after = view.char(number.digits.end + 1);
    let year = number.value(chars).map(|it| it + Decimal::from(2000));
    let last = view.numbers_in(sentence).iter().rev();
    let last = last
        .clone()
        .find(|it| it.is_year(chars))
        .and_then(|it| it.value(chars));
    let is_next = year
        .zip(last)
        .is_some_and(|(year, last)| year == last + Decimal::ONE);
    is_next && view.is_any_before(start, "，；、") && is_han(after) && !LENGTHS.contains(after)
}

/// 22年，全县新建…2023年起: opens a paragraph or a sentence of one that names a year near it in four digits.
fn opens_beside_year(view: &TextView<'_>, number: &Number) -> bool {
    let chars = view.chars();
    let start = number.digits.start;
    let opens = match view.before(start) {
        '\n' => true,
        // 。20年，: a sentence may begin with a length of time.
        mark => "。；：".contains(mark) && is_odd(view, number.digits.end + 1),
    };
    if !opens || view.char(number.digits.end + 1) != '，' {
        return false;
    }
    let Some(year) = number.value(chars).map(|it| it + Decimal::from(2000)) else {
        return false;
    };
    let others = view.numbers_in(view.passage(start)).iter();
    let mut others = others.filter(|it| it.is_year(chars));
    others.any(|it| {
        it.value(chars)
            .is_some_and(|it| (it - year).abs() <= Decimal::TWO)
    })
}

/// Whether the two digits before 年 can be a year of our time; 自30年起 would be odd.
fn is_recent(view: &TextView<'_>, after: usize) -> bool {
    matches!(view.char(after - 3), '0'..='3' | '8' | '9')
}

/// Whether the two digits before 年 are a late year of our time and no round number.
fn is_odd(view: &TextView<'_>, after: usize) -> bool {
    let (tens, ones) = (view.char(after - 3), view.char(after - 2));
    matches!(tens, '1' | '2') && !matches!(ones, '0' | '5') && (tens == '2' || ones > '6')
}

/// What follows a year and tells that it is one.
const FOLLOWS: [&str; 29] = [
    "机构改革",
    "底",
    "起",
    "末",
    "初",
    "年初",
    "年底",
    "年末",
    "上半年",
    "下半年",
    "一季度",
    "全年",
    "以来",
    "全省",
    "全市",
    "全县",
    "全区",
    "，全省",
    "，全市",
    "，全县",
    "，全区",
    "，全州",
    "启动",
    "开始",
    "实施",
    "开展",
    "建成",
    "成立",
    "共",
];

/// What leads to a year.
const LEADS: [&str; 14] = [
    "截至", "截止", "到", "自", "从", "至", "在", "于", "计划", "预计", "力争", "争取", "确保",
    "拟",
];

/// Whether what stands around makes it a year and no length of time.
fn is_calendar(view: &TextView<'_>, start: usize, after: usize) -> bool {
    if is_fiscal(view, start, after) {
        return true;
    }
    let lead = view.one_of_before(start, &LEADS);
    let starts_sentence = view.is_any_before(start, "\n。；，（");
    match view.one_of_at(after, &FOLLOWS) {
        // 22年以来 opens a sentence about a year; 20年以来 may be as long a time.
        Some("以来" | "共") if starts_sentence => is_odd(view, after),
        Some("共") => false,
        Some("启动" | "开始" | "实施" | "开展" | "建成" | "成立") => {
            matches!(lead, Some("自" | "从")) && is_recent(view, after)
        }
        Some("以来" | "起") => lead.is_some() && lead != Some("至") && is_recent(view, after),
        Some(_) => starts_sentence || lead.is_some(),
        None => {
            let is_told = starts_sentence || lead.is_some() || is_recent(view, after);
            is_told && month_at(view, after)
        }
    }
}

/// 24年度 is never a length of time; 在农村20年度过 has another word.
fn is_fiscal(view: &TextView<'_>, start: usize, after: usize) -> bool {
    view.char(after) == '度'
        && !view.is_any_before(start, "—－～-/至")
        && !view.is_any_at(after + 1, "过日夏冬假")
        && is_recent(view, after)
}

/// Whether 5月 or 12月 follows.
fn month_at(view: &TextView<'_>, after: usize) -> bool {
    let is_digit = |at: &usize| view.char(*at).is_ascii_digit();
    let digits = (after..after + 3).take_while(is_digit).count();
    digits > 0 && view.char(after + digits) == '月'
}
