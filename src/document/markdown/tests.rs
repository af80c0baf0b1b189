//! The subset, and each trap that Chinese text sets for Markdown.

use super::*;
use crate::document::inline::plain_text;
use crate::origin::{FigureOrigin, Origin};

fn read(markdown: &str) -> (Vec<Block>, Vec<String>) {
    let origin = Origin::Figure(FigureOrigin {
        id: "cases".to_owned(),
        period: "2021年".to_owned(),
        aspect: "figure".to_owned(),
        place: None,
    });
    let origins = Origins::from([("fact:cases@2021年#figure".to_owned(), Arc::new(origin))]);
    let checked = body(&Source::new("body.md", markdown), &origins);
    let rules = checked.diagnostics.iter().map(|it| it.rule.to_owned());
    let rules = rules.collect();
    (checked.value.expect("a body is always given").blocks, rules)
}

fn texts(markdown: &str) -> Vec<String> {
    let (blocks, rules) = read(markdown);
    assert_eq!(rules, Vec::<String>::new(), "{markdown}");
    let text = |block: &Block| match block {
        Block::Heading { inlines, .. } | Block::Paragraph { inlines, .. } => plain_text(inlines),
        Block::Table(table) => format!("{} rows", table.rows.len()),
    };
    blocks.iter().map(text).collect()
}

fn refused(markdown: &str) -> String {
    let (_, rules) = read(markdown);
    assert!(!rules.is_empty(), "{markdown} should be refused");
    rules.join(" ")
}

#[test]
fn keeps_headings_paragraphs_and_tables() {
    let (blocks, rules) = read("## 一、总体\n\n段落。\n\n|甲|乙|\n|-|-:|\n|1|2|\n");
    assert!(rules.is_empty());
    assert!(matches!(
        blocks[..],
        [
            Block::Heading {
                level: Level::One,
                ..
            },
            Block::Paragraph { .. },
            Block::Table(_)
        ]
    ));
}

#[test]
fn a_figure_keeps_its_origin() {
    let (blocks, rules) = read("查处[1001件](fact:cases@2021年#figure)，");
    assert!(rules.is_empty());
    let [Block::Paragraph { inlines, .. }] = &blocks[..] else {
        panic!("one paragraph: {blocks:?}");
    };
    assert_eq!(inlines.len(), 3);
    assert_eq!(inlines[1].text, "1001件");
    assert!(inlines[1].origin.is_some() && inlines[2].origin.is_none());
}

#[test]
fn numbers_and_brackets_of_official_letters_stay_text() {
    for text in [
        "一、甲",
        "（一）甲",
        "1.加快建设",
        "（1）甲",
        "$41.60$",
        "\"重点\"",
    ] {
        assert_eq!(texts(text), [text]);
    }
}

#[test]
fn escaped_facts_stay_text() {
    assert_eq!(texts("5\\*3\\*2"), ["5*3*2"]);
    assert_eq!(texts("2022\\. 年"), ["2022. 年"]);
    assert_eq!(texts("\\&nbsp;"), ["&nbsp;"]);
    assert_eq!(texts("\\<签章\\>"), ["<签章>"]);
}

#[test]
fn line_ends_between_chinese_characters_are_nothing() {
    assert_eq!(texts("推进\n建设"), ["推进建设"]);
    assert_eq!(texts("PCT\npatent"), ["PCT patent"]);
}

#[test]
fn emphasis_is_refused_whether_it_takes_or_not() {
    refused("**重点**推进");
    refused("**“重点”**推进");
    refused("推进**重点。**工作");
    refused("**（一）强化统筹。**建立制度");
    refused("5*3*2");
}

#[test]
fn marks_that_markdown_does_not_take_are_not_printed() {
    refused("##一、总体");
    refused("\\#\\#一、总体");
    refused("推进~~甲~~建设");
}

#[test]
fn lists_are_refused_because_they_lose_their_numbers() {
    refused("1. 加快建设");
    refused("2022. 年");
    refused("- 加快建设");
    refused("+ 加快建设");
}

#[test]
fn nothing_that_markdown_would_leave_out_is_lost() {
    for row in ["|1|2|三|", "| 1 | 2 | 三", "1|2|三", "|1|2||三|"] {
        refused(&format!("|甲|乙|\n|-|-|\n{row}\n"));
    }
    for row in ["|1|2|", "|1|2| |", "|1|", "1|2", "|1|二\\|三|"] {
        let (blocks, rules) = read(&format!("|甲|乙|\n|-|-|\n{row}\n"));
        assert!(
            rules.is_empty() && matches!(blocks[..], [Block::Table(_)]),
            "{row}"
        );
    }
    refused("[甲]: http://x\n");
    refused("段落。\n\n[甲]: 乙\n");
}

#[test]
fn underlines_do_not_make_headings() {
    refused("省知识产权局\n---");
    refused("省知识产权局\n===");
}

#[test]
fn indents_do_not_make_code_or_double_the_indent() {
    refused("    四个空格");
    refused("　　全角空格");
}

#[test]
fn html_entities_code_rules_and_images_are_refused() {
    refused("<b>甲</b>");
    refused("甲&nbsp;乙");
    refused("`甲`");
    refused("甲\n\n***\n\n乙");
    refused("![甲](乙)");
    refused("> 甲");
    refused("甲  \n乙");
}

#[test]
fn angle_brackets_around_chinese_are_text() {
    assert_eq!(texts("<签章>"), ["<签章>"]);
}

#[test]
fn links_without_an_origin_are_refused() {
    refused("[甲](https://example.cn)");
    refused("[1001件](fact:nothing@2021年#figure)");
}

#[test]
fn only_four_levels_are_headings() {
    refused("# 甲");
    refused("###### 甲");
}

#[test]
fn a_figure_that_lost_its_link_is_reported() {
    assert_eq!(
        refused("\\[1001件\\]\\(fact:cases@2021年\\)"),
        "broken-origin"
    );
}

#[test]
fn long_and_deep_markup_is_answered() {
    let _ = read(&"*".repeat(50_000));
    let _ = read(&">".repeat(20_000));
    let _ = read(&"[".repeat(50_000));
}
