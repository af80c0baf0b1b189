//! 特此函复 without 。.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 特此函复 without 。.
pub(crate) const CLOSING_WITHOUT_STOP: Rule = Rule {
    name: "closing-without-stop",
    title: "结束语后面没有句号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("closing_without_stop.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let text = (2..=8)
            .contains(&paragraph.range.len())
            .then(|| view.text(paragraph.range.clone()));
        let is_closing = text.is_some_and(|text| {
            [
                "特此函复",
                "特此函告",
                "特此答复",
                "专此函复",
                "专此答复",
                "此函",
                "特此复函",
                "此复",
                "特此致函",
                "特此函达",
                "专此函达",
                "专此函告",
                "专此复函",
                "特此复函",
                "特此函询",
                "特此回复",
                "特此报告",
                "特此通知",
                "请予支持",
            ]
            .contains(&text.as_str())
        });
        if is_closing {
            let end = paragraph.range.end;
            findings
                .at(
                    paragraph.range.clone(),
                    format!("结束语“{}”后面没有句号", view.text(paragraph.range.clone())),
                )
                .hint("补上句号")
                .suggest(end..end, "。");
        }
    }
}
