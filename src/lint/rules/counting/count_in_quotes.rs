//! “五大工程”，即 + four names; “五个一”工程，即一场、一册…: counts in quotation marks.

use std::ops::Range;

use super::count_mismatch::{list_end, report};
use super::lists::{chinese_number, segments};
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};

/// “五大工程”，即甲、乙、丙、丁、戊。
pub(super) fn named(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    let Some(said) = said(view, close) else {
        return;
    };
    let Some(lead) = view.one_of_at(
        close + 1,
        &[
            "，即",
            "即",
            "指",
            "是指",
            "，包括",
            "，分别是",
            "，分别为",
            "：",
            "，也就是",
            "为",
        ],
    ) else {
        return;
    };
    let start = close + 1 + lead.chars().count();
    let end = list_end(view, start);
    let lists = view.enumerations();
    let numbered = lists.binary_search_by_key(&start, |list| list.markers[0]);
    if let Ok(index) = numbered {
        return of_list(view, close, (said, lists[index].markers.len()), findings);
    }
    let segments = segments(view, start..end);
    // “三个不搞”：村庄不搞…；…: each of them is a clause.
    let is_open = view.ends_at(end, "等")
        || segments.least < 2
        || view.char(end) == '；'
        || view.one_of_at(end, &["，以及", "，还有", "，和"]).is_some();
    if !is_open && !(segments.least..=segments.most).contains(&said) {
        report(view, quote(view, close), segments.least, findings);
    }
}

/// “三个优先”：一是…，二是…，三是…，四是…: the items are numbered.
fn of_list(
    view: &TextView<'_>,
    close: usize,
    (said, listed): (usize, usize),
    findings: &mut Findings<'_>,
) {
    if said != listed {
        report(view, quote(view, close), listed, findings);
    }
}

/// The quotation that ends at `close`, with its marks.
fn quote(view: &TextView<'_>, close: usize) -> Range<usize> {
    let open = (0..10)
        .map(|back| close.saturating_sub(back))
        .find(|at| view.char(*at) == '“');
    open.unwrap_or(close)..close + 1
}

/// The count in quotation marks: 五大工程, 三个清单.
fn said(view: &TextView<'_>, close: usize) -> Option<usize> {
    let open = (2..10)
        .map(|back| close.saturating_sub(back))
        .find(|at| view.char(*at) == '“')?;
    let is_count = view.is_any_at(open + 2, "大项个条种类张位带廊区园轴翼中核极");
    chinese_number(view.char(open + 1)).filter(|value| is_count && *value >= 2)
}

/// “五个一”工程，即一场、一册、…: things of which there is one each.
pub(super) fn of_one_each(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    // “六个一批” has one more.
    let is_batch = view.before(close) == '批'
        && view
            .one_of_at(close + 1, &["任务，即", "，即", "工程，即", "行动，即"])
            .is_some();
    let length = if is_batch { 5 } else { 4 };
    let Some(open) = close
        .checked_sub(length)
        .filter(|open| view.char(*open) == '“')
    else {
        return;
    };
    let said = chinese_number(view.char(open + 1)).filter(|_| view.is_at(open + 2, "个一"));
    let Some(said) = said else {
        return;
    };
    let sentence = view.sentence(close);
    let leads = [
        "，即",
        "：",
        "，包括",
        "，就是",
        "，也就是",
        "工程，",
        "行动，",
        "活动，",
        "要求，",
        "任务，",
    ];
    let lead = leads
        .iter()
        .filter_map(|lead| view.find(close..sentence.end, lead))
        .min();
    let Some(start) = lead.filter(|at| at - close <= 10) else {
        return;
    };
    let things = (start..sentence.end).filter(|at| {
        view.char(*at) == '一'
            && is_of_one(view.char(at + 1))
            && !view.is_any_before(*at, "统第之唯")
            // 每半月调度一次，: how often.
            && (!is_han(view.before(*at)) || is_han(view.char(at + 2)))
    });
    let listed = things.count();
    let is_open = view.find(start..sentence.end, "等").is_some();
    // Far more or far fewer are other things.
    if listed >= 2 && listed.abs_diff(said) == 1 && !is_open {
        report(view, open..close + 1, listed, findings);
    }
}

/// A measure word that counts one thing: 一场, 一册.
fn is_of_one(character: char) -> bool {
    "个支间套张本条名所场次部处座份项批块堂件只辆台盏棵幅篇封群站室栏亭册期家户村片队档表图码网线屏届笔款卡盒套"
        .contains(character)
}
