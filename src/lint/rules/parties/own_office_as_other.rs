//! 您局高度重视, 他们局还将 where the writer's own office is meant.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};

/// Characters that end what an office calls itself: 我局.
const OFFICES: &str = "局委厅办";

/// What an office tells of itself right behind its name.
const DOES: [&str; 26] = [
    "对此高度",
    "高度重视",
    "对此十分",
    "对此非常",
    "十分重视",
    "非常重视",
    "对您",
    "会同",
    "将",
    "已",
    "还将",
    "立即",
    "认真",
    "及时",
    "组织",
    "迅速",
    "积极",
    "专门",
    "成立",
    "牵头",
    "召开",
    "投入",
    "正在",
    "现",
    "研究",
    "进行了",
];

/// Reports where a letter to a person calls its own office as that of the reader or of others.
pub(super) fn own_office_as_other(
    view: &TextView<'_>,
    addressee: &Addressee,
    findings: &mut Findings<'_>,
) {
    if addressee.whom == Whom::Unit {
        return;
    }
    readers_office(view, addressee, findings);
    for other in ["您", "他们", "她们", "你们"] {
        for at in view.each(addressee.line.end..view.chars().len(), other) {
            let office = at + other.chars().count();
            let does = view.one_of_at(office + 1, &DOES).is_some();
            let begins = match other {
                "您" | "你们" => view.is_any_before(at, "\n　。；，"),
                _ => tells_of_own(view, at, view.char(office)),
            };
            if view.is_any_at(office, OFFICES) && does && begins && !view.in_quotes(at) {
                let range = at..office + 1;
                let (text, own) = (view.text(range.clone()), view.char(office));
                findings
                    .at(range.clone(), format!("说的是本单位的事，却写“{text}”"))
                    .hint(format!("改为“我{own}”"))
                    .suggest(range, format!("我{own}"));
            }
        }
    }
}

/// Whether the sentence before tells of 我局 and of no other office: 他们局 can be none but it.
fn tells_of_own(view: &TextView<'_>, at: usize, office: char) -> bool {
    if view.before(at) != '。' {
        return false;
    }
    let before = view.sentence(at - 1);
    let mut offices = before.filter(|at| view.char(*at) == office).peekable();
    offices.peek().is_some() && offices.all(|at| view.before(at) == '我')
}

/// 你局提出的建议 in a letter to a person, who proposes as himself.
fn readers_office(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    const PROPOSES: [&str; 5] = ["提出的", "提出《", "所提", "提交的", "提的"];
    let opening = view.reply().opening.clone();
    let start = opening.start.max(addressee.line.end);
    let office = (start..opening.end).find(|at| {
        view.is_any_at(*at, "你贵")
            && view.is_any_at(at + 1, "局委厅办会院")
            && view.one_of_at(at + 2, &PROPOSES).is_some()
            && view.is_any_before(*at, "\n　：，")
    });
    if let Some(at) = office {
        let (text, name) = (view.text(at..at + 2), view.text(addressee.line.clone()));
        findings
            .at(at..at + 2, format!("这封信写给{name}，正文里却称“{text}”"))
            .hint("对一位委员、代表称“您”，对几位称“你们”");
    }
}
