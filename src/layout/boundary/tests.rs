//! Places before characters, drawn into short texts.

use super::*;

/// The text with | where a line may end, / where it may before it ends more than a cell short,
/// and ¦ where it may in need.
fn marked(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    render(&characters, &boundaries(&characters))
}

fn render(characters: &[char], boundaries: &[Boundary]) -> String {
    let mut marked = String::new();
    for (index, boundary) in boundaries.iter().enumerate() {
        match boundary.r#break {
            Break::Free if index > 0 => marked.push('|'),
            Break::Part => marked.push('/'),
            Break::Unit | Break::Figure => marked.push('¦'),
            _ => {}
        }
        marked.push(characters[index]);
    }
    marked
}

#[test]
fn stops_and_closing_marks_stay_with_what_is_before_them() {
    assert_eq!(marked("落实，不断。"), "落|实，|不|断。");
    assert_eq!(marked("规划”等）的"), "规|划”|等）|的");
}

#[test]
fn opening_marks_stay_with_what_is_after_them() {
    assert_eq!(marked("在“十四”《通》"), "在|“十|四”|《通》");
}

#[test]
fn dashes_and_ellipses_are_not_parted() {
    assert_eq!(marked("保护——责任……等"), "保|护——|责|任……|等");
}

#[test]
fn numbers_are_not_broken_and_keep_their_units() {
    assert_eq!(
        marked("查处1001件，增41.6%，"),
        "查|处|1001¦件，|增|41.6%，"
    );
    assert_eq!(marked("获50.26亿元资"), "获|50.26¦亿元|资");
    assert_eq!(marked("升2.5个百分点至"), "升|2.5¦个百分点|至");
    assert_eq!(marked("为16.09件/万人。"), "为|16.09¦件/万人。");
    assert_eq!(marked("于2021年7月，"), "于|2021年/7月，");
}

#[test]
fn years_in_brackets_and_ranges_stay_whole() {
    assert_eq!(marked("函〔2022〕12号"), "函|〔2022〕|12¦号");
    assert_eq!(marked("（2021—2035年）"), "（2021—/2035年）");
    assert_eq!(marked("（2021-2035年）"), "（2021-2035¦年）");
}

#[test]
fn dates_and_ranges_are_divided_between_their_numbers() {
    assert_eq!(marked("至2021年12月31日："), "至|2021年/12月/31日：");
    assert_eq!(marked("在13万元～17万元"), "在|13¦万元～/17万元");
    assert_eq!(marked("升15%～30%，"), "升|15%～/30%，");
    assert_eq!(marked("作——2021年"), "作——|2021¦年");
}

#[test]
fn western_words_are_broken_at_spaces_only() {
    assert_eq!(marked("由PCT x-1专"), "由|PCT |x-1|专");
}

#[test]
fn long_strings_are_divided_after_their_marks_and_in_need_between_letters() {
    let short = "见www.example.cn/a-b";
    assert_eq!(marked(short), "见|www.example.cn/a-b");
    let long = marked("见https://www.example.gov.cn/art_123_45.html");
    assert!(
        long.contains("w¦w¦w./e¦x") && long.contains("t_/123_/45./h"),
        "{long}"
    );
    assert!(long.contains("s://w") && long.contains("n/a"), "{long}");
}

#[test]
fn a_very_long_string_is_answered() {
    // Work that grows with the square of the length would take minutes here.
    let text = marked(&"x".repeat(300_000));
    assert_eq!(text.matches('¦').count(), 299_999);
}

#[test]
fn chinese_years_keep_their_zero() {
    assert_eq!(marked("二〇二一年"), "二〇二|一|年");
}

/// As `marked`, for a text that prints one figure and nothing else.
fn marked_figure(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut boundaries = boundaries(&characters);
    bind_figure(&characters, 0..characters.len(), &mut boundaries);
    render(&characters, &boundaries)
}

#[test]
fn a_figure_is_kept_whole_from_its_number_on() {
    assert_eq!(marked_figure("同比增长41.6%"), "同|比|增|长|41.6%");
    assert_eq!(marked_figure("全国第二位"), "全|国|第¦二¦位");
    assert_eq!(marked_figure("70%以上"), "70%¦以¦上");
    assert_eq!(marked_figure("两个"), "两¦个");
    assert_eq!(marked_figure("七大工程"), "七¦大¦工¦程");
}

#[test]
fn names_that_a_figure_counts_are_broken_like_other_text() {
    assert_eq!(marked_figure("第一批、三峡"), "第|一|批、|三|峡");
    assert_eq!(marked_figure("查处案件"), "查|处|案|件");
}
