//! Where lines end, in short paragraphs.

use super::*;
use crate::layout::boundary::{bind_figure, boundaries};
use crate::layout::cells::{Shape, atoms};
use crate::layout::length::Length;

fn broken(text: &str, cells: usize, figure: Option<Range<usize>>) -> Vec<(String, usize)> {
    let characters: Vec<char> = text.chars().collect();
    let shapes = vec![
        Shape {
            font: None,
            advance: Length::mm(3.0)
        };
        characters.len()
    ];
    let atoms = atoms(&characters, &shapes, Length::mm(2.79), cells * 2);
    let mut boundaries = boundaries(&characters);
    if let Some(figure) = figure {
        bind_figure(&characters, figure, &mut boundaries);
    }
    let material = Material {
        characters: &characters,
        atoms: &atoms,
        boundaries: &boundaries,
    };
    let text = |range: Range<usize>| -> String {
        let atoms = &material.atoms[range];
        atoms
            .iter()
            .flat_map(|atom| &characters[atom.characters.clone()])
            .collect()
    };
    lines(&material, cells * 2, cells * 2)
        .into_iter()
        .map(|line| (text(line.atoms), line.trimmed.len()))
        .collect()
}

fn check(text: &str, cells: usize, expected: &[&str]) {
    let lines = broken(text, cells, None);
    let lines: Vec<&str> = lines.iter().map(|(line, _)| line.as_str()).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_stop_takes_the_character_before_it_to_the_next_line() {
    check("一二三四五，六七", 5, &["一二三四", "五，六七"]);
}

#[test]
fn an_opening_mark_goes_to_the_next_line() {
    check("一二三四《五六》", 5, &["一二三四", "《五六》"]);
}

#[test]
fn two_marks_at_the_end_share_a_cell() {
    assert_eq!(
        broken("一二三四》，五六", 5, None),
        [("一二三四》，".to_owned(), 2), ("五六".to_owned(), 0)]
    );
}

#[test]
fn marks_within_a_full_line_give_up_whole_cells_only() {
    // ”，“ saves two halves and pulls the stop in; ”， would save one and shift the Han.
    assert_eq!(
        broken("一”，“二三，四", 6, None)[0],
        ("一”，“二三，".to_owned(), 2)
    );
    assert_eq!(
        broken("一”，二三四，五", 6, None)[0],
        ("一”，二三".to_owned(), 0)
    );
}

#[test]
fn a_line_with_digits_may_give_up_half_a_cell_at_its_end() {
    assert_eq!(
        broken("一1二三四，五", 5, None)[0],
        ("一1二三四，".to_owned(), 1)
    );
}

#[test]
fn a_number_goes_to_the_next_line_with_its_unit() {
    check("一二三四五1001件，六", 8, &["一二三四五", "1001件，六"]);
}

#[test]
fn a_number_is_parted_from_its_unit_before_a_line_is_left_half_empty() {
    check(
        "一二三四五10010000万件，",
        10,
        &["一二三四五10010000", "万件，"],
    );
}

#[test]
fn a_number_keeps_its_unit_at_the_end_of_a_whole_line() {
    let text = "一二三四五六七八九十一二三四五六七八九十一二三26731.65万件，又";
    let lines = broken(text, 28, None);
    assert_eq!(lines[1].0, "26731.65万件，又");
}

#[test]
fn a_date_is_divided_before_a_line_ends_more_than_a_cell_short() {
    check(
        "一二三四2021年12月31日：",
        10,
        &["一二三四2021年12月", "31日："],
    );
    check(
        "一二三四五六2021年7月，",
        9,
        &["一二三四五六2021年", "7月，"],
    );
    // Whole, the date leaves a cell at most.
    check("一二三四五六七八2021年", 9, &["一二三四五六七八", "2021年"]);
}

#[test]
fn a_range_is_divided_after_its_dash_only() {
    check(
        "一二三四（2021—2035年）",
        8,
        &["一二三四（2021—", "2035年）"],
    );
    check(
        "一二三（2021—2035年）：",
        9,
        &["一二三（2021—", "2035年）："],
    );
}

#[test]
fn the_number_of_a_figure_stays_whole_unless_a_line_is_left_half_empty() {
    let lines = broken("一二三四五全国第二位，", 9, Some(5..10));
    assert_eq!(lines[0].0, "一二三四五全国");
    let lines = broken("一二三第二百二十二位，", 8, Some(3..10));
    assert_eq!(lines[0].0, "一二三第二百二十");
}

#[test]
fn an_orphan_gets_company_or_joins_the_line_before() {
    let text = "一二三四五六七八九十甲乙丙丁戊。";
    check(text, 14, &["一二三四五六七八九十甲乙丙", "丁戊。"]);
    let text = "一二三四五六七八九十甲》，“丙丁，戊";
    check(text, 17, &[text]);
    // With three characters it is none, and a line gives no more than a cell.
    let text = "一二三四五六七八九十甲乙丙丁戊己。";
    check(text, 14, &["一二三四五六七八九十甲乙丙丁", "戊己。"]);
}

#[test]
fn a_single_mark_gives_way_before_digits_leave_a_hole() {
    // 同比增长 would end the line three cells short.
    let text = "一22五，全省，五六，同比增长12.4%；又";
    let lines = broken(text, 17, None);
    assert_eq!(
        lines[0],
        ("一22五，全省，五六，同比增长12.4%；".to_owned(), 2)
    );
    // A cell at most is left to justification.
    let lines = broken("一2五，六七八，九十甲乙丙丁戊", 14, None);
    assert_eq!(lines[0].1, 0);
}

#[test]
fn a_text_without_any_break_is_forced() {
    check("！！！！！！！", 5, &["！！！！！", "！！"]);
}

#[test]
fn spaces_hang_at_a_line_end() {
    check("一二三四五 六", 5, &["一二三四五 ", "六"]);
}
