//! 2024年…根据环境保护部部署: a ministry that the reform of 2018 ended.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 2024年…根据环境保护部部署: a ministry that the reform of 2018 ended.
pub(crate) const FORMER_MINISTRY: Rule = Rule {
    name: "former-ministry",
    title: "国家部委用了旧名称",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("former_ministry.md"),
};

/// The names that ended, what does their work now, and the first year that surely is after the reform: for banks and
/// insurance that was in 2023.
const MINISTRIES: &[(&str, &str, u16)] = &[
    ("环境保护部", "生态环境部", 2020),
    ("国土资源部", "自然资源部", 2020),
    ("国家卫生计生委", "国家卫生健康委", 2020),
    ("国家卫计委", "国家卫生健康委", 2020),
    ("国家工商总局", "市场监管总局", 2020),
    ("国家质检总局", "市场监管总局", 2020),
    ("国家食品药品监管总局", "国家药监局", 2020),
    ("国家安监总局", "应急管理部", 2020),
    ("国家旅游局", "文化和旅游部", 2020),
    ("银监会", "国家金融监管总局", 2024),
    ("保监会", "国家金融监管总局", 2024),
    ("银保监会", "国家金融监管总局", 2024),
    ("国家粮食局", "国家粮食和储备局", 2020),
];

fn words() -> Vec<&'static str> {
    MINISTRIES.iter().map(|(former, _, _)| *former).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_former = view.is_any_before(word.start, "原") || view.char(word.end) == '令';
    let is_cited =
        view.in_title(word.start) || view.in_quotes(word.start) || view.in_parentheses(word.start);
    let (_, present, done) = MINISTRIES[word.number];
    if is_former || is_cited || !are_all_after(view, word, done) {
        return;
    }
    let range = word.start..word.end;
    let text = view.words(range.clone());
    findings
        .at(range.clone(), format!("“{text}”已经没有了"))
        .hint(format!("用现在的名称“{present}”；说从前的事，写“原……”"))
        .suggest(range, present);
}

/// Whether the paragraph tells of years, and of none before the reform.
fn are_all_after(view: &TextView<'_>, word: Word, done: u16) -> bool {
    let passage = view.passage(word.start);
    let years = view
        .numbers_in(passage)
        .iter()
        .filter(|it| it.is_year(view.chars()));
    let years: Vec<u16> = years
        .filter_map(|it| view.words(it.digits.clone()).parse().ok())
        .collect();
    !years.is_empty() && years.iter().all(|it| *it >= done)
}
