//! 《通知》财教〔2022〕18号: the number of a document right after its title.

use super::serial::digits_end;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 《通知》财教〔2022〕18号: the number of a document right after its title.
pub(crate) const DOCUMENT_NUMBER_WITHOUT_PARENTHESES: Rule = Rule {
    name: "document-number-without-parentheses",
    title: "标题后面的发文字号没有加圆括号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("document_number_without_parentheses.md"),
};

/// The longest issuer code (机关代字) looked at.
const LONGEST_CODE: usize = 10;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('〔') {
        let floor = pair.open.saturating_sub(LONGEST_CODE);
        let code = (floor..pair.open)
            .rev()
            .take_while(|at| is_han(view.char(*at)) || view.char(*at) == '×')
            .count();
        let start = pair.open - code;
        let is_year = pair.close == pair.open + 5
            && (pair.open + 1..pair.close).all(|at| view.char(at).is_ascii_digit());
        let end = digits_end(view, pair.close + 1);
        let follows_title = view.before(start) == '》' && (2..LONGEST_CODE).contains(&code);
        if is_year && end > pair.close + 1 && view.char(end) == '号' && follows_title {
            let text = view.words(start..end + 1);
            findings
                .at(
                    start..end + 1,
                    format!("标题后面的发文字号“{text}”没有加圆括号"),
                )
                .hint(format!("写成“《……》（{text}）”"))
                .suggest(start..end + 1, format!("（{text}）"));
        }
    }
}
