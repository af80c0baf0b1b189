//! 北部4个乡镇……南部4个乡镇的这28眼机井: what is pointed at was told of the opposite place.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 北部4个乡镇……南部4个乡镇的这28眼机井: what is pointed at was told of the opposite place.
pub(crate) const OPPOSITE_PLACE: Rule = Rule {
    name: "opposite-place",
    title: "方位与前面相反",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("opposite_place.md"),
};

/// Each place beside its opposite.
const WORDS: &[&str] = &[
    "东部",
    "西部",
    "南部",
    "北部",
    "东城",
    "西城",
    "南城",
    "北城",
    "城东",
    "城西",
    "城南",
    "城北",
    "东岸",
    "西岸",
    "南岸",
    "北岸",
    "上游",
    "下游",
    "左岸",
    "右岸",
    "东片区",
    "西片区",
    "南片区",
    "北片区",
];

/// How far back the place may have been told, in characters.
const FARTHEST: usize = 300;

/// How far behind the place what is pointed at may stand.
const NEAR: usize = 12;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.clause(word.start);
    let near = word.end..clause.end.min(word.end + NEAR);
    // 这两年 tells of a time.
    let is_counted = |at: usize| {
        let counts = is_any_digit(view.char(at)) || view.is_any_at(at, "所条个座处项片栋家");
        counts && view.char(at + 1) != '年'
    };
    let is_pointed = view.find(near, "这").is_some_and(|at| is_counted(at + 1));
    let sentence = view.sentence(word.start);
    let before = sentence.start.saturating_sub(FARTHEST)..word.start;
    let Some(opposite) = WORDS.get(word.number ^ 1).filter(|_| is_pointed) else {
        return;
    };
    let is_told = |place: &str| view.find(before.clone(), place).is_some();
    if is_told(opposite) && !is_told(WORDS[word.number]) {
        let text = view.words(word.start..word.end);
        findings
            .at(
                word.start..word.end,
                format!("这里是“{text}”，前面是“{opposite}”"),
            )
            .hint("核对方位");
    }
}
