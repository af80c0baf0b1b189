//! Text of the body: joined into inlines, and looked through for markup that did not take.

use crate::diagnostic::Diagnostic;
use crate::document::Inline;
use crate::document::inline::plain_text;
use crate::origin::SharedOrigin;
use crate::source::Span;

/// Adds text to the last inline if it has the same origin.
pub(super) fn push(inlines: &mut Vec<Inline>, text: &str, origin: Option<SharedOrigin>) {
    match inlines.last_mut() {
        Some(last) if last.origin == origin => last.text.push_str(text),
        _ => inlines.push(Inline {
            text: text.to_owned(),
            origin,
        }),
    }
}

/// Reports markup that Markdown left in a text: asterisks, entities, links that lost their form.
///
/// A character that was escaped by `\` is text: `before` is the character before the text.
pub(super) fn leftovers(text: &str, before: Option<char>, span: &Span) -> Option<Diagnostic> {
    let escaped = usize::from(before == Some('\\') && text.starts_with('*'));
    if text[escaped..].contains('*') {
        let message = "正文里有星号“*”，中文标点旁的强调不会生效，会印成星号";
        return Some(
            Diagnostic::error("leftover-markup", span.clone(), message)
                .with_hint("公文正文不用强调，请删去星号；确要印星号，写成“\\*”"),
        );
    }
    if span.text().starts_with('&') && span.text() != text {
        let message = format!("正文里有字符实体“{}”", span.text());
        return Some(
            Diagnostic::error("leftover-markup", span.clone(), message)
                .with_hint("请直接写要印的字"),
        );
    }
    None
}

/// Reports what only the whole text of a block shows.
pub(super) fn check(inlines: &[Inline], place: &Span) -> Option<Diagnostic> {
    let text = plain_text(inlines);
    if text.contains("](fact:") || text.contains("](measure:") {
        return Some(broken_origin(place.clone()));
    }
    if text.starts_with('#') {
        let message = "段首的“#”会照样印出来：标题的“#”后面要空一格";
        return Some(
            Diagnostic::error("leftover-markup", place.clone(), message)
                .with_hint("写成“## 一、……”，或删去“#”"),
        );
    }
    if text.contains("~~") {
        let message = "正文里有“~~”，删除线不会生效，会照样印出来";
        return Some(
            Diagnostic::error("leftover-markup", place.clone(), message).with_hint("请删去“~~”"),
        );
    }
    if text.starts_with([' ', '\u{3000}', '\u{a0}']) {
        let message = "段首有空格，首行缩进由版面给出";
        return Some(
            Diagnostic::error("leading-space", place.clone(), message)
                .with_hint("请删去段首的空格"),
        );
    }
    None
}

/// The diagnostic for a figure whose link a filter or a `~` has changed.
pub(super) fn broken_origin(place: Span) -> Diagnostic {
    let message = "数据经过过滤器或拼接后丢失了出处";
    Diagnostic::error("broken-origin", place, message)
        .with_hint("请直接写 {{ figure.编号 }}；换算单位用 say(id=…, unit=…, digits=…)")
}
