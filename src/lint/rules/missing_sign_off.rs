//! A letter without a sign-off.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::issuer::{is_date, is_signature};
use crate::lint::view::TextView;
use crate::lint::view::paragraphs::Paragraph;
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
    let is_letter = reply.addressee.is_some() && (!reply.title.is_empty() || is_signed);
    let last = &paragraphs[paragraphs.len().saturating_sub(LAST)..];
    // A letter that is cut off has neither.
    if !is_letter || paragraphs.len() < LEAST {
        return;
    }
    let dated = last.iter().rposition(|it| is_date(view, &it.range));
    let Some(dated) = dated else {
        without_date(view, last, findings);
        return;
    };
    let date = last[dated].range.clone();
    if let Some(lacks) = lacks(view, date.start) {
        let message = format!("成文日期“{}”没有写{lacks}", view.text(date.clone()));
        findings.at(date, message).hint("成文日期写全年、月、日");
        return;
    }
    let above = dated.checked_sub(1).map(|at| last[at].range.clone());
    if above.is_some_and(|above| view.is_any_before(above.end, "。！")) {
        findings
            .at(date, "成文日期上面没有发文机关署名")
            .hint("补上发文机关全称");
    }
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

/// The least paragraphs of a letter: title, addressee, text, sign-off.
const LEAST: usize = 4;

/// The last line is the name of a body, or the last one before remarks in parentheses.
fn without_date(view: &TextView<'_>, last: &[Paragraph], findings: &mut Findings<'_>) {
    let is_remark = |line: &&Paragraph| {
        view.is_any_at(line.range.start, "（(")
            || view
                .one_of_at(line.range.start, &["附件", "抄送", "联系"])
                .is_some()
    };
    let mut lines = last.iter().rev().skip_while(is_remark).peekable();
    // 2024.6.20 is no date of issue.
    let is_digits = |line: &&Paragraph| {
        let text = view.text(line.range.clone());
        text.len() >= 8
            && text
                .chars()
                .all(|it| it.is_ascii_digit() || ".．/-－—".contains(it))
    };
    if let Some(date) = lines.next_if(is_digits) {
        let text = view.text(date.range.clone());
        findings
            .at(
                date.range.clone(),
                format!("成文日期“{text}”没有用年、月、日"),
            )
            .hint("成文日期写成“2024年6月20日”");
        return;
    }
    let name = lines.next().map(|line| line.range.clone());
    let above = lines.next();
    let is_prose = above.is_some_and(|above| view.is_any_before(above.range.end, "。！"));
    if let Some(name) = name.filter(|name| is_prose && is_signature(view, name)) {
        findings
            .at(name, "署名下面没有成文日期")
            .hint("补上成文日期，写全年、月、日");
    }
}
