//! 市规划和自然资源局, then 市自然资源和规划局: the words of one name in two orders.

use std::ops::Range;

use super::former_name::LEVELS;
use super::misspelt_body::{misspelt, with_more};
use super::scrambled_name::{other_end, scrambled};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 市规划和自然资源局, then 市自然资源和规划局: the words of one name in two orders.
pub(crate) const SWAPPED_NAME: Rule = Rule {
    name: "swapped-name",
    title: "一个名称，词的先后不一样",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("swapped_name.md"),
};

/// Parts of names of offices, each at an even place followed by its other order.
const WORDS: &[&str] = &[
    "自然资源和规划局",
    "规划和自然资源局",
    "林业和草原局",
    "草原和林业局",
    "文化和旅游局",
    "旅游和文化局",
    "文化旅游局",
    "旅游文化局",
    "教育和体育局",
    "体育和教育局",
    "教育体育局",
    "体育教育局",
    "教育体育和科技局",
    "教育科技和体育局",
    "工业和信息化局",
    "信息化和工业局",
    "工业信息化和科技局",
    "科技和工业信息化局",
    "商务和投资促进局",
    "投资促进和商务局",
    "人力资源和社会保障局",
    "社会保障和人力资源局",
    "住房和城乡建设局",
    "城乡建设和住房局",
    "发展和改革委员会",
    "改革和发展委员会",
    "文化广电和旅游局",
    "文化旅游和广电局",
    "文化广电旅游局",
    "文化旅游广电局",
    "发展改革委",
    "改革发展委",
    "市场监督管理局",
    "市场管理监督局",
    "农业农村局",
    "农村农业局",
    "卫生健康委",
    "健康卫生委",
    "生态环境局",
    "环境生态局",
    "应急管理局",
    "管理应急局",
    "中心",
    "医院",
    "学院",
    "大学",
    "公司",
    "法院",
    "小学",
    "中学",
    "银行",
    "保健院",
    "福利院",
    "幼儿园",
    "博物馆",
    "图书馆",
    "文化馆",
    "研究院",
    "研究所",
    "监测站",
    "保护站",
    "工作站",
    "卫生和健康局",
    "卫生和健康委",
    "农业和农村局",
    "农业和农村委",
    "民族和宗教事务局",
    "科学和技术局",
    "住房和城乡规划建设局",
    "住房城乡规划建设局",
    "生态环境保护局",
    "退役军人事务管理局",
    "医疗保障管理局",
    "医疗保险保障局",
    "应急管理监督局",
    "卫生健康管理委员会",
];

/// The last of the words, names into which a word has slipped, without that word.
const WITHOUT: [&str; 8] = [
    "住房和城乡建设局",
    "住房城乡建设局",
    "生态环境局",
    "退役军人事务局",
    "医疗保障局",
    "医疗保障局",
    "应急管理局",
    "卫生健康委员会",
];

/// How many of the words are parts of names of offices in two orders.
const COUNT: usize = WORDS.len() - 20 - 6 - WITHOUT.len();

/// How far back the other order is looked for.
const BACK: usize = 1000;

/// Parts of names of offices in two orders.
pub(super) const OFFICES: &[&str] = WORDS.split_at(COUNT).0;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let found = match WORDS[word.number] {
        _ if word.number < COUNT => office(view, word),
        _ if word.number + WITHOUT.len() >= WORDS.len() => with_word(view, word),
        "研究院" | "研究所" => other_end(view, word),
        name if name.contains('和') => with_conjunction(view, word),
        "中心" | "医院" => body(view, word)
            .or_else(|| scrambled(view, word))
            .or_else(|| misspelt(view, word))
            .or_else(|| with_more(view, word)),
        _ => scrambled(view, word),
    };
    if let Some((range, other)) = found {
        let text = view.words(range.clone());
        findings
            .at(range, format!("这里是“{text}”，别处是“{other}”"))
            .hint("核对名称，前后一致");
    }
}

/// The name of an office at its level, and the other order that stands before it.
fn office(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let level = Some(view.before(word.start)).filter(|it| LEVELS.contains(*it))?;
    let other = format!("{level}{}", WORDS[word.number ^ 1]);
    let before = word.start.saturating_sub(BACK)..word.start;
    let at = view.find(before, &other)?;
    is_one_office(view, word.start - 1, at).then_some((word.start - 1..word.end, other))
}

/// 县卫生和健康局, while 县卫生健康局 stands elsewhere: a name into which a conjunction has slipped.
fn with_conjunction(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let level = Some(view.before(word.start)).filter(|it| LEVELS.contains(*it))?;
    let other = format!("{level}{}", WORDS[word.number].replace('和', ""));
    let at = view.find(0..view.chars().len(), &other)?;
    is_one_office(view, word.start - 1, at).then_some((word.start - 1..word.end, other))
}

/// 市住房和城乡规划建设局, while 市住房和城乡建设局 stands near it: a name into which a word has slipped.
fn with_word(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let level = Some(view.before(word.start)).filter(|it| LEVELS.contains(*it))?;
    let right = WITHOUT.get(word.number + WITHOUT.len() - WORDS.len())?;
    let other = format!("{level}{right}");
    let near = word.start.saturating_sub(BACK)..view.chars().len().min(word.end + BACK);
    let at = view.find(near, &other)?;
    is_one_office(view, word.start - 1, at).then_some((word.start - 1..word.end, other))
}

/// Whether names that begin with their levels at two places are of one office: offices of two places may
/// have names in two ways.
fn is_one_office(view: &TextView<'_>, level: usize, other: usize) -> bool {
    let place = |level: usize| {
        let from = level.saturating_sub(2);
        view.text(from..level)
    };
    // 由市住房和城乡建设局: no place is named before the level.
    let is_bare = |level: usize| {
        !is_han(view.before(level)) || view.is_any_before(level, "由在与和向经请报商同对据及让被")
    };
    is_bare(level) || is_bare(other) || place(level) == place(other)
}

/// Shortest and longest name of a body that is compared, and how much longer the other may be.
const SHORTEST: usize = 7;
const LONGEST: usize = 20;
const LONGER: usize = 6;

/// A name at the start of a clause all of whose characters stand in one before it, in another order.
fn body(view: &TextView<'_>, word: Word) -> Option<(Range<usize>, String)> {
    let floor = word.end.saturating_sub(LONGEST);
    let start = (floor..word.start)
        .rev()
        .find(|at| !is_han(view.char(*at)))?
        + 1;
    let name = start..word.end;
    let begins = view.is_any_before(start, "，。；\n");
    if !begins || name.len() < SHORTEST {
        return None;
    }
    let paragraph = view.paragraph(start)?.range.start;
    let back = paragraph.max(start.saturating_sub(BACK))..start;
    // Of two bodies that a sentence names, one may well have all characters of the other.
    if view.find(back, view.words(name.clone())).is_some() {
        return None;
    }
    let mut end = start;
    for _ in 0..MOST {
        end = (paragraph + SHORTEST..end)
            .rev()
            .take(NEAR)
            .find(|at| ends_body(view, *at))?;
        let known = known(view, paragraph, end, name.len() + LONGER);
        if is_mixed(view, &name, &known) {
            return Some((name, view.text(known)));
        }
    }
    None
}

/// How many names before are compared, and how far back.
const MOST: usize = 4;
const NEAR: usize = 200;

/// Whether the name of a body may end before `at`.
fn ends_body(view: &TextView<'_>, at: usize) -> bool {
    let last = view.before(at);
    matches!(last, '心' | '院') && view.one_of_before(at, &["中心", "医院", "学院"]).is_some()
}

/// The text before `end` within its clause, no longer than the name could be.
fn known(view: &TextView<'_>, paragraph: usize, end: usize, longest: usize) -> Range<usize> {
    let floor = paragraph.max(end.saturating_sub(longest));
    let start = (floor..end)
        .rev()
        .find(|at| view.is_any_at(*at, "，。；、："));
    start.map_or(floor, |at| at + 1)..end
}

/// Whether all characters of the name stand in the other, and not in this order.
fn is_mixed(view: &TextView<'_>, name: &Range<usize>, known: &Range<usize>) -> bool {
    let mut rest = view.chars()[known.clone()].to_vec();
    let mut order = view.chars()[known.clone()].iter();
    let written = &view.chars()[name.clone()];
    let is_in_order = written.iter().all(|one| order.any(|it| it == one));
    let has_all = written.iter().all(|one| {
        let place = rest.iter().position(|it| it == one);
        place.map(|at| rest.swap_remove(at)).is_some()
    });
    has_all && !is_in_order
}
