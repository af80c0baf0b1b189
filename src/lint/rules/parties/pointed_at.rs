//! 该委员, 王委员, 他在提案中, 代表所关心的: pointing at the person who reads the letter.

use std::ops::Range;

use super::reader_as_other;
use super::spoken_of::spoken_of;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::Addressee;

/// 该委员, 王委员 and 他在提案中 in a letter to a person, if no other one is named before in the paragraph.
pub(super) fn pointed_at(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let Some(addressee) = &view.reply().addressee else {
        reader_as_other::without_addressee(view, findings);
        return;
    };
    spoken_of(view, addressee, findings);
    let Some(title) = addressee.title() else {
        return;
    };
    reader_as_other::to_person(view, addressee, findings);
    reader_as_other::by_pronoun(view, addressee, findings);
    let name = addressee.only_name(view);
    let in_full = name.clone().map(|name| format!("{name}同志"));
    let surname = name;
    let surname = surname.and_then(|name| name.chars().next());
    let by_surname = surname.map(|surname| format!("{surname}{title}"));
    let by_pronoun = surname.map_or(&[][..], |_| &PRONOUNS);
    let pronouns = by_pronoun.iter().map(|it| (*it).to_owned());
    let pointing = ["该", "此", "这位", "该位"].map(|it| format!("{it}{title}"));
    let all = pronouns.chain(by_surname).chain(in_full).chain(pointing);
    for pointed in all {
        point(view, addressee, (title, &pointed), findings);
    }
    for role in ["委员", "代表"] {
        by_role(view, addressee, role, findings);
    }
}

/// What speaks of one person who has written, in the letter to that person.
const PRONOUNS: [&str; 6] = [
    "他在提案中",
    "她在提案中",
    "他在建议中",
    "她在建议中",
    "他所提",
    "她所提",
];

/// Tells where a text points at its addressee by some words.
fn point(
    view: &TextView<'_>,
    addressee: &Addressee,
    (title, pointed): (&str, &str),
    findings: &mut Findings<'_>,
) {
    const OTHER: [char; 8] = ['会', '长', '团', '性', '作', '处', '队', '着'];
    let length = pointed.chars().count();
    let mut from = addressee.line.end;
    while let Some(at) = view.find(from..view.chars().len(), pointed) {
        from = at + length;
        let start = view.paragraph(at).map_or(at, |it| it.range.start);
        let start = start.max(addressee.line.end);
        let is_other = OTHER.contains(&view.char(from)) || view.is_any_before(at, "应本不其");
        if is_other
            || is_thanked(view, at)
            || view.find(start..at, title).is_some()
            || view.in_quotes(at)
        {
            continue;
        }
        tell(view, addressee, at..from, findings);
    }
}

/// 感谢龚委员的关心: thanks may call the reader by surname and title.
fn is_thanked(view: &TextView<'_>, at: usize) -> bool {
    const THANKS: [&str; 4] = ["感谢", "谢谢", "感激", "致谢"];
    view.has_any(&(view.clause(at).start..at), &THANKS) && !view.is_any_at(at, "该此这")
}

/// What one does with the only person of the role: 与代表沟通, 代表所关心的.
const BEFORE: [&str; 16] = [
    "与", "向", "和", "同", "对", "就", "针对", "根据", "按照", "关于", "结合", "听取", "征求",
    "采纳", "吸收", "，",
];
const AFTER: [&str; 24] = [
    "所关心",
    "所提",
    "所反映",
    "提出的",
    "反映的",
    "关心的",
    "关注的",
    "指出的",
    "的建议",
    "的意见",
    "的提案",
    "本人",
    "沟通",
    "当面",
    "面对面",
    "在提案中",
    "在建议中",
    "进行了",
    "多次",
    "取得联系",
    "联系",
    "汇报",
    "反馈",
    "见面",
];

/// How far back others are looked for who may be meant.
const BACK: usize = 300;

/// 代表所关心的学校 in a letter to that deputy, whom it calls 您 elsewhere.
fn by_role(view: &TextView<'_>, addressee: &Addressee, title: &str, findings: &mut Findings<'_>) {
    let body = addressee.line.end..view.chars().len();
    let is_one = addressee.only_name(view).is_some() && view.has_any(&body, &["您"]);
    let mut from = body.start;
    while let Some(at) = view.find(from..body.end, title).filter(|_| is_one) {
        from = at + title.chars().count();
        let begins = view.is_any_before(at, "\n。；！，");
        // 高度重视代表的意见 in a letter to 委员; 高度重视委员的意见 there is polite.
        let is_other = addressee.title() != Some(title);
        let is_heeded = is_other && view.one_of_before(at, &["高度重视", "十分重视"]).is_some();
        let is_led = begins || is_heeded || view.one_of_before(at, &BEFORE).is_some();
        let is_meant = is_led && view.one_of_at(from, &AFTER).is_some();
        // 市人大代表提出的 and 群众代表反映的 are others, who may be named before.
        let paragraph = view.paragraph(at).map_or(at, |it| it.range.start);
        let near = paragraph.max(at.saturating_sub(BACK));
        let before = near.max(addressee.line.end + 1)..at;
        if is_meant
            && !view.has_any(&before, &[title, "座谈", "人大", "政协"])
            && !view.in_quotes(at)
        {
            tell(view, addressee, at..from, findings);
        }
    }
}

fn tell(
    view: &TextView<'_>,
    addressee: &Addressee,
    range: Range<usize>,
    findings: &mut Findings<'_>,
) {
    let (name, pointed) = (view.text(addressee.line.clone()), view.text(range.clone()));
    findings
        .at(range, format!("这封信写给{name}，正文里却称“{pointed}”"))
        .hint("如果说的就是收信人，改为“您”");
}
