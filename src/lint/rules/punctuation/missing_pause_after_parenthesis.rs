//! “甲”（一）“乙”: something stands between, so the 、 is needed.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule};

/// “甲”（一）“乙”: something stands between, so the 、 is needed.
pub(crate) const MISSING_PAUSE_AFTER_PARENTHESIS: Rule = Rule {
    name: "missing-pause-after-parenthesis",
    title: "并列项之间可能缺顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("missing_pause_after_parenthesis.md"),
};

/// 《消防法》第六十条《消防条例》, “红色物业”项目“幸福食堂”项目均: a word stands between two names.
fn behind_word(view: &TextView<'_>, open: usize, findings: &mut Findings<'_>) {
    let is_wrong = match view.char(open) {
        '《' => is_behind_article(view, open),
        '“' => is_one_of_two(view, open),
        _ => false,
    };
    if is_wrong {
        findings
            .at(open - 1..open + 1, "两个并列的名称之间没有顿号")
            .hint("补上“、”")
            .suggest(open..open, "、");
    }
}

/// 《消防法》第六十条 ends at `open`.
fn is_behind_article(view: &TextView<'_>, open: usize) -> bool {
    const LONGEST: usize = 12;
    if !view.is_any_before(open, "条款项") {
        return false;
    }
    let mut back = (open.saturating_sub(LONGEST)..open).rev();
    let article = back.find(|at| view.is_at(*at, "》第"));
    article.is_some_and(|at| {
        let mut between = at + 2..open;
        between.all(|at| is_any_digit(view.char(at)) || view.is_any_at(at, "百零第条款项（）"))
    })
}

/// ”项目“幸福食堂”项目均已: the same word behind two names, of which something is said together.
fn is_one_of_two(view: &TextView<'_>, open: usize) -> bool {
    const LONGEST: usize = 16;
    const BOTH: [&str; 6] = ["均", "都", "分别", "两", "等", "双双"];
    let Some(close) = (open..open + LONGEST).find(|at| view.char(*at) == '”') else {
        return false;
    };
    let start = open.saturating_sub(2);
    let word = view.words(start..open);
    view.before(start) == '”'
        && view.is_at(close + 1, word)
        && view.one_of_at(close + 3, &BOTH).is_some()
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for open in view.marks() {
        behind_word(view, open, findings);
    }
    for pair in &view.pairs().closed {
        let is_parenthesis = view.char(pair.open) == '（';
        let around = (view.before(pair.open), view.char(pair.close + 1));
        // “…。”（3）“…” quotes whole sentences.
        let ends = view.is_any_before(pair.open.saturating_sub(1), "。！？");
        if is_parenthesis && !ends && matches!(around, ('》', '《') | ('”', '“')) {
            findings
                .at(
                    pair.close..pair.close + 2,
                    "括号之后、下一个并列项之前没有顿号",
                )
                .hint("两个名称并列时补上“、”");
        }
    }
}
