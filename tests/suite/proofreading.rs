//! Proofreading of whole texts: the seed letter, clean prose, known faults, hostile input.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use fuhan::diagnostic::{Diagnostic, Severity, apply_fixes};
use fuhan::lint::{LintConfig, text};
use fuhan::source::Source;

fn found(path: &str, content: &str) -> Vec<Diagnostic> {
    text(&Source::new(path, content), &LintConfig::default())
}

fn certain(path: &str, content: &str) -> Vec<Diagnostic> {
    let mut found = found(path, content);
    found.retain(|one| one.severity > Severity::Hint);
    found
}

fn described(found: &[Diagnostic]) -> String {
    let lines = found.iter().map(|one| {
        let place = one.place.text().chars().take(20).collect::<String>();
        format!("{} {:?} {place} {}", one.rule, one.place, one.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_seed_letters_certain_faults_are_found_and_nothing_else() {
    let found = certain("letter.txt", include_str!("../lint/letter-20220022.txt"));
    let places: Vec<(&str, &str)> = found
        .iter()
        .map(|one| (one.rule, one.place.text()))
        .collect();
    let expected = [
        ("guanyu-dui", "关于对"),
        ("space-between-han", " "),
        ("hyphen-year-range", "2021-2022年"),
        ("courts-as-departments", "等部门"),
        ("word-order", "知识产权一批"),
        ("mixed-enumeration-separators", "；二是"),
        ("doubled-word", "建立建立"),
        ("word-slip", "多元化解决机制"),
        ("verb-object-mismatch", "开展的知识产权纠纷多元化调解机制"),
        ("unit-repeats-head", "16.09件/万人"),
        ("missing-passive", "列为"),
        ("hyphen-year-range", "2021-2035年"),
        ("missing-comma-before-ji", "”即"),
        ("doubled-stop", "。，"),
    ];
    assert_eq!(places, expected, "{}", described(&found));
}

#[test]
fn clean_paragraphs_have_no_errors_or_warnings() {
    let mut faults = Vec::new();
    for paragraph in include_str!("../lint/clean.md").split("\n\n") {
        let found = certain("clean.md", paragraph);
        if !found.is_empty() {
            faults.push(described(&found));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn known_faults_are_found() {
    let mut missed = Vec::new();
    let lines = include_str!("../lint/wrong.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (rule, sentence) = line.split_once(' ').expect("a rule and a sentence");
        let found = certain("wrong.md", sentence);
        if !found.iter().any(|one| one.rule == rule) {
            missed.push(format!("{rule}: {sentence}\n  {}", described(&found)));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_merged_reply_names_the_other_proposal() {
    let letter = "关于省政协十二届五次会议第047号提案的答复\n\n民盟示例省委员会：\n\n\
        你们提出的《关于推进全民义务植树的提案》（第047号）收悉，与第046号提案并案办理，现答复如下：\n\n\
        我局认真研究。\n\n特此答复。\n\n示例省林业局\n\n2023年5月20日\n";
    let found = certain("letter.md", letter);
    assert!(found.is_empty(), "{}", described(&found));
}

#[test]
fn a_comment_with_a_reason_allows_the_same_and_the_next_line() {
    let allowed = "<!-- 允许 doubled-word：引用原件 -->\n原件写作建立建立工作站。\n";
    assert!(certain("a.md", allowed).is_empty());
    let same_line = "原件写作建立建立工作站。<!-- 允许 doubled-word：引用原件 -->\n";
    assert!(certain("a.md", same_line).is_empty());
    let yaml = "text: 原件写作建立建立工作站。 # 允许 doubled-word：引用原件\n";
    assert!(certain("a.yaml", yaml).is_empty());
    let later = "<!-- 允许 doubled-word：引用原件 -->\n甲。\n\n建立建立工作站。\n";
    let rules: Vec<&str> = certain("a.md", later).iter().map(|one| one.rule).collect();
    assert_eq!(rules, ["unused-suppression", "doubled-word"]);
}

#[test]
fn safe_fixes_mend_and_leave_titles_alone() {
    let source = Source::new(
        "a.md",
        "收悉,落实《纲要（2021-2035年）》、《办法》，截止2021年底，合格率99.51％。\n",
    );
    let found = text(&source, &LintConfig::default());
    let (mended, count) = apply_fixes(&source, &found);
    assert_eq!(
        mended,
        "收悉，落实《纲要（2021-2035年）》《办法》，截至2021年底，合格率99.51%。\n"
    );
    assert_eq!(count, 4);
}

/// 46.2 or 462: which was meant cannot be told from the page, so that `--fix` must not choose.
#[test]
fn a_figure_that_may_lack_its_point_is_told_and_not_mended() {
    let source = Source::new("a.md", "2023年新增退税缓费46 2亿元，惠及98万户。\n");
    let found = text(&source, &LintConfig::default());
    assert!(found.iter().any(|one| one.rule == "space-in-number"));
    assert_eq!(apply_fixes(&source, &found), (source.text().to_string(), 0));
}

#[test]
fn line_ends_and_byte_order_mark_change_nothing() {
    let plain = include_str!("../lint/letter-20220022.txt");
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    let rules = |content: &str| -> Vec<(&str, usize, usize)> {
        let source = Source::of_file("a.txt", content);
        let found = text(&source, &LintConfig::default());
        let key = |one: &Diagnostic| {
            (
                one.rule,
                one.place.position().line,
                one.place.position().column,
            )
        };
        found.iter().map(key).collect()
    };
    assert_eq!(rules(plain), rules(&windows));
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    let letter = include_str!("../lint/letter-20220022.txt");
    let texts = [
        "《".repeat(100_000),
        format!("{}甲{}", "（".repeat(50_000), "）".repeat(50_000)),
        "”）》".repeat(40_000),
        "[".repeat(100_000),
        "*`<![](".repeat(20_000),
        "1-1,1.".repeat(10_000),
        "一是；".repeat(50_000),
        "其中1件，".repeat(30_000),
        "由1件增加到2件，增长3%".repeat(5_000),
        "。".repeat(200_000),
        "建 ".repeat(100_000),
        "建 ，".repeat(50_000),
        "{# 允许 ".repeat(20_000),
        "<!-- 允许 甲：乙 -->\n".repeat(2_000),
        letter.replace('\n', "").repeat(60),
        // Numbers beyond any figure, whose products and ratios a decimal cannot hold.
        "总投资9999999999999999万亿元，其中一期9999999999999999万亿元，二期9999999999999999万亿元。".to_owned(),
        "由0.0000000000000001亿元增加到9999999999999999万亿元，年均增长3%，是原来的9倍。".to_owned(),
        "全年优良天数9999999999999999万亿天，优良率为99999999999999999%。".to_owned(),
        "三次产业结构比为79228162514264337593543950335:79228162514264337593543950335:1。".to_owned(),
        "投入9亿亿亿元，占总投资99999999999999999亿亿亿元的5%。".to_owned(),
        "<!--".to_owned(),
        String::new(),
        "\u{feff}".to_owned(),
        "---\n".to_owned(),
    ];
    for content in texts {
        let found = found("a.md", &content);
        // What is reported lies inside the text.
        assert!(
            found
                .iter()
                .all(|one| one.place.range().end <= content.len())
        );
    }
}

#[test]
fn a_rule_tells_of_one_place_once() {
    let found = found("wrong.txt", include_str!("../lint/wrong.txt"));
    let mut seen = std::collections::HashSet::new();
    let again = found
        .iter()
        .filter(|one| !seen.insert((one.rule, one.place.range())));
    let again: Vec<Diagnostic> = again.cloned().collect();
    assert!(found.len() > 1000, "{}", found.len());
    assert!(again.is_empty(), "{}", described(&again));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Rules look before and behind what they find, where a text may end.
    #[test]
    fn pieces_of_faulty_texts_are_read_to_the_end(
        pieces in vec((any::<Index>(), 0..40_usize, 1..12_usize), 1..8),
    ) {
        let lines: Vec<&str> = include_str!("../lint/wrong.txt").lines().collect();
        let piece = |(line, start, length): &(Index, usize, usize)| -> String {
            let (_, text) = line.get(&lines).split_once(' ').unwrap_or_default();
            text.chars().skip(*start).take(*length).collect()
        };
        let text: String = pieces.iter().map(piece).collect();
        found("a.txt", &text);
    }
}
