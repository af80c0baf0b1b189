//! 2021年10月召开的党的二十大, 2022年是中国共产党成立100周年: an event of the country in another year.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 2021年10月召开的党的二十大, 2022年是中国共产党成立100周年: an event of the country in another year.
pub(crate) const EVENT_YEAR: Rule = Rule {
    name: "event-year",
    title: "大会、纪念日的年份不对",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("event_year.md"),
};

/// Congresses, plenary sessions and anniversaries with their years.
const EVENTS: &[(&str, u16)] = &[
    ("党的十八大", 2012),
    ("党的十九大", 2017),
    ("党的二十大", 2022),
    ("十九届四中全会", 2019),
    ("十九届五中全会", 2020),
    ("十九届六中全会", 2021),
    ("二十届三中全会", 2024),
    ("二十届四中全会", 2025),
    ("中国共产党成立100周年", 2021),
    ("建党100周年", 2021),
    ("新中国成立70周年", 2019),
    ("新中国成立75周年", 2024),
    ("中华人民共和国成立70周年", 2019),
    ("中华人民共和国成立75周年", 2024),
    ("改革开放40周年", 2018),
    ("第六次全国人口普查", 2010),
    ("第七次全国人口普查", 2020),
    ("第四次全国经济普查", 2018),
    ("第五次全国经济普查", 2023),
    ("第三次全国农业普查", 2016),
];

/// What may stand between the year and the event.
const LINKS: [&str; 9] = [
    "召开的",
    "举行的",
    "闭幕的",
    "胜利召开的",
    "是",
    "恰逢",
    "正值",
    "适逢",
    "迎来",
];

fn words() -> Vec<&'static str> {
    EVENTS.iter().map(|(name, _)| *name).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let (name, held) = EVENTS[word.number];
    let start = word.start - 2 * usize::from(view.ends_at(word.start, "党的"));
    // 2021年第七次全国人口普查数据 is of the year in which they came out; 2020年第六次 confuses two.
    let link = view.one_of_before(start, &LINKS);
    let is_beside = link.is_none() && view.before(start) == '年';
    if link.is_none() && !is_beside {
        return;
    }
    let end = start - link.map_or(0, |link| link.chars().count());
    let told = view.numbers_in(end.saturating_sub(LONGEST)..end);
    let year = told.iter().rfind(|it| it.is_year(view.chars()));
    // 2021年10月召开的: nothing but a month stands between.
    let year = year.filter(|it| {
        let rest = view.words(it.unit.end..end);
        rest.chars()
            .all(|it| it.is_ascii_digit() || "月日初底末，".contains(it))
    });
    let said = year.and_then(|it| view.words(it.digits.clone()).parse::<u16>().ok());
    let is_wrong = |said: u16| said != held && (!is_beside || is_of_another(name, said));
    if let Some((year, said)) = year.zip(said).filter(|(_, said)| is_wrong(*said)) {
        findings
            .at(year.range(), format!("“{name}”不在{said}年"))
            .hint(format!("“{name}”在{held}年；核对年份"));
    }
}

/// Whether another event of the same kind was held in that year: 第七次 for 第六次全国人口普查.
fn is_of_another(name: &str, year: u16) -> bool {
    let kind = |name| str::split_once(name, '次').map(|(_, kind)| kind);
    let mut held = EVENTS.iter().filter(|(_, held)| *held == year);
    kind(name).is_some_and(|own| held.any(|(other, _)| kind(other) == Some(own)))
}

/// More characters than the day of an event and its year have.
const LONGEST: usize = 12;
