//! Units after numbers: words of size and measure words.

use super::is_digit;

/// Nouns that follow a number as its unit, the longer ones before their beginnings.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "公里",
    "千米",
    "公顷",
    "公斤",
    "千克",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "美元",
    "欧元",
    "小时",
    "分钟",
    "工作日",
    "个月",
    "人次",
    "件次",
    "户次",
    "年度",
    "年代",
    "周年",
    "月份",
    "元",
    "件",
    "个",
    "家",
    "项",
    "次",
    "位",
    "名",
    "条",
    "人",
    "年",
    "月",
    "日",
    "号",
    "倍",
    "户",
    "所",
    "处",
    "种",
    "类",
    "批",
    "期",
    "届",
    "份",
    "部",
    "场",
    "起",
    "宗",
    "例",
    "台",
    "套",
    "座",
    "辆",
    "艘",
    "架",
    "米",
    "吨",
    "克",
    "亩",
    "度",
    "岁",
    "页",
    "篇",
    "章",
    "节",
    "级",
    "层",
    "只",
    "头",
    "间",
    "门",
    "道",
    "时",
    "分",
    "秒",
    "周",
    "天",
    "字",
    "支",
    "成",
    "折",
    "强",
    "款",
    "组",
    "轮",
];

/// Words of size between a number and its unit.
pub(super) const MAGNITUDES: &str = "十百千万亿余多";

/// How many characters of `text` are a unit: words of size, a noun, and a second unit after a slash.
pub(super) fn unit_length(text: &[char]) -> usize {
    let magnitude = text
        .iter()
        .take_while(|character| MAGNITUDES.contains(**character))
        .count();
    let noun = UNITS
        .iter()
        .find(|unit| starts_with(&text[magnitude..], unit));
    let length = magnitude + noun.map_or(0, |unit| unit.chars().count());
    match text.get(length) {
        Some('/') if length > 0 => length + 1 + unit_length(&text[length + 1..]),
        _ => length,
    }
}

fn starts_with(text: &[char], beginning: &str) -> bool {
    let mut characters = text.iter();
    beginning
        .chars()
        .all(|character| characters.next() == Some(&character))
}

/// Whether a digit and the character after it are a number and its unit.
pub(in crate::layout) fn is_unit_after_number(before: char, after: &[char]) -> bool {
    is_digit(before) && unit_length(after) > 0
}
