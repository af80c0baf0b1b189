//! （以下简称“领导小组”）, then “指挥部”: a body that nothing introduces, where the agreed name is not used.

use std::ops::Range;

use super::abbreviation_mismatch::{FORTH, report};
use super::other_short_name::LONGEST_LETTER;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};

/// Ends of short names of bodies.
const ENDS: [&str; 23] = [
    "指挥部",
    "领导小组",
    "工作组",
    "小组",
    "专班",
    "办",
    "委",
    "局",
    "所",
    "中心",
    "公司",
    "集团",
    "联盟",
    "协会",
    "研究院",
    "院",
    "站",
    "基地",
    "平台",
    "委员会",
    "管委会",
    "联席会议",
    "部",
];

/// What a body does, or how long it has been there, right behind its name.
const DOES: [&str; 22] = [
    "成立以来",
    "成立后",
    "组建以来",
    "运行以来",
    "先后",
    "选派",
    "已",
    "共",
    "每",
    "累计",
    "负责",
    "牵头",
    "统筹",
    "定期",
    "现有",
    "将",
    "下设",
    "组织",
    "派出",
    "建立",
    "开展",
    "发挥",
];

/// How long a short name is.
const SHORTEST: usize = 2;
const LONGEST: usize = 6;

/// Reports the first sentence whose subject is a body that the text has not named, if the agreed name
/// stands nowhere behind the place that agrees on it.
pub(super) fn of_body(view: &TextView<'_>, short: &Range<usize>, findings: &mut Findings<'_>) {
    let name = view.words(short.clone());
    let end = (short.end + FORTH).min(view.chars().len());
    let is_letter = view.chars().len() <= LONGEST_LETTER;
    if !is_letter
        || !ENDS.iter().any(|it| name.ends_with(it))
        || view.find(short.end..end, name).is_some()
    {
        return;
    }
    let starts = view
        .marks_in(short.end..end)
        .filter(|at| view.is_any_at(*at, "。，；"))
        .map(|at| at + 1);
    let mut others = starts.filter_map(|start| quoted(view, start).or_else(|| bare(view, start)));
    let Some(other) = others.next() else {
        return;
    };
    let written = view.words(other.clone());
    let is_new = view.find(0..other.start, written).is_none();
    if is_new && is_of_one_kind(written, name) {
        report(view, &other, name, findings);
    }
}

/// “指挥部”先后召开会议.
fn quoted(view: &TextView<'_>, start: usize) -> Option<Range<usize>> {
    if view.char(start) != '“' {
        return None;
    }
    let mut ends = start + 1..start + LONGEST + 2;
    let name = start + 1..ends.find(|at| view.char(*at) == '”')?;
    let does = view.one_of_at(name.end + 1, &DOES).is_some();
    (does && is_body(view, &name)).then_some(name)
}

/// 园区办成立以来 at the start of a sentence.
fn bare(view: &TextView<'_>, start: usize) -> Option<Range<usize>> {
    const SINCE: [&str; 3] = ["成立以来", "组建以来", "挂牌以来"];
    let is_since = |at: &usize| view.one_of_at(*at, &SINCE).is_some();
    let end = (start + 3..start + LONGEST).find(is_since)?;
    let name = start..end;
    (view.before(start) == '。' && is_body(view, &name)).then_some(name)
}

fn is_body(view: &TextView<'_>, name: &Range<usize>) -> bool {
    (SHORTEST..=LONGEST).contains(&name.len())
        && name.clone().all(|at| is_han(view.char(at)))
        && !view.is_any_at(name.start, "该本各")
        && view.one_of_before(name.end, &ENDS).is_some()
}

/// Whether a body of this end may be called by a name with that one: 中心 is no 指挥部.
fn is_of_one_kind(written: &str, name: &str) -> bool {
    const KINDS: [&[&str]; 4] = [
        &["指挥部", "领导小组", "工作组", "小组", "专班", "联席会议"],
        &["办", "委", "管委会", "委员会", "局"],
        &["所", "院", "研究院", "站", "中心"],
        &["公司", "集团"],
    ];
    let is_of = |text: &str, kind: &[&str]| kind.iter().any(|end| text.ends_with(end));
    KINDS
        .iter()
        .any(|kind| is_of(written, kind) && is_of(name, kind))
}
