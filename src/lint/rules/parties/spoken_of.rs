//! 他的建议, 他们关于…的意见, 该会建议的: pronouns for the reader of a letter that says 您 or 你们.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::reply::{Addressee, Whom};

/// What one who has written does, and what he or she has written.
const WRITTEN: [&str; 15] = [
    "的建议",
    "的提案",
    "的意见",
    "的议案",
    "建议",
    "提出",
    "所提",
    "在提案",
    "在建议",
    "在议案",
    "指出",
    "反映",
    "呼吁",
    "关于",
    "关注的",
];

/// Bodies that a pronoun may stand for beside the reader.
const BODIES: [&str; 12] = [
    "企业", "单位", "部门", "公司", "学校", "机构", "中心", "协会", "集团", "医院", "大学", "商会",
];

/// Persons whom a pronoun may stand for beside the reader.
const PERSONS: [&str; 27] = [
    "专家",
    "群众",
    "居民",
    "代表",
    "委员",
    "市民",
    "村民",
    "业主",
    "同志",
    "先生",
    "女士",
    "老师",
    "教授",
    "院士",
    "医生",
    "书记",
    "主任",
    "局长",
    "校长",
    "所长",
    "队长",
    "人员",
    "负责人",
    "提到的",
    "推荐的",
    "某",
    "家长",
];

/// A pronoun of the third person for the addressee, right after a sentence that speaks to the reader.
pub(super) fn spoken_of(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    let (pronouns, you): (&[&str], &[&str]) = match addressee.whom {
        Whom::Unit => (
            &["他们", "该单位", "该会", "该总支", "该支部"],
            &["你们", "贵"],
        ),
        _ if addressee.only_name(view).is_some() => (&["他", "她"], &["您"]),
        _ => (&["他们", "她们"], &["你们"]),
    };
    opening_pronoun(view, addressee, findings);
    own_kind(view, addressee, findings);
    for pronoun in pronouns {
        let mut from = addressee.line.end;
        while let Some(at) = view.find(from..view.chars().len(), pronoun) {
            from = at + pronoun.chars().count();
            if is_written(view, from) && stands_for_reader(view, (addressee, you), at..from) {
                let name = view.words(addressee.line.clone());
                let right = match addressee.title().zip(addressee.only_name(view)) {
                    Some(_) => "您",
                    None if pronoun.starts_with('该') => "贵单位”或“贵会",
                    None => "你们",
                };
                findings
                    .at(at..from, format!("这封信写给{name}，正文里却称“{pronoun}”"))
                    .hint(format!("如果说的就是收信人，改为“{right}”"));
            }
        }
    }
}

/// 他提出的《…》收悉, 对其本人提出的…建议 right below the line of the addressee, where nobody else can be meant.
fn opening_pronoun(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    const FARTHEST: usize = 6;
    const PRONOUNS: [&str; 5] = ["他本人", "她本人", "其本人", "他", "她"];
    if addressee.only_name(view).is_none() {
        return;
    }
    let start = view.reply().opening.start;
    let pronoun = (start..start + FARTHEST)
        .find_map(|at| Some((at, view.one_of_at(at, &PRONOUNS)?)))
        .map(|(at, word)| at..at + word.chars().count());
    let Some(range) = pronoun.filter(|range| is_written(view, range.end)) else {
        return;
    };
    // 对其他 and 吉他 are words of their own.
    let is_word = view.is_any_before(range.start, "其吉");
    let is_led = range.start == start || view.is_any_before(range.start, "对就，");
    if is_led && !is_word {
        let (name, text) = (view.text(addressee.line.clone()), view.text(range.clone()));
        findings
            .at(range, format!("这封信写给{name}，正文里却称“{text}”"))
            .hint("改为“您”");
    }
}

/// Whether the words after the pronoun speak of something written: 关于…的意见, 建议的“一村一名”.
fn is_written(view: &TextView<'_>, at: usize) -> bool {
    let clause = at..view.clause(at).end;
    match view.one_of_at(at, &WRITTEN) {
        Some("关于") => view.has_any(&clause, &["的意见", "的建议", "的提案", "的主张"]),
        found => found.is_some(),
    }
}

/// What the letter does with what was written, before a pronoun inside a sentence.
const TAKEN: [&str; 20] = [
    "赞成", "赞同", "同意", "采纳", "吸收", "根据", "按照", "结合", "针对", "对", "感谢", "落实",
    "研究", "认可", "认为", "觉得", "听取", "征求", "参考", "借鉴",
];

/// Whether nobody but the reader is spoken of before the pronoun in its paragraph, and the reader is
/// in the sentence before it.
fn stands_for_reader(
    view: &TextView<'_>,
    (addressee, you): (&Addressee, &[&str]),
    pronoun: Range<usize>,
) -> bool {
    const LONGEST: usize = 300;
    let at = pronoun.start;
    let is_body = addressee.whom == Whom::Unit && view.char(at) == '该';
    let paragraph = view.paragraph(at).map_or(at, |it| it.range.start);
    let start = paragraph.max(addressee.line.end + 1);
    if at - start > LONGEST || view.in_quotes(at) || view.in_title(at) {
        return false;
    }
    let begins = view.is_any_before(at, "。！；");
    let is_led = match is_body {
        true => view.is_any_before(at, "。！；，") && is_named(view, pronoun.end),
        false => begins || view.one_of_before(at, &TAKEN).is_some() || is_taken(view, at),
    };
    is_led && view.has_any(&(start..at), you) && !names_other(view, start..at, is_body)
}

/// 吸收了他的建议.
fn is_taken(view: &TextView<'_>, at: usize) -> bool {
    view.before(at) == '了' && view.one_of_before(at - 1, &TAKEN).is_some()
}

/// 该单位建议的“…”, 该会提案中: what the body has proposed is named, not told as done.
fn is_named(view: &TextView<'_>, at: usize) -> bool {
    const NAMED: [&str; 7] = [
        "建议的",
        "提出的",
        "所提",
        "的建议",
        "的提案",
        "在提案",
        "在建议",
    ];
    view.one_of_at(at, &NAMED).is_some()
}

/// Whether another body or person is spoken of; the title of a proposal names no one.
fn names_other(view: &TextView<'_>, range: Range<usize>, is_body: bool) -> bool {
    let persons: &[&str] = if is_body { &[] } else { &PERSONS };
    let is_other =
        |at: usize| view.one_of_at(at, &BODIES).is_some() || view.one_of_at(at, persons).is_some();
    let is_readers = |at: usize| view.before(at) == '贵';
    range
        .into_iter()
        .any(|at| is_other(at) && !is_readers(at) && !view.in_title(at))
}

/// 该厅 in a letter to 省交通运输厅 that says 贵厅 elsewhere.
fn own_kind(view: &TextView<'_>, addressee: &Addressee, findings: &mut Findings<'_>) {
    let last = view.before(addressee.line.end);
    if addressee.whom != Whom::Unit || !"厅局委院办".contains(last) {
        return;
    }
    let body = addressee.line.end..view.chars().len();
    let (own, other) = (format!("贵{last}"), format!("该{last}"));
    if view.find(body.clone(), &own).is_none() {
        return;
    }
    let kind = view.text(addressee.line.end - 1..addressee.line.end);
    for at in view.each(body.clone(), &other) {
        // Another office of the kind may be spoken of before.
        let before = addressee.line.end..at;
        let mut named = view.each(before, &kind);
        if named.all(|it| view.is_any_before(it, "贵我")) {
            findings
                .at(
                    at..at + 2,
                    format!(
                        "这封信写给{}，正文里却称“{other}”",
                        view.words(addressee.line.clone())
                    ),
                )
                .hint(format!("如果说的就是收信单位，改为“{own}”"))
                .suggest(at..at + 2, own.clone());
        }
    }
}
