//! “五大工程”，即 + four names.

use std::ops::Range;

use super::count_in_quotes::{named, of_one_each};
use super::counted_ordinals::counted_ordinals;
use super::counted_stages::{of_stages, of_suggestions};
use super::counts::counts;
use super::lists::{
    Segments, chinese_number, joins_names, number_at, one_digit, segments, titles_before,
};
use super::repeated_slogan::repeated_slogan;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::answered_one_by_one::answered_one_by_one;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::{Check, Rule};

/// “五大工程”，即 + four names.
pub(crate) const COUNT_MISMATCH: Rule = Rule {
    name: "count-mismatch",
    title: "数目与所列不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("count_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('”') {
        named(view, at, findings);
        of_one_each(view, at, findings);
        repeated_slogan(view, at, findings);
    }
    for at in view.places('，').chain(view.places('：')) {
        plain(view, at, findings);
    }
    for at in view.places('：') {
        of_stages(view, at, findings);
        counted_ordinals(view, at, findings);
    }
    of_suggestions(view, findings);
    for at in view.places('等') {
        counted(view, at + 1, findings);
        answered_one_by_one(view, at + 1, findings);
    }
}

/// What names follow behind a count.
const LEADS: &[&str] = &[
    "，即",
    "，分别是：",
    "，分别为：",
    "，分别是",
    "，分别为",
    "，依次为",
    "，依次是",
    "，也就是",
];

/// 五项机制，即甲、乙、丙、丁、戊；三个责任：甲、乙、丙。
fn plain(view: &TextView<'_>, mark: usize, findings: &mut Findings<'_>) {
    let leads: &[&str] = match (view.char(mark), view.char(mark + 1)) {
        ('：', _) => &["："],
        (_, '即' | '分' | '依' | '也') => LEADS,
        _ => return,
    };
    let Some(lead) = view.one_of_at(mark, leads) else {
        return;
    };
    let Some((from, said)) = said_before(view, mark).or_else(|| said_in_clause(view, mark)) else {
        return;
    };
    let start = mark + lead.chars().count();
    // 三项措施：一是…，二是…，三是…: numbered items have a rule of their own.
    if view
        .one_of_at(start, &["一是", "一要", "第一，", "首先，"])
        .is_some()
    {
        return;
    }
    let end = list_end(view, start);
    let segments = joined(view, start..end);
    let segments = titles(view, start..end).unwrap_or(segments);
    let is_open = view.ends_at(end, "等") || segments.least < 2;
    // What follows the colon may be sentences; a list ends with its sentence and its items are short.
    let ends = match view.char(end) {
        '。' | '\n' => true,
        // Items of a list that begins with a colon may be parted by ；.
        '；' => view.char(mark) != '：',
        // 即《甲》《乙》，从资金、用地等方面…: one more title would begin with its mark.
        '，' if view.before(end) == '》' => view.char(end + 1) != '《',
        '，' => ends_list(view, end + 1) && !goes_on(view, end + 1),
        _ => false,
    };
    // 净减16处，即新增11处、核销27处: amounts, and no names.
    let are_amounts = view.numbers_in(start..end).len() >= segments.least;
    // 四个项目，分别是甲、乙和丙: fewer, however 和 is read.
    // 分别是两起…、一起…: the items tell how many each of them holds.
    let counts = number_at(view, start).is_some();
    let is_short =
        lead.starts_with("，分别") && segments.most < said && segments.most > 1 && !counts;
    if is_short && ends && !are_amounts && !view.ends_at(end, "等") {
        report(view, from..mark, segments.most, findings);
        return;
    }
    let is_list = ends && segments.least == segments.most && !are_amounts;
    if is_list && !is_open && segments.least != said && end - start <= said.max(2) * 20 {
        report(view, from..mark, segments.least, findings);
    }
}

/// 《甲》和《乙》: nothing but titles, so that what joins them parts them.
fn titles(view: &TextView<'_>, range: Range<usize>) -> Option<Segments> {
    let listed = titles_before(view, range.end);
    let is_mark = |at: &usize| view.is_any_at(*at, "《》") && !view.in_title(at.saturating_sub(1));
    let opens = view.char(range.start) == '《';
    let outside = range
        .clone()
        .filter(|at| !view.in_title(*at) && !is_mark(at));
    let mut between = outside.filter(|at| !view.is_any_at(*at, "《》"));
    let is_list = opens && between.all(|at| view.is_any_at(at, "、和及与以"));
    (is_list && listed >= 2).then_some(Segments {
        least: listed,
        most: listed,
    })
}

/// Whether the next clause speaks of something else: it is long, or begins with its own subject.
fn ends_list(view: &TextView<'_>, at: usize) -> bool {
    let clause = view.clause(at);
    // 试点期为两年 is a sentence of its own, and no name.
    let has_verb = clause
        .clone()
        .skip(2)
        .any(|at| view.is_any_at(at, "为是已将均"));
    clause.len() > 8 || has_verb || view.is_any_at(at, "我均都逐已现为其并目力共")
}

/// Whether names are listed in the next clause as well.
fn goes_on(view: &TextView<'_>, at: usize) -> bool {
    let clause = view.clause(at);
    view.find(clause, "、").is_some()
}

/// The count with its noun of two to six characters that ends at `mark`: 五项机制.
fn said_before(view: &TextView<'_>, mark: usize) -> Option<(usize, usize)> {
    let measure = (mark.saturating_sub(7)..=mark.saturating_sub(3))
        .rev()
        .find(|at| view.is_any_at(*at, "项个大条起家名件次类所处部点"))?;
    // 八个字 counts characters.
    if view.is_at(measure, "个字") {
        return None;
    }
    let numeral = measure.checked_sub(1)?;
    let said = one_digit(view.char(numeral)).filter(|value| *value >= 2)?;
    let is_plain = !is_any_digit(view.before(numeral))
        && !view.is_any_before(numeral, "第前这那每其")
        && (measure + 1..mark).all(|at| is_han(view.char(at)));
    is_plain.then_some((numeral, said))
}

/// 从三个方面改善湖区水质：甲、乙、丙: the count and where it begins.
fn said_in_clause(view: &TextView<'_>, mark: usize) -> Option<(usize, usize)> {
    let clause = view.clause(mark);
    if view.char(mark) == '：' {
        let count = counts(view, clause.start..mark).last()?;
        let leads = count.leads_from_afar(view);
        return leads.then_some((count.range.start, count.said));
    }
    // 赴三个县开展调研，分别是…；景区2家，分别为…: whatever was counted last.
    (clause.start..mark).rev().find_map(|at| {
        let (said, after) = number_at(view, at).filter(|(said, _)| *said >= 2)?;
        let is_ordinal = view.is_any_before(at, "第前这那每其十");
        let is_counted = MEASURES.contains(view.char(after)) && view.char(after + 1) != '月';
        // “两点一线”: two numbers make the name of one thing.
        let is_slogan = chinese_number(view.char(after + 1)).is_some();
        (is_counted && !is_ordinal && !is_slogan).then_some((at, said))
    })
}

/// What the names of a list are counted in.
const MEASURES: &str = "项个大条家名件类所处部点章节门份位场县市区镇乡村座种套步";

/// The names of a list; 和 before the last one parts names if that ends as the others do.
fn joined(view: &TextView<'_>, range: Range<usize>) -> Segments {
    let found = segments(view, range.clone());
    let end = range.end;
    let pauses = || {
        view.marks_in(range.clone())
            .filter(|at| view.char(*at) == '、')
    };
    let ends_alike = pauses().count() > 0 && pauses().all(|at| view.before(at) == view.before(end));
    let joint = (range.start..end)
        .rev()
        .find(|at| view.is_any_at(*at, "和与及"));
    let parts = joint.is_some_and(|at| view.before(at) == view.before(end));
    // 云岭自然保护区和白鹿湖自然保护区: two long names that end alike.
    const ALIKE: usize = 3;
    let are_two = || {
        let joint = joint.filter(|at| joins_names(view, *at))?;
        let ends = joint.checked_sub(ALIKE)?..joint;
        let is_name = ends.clone().all(|at| is_han(view.char(at))) && ends.start > range.start;
        (is_name && view.ends_at(end, view.words(ends))).then_some(())
    };
    let is_pair = pauses().count() == 0 && are_two().is_some();
    match found.most == found.least + 1 && (ends_alike && parts || is_pair) {
        true => Segments {
            least: found.most,
            most: found.most,
        },
        false => found,
    }
}

pub(crate) fn list_end(view: &TextView<'_>, start: usize) -> usize {
    let mut depth = 0_usize;
    for at in start..start + 300 {
        match view.char(at) {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth = depth.saturating_sub(1),
            '，' | '；' | '。' | '：' | '\n' if depth == 0 => return at,
            _ => {}
        }
    }
    start
}

/// 甲、乙、丙等2个部门: more names than the count.
fn counted(view: &TextView<'_>, at: usize, findings: &mut Findings<'_>) {
    let Some((said, end)) = count_at(view, at) else {
        return;
    };
    let titles = titles_before(view, at - 1);
    if titles > said {
        report(view, at..end, titles, findings);
        return;
    }
    let clause = view.clause(at - 1);
    // Only what certainly belongs to the list is counted: the names between the last pause marks.
    let Some(first) = view.find(clause.start..at - 1, "、") else {
        return;
    };
    let lead = view.text(clause.start..first);
    // 市教育局会同市公安局、…: the names begin behind the verb.
    let name = [
        "的有",
        "的是",
        "会同",
        "联合",
        "协同",
        "建成",
        "包括",
        "完成",
        "实施",
        "新建",
        "打造",
        "举办",
        "制定了",
        "出台了",
        "建立了",
        "设立了",
        "开展了",
        "编制了",
    ]
    .iter()
    .find_map(|verb| lead.rsplit_once(verb))
    .map_or(lead.as_str(), |(_, name)| name);
    let is_simple = name.chars().count() <= LONGEST_NAME || end_alike(view, clause.start..at - 1);
    // 甲、乙等25个省及丙、丁等8个部门 lists twice.
    if view.find(clause.start..at - 1, "等").is_some() {
        return;
    }
    let names = segments(view, clause.start..at - 1).least;
    if is_simple && names > said && end > at {
        report(view, at..end, names, findings);
    }
}

/// A longer first name may be the end of another list.
const LONGEST_NAME: usize = 8;

/// 财务管理办法、资产清查登记办法、招投标办法: names that end alike are of one list, however long.
fn end_alike(view: &TextView<'_>, range: Range<usize>) -> bool {
    let end = view.words(range.end.saturating_sub(2)..range.end);
    let mut pauses = view.places_in('、', range.clone()).peekable();
    pauses.peek().is_some() && pauses.all(|at| view.ends_at(at, end))
}

/// A count with 个, 家, 项 and a noun: 3个部门, 三家单位.
fn count_at(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let digits = (at..at + 3)
        .take_while(|index| view.char(*index).is_ascii_digit())
        .count();
    let (value, end) = match digits {
        0 => (chinese_number(view.char(at))?, at + 1),
        _ => (view.words(at..at + digits).parse().ok()?, at + digits),
    };
    let is_measure = view.one_of_at(end, &["部门", "单位"]).is_some()
        || view.is_any_at(end, "个家项所座市县区省大条类种场名位") && view.char(end + 1) != '月';
    // 一条龙, 一大堆 count nothing.
    (is_measure && value > 1).then_some((value, end + 1))
}

pub(crate) fn report(
    view: &TextView<'_>,
    range: Range<usize>,
    listed: usize,
    findings: &mut Findings<'_>,
) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”与列出的{listed}项不符"))
        .hint("核对数目和名称");
}
