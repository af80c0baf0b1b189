//! What a clerk reads about YAML that is wrong.

use proptest::prelude::*;

use super::{LARGEST_FILE, from_yaml};
use crate::diagnostic::Sink;
use crate::facts::{Facts, Letter, Office};
use crate::source::{PlacedText, Source};

/// Every message as `line:column [rule] message / hint`.
fn read(text: &str) -> Vec<String> {
    let checked = Facts::load(&[Source::new("content/facts/a.yaml", text)]);
    let lines = checked.diagnostics.iter().map(|diagnostic| {
        let position = diagnostic.place.position();
        format!(
            "{}:{} [{}] {} / {}",
            position.line,
            position.column,
            diagnostic.rule,
            diagnostic.message,
            diagnostic.hint.as_deref().unwrap_or("")
        )
    });
    lines.collect()
}

const GOOD: &str = "\
figures:
  cases:
    name: 查处知识产权案件
    unit: 件
    by_period:
      2020年: { value: 707 }
      2021年: { value: 1001, growth: 41.6%, as_of: 2021-12-31 }
measures:
  mediation:
    units: [省法院]
    text: |
      会同省法院
      建立机制
";

#[test]
fn a_right_file_has_nothing_to_say() {
    assert!(read(GOOD).is_empty());
    assert!(read(&format!("\u{feff}{GOOD}")).is_empty());
    assert!(read(&GOOD.replace('\n', "\r\n")).is_empty());
}

#[test]
fn unknown_keys_name_the_nearest_one() {
    let found = read(&GOOD.replace("value: 1001", "valeu: 1001"));
    assert_eq!(
        found,
        [
            "7:16 [unknown-key] 一个期间里没有“valeu”这个键 / 是否想写“value”；可用的键有“value”、“at_least”、“approximate”、“growth”、“rank”、“as_of”、“evidence”"
        ]
    );
}

#[test]
fn duplicate_keys_name_both_places() {
    let text = GOOD.replace("    unit: 件", "    unit: 件\n    unit: 家");
    let checked = Facts::load(&[Source::new("a.yaml", text)]);
    let diagnostic = &checked.diagnostics[0];
    assert_eq!(diagnostic.message, "“unit”写了两次");
    assert_eq!(diagnostic.place.position().line, 5);
    assert_eq!(diagnostic.labels[0].span.position().line, 4);
    let text = GOOD.replace("2020年", "2021年");
    assert_eq!(
        read(&text),
        ["7:7 [duplicate-key] “2021年”写了两次 / 只留一个"]
    );
    let text = format!("{GOOD}  mediation: {{ text: 另一项 }}\n");
    assert_eq!(
        read(&text),
        ["14:3 [duplicate-key] “mediation”写了两次 / 只留一个"]
    );
}

#[test]
fn nothing_where_text_is_due_is_an_error() {
    let hint = "写上内容；没有内容可写时删去这一项";
    for empty in ["", " ~", " null", " \"\"", " '  '"] {
        let found = read(&GOOD.replace(" 查处知识产权案件", empty));
        assert_eq!(found.len(), 1, "{empty}: {found:?}");
        assert!(
            found[0].contains("[empty-value] “name”后面没有内容"),
            "{found:?}"
        );
        assert!(found[0].ends_with(hint));
    }
}

#[test]
fn slips_of_a_chinese_keyboard_are_told() {
    let table = [
        (
            "    unit: 件",
            "    unit：件",
            "4:9 [full-width-colon] “unit”后面用了全角冒号“：” / 改成半角冒号加一个空格：“unit: ”",
        ),
        (
            "    unit: 件",
            "    unit:\u{3000}件",
            "4:10 [full-width-space] 这里用了全角空格 / 缩进和冒号后面只能用半角空格；段首空两字由程序排版，不用写",
        ),
        (
            "    unit: 件",
            "\u{3000}\u{3000}unit: 件",
            "4:1 [full-width-space] 这里用了全角空格 / 缩进和冒号后面只能用半角空格；段首空两字由程序排版，不用写",
        ),
        (
            "    unit: 件",
            "\tunit: 件",
            "4:1 [tab-indent] 缩进里有制表符（Tab） / 缩进只能用空格",
        ),
        (
            "value: 707",
            "value：707",
            "6:16 [full-width-colon] “value”后面用了全角冒号“：” / 改成半角冒号加一个空格：“value: ”",
        ),
        (
            "value: 707",
            "value:707",
            "6:16 [missing-space] “value”的冒号后面没有空格 / 写成“value: 707”",
        ),
        (
            "name: 查处知识产权案件",
            "name: {{ figure.a }}案件",
            "3:11 [unquoted-template] 以“{{”或“{%”开头的文字没有加引号 / 把整段文字用单引号括起来",
        ),
    ];
    for (right, wrong, expected) in table {
        let found = read(&GOOD.replacen(right, wrong, 1));
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "{found:?}"
        );
    }
}

#[test]
fn several_slips_are_told_at_once() {
    let text = GOOD
        .replace("name: 查", "name：查")
        .replace("unit: 件", "unit：件");
    assert_eq!(read(&text).len(), 2);
}

#[test]
fn a_full_width_colon_that_yaml_swallows_is_told() {
    let found = read(&GOOD.replace("    unit: 件", "      unit：件"));
    assert!(found[0].starts_with("4:11 [full-width-colon]"), "{found:?}");
}

#[test]
fn a_colon_in_literal_text_is_not_blamed() {
    let text = GOOD.replace("      建立机制", "      unit：件");
    assert!(read(&text).is_empty());
    let broken = text.replace("    unit: 件", "    unit: \"件");
    let found = read(&broken);
    assert!(
        found.iter().all(|line| !line.contains("full-width")),
        "{found:?}"
    );
}

#[test]
fn syntax_errors_are_in_chinese() {
    let table = [
        ("a: [1, 2", "1:4 [yaml-syntax] 括号没有闭合 / 补上“]”或“}”"),
        (
            "a: \"xyz",
            "1:4 [yaml-syntax] 引号没有闭合 / 在文字末尾补上引号",
        ),
        (
            "a: 一是: 二",
            "1:6 [yaml-syntax] 这里多出一个“: ”，或者这一行的缩进不对 / 文字里有“: ”时用引号括起来；键要与同级的键左对齐",
        ),
        (
            "a: %",
            "1:4 [yaml-syntax] 文字不能以这个字符开头 / 用引号括起来，例如 unit: \"%\"",
        ),
        (
            "a: *重要*",
            "1:4 [yaml-anchor] 这里用了 YAML 的锚点或别名（“&”“*”），本程序不支持 / 把内容直接写出来；文字如果以“*”或“&”开头，用引号括起来",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "3:1 [several-documents] 一个文件里有多份 YAML 文档 / 删去“---”，或把各份分别存成文件",
        ),
        (
            "",
            "1:1 [empty-file] 文件里没有内容 / 写上内容，或者删去这个文件",
        ),
        (
            "- a\n",
            "1:1 [wrong-type] 文件应当由“键: 内容”组成，这里是一个列表 / 第一行写成“键: 内容”的样子",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn one_wrong_figure_does_not_hide_the_others() {
    let text = "\
figures:
  a: { name: 甲, unit: 件, by_period: { 2021年: { value: 1001件 } } }
  B: { name: 乙, unit: 件, by_period: { 2021年: { value: 1 } } }
  c: { nam: 丙, unit: 件, by_period: { 2021 年: { value: '1,001' } } }
  d: { name: 丁, unit: 件 }
  e: { name: 戊, unit: [件], by_period: { 2021年: { value: 1, growth: 4％ } } }
";
    let expected = [
        "2:55 [invalid-value] 数值“1001件”不合写法 / 数值只写数，单位写在“unit”里：value: 1001，unit: \"件\"",
        "3:3 [invalid-id] “B”不能作代号 / 代号用小写英文字母开头，只用小写字母、数字和下划线，例如 cases_investigated",
        "4:3 [missing-key] 数据缺少“name” / 补上“name: …”",
        "4:38 [invalid-period] 期间“2021 年”里有空格 / 写成“2021年”“2021年上半年”“2021年1—6月”的样子",
        "4:55 [invalid-value] 数值“1,001”不合写法 / 用半角数字，不加千分位：1001",
        "4:8 [unknown-key] 数据里没有“nam”这个键 / 是否想写“name”；可用的键有“name”、“unit”、“coverage”、“evidence”、“disclosure”、“by_period”、“list”、“sum_of”、“share_of”、“digits”、“growth_digits”",
        "5:3 [figure-without-value] 这项数据没有数值 / 写上“by_period”，或者“list”“sum_of”“share_of”中的一个",
        "6:17 [wrong-type] “unit”应当是一段文字，这里是一个列表 / ",
        "6:68 [invalid-growth] 增幅“4％”不合写法 / 百分号用半角：4%",
    ];
    assert_eq!(read(text), expected);
}

#[test]
fn hostile_files_fail_fast() {
    let bomb: String = (1..20)
        .map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1))
        .collect();
    let table = [
        ("[".repeat(200_000), "nested-too-deep"),
        ("{a: ".repeat(200_000), "nested-too-deep"),
        (
            (0..3000)
                .map(|depth| format!("{}a:\n", " ".repeat(depth)))
                .collect(),
            "nested-too-deep",
        ),
        (format!("a0: &a0 [x, x]\n{bomb}"), "yaml-anchor"),
        ("a: 字\n".repeat(50 * 1024 * 1024 / 7), "file-too-large"),
        (
            format!("a: {}", "字".repeat(LARGEST_FILE)),
            "file-too-large",
        ),
    ];
    for (text, rule) in table {
        let source = Source::new("a.yaml", text);
        let mut sink = Sink::new();
        assert!(from_yaml::<Vec<PlacedText>>(&source, &mut sink).is_none());
        let diagnostics = sink.into_diagnostics();
        assert_eq!(diagnostics[0].rule, rule);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_the_reader_panic(cut in 0..GOOD.len(), at in 0..GOOD.len(), junk in "[\\PC\t\n\u{3000}]{0,6}") {
        let mut text = GOOD.to_owned();
        let floor = |text: &str, mut at: usize| { while !text.is_char_boundary(at) { at -= 1; } at };
        text.insert_str(floor(GOOD, at), &junk);
        text.truncate(floor(&text, cut + junk.len()));
        let source = Source::new("a.yaml", text);
        Facts::load(std::slice::from_ref(&source));
        Letter::from_yaml(&source);
        Office::from_yaml(&source);
    }
}
