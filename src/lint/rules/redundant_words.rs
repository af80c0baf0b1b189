//! 截至目前为止, 切忌不要 and the like.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 截至目前为止, 切忌不要 and the like.
pub(crate) const REDUNDANT_WORDS: Rule = Rule {
    name: "redundant-words",
    title: "意思重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("redundant_words.md"),
};

const WORDS: &[&str] = &[
    "大约左右",
    "截至目前为止",
    "目前现在",
    "涉及到",
    "凯旋归来",
    "悬殊很大",
    "过分苛求",
    "最低限度以上",
    "切忌不要",
    "亲眼目睹",
    "被人民群众所",
    "免费赠送",
    "首次第一次",
    "十分非常",
    "非常十分",
    "大多数都",
    "分别各",
    "更加更",
    "进一步更加",
    "互相相互",
    "相互互相",
    "共同协同",
    "之间相互",
    "共计总",
    "约大约",
    "再次重申",
    "显著明显",
    "全部都",
    "的原因是因为",
    "之所以的原因",
    "高达近",
    "多达近",
    "达到了达",
    "提出提出",
    "见诸于",
    "付诸于",
    "来自于",
    "不必要的浪费",
    "第一首",
    "仍然还",
    "悉数全部",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.text(word.start..word.end);
    let habitual = [
        "涉及到",
        "来自于",
        "付诸于",
        "全部都",
        "免费赠送",
        "再次重申",
        "仍然还",
        "大多数都",
        "被人民群众所",
        "第一首",
        "分别各",
        "约大约",
        "之间相互",
    ];
    let message = format!("“{text}”意思重复");
    let finding = if habitual.contains(&text.as_str()) {
        findings.hint(word.start..word.end, message)
    } else {
        findings.at(word.start..word.end, message)
    };
    finding.hint("只留一个");
}
