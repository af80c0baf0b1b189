//! 连续四年（2021年、2022年、2023年）, 20世纪80年代（1976年）: years in brackets that are others than said.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::number_at;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports brackets behind a number of years or a decade that hold other years.
pub(super) fn years_listed(view: &TextView<'_>, findings: &mut Findings<'_>) {
    counted_behind(view, findings);
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
        let counted = view.numbers_in(at + 2..at + 3).first();
        let said = counted.filter(|it| view.char(it.digits.end) == '年');
        let Some((said, value)) =
            said.and_then(|it| Some((it, view.words(it.digits.clone()).parse::<usize>().ok()?)))
        else {
            continue;
        };
        let listed = view.numbers_in(sentence..at);
        let are_years = listed.len() > 1 && listed.iter().all(|it| year(view, it).is_some());
        let is_row = listed
            .windows(2)
            .all(|pair| view.char(pair[0].digits.end + 1) == '、');
        let is_next = listed.last().is_some_and(|last| {
            view.char(last.digits.end + 1) == '，' && at - last.digits.end <= NEAR
        });
        if are_years && is_row && is_next && listed.len() != value {
            let range = at..said.digits.end + 1;
            findings
                .at(
                    range.clone(),
                    format!("“{}”，前面列出{}年", view.words(range), listed.len()),
                )
                .hint("核对年数和年份");
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
