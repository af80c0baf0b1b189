//! Brackets and quotation marks without a partner.

use super::missing_closing_mark::missing_closing_mark;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::pairs::{closing_of, opening_of};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// Brackets and quotation marks without a partner.
pub(crate) const UNBALANCED_PAIR: Rule = Rule {
    name: "unbalanced-pair",
    title: "括号、引号、书名号不成对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("unbalanced_pair.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let unmatched = &view.pairs().unmatched;
    let mut index = 0;
    while let Some(at) = unmatched.get(index).copied() {
        let next = unmatched.get(index + 1).copied();
        let twin = next.filter(|next| is_twin(view, at, *next));
        index += if twin.is_some() { 2 } else { 1 };
        if is_wrong(view, at) {
            report(view, at, twin, findings);
        }
    }
}

/// Two marks that look like one pair: the same mark twice, or of different width.
fn is_twin(view: &TextView<'_>, at: usize, next: usize) -> bool {
    let (first, second) = (view.char(at), view.char(next));
    let same_paragraph = view.paragraph(at).is_some_and(|p| p.range.contains(&next));
    let alike = first == second && "“”‘’".contains(first);
    let mixed = matches!(
        (first, second),
        ('(', '）')
            | ('（', ')')
            | ('《', '〉')
            | ('〈', '》')
            | ('〔', ']' | '］' | '】')
            | ('[' | '［' | '【', '〕')
            | ('“', '’')
            | ('‘', '”')
    );
    same_paragraph && (alike || mixed)
}

fn is_wrong(view: &TextView<'_>, at: usize) -> bool {
    match view.char(at) {
        '(' | ')' => is_han(view.before(at)) || is_han(view.char(at + 1)),
        '[' | ']' => false,
        // A quotation over several paragraphs opens in each and closes in the last.
        '“' => !(view.before(at) == '\n' && next_paragraph_opens(view, at)),
        _ => true,
    }
}

fn next_paragraph_opens(view: &TextView<'_>, at: usize) -> bool {
    let start = view
        .paragraph(at)
        .map_or(at, |paragraph| paragraph.range.end + 1);
    (start..start + 3).any(|index| view.char(index) == '“')
}

fn report(view: &TextView<'_>, at: usize, twin: Option<usize>, findings: &mut Findings<'_>) {
    let mark = view.char(at);
    if let Some(twin) = twin {
        let message = format!("“{mark}”与“{}”不成对", view.char(twin));
        findings
            .at(at..twin + 1, message)
            .hint("改成同一种、左右相对的标点");
        return;
    }
    if let Some(missing) = missing_closing_mark(view, at) {
        let (end, closing) = (missing.at, missing.mark);
        findings
            .at(at..end + 1, format!("“{mark}”后面没有对应的“{closing}”"))
            .hint(format!("在{}后面补上“{closing}”", missing.behind))
            .suggest(end..end, closing);
        return;
    }
    let message = match closing_of(mark) {
        Some(closing) => format!("“{mark}”后面没有对应的“{closing}”"),
        None => format!(
            "“{mark}”前面没有对应的“{}”",
            opening_of(mark).unwrap_or(mark)
        ),
    };
    findings
        .at(at..at + 1, message)
        .hint("补上缺少的一半，或者删去多余的一半");
}
