//! What the session-mismatch rule compares beside the title and the opening: the sessions in the
//! rest of the letter, and the numbers of one proposal that is told of twice.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_chinese_digit};

/// 十二届三次会议 as it stands in a text.
pub(super) struct Meeting {
    pub(super) range: Range<usize>,
    /// The numbers of the term and of the session.
    pub(super) numbers: [String; 2],
}

/// The session whose 次会议 stands at `end`.
fn meeting(view: &TextView<'_>, end: usize) -> Option<Meeting> {
    let from = end.saturating_sub(16);
    let term = (from..end).rev().find(|at| view.char(*at) == '届')?;
    let first = |end: usize| {
        let digits = (from.saturating_sub(4)..end).rev();
        let digits = digits.take_while(|at| is_chinese_digit(view.char(*at)));
        digits.last().filter(|start| end - start <= 3)
    };
    let (start, number) = (first(term)?, first(end)?);
    // 常委会 has sessions of its own.
    let is_committee = view.find(term..end, "常").is_some();
    (!is_committee && number > term).then(|| Meeting {
        range: start..end + 3,
        numbers: [view.text(start..term), view.text(number..end)],
    })
}

/// The sessions of a range, in order.
pub(super) fn meetings(view: &TextView<'_>, range: Range<usize>) -> Vec<Meeting> {
    let mut found = Vec::new();
    let mut from = range.start;
    while let Some(at) = view.find(from..range.end, "次会议") {
        from = at + 3;
        found.extend(meeting(view, at));
    }
    found
}

/// The reader, and what the reader does at a session.
const READERS: [&str; 3] = ["您", "你们", "贵"];
const MADE: [&str; 4] = ["上提", "期间提", "提出", "上的"];

/// 您在2022年全会期间提出的 in an answer to 2023年全会第84号提案: sessions that are told by their year.
pub(super) fn by_year(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let reply = view.reply();
    let year = |range: &Range<usize>| {
        let mut years = view.places_in('年', range.clone());
        years.find_map(|at| {
            let bodies = ["市政协", "县政协", "区政协", "省政协", "市人大", "县人大"];
            let body = view.one_of_at(at + 1, &bodies);
            let name = at + 1 + body.map_or(0, |body| body.chars().count());
            let is_session = view.one_of_at(name, &YEARLY).is_some();
            let start = at.checked_sub(4).filter(|_| is_session)?;
            let is_year = (start..at).all(|at| view.char(at).is_ascii_digit());
            is_year.then_some(start..at + 1)
        })
    };
    let Some((titled, told)) = year(&reply.title).zip(year(&reply.opening)) else {
        return;
    };
    let (title, text) = (view.text(titled), view.text(told.clone()));
    let is_readers = view.has_any(&(reply.opening.start..told.start), &READERS);
    let is_made = view.has_any(&(told.end..told.end + 10), &["提出", "提交", "上的", "第"]);
    if title != text && is_readers && is_made {
        report(view, &told, &title, findings);
    }
}

/// What a session is called with its year.
const YEARLY: [&str; 5] = ["全会", "全体会议", "两会", "人代会", "政协会"];

/// 感谢您在四届三次会议上提出的意见 in an answer to a proposal of 五届三次会议.
pub(super) fn in_body(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let reply = view.reply();
    if reply.addressee.is_none() || reply.title.is_empty() {
        return;
    }
    let titled = meetings(view, reply.title.clone());
    let [titled] = titled.as_slice() else {
        return;
    };
    for said in meetings(view, reply.opening.end..view.chars().len()) {
        let clause = view.clause(said.range.start);
        let before = clause.start..said.range.start;
        let is_thanked =
            view.has_any(&before, &["感谢", "谢谢"]) && view.has_any(&before, &READERS);
        let is_made = view.one_of_at(said.range.end, &MADE).is_some();
        let is_readers = is_thanked && is_made;
        let is_other = view.has_any(&clause, &["此前", "曾", "去年", "上年", "也", "连续"]);
        // 市政协十三届四次会议以来，我局已两次…: the same session of another term.
        let is_since = view.is_at(said.range.end, "以来")
            && said.numbers[1] == titled.numbers[1]
            && view.has_any(&clause, &["我局", "我委", "我厅"]);
        let is_since = is_since
            || view.is_at(said.range.end, "以来，我") && said.numbers[1] == titled.numbers[1];
        if (is_readers || is_since) && !is_other && said.numbers != titled.numbers {
            report(
                view,
                &said.range,
                view.words(titled.range.clone()),
                findings,
            );
        }
    }
}

/// 您在三次会议上提出的…，为办好二次会议交办的这件建议: who handed it on is the session at which it was made.
pub(super) fn handed_on(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let all = meetings(view, 0..view.chars().len());
    let Some((first, others)) = all.split_first() else {
        return;
    };
    // 十三届二次会议第417号提案 names the paper itself.
    let is_paper = view.char(first.range.end) == '第' && others.len() == 1;
    if !is_paper && !is_of_reader(view, first) {
        return;
    }
    for said in others.iter().filter(|it| it.numbers != first.numbers) {
        if is_of_paper(view, said) || is_of_work(view, first, said) {
            report(view, &said.range, view.words(first.range.clone()), findings);
        }
    }
}

/// 您在市十五届人大三次会议上提出的.
fn is_of_reader(view: &TextView<'_>, meeting: &Meeting) -> bool {
    const READER: [&str; 5] = ["您在市", "您在县", "您在区", "您在省", "您在"];
    view.one_of_before(meeting.range.start, &READER).is_some()
        && view.one_of_at(meeting.range.end, &MADE).is_some()
}

/// 二次会议交办的这件建议, 一次会议上提出的这件提案.
fn is_of_paper(view: &TextView<'_>, meeting: &Meeting) -> bool {
    const PAPERS: [&str; 10] = [
        "上提出的这件",
        "上提出的该",
        "上提出的上述",
        "上提出的此件",
        "交办的这件",
        "交办的该",
        "交办的此件",
        "交办的本",
        "交办的您",
        "期间交办的这件",
    ];
    view.one_of_at(meeting.range.end, &PAPERS).is_some()
}

/// 关于办理九届二次会议提案的统一安排, of the same body.
fn is_of_work(view: &TextView<'_>, first: &Meeting, said: &Meeting) -> bool {
    const BODY: usize = 8;
    const HANDLES: [&str; 5] = ["办理", "办理市", "办理县政协", "办理市政协", "办理区政协"];
    let is_of_conference = |it: &Meeting| {
        view.has_any(
            &(it.range.start.saturating_sub(BODY)..it.range.end),
            &["政协"],
        )
    };
    is_of_conference(first) == is_of_conference(said)
        && view.one_of_before(said.range.start, &HANDLES).is_some()
        && view.one_of_at(said.range.end, &["提案", "建议"]).is_some()
}

pub(super) fn report(
    view: &TextView<'_>,
    range: &Range<usize>,
    other: &str,
    findings: &mut Findings<'_>,
) {
    let text = view.words(range.clone());
    findings
        .at(range.clone(), format!("这里是“{text}”，前面是“{other}”"))
        .hint("核对届次");
}

/// 市政协十二届二次会议期间，…提交了第5号提案, then 十二届三次会议第5号提案 in the same paragraph.
pub(super) fn in_paragraph(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let numbers = view.numbers();
    let papers = numbers.iter().filter(|it| is_paper(view, it));
    let mut first: Option<(&Number, Meeting)> = None;
    for paper in papers {
        let sentence = view.sentence(paper.digits.start);
        let before = sentence.start..paper.digits.start;
        let Some(meeting) = meetings(view, before).pop() else {
            continue;
        };
        let paragraph = |at: usize| view.paragraph(at).map(|it| it.range.start);
        let known = first.as_ref().filter(|(known, _)| {
            let is_same = view.words(known.digits.clone()) == view.text(paper.digits.clone());
            is_same && paragraph(known.digits.start) == paragraph(paper.digits.start)
        });
        match known {
            // 十二届三次会议第5号 and 十二届二次会议第5号 side by side are told by the rule itself.
            Some((_, told))
                if told.numbers != meeting.numbers && told.range.end + 3 < paper.digits.start =>
            {
                report(
                    view,
                    &meeting.range,
                    view.words(told.range.clone()),
                    findings,
                );
            }
            _ => first = Some((paper, meeting)),
        }
    }
}

/// 第5号提案, 第5号集体提案.
pub(super) fn is_paper(view: &TextView<'_>, number: &Number) -> bool {
    let papers = ["号提案", "号建议", "号集体提案", "号重点提案", "号重点建议"];
    view.before(number.digits.start) == '第' && view.one_of_at(number.digits.end, &papers).is_some()
}

/// 《…的提案》（第311号）收悉, then 第331号提案: one proposal, one slip of a digit.
pub(super) fn numbers(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let opening = view.reply().opening.clone();
    let Some(received) = view.find(opening.clone(), "收悉") else {
        opened(view, findings);
        return;
    };
    let head = opening.start..received;
    let told =
        only_number(view, head.clone()).or_else(|| only_number(view, view.reply().title.clone()));
    let Some(told) = told.filter(|_| !view.has_any(&head, &["并案", "等", "、第", "和第"]))
    else {
        return;
    };
    let whole = received..view.chars().len();
    let right = view.words(told.digits.clone());
    let papers = view
        .numbers_in(whole)
        .iter()
        .filter(|it| is_paper(view, it));
    for paper in papers {
        let written = view.words(paper.digits.clone());
        // 与第046号提案并案办理 tells of another one.
        let is_beside = view.is_any_before(paper.digits.start - 1, "与和及同、另");
        if is_slip(written, right) && !is_beside {
            let range = paper.digits.start - 1..paper.digits.end + 1;
            findings
                .at(
                    range,
                    format!("这里是“第{written}号”，收到的是“第{right}号”"),
                )
                .hint("核对编号");
        }
    }
}

/// 第305号提案的会办意见 in the title, 现就第350号提案 in the opening: the only numbers of both.
fn opened(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let reply = view.reply();
    let titled = only_number(view, reply.title.clone());
    let said = only_number(view, reply.opening.clone());
    let Some((titled, said)) = titled.zip(said) else {
        return;
    };
    let is_of_papers = is_paper(view, titled) && is_paper(view, said);
    let (right, written) = (
        view.text(titled.digits.clone()),
        view.text(said.digits.clone()),
    );
    if is_of_papers && is_slip(&written, &right) {
        let range = said.digits.start - 1..said.digits.end + 1;
        let message = format!("这里是“第{written}号”，标题里是“第{right}号”");
        findings.at(range, message).hint("核对编号");
    }
}

/// The one 第…号 of a range.
fn only_number<'v>(view: &'v TextView<'_>, range: Range<usize>) -> Option<&'v Number> {
    let numbers = view.numbers_in(range).iter();
    let is_told =
        |it: &&Number| view.before(it.digits.start) == '第' && view.char(it.digits.end) == '号';
    let mut told = numbers.filter(is_told);
    told.next().filter(|_| told.next().is_none())
}

/// Whether two numbers of the same length differ in one digit or in two that are swapped.
fn is_slip(written: &str, right: &str) -> bool {
    let pairs = written.bytes().zip(right.bytes());
    let differing: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
    let is_swapped = matches!(differing.as_slice(), [(a, b), (c, d)] if a == d && b == c);
    written.len() == right.len() && (differing.len() == 1 || is_swapped)
}
