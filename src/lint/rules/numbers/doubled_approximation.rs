//! 约50家左右, 近百余家.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::NO_APPROXIMATION;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 约50家左右, 近百余家.
pub(crate) const DOUBLED_APPROXIMATION: Rule = Rule {
    name: "doubled-approximation",
    title: "约数说了两次",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("doubled_approximation.md"),
};

const BEFORE: &[&str] = &[
    "大约有",
    "大约",
    "约有",
    "约为",
    "约",
    "大概",
    "将近",
    "接近",
    "近",
];
const AFTER: &[&str] = &["左右", "上下", "多", "余"];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        if number.kind == NumberKind::Code {
            continue;
        }
        if is_exact(view, number) {
            let text = view.words(number.digits.start..number.digits.end + 1);
            findings
                .at(
                    number.digits.start..number.digits.end + 1,
                    format!("“{text}”：确数后面不用约数的说法"),
                )
                .hint("写确数，或者写成“1200余”这样的整数");
            continue;
        }
        if let Some(end) = twice_after(view, number) {
            let start = number.digits.start;
            let text = view.words(start..end);
            findings
                .at(start..end, format!("“{text}”里有两个约数的说法"))
                .hint("只留一个");
            continue;
        }
        let Some(before) = view.one_of_before(number.digits.start, BEFORE) else {
            apart(view, number, findings);
            continue;
        };
        let start = number.digits.start - before.chars().count();
        if is_other_word(view, start, before) {
            continue;
        }
        let Some((after, end)) = after(view, number) else {
            continue;
        };
        // 近20余年 is a stretch of time, 近 means lately.
        let is_time = before == "近" && view.is_any_at(number.unit.start, "年天日月个周");
        if !is_time {
            said_twice(view, start..end, [before, after], findings);
        }
    }
}

/// 1236余个: a number told to its last digit is not a rough one.
fn is_exact(view: &TextView<'_>, number: &Number) -> bool {
    const LEAST_DIGITS: usize = 3;
    let end = number.digits.end;
    if view.char(end) != '余' || view.is_any_at(end + 1, "额款热") {
        return false;
    }
    let digits = view.words(number.digits.clone());
    digits.len() >= LEAST_DIGITS
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.ends_with('0')
        && !number.is_year(view.chars())
}

/// 大约需要资金7.5亿元上下: the first word stands a little before the number.
fn apart(view: &TextView<'_>, number: &Number, findings: &mut Findings<'_>) {
    // What stands behind a number is sooner looked at than what stands somewhere before it.
    let Some(after) = view.one_of_at(number.unit.end, &["左右", "上下"]) else {
        return;
    };
    let before = view.one_of_within(number.digits.start, 8, &["大约", "大概"]);
    let before = before.or_else(|| Some((about_verb(view, number.digits.start)?, "约")));
    if let Some((from, before)) = before {
        let end = number.unit.end + 2;
        said_twice(view, from..end, [before, after], findings);
    }
}

/// 约可容纳500人左右: where 约 stands before a verb that leads to the number.
fn about_verb(view: &TextView<'_>, start: usize) -> Option<usize> {
    const VERBS: [&str; 11] = [
        "可", "能", "需", "占", "合", "达", "有", "为", "相当", "投入", "花费",
    ];
    const FARTHEST: usize = 8;
    let leads = |at: &usize| {
        view.char(*at) == '约'
            && !NO_APPROXIMATION.contains(view.before(*at))
            && view.one_of_at(at + 1, &VERBS).is_some()
    };
    let near = (start.saturating_sub(FARTHEST)..start).rev();
    near.take_while(|at| is_han(view.char(*at))).find(leads)
}

/// Reports words before and behind a number that say the same.
pub(super) fn said_twice(
    view: &TextView<'_>,
    range: Range<usize>,
    [before, after]: [&str; 2],
    findings: &mut Findings<'_>,
) {
    let text = view.words(range.clone());
    findings
        .at(range, format!("“{text}”里“{before}”和“{after}”意思重复"))
        .hint("只留一个");
}

/// 节约, 公约, 附近, 最近 and the like.
fn is_other_word(view: &TextView<'_>, start: usize, before: &str) -> bool {
    let lead = view.before(start);
    match before {
        "约" | "约有" | "约为" => NO_APPROXIMATION.contains(lead),
        "近" => "附最临靠邻就贴亲新切远".contains(lead),
        _ => false,
    }
}

/// The word after the number or its unit that makes it inexact again.
fn after(view: &TextView<'_>, number: &Number) -> Option<(&'static str, usize)> {
    let inside = number.multiplier.end..number.unit.start;
    if !inside.is_empty() {
        let word = view.one_of_at(inside.start, AFTER)?;
        return Some((word, number.unit.end));
    }
    let word = view.one_of_at(number.unit.end, &["左右", "上下"])?;
    Some((word, number.unit.end + 2))
}

/// 100多余人, 5个左右以上: both words stand behind the number.
fn twice_after(view: &TextView<'_>, number: &Number) -> Option<usize> {
    let behind = number.multiplier.end;
    if matches!(view.char(behind), '多' | '余')
        && let Some(word) = view.one_of_at(behind, &["多余", "余多"])
    {
        // 30多余额 parts otherwise.
        let end = behind + word.chars().count();
        return (!view.is_any_at(end, "额粮热款")).then_some(end);
    }
    let pairs = [
        "左右以上",
        "左右以下",
        "以上左右",
        "以下左右",
        "上下左右",
        "左右上下",
        "多左右",
        "余左右",
    ];
    // Most numbers have no such word behind them, which its first character tells.
    if !matches!(view.char(number.unit.end), '左' | '以' | '上' | '多' | '余') {
        return None;
    }
    let inside = view.words(number.multiplier.end..number.unit.start);
    let is_inexact = matches!(inside, "多" | "余");
    if is_inexact && view.one_of_at(number.unit.end, &["左右", "上下"]).is_some() {
        return Some(number.unit.end + 2);
    }
    let word = view.one_of_at(number.unit.end, &pairs)?;
    Some(number.unit.end + word.chars().count())
}
