//! 在青山、长河、石桥、白沙和双塔四个乡镇: bare names of places, the last two joined by 和.

use super::lists::{joins_names, number_at};
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};

/// What places are counted in; a place has no name of two that 和 joins.
const PLACES: [&str; 22] = [
    "个乡镇",
    "个镇",
    "个乡",
    "个村",
    "个行政村",
    "个街道",
    "个县",
    "个区",
    "个市",
    "个社区",
    "个州",
    "乡镇",
    "街道",
    "县区",
    "区县",
    "县市",
    "市州",
    "个地市",
    "镇",
    "乡",
    "县",
    "市",
];

/// The lengths that bare names of places have.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=3;

/// Reports a count of places behind names of one length, if `pause` is the last mark between them.
pub(super) fn joined_places(view: &TextView<'_>, pause: usize, findings: &mut Findings<'_>) {
    let joint = LENGTHS.map(|length| (length, pause + 1 + length));
    let mut joint = joint.filter(|(_, at)| view.is_any_at(*at, "和与及"));
    let Some((length, joint)) = joint.next() else {
        return;
    };
    let end = joint + 1 + length;
    let Some((said, counted)) = number_at(view, end).filter(|(said, _)| *said >= 2) else {
        return;
    };
    let Some(noun) = view.one_of_at(counted, &PLACES) else {
        return;
    };
    // 三市一县 is two counts, and 四个市级部门 counts no towns.
    let after = view.char(counted + noun.chars().count());
    if is_chinese_digit(after) || after == '级' {
        return;
    }
    let is_plain = |at: usize| is_han(view.char(at)) && !view.is_any_at(at, "的等及各");
    let are_plain = (pause + 1..end).all(is_plain) && joins_names(view, joint);
    let Some(earlier) = names_before(view, pause, length).filter(|_| are_plain) else {
        return;
    };
    let listed = earlier + 2;
    if listed != said {
        let counted = end..counted + noun.chars().count();
        let text = view.words(counted.clone());
        findings
            .warn(counted, format!("“{text}”与前面列出的{listed}项不符"))
            .hint("核对数目和名称");
    }
}

/// How many names end at `pause`, all but the first of that length; two at least.
fn names_before(view: &TextView<'_>, pause: usize, length: usize) -> Option<usize> {
    let clause = view.clause(pause);
    let pauses = view.marks_in(clause.start..pause + 1);
    let pauses: Vec<usize> = pauses.filter(|at| view.char(*at) == '、').collect();
    let are_alike = pauses
        .windows(2)
        .all(|pair| pair[1] - pair[0] - 1 == length);
    let first = *pauses.first()?;
    let lead = first.checked_sub(length)?;
    let name = lead.max(clause.start)..first;
    let are_names = (name.start..pause).all(|at| view.char(at) == '、' || is_han(view.char(at)));
    let has_more =
        (name.start..pause).any(|at| view.is_any_at(at, "的等") || joins_names(view, at));
    // 在青山、: the first name begins behind what leads it.
    let is_led = lead == clause.start || view.is_any_before(lead, "在对于取择往赴向以括含为是有及");
    (pauses.len() >= 2 && are_alike && are_names && !has_more && is_led).then_some(pauses.len())
}
