//! Annexes (附件): clause 7.3.7.

use super::lines::{Line, Lines};

/// Whether a text is the mark of an annex: 附件, with its number if there are several.
pub(super) fn is_mark(text: &str) -> bool {
    let Some(number) = text.strip_prefix("附件") else {
        return false;
    };
    let number = number.strip_suffix(['：', ':']).unwrap_or(number);
    let is_digit = |it: char| it.is_ascii_digit() || "一二三四五六七八九十".contains(it);
    number.chars().count() <= 2 && number.chars().all(is_digit)
}

/// The first page that begins with an annex.
pub(super) fn first_page(lines: &Lines) -> Option<usize> {
    let first_of_page = |pair: &&[Line]| pair[0].page < pair[1].page;
    let firsts = lines.all.windows(2).filter(first_of_page);
    let mut annexes = firsts.filter(|pair| is_mark(&pair[1].text()));
    annexes.next().map(|pair| pair[1].page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_notes_and_other_texts() {
        for mark in ["附件", "附件1", "附件12", "附件二", "附件1：", "附件："] {
            assert!(is_mark(mark), "{mark}");
        }
        for text in ["附件：名单", "附件1名单", "附件所列", "附", "见附件1"] {
            assert!(!is_mark(text), "{text}");
        }
    }
}
