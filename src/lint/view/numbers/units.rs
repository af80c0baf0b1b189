//! Units of measure behind numbers.

use std::sync::OnceLock;

/// Units and measure words; the longest one that fits is taken.
const UNITS: &[&str] = &[
    "个百分点",
    "百分点",
    "个百分比",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "公里",
    "千米",
    "毫米",
    "厘米",
    "米",
    "公顷",
    "亩",
    "公斤",
    "千克",
    "毫克",
    "微克",
    "克",
    "吨",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "千伏安",
    "千伏",
    "元",
    "美元",
    "欧元",
    "人次",
    "人",
    "名",
    "位",
    "户",
    "家",
    "个月",
    "个小时",
    "个工作日",
    "个",
    "件",
    "项",
    "条",
    "所",
    "座",
    "台",
    "辆",
    "艘",
    "架",
    "套",
    "处",
    "次",
    "场",
    "期",
    "批",
    "种",
    "类",
    "份",
    "篇",
    "部",
    "本",
    "册",
    "张",
    "支",
    "只",
    "头",
    "株",
    "棵",
    "倍",
    "成",
    "年",
    "月份",
    "月",
    "日",
    "号",
    "天",
    "小时",
    "分钟",
    "秒",
    "周",
    "岁",
    "度",
    "枚",
    "例",
    "起",
    "宗",
    "笔",
    "艘",
    "列",
    "对",
    "门",
    "床",
    "瓶",
    "盒",
    "箱",
    "袋",
    "幅",
    "块",
    "根",
    "趟",
    "届",
    "级",
    "层",
    "栋",
    "间",
    "口",
    "眼",
    "团",
    "组",
    "队",
    "人份",
    "标准箱",
    "标台",
    "艘次",
    "架次",
    "班次",
    "车次",
    "户次",
    "家次",
    "课时",
    "学时",
    "标立方米",
    "席",
    "桌",
    "盘",
    "疗程",
    "针",
    "剂",
    "杯",
    "桶",
    "捆",
    "包",
    "标段",
    "顶",
    "匹",
    "尾",
    "羽",
    "井",
    "杆",
    "孔",
    "批次",
    "标箱",
    "册次",
    "件次",
    "课次",
    "周岁",
    "票",
    "盏",
    "片",
    "面",
    "方",
];

/// The end of the unit that begins at `start`, a space before it and what it is counted by included.
pub(super) fn unit_end(chars: &[char], start: usize) -> usize {
    let mut at = start;
    if chars.get(at) == Some(&' ') {
        at += 1;
    }
    let end = match chars.get(at) {
        Some('%' | '‰' | '℃' | '％') => return at + 1,
        _ => one_unit_end(chars, at),
    };
    if end == at {
        return start;
    }
    // 件/万人: what stands after the slash is part of the unit.
    if chars.get(end) == Some(&'/') {
        // 张/千人 and 人/百户 count by hundreds and thousands too.
        let is_scale = |c: Option<&char>| c.is_some_and(|c| "百千万".contains(*c));
        let per = end + 1 + usize::from(is_scale(chars.get(end + 1)));
        let per_end = one_unit_end(chars, per);
        return if per_end > per { per_end } else { end };
    }
    end
}

/// The end of the longest unit that begins at `at`.
fn one_unit_end(chars: &[char], at: usize) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    let Some(first) = rest.first() else {
        return at;
    };
    let may_be = table()[bucket(*first)].iter();
    let found = may_be.filter(|unit| rest.starts_with(unit));
    at + found.map(Vec::len).max().unwrap_or(0)
}

/// How many buckets the units are in, by the lowest bits of their first characters.
const BUCKETS: usize = 1 << 8;

fn bucket(first: char) -> usize {
    first as usize & (BUCKETS - 1)
}

/// The units of each bucket.
fn table() -> &'static [Vec<Vec<char>>] {
    static TABLE: OnceLock<Vec<Vec<Vec<char>>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = vec![Vec::new(); BUCKETS];
        for unit in UNITS {
            let unit: Vec<char> = unit.chars().collect();
            table[bucket(unit[0])].push(unit);
        }
        table
    })
}
