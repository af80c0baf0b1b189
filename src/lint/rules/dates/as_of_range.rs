//! 截至2024年1—9月: an end that is a stretch of time.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 截至2024年1—9月: an end that is a stretch of time.
pub(crate) const AS_OF_RANGE: Rule = Rule {
    name: "as-of-range",
    title: "“截至”后面是一段时间",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("as_of_range.md"),
};

const WORDS: &[&str] = &["截至"];

/// 截至全县累计发放: who has counted stands where the day should.
fn is_undated(view: &TextView<'_>, word: Word) -> bool {
    const WHO: [&str; 10] = [
        "全省", "全市", "全县", "全区", "全国", "我省", "我市", "我县", "我区", "累计",
    ];
    let who = view.one_of_at(word.end, &WHO);
    let after = who.map_or(0, |who| word.end + who.chars().count());
    let counts = ["累计", "共", "已", "发放", "完成"];
    who == Some("累计") || who.is_some() && view.one_of_at(after, &counts).is_some()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if is_undated(view, word) {
        findings
            .at(word.start..word.end, "“截至”后面没有日期")
            .hint("补上日期，例如“截至2023年底”");
        return;
    }
    let numbers = view.numbers_in(word.end..word.end + 12);
    let is_range = |pair: &[Number]| {
        let (from, to) = (&pair[0], &pair[1]);
        let mark = from.unit.end;
        to.digits.start == mark + 1
            && view.is_any_at(mark, "—–-～至到")
            && view.is_any_at(to.unit.start, "月年日")
    };
    // 截至5月底至年底 would not be a range of the date itself.
    let Some(pair) = numbers.windows(2).find(|pair| is_range(pair)) else {
        return;
    };
    let lead = view.words(word.end..pair[0].digits.start);
    if lead.chars().all(|it| it.is_ascii_digit() || it == '年') {
        let text = view.words(word.start..pair[1].unit.end);
        findings
            .at(
                word.start..pair[1].unit.end,
                format!("“{text}”的“截至”后面是一段时间"),
            )
            .hint("“截至”后面写一个日子；说一段时间就删去“截至”");
    }
}
