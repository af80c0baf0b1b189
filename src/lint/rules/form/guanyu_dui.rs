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

/// How the name of a paper that is answered, or its title, begins.
const OF_PAPER: [&str; 44] = [
    "提升",
    "完善",
    "优化",
    "规范",
    "建设",
    "发展",
    "促进",
    "推动",
    "强化",
    "加大",
    "改善",
    "解决",
    "建立",
    "健全",
    "保护",
    "打造",
    "深化",
    "扩大",
    "提高",
    "增设",
    "您",
    "你们",
    "省政协",
    "市政协",
    "县政协",
    "区政协",
    "州政协",
    "政协",
    "省人大",
    "市人大",
    "县人大",
    "区人大",
    "州人大",
    "人大",
    "省十",
    "市十",
    "县十",
    "区十",
    "第",
    "支持",
    "加快",
    "加强",
    "推进",
    "进一步",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let is_word = view.is_any_at(
        word.end,
        "外口标接照象应策等比内华美俄日韩欧港澳非话联冲价赌公私账手立抗流",
    );
    if !is_word {
        let range = word.start..word.end;
        // 关于对困难群众实施救助的问题 needs both.
        let finding = match view.one_of_at(word.end, &OF_PAPER) {
            Some(_) => findings.at(range, "“关于”和“对”连用"),
            None => findings.hint(range, "“关于”和“对”连用"),
        };
        finding
            .hint("只留一个介词，例如“关于……提案的答复”")
            .suggest(word.end - 1..word.end, "");
    }
}
