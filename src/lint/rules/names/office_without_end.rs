//! 市人力资源社会保障与市财政局联合印发: the name of an office has lost its 局.

use super::former_name::LEVELS;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 市人力资源社会保障与市财政局联合印发: the name of an office has lost its 局.
pub(crate) const OFFICE_WITHOUT_END: Rule = Rule {
    name: "office-without-end",
    title: "机关名称漏了“局”",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("office_without_end.md"),
};

/// Fields of work, as they stand in names of offices.
const WORDS: &[&str] = &[
    "人力资源社会保障",
    "人力资源和社会保障",
    "住房城乡建设",
    "住房和城乡建设",
    "农业农村",
    "文化和旅游",
    "文化广电旅游",
    "文化广电和旅游",
    "生态环境",
    "自然资源",
    "自然资源和规划",
    "交通运输",
    "市场监管",
    "市场监督管理",
    "应急管理",
    "医疗保障",
    "退役军人事务",
    "城市管理",
    "教育",
    "财政",
    "民政",
    "水利",
    "商务",
    "司法",
    "公安",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let level = view.before(word.start);
    let Some(start) = word.start.checked_sub(1).filter(|_| LEVELS.contains(level)) else {
        return;
    };
    let begins = !is_han(view.before(start)) && view.before(start) != '、';
    let is_joined = begins && view.is_any_at(word.end, "与和") && view.char(word.end + 1) == level;
    if is_joined && acts_together(view, word.end + 2) && !view.in_quotes(start) {
        let text = view.words(start..word.end);
        findings
            .at(start..word.end, format!("“{text}”后面像是漏了“局”"))
            .hint("补全机关的名称")
            .suggest(word.end..word.end, "局");
    }
}

/// 财政局联合印发: another office of the level follows, and what both do.
fn acts_together(view: &TextView<'_>, start: usize) -> bool {
    const LONGEST: usize = 14;
    const ACTS: &[&str] = &[
        "联合", "共同", "印发", "出台", "制定", "会商", "研究", "协商",
    ];
    let mut names = (start + 2..start + LONGEST).take_while(|at| is_han(view.char(*at)));
    let end = names.find(|at| view.is_any_at(*at, "局委厅"));
    end.is_some_and(|end| view.one_of_at(end + 1, ACTS).is_some())
}
