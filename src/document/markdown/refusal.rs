//! What the subset refuses, said so that the writer knows what to write instead.

use pulldown_cmark::{Event, Tag};

use crate::diagnostic::Diagnostic;
use crate::source::Span;

const RULE: &str = "markdown-subset";

/// The diagnostic for an element that the subset lacks.
pub(super) fn of_tag(tag: &Tag<'_>, span: Span) -> Diagnostic {
    let (what, hint) = match tag {
        Tag::Emphasis | Tag::Strong => ("强调", "公文正文不用强调，请删去星号或下划线"),
        Tag::List(Some(_)) => (
            "自动编号的列表，序号会丢失",
            "标题请用“##”一级写出；要印“1.”请写成“1\\.”，后面不空格",
        ),
        Tag::List(None) | Tag::Item => ("项目符号列表", "请写成“一是……；二是……。”或分段"),
        Tag::CodeBlock(_) => ("代码块（行首有四个以上空格或三个反引号）", "请删去行首空格"),
        Tag::BlockQuote(_) => ("引用块", "请删去行首的“>”"),
        Tag::HtmlBlock => ("HTML", "请删去 HTML 标记；尖括号请用〈〉"),
        Tag::Image { .. } => ("图片", "图片请作为附件另附"),
        _ => ("版面不支持的标记", "正文只用标题、段落和表格"),
    };
    refusal(what, hint, span)
}

/// The diagnostic for an event that the subset lacks, if it matters.
pub(super) fn of_event(event: &Event<'_>, span: Span) -> Option<Diagnostic> {
    let (what, hint) = match event {
        Event::Code(_) => ("反引号代码", "请删去反引号"),
        Event::Html(_) | Event::InlineHtml(_) => ("HTML", "请删去 HTML 标记；尖括号请用〈〉"),
        Event::HardBreak => (
            "强制换行（行末有两个空格或反斜杠）",
            "请删去行末的空格；另起一段请空一行",
        ),
        Event::Rule => ("分隔线", "分隔线由版面给出，请删去"),
        _ => ("版面不支持的标记", "正文只用标题、段落和表格"),
    };
    Some(refusal(what, hint, span))
}

/// The diagnostic for a link that carries no origin.
pub(super) fn link(destination: &str, span: Span) -> Diagnostic {
    if destination.to_lowercase().starts_with("fact:") {
        return super::text::broken_origin(span);
    }
    let what = format!("链接“{destination}”");
    refusal(&what, "公文正文不放链接；网址请直接写出文字", span)
}

/// The diagnostic for a paragraph that defines a link, which is not printed.
pub(super) fn definition(span: Span) -> Diagnostic {
    refusal(
        "“[……]: ……”这样的段落，会被当作链接的定义而不印出来",
        "方括号请用〔〕或（）；确要印方括号，写成“\\[”",
        span,
    )
}

/// The diagnostic for a row of a table with more cells than its head, which are not printed.
pub(super) fn more_cells(columns: usize, span: Span) -> Diagnostic {
    refusal(
        &format!("比表头（{columns}列）多出格子的一行表格，多出的格子不会印出来"),
        "补上表头的列，或删去多出的格子；格子里要印“|”，写成“\\|”",
        span,
    )
}

/// The diagnostic for `===` or `---` under a text, which Markdown takes for a heading.
pub(super) fn underlined_heading(span: Span) -> Diagnostic {
    refusal(
        "文字下面的“===”或“---”，会把上一行变成标题",
        "请删去这一行；标题请用“##”",
        span,
    )
}

/// The diagnostic for a heading of a level that no body has.
pub(super) fn heading_level(span: Span) -> Diagnostic {
    refusal(
        "这一级标题",
        "公文标题用“#”，由题注给出；正文用“##”（一、）到“#####”（（1））四级",
        span,
    )
    .with_note("GB/T 9704-2012 7.3.3")
}

fn refusal(what: &str, hint: &str, span: Span) -> Diagnostic {
    Diagnostic::error(RULE, span, format!("正文里有{what}")).with_hint(hint)
}
