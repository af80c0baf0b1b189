//! 您所提的建议…, 欢迎你们…: one reader, then several.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 您所提的建议…, 欢迎你们…: one reader, then several.
pub(crate) const READER_IN_TWO_NUMBERS: Rule = Rule {
    name: "reader-in-two-numbers",
    title: "“您”“你们”混用",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("reader_in_two_numbers.md"),
};

/// How the maker of one paper is spoken to.
const ONE: [&str; 6] = [
    "您提出的",
    "您所提",
    "您的提案",
    "您的建议",
    "您反映的",
    "感谢您",
];

/// How several are turned to at the close.
const SEVERAL: [&str; 7] = [
    "欢迎你们",
    "感谢你们",
    "恳请你们",
    "希望你们",
    "敬请你们",
    "请你们",
    "谢谢你们",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    // What the line of the addressee tells is compared by another rule.
    let all = 0..view.chars().len();
    if view.reply().addressee.is_some() || !view.has_any(&all, &ONE) {
        return;
    }
    let found = SEVERAL.iter().filter_map(|it| {
        let start = view.find(all.clone(), it)?;
        Some(start..start + it.chars().count())
    });
    let is_own = |at: usize| !view.in_quotes(at) && !view.in_title(at);
    if let Some(range) = found
        .filter(|it| is_own(it.start))
        .min_by_key(|it| it.start)
    {
        let you = range.end - 2..range.end;
        findings
            .at(you.clone(), "前面称“您”，这里称“你们”")
            .hint("对一位提出者称“您”，对几位称“你们”，前后一致")
            .suggest(you, "您");
    }
}
