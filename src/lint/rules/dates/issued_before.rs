//! 印发于2024年5月30日，文中称“截至2024年6月30日…”: a text that is told of tells of a later day than its own.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::dates::DateMention;

/// 印发于2024年5月30日, and 2023年8月，市教育局印发的总结显示.
fn is_issue(view: &TextView<'_>, date: Range<usize>) -> bool {
    const ISSUED: [&str; 5] = ["印发于", "发布于", "公布于", "成文于", "签发于"];
    const TELLS: [&str; 5] = ["显示", "称", "指出", "总结了", "表明"];
    let rest = date.end..view.sentence(date.end).end.min(date.end + 30);
    let issued = ["印发的", "发布的", "公布的"].iter();
    let issues = issued.filter_map(|it| view.find(rest.clone(), it)).next();
    let tells = issues.is_some_and(|at| view.has_any(&(at..rest.end), &TELLS));
    // 县交通运输局2025年5月答复：截至….
    let answers = [
        "答复：",
        "函复：",
        "回复：",
        "复函：",
        "通报：",
        "报告：",
        "答复称",
        "回复称",
        "函复称",
        "复函称",
        "通报称",
        "答复，",
        "回复，",
    ];
    view.one_of_before(date.start, &ISSUED).is_some()
        || tells
        || view.one_of_at(date.end, &answers).is_some()
}

/// 印发于2024年5月30日，文中称“截至2024年6月30日…”: a text that is told of tells its own date.
pub(super) fn issued_before(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.dates().windows(2) {
        let (issued, as_of) = (&pair[0], &pair[1]);
        let between = issued.range.end..as_of.range.start;
        let is_near = between.len() < NEAR
            && view
                .one_of_before(as_of.range.start, &["截至", "截止"])
                .is_some()
            && !view.has_any(&between, &["。", "\n"]);
        let is_later = day(issued).is_some() && day(as_of) > day(issued);
        if is_near && is_later && is_issue(view, issued.range.clone()) {
            let text = view.words(as_of.range.clone());
            let message = format!("“{text}”晚于印发的日期{}", view.text(issued.range.clone()));
            findings
                .at(as_of.range.clone(), message)
                .hint("核对这两个日期");
        }
    }
}

/// How far behind the date of issue a text's own date is looked for.
const NEAR: usize = 40;

/// The year, the month and the first day that a date may mean.
fn day(date: &DateMention) -> Option<(u16, u32, u32)> {
    Some((date.year?, date.month, date.day.unwrap_or(1)))
}
