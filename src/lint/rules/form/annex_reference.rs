//! 见附件2 where there is one annex: an annex that is not there.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 见附件2 where there is one annex: an annex that is not there.
pub(crate) const ANNEX_REFERENCE: Rule = Rule {
    name: "annex-reference",
    title: "提到的附件没有",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("annex_reference.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some((line, count)) = annexes(view) else {
        return;
    };
    for at in view.each(0..line, "附件") {
        let number = view.numbers_in(at + 2..at + 3).first();
        let told = number.and_then(|it| view.words(it.digits.clone()).parse::<usize>().ok());
        let is_own = !view.in_quotes(at) && !view.in_title(at);
        if let Some((number, told)) = number.zip(told).filter(|(_, told)| *told > count && is_own) {
            let range = at..number.digits.end;
            findings
                .at(range, format!("提到“附件{told}”，文后只列了{count}个附件"))
                .hint("核对附件的序号和个数");
        }
    }
}

/// Where the list of annexes (附件说明, GB/T 9704-2012, 7.3.4) begins and how many it has.
fn annexes(view: &TextView<'_>) -> Option<(usize, usize)> {
    let lines = view.paragraphs();
    let first = lines.iter().position(|line| {
        view.one_of_at(line.range.start, &["附件：", "附："])
            .is_some()
    })?;
    let start = lines[first].range.start;
    let is_numbered = |at: usize, number: usize| {
        let text = number.to_string();
        view.is_at(at, &text) && view.is_any_at(at + text.len(), ".．")
    };
    let name = start + view.one_of_at(start, &["附件：", "附："])?.chars().count();
    if !is_numbered(name, 1) {
        return Some((start, 1));
    }
    let rest = lines[first + 1..].iter().zip(2..);
    let more = rest.take_while(|(line, number)| is_numbered(line.range.start, *number));
    Some((start, 1 + more.count()))
}
