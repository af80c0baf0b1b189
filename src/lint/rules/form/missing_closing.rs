//! A letter that ends without 特此函告 or thanks.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::paragraphs::Paragraph;
use crate::lint::{Check, LetterView, Rule};
use crate::source::PlacedText;

/// A letter that ends without 特此函告 or thanks.
pub(crate) const MISSING_CLOSING: Rule = Rule {
    name: "missing-closing",
    title: "没有结束语",
    severity: Severity::Warning,
    check: Check::Letter(check),
    page: include_str!("missing_closing.md"),
};

/// Words that a closing has.
const WORDS: [&str; 14] = [
    "特此",
    "此复",
    "此函",
    "专此",
    "感谢",
    "谢谢",
    "欢迎",
    "请予",
    "敬请",
    "以上意见",
    "请一并",
    "供参考",
    "函达",
    "函复",
];

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let is_left_out = |text: &PlacedText| text.text.is_empty();
    if view.letter().closing.as_ref().is_some_and(is_left_out) {
        return;
    }
    let body = view.body();
    let paragraphs = view.text().paragraphs().iter();
    let last = paragraphs.rev().filter(|it| body.contains(&it.range.start));
    let closes = |paragraph: &Paragraph| {
        let text = view.text().text(paragraph.range.clone());
        WORDS.iter().any(|word| text.contains(word))
    };
    if !last.take(2).any(closes) {
        findings
            .place(view.letter().place.clone(), "正文最后没有结束语")
            .hint("函告用“特此函告。”，答复写感谢的话；在信件或模板里写 closing，确实不要就写 closing: \"\"");
    }
}
