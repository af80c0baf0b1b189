//! 《…管理办法》…该条例施行以来: a paper is called by another kind than its own.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 《…管理办法》…该条例施行以来: a paper is called by another kind than its own.
pub(crate) const PAPER_CALLED_OTHERWISE: Rule = Rule {
    name: "paper-called-otherwise",
    title: "文件的种类前后不一",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("paper_called_otherwise.md"),
};

/// A paper that was told of before.
const WORDS: &[&str] = &[
    "该条例",
    "该办法",
    "该规定",
    "该细则",
    "该规划",
    "该方案",
    "该意见",
    "该通知",
    "该纲要",
];

/// Kinds of papers; what ends in another one of them may be called none of these.
const KINDS: [&str; 14] = [
    "条例", "办法", "规定", "细则", "规划", "方案", "意见", "通知", "纲要", "计划", "法", "决定",
    "措施", "规范",
];

/// How far back the paper stands.
const NEAR: usize = 200;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    let kind = &WORDS[word.number]["该".len()..];
    let passage = view.passage(word.start).start;
    let near = passage.max(word.start.saturating_sub(NEAR))..word.start;
    let titles: Vec<usize> = view.each(near.clone(), "》").collect();
    let [only] = titles[..] else {
        return;
    };
    // 《…》（试行） and 《…的通知》 that issues 办法 are called by either.
    let text = view.words(near.start..only);
    let own = KINDS.iter().find(|it| text.ends_with(*it));
    let is_named = view.has_any(&near, &[kind]);
    if let Some(own) = own.filter(|own| !is_named && **own != kind) {
        findings
            .at(
                word.start..word.end,
                format!("前面是“{own}”，这里是“{}”", WORDS[word.number]),
            )
            .hint(format!("改为“该{own}”，或者核对说的是哪个文件"));
    }
}
