//! 感谢三位委员 in a letter to two, 你代表团 in one to a party: how many the readers are, and what body.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::reply::{Addressee, Whom};
use crate::lint::view::{TextView, is_han};

/// What stands before the readers where nobody else can be meant.
const LEADS: [&str; 9] = [
    "你们",
    "您们",
    "感谢",
    "谢谢",
    "感谢您们",
    "感谢你们",
    "致谢",
    "请",
    "恳请",
];

/// What readers have given.
const GIVEN: [&str; 8] = [
    "的关心",
    "的支持",
    "的理解",
    "的建议",
    "的提案",
    "的意见",
    "对",
    "提出",
];

/// Reports where the readers are called 三位委员 and are not three.
pub(super) fn readers_counted(
    view: &TextView<'_>,
    addressee: &Addressee,
    findings: &mut Findings<'_>,
) {
    let Some(title) = addressee.title() else {
        return of_body(view, addressee, findings);
    };
    // The letter may go to the first of several who made the proposal together.
    const TOGETHER: [&str; 4] = ["联名", "领衔", "附议", "共同提出"];
    let Some(count) = count(view, addressee) else {
        return;
    };
    let called = format!("位{title}");
    let is_joint =
        view.has_any(&view.reply().opening, &TOGETHER) && !is_counted_so(view, count, &called);
    for at in view.each(addressee.line.end..view.chars().len(), &called) {
        let range = counted(view, at..at + called.chars().count());
        // 感谢三位代表 in a letter to one may thank all who signed.
        let is_meant = |range: &Range<usize>| count > 1 || view.is_any_at(range.start, "你您");
        let Some(range) = range.filter(is_meant) else {
            continue;
        };
        let said = chinese_number(view.char(at - 1));
        // Those who signed may be more than the line names, and never fewer.
        if said.is_some_and(|said| said < count || said > count && !is_joint) {
            let (text, name) = (view.text(range.clone()), view.text(addressee.line.clone()));
            findings
                .at(
                    range,
                    format!("称呼“{name}”是{count}个人，这里却是“{text}”"),
                )
                .hint("核对人数");
        }
    }
}

/// 两位委员联名提出: the opening counts as many as the line names.
fn is_counted_so(view: &TextView<'_>, count: usize, called: &str) -> bool {
    let opening = view.reply().opening.clone();
    let place = view.find(opening, called);
    place.is_some_and(|at| chinese_number(view.before(at)) == Some(count))
}

/// How many persons the line names, if it names all of them.
fn count(view: &TextView<'_>, addressee: &Addressee) -> Option<usize> {
    let names = addressee.names(view);
    let is_name = |name: &String| {
        let length = name.chars().count();
        (2..=4).contains(&length) && name.chars().all(is_han) && !name.contains('等')
    };
    let is_all = |name: &String| ["各位", "全体", "诸位", "有关"].contains(&name.as_str());
    (names.iter().all(is_name) && !names.iter().any(is_all)).then_some(names.len())
}

/// 你们三位委员 and 感谢三位委员的关心, from what tells that the readers are meant.
fn counted(view: &TextView<'_>, called: Range<usize>) -> Option<Range<usize>> {
    let numeral = called.start.checked_sub(1)?;
    let lead = match view.one_of_before(numeral, &LEADS) {
        Some(lead) => lead,
        None if begins_sentence(view, &called) => "",
        None => return None,
    };
    let is_you = lead.ends_with('们');
    let is_meant = is_you || lead.is_empty() || view.one_of_at(called.end, &GIVEN).is_some();
    let start = if is_you { numeral - 2 } else { numeral };
    (is_meant && !view.in_quotes(numeral)).then_some(start..called.end)
}

/// 三位委员联名提出的《关于…的提案》收悉: a sentence that begins with those who made the proposal.
fn begins_sentence(view: &TextView<'_>, called: &Range<usize>) -> bool {
    const MADE: [&str; 8] = [
        "联名提出的",
        "共同提出的",
        "提出的",
        "的建议",
        "的提案",
        "的意见",
        "所提",
        "反映的",
    ];
    let is_plural = chinese_number(view.before(called.start)).is_some_and(|it| it > 1);
    let begins = called.start >= 2 && view.is_any_before(called.start - 1, "。\n");
    is_plural && begins && view.one_of_at(called.end, &MADE).is_some()
}

/// 你代表团提出的 in a letter to a body that is none.
fn of_body(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    const GROUPS: [&str; 4] = ["你代表团", "贵代表团", "你团", "贵团"];
    let is_group = view.has_any(&addressee.line, &["代表团", "团"]);
    if addressee.whom != Whom::Unit || is_group {
        return;
    }
    for group in GROUPS {
        for at in view.each(addressee.line.end..view.chars().len(), group) {
            let end = at + group.chars().count();
            let is_word = view.is_any_at(end, "队体员委结");
            if !is_word && !view.in_quotes(at) && !view.in_title(at) {
                let name = view.text(addressee.line.clone());
                findings
                    .at(at..end, format!("这封信写给{name}，正文里却称“{group}”"))
                    .hint("改为“贵单位”或“贵会”");
            }
        }
    }
}
