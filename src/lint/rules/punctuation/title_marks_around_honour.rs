//! 获评《全国双拥模范城》: 《》 around what is no work but an honour.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 获评《全国双拥模范城》: 《》 around what is no work but an honour.
pub(crate) const TITLE_MARKS_AROUND_HONOUR: Rule = Rule {
    name: "title-marks-around-honour",
    title: "荣誉称号用了书名号",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("title_marks_around_honour.md"),
};

/// What stands before 《.
#[derive(Clone, Copy)]
enum Leads {
    Honour,
    Activity,
    Theme,
}

const LEADS: &[(&str, Leads)] = &[
    ("获评《", Leads::Honour),
    ("评为《", Leads::Honour),
    ("授予《", Leads::Honour),
    ("荣获《", Leads::Honour),
    ("命名为《", Leads::Honour),
    ("获得《", Leads::Honour),
    ("创建为《", Leads::Honour),
    ("创成《", Leads::Honour),
    ("获《", Leads::Honour),
    ("开展《", Leads::Activity),
    ("开展了《", Leads::Activity),
    ("以《", Leads::Theme),
];

fn words() -> Vec<&'static str> {
    LEADS.iter().map(|(word, _)| *word).collect()
}

/// Ends of names of honours; a work may win a prize by its title.
const HONOURS: &[&str] = &[
    "城",
    "县",
    "区",
    "市",
    "镇",
    "村",
    "单位",
    "集体",
    "个人",
    "称号",
    "企业",
    "学校",
    "医院",
    "园区",
    "基地",
    "家庭",
    "标兵",
    "模范",
    "能手",
    "社区",
    "站",
    "班组",
    "奖章",
    "红旗手",
    "先锋岗",
];

/// Ends of titles of papers and works, after which an activity may be named: 《民法典》活动月.
const PAPERS: &[&str] = &[
    "条例", "办法", "法", "规定", "意见", "纲要", "方案", "通知", "法典", "规划", "章程", "准则",
    "细则", "导则", "标准",
];

/// More characters than a theme has.
const LONGEST_THEME: usize = 40;

/// 以《绿色出行、低碳生活》为主题: a theme is no work.
fn of_theme(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let open = word.end - 1;
    let close = (word.end..word.end + LONGEST_THEME).find(|at| view.char(*at) == '》');
    let pair = close.and_then(|close| view.pairs().closing_at(close));
    let Some(close) = pair.filter(|pair| pair.open == open).map(|pair| pair.close) else {
        return;
    };
    if view.one_of_at(close + 1, &["为主题", "为口号"]).is_some() {
        findings
            .at(open..close + 1, "主题、口号不用书名号")
            .hint("改用引号")
            .suggest(open..open + 1, "“")
            .suggest(close..close + 1, "”");
    }
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match LEADS[word.number].1 {
        Leads::Honour => of_name(view, word, findings, |view, close| {
            view.one_of_before(close, HONOURS).is_some()
        }),
        Leads::Activity => of_name(view, word, findings, is_activity),
        Leads::Theme => of_theme(view, word, findings),
    }
}

/// 获评《全国双拥模范城》, 开展《安全生产进企业》活动: what stands in the marks is no work by what its end tells.
fn of_name(
    view: &TextView<'_>,
    word: Word,
    findings: &mut Findings<'_>,
    is_name: impl Fn(&TextView<'_>, usize) -> bool,
) {
    const LONGEST: usize = 30;
    let open = word.end - 1;
    let Some(close) = view.find(word.end..word.end + LONGEST, "》") else {
        return;
    };
    if is_name(view, close) {
        let text = view.words(open..close + 1);
        findings
            .at(
                open..close + 1,
                format!("“{text}”是荣誉称号或者活动，不用书名号"),
            )
            .hint("称号、活动的名称用引号，或者什么也不加")
            .suggest(open..open + 1, "“")
            .suggest(close..close + 1, "”");
    }
}

/// 开展《安全生产进企业》活动, and not 开展《民法典》宣传活动: what is carried out is the activity itself.
fn is_activity(view: &TextView<'_>, close: usize) -> bool {
    let kind = view.one_of_at(close + 1, &["活动", "专项行动", "主题活动"]);
    kind.is_some() && view.one_of_before(close, PAPERS).is_none()
}
