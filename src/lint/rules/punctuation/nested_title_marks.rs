//! 《》 inside 《》.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::pairs::Pair;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 《》 inside 《》.
pub(crate) const NESTED_TITLE_MARKS: Rule = Rule {
    name: "nested-title-marks",
    title: "书名号里又用双书名号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("nested_title_marks.md"),
};

/// 《关于修改<条例>的决定》: half-width marks inside.
fn halfwidth(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let opened = view.places('<');
    for open in opened.filter(|at| view.in_title(*at) && is_han(view.char(at + 1))) {
        let close = (open + 2..open + 60).find(|at| view.char(*at) == '>');
        if let Some(close) = close.filter(|close| view.in_title(*close)) {
            findings
                .at(open..close + 1, "书名号里面的书名号应当用单书名号")
                .hint("里层的“<>”改为“〈〉”")
                .suggest(open..open + 1, "〈")
                .suggest(close..close + 1, "〉");
        }
    }
}

/// 《“我们的节日”》主题活动: what is carried out is no title.
fn quoted_action(view: &TextView<'_>, pair: &Pair, findings: &mut Findings<'_>) {
    const ACTIONS: [&str; 8] = [
        "主题活动",
        "系列活动",
        "活动",
        "行动",
        "专项",
        "工程",
        "计划",
        "项目",
    ];
    let is_action = view.one_of_at(pair.close + 1, &ACTIONS).is_some();
    let close = pair.close - 1;
    let is_quoted = view.char(pair.open + 1) == '“' && view.char(close) == '”';
    let is_one = view.find(pair.open + 2..close, "”").is_none();
    if is_action && is_quoted && is_one {
        findings
            .at(
                pair.open..pair.close + 1,
                "活动、行动的名称用引号，不用书名号",
            )
            .hint("删去书名号")
            .suggest(pair.open..pair.open + 1, "")
            .suggest(pair.close..pair.close + 1, "");
    }
}

/// 《关于印发“省级质量奖管理办法”的通知》: the paper inside is named by quotation marks.
fn quoted_paper(view: &TextView<'_>, pair: &Pair, findings: &mut Findings<'_>) {
    const LEADS: [&str; 6] = [
        "关于印发",
        "关于发布",
        "关于公布",
        "关于修改",
        "关于废止",
        "关于转发",
    ];
    const KINDS: [&str; 9] = [
        "办法", "方案", "规划", "意见", "规定", "细则", "条例", "措施", "计划",
    ];
    let Some(open) = view.places_in('“', pair.open..pair.close).next() else {
        return;
    };
    let Some(close) = view.places_in('”', open..pair.close).next() else {
        return;
    };
    let is_paper =
        view.one_of_before(open, &LEADS).is_some() && view.one_of_before(close, &KINDS).is_some();
    if is_paper {
        findings
            .at(open..close + 1, "书名号里面的书名用单书名号，不用引号")
            .hint("里层的“”改为〈〉")
            .suggest(open..open + 1, "〈")
            .suggest(close..close + 1, "〉");
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    halfwidth(view, findings);
    for pair in &view.pairs().closed {
        if view.char(pair.open) == '《' {
            quoted_action(view, pair, findings);
            quoted_paper(view, pair, findings);
        }
        let parent = pair.parent.map_or('\n', |open| view.char(open));
        if view.char(pair.open) == '《' && parent == '《' {
            findings
                .at(
                    pair.open..pair.close + 1,
                    "书名号里面的书名号应当用单书名号",
                )
                .hint("里层的“《》”改为“〈〉”")
                .suggest(pair.open..pair.open + 1, "〈")
                .suggest(pair.close..pair.close + 1, "〉");
        }
    }
}
