//! A whole and the parts that are listed behind it: 共6条，其中甲1条、乙4条; 6300个，按学段分，…….

use std::ops::Range;

use crate::lint::arithmetic::sum;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_any_digit, is_han};

/// A whole with what is listed as its parts; at least two.
pub(crate) struct PartList<'v> {
    /// What all parts together should make.
    pub(crate) whole: &'v Number,
    /// The parts, in the unit of the whole.
    pub(crate) parts: Vec<&'v Number>,
    /// What says that they are parts.
    pub(crate) lead: Lead,
    /// Where the names of the parts begin.
    pub(crate) start: usize,
    /// Whether nothing that is said after them can be one more part.
    pub(crate) is_closed: bool,
}

/// What says that the numbers behind a whole are its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// 其中: some of the parts, or all.
    Among,
    /// 包括, 分别为, 按学段分, a colon: all parts, as a rule.
    Breakdown,
    /// Nothing but 共 before the whole and names that go together.
    Told,
}

/// The list of parts behind a number; nothing if there is none.
pub(crate) fn part_list<'v>(view: &'v TextView<'_>, whole: &'v Number) -> Option<PartList<'v>> {
    if !whole.is_exact_amount() || whole.is_percent(view.chars()) || whole.is_year(view.chars()) {
        return None;
    }
    let (lead, start) = lead(view, whole)?;
    let sentence = view.sentence(whole.unit.end);
    let parts = parts(view, start..sentence.end, whole, lead);
    let end = parts.last()?.unit.end;
    let list = PartList {
        is_closed: is_closed(view, end, whole.unit(view.chars())),
        whole,
        parts,
        lead,
        start,
    };
    let is_meant = lead != Lead::Told || list.parts.len() >= 3 && goes_together(view, &list);
    (list.parts.len() >= 2 && is_meant).then_some(list)
}

/// The amounts of one unit that 其中 or a colon leads behind a number, whatever its own unit is.
pub(crate) fn after_whole<'v>(view: &'v TextView<'_>, whole: &Number) -> Vec<&'v Number> {
    let Some((Lead::Among | Lead::Breakdown, start)) = lead(view, whole) else {
        return Vec::new();
    };
    let sentence = view.sentence(start);
    let Some(first) = view.numbers_in(start..sentence.end).first() else {
        return Vec::new();
    };
    parts(view, start..sentence.end, first, Lead::Among)
}

/// Whether the digits of the parts, in their own unit, make those of the whole.
pub(crate) fn same_value(view: &TextView<'_>, whole: &Number, parts: &[&Number]) -> bool {
    let chars = view.chars();
    let sum = sum(parts.iter().copied(), chars);
    parts.len() >= 2 && sum.is_some() && sum == whole.value(chars)
}

/// More characters than the noun has that may stand between the whole and its parts.
const LONGEST_NOUN: usize = 8;

/// What leads the parts, and where they begin.
fn lead(view: &TextView<'_>, whole: &Number) -> Option<(Lead, usize)> {
    let end = whole.unit.end;
    let mark = (end..=end + LONGEST_NOUN).find(|at| !is_han(view.char(*at)))?;
    let after = mark + 1;
    if let Some(parted) = division(view, mark) {
        return Some((Lead::Breakdown, parted));
    }
    match view.char(mark) {
        '，' | '（' if view.is_at(after, "其中") => Some((Lead::Among, after + 2)),
        '：' => Some((Lead::Breakdown, after)),
        '，' | '（' => breakdown(view, after)
            .map(|start| (Lead::Breakdown, start))
            .or_else(|| Some((Lead::Among, behind_clause(view, whole, mark)?)))
            .or_else(|| is_total(view, whole).then_some((Lead::Told, after))),
        _ => None,
    }
}

/// 26所，新增学位7800个；其中新建14所: where the parts begin if 其中 stands behind one clause that tells of
/// other things.
fn behind_clause(view: &TextView<'_>, whole: &Number, mark: usize) -> Option<usize> {
    let chars = view.chars();
    let clause = view.clause(mark + 1);
    let parted = clause.end + 1;
    if !view.is_at(parted, "其中") {
        return None;
    }
    let unit = whole.unit(chars);
    let mut between = view.numbers_in(clause.clone()).iter();
    let is_apart = between.all(|it| it.unit(chars) != unit);
    let first = view.numbers_in(parted..view.clause(parted).end).first()?;
    (is_apart && first.unit(chars) == unit).then_some(parted + 2)
}

/// 3亿元，分两期实施，其中: where 其中 stands behind a clause that tells how often the whole is divided.
fn division(view: &TextView<'_>, mark: usize) -> Option<usize> {
    let clause =
        (view.char(mark) == '，' && view.char(mark + 1) == '分').then(|| view.clause(mark + 1))?;
    let is_short = clause.len() <= LONGEST_NOUN && view.is_any_at(clause.start + 2, "期批年步次个");
    if is_short && view.is_at(clause.end, "，其中") {
        return Some(clause.end + 3);
    }
    // 分三年实施，2025年安排1.5亿元、2026年安排…: the years name all parts.
    let first = view.numbers_in(clause.end + 1..clause.end + 2).first();
    let is_of_years =
        first.is_some_and(|it| it.is_year(view.chars())) && view.char(clause.start + 2) == '年';
    (is_short && is_of_years && view.is_any_at(clause.end, "，：")).then_some(clause.end + 1)
}

/// 包括, 分别为, 按学段分，: where the parts begin that are led so.
fn breakdown(view: &TextView<'_>, at: usize) -> Option<usize> {
    // Most clauses begin otherwise, which is the cheapest to see.
    if !matches!(view.char(at), '包' | '分' | '即' | '按' | '由') {
        return None;
    }
    // 总投资3860万元，由中央补助1500万元、…三部分组成
    if view.char(at) == '由' {
        let clause = view.clause(at);
        let has_three = view.places_in('、', clause.clone()).count() > 1;
        let makes = has_three && view.one_of_before(clause.end, &["组成", "构成"]).is_some();
        return (makes && clause.start == at).then_some(at + 1);
    }
    let words = [
        "包括：",
        "分为：",
        "分别为：",
        "分别是：",
        "包括",
        "分为",
        "分别为",
        "分别是",
        "即",
    ];
    if let Some(word) = view.one_of_at(at, &words) {
        return Some(at + word.chars().count());
    }
    let clause = view.clause(at);
    let is_division = view.char(at) == '按' && matches!(view.before(clause.end), '分' | '看');
    let is_short = clause.end - at <= LONGEST_NOUN;
    (is_division && is_short && view.char(clause.end) == '，').then_some(clause.end + 1)
}

/// Whether 共, 总 or the like makes the number a total.
fn is_total(view: &TextView<'_>, whole: &Number) -> bool {
    let clause = view.clause(whole.digits.start);
    let mut lead = view.chars()[clause.start..whole.digits.start].iter();
    lead.any(|character| matches!(character, '共' | '总'))
}

/// The numbers of the whole's unit that are joined by 、 or ，, each behind its name.
fn parts<'v>(
    view: &'v TextView<'_>,
    range: Range<usize>,
    whole: &Number,
    lead: Lead,
) -> Vec<&'v Number> {
    let mut parts: Vec<&Number> = Vec::new();
    let mut from = range.start;
    for number in view.numbers_in(range) {
        // 其中2021年2.7亿元、2022年3.2亿元: the year is the name of the part.
        if number.is_year(view.chars()) {
            continue;
        }
        // 共9条，其中已打通4条、在建2条: behind 其中 a part may be what is done.
        let begins = lead == Lead::Among && parts.is_empty();
        if !is_part(view, from, number, whole) || !begins && tells_whole_again(view, from, number) {
            break;
        }
        parts.push(number);
        from = number.unit.end;
        let goes_on = match view.char(from) {
            '、' | '，' | '和' => true,
            '以' => view.char(from + 1) == '及',
            '；' => lead == Lead::Breakdown,
            _ => false,
        };
        if !goes_on {
            break;
        }
    }
    parts
}

/// What is reckoned from the parts and is none, all with 差, 结 or 净: 出口465亿元、进口217亿元，顺差248亿元.
const DERIVED: [&str; 7] = ["顺差", "逆差", "差额", "相差", "结余", "净增", "净减"];

/// Names of parts that begin as what is said of a whole does.
const NOUNS: [&str; 9] = [
    "共有产权",
    "共享",
    "全日制",
    "全自动",
    "全民",
    "现代",
    "现役",
    "目录",
    "全职",
];

/// What tells something else than the name of a part.
const OTHER: [char; 13] = [
    '比', '增', '减', '：', '；', '（', '其', '达', '超', '每', '至', '到', '计',
];

/// Words in names of parts that have a character by which something else is told.
const PLAIN: [&str; 7] = [
    "其他",
    "其余",
    "其它",
    "列入计划",
    "县（市）",
    "县（市、区）",
    "县（区）",
];

/// More characters than the name of a part has.
const LONGEST_NAME: usize = 24;

fn is_part(view: &TextView<'_>, from: usize, number: &Number, whole: &Number) -> bool {
    let chars = view.chars();
    let same = number.is_exact_amount() && number.unit(chars) == whole.unit(chars);
    if !same || number.digits.start - from > LONGEST_NAME {
        return false;
    }
    let lead = view
        .words(from..number.digits.start)
        .trim_start_matches("以及");
    let tells_other = |lead: &str| lead.contains(OTHER);
    let plain = || {
        PLAIN
            .iter()
            .fold(lead.to_owned(), |lead, word| lead.replace(word, ""))
    };
    // Most names have none of the characters, those that are plain included.
    let is_other = tells_other(lead) && tells_other(&plain());
    let is_derived = || DERIVED.iter().any(|word| lead.contains(word));
    !(is_other || lead.contains(['差', '结', '净']) && is_derived())
}

/// 已办结6件 is said of the whole again; 共有产权住房 is the name of a part.
fn tells_whole_again(view: &TextView<'_>, from: usize, number: &Number) -> bool {
    // 正在改造的27座、已关停的18座: what 、 joins is one more part.
    if view.char(from) == '、' {
        return false;
    }
    let lead = view.words(from..number.digits.start);
    let lead = lead.trim_start_matches(['，', '；']);
    let is_noun = NOUNS.iter().any(|noun| lead.starts_with(noun));
    lead.starts_with(['已', '均', '全', '占', '共', '现', '目']) && !is_noun
}

/// More characters than 三类 has.
const LONGEST_KINDS: usize = 3;

/// Whether the list ends: at a stop, or before a clause that says something else.
fn is_closed(view: &TextView<'_>, end: usize, unit: &[char]) -> bool {
    // 甲群10座、乙群7座，以及丙楼、丁楼: some parts are named and not counted.
    if view.is_at(end, "，以及") || view.is_at(end, "以及") {
        return false;
    }
    // 报警器36台三类，: the kinds are counted behind the last of them.
    let mut behind = end + 1..end + LONGEST_KINDS;
    let kinds = behind.find(|at| is_any_digit(view.char(end)) && view.is_any_at(*at, "类种项"));
    let end = kinds.map_or(end, |kinds| kinds + 1);
    if view.is_any_at(end, "。；\n") || view.is_at(end, "），") || view.is_at(end, "）。") {
        return true;
    }
    let clause = view.clause(end + 1);
    let is_amount = |number: &Number| number.unit(view.chars()) == unit;
    view.char(end) == '，' && !view.numbers_in(end..clause.end).iter().any(is_amount)
}

/// Words of which two or more divide a whole among them.
const DIVIDING: &[&str] = &[
    "主办", "会办", "分办", "独办", "协办", "采纳", "列入", "暂缓", "参考", "说明", "满意", "赞成",
    "同意", "反对", "弃权", "A类", "B类", "C类",
];

/// Whether the names behind a total can only be its parts: nouns side by side, one beginning for
/// all, or words that divide; 检查500家，发现300家，整改250家 tells of steps.
fn goes_together(view: &TextView<'_>, list: &PartList<'_>) -> bool {
    let ends = || list.parts.iter().map(|part| part.unit.end);
    let starts = || std::iter::once(list.start).chain(ends().map(|end| end + 1));
    let names: Vec<String> = starts()
        .zip(&list.parts)
        .map(|(start, part)| view.text(start.min(part.digits.start)..part.digits.start))
        .collect();
    let are_nouns = ends()
        .take(names.len() - 1)
        .all(|end| view.char(end) == '、');
    let first: String = names[0].chars().take(2).collect();
    let begin_alike = first.chars().count() == 2 && names.iter().all(|it| it.starts_with(&first));
    let divides = |name: &&String| DIVIDING.iter().any(|word| name.contains(word));
    are_nouns || begin_alike || names.iter().filter(divides).count() >= 2
}
