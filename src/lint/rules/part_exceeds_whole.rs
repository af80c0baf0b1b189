//! 发明专利2.24万件，其中专利授权15.5万件.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::{Check, Rule, Word};

/// 发明专利2.24万件，其中专利授权15.5万件.
pub(crate) const PART_EXCEEDS_WHOLE: Rule = Rule {
    name: "part-exceeds-whole",
    title: "“其中”的数大于总数",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("part_exceeds_whole.md"),
};

const WORDS: &[&str] = &["其中"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let clause = view.clause(word.end);
    let Some((whole, part)) =
        whole_and_part(view, sentence.start..word.start, word.end..clause.end)
    else {
        return;
    };
    let values = whole.value(view.chars()).zip(part.value(view.chars()));
    if values.is_some_and(|(whole, part)| part > whole) {
        findings
            .at(
                part.range(),
                format!(
                    "“其中”的“{}”大于前面的“{}”",
                    view.text(part.range()),
                    view.text(whole.range())
                ),
            )
            .hint("核对两个数，或者调换总数与部分");
    }
}

/// The number before 其中 and the first one after it of the same unit.
fn whole_and_part<'v>(
    view: &'v TextView<'_>,
    before: Range<usize>,
    after: Range<usize>,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let part = view.numbers_in(after.clone()).first()?;
    let is_count = |number: &Number| {
        let unit = view.text(number.unit.clone());
        !number.unit.is_empty()
            && number.kind == NumberKind::Plain
            && ![
                "%",
                "年",
                "月",
                "日",
                "个百分点",
                "倍",
                "天",
                "小时",
                "岁",
                "期",
                "个月",
            ]
            .contains(&unit.as_str())
    };
    if !is_count(part)
        || view
            .text(after.start..part.digits.start)
            .contains(['比', '较', '每', '增', '，'])
    {
        return None;
    }
    let same = view
        .numbers_in(before)
        .iter()
        .filter(|number| is_count(number) && number.unit(chars) == part.unit(chars));
    // The greatest number of the sentence so far may be the whole.
    let whole = same.max_by_key(|number| number.value(chars))?;
    Some((whole, part))
}
