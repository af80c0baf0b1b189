//! 关于对: two prepositions.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 关于对: two prepositions.
pub(crate) const GUANYU_DUI: Rule = Rule {
    name: "guanyu-dui",
    title: "“关于对”",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("guanyu_dui.md"),
};

const WORDS: &[&str] = &["关于对"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_word = view.is_any_at(
        word.end,
        "外口标接照象应策等比内华美俄日韩欧港澳非话联冲价赌公私账手立抗流",
    );
    if !is_word {
        let range = word.start..word.end;
        // 关于对您提出的提案，我局高度重视: no title, where it is usage.
        let finding = match view.one_of_at(word.end, &["您", "你们"]) {
            Some(_) => findings.at(range, "“关于”和“对”连用"),
            None => findings.hint(range, "“关于”和“对”连用"),
        };
        finding
            .hint("只留一个介词，例如“关于……提案的答复”")
            .suggest(word.end - 1..word.end, "");
    }
}
