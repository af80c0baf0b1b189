//! 第一、, 首先、 or 一是、 at an item's start.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule, Word};

/// 第一、 or 首先、 at a sentence's start.
pub(crate) const PAUSE_MARK_AFTER_ORDINAL: Rule = Rule {
    name: "pause-mark-after-ordinal",
    title: "“首先”“第一”“一是”后面的标点不对",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("pause_mark_after_ordinal.md"),
};

const WORDS: &[&str] = &[
    "首先、",
    "其次、",
    "再次、",
    "最后、",
    "第一、",
    "第二、",
    "第三、",
    "第四、",
    "第五、",
    "第六、",
    "其一、",
    "其二、",
    "其三、",
    "其四、",
    "首先：",
    "其次：",
    "再次：",
    "最后：",
    "一是、",
    "二是、",
    "三是、",
    "四是、",
    "五是、",
    "六是、",
    "一是，",
    "二是，",
    "三是，",
    "四是，",
    "五是，",
    "六是，",
    "一是：",
    "二是：",
    "三是：",
    "四是：",
    "五是：",
    "六是：",
    "一、是",
    "二、是",
    "三、是",
    "四、是",
    "五、是",
    "六、是",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    if text.ends_with("、是") {
        pause_before_is(view, word, findings);
    } else if text.ends_with("是、") {
        pause_after_is(view, word, findings);
    } else if text.ends_with("是，") {
        mark_after_is(view, word, "逗号", findings);
    } else if text.ends_with("是：") {
        mark_after_is(view, word, "冒号", findings);
    } else {
        after_ordinal(view, word, findings);
    }
}

fn after_ordinal(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.end - 1;
    let first = view.char(word.start);
    // 做好这项工作，首先、要…: 首先 and 其一 may follow a comma; 第一、 there may end an enumeration.
    let starts = view.is_any_before(word.start, "\n。；：")
        || view.before(word.start) == '，' && "首其再".contains(first);
    // 第一、第三产业, 第一、二季度 and 首先、其次等词 enumerate; 首先、也是最重要的 goes on by an aside.
    let next = view.char(word.end);
    let enumerates = "第其再最也".contains(next) || is_chinese_digit(next);
    let (name, is_odd) = match view.char(mark) {
        '：' => ("冒号", has_comma(view, word)),
        _ => ("顿号", true),
    };
    if starts && !enumerates && is_odd {
        findings
            .at(
                word.start..word.end,
                format!("“{}”后面是{name}", view.text(word.start..mark)),
            )
            .hint("改为逗号")
            .replace(mark..word.end, "，");
    }
}

/// 首先，…；最后：…: another ordinal of the list has its comma.
fn has_comma(view: &TextView<'_>, word: Word) -> bool {
    const NEAR: usize = 300;
    let near = word.start.saturating_sub(NEAR)..word.end + NEAR;
    view.has_any(&near, &["首先，", "其次，", "再次，", "最后，"])
}

/// 一是、提高标准: 一是 leads its clause without a mark.
fn pause_after_is(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.end - 1;
    // 我局将一是、加快…；二是…: what leads the list may stand before it.
    let leads = || view.is_any_before(word.start, "将要需应会局委们") && has_other(view, word);
    // 一是、二是 lists the words themselves.
    let is_led = view.is_any_before(word.start, "\n。；：，") || leads();
    if is_led && !is_chinese_digit(view.char(word.end)) {
        findings
            .at(
                word.start..word.end,
                format!("“{}”后面是顿号", view.text(word.start..mark)),
            )
            .hint("删去顿号")
            .replace(mark..word.end, "");
    }
}

/// 一、是加强师资建设；二是…: the mark stands within the number.
fn pause_before_is(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let mark = word.start + 1;
    // 一、是否 asks.
    let is_item =
        view.is_any_before(word.start, "\n。；：") && !view.is_any_at(word.end, "否不什谁何哪指");
    if is_item && has_other(view, word) {
        findings
            .at(word.start..word.end, "“是”前面多了顿号")
            .hint("删去顿号")
            .replace(mark..mark + 1, "");
    }
}

/// Whether another item near it begins with 二是 or the like, without a mark.
fn has_other(view: &TextView<'_>, word: Word) -> bool {
    const OTHERS: [&str; 8] = [
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "一、是",
        "二、是",
        "三、是",
    ];
    const NEAR: usize = 600;
    let others = [
        word.start.saturating_sub(NEAR)..word.start,
        word.end..word.end + NEAR,
    ];
    others.iter().any(|range| view.has_any(range, &OTHERS))
}

/// 一是摸清需求；二是，开展活动: a comma or a colon stands behind some of the numbers only.
fn mark_after_is(view: &TextView<'_>, word: Word, name: &str, findings: &mut Findings<'_>) {
    let mark = word.end - 1;
    let lists = view.enumerations();
    let next = lists.partition_point(|list| list.markers[0] <= word.start);
    let Some(list) = next.checked_sub(1).map(|index| &lists[index]) else {
        return;
    };
    let mut markers = list.markers.iter().take(MOST);
    let is_item = list.markers.binary_search(&word.start).is_ok();
    let lacks = markers.any(|marker| is_han(view.char(marker + 2)));
    if is_item && lacks {
        let label = view.words(word.start..mark);
        findings
            .at(
                word.start..word.end,
                format!("“{label}”后面是{name}，别的项没有"),
            )
            .hint(format!("删去{name}"))
            .replace(mark..word.end, "");
    }
}

/// How many items are looked at.
const MOST: usize = 20;
