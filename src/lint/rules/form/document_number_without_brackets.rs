//! 国发2022 12号, 国办发2022-12号.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 国发2022 12号, 国办发2022-12号.
pub(crate) const DOCUMENT_NUMBER_WITHOUT_BRACKETS: Rule = Rule {
    name: "document-number-without-brackets",
    title: "发文字号没有六角括号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("document_number_without_brackets.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let (start, end) = (number.digits.start, number.digits.end);
        let year_end = start + 4;
        if end - start < 4
            || !view.is_at(start, "20")
            || !(has_issuer_code(view, start) || is_of_paper(view, start))
        {
            continue;
        }
        let gap = usize::from(view.is_any_at(year_end, " -—－第年"));
        let serial = year_end + gap;
        let digits = (serial..serial + 5)
            .take_while(|index| view.char(*index).is_ascii_digit())
            .count();
        if gap == 1 && digits > 0 && view.char(serial + digits) == '号' {
            let right = format!(
                "〔{}〕{}",
                view.text(start..year_end),
                view.text(serial..serial + digits + 1)
            );
            findings
                .at(
                    start..serial + digits + 1,
                    format!(
                        "发文字号的年份“{}”没有括入六角括号",
                        view.text(start..year_end)
                    ),
                )
                .hint(format!("写成“{right}”"))
                .suggest(start..serial + digits + 1, right);
        }
    }
}

/// 《…的通知》（黔教基2022年18号）: a code in the parentheses right behind a title.
fn is_of_paper(view: &TextView<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    let code = (at.saturating_sub(LONGEST)..at)
        .rev()
        .take_while(|it| is_han(view.char(*it)))
        .last();
    code.is_some_and(|start| view.ends_at(start, "》（"))
}

/// Whether an issuer code (机关代字) ends at `at`: two Han characters and 发, 函 or 办.
fn has_issuer_code(view: &TextView<'_>, at: usize) -> bool {
    let Some(last) = at
        .checked_sub(1)
        .filter(|last| view.is_any_at(*last, "发函办字"))
    else {
        return false;
    };
    // 印发2022年1号文件 is a verb with its object.
    let is_verb = view.is_any_before(last, "印颁下制签核转开研批分散来去复致");
    is_han(view.before(last)) && !is_verb
}
