//! Figures together: derivation, agreement, printing, explanations.

use super::*;
use crate::source::{Source, Span};

const FACTS: &str = "\
evidence: 湖北省知识产权局2021年度统计
coverage: 全省
figures:
  cases_investigated:
    name: 查处知识产权案件
    coverage: 全省市场监管（知识产权）系统
    unit: 件
    by_period:
      2020年: { value: 707 }
      2021年: { value: 1001, growth: 41.6%, as_of: 2021-12-31 }
  patents_granted: { name: 专利授权总量, unit: 件, by_period: { 2020年: { value: 11万 }, 2021年: { value: 15.5万 } } }
  valid_trademarks: { name: 有效商标, unit: 件, by_period: { 2021年: { value: 84万, at_least: 超过 } } }
  shortened: { name: 审查周期压缩, unit: \"%\", by_period: { 2021年: { value: 70, at_least: 以上 } } }
  exporters: { name: 出口企业, unit: 家, by_period: { 2021年: { value: 1000, at_least: 余 } } }
  gi_products: { name: 地理标志产品总数, by_period: { 2021年: { rank: 全国第二位 } } }
  closing_rate: { name: 结案率, unit: \"%\", by_period: { 2020年: { value: 98.31 }, 2021年: { value: 99.51 } } }
  five_projects: { name: 五大工程, unit: 个, list: [甲工程, 乙工程, 丙工程, 丁工程, 戊工程] }
  pilots: { name: 试点, unit: 个, by_period: { 2021年: { value: 2 } } }
  pledged: { name: 质押融资金额, unit: 亿元, by_period: { 2021年: { value: 50.26, growth: 54.4% } } }
  total: { name: 合计, unit: 件, sum_of: [cases_investigated, patents_granted] }
  grant_share: { name: 占比, share_of: { part: cases_investigated, whole: patents_granted } }
";

fn load(text: &str) -> (Facts, Vec<String>) {
    let checked = Facts::load(&[Source::new("a.yaml", text)]);
    let messages = checked.diagnostics.iter().map(|diagnostic| {
        let hint = diagnostic.hint.as_deref().unwrap_or("");
        format!("[{}] {} / {hint}", diagnostic.rule, diagnostic.message)
    });
    let messages = messages.collect();
    (checked.value.expect("facts always come"), messages)
}

fn facts() -> Facts {
    let (facts, messages) = load(FACTS);
    assert!(messages.is_empty(), "{messages:?}");
    facts
}

fn period(label: &str) -> Period {
    Period::new(label).expect("the label is right")
}

fn place() -> Span {
    Span::file(&Source::new("letter.yaml", ""))
}

#[test]
fn aspects_are_ready_to_print() {
    let aspects = facts().aspects(&period("2021年"));
    let table = [
        ("figure", "cases_investigated", "1001件"),
        ("value", "cases_investigated", "1001"),
        ("growth", "cases_investigated", "同比增长41.6%"),
        ("growth_rate", "cases_investigated", "41.6%"),
        ("as_of", "cases_investigated", "2021年12月31日"),
        ("name", "cases_investigated", "查处知识产权案件"),
        (
            "coverage",
            "cases_investigated",
            "全省市场监管（知识产权）系统",
        ),
        ("coverage", "patents_granted", "全省"),
        ("figure", "patents_granted", "15.5万件"),
        ("growth", "patents_granted", "同比增长40.91%"),
        ("figure", "valid_trademarks", "超过84万件"),
        ("figure", "shortened", "70%以上"),
        ("figure", "exporters", "1000余家"),
        ("rank", "gi_products", "全国第二位"),
        ("ordinal", "gi_products", "第二"),
        ("growth", "closing_rate", "同比提高1.20个百分点"),
        (
            "list",
            "five_projects",
            "甲工程、乙工程、丙工程、丁工程、戊工程",
        ),
        ("figure", "five_projects", "5个"),
        ("numeral", "five_projects", "五"),
        ("count", "pilots", "两个"),
        ("numeral", "pilots", "二"),
        ("unit", "pledged", "亿元"),
        ("figure", "total", "15.6001万件"),
        ("figure", "grant_share", "0.65%"),
    ];
    for (aspect, id, expected) in table {
        let aspect = Aspect::from_name(aspect).expect("the aspect is known");
        let printed = aspects.get(aspect, id).map(|printed| printed.text.as_str());
        assert_eq!(printed, Some(expected), "{} of {id}", aspect.name());
    }
}

#[test]
fn what_has_no_value_is_absent() {
    let facts = facts();
    let before = facts.aspects(&period("2020年"));
    assert_eq!(before.get(Aspect::Figure, "valid_trademarks"), None);
    assert_eq!(before.get(Aspect::Growth, "cases_investigated"), None);
    let now = facts.aspects(&period("2021年"));
    assert_eq!(now.get(Aspect::Figure, "gi_products"), None);
    assert_eq!(now.get(Aspect::Numeral, "patents_granted"), None);
}

#[test]
fn the_origin_leads_to_the_value() {
    let aspects = facts().aspects(&period("2021年"));
    let origin = aspects
        .origin(Aspect::Figure, "cases_investigated")
        .expect("it is printed");
    assert_eq!(origin.aspect, "figure");
    let place = origin.place.expect("it has a place");
    assert_eq!((place.position().line, place.text()), (10, "1001"));
}

#[test]
fn all_letters_of_a_period_share_the_strings() {
    let facts = facts();
    let first = facts.aspects(&period("2021年"));
    assert!(Arc::ptr_eq(&first, &facts.aspects(&period("2021年"))));
}

#[test]
fn say_converts_exactly() {
    let facts = facts();
    let period = period("2021年");
    let say = |id, unit, digits| {
        let wording = Wording {
            id,
            period: &period,
            unit,
            digits,
        };
        facts.say(wording, place()).map(|printed| printed.text)
    };
    let table = [
        ("patents_granted", Some("件"), None, "155000件"),
        ("patents_granted", Some("亿"), Some(3), "0.002亿件"),
        ("cases_investigated", Some("万"), None, "0.1001万件"),
        ("cases_investigated", Some("万"), Some(1), "0.1万件"),
        ("valid_trademarks", Some("件"), None, "超过840000件"),
        ("pledged", Some("万元"), None, "502600万元"),
        ("pledged", Some("亿元"), None, "50.26亿元"),
        ("pledged", None, Some(1), "50.3亿元"),
    ];
    for (id, unit, digits, expected) in table {
        assert_eq!(say(id, unit, digits).as_deref(), Ok(expected));
    }
    let wrong = say("pledged", Some("件"), None).expect_err("元 are not 件");
    assert_eq!(wrong.message, "数据“pledged”的单位是“亿元”，不能换成“件”");
}

#[test]
fn what_is_missing_is_explained() {
    let facts = facts();
    let explain = |aspect, id, label| {
        let diagnostic = facts.missing(aspect, id, &period(label), place());
        format!(
            "{} / {}",
            diagnostic.message,
            diagnostic.hint.unwrap_or_default()
        )
    };
    let table = [
        (
            explain(Aspect::Figure, "case_investigated", "2021年"),
            "没有代号是“case_investigated”的数据 / 是否想写“cases_investigated”",
        ),
        (
            explain(Aspect::Figure, "cases_investigated", "2022年"),
            "数据“cases_investigated”（查处知识产权案件）没有2022年的数值 / 已有2020年、2021年的数值；在“by_period”里补上2022年",
        ),
        (
            explain(Aspect::Growth, "valid_trademarks", "2021年"),
            "数据“valid_trademarks”（有效商标）没有2021年的同比增幅 / 在2021年里写上“growth”，或者补上2020年的数值",
        ),
        (
            explain(Aspect::Figure, "gi_products", "2021年"),
            "数据“gi_products”（地理标志产品总数）没有2021年的数值 / 它只有位次，用“rank.gi_products”",
        ),
        (
            explain(Aspect::Rank, "pledged", "2021年"),
            "数据“pledged”（质押融资金额）没有2021年的位次 / 在2021年里写上“rank”",
        ),
    ];
    for (explained, expected) in table {
        assert_eq!(explained, expected);
    }
}

#[test]
fn reported_growth_must_agree_with_the_values() {
    let (_, messages) = load(&FACTS.replace("growth: 41.6%", "growth: 46.1%"));
    assert_eq!(
        messages,
        [
            "[growth-mismatch] 增幅“46.1%”与数值不符：2020年707、2021年1001，算得41.6% / 查对这三个数；删去“growth”则按数值计算"
        ]
    );
    let rounded = FACTS.replace(
        "2021年: { value: 15.5万 }",
        "2021年: { value: 15.5万, growth: 40.93% }",
    );
    assert!(load(&rounded).1.is_empty(), "15.5万 and 11万 are rounded");
}

#[test]
fn reported_sums_must_agree_with_their_parts() {
    let figures = "\
figures:
  a: { name: 甲, unit: 件, by_period: { 2021年: { value: 10 } } }
  b: { name: 乙, unit: 件, by_period: { 2021年: { value: 20 } } }
  c: { name: 丙, unit: 件, sum_of: [a, b], by_period: { 2021年: { value: 31 } } }
";
    assert_eq!(
        load(figures).1,
        [
            "[derived-mismatch] “c”2021年写的是31，按定义算得30 / 查对这些数；删去“value”则按定义计算"
        ]
    );
    assert!(load(&figures.replace("31", "30")).1.is_empty());
    let mixed = figures
        .replace("乙, unit: 件", "乙, unit: 家")
        .replace("31", "30");
    assert_eq!(
        load(&mixed).1,
        ["[mixed-units] “b”的单位是“家”，不能加进单位是“件”的合计 / 把单位改成一致"]
    );
}

#[test]
fn circles_and_unknown_parts_are_named() {
    let text = "\
figures:
  a: { name: 甲, unit: 件, sum_of: [b] }
  b: { name: 乙, unit: 件, sum_of: [c] }
  c: { name: 丙, unit: 件, sum_of: [a] }
  d: { name: 丁, unit: 件, sum_of: [a, totl] }
  total: { name: 戊, unit: 件, by_period: { 2021年: { value: 1 } } }
";
    assert_eq!(
        load(text).1,
        [
            "[unknown-figure] 没有代号是“totl”的数据 / 是否想写“total”",
            "[circular-figure] 数据的定义绕成了一圈：a → b → c → a / 至少给其中一项直接写数值",
        ]
    );
}

#[test]
fn what_would_count_twice_is_named() {
    let text = "\
figures:
  a: { name: 甲, unit: 件, by_period: { 2021年: { value: 1 } } }
  b: { name: 乙, unit: 件, sum_of: [a, a] }
  c: { name: 丙, unit: 项, list: [子, 丑, 子] }
";
    assert_eq!(
        load(text).1,
        [
            "[repeated-entry] “a”写了两次，会重复计算 / 删去重复的一个",
            "[repeated-entry] “子”写了两次，会重复计算 / 删去重复的一个",
        ]
    );
}

#[test]
fn a_long_chain_of_sums_needs_no_stack() {
    let mut text =
        "figures:\n  f0: { name: 甲, unit: 件, by_period: { 2021年: { value: 1 } } }\n".to_owned();
    for index in 1..20_000 {
        text += &format!(
            "  f{index}: {{ name: 甲, unit: 件, sum_of: [f{}] }}\n",
            index - 1
        );
    }
    let (facts, messages) = load(&text);
    assert!(messages.is_empty());
    let amount = facts
        .amount("f19999", &period("2021年"))
        .expect("it is derived");
    assert_eq!(amount.quantity.to_string(), "1");
}

#[test]
fn the_same_id_in_two_files_names_both() {
    let figure = "figures:\n  a: { name: 甲, unit: 件, by_period: { 2021年: { value: 1 } } }\n";
    let checked = Facts::load(&[Source::new("a.yaml", figure), Source::new("b.yaml", figure)]);
    let diagnostic = &checked.diagnostics[0];
    assert_eq!(diagnostic.message, "数据“a”在两个文件里都有");
    assert_eq!(diagnostic.place.source().path(), "b.yaml");
    assert_eq!(diagnostic.labels[0].span.source().path(), "a.yaml");
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let bad = Source::new("a.yaml", "figures: [");
    let good = Source::new("b.yaml", FACTS);
    let checked = Facts::load(&[bad, good]);
    assert_eq!(checked.diagnostics.len(), 1);
    assert!(
        checked
            .value
            .is_some_and(|facts| facts.figure("total").is_some())
    );
}

#[test]
fn places_inside_a_measure_lead_to_the_file() {
    let text = "measures:\n  a:\n    text: |\n      第一行\n      建立{{ figure.x }}机制\n";
    let (facts, messages) = load(text);
    assert!(messages.is_empty());
    let prose = &facts.measure("a").expect("it is there").text;
    let start = prose.text.find("figure.x").expect("the text holds it");
    let span = prose.locate(start..start + "figure.x".len());
    let position = span.position();
    assert_eq!(
        (position.line, position.column, span.text()),
        (5, 12, "figure.x")
    );
}
