//! One session told of twice in a paragraph, with another number the second time.

use std::ops::Range;

use super::other_session::{Meeting, is_paper, meetings, report};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::text::numerals::parse_chinese_numeral;

/// How far on in a paragraph the second mention is looked for.
const NEAR: usize = 200;

/// What tells of an earlier session or of another paper on purpose.
const EARLIER: [&str; 14] = [
    "此前", "曾", "去年", "上年", "往年", "也", "连续", "上届", "再次", "又", "还", "另", "同时",
    "原",
];

/// Compares the sessions and the numbers of a text that stand near each other.
pub(super) fn same_session(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let meetings = meetings(view, 0..view.chars().len());
    for pair in meetings.windows(2) {
        let (first, second) = (&pair[0], &pair[1]);
        let between = first.range.end..second.range.start;
        let is_near = between.len() < NEAR && view.find(between, "\n").is_none();
        if !is_near || view.has_any(&view.clause(second.range.start), &EARLIER) {
            continue;
        }
        if in_other_term(view, first, second) || of_same_papers(view, first, second) {
            let known = view.words(first.range.clone());
            report(view, &second.range, known, findings);
        }
    }
    for meeting in &meetings {
        committee(view, meeting, findings);
    }
    swapped_digits(view, findings);
}

/// 十六届三次会议第41号建议收悉。您在十五届三次会议上提出的: five years before, and as the third session.
fn in_other_term(view: &TextView<'_>, first: &Meeting, second: &Meeting) -> bool {
    let between = first.range.end..second.range.start;
    let before = view.clause(second.range.start).start..second.range.start;
    let is_received = view.has_any(&between, &["收悉"]);
    let is_readers = view.has_any(&before, &["您", "你们", "贵"]);
    let is_made = view
        .one_of_at(second.range.end, &["上提", "期间提", "提出", "提交"])
        .is_some();
    let [term, session] = &first.numbers;
    let [other_term, other_session] = &second.numbers;
    is_received && is_readers && is_made && term != other_term && session == other_session
}

/// 五次会议……承办其中的9件。为做好四次会议的这9件提案: the same papers of another session.
fn of_same_papers(view: &TextView<'_>, first: &Meeting, second: &Meeting) -> bool {
    // 十届二次会议的这件提案 is the one told of before.
    let is_this = view
        .one_of_at(
            second.range.end,
            &["的这件", "的该件", "的此件", "上的这件", "的这份"],
        )
        .is_some();
    if is_this {
        return first.numbers != second.numbers;
    }
    // 再次感谢您在二次会议上提出第86号建议, which was of the other session before.
    if let Some(link) = view.one_of_at(second.range.end, &["上提出第", "上提出的第"]) {
        let start = second.range.end + link.chars().count();
        let number = view.numbers_in(start..start + 1).first();
        let told = number.map(|it| format!("第{}号", view.words(it.digits.clone())));
        let known = told.and_then(|it| view.find(first.range.end..second.range.start, &it));
        return known.is_some() && first.numbers != second.numbers;
    }
    let after = second.range.end..second.range.end + 8;
    let number = view.numbers_in(after).first();
    let Some(number) = number.filter(|it| "件份".contains(view.char(it.digits.end))) else {
        return false;
    };
    let is_pointed = view.has_any(&(second.range.end..number.digits.start), &["这", "上述"]);
    let told = format!("{}件", view.text(number.digits.clone()));
    let known = view.find(first.range.end..second.range.start, &told);
    let is_whole = known.is_some_and(|at| !view.before(at).is_ascii_digit());
    is_pointed && is_whole && first.numbers != second.numbers
}

/// 十五届人大二次会议期间提出的议案，经十四届人大常委会审议: a committee whose term was over.
fn committee(view: &TextView<'_>, meeting: &Meeting, findings: &mut Findings<'_>) {
    const LONGEST: usize = 60;
    const NAMES: [&str; 2] = ["届人大常委会", "届人民代表大会常务委员会"];
    let end = view.sentence(meeting.range.end).end;
    let rest = meeting.range.end..end.min(meeting.range.end + LONGEST);
    let Some(at) = NAMES.iter().find_map(|it| view.find(rest.clone(), it)) else {
        return;
    };
    let digits = (rest.start..at).rev();
    let digits = digits.take_while(|it| is_chinese_digit(view.char(*it)));
    let Some(start) = digits.last() else {
        return;
    };
    let clause = view.clause(start);
    let acts = view.has_any(&(clause.start..start), &["经", "由", "交", "提请", "报"]);
    let other = parse_chinese_numeral(view.words(start..at));
    let terms = parse_chinese_numeral(&meeting.numbers[0]).zip(other);
    let is_over = terms.is_some_and(|(term, other)| other < term);
    let is_made = view.has_any(&(meeting.range.end..clause.start), &["提出", "提交"]);
    if acts && is_made && is_over && !view.has_any(&clause, &EARLIER) {
        let text = view.words(meeting.range.clone());
        report(view, &(start..at + 1), text, findings);
    }
}

/// 第0275号提案……对第0257号提案高度重视: the only two numbers of a paragraph, two digits swapped.
fn swapped_digits(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let papers: Vec<&Number> = view
        .numbers()
        .iter()
        .filter(|it| is_paper(view, it))
        .collect();
    for (at, pair) in papers.windows(2).enumerate() {
        let (first, second) = (pair[0], pair[1]);
        let third = papers.get(at + 2).map(|it| it.digits.start);
        let before = at.checked_sub(1).map(|at| papers[at].digits.start);
        let between = first.digits.end..second.digits.start;
        let is_near = between.len() < NEAR && view.find(between.clone(), "\n").is_none();
        let mut others = [third, before].into_iter().flatten();
        if !is_near || others.any(|other| is_beside(view, other, &between)) {
            continue;
        }
        let is_led =
            view.one_of_before(second.digits.start - 1, &["对", "针对", "就", "将", "关于"]);
        // 《…的建议》（第1087号）: the number of the paper that was named.
        let is_given = view.ends_at(second.digits.start - 1, "》（")
            && view.char(second.digits.end + 1) == '）';
        let clause = view.clause(second.digits.start);
        let is_other = view.has_any(&between, &["、第", "和第", "及第", "并案", "另"])
            || view.has_any(&clause, &EARLIER);
        let (right, written) = (
            view.text(first.digits.clone()),
            view.text(second.digits.clone()),
        );
        if (is_led.is_some() || is_given) && !is_other && is_swapped(&right, &written) {
            let range: Range<usize> = second.digits.start - 1..second.digits.end + 1;
            let message = format!("这里是“第{written}号”，前面是“第{right}号”");
            findings.at(range, message).hint("核对编号");
        }
    }
}

/// Whether another number stands in the paragraph of the two.
fn is_beside(view: &TextView<'_>, other: usize, between: &Range<usize>) -> bool {
    let paragraph = view.paragraph(between.start);
    paragraph.is_some_and(|it| it.range.contains(&other))
}

/// Whether two numbers of three digits or more differ in two neighbouring digits that are swapped.
fn is_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let first = one.iter().zip(other).position(|(a, b)| a != b);
    let is_pair = |at: usize| {
        let next = at + 1;
        one.get(next) == other.get(at)
            && one.get(at) == other.get(next)
            && one.get(next + 1..) == other.get(next + 1..)
    };
    one.len() >= 3 && one.len() == other.len() && first.is_some_and(is_pair)
}
