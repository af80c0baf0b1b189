//! 二0一一年, 二O一一年, 二零一一年.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 二0一一年, 二O一一年, 二零一一年.
pub(crate) const WRONG_ZERO_IN_CHINESE_YEAR: Rule = Rule {
    name: "wrong-zero-in-chinese-year",
    title: "汉字年份里的“〇”写错",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("wrong_zero_in_chinese_year.md"),
};

/// 二0六地质队: the digit 0 between Chinese numerals.
fn in_name(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let is_numeral = |at: usize| view.is_any_at(at, "一二三四五六七八九〇");
    for number in view.numbers() {
        let zeros = number.digits.clone();
        let are_zeros = zeros.clone().all(|at| view.char(at) == '0');
        let is_inside = zeros.start > 0 && is_numeral(zeros.start - 1) && is_numeral(zeros.end);
        // The year as a whole is told below; 0一 of 二0一0年 is a part of it.
        let near = zeros.start.saturating_sub(3)..zeros.end + 4;
        if are_zeros && is_inside && view.find(near, "年").is_none() {
            let text = view.words(zeros.start - 1..zeros.end + 1);
            let right = "〇".repeat(zeros.len());
            findings
                .at(
                    zeros.start - 1..zeros.end + 1,
                    format!("“{text}”里的零写错了"),
                )
                .hint("汉字数字里的零写作“〇”")
                .replace(zeros, right);
        }
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    in_name(view, findings);
    for at in view.places('年') {
        // Most years are in Arabic digits, which their first character tells.
        let start = at.checked_sub(4);
        let Some(start) = start.filter(|start| view.is_any_at(*start, "一二")) else {
            continue;
        };
        let year = &view.chars()[start..at];
        let numerals = year
            .iter()
            .filter(|c| "一二三四五六七八九〇".contains(**c))
            .count();
        let wrong: Vec<usize> = (start..at)
            .filter(|index| view.is_any_at(*index, "0Oo○零０Ｏ"))
            .collect();
        let is_year = numerals + wrong.len() == 4 && numerals >= 2 && !wrong.is_empty();
        if is_year {
            let mut finding = findings
                .at(
                    start..at + 1,
                    format!("“{}”里的零写错了", view.text(start..at + 1)),
                )
                .hint("汉字年份里的零写作“〇”；公文日期最好用阿拉伯数字");
            for index in wrong {
                finding = finding.replace(index..index + 1, "〇");
            }
        }
    }
}
