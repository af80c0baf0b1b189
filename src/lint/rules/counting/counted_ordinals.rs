//! 归纳为两类：第一类…；第二类…；第三类…: the ordinals go on behind the count.

use super::lists::chinese_number;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// What the items are called.
const KINDS: &str = "类种步点条项个批层";

/// Reports a count before a colon that the ordinals behind it pass.
pub(super) fn counted_ordinals(view: &TextView<'_>, colon: usize, findings: &mut Findings<'_>) {
    let kind = view.before(colon);
    let Some(numeral) = colon.checked_sub(2).filter(|_| KINDS.contains(kind)) else {
        return;
    };
    let sentence = view.sentence(colon);
    let of_kind = |at: usize| {
        let value = chinese_number(view.char(at + 1))?;
        (view.char(at + 2) == kind).then_some(value)
    };
    let ordinals = view
        .places_in('第', colon..sentence.end)
        .filter_map(of_kind);
    let last = ordinals.max();
    if let Some((said, last)) = chinese_number(view.char(numeral)).zip(last)
        && last > said
        && view.char(colon + 1) == '第'
    {
        let text = view.words(numeral..colon);
        findings
            .at(numeral..colon, format!("“{text}”后面列到“第{last}{kind}”"))
            .hint("核对数目和所列的各项");
    }
}
