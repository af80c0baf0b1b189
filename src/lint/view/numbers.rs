//! Numbers in Arabic digits with what stands around them.

use std::ops::Range;
use std::str::FromStr;
use std::sync::OnceLock;

use rust_decimal::Decimal;

/// A number in Arabic digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// The digits, with decimal point and separators of thousands.
    pub(crate) digits: Range<usize>,
    /// 万, 亿, 百万 and so on after the digits; empty if there is none.
    pub(crate) multiplier: Range<usize>,
    /// The unit, % and 个百分点 included; empty if there is none.
    pub(crate) unit: Range<usize>,
    /// Whether 约, 超过, 多, 以上 or the like makes it inexact.
    pub(crate) is_approximate: bool,
    /// What it is.
    pub(crate) kind: NumberKind,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// A quantity, a year, an ordinal: something that is counted.
    Plain,
    /// A part of a name, a number of a standard, a telephone number, a version, a long code.
    Code,
}

impl Number {
    /// Digits, multiplier and unit.
    pub(crate) fn range(&self) -> Range<usize> {
        self.digits.start..self.unit.end
    }

    /// The digits as written, without multiplier.
    pub(crate) fn decimal(&self, chars: &[char]) -> Option<Decimal> {
        let digits = chars[self.digits.clone()].iter();
        let text: String = digits.filter(|c| **c != ',').collect();
        Decimal::from_str(&text).ok()
    }

    /// The value with its multiplier.
    pub(crate) fn value(&self, chars: &[char]) -> Option<Decimal> {
        self.decimal(chars)?.checked_mul(self.factor(chars))
    }

    /// Half a unit of the last written digit, with the multiplier: the number may be off by it.
    pub(crate) fn rounding(&self, chars: &[char]) -> Option<Decimal> {
        let scale = self.decimal(chars)?.scale();
        let factor = self.factor(chars);
        // An exact count is not rounded; 15.5万 is.
        if scale == 0 && factor == Decimal::ONE {
            return Some(Decimal::ZERO);
        }
        Decimal::new(5, scale + 1).checked_mul(factor)
    }

    fn factor(&self, chars: &[char]) -> Decimal {
        let factors = chars[self.multiplier.clone()].iter().map(|c| match c {
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => 1_i64,
        });
        Decimal::from(factors.product::<i64>())
    }

    /// The unit's characters.
    pub(crate) fn unit<'a>(&self, chars: &'a [char]) -> &'a [char] {
        &chars[self.unit.clone()]
    }

    /// Whether the unit is %.
    pub(crate) fn is_percent(&self, chars: &[char]) -> bool {
        self.unit(chars) == ['%']
    }

    /// Whether the number is a year in four digits.
    pub(crate) fn is_year(&self, chars: &[char]) -> bool {
        self.unit(chars).first() == Some(&'年')
            && self.digits.len() == 4
            && "12".contains(chars[self.digits.start])
    }
}

/// Units, those that begin with another one first.
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
    "方",
];

/// Words that make the number after them inexact.
const APPROXIMATE_BEFORE: &[&str] = &[
    "约",
    "近",
    "超过",
    "超",
    "逾",
    "不少于",
    "不低于",
    "至少",
    "将近",
    "突破",
    "高达",
    "多达",
    "大于",
    "小于",
    "不足",
    "不到",
    "达到近",
];

/// Words that make the number before them inexact.
const APPROXIMATE_AFTER: &[&str] = &["以上", "左右", "以下", "以内", "上下", "多", "余", "有余"];

/// Finds the numbers of a text.
pub(super) fn numbers(chars: &[char]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let number = number(chars, at, numbers.last());
        at = number.digits.end;
        numbers.push(number);
    }
    numbers
}

fn number(chars: &[char], start: usize, previous: Option<&Number>) -> Number {
    let end = digits_end(chars, start);
    let kind = match hyphenated(chars, start, end, previous) {
        Some(kind) => kind,
        None => kind(chars, start, end),
    };
    let multiplier_end = multiplier_end(chars, end);
    let approximate = approximate_after(chars, multiplier_end);
    let unit_start = multiplier_end + approximate;
    let unit_end = match kind {
        NumberKind::Plain => unit_end(chars, unit_start),
        NumberKind::Code => unit_start,
    };
    let is_approximate = approximate > 0
        || approximate_after(chars, unit_end) > 0
        || one_of(chars, start, APPROXIMATE_BEFORE, ends_at);
    Number {
        digits: start..end,
        multiplier: end..multiplier_end,
        unit: unit_start..unit_end,
        is_approximate,
        kind,
    }
}

fn digits_end(chars: &[char], start: usize) -> usize {
    let mut end = run(chars, start);
    while chars.get(end) == Some(&',') && run(chars, end + 1) == end + 4 && end - start <= 3 + 4 * 4
    {
        end += 4;
    }
    if chars.get(end) == Some(&'.') && run(chars, end + 1) > end + 1 {
        end = run(chars, end + 1);
    }
    end
}

/// The end of the digits that begin at `start`.
fn run(chars: &[char], start: usize) -> usize {
    let rest = chars.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// The kind of 3 and 5 in 3-5年: quantities, unlike the parts of a code.
fn hyphenated(
    chars: &[char],
    start: usize,
    end: usize,
    previous: Option<&Number>,
) -> Option<NumberKind> {
    let is_quantity_end = |c: Option<&char>| c.is_some_and(|c| *c == '%' || super::is_han(*c));
    let follows =
        previous.filter(|previous| previous.digits.end + 1 == start && chars[start - 1] == '-');
    if let Some(previous) = follows {
        let is_quantity = previous.kind == NumberKind::Plain && is_quantity_end(chars.get(end));
        return Some(if is_quantity {
            NumberKind::Plain
        } else {
            NumberKind::Code
        });
    }
    let next = run(chars, end + 1);
    let short = end - start <= 4 && (1..=4).contains(&next.saturating_sub(end + 1));
    let begins = start.checked_sub(1).is_none_or(|index| {
        !chars[index].is_ascii_alphanumeric() && !"-/ .".contains(chars[index])
    });
    let leads = chars.get(end) == Some(&'-') && short && begins && is_quantity_end(chars.get(next));
    leads.then_some(NumberKind::Plain)
}

fn kind(chars: &[char], start: usize, end: usize) -> NumberKind {
    let before = start.checked_sub(1).map_or('\n', |index| chars[index]);
    let is_joined = |c: char| c.is_ascii_alphabetic() || "./-_#:：\u{fffc}".contains(c);
    let before_that = start.checked_sub(2).map_or('\n', |index| chars[index]);
    let after = chars.get(end).copied().unwrap_or('\n');
    let after_that = chars.get(end + 1).copied().unwrap_or('\n');
    let joins_before = before.is_ascii_alphabetic()
        || (before == ' ' && before_that.is_ascii_alphabetic())
        || (is_joined(before) && (before_that.is_ascii_alphanumeric()));
    let joins_after =
        (is_joined(after) && after.is_ascii_punctuation() && after_that.is_ascii_alphanumeric())
            || (after.is_ascii_alphabetic() && after_that.is_ascii_alphanumeric());
    if joins_before || joins_after || end - start > 17 {
        NumberKind::Code
    } else {
        NumberKind::Plain
    }
}

fn multiplier_end(chars: &[char], start: usize) -> usize {
    let is_multiplier = |c: &&char| "百千万亿".contains(**c);
    let length = chars[start..]
        .iter()
        .take(3)
        .take_while(is_multiplier)
        .count();
    let end = start + length;
    // 千 of 千瓦 belongs to the unit; so does 百 of 百分点.
    let last = end.checked_sub(1).map_or('\n', |index| chars[index]);
    let next = chars.get(end).copied().unwrap_or('\n');
    let belongs_to_unit = length > 0
        && ((last == '千' && "米克瓦伏赫卡".contains(next)) || (last == '百' && next == '分'));
    end - usize::from(belongs_to_unit)
}

fn unit_end(chars: &[char], start: usize) -> usize {
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

fn one_unit_end(chars: &[char], at: usize) -> usize {
    static TABLE: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| UNITS.iter().map(|unit| unit.chars().collect()).collect());
    let rest = chars.get(at..).unwrap_or_default();
    let found = table.iter().filter(|unit| rest.starts_with(unit));
    at + found.map(Vec::len).max().unwrap_or(0)
}

fn approximate_after(chars: &[char], at: usize) -> usize {
    let found = APPROXIMATE_AFTER
        .iter()
        .find(|word| starts_at(chars, at, word));
    found.map_or(0, |word| word.chars().count())
}

fn one_of(
    chars: &[char],
    at: usize,
    words: &[&str],
    test: fn(&[char], usize, &str) -> bool,
) -> bool {
    words.iter().any(|word| test(chars, at, word))
}

fn starts_at(chars: &[char], at: usize, word: &str) -> bool {
    word.chars()
        .enumerate()
        .all(|(index, c)| chars.get(at + index) == Some(&c))
}

fn ends_at(chars: &[char], at: usize, word: &str) -> bool {
    let length = word.chars().count();
    at >= length && starts_at(chars, at - length, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, NumberKind, String)> {
        let chars: Vec<char> = text.chars().collect();
        let text_of = |range: Range<usize>| chars[range].iter().collect::<String>();
        let found = numbers(&chars);
        found
            .iter()
            .map(|n| (text_of(n.digits.clone()), n.kind, text_of(n.unit.clone())))
            .collect()
    }

    #[test]
    fn quantities_have_units() {
        let plain =
            |digits: &str, unit: &str| (digits.to_owned(), NumberKind::Plain, unit.to_owned());
        assert_eq!(read("16.09件/万人"), [plain("16.09", "件/万人")]);
        assert_eq!(
            read("15.5万件，增1.2个百分点"),
            [plain("15.5", "件"), plain("1.2", "个百分点")]
        );
        assert_eq!(read("12,345.6元"), [plain("12,345.6", "元")]);
    }

    #[test]
    fn codes_are_not_quantities() {
        for text in ["GB/T 9704", "PM2.5", "027-12345678", "v1.2.3"] {
            assert!(
                read(text).iter().all(|n| n.1 == NumberKind::Code),
                "{text}: {:?}",
                read(text)
            );
        }
    }

    #[test]
    fn values_carry_multiplier_and_rounding() {
        let chars: Vec<char> = "15.5万件".chars().collect();
        let number = &numbers(&chars)[0];
        assert_eq!(number.value(&chars), Some(Decimal::from(155_000)));
        assert_eq!(number.rounding(&chars), Some(Decimal::from(500)));
    }
}
