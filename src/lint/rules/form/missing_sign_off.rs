//! A letter without a sign-off.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::{is_date, is_signature, titled};
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::{Paragraph, ParagraphKind};
use crate::lint::{Check, LetterView, Rule};

/// A letter without a sign-off.
pub(crate) const MISSING_SIGN_OFF: Rule = Rule {
    name: "missing-sign-off",
    title: "没有署名或成文日期",
    severity: Severity::Warning,
    check: Check::LetterOrText(check, check_text),
    page: include_str!("missing_sign_off.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let closing_block = view.document().main_part.closing_block.as_ref();
    let is_signed = closing_block.is_some_and(|block| !block.sign_offs.is_empty());
    if !is_signed {
        findings
            .place(view.letter().place.clone(), "这封信没有发文机关署名")
            .hint("删去 sign_offs: []，署名就是机关全称");
    }
}

/// How many of the last paragraphs may hold the sign-off.
const LAST: usize = 8;

/// What a text alone tells: its last lines are a name without a date, or a date without a name.
fn check_text(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let reply = view.reply();
    let paragraphs = view.paragraphs();
    // The title may be left out of a copy that keeps the sign-off.
    let is_signed = paragraphs
        .iter()
        .rev()
        .take(2)
        .any(|it| is_signature(view, &it.range));
    let is_dated = paragraphs.last().is_some_and(|it| is_date(view, &it.range));
    let is_letter = reply.addressee.is_some() && (!reply.title.is_empty() || is_signed || is_dated);
    if odd_date(view, findings) {
        return;
    }
    let last = &paragraphs[paragraphs.len().saturating_sub(LAST)..];
    // A letter that is cut off has neither.
    if !is_letter || paragraphs.len() < LEAST {
        return;
    }
    let dated = last.iter().rposition(|it| is_date(view, &it.range));
    let Some(dated) = dated else {
        without_date(view, last, findings);
        without_both(view, findings);
        return;
    };
    let date = last[dated].range.clone();
    let above = dated.checked_sub(1).map(|at| last[at].range.clone());
    // A copy for the public may name the office above its title only.
    let is_named = titled(view).is_some() || is_named_in_head(view);
    let is_seal = |above: &Range<usize>| SEALS.contains(&view.words(above.clone()));
    let is_unsigned =
        |above: Range<usize>| view.is_any_before(above.end, "。！") || is_seal(&above);
    if !is_named && above.is_some_and(is_unsigned) {
        findings
            .at(date, "成文日期上面没有发文机关署名")
            .hint("补上发文机关全称");
    }
}

/// What stands where the seal goes, and is no name.
const SEALS: [&str; 6] = [
    "（盖章）",
    "（公章）",
    "（印章）",
    "（章）",
    "（单位盖章）",
    "(盖章)",
];

/// Whether a line above the addressee names the office, or several of them.
fn is_named_in_head(view: &TextView<'_>) -> bool {
    let Some(addressee) = &view.reply().addressee else {
        return false;
    };
    let lines = view.paragraphs().iter();
    let mut head = lines.take_while(|it| it.range.start < addressee.line.start);
    head.any(|line| {
        let end = line.range.end;
        let start = (line.range.start..end)
            .rev()
            .find(|at| view.is_any_at(*at, " 　"))
            .map_or(line.range.start, |space| space + 1);
        is_signature(view, &(start..end))
    })
}

/// A date below a signature that is not whole, whatever stands above: 2023年7月, 2024.6.18.
fn odd_date(view: &TextView<'_>, findings: &mut Findings<'_>) -> bool {
    let paragraphs = view.paragraphs();
    let last = &paragraphs[paragraphs.len().saturating_sub(LAST)..];
    let mut lines = last.windows(2).rev();
    let found = lines.find(|lines| {
        lines.iter().all(|line| line.kind == ParagraphKind::Text)
            && is_signature(view, &lines[0].range)
            && is_like_date(view, &lines[1].range)
            && is_last(view, lines[1].range.end)
    });
    let Some([_, line]) = found else {
        return false;
    };
    let (date, text) = (line.range.clone(), view.text(line.range.clone()));
    if is_blank(view, &date) {
        let message = "成文日期的年、月、日没有填";
        findings
            .at(date, message)
            .hint("成文日期写成“2024年6月20日”");
        return true;
    }
    if is_digits(view, &date) {
        findings
            .at(date, format!("成文日期“{text}”没有用年、月、日"))
            .hint("成文日期写成“2024年6月20日”");
        return true;
    }
    let lacks = match is_cut(view, &date) {
        _ if is_without_month(view, &date) => Some("几月"),
        true if view.before(date.end) == '日' => Some("几日"),
        true => Some("“日”字"),
        false => lacks(view, date.start),
    };
    let Some(lacks) = lacks else {
        return false;
    };
    let message = format!("成文日期“{text}”没有写{lacks}");
    findings.at(date, message).hint("成文日期写全年、月、日");
    true
}

/// Whether nothing but remarks stands behind `end`.
fn is_last(view: &TextView<'_>, end: usize) -> bool {
    let lines = view.paragraphs().iter().rev().take(LAST);
    let mut lines = lines.take_while(|line| line.range.start > end);
    lines.all(|line| is_remark(view, line))
}

/// What may stand below a sign-off.
fn is_remark(view: &TextView<'_>, line: &Paragraph) -> bool {
    let begins = ["附件", "抄送", "联系", "（", "("];
    view.one_of_at(line.range.start, &begins).is_some()
}

/// Whether a line is a date or is meant as one.
fn is_like_date(view: &TextView<'_>, line: &Range<usize>) -> bool {
    is_date(view, line)
        || is_digits(view, line)
        || is_cut(view, line)
        || is_blank(view, line)
        || is_without_month(view, line)
}

/// 2024年月16日.
fn is_without_month(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let text = view.words(line.clone());
    let parts = text
        .strip_suffix('日')
        .and_then(|text| text.split_once("年月"));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(year, day)| {
        year.len() == 4 && (1..=2).contains(&day.len()) && is_number(year) && is_number(day)
    })
}

/// 年　月　日, 2024年　月　日: a form that nobody has filled in.
fn is_blank(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let text = view.words(line.clone());
    let words: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let blank = words.trim_start_matches(|it: char| it.is_ascii_digit());
    line.len() <= 16 && blank == "年月日"
}

/// 2024年5月10, without its last character.
fn is_cut(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let date = view.date_at(line.start).filter(|date| date.day.is_none());
    let rest = date.map(|date| date.range.end..line.end);
    rest.is_some_and(|mut rest| {
        // 2025年6月日 lacks its day.
        view.words(rest.clone()) == "日"
            || (1..=2).contains(&rest.len()) && rest.all(|at| view.char(at).is_ascii_digit())
    })
}

/// 2024.6.20 is no date of issue.
fn is_digits(view: &TextView<'_>, line: &Range<usize>) -> bool {
    let is_part = |at: usize| view.char(at).is_ascii_digit() || view.is_any_at(at, ".．/-－—");
    let marks = line.clone().filter(|at| !view.char(*at).is_ascii_digit());
    (8..=10).contains(&line.len()) && line.clone().all(is_part) && marks.count() == 2
}

/// What a date of issue lacks.
fn lacks(view: &TextView<'_>, start: usize) -> Option<&'static str> {
    let date = view.date_at(start)?;
    match (date.year, date.day) {
        (_, None) => Some("日"),
        (None, _) => Some("年"),
        _ => None,
    }
}

/// The least paragraphs of a letter: addressee, text, sign-off.
const LEAST: usize = 3;

/// The last line is the name of a body, or the last one before remarks in parentheses.
fn without_date(view: &TextView<'_>, last: &[Paragraph], findings: &mut Findings<'_>) {
    let mut lines = last.iter().rev().skip_while(|line| is_remark(view, line));
    let name = lines.next().map(|line| line.range.clone());
    let above = lines.next();
    let is_prose = above.is_some_and(|above| view.is_any_before(above.range.end, "。！"));
    if let Some(name) = name.filter(|name| is_prose && is_signature(view, name)) {
        findings
            .at(name, "署名下面没有成文日期")
            .hint("补上成文日期，写全年、月、日");
    }
}

/// A letter with its title and its addressee whose last paragraph is its closing, 特此答复.
fn without_both(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const TITLES: [&str; 6] = ["答复", "的函", "复函", "答复意见", "的回复", "的意见"];
    const CLOSINGS: [&str; 7] = [
        "特此答复",
        "专此答复",
        "特此函复",
        "专此函复",
        "特此回复",
        "此复",
        "专此函告",
    ];
    let reply = view.reply();
    let mut lines = view.paragraphs().iter().rev();
    let last = lines.find(|line| !is_remark(view, line));
    let Some(last) = last.map(|it| it.range.clone()) else {
        return;
    };
    let is_titled = view.one_of_before(reply.title.end, &TITLES).is_some();
    let closes = view.one_of_at(last.start, &CLOSINGS).is_some()
        || view.one_of_before(last.end - 1, &CLOSINGS).is_some();
    let is_closing = closes && view.is_any_before(last.end, "。！");
    if is_titled && is_closing && reply.title.start == view.paragraphs()[0].range.start {
        findings
            .at(last, "结束语下面没有署名和成文日期")
            .hint("补上发文机关全称和成文日期");
    }
}
