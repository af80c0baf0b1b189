//! 全部由企业自筹……由县财政全额承担: all the money cannot come from both.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 全部由企业自筹……由县财政全额承担: all the money cannot come from both.
pub(crate) const FUNDING_MISMATCH: Rule = Rule {
    name: "funding-mismatch",
    title: "全部资金的来源前后不一致",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("funding_mismatch.md"),
};

const WORDS: &[&str] = &[
    "财政全额承担",
    "财政全部承担",
    "财政全额保障",
    "财政全额负担",
    "财政全额出资",
    "财政全额解决",
];

/// What says that others pay for all of it.
const OTHERS: &[&str] = &[
    "全部由企业",
    "全部由业主",
    "全部由社会资本",
    "全部由群众",
    "全部由个人",
    "全部由运营",
    "全额由企业",
    "均由企业",
    "由企业全额",
    "由企业全部",
    "政府不安排补助",
    "财政不安排补助",
];

/// What the money is called that all of the work costs.
const MONEY: &[&str] = &[
    "建设资金",
    "项目资金",
    "所需资金",
    "全部资金",
    "改造资金",
    "投资",
];

/// What is paid for apart from the rest.
const APART: &[&str] = &[
    "运营",
    "管护",
    "维护",
    "设备",
    "配套",
    "征地",
    "拆迁",
    "基础设施",
    "保费",
    "工资",
    "另",
    "二期",
    "其余",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let start = view.passage(word.start).start;
    let before = start..sentence.start.max(start);
    let told = OTHERS
        .iter()
        .find(|words| view.find(before.clone(), words).is_some());
    // 村庄道路由县财政全额保障 is of something else.
    let is_of_all = view.has_any(&view.clause(word.start), MONEY);
    let Some(told) = told.filter(|_| is_of_all && !view.has_any(&sentence, APART)) else {
        return;
    };
    let text = view.words(word.start..word.end);
    findings
        .at(
            word.start..word.end,
            format!("前面说“{told}”，这里说“{text}”"),
        )
        .hint("核对资金来源");
}
