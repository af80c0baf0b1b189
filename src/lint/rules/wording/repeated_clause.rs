//! 完善工作机制，完善工作机制，: the same clause twice in a row.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 完善工作机制，完善工作机制，: the same clause twice in a row.
pub(crate) const REPEATED_CLAUSE: Rule = Rule {
    name: "repeated-clause",
    title: "分句重复",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_clause.md"),
};

/// Shorter clauses are repeated to insist: 抓落实，抓落实.
const SHORTEST: usize = 4;

/// Shorter clauses may be steps that come again: 小组讨论，大会交流，小组讨论.
const LONG: usize = 6;

/// More characters than a clause has that is looked at.
const LONGEST: usize = 80;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    // Where the clause begins that ends in the last mark, and the one before it.
    let mut starts = [0, 0];
    for mark in view.marks() {
        match view.char(mark) {
            '，' | '；' => {
                next_clause(view, mark, starts, findings);
                starts = [starts[1], mark + 1];
            }
            '：' | '。' | '！' | '？' | '\n' => starts = [mark + 1; 2],
            _ => {}
        }
    }
}

/// Looks at the clause behind a mark.
fn next_clause(view: &TextView<'_>, mark: usize, starts: [usize; 2], findings: &mut Findings<'_>) {
    let start = mark + 1;
    let end = view.clause(start).end;
    if !(SHORTEST..LONGEST).contains(&(end - start)) || !view.is_any_at(end, "，；。") {
        return;
    }
    let clause = &view.chars()[start..end];
    // 有了市场，便有了……: what was just said leads on.
    let leads_on = view.is_any_at(end + 1, "便才就也更");
    let is_next = view.chars()[..mark].ends_with(clause) && !leads_on;
    // 加强领导，压实责任，加强领导: a longer clause stands for another one.
    let [first, second] = starts;
    // 造成损失的，应当赔偿；隐瞒的，应当赔偿: two cases end alike.
    let is_after_next = clause.len() >= LONG
        && second > first
        && view.char(second - 1) != '；'
        && view.chars()[first..second - 1] == *clause;
    if is_next || is_after_next {
        let text = view.words(start..end);
        findings
            .at(start..end, format!("“{text}”前面刚刚说过"))
            .hint("删去一处，或者改成漏掉的那一句")
            .suggest(mark..end, "");
    }
}
