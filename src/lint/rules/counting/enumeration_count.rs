//! 以下四个方面：一是…二是…三是…: the count said is not the count given.

use super::counts::{Count, counts};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::numbering::headings::item_number;
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::Paragraph;
use crate::lint::{Check, Rule};

/// 以下四个方面：一是…二是…三是…: the count said is not the count given.
pub(crate) const ENUMERATION_COUNT: Rule = Rule {
    name: "enumeration-count",
    title: "说的项数与列的项数不符",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("enumeration_count.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.lists() {
        let lead = list.markers[0];
        let is_led = view.is_any_before(lead, "：，。");
        if !is_led || list.values.len() != list.values[list.values.len() - 1] {
            continue;
        }
        if let Some(count) = said(view, lead) {
            // 十一是 and what follows are not read.
            let is_cut_off = count.said > 10 && list.markers.len() == 10;
            let listed = if is_cut_off {
                count.said
            } else {
                list.markers.len()
            };
            judge(view, count, listed, findings);
        }
    }
    told_by_headings(view, findings);
    for (index, paragraph) in view.paragraphs().iter().enumerate() {
        if view.ends_at(paragraph.range.end, "：")
            && let Some(count) = said(view, paragraph.range.end)
            && let Some(listed) = items(view, &view.paragraphs()[index + 1..])
        {
            judge(view, count, listed, findings);
        }
    }
}

/// 现从以下三个方面答复如下： and two headings behind it, to the end of the letter.
fn told_by_headings(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let paragraphs = view.paragraphs();
    let number = |it: &Paragraph| item_number(view, it.range.start);
    let lead = paragraphs.windows(2).position(|pair| {
        view.ends_at(pair[0].range.end, "如下：") && number(&pair[1]) == Some((1, 1))
    });
    let Some(lead) = lead else {
        return;
    };
    let headings = paragraphs[lead + 1..].iter().filter_map(number);
    let listed = headings.filter(|(level, _)| *level == 1).count();
    let count = said(view, paragraphs[lead].range.end);
    // There may be one more on what comes next, but none less.
    if let Some(count) = count.filter(|count| count.leads_from_afar(view) && listed < count.said) {
        judge(view, count, listed, findings);
    }
}

fn judge(view: &TextView<'_>, count: Count, listed: usize, findings: &mut Findings<'_>) {
    if count.said != listed && !is_after_count(view, &count, listed) {
        let message = format!(
            "前面说“{}”，后面列出{listed}项",
            view.text(count.range.clone())
        );
        findings.at(count.range, message).hint("核对项数");
    }
}

/// 4个方面32项重点任务: whether the count of the list stands right before the one that does not fit.
fn is_after_count(view: &TextView<'_>, count: &Count, listed: usize) -> bool {
    let from = count.range.start.saturating_sub(LONGEST_LEAD);
    let before = counts(view, from..count.range.start).last();
    before.is_some_and(|before| before.said == listed)
}

/// How many lines below a list its next item may stand.
const LINES_BELOW: usize = 40;

/// How many paragraphs that follow each other are numbered from one on; nothing if one is left out
/// or the next one stands further below.
fn items(view: &TextView<'_>, paragraphs: &[Paragraph]) -> Option<usize> {
    let number = |it: &Paragraph| item_number(view, it.range.start);
    let level = number(paragraphs.first()?)?.0;
    let numbers = paragraphs.iter().map_while(number);
    // 四项建议：1.已落实的2项，2.…1项: the items tell how many each of them holds.
    let tells_count = |it: &Paragraph| {
        let clause = view.clause(it.range.start + 2);
        let told = view.numbers_in(clause.start.max(it.range.start + 1)..clause.end);
        told.last().is_some_and(|it| {
            view.before(it.digits.start) == '的' && view.is_any_at(it.digits.end, "项条个件")
        })
    };
    if paragraphs.iter().take(2).all(tells_count) {
        return None;
    }
    let count = (1..)
        .zip(numbers.filter(|it| it.0 <= level))
        .take_while(|(place, it)| *it == (level, *place))
        .count();
    let has_more = paragraphs[count..]
        .iter()
        .take(LINES_BELOW)
        .any(|it| number(it) == Some((level, count + 1)));
    (count >= 2 && !has_more).then_some(count)
}

/// How far before the list the count may stand, in characters.
const LONGEST_LEAD: usize = 24;

/// The count that leads the list: 四个方面, 三项措施, 两条整改措施, 五点意见.
fn said(view: &TextView<'_>, lead: usize) -> Option<Count> {
    let mark = lead.checked_sub(1)?;
    let clause = view.clause(mark);
    // Only a colon leads whatever is said before it; else the count ends its clause.
    let is_led = |count: &Count| {
        let ends = (count.range.end..count.range.end + 6).any(|at| view.is_any_at(at, "：，。"));
        let is_afar = view.char(mark) == '：' && clause.contains(&count.range.start);
        ends || is_afar && count.leads_from_afar(view)
    };
    let count = counts(view, lead.saturating_sub(LONGEST_LEAD)..mark)
        .filter(is_led)
        .last()?;
    // 提出四条建议，我局采纳了其中的三条：一是…: the list is of what is counted last; 对照三项要求，我厅将开展以下工作：
    // lists what is done.
    let rest = count.range.end..mark;
    let is_of_other = view.has_any(&rest, &["其中", "以下", "下列"]);
    (!is_of_other).then_some(count)
}
