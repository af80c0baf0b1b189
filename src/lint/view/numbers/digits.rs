//! Where the digits of a number end, and the multiplier behind them.

/// The end of the digits of a number that begins at `start`, with decimal point and separators.
pub(super) fn digits_end(chars: &[char], start: usize) -> usize {
    let mut end = run(chars, start);
    while parts_thousands(chars, start, end)
        && run(chars, end + 1) == end + 4
        && end - start <= 3 + 4 * 4
    {
        end += 4;
    }
    if chars.get(end) == Some(&'.') && run(chars, end + 1) > end + 1 {
        end = run(chars, end + 1);
    }
    end
}

/// Whether a comma (千分撇) or a space (千分空, GB/T 15835-2011, 5.1.1) at `end` may part the thousands of a
/// number: 3,200 and 4 268. Before a space there are at most three digits, or it parts two numbers.
fn parts_thousands(chars: &[char], start: usize, end: usize) -> bool {
    match chars.get(end) {
        Some(',') => true,
        Some(' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') => {
            // 2 024年 is a year with a space too many.
            let is_year = end - start == 1 && chars.get(end + 4) == Some(&'年');
            let is_first = end - start <= 3 && !is_year;
            let goes_on = end > start + 4 && chars[end - 4] == chars[end];
            is_first && !is_part_of_code(chars, start) || goes_on
        }
        _ => false,
    }
}

/// Whether digits stand right behind letters, digits or signs of a telephone number, and no figure begins.
fn is_part_of_code(chars: &[char], start: usize) -> bool {
    let before = start.checked_sub(1).map_or('\n', |at| chars[at]);
    before.is_ascii_alphanumeric() || matches!(before, ' ' | '-' | '.' | '/' | '—' | '－')
}

/// The end of the digits that begin at `start`.
pub(super) fn run(chars: &[char], start: usize) -> usize {
    let rest = chars.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// The end of 万, 亿, 百万 and so on that begin at `start`.
pub(super) fn multiplier_end(chars: &[char], start: usize) -> usize {
    let is_multiplier = |c: &&char| matches!(c, '百' | '千' | '万' | '亿');
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

#[cfg(test)]
mod tests {
    use super::super::numbers;

    #[test]
    fn a_space_may_part_thousands() {
        let digits = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let found = numbers(&chars).into_iter();
            let digits = found.map(|it| chars[it.digits].iter().collect::<String>());
            digits.collect::<Vec<_>>()
        };
        assert_eq!(digits("现有1 063人、2 170.40万元"), ["1 063", "2 170.40"]);
        assert_eq!(digits("共12 345 678元"), ["12 345 678"]);
        let years = digits("截至2 024年，2024 300家");
        assert_eq!(years, ["2", "024", "2024", "300"]);
        assert_eq!(digits("027-8765 432"), ["027", "8765", "432"]);
    }

    #[test]
    fn the_space_is_left_out_of_the_value() {
        let chars: Vec<char> = "1 063人".chars().collect();
        assert_eq!(numbers(&chars)[0].value(&chars), Some(1063.into()));
    }
}
