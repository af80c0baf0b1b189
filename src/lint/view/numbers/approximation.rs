//! Words that make a number inexact.

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

/// What makes another word of 约: 签约768户, 节约12万元.
pub(crate) const NO_APPROXIMATION: &str = "节公条合制预签契失履解邀违特隐集简婉要婚相立誓";

/// Words that make the number before them inexact.
const APPROXIMATE_AFTER: &[&str] = &["以上", "左右", "以下", "以内", "上下", "多", "余", "有余"];

/// Whether a word before `at` makes the number there inexact.
pub(super) fn is_approximate_before(chars: &[char], at: usize) -> bool {
    // Most numbers stand behind a character that ends none of the words.
    let last = at.checked_sub(1).and_then(|at| chars.get(at));
    let may_end = last.is_some_and(|last| {
        matches!(
            last,
            '约' | '近' | '过' | '超' | '逾' | '于' | '少' | '破' | '达' | '足' | '到'
        )
    });
    let is_other_word = last == Some(&'约')
        && at
            .checked_sub(2)
            .and_then(|at| chars.get(at))
            .is_some_and(|lead| NO_APPROXIMATION.contains(*lead));
    // 约, 近, 超 and 逾 are such words by themselves.
    let is_word = || {
        matches!(last, Some('约' | '近' | '超' | '逾'))
            || APPROXIMATE_BEFORE
                .iter()
                .any(|word| ends_at(chars, at, word))
    };
    may_end && !is_other_word && is_word()
}

/// The length of the word at `at` that makes the number before it inexact; 0 if there is none.
pub(super) fn approximate_after(chars: &[char], at: usize) -> usize {
    let may_begin = chars
        .get(at)
        .is_some_and(|first| matches!(first, '以' | '左' | '上' | '多' | '余' | '有'));
    if !may_begin {
        return 0;
    }
    let found = APPROXIMATE_AFTER
        .iter()
        .find(|word| starts_at(chars, at, word));
    found.map_or(0, |word| word.chars().count())
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

    #[test]
    fn other_words_that_end_alike_leave_a_number_exact() {
        let chars: Vec<char> = "已签约768户".chars().collect();
        assert!(!is_approximate_before(&chars, 3));
    }

    #[test]
    fn every_word_is_seen_beside_a_number() {
        for word in APPROXIMATE_BEFORE {
            let chars: Vec<char> = format!("{word}5").chars().collect();
            assert!(is_approximate_before(&chars, chars.len() - 1), "{word}");
        }
        for word in APPROXIMATE_AFTER {
            let chars: Vec<char> = format!("5{word}").chars().collect();
            assert!(approximate_after(&chars, 1) > 0, "{word}");
        }
    }
}
