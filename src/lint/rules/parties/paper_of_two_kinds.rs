//! 第203号提案…第203号建议: one number, called a proposal of the one meeting and then of the other.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// How far on the other kind is looked for.
const NEAR: usize = 400;

/// What a paper may be called right behind 号.
const KINDS: [&str; 2] = ["提案", "建议"];

/// Reports each number of a paper that is called by the other kind than right before.
pub(super) fn paper_of_two_kinds(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<(&Number, &str)> = None;
    for number in view.numbers() {
        let Some(kind) = kind(view, number) else {
            continue;
        };
        let known = last.replace((number, kind));
        let digits = |number: &Number| view.text(number.digits.clone());
        let known = known.filter(|(known, _)| {
            digits(known) == digits(number) && number.digits.start - known.digits.end <= NEAR
        });
        if let Some((_, right)) = known.filter(|(_, known)| *known != kind) {
            let start = number.digits.end + 1;
            let text = view.words(number.digits.start - 1..start + 2);
            findings
                .at(start..start + 2, format!("“{text}”前面叫“{right}”"))
                .hint(format!("如果说的就是它，改为“{right}”"))
                .suggest(start..start + 2, right);
        }
    }
}

/// 提案 behind 第203号.
fn kind(view: &TextView<'_>, number: &Number) -> Option<&'static str> {
    let (start, end) = (number.digits.start, number.digits.end);
    if view.char(end) != '号' || view.before(start) != '第' {
        return None;
    }
    let kind = view.one_of_at(end + 1, &KINDS);
    kind.filter(|_| !view.in_title(start) && !view.in_quotes(start))
}
