//! 截止2021年底 for 截至2021年底.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 截止2021年底 for 截至2021年底.
pub(crate) const JIEZHI_AS_OF: Rule = Rule {
    name: "jiezhi-as-of",
    title: "“截至”写成“截止”",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("jiezhi_as_of.md"),
};

const WORDS: &[&str] = &["截止"];

/// What names a time behind 截止; so do digits.
const TIMES: [&str; 21] = [
    "目前",
    "去年",
    "今年",
    "本月",
    "本年",
    "上月",
    "上年",
    "月底",
    "年底",
    "现在",
    "当前",
    "日前",
    "昨日",
    "昨天",
    "今日",
    "本周",
    "上半年",
    "二〇",
    "二○",
    "6月",
    "同期",
];

/// What ends at a time; 报名截止2022年 would still mean an end, so that a noun before it is left alone.
const ENDS: [&str; 13] = [
    "报名",
    "申报",
    "受理",
    "投标",
    "征集",
    "期限",
    "有效期",
    "期",
    "时间",
    "日期",
    "合同",
    "协议",
    "工期",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let link = usize::from(view.is_any_at(word.end, "到至"));
    let at = word.end + link;
    let names_a_time = view.char(at).is_ascii_digit() || view.one_of_at(at, &TIMES).is_some();
    if names_a_time && view.one_of_before(word.start, &ENDS).is_none() {
        let text = view.words(word.start..at + 2);
        findings
            .at(word.start..word.end + link, format!("“{text}”应当用“截至”"))
            .hint("到某个时间为止的统计用“截至”；“截止”是停止的意思")
            .replace(word.start..word.end + link, "截至");
    }
}
