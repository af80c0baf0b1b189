//! 连续四年（2021年、2022年、2023年）, 20世纪80年代（1976年）: years in brackets that are others than said.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports brackets behind a number of years or a decade that hold other years.
pub(super) fn years_listed(view: &TextView<'_>, findings: &mut Findings<'_>) {
    counted_behind(view, findings);
    rounds_since(view, findings);
    for pair in view.pairs_opened_by('（') {
        let inside = pair.open + 1..pair.close;
        let years = view.numbers_in(inside.clone());
        if years.is_empty() || !years.iter().all(|it| year(view, it).is_some()) {
            continue;
        }
        if count_before(view, pair.open).is_some() && skips_a_year(view, years, &inside) {
            let text = view.words(pair.open - 2..pair.close + 1);
            findings
                .at(inside.clone(), format!("“{text}”里的年份不连续"))
                .hint("核对年份");
        } else if let Some(said) = count_before(view, pair.open)
            && let Some(listed) = listed(view, years, &inside)
            && listed != said
        {
            let text = view.words(pair.open - 2..pair.close + 1);
            findings
                .at(inside.clone(), format!("“{text}”的年数与年份不符"))
                .hint("核对年数和年份");
        }
        of_decade(view, pair.open, years, findings);
    }
}

/// 2021年、2022年、2023年，我县连续4年: the years stand before the clause that counts them.
fn counted_behind(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const NEAR: usize = 8;
    for at in view.each(0..view.chars().len(), "连续") {
        let sentence = view.sentence(at).start;
        let counted = number_at(view, at + 2).filter(|(_, end)| view.char(*end) == '年');
        let Some((value, end)) = counted else {
            continue;
        };
        let listed = view.numbers_in(sentence..at);
        if let Some(years) = of_span(view, listed, at).filter(|it| *it != value) {
            let range = at..end + 1;
            findings
                .at(
                    range.clone(),
                    format!("“{}”，前面的起止年份是{years}年", view.words(range)),
                )
                .hint("核对年数和起止年份");
            continue;
        }
        let are_years = listed.len() > 1 && listed.iter().all(|it| year(view, it).is_some());
        let is_row = listed
            .windows(2)
            .all(|pair| view.char(pair[0].digits.end + 1) == '、');
        let is_next = listed.last().is_some_and(|last| {
            view.char(last.digits.end + 1) == '，' && at - last.digits.end <= NEAR
        });
        if are_years && is_row && is_next && listed.len() != value {
            let range = at..end + 1;
            findings
                .at(
                    range.clone(),
                    format!("“{}”，前面列出{}年", view.words(range), listed.len()),
                )
                .hint("核对年数和年份");
        }
    }
}

/// 2021年至2024年，我市连续三年将…列入: how many years the span in the clause before has.
///
/// What grows year after year does so once less than there are years.
fn of_span(view: &TextView<'_>, listed: &[Number], at: usize) -> Option<usize> {
    const NEAR: usize = 8;
    const GROWS: [&str; 9] = [
        "增长", "下降", "提高", "提升", "增加", "减少", "上升", "递增", "改善",
    ];
    let [first, last] = listed else { return None };
    let mark = view.words(first.digits.end..last.digits.start);
    let is_span = matches!(mark, "年至" | "至" | "—" | "年—" | "年到" | "－");
    let end = last.digits.end;
    let is_next = view.is_at(end, "年，") && at - end <= NEAR;
    let grows = view.has_any(&(at..view.clause(at).end), &GROWS);
    let years = year(view, last)?.checked_sub(year(view, first)?)? + 1;
    (is_span && is_next && !grows).then_some(years)
}

/// 自2015年起每年举办一届，至2024年已连续举办九届: one a year from the first to the last.
fn rounds_since(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const EACH: [&str; 3] = ["年起每年", "年起，每年", "年以来每年"];
    const DONE: [&str; 5] = ["连续举办", "成功举办", "举办了", "举办", "连续举办了"];
    for at in view.each(0..view.chars().len(), "每年") {
        let sentence = view.sentence(at);
        let Some(lead) = EACH.iter().find_map(|it| {
            let start = (at + 2).checked_sub(it.chars().count())?;
            view.is_at(start, it).then_some(start)
        }) else {
            continue;
        };
        let rest = at..sentence.end;
        // 至2024年 tells which year was the last.
        let mut numbers = view.numbers_in(rest.clone()).iter();
        let Some(last) = numbers.find(|it| view.is_any_before(it.digits.start, "至到截")) else {
            continue;
        };
        let first = view.numbers_in(lead.saturating_sub(4)..lead).first();
        let years = first.and_then(|it| year(view, last)?.checked_sub(year(view, it)?));
        let told = DONE.iter().find_map(|it| {
            let start = view.find(last.digits.end..sentence.end, it)? + it.chars().count();
            let (said, end) = number_at(view, start)?;
            view.is_any_at(end, "届次")
                .then_some((start..end + 1, said))
        });
        let is_one = view.has_any(&rest, &["一届", "一次"]);
        if let Some(((range, said), years)) = told.zip(years)
            && is_one
            && said != years + 1
        {
            findings
                .at(
                    range.clone(),
                    format!("“{}”与起止年份不符", view.words(range)),
                )
                .hint(format!("每年一次，从头到尾是{}次", years + 1));
        }
    }
}

fn year(view: &TextView<'_>, number: &Number) -> Option<usize> {
    let digits = view.words(number.digits.clone());
    let year = digits.parse().ok()?;
    (digits.len() == 4 && (1900..2100).contains(&year)).then_some(year)
}

/// 前两年（2021年、2023年）: years that do not follow each other.
fn skips_a_year(view: &TextView<'_>, years: &[Number], inside: &Range<usize>) -> bool {
    let values: Vec<usize> = years.iter().filter_map(|it| year(view, it)).collect();
    let is_row = view.has_mark(inside, "、") && !view.has_mark(inside, "—－-～");
    is_row && values.windows(2).any(|pair| pair[1].abs_diff(pair[0]) != 1)
}

/// 近三年, 连续四年 right before the bracket.
fn count_before(view: &TextView<'_>, open: usize) -> Option<usize> {
    const LEADS: [&str; 6] = ["近", "连续", "过去", "最近", "前", "后"];
    let at = open.checked_sub(2).filter(|_| view.before(open) == '年')?;
    let (said, end) = number_at(view, at)?;
    let is_led = view.one_of_before(at, &LEADS).is_some();
    (end + 1 == open && is_led && said >= 2).then_some(said)
}

/// How many years the brackets hold: all of a range, or those that 、 parts.
fn listed(view: &TextView<'_>, years: &[Number], inside: &Range<usize>) -> Option<usize> {
    let values: Vec<usize> = years.iter().filter_map(|it| year(view, it)).collect();
    match values.as_slice() {
        [first, last] if view.has_mark(inside, "—－-～") || view.has_any(inside, &["至"]) => {
            Some(last.checked_sub(*first)? + 1)
        }
        values if values.len() > 1 && view.has_mark(inside, "、") => Some(values.len()),
        _ => None,
    }
}

/// 20世纪80年代（1976年）.
fn of_decade(view: &TextView<'_>, open: usize, years: &[Number], findings: &mut Findings<'_>) {
    const LONGEST: usize = 10;
    let near = view.numbers_in(open.saturating_sub(LONGEST)..open);
    let ([century, decade], [told]) = (near, years) else {
        return;
    };
    let value = |it: &Number| view.words(it.digits.clone()).parse::<usize>().ok();
    let is_told = view.is_at(century.digits.end, "世纪") && view.is_at(decade.digits.end, "年代（");
    let (Some(century), Some(decade), Some(said)) =
        (value(century), value(decade), year(view, told))
    else {
        return;
    };
    let first = century
        .saturating_sub(1)
        .saturating_mul(100)
        .saturating_add(decade);
    if is_told && !(first..first.saturating_add(10)).contains(&said) {
        let text = view.words(told.range());
        findings
            .at(told.range(), format!("“{text}”不在前面说的年代里"))
            .hint("核对年代和年份");
    }
}
