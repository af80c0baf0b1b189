//! 自2020年1月1日起施行的《中华人民共和国民法典》: a law is in force since another day.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;
use crate::lint::{Check, Rule};

/// 自2020年1月1日起施行的《中华人民共和国民法典》: a law is in force since another day.
pub(crate) const LAW_IN_FORCE: Rule = Rule {
    name: "law-in-force",
    title: "法律的施行日期不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("law_in_force.md"),
};

/// Laws that were made anew since 2019, and the day since which each is in force.
const LAWS: &[(&str, (u16, u32, u32))] = &[
    ("民法典", (2021, 1, 1)),
    ("退役军人保障法", (2021, 1, 1)),
    ("长江保护法", (2021, 3, 1)),
    ("乡村振兴促进法", (2021, 6, 1)),
    ("海南自由贸易港法", (2021, 6, 10)),
    ("数据安全法", (2021, 9, 1)),
    ("个人信息保护法", (2021, 11, 1)),
    ("法律援助法", (2022, 1, 1)),
    ("家庭教育促进法", (2022, 1, 1)),
    ("湿地保护法", (2022, 6, 1)),
    ("噪声污染防治法", (2022, 6, 5)),
    ("黑土地保护法", (2022, 8, 1)),
    ("期货和衍生品法", (2022, 8, 1)),
    ("反电信网络诈骗法", (2022, 12, 1)),
    ("黄河保护法", (2023, 4, 1)),
    ("无障碍环境建设法", (2023, 9, 1)),
    ("青藏高原生态保护法", (2023, 9, 1)),
    ("爱国主义教育法", (2024, 1, 1)),
    ("粮食安全保障法", (2024, 6, 1)),
    ("农村集体经济组织法", (2025, 5, 1)),
    ("学前教育法", (2025, 6, 1)),
    ("土壤污染防治法", (2019, 1, 1)),
    ("电子商务法", (2019, 1, 1)),
    ("外商投资法", (2020, 1, 1)),
    ("基本医疗卫生与健康促进法", (2020, 6, 1)),
    ("社区矫正法", (2020, 7, 1)),
];

/// How far behind the title its day stands at most.
const NEAR: usize = 8;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('《') {
        let title = view.words(pair.open + 1..pair.close);
        let name = title.strip_prefix("中华人民共和国").unwrap_or(title);
        let Some((_, day)) = LAWS.iter().find(|(law, _)| *law == name) else {
            continue;
        };
        let told = near(view, pair.open, pair.close)
            .find(|date| tells_force(view, date, pair.open, pair.close));
        if let Some(date) = told.filter(|date| is_other(date, *day)) {
            let text = view.words(date.range.clone());
            let (year, month, first) = day;
            findings
                .at(date.range.clone(), format!("《{name}》不是{text}起施行的"))
                .hint(format!("自{year}年{month}月{first}日起施行；核对日期"));
        }
    }
}

/// The dates that may tell of the title: few of a text do.
fn near<'v>(
    view: &'v TextView<'_>,
    open: usize,
    close: usize,
) -> impl Iterator<Item = &'v DateMention> {
    const FORCE: usize = 8;
    let dates = view.dates();
    let first = dates.partition_point(|date| date.range.end + FORCE < open);
    dates[first..]
        .iter()
        .take_while(move |date| date.range.start <= close + NEAR)
}

/// 自…起施行的《…》, 《…》自…起施行: the date stands right before the title or right behind it.
fn tells_force(view: &TextView<'_>, date: &DateMention, open: usize, close: usize) -> bool {
    const FORCE: [&str; 4] = ["起施行", "起正式施行", "起实施", "起正式实施"];
    let Some(force) = view.one_of_at(date.range.end, &FORCE) else {
        return false;
    };
    let end = date.range.end + force.chars().count();
    let before = end <= open && view.words(end..open) == "的";
    let behind = date.range.start > close
        && date.range.start - close <= NEAR
        && view.before(date.range.start) == '自';
    before || behind
}

fn is_other(date: &DateMention, (year, month, day): (u16, u32, u32)) -> bool {
    date.year.is_some_and(|it| it != year)
        || date.month != month
        || date.day.is_some_and(|it| it != day)
}
