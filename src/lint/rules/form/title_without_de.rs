//! 关于县政协十届三次会议第56号提案答复: a title that lacks 的 before its kind.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 关于县政协十届三次会议第56号提案答复: a title that lacks 的 before its kind.
pub(crate) const TITLE_WITHOUT_DE: Rule = Rule {
    name: "title-without-de",
    title: "标题的文种前面缺“的”",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("title_without_de.md"),
};

/// What is answered, with the number before it, and the kind of the letter.
const ENDS: [&str; 5] = [
    "号提案答复",
    "号建议答复",
    "号议案答复",
    "号提案复函",
    "号建议复函",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let range = paragraph.range.clone();
        let end = range.end;
        // Most paragraphs do not begin as a title does.
        if !view.is_at(range.start, "关于") {
            continue;
        }
        let Some(kind) = view.one_of_before(end, &ENDS) else {
            continue;
        };
        // 关于对第56号提案答复 has a verb in it.
        if view.has_any(&range, &["对", "。"]) {
            continue;
        }
        let what = "号提案".chars().count();
        let at = end - kind.chars().count() + what;
        findings
            .at(
                end - kind.chars().count()..end,
                format!("“{}”前面缺“的”", view.words(at..end)),
            )
            .hint("“关于……的答复”：文种前面加“的”")
            .suggest(at..at, "的");
    }
}
