//! Chinese numerals (中文数字): 一、二、三 and back.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The places inside a group of four digits, from the right.
const PLACES: [&str; 4] = ["", "十", "百", "千"];

/// The groups of four digits, from the right; they reach beyond `u64::MAX`.
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

/// A whole number in Chinese numerals: 1 一, 12 十二, 105 一百零五, 20220022 二千零二十二万零二十二.
///
/// 二 is never 两. As everywhere in running text, 10 to 19 begin with 十.
pub fn chinese_numeral(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_string();
    }
    let mut numeral = String::new();
    let mut is_zero_due = false;
    for index in (0..GROUPS.len()).rev() {
        let group = number / 10_000_u64.pow(index as u32) % 10_000;
        if group == 0 {
            is_zero_due = !numeral.is_empty();
            continue;
        }
        if is_zero_due || (!numeral.is_empty() && group < 1000) {
            numeral.push(DIGITS[0]);
        }
        numeral.push_str(&four_digits(group as usize));
        numeral.push_str(GROUPS[index]);
        is_zero_due = false;
    }
    match numeral.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => numeral,
    }
}

/// One to four digits, without zeros in front.
fn four_digits(group: usize) -> String {
    let mut numeral = String::new();
    let mut is_zero_due = false;
    for place in (0..PLACES.len()).rev() {
        let digit = group / 10_usize.pow(place as u32) % 10;
        if digit == 0 {
            is_zero_due = !numeral.is_empty();
            continue;
        }
        if is_zero_due {
            numeral.push(DIGITS[0]);
        }
        numeral.push(DIGITS[digit]);
        numeral.push_str(PLACES[place]);
        is_zero_due = false;
    }
    numeral
}

/// The whole number that Chinese numerals say; nothing if they are not well formed.
///
/// Takes what [`chinese_numeral`] writes, and 两 for 二 and 〇 for 零.
pub fn parse_chinese_numeral(numeral: &str) -> Option<u64> {
    if numeral.is_empty() || numeral.chars().count() > LONGEST {
        return None;
    }
    let number = value(numeral)?;
    let canonical = numeral.replace('两', "二").replace('〇', "零");
    let written = chinese_numeral(number);
    let is_long_ten =
        canonical.starts_with("一十") && canonical.strip_prefix("一") == Some(written.as_str());
    (canonical == written || is_long_ten).then_some(number)
}

/// In characters; `u64::MAX` needs fewer.
const LONGEST: usize = 48;

/// What is before the last 亿, or else 万, counts in it; what is after it is added.
fn value(numeral: &str) -> Option<u64> {
    for (word, scale) in [('亿', 100_000_000), ('万', 10_000)] {
        if let Some((high, low)) = numeral.rsplit_once(word) {
            return value(high)?.checked_mul(scale)?.checked_add(value(low)?);
        }
    }
    below_ten_thousand(numeral)
}

fn below_ten_thousand(numeral: &str) -> Option<u64> {
    let (mut sum, mut digit) = (0, None);
    for character in numeral.chars() {
        match character {
            '十' | '百' | '千' => sum += digit.take().unwrap_or(1) * place_value(character),
            _ => digit = Some(digit_value(character)?),
        }
    }
    Some(sum + digit.unwrap_or(0))
}

fn digit_value(character: char) -> Option<u64> {
    match character {
        '两' => Some(2),
        '〇' => Some(0),
        _ => DIGITS
            .iter()
            .position(|digit| *digit == character)
            .map(|value| value as u64),
    }
}

fn place_value(character: char) -> u64 {
    match character {
        '十' => 10,
        '百' => 100,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_spoken() {
        let table = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1000, "一千"),
            (1005, "一千零五"),
            (10_000, "一万"),
            (10_010, "一万零一十"),
            (100_000, "十万"),
            (20_220_022, "二千零二十二万零二十二"),
            (100_000_000, "一亿"),
            (100_000_001, "一亿零一"),
            (300_040_000, "三亿零四万"),
            (1_000_000_000_000, "一万亿"),
        ];
        for (number, numeral) in table {
            assert_eq!(chinese_numeral(number), numeral);
            assert_eq!(parse_chinese_numeral(numeral), Some(number), "{numeral}");
        }
    }

    #[test]
    fn numerals_that_are_not_well_formed_are_refused() {
        for wrong in ["", "十十", "一二", "百", "零五", "a", "五千三"] {
            assert_eq!(parse_chinese_numeral(wrong), None, "{wrong}");
        }
        assert_eq!(parse_chinese_numeral("两百"), Some(200));
        assert_eq!(parse_chinese_numeral("一十二"), Some(12));
    }

    #[test]
    fn every_number_survives_both_ways() {
        let samples = (0..20_000).chain((0..64).map(|shift| u64::MAX >> shift));
        for number in samples.filter(|number| *number < 1_000_000_000_000) {
            assert_eq!(
                parse_chinese_numeral(&chinese_numeral(number)),
                Some(number)
            );
        }
    }
}
