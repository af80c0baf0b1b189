//! Head and title: clauses 7.2, 7.3.1, 7.3.2 and 10.1.

use super::head_rows::{Around, left_rows, signatories};
use super::lines::{Line, Lines};
use super::mark::IssuerMark;
use super::pdf::Sheet;
use super::red_rules::{RedRule, double, red_rules, single};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

pub(super) fn measure(sheets: &[Sheet], lines: &Lines, style: &PageStyle, findings: &mut Findings) {
    let Some(first) = sheets.first() else { return };
    let rules = red_rules(first);
    let head = Head::new(lines);
    // Two double rules are the letter's; a document has a single one.
    let bottom = if rules.len() >= 2 {
        let last = &rules[rules.len() - 1];
        letter_head(&head, (&rules[0], last), style, findings)
    } else {
        document_head(&head, rules.first(), style, findings)
    };
    title(lines, bottom, style, findings);
}

/// The texts of the head on page 1.
struct Head<'l> {
    lines: &'l Lines,
    mark: IssuerMark<'l>,
    number: Option<&'l Line>,
    signatories: bool,
}

impl<'l> Head<'l> {
    fn new(lines: &'l Lines) -> Self {
        let is_number = |line: &&Line| is_number(&line.text());
        Self {
            lines,
            mark: IssuerMark::new(lines),
            number: lines.of_page(0).find(is_number),
            signatories: lines
                .of_page(0)
                .any(|line| line.text().contains("签发人：")),
        }
    }
}

/// Whether a line of page 1 is the document number, with signatories or a class mark after it at most
/// (7.2.5).
fn is_number(text: &str) -> bool {
    let Some((number, after)) = text.split_once('号') else {
        return false;
    };
    let is_class_mark = after.chars().count() <= 4 && after.chars().all(char::is_alphanumeric);
    number.contains('〔')
        && number.chars().count() < 27
        && (is_class_mark || after.contains("签发人："))
}

/// 10.1; gives the lower edge of what stands above the title.
fn letter_head(
    head: &Head<'_>,
    (upper, lower): (&RedRule, &RedRule),
    style: &PageStyle,
    findings: &mut Findings,
) -> Option<Length> {
    let letter = style.letter_head;
    let (first, last) = (&upper.whole, &lower.whole);
    let cell = style.cell();
    let mark = &head.mark;
    let name = "发文机关标志上边距上页边";
    findings.length(name, "10.1", letter.mark_top, mark.top());
    mark.measure(("10.1", style.paper.width / 2.0), style, findings);
    let drop = mark.bottom().map(|bottom| (first.top - bottom, 0));
    findings.length("上双线距发文机关标志", "10.1", letter.separator_drop, drop);
    for (name, rule) in [("上双线长", first), ("下双线长", last)] {
        let length = Some((rule.right - rule.left, 0));
        findings.length(name, "10.1", letter.separator_length, length);
    }
    let middle = Some(((first.left + first.right) / 2.0, 0));
    findings.length("双线中线", "10.1", style.paper.width / 2.0, middle);
    let foot = Some((style.paper.height - last.bottom, 0));
    findings.length("下双线距下页边", "10.1", letter.foot, foot);
    double((upper, lower), style, findings);
    let number = head.number;
    let drop = number.map(|number| (number.top() - first.bottom, 0));
    findings.length("发文字号距上双线", "10.1", letter.number_drop, drop);
    let edge = number.map(|number| (number.right(cell), 0));
    findings.length("发文字号右边", "10.1", style.right(), edge);
    left_rows(
        head.lines,
        first.bottom + letter.number_drop,
        style,
        findings,
    );
    Some(first.bottom)
}

/// 7.2; gives the lower edge of what stands above the title.
fn document_head(
    head: &Head<'_>,
    rule: Option<&RedRule>,
    style: &PageStyle,
    findings: &mut Findings,
) -> Option<Length> {
    let document = style.document_head;
    let cell = style.cell();
    let top = style.head + document.mark_drop;
    let mark = &head.mark;
    left_rows(head.lines, style.row_top(0), style, findings);
    findings.length("发文机关标志上边", "7.2.4", top, mark.top());
    let middle = style.binding + style.type_area.width / 2.0;
    mark.measure(("7.2.4", middle), style, findings);
    let number = head.number;
    let whole = rule.map(|rule| rule.whole);
    if !head.signatories {
        let rows = style.line_pitch() * document.rows_under_mark as f64;
        let drop = number.zip(mark.bottom());
        let drop = drop.map(|(number, bottom)| (number.top() - bottom, 0));
        findings.length("发文字号距发文机关标志", "7.2.5", rows, drop);
        let found = number.map(|number| (number.middle(cell), 0));
        findings.length("发文字号中线", "7.2.5", middle, found);
    }
    let around = Around {
        mark_bottom: mark.bottom(),
        number,
        rule: whole.map(|rule| rule.top),
    };
    signatories(head.lines, around, style, findings);
    let drop = whole.zip(number);
    let drop = drop.map(|(rule, number)| (rule.top - number.bottom(), 0));
    findings.length(
        "红色分隔线距发文字号",
        "7.2.7",
        document.separator_drop,
        drop,
    );
    let length = whole.map(|rule| (rule.right - rule.left, 0));
    findings.length("红色分隔线长", "7.2.7", style.type_area.width, length);
    single(rule, style, findings);
    whole.map(|rule| rule.bottom)
}

/// 7.3.1 and 7.3.2: the title's size, its middle, and the rows above and below it.
fn title(lines: &Lines, rule: Option<Length>, style: &PageStyle, findings: &mut Findings) {
    let is_large = |line: &&Line| !line.is_red() && line.size() > lines.body_size * 1.2;
    let title: Vec<&Line> = lines.of_page(0).filter(is_large).collect();
    let (first, last) = (title.first(), title.last());
    let size = first.map(|line| line.size().to_pt());
    let expected = style.sizes.no2.to_pt();
    findings.number(("标题字号", "7.3.1"), expected, size, Unit::Point, 0.1);
    let middle = style.binding + style.type_area.width / 2.0;
    let worst = title
        .iter()
        .map(|line| (line.middle(line.size()), 0))
        .max_by(|one, other| {
            let off = |place: Length| (place - middle).abs().to_mm();
            off(one.0).total_cmp(&off(other.0))
        });
    // Digits of a proportional font stand in their half cells by their own shape.
    findings.length("标题中线", "7.3.1", middle, worst);
    findings.allowing(0.5);
    let rows = style.line_pitch() * 2.0;
    let above = first.map(|first| {
        let texts = lines.of_page(0).filter(|line| line.top() < first.top());
        let black = texts.filter(|line| !line.is_red() && line.size() < first.size());
        let bottoms = black.map(|line| line.bottom().to_mm());
        rule.unwrap_or_default()
            .max(Length::mm(bottoms.fold(0.0, f64::max)))
    });
    let drop = first
        .zip(above)
        .filter(|_| rule.is_some())
        .map(|(first, above)| (first.top() - above, 0));
    findings.length("标题上空", "7.3.1", rows, drop);
    let next = last.and_then(|last| {
        let mut below = lines
            .body()
            .filter(|line| line.page == 0 && line.top() > last.top());
        Some((below.next()?.top() - last.bottom(), 0))
    });
    findings.length("标题下空", "7.3.2", style.line_pitch(), next);
}
