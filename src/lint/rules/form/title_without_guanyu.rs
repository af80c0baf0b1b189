//! 市水利局市政协九届三次会议第187号提案的答复: a title that lacks 关于 between who and what.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 市水利局市政协九届三次会议第187号提案的答复: a title that lacks 关于 between who and what.
pub(crate) const TITLE_WITHOUT_GUANYU: Rule = Rule {
    name: "title-without-guanyu",
    title: "标题缺“关于”",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("title_without_guanyu.md"),
};

/// How a title of a reply ends.
const ENDS: [&str; 8] = [
    "提案的答复",
    "建议的答复",
    "议案的答复",
    "提案的复函",
    "建议的复函",
    "提案的会办意见",
    "建议的会办意见",
    "提案答复的函",
];

/// Ends of names of offices.
const OFFICES: [&str; 10] = [
    "局",
    "厅",
    "委员会",
    "委",
    "政府",
    "办公室",
    "法院",
    "检察院",
    "街道办事处",
    "公司",
];

/// What is answered begins so: the meeting, or the number of the paper.
const PAPERS: [&str; 10] = [
    "省政协",
    "市政协",
    "县政协",
    "区政协",
    "政协",
    "省十",
    "市十",
    "县十",
    "区十",
    "第",
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const LONGEST: usize = 80;
    for paragraph in view.paragraphs() {
        let range = paragraph.range.clone();
        let is_title = range.len() < LONGEST && view.one_of_before(range.end, &ENDS).is_some();
        if !is_title || view.has_any(&range, &["关于", "对", "就", "。", "，", "《", "：", "给"])
        {
            continue;
        }
        let number = view.find(range.clone(), "号").is_some();
        let mut places = range.start + 2..range.end;
        let joint = places.find(|at| {
            // 政协某市委员会第三次会议 names the meeting.
            let is_meeting = view.char(*at) == '第' && !view.char(at + 1).is_ascii_digit();
            view.one_of_before(*at, &OFFICES).is_some()
                && view.one_of_at(*at, &PAPERS).is_some()
                && !is_meeting
        });
        if let Some(at) = joint.filter(|_| number) {
            findings
                .at(range.clone(), "标题里发文机关和事由之间缺“关于”")
                .hint("写成“……局关于……的答复”")
                .suggest(at..at, "关于");
        }
    }
}
