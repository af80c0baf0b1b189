//! How many things a clause says that it is about: 三个方面, 两条整改措施, 五点意见.

use std::ops::Range;

use super::lists::number_at;
use crate::lint::view::{TextView, is_han};

/// A count with what it counts.
pub(super) struct Count {
    /// How many there are said to be; two at least.
    pub(super) said: usize,
    /// From the number to the noun's end.
    pub(super) range: Range<usize>,
}

impl Count {
    /// Whether the count leads a list although a verb phrase stands between: 从三个方面改善水质：….
    ///
    /// Other things that are counted are what the phrase is about: 对三条建议逐一研究：….
    pub(super) fn leads_from_afar(&self, view: &TextView<'_>) -> bool {
        ["方面", "环节", "层面", "途径", "渠道"]
            .iter()
            .any(|noun| view.ends_at(self.range.end, noun))
    }
}

/// What a list of measures and reasons is counted in.
const NOUNS: &[&str] = &[
    "方面",
    "措施",
    "工作",
    "任务",
    "举措",
    "意见",
    "建议",
    "问题",
    "环节",
    "原则",
    "途径",
    "要求",
    "办法",
    "机制",
    "制度",
    "规定",
    "对策",
    "安排",
    "考虑",
    "做法",
    "经验",
    "内容",
    "政策",
    "行动",
    "工程",
    "理由",
    "原因",
    "困难",
    "难题",
    "难点",
    "特点",
    "渠道",
    "重点",
    "层面",
    "步骤",
    "说明",
    "需要说明",
    "抓手",
    "关口",
    "关键",
    "情况",
    "体会",
    "实事",
    "短板",
    "项目",
    "板块",
    "模块",
    "阶段",
    "部分",
    "目标",
    "方向",
    "事",
];

/// The counts of a clause whose noun stands right behind the measure word or two characters after it.
pub(super) fn counts<'v>(
    view: &'v TextView<'_>,
    range: Range<usize>,
) -> impl Iterator<Item = Count> + 'v {
    range.filter_map(move |at| count_at(view, at))
}

fn count_at(view: &TextView<'_>, at: usize) -> Option<Count> {
    let (said, after) = number_at(view, at).filter(|(said, _)| *said >= 2)?;
    if view.is_any_before(at, "第这那每上述前其另首") {
        return None;
    }
    let has_measure = view.is_any_at(after, "个项点条大类种件块");
    let from = after + usize::from(has_measure);
    let noun = noun_at(view, from, has_measure)?;
    // 四方面 goes without a measure word.
    (has_measure || view.is_at(from, "方面")).then_some(Count {
        said,
        range: at..noun,
    })
}

/// Where the noun ends that begins at `from` or after a word of two characters.
fn noun_at(view: &TextView<'_>, from: usize, may_be_told: bool) -> Option<usize> {
    // 有两点：…
    if view.before(from) == '点' && !is_han(view.char(from)) {
        return Some(from);
    }
    let skips = if may_be_told { 0..=2 } else { 0..=0 };
    skips
        .take_while(|skip| *skip == 0 || is_han(view.char(from + skip - 1)))
        .find_map(|skip| {
            let noun = view.one_of_at(from + skip, NOUNS)?;
            Some(from + skip + noun.chars().count())
        })
}
