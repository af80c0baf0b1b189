//! 上半年（1—7月）: the months of a part of the year.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 上半年（1—7月）: the months of a part of the year.
pub(crate) const PART_OF_YEAR_MISMATCH: Rule = Rule {
    name: "part-of-year-mismatch",
    title: "半年、季度与括注的月份不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("part_of_year_mismatch.md"),
};

const WORDS: &[&str] = &[
    "上半年",
    "下半年",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "前三季度",
    "上旬（",
    "中旬（",
    "下旬（",
];

/// The first and the last day of the three parts of a month, in the order of the words.
const DAYS: [(u32, u32); 3] = [(1, 10), (11, 20), (21, 31)];

/// The months of the parts, in the order of the words.
const MONTHS: [(u32, u32); 7] = [(1, 6), (7, 12), (1, 3), (4, 6), (7, 9), (10, 12), (1, 9)];

/// 6月上旬（6月25日至27日）: a day that is in another part of the month.
fn of_month(
    view: &TextView<'_>,
    word: Word,
    (first, last): (u32, u32),
    findings: &mut Findings<'_>,
) {
    let date = view.date_at(word.end);
    let Some((date, day)) = date.and_then(|it| Some((it, it.day?))) else {
        return;
    };
    if !(first..=last).contains(&day) {
        let part = view.words(word.start..word.end - 1);
        let text = view.text(date.range.clone());
        findings
            .at(word.start..date.range.end, format!("“{text}”不在{part}"))
            .hint("核对日期");
    }
}

/// 前三季度…其中…四季度: a quarter that is no part of what was counted.
fn of_other_quarter(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let outside: &[&str] = match WORDS[word.number] {
        "前三季度" => &["四季度"],
        "上半年" => &["三季度", "四季度"],
        "下半年" => &["一季度", "二季度"],
        _ => return,
    };
    let sentence = word.end..view.sentence(word.start).end;
    let Some(parts) = view.find(sentence.clone(), "其中") else {
        return;
    };
    // Only a list of quarters tells of the same time.
    let rest = parts..sentence.end;
    let is_list = view.each(rest.clone(), "季度").count() >= 2 && !view.has_any(&rest, &["全年"]);
    for quarter in outside.iter().filter(|_| is_list) {
        if let Some(at) = view.find(rest.clone(), quarter) {
            let part = view.words(word.start..word.end);
            findings
                .at(at..at + 3, format!("{part}不含{quarter}"))
                .hint("核对统计的时间");
        }
    }
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if let Some(part) = word.number.checked_sub(MONTHS.len()) {
        return of_month(view, word, DAYS[part], findings);
    }
    of_other_quarter(view, word, findings);
    let is_part_of_another =
        word.number == 4 && view.before(word.start) == '前' || view.before(word.start) == '、';
    if is_part_of_another || view.char(word.end) != '（' {
        return;
    }
    let start = word.end + 1;
    let [from, to] = view.numbers_in(start..start + 5) else {
        return;
    };
    let mark = from.unit.end;
    let is_range = from.digits.start == start
        && to.digits.start == mark + 1
        && view.is_any_at(mark, "—–-～至")
        && view.is_at(to.digits.end, "月）");
    let said = view.words(from.digits.clone()).parse::<u32>();
    let said = said.and_then(|from| Ok((from, view.words(to.digits.clone()).parse()?)));
    let (first, last) = MONTHS[word.number];
    if is_range && said != Ok((first, last)) {
        let part = view.words(word.start..word.end);
        let months = view.words(from.digits.start..to.unit.end);
        findings
            .at(
                from.digits.start..to.unit.end,
                format!("{part}不是{months}"),
            )
            .hint(format!("{part}是{first}—{last}月；核对统计的时间"));
    }
}
