//! 省法院、省公安厅等部门: courts are not 部门.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 省法院、省公安厅等部门: courts are not 部门.
pub(crate) const COURTS_AS_DEPARTMENTS: Rule = Rule {
    name: "courts-as-departments",
    title: "“部门”前面列有法院、检察院",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("courts_as_departments.md"),
};

const WORDS: &[&str] = &[
    "等部门",
    "等多个部门",
    "等有关部门",
    "等相关部门",
    "个部门",
    "两部门",
    "三部门",
    "四部门",
    "五部门",
    "六部门",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(start) = list_end(view, word) else {
        return;
    };
    let word = Word { start, ..word };
    let clause = view.clause(word.start);
    let list = clause.start..word.start;
    // 部门和单位 covers them.
    let covers = view.is_any_at(word.end, "和、及与单");
    let court = listed_court(view, list);
    if let Some(court) = court.filter(|_| !covers) {
        let text = view.words(word.start..word.end);
        findings
            .at(word.start..word.end, format!("“{text}”前面列有{court}"))
            .hint("法院、检察院不是政府部门，改为“等单位”")
            .suggest(word.end - 2..word.end, "单位");
    }
}

/// Where the list ends before 等部门, 三个部门 or 等12个部门.
fn list_end(view: &TextView<'_>, word: Word) -> Option<usize> {
    const LONGEST: usize = 3;
    if view.char(word.start) == '等' {
        return Some(word.start);
    }
    let floor = word.start.saturating_sub(LONGEST);
    let places = (floor..word.start).rev();
    let digits = places.take_while(|at| is_any_digit(view.char(*at)));
    // 县检察院、县市场监管局三部门
    let own = is_any_digit(view.char(word.start)).then_some(word.start);
    let start = digits.last().or(own)?;
    Some(start - usize::from(view.before(start) == '等'))
}

/// The court or procuratorate that ends an item of the list that ends at `list.end`.
///
/// The list is read backwards while its items are short names parted by pause marks.
fn listed_court(view: &TextView<'_>, list: Range<usize>) -> Option<&'static str> {
    const LONGEST_NAME: usize = 16;
    const COURTS: [&str; 2] = ["法院", "检察院"];
    let mut end = list.end;
    loop {
        let floor = end.saturating_sub(LONGEST_NAME).max(list.start);
        let mark = (floor..end).rev().find(|at| view.is_any_at(*at, "、和"));
        let start = mark.map_or(floor, |mark| mark + 1);
        if let Some(court) = COURTS.into_iter().find(|court| view.ends_at(end, court)) {
            return Some(court);
        }
        // 人民法院商请卫生健康、疾病预防控制等部门: the court does something and is not listed.
        let acts = view.has_any(&(start..end), &COURTS);
        end = mark.filter(|_| !acts)?;
    }
}
