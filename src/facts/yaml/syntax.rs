//! Messages about YAML that cannot be read, in words that a clerk understands.

use super::parse::DEEPEST;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// `&` and `*`.
pub(super) fn anchor(place: Span) -> Diagnostic {
    Diagnostic::error(
        "yaml-anchor",
        place,
        "这里用了 YAML 的锚点或别名（“&”“*”），本程序不支持",
    )
    .with_hint("把内容直接写出来；文字如果以“*”或“&”开头，用引号括起来")
}

/// `---` twice.
pub(super) fn several_documents(place: Span) -> Diagnostic {
    Diagnostic::error("several-documents", place, "一个文件里有多份 YAML 文档")
        .with_hint("删去“---”，或把各份分别存成文件")
}

/// Lists in lists in lists.
pub(super) fn too_deep(place: Span) -> Diagnostic {
    let message = format!("括号或缩进嵌套超过{DEEPEST}层");
    Diagnostic::error("nested-too-deep", place, message).with_hint("检查括号是否都已闭合")
}

/// More values than anyone writes.
pub(super) fn too_many(place: Span) -> Diagnostic {
    Diagnostic::error("too-many-values", place, "文件里的内容太多，无法读取")
        .with_hint("把文件拆成几个")
}

/// What the parser's English message means, and what to do.
pub(super) fn mistake(place: Span, message: &str) -> Diagnostic {
    if message.contains("recursion limit") {
        return too_deep(place);
    }
    let known = MISTAKES.iter().find(|(part, _, _)| message.contains(part));
    match known {
        Some((_, said, hint)) => Diagnostic::error("yaml-syntax", place, *said).with_hint(*hint),
        None => Diagnostic::error("yaml-syntax", place, "这里不合 YAML 的写法")
            .with_hint("检查这一行和上一行的缩进、冒号、引号和括号")
            .with_note(format!("YAML 解析器的原话：{message}")),
    }
}

/// Part of the parser's message, what is wrong, what to do; the first that fits counts.
const MISTAKES: [(&str, &str, &str); 13] = [
    (
        "mapping values are not allowed",
        "这里多出一个“: ”，或者这一行的缩进不对",
        "文字里有“: ”时用引号括起来；键要与同级的键左对齐",
    ),
    ("unclosed bracket", "括号没有闭合", "补上“]”或“}”"),
    ("unclosed quote", "引号没有闭合", "在文字末尾补上引号"),
    (
        "multiline quoted scalar",
        "引号没有闭合",
        "在文字末尾补上引号",
    ),
    (
        "trailing content after",
        "引号后面还有内容",
        "把整段文字放进一对引号里；文字里的引号用“”",
    ),
    (
        "unknown escape character",
        "双引号里的“\\”后面不是转义字符",
        "改用单引号，或把“\\”写成“\\\\”",
    ),
    (
        "unexpected character",
        "文字不能以这个字符开头",
        "用引号括起来，例如 unit: \"%\"",
    ),
    ("tabs disallowed", "缩进里有制表符（Tab）", "缩进只能用空格"),
    (
        "simple key expected",
        "这一行没有冒号",
        "写成“键: 内容”，冒号用半角，后面空一格",
    ),
    (
        "did not find expected key",
        "这一行的缩进与同级的键没有对齐，或上一项没有写完",
        "让同级的键左对齐；以“{{”开头的文字用引号括起来",
    ),
    (
        "did not find expected '-'",
        "列表里出现了不以“- ”开头的一行",
        "列表的每一项以“- ”开头并左对齐",
    ),
    (
        "did not find expected ','",
        "括号里的两项之间缺少逗号",
        "各项之间用半角逗号“,”隔开",
    ),
    (
        "!!binary",
        "这里不能用“!”开头的标记",
        "删去“!”标记，或用引号括起来",
    ),
];
