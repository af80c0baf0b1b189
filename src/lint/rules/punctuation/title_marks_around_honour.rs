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
    check: Check::Words(WORDS, check),
    page: include_str!("title_marks_around_honour.md"),
};

/// What an honour stands behind, and the last two, what an activity does.
const WORDS: &[&str] = &[
    "获评《",
    "评为《",
    "授予《",
    "荣获《",
    "命名为《",
    "获得《",
    "创建为《",
    "创成《",
    "获《",
    "开展《",
    "开展了《",
    "以《",
];

/// How many of the words lead to an honour.
const OF_HONOURS: usize = 9;

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
    if WORDS[word.number] == "以《" {
        return of_theme(view, word, findings);
    }
    const LONGEST: usize = 30;
    let open = word.end - 1;
    let Some(close) = view.find(word.end..word.end + LONGEST, "》") else {
        return;
    };
    let is_name = match word.number < OF_HONOURS {
        true => view.one_of_before(close, HONOURS).is_some(),
        false => is_activity(view, close),
    };
    if is_name {
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
