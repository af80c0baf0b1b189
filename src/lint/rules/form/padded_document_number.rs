//! 〔2022〕031号, 〔2022〕第31号.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 〔2022〕031号, 〔2022〕第31号.
pub(crate) const PADDED_DOCUMENT_NUMBER: Rule = Rule {
    name: "padded-document-number",
    title: "发文顺序号编了虚位或者加了“第”",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("padded_document_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('〕') {
        let start = at + 1;
        let ordinal = usize::from(view.char(start) == '第');
        let zeros = (start + ordinal..start + ordinal + 4)
            .take_while(|index| view.char(*index) == '0')
            .count();
        let digits = start + ordinal + zeros;
        let length = (digits..digits + 6)
            .take_while(|index| view.char(*index).is_ascii_digit())
            .count();
        if ordinal + zeros > 0 && length > 0 && view.char(digits + length) == '号' {
            let text = view.words(start..digits + length + 1);
            findings
                .at(
                    start..digits + length + 1,
                    format!("发文顺序号写作“{text}”"),
                )
                .hint(format!("改为“{}”", view.text(digits..digits + length + 1)))
                .replace(start..digits, "");
        }
    }
}
