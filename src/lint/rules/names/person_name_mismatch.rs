//! 局长李国强, then 李国庆局长: one official by two names.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::addressee_name::SURNAMES;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 局长李国强, then 李国庆局长: one official by two names.
pub(crate) const PERSON_NAME_MISMATCH: Rule = Rule {
    name: "person-name-mismatch",
    title: "同一个人的姓名前后不一",
    severity: Severity::Warning,
    check: Check::Words(TITLES, check),
    page: include_str!("person_name_mismatch.md"),
};

/// Titles of officials, of whom an office has one.
const TITLES: &[&str] = &[
    "局长", "主任", "厅长", "县长", "市长", "区长", "院长", "校长", "书记", "行长", "镇长", "委员",
    "代表",
];

/// How far back the other name is looked for.
const NEAR: usize = 300;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_quotes(word.start) || view.in_title(word.start) {
        return;
    }
    // The name of the addressee has a rule of its own.
    let is_reader = ["委员", "代表"].contains(&TITLES[word.number]);
    if is_reader && view.reply().addressee.is_some() {
        return;
    }
    let Some(name) = named_before(view, word.start) else {
        return;
    };
    let passage = view.passage(word.start).start;
    let near = passage.max(word.start.saturating_sub(NEAR))..name.start;
    let title = TITLES[word.number];
    let written = &view.chars()[name.clone()];
    let other = view.each(near, title).find_map(|at| {
        let start = at + title.chars().count();
        let after = start..start + written.len();
        let before = at.checked_sub(written.len())?..at;
        let mut others = [before, after].into_iter();
        others.find(|it| {
            view.chars()
                .get(it.clone())
                .is_some_and(|it| is_slip(written, it))
        })
    });
    if let Some(other) = other {
        let (text, other) = (view.words(name.clone()), view.text(other));
        findings
            .at(name, format!("这里是“{text}”，前面是“{other}”"))
            .hint("核对姓名");
    }
}

/// 李国庆 in 李国庆局长, a clause that begins with the name.
fn named_before(view: &TextView<'_>, title: usize) -> Option<std::ops::Range<usize>> {
    let start = title.checked_sub(3)?;
    let is_name =
        (start..title).all(|at| is_han(view.char(at))) && SURNAMES.contains(view.char(start));
    let begins = view.is_any_before(start, "\n，。；由经请与向同")
        || view
            .one_of_before(start, &["随后", "会上", "对此"])
            .is_some();
    (is_name && begins).then_some(start..title)
}

/// Whether two names have the surname and one more character in common, and the third not.
fn is_slip(one: &[char], other: &[char]) -> bool {
    let differing = one
        .iter()
        .zip(other)
        .filter(|(one, other)| one != other)
        .count();
    one[0] == other[0] && differing == 1
}
