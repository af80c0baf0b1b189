//! 、 before 等.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 、 before 等.
pub(crate) const PAUSE_MARK_BEFORE_DENG: Rule = Rule {
    name: "pause-mark-before-deng",
    title: "“等”前面多了顿号",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("pause_mark_before_deng.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    stop_before(view, findings);
    before_count(view, findings);
    for at in view.places('、') {
        if view.char(at + 1) == '等' && ends_list(view.char(at + 2)) {
            findings
                .at(at..at + 2, "“等”前面不用顿号")
                .hint("删去顿号")
                .replace(at..at + 1, "");
        }
    }
}

/// 省、市、县、乡、村、五级河湖长: the count behind a list is none of its items.
fn before_count(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const COUNTS: [&str; 6] = ["两级", "三级", "四级", "五级", "二级", "六级"];
    const LEVELS: &str = "省市县区乡镇村社街组州国";
    for at in view.places('、') {
        let is_level = LEVELS.contains(view.before(at)) && view.before(at - 1) == '、';
        if is_level && view.one_of_at(at + 1, &COUNTS).is_some() {
            findings
                .at(at..at + 3, "列举后面的数目前面不用顿号")
                .hint("删去顿号")
                .replace(at..at + 1, "");
        }
    }
}

/// 临水路段、学校门口。等重点隐患点: a list that is cut off before 等.
fn stop_before(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const NEAR: usize = 12;
    for at in view.places('。') {
        let is_cut = view.char(at + 1) == '等'
            && ends_list(view.char(at + 2))
            && view.has_mark(&(at.saturating_sub(NEAR)..at), "、");
        if is_cut {
            findings
                .at(at..at + 2, "“等”前面不用句号")
                .hint("删去句号")
                .replace(at..at + 1, "");
        }
    }
}

/// 等级, 等待, 等额 and so on are words; these characters follow 等 only at the end of a list.
fn ends_list(after: char) -> bool {
    "，。；：、\n部方单地各有多领工问相措公基设项服事区行产重内因任资环情活材特优传新主农村乡城技市县镇企学医机组人群场所配民生支政经文大药作品".contains(after)
        || after.is_ascii_digit()
}
