//! 举报人刘海生, 患有抑郁症的学生刘晓彤: the name of a person who must not be known.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::addressee_name::SURNAMES;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::Vocabulary;
use crate::lint::{Check, Rule, Word};

/// 举报人刘海生, 患有抑郁症的学生刘晓彤: the name of a person who must not be known.
pub(crate) const PERSON_NAMED: Rule = Rule {
    name: "person-named",
    title: "写出了举报人、患者的姓名",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("person_named.md"),
};

const WORDS: &[&str] = &[
    "（男，",
    "（女，",
    "举报人",
    "检举人",
    "投诉人",
    "信访人",
    "上访人",
    "受害人",
    "被害人",
    "患者",
    "病人",
    "服刑人员",
    "矫正对象",
    "戒毒人员",
    "吸毒人员",
    "感染者",
    "患有",
    "患上",
    "确诊",
    "身患",
    "困难学生",
    "贫困学生",
    "受助学生",
    "上访户",
    "低保户",
    "特困人员",
    "残疾儿童",
    "留守儿童",
    "孤儿",
];

/// How many of the words, from the one at the index, tell of an illness.
const ILLNESS: Range<usize> = 16..20;

/// How many of the words tell the sex of one who is named before them.
const SEXES: Range<usize> = 0..2;

/// How a person is called before the name.
const PERSONS: [&str; 16] = [
    "学生", "村民", "居民", "职工", "员工", "儿童", "老人", "孩子", "群众", "女孩", "男孩", "女童",
    "男童", "青年", "妇女", "同学",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_title(word.start) {
        return;
    }
    if ILLNESS.contains(&word.number) && is_of_described(view, word) {
        let range = word.start..view.clause(word.start).end;
        let range = range.start..view.find(range.clone(), "）").unwrap_or(range.end);
        findings
            .at(range, "写出了当事人的病情，别人可能认得出是谁")
            .hint("健康状况是敏感个人信息，公开的答复里不能有；删去");
        return;
    }
    let found = match word.number {
        number if SEXES.contains(&number) => described(view, word),
        number if ILLNESS.contains(&number) => ill(view, word),
        _ => name_at(view, word.end),
    };
    if let Some(name) = found {
        let text = view.words(name.clone());
        findings
            .at(
                name,
                format!("“{text}”像是当事人的姓名，公开的答复里不能有"),
            )
            .hint("删去，或者写成“刘某”");
    }
}

/// 学生陈浩宇（男，13岁）: a child or a pupil whose name, sex and age are told.
fn described(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let age = view.numbers_in(word.end..word.end + 1).first()?;
    let is_age = view.char(age.digits.end) == '岁';
    let names = (2..=3).filter_map(|length| Some(word.start.checked_sub(length)?..word.start));
    let mut names = names.filter(|name| {
        view.one_of_before(name.start, &PERSONS).is_some() && is_name(view, name.clone())
    });
    names.next().filter(|_| is_age)
}

/// 赵某芳（女，1979年8月生，确诊…）: the illness of one whose sex and age are told.
fn is_of_described(view: &TextView<'_>, word: Word) -> bool {
    const SEXES: [&str; 8] = [
        "（女，",
        "（男，",
        "，女，",
        "，男，",
        "（女、",
        "（男、",
        "(女，",
        "(男，",
    ];
    let sentence = view.sentence(word.start).start;
    let before = sentence.max(word.start.saturating_sub(DESCRIBED))..word.start;
    let mut sexes = SEXES
        .iter()
        .filter_map(|sex| view.find(before.clone(), sex));
    sexes.any(|at| {
        let person = at.saturating_sub(4)..at;
        let is_told_on = view.find(at + 1..word.start, "）").is_none();
        view.find(person, "某").is_some() && is_told_on
    })
}

/// How far before an illness the sex and the age of a person stand.
const DESCRIBED: usize = 40;

/// 患有抑郁症的学生刘晓彤, 学生刘晓彤患有抑郁症.
fn ill(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const FARTHEST: usize = 16;
    let clause = view.clause(word.end);
    let rest = word.end..clause.end.min(word.end + FARTHEST);
    let behind = rest.filter_map(|at| {
        let person = view.one_of_at(at, &PERSONS)?;
        name_at(view, at + person.chars().count())
    });
    let end = word.start - usize::from(view.is_any_before(word.start, "因被曾"));
    let before = (2..=3).filter_map(|length| {
        let start = end.checked_sub(length)?;
        let is_person = view.one_of_before(start, &PERSONS).is_some();
        (is_person && is_name(view, start..end)).then_some(start..end)
    });
    behind.chain(before).next()
}

/// What a person does, behind the name.
const ACTS: [&str; 12] = [
    "反映", "举报", "投诉", "称", "表示", "要求", "提出", "来信", "来电", "来访", "诉称", "本人",
];

/// What may follow a name beside that.
const AFTER: [&str; 16] = [
    "，", "。", "、", "；", "（", "进行", "已", "的", "因", "被", "获", "等", "及", "家", "患",
    "在",
];

/// The name that begins at `at`, as far as what follows parts it from other words.
fn name_at(view: &TextView<'_>, at: usize) -> Option<Range<usize>> {
    let mut names = [at..at + 3, at..at + 2].into_iter();
    names.find(|name| {
        let acts = view.one_of_at(name.end, &ACTS).is_some();
        let is_parted = acts || view.one_of_at(name.end, &AFTER).is_some();
        is_parted && is_name(view, name.clone()) && (acts || !begins_word(view, name))
    })
}

/// Whether the surname makes a word with the character behind it, as 康复 and 管理 are; the words that the
/// commonest surnames make, such as 李子 and 王子, tell of no sick people.
fn begins_word(view: &TextView<'_>, name: &Range<usize>) -> bool {
    !view.is_any_at(name.start, "王李刘陈") && is_word(&view.chars()[name.start..name.start + 2])
}

/// Most pairs of characters stand together in no word, which is cheap to see.
fn is_word(part: &[char]) -> bool {
    let vocabulary = Vocabulary::get();
    vocabulary.joins(part[0], part[1]) && vocabulary.has(part)
}

/// A surname and a given name of one or two characters which are no other word.
fn is_name(view: &TextView<'_>, name: Range<usize>) -> bool {
    const MASKED: &str = "某×家姓女男等和及";
    const TITLES: [&str; 5] = ["先生", "同志", "老师", "大爷", "阿姨"];
    let is_title = view.one_of_at(name.start + 1, &TITLES).is_some();
    let written = &view.chars()[name];
    SURNAMES.contains(written[0])
        && !is_title
        && written.iter().all(|it| is_han(*it))
        && !written[1..].iter().any(|it| MASKED.contains(*it))
        && !is_word(written)
}
