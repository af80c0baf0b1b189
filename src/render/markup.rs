//! Markdown that prose does not take: it would stand in the letter as typed, bars and stars included.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::diagnostic::Diagnostic;
use crate::source::PlacedText;

/// What a prose text holds of headings, tables, lists, strong text, quotes, codes, rules and links.
///
/// Numbered lines are prose, and so are single stars: 5*3.
pub(super) fn faults(text: &PlacedText) -> Vec<Diagnostic> {
    if !may_have_markup(&text.text) {
        return Vec::new();
    }
    let events = Parser::new_ext(&text.text, Options::ENABLE_TABLES).into_offset_iter();
    let found = events.filter_map(|(event, range)| {
        let (what, hint) = refusal(&event)?;
        let first_line = text.text[range.clone()].lines().next().unwrap_or_default();
        let place = text.locate(range.start..range.start + first_line.len());
        let message = format!("文字里有 Markdown 的{what}，会照原样印出来");
        Some(Diagnostic::error("markdown-in-prose", place, message).with_hint(hint))
    });
    found.collect()
}

/// Reading Markdown takes longer than all else that is looked for in a prose text.
fn may_have_markup(text: &str) -> bool {
    let marks = [
        "# ", "- ", "* ", "+ ", "> ", "|", "**", "__", "```", "---", "](",
    ];
    marks.iter().any(|mark| text.contains(mark))
}

fn refusal(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    Some(match event {
        Event::Start(Tag::Heading { .. }) => (
            "标题",
            "标题写成 sections 里的 heading，或者写出序号独立成段：一、基本情况",
        ),
        Event::Start(Tag::Table(_)) => ("表格", "表格放在附件（annexes）里"),
        Event::Start(Tag::List(None)) => ("项目符号列表", "写成“一是……；二是……。”或者分段"),
        Event::Start(Tag::Strong) => ("粗体", "公文正文不用强调，请删去星号或下划线"),
        Event::Start(Tag::BlockQuote(_)) => ("引用块", "请删去行首的“>”"),
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
            ("链接", "网址请直接写出文字，图片作为附件另附")
        }
        Event::Start(Tag::CodeBlock(kind)) if kind.is_fenced() => ("代码块", "请删去反引号"),
        Event::Rule => ("分隔线", "分隔线由版面给出，请删去"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    fn marked(text: &str) -> Vec<String> {
        let source = Source::new("a.yaml", text);
        let text = PlacedText::new(text, Span::new(&source, 0..text.len()));
        let faults = faults(&text).into_iter();
        faults.map(|it| it.place.text().to_owned()).collect()
    }

    #[test]
    fn each_kind_of_markup_is_found_where_it_was_typed() {
        assert_eq!(
            marked("甲。\n\n| 指标 | 值 |\n|---|---|\n| 乙 | 1 |"),
            ["| 指标 | 值 |"]
        );
        assert_eq!(marked("做到**三个到位**。"), ["**三个到位**"]);
        assert_eq!(marked("- 甲\n- 乙"), ["- 甲"]);
        assert_eq!(marked("# 大标题\n\n甲。"), ["# 大标题"]);
        assert_eq!(marked("见[网站](https://a.cn)。"), ["[网站](https://a.cn)"]);
        assert_eq!(marked("甲\n\n---\n\n乙"), ["---"]);
    }

    #[test]
    fn what_letters_print_is_no_markup() {
        for text in [
            "1. 甲\n2. 乙",
            "面积5*3*2米，-5℃。",
            "提案人张**、李**。",
            "{{ figure.a - 1 }}，{{ figure.b | round }}",
            "A|B两类",
            "同比增长10%——15%",
        ] {
            assert_eq!(marked(text), Vec::<String>::new(), "{text}");
        }
    }
}
