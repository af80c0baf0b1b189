//! “五大工程”，即 + four names.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::lists::{chinese_number, segments};
use crate::lint::view::{TextView, is_chinese_digit, is_han};
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
    for at in view.marks() {
        match view.char(at) {
            '”' => named(view, at, findings),
            '，' | '：' => plain(view, at, findings),
            '、' => joined(view, at, findings),
            _ => {}
        }
    }
    for at in view.places('等') {
        counted(view, at + 1, findings);
    }
}

/// “五大工程”，即甲、乙、丙、丁、戊。
fn named(view: &TextView<'_>, close: usize, findings: &mut Findings<'_>) {
    let Some(said) = said(view, close) else {
        return;
    };
    let Some(lead) = view.one_of_at(
        close + 1,
        &[
            "，即",
            "即",
            "，包括",
            "，分别是",
            "，分别为",
            "：",
            "，也就是",
        ],
    ) else {
        return;
    };
    let start = close + 1 + lead.chars().count();
    let end = list_end(view, start);
    let segments = segments(view, start..end);
    let is_open = view.ends_at(end, "等") || segments.least < 2;
    if !is_open && !(segments.least..=segments.most).contains(&said) {
        let open = (0..10)
            .map(|back| close.saturating_sub(back))
            .find(|at| view.char(*at) == '“')
            .unwrap_or(close);
        report(view, open..close + 1, segments.least, findings);
    }
}

/// The count in quotation marks: 五大工程, 三个清单.
fn said(view: &TextView<'_>, close: usize) -> Option<usize> {
    let open = (2..10)
        .map(|back| close.saturating_sub(back))
        .find(|at| view.char(*at) == '“')?;
    let is_count = "大项个条种类张".contains(view.char(open + 2));
    chinese_number(view.char(open + 1)).filter(|value| is_count && *value >= 2)
}

/// 五项机制，即甲、乙、丙、丁、戊；三个责任：甲、乙、丙。
fn plain(view: &TextView<'_>, mark: usize, findings: &mut Findings<'_>) {
    let leads: &[&str] = match view.char(mark) {
        '：' => &["："],
        _ => &["，即", "，分别是", "，分别为", "，也就是"],
    };
    let Some(lead) = view.one_of_at(mark, leads) else {
        return;
    };
    let Some((from, said)) = said_before(view, mark) else {
        return;
    };
    let start = mark + lead.chars().count();
    let end = list_end(view, start);
    let segments = segments(view, start..end);
    let is_open = view.ends_at(end, "等") || segments.least < 2;
    // What follows the colon may be sentences; a list ends with its sentence and its items are short.
    let ends = match view.char(end) {
        '。' | '\n' => true,
        // Items of a list that begins with a colon may be parted by ；.
        '；' => view.char(mark) != '：',
        '，' => view.clause(end + 1).len() > 8 && !goes_on(view, end + 1),
        _ => false,
    };
    let is_list = ends && segments.least == segments.most;
    if is_list && !is_open && segments.least != said && end - start <= said.max(2) * 20 {
        report(view, from..mark, segments.least, findings);
    }
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
        .find(|at| "项个大条".contains(view.char(*at)))?;
    // 八个字 counts characters.
    if view.is_at(measure, "个字") {
        return None;
    }
    let numeral = measure.checked_sub(1)?;
    let said = chinese_number(view.char(numeral)).filter(|value| *value >= 2)?;
    let is_plain = !is_chinese_digit(view.before(numeral))
        && !"第前这那每其".contains(view.before(numeral))
        && (measure + 1..mark).all(|at| is_han(view.char(at)));
    is_plain.then_some((numeral, said))
}

fn list_end(view: &TextView<'_>, start: usize) -> usize {
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
    let name = ["会同", "联合", "协同"]
        .iter()
        .find_map(|verb| lead.rsplit_once(verb))
        .map_or(lead.as_str(), |(_, name)| name);
    let is_simple = name.chars().count() <= 8;
    // 甲、乙等25个省及丙、丁等8个部门 lists twice.
    if view.find(clause.start..at - 1, "等").is_some() {
        return;
    }
    let names = segments(view, clause.start..at - 1).least;
    if is_simple && names > said && end > at {
        report(view, at..end, names, findings);
    }
}

/// 甲、乙、丙、丁五市: names that run into their count.
fn joined(view: &TextView<'_>, mark: usize, findings: &mut Findings<'_>) {
    let Some(last) = run_into_count(view, mark) else {
        return;
    };
    let clause = view.clause(mark);
    let is_plain = |at: usize| is_han(view.char(at)) || view.char(at) == '、';
    let is_list = (clause.start..last.at).all(is_plain);
    let names = segments(view, clause.start..last.at);
    // With two names or 和 among them the count may be of something else.
    if is_list && names.least >= 3 && names.least == names.most && names.least != last.said {
        let range = last.at..last.end;
        let text = view.text(range.clone());
        findings
            .warn(range, format!("“{text}”与前面列出的{}项不符", names.least))
            .hint("核对数目和名称");
    }
}

/// A count right behind the last name of a list.
struct LastName {
    said: usize,
    at: usize,
    end: usize,
}

/// The count behind the short name after the last 、 of a clause.
fn run_into_count(view: &TextView<'_>, mark: usize) -> Option<LastName> {
    let at = (mark + 2..mark + 6).find(|at| chinese_number(view.char(*at)).is_some())?;
    let said = chinese_number(view.char(at)).filter(|said| *said >= 3)?;
    let measures = [
        "个县",
        "个市",
        "个区",
        "个省",
        "个镇",
        "个乡",
        "个村",
        "个街道",
        "个部门",
        "个单位",
        "个方面",
        "家单位",
        "市",
        "县",
        "省",
        "区",
        "镇",
        "乡",
        "村",
        "部门",
    ];
    let measure = view.one_of_at(at + 1, &measures)?;
    let name = view.text(mark + 1..at);
    let is_name = name.chars().all(is_han)
        && !name.ends_with([
            '边', '围', '近', '线', '带', '内', '等', '的', '第', '各', '这', '前',
        ])
        && !name.contains(['和', '及', '与', '等']);
    let end = at + 1 + measure.chars().count();
    // 五区 of 五区域 is no count of districts, and 三省两市 is two counts.
    let is_whole = !is_chinese_digit(view.char(end))
        && view
            .one_of_at(end, &["域", "间", "际", "级", "长", "民"])
            .is_none();
    (is_name && is_whole).then_some(LastName { said, at, end })
}

/// How many titles of papers stand side by side and end at `end`: 《甲》《乙》.
fn titles_before(view: &TextView<'_>, end: usize) -> usize {
    let closed = &view.pairs().closed;
    let mut end = end;
    let mut count = 0;
    while view.before(end) == '》'
        && let Ok(index) = closed.binary_search_by_key(&(end - 1), |pair| pair.close)
    {
        end = closed[index].open;
        count += 1;
    }
    count
}

/// A count with 个, 家, 项 and a noun: 3个部门, 三家单位.
fn count_at(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let digits = (at..at + 3)
        .take_while(|index| view.char(*index).is_ascii_digit())
        .count();
    let (value, end) = match digits {
        0 => (chinese_number(view.char(at))?, at + 1),
        _ => (view.text(at..at + digits).parse().ok()?, at + digits),
    };
    let is_measure = "个家项所座市县区省".contains(view.char(end)) && view.char(end + 1) != '月';
    is_measure.then_some((value, end + 1))
}

fn report(view: &TextView<'_>, range: Range<usize>, listed: usize, findings: &mut Findings<'_>) {
    let text = view.text(range.clone());
    findings
        .at(range, format!("“{text}”与列出的{listed}项不符"))
        .hint("核对数目和名称");
}
