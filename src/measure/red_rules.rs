//! Red rules of page 1: clauses 7.2.7 and 10.1.

use super::pdf::{Rule, Sheet};
use super::{Findings, Unit};
use crate::layout::PageStyle;
use crate::layout::length::Length;

/// A rule is one of the head's if it is at least so long.
const SHORTEST_RULE: Length = Length::mm(100.0);

/// Rules of one double rule are no further apart.
const WIDEST_GAP: Length = Length::mm(3.0);

/// A rule's thickness may be off by this much, in millimetres.
const WEIGHT_TOLERANCE: f64 = 0.05;

/// A red rule, single or double.
pub(super) struct RedRule {
    /// From its upper to its lower edge.
    pub(super) whole: Rule,
    /// What it is made of, from above.
    parts: Vec<Rule>,
}

/// The red rules of a page from its head, the two of a double rule as one.
pub(super) fn red_rules(sheet: &Sheet) -> Vec<RedRule> {
    let is_red = |rule: &Rule| rule.is_red && rule.right - rule.left > SHORTEST_RULE;
    let mut rules: Vec<Rule> = sheet.rules.iter().copied().filter(is_red).collect();
    rules.sort_by(|one, other| one.top.to_mm().total_cmp(&other.top.to_mm()));
    let mut all: Vec<RedRule> = Vec::new();
    for rule in rules {
        match all.last_mut() {
            Some(last) if rule.top - last.whole.bottom < WIDEST_GAP => {
                last.whole.bottom = last.whole.bottom.max(rule.bottom);
                last.parts.push(rule);
            }
            _ => all.push(RedRule {
                whole: rule,
                parts: vec![rule],
            }),
        }
    }
    all
}

/// 7.2.7: the single rule's thickness, which is open.
pub(super) fn single(rule: Option<&RedRule>, style: &PageStyle, findings: &mut Findings) {
    let weight = rule.map(|rule| (rule.whole.bottom - rule.whole.top, 0));
    findings.length(
        "红色分隔线粗",
        "7.2.7",
        style.document_head.separator,
        weight,
    );
    findings.allowing(WEIGHT_TOLERANCE);
    findings.open();
}

/// 10.1: thick above thin under the mark, thin above thick at the foot; how thick is open.
pub(super) fn double(
    (upper, lower): (&RedRule, &RedRule),
    style: &PageStyle,
    findings: &mut Findings,
) {
    let letter = style.letter_head;
    let wrong = f64::from(u8::from(!upper.is_ordered(|first, second| first > second)));
    let name = ("上双线不是上粗下细", "10.1");
    findings.number(name, 0.0, Some(wrong), Unit::Count, 0.0);
    let wrong = f64::from(u8::from(!lower.is_ordered(|first, second| first < second)));
    let name = ("下双线不是上细下粗", "10.1");
    findings.number(name, 0.0, Some(wrong), Unit::Count, 0.0);
    let names = ["上双线粗线粗", "上双线细线粗", "上双线间空"];
    let lengths = [letter.thick, letter.thin, letter.gap];
    upper.weights(names, lengths, findings);
    let names = ["下双线细线粗", "下双线粗线粗", "下双线间空"];
    let lengths = [letter.thin, letter.thick, letter.gap];
    lower.weights(names, lengths, findings);
}

impl RedRule {
    fn is_ordered(&self, is: fn(Length, Length) -> bool) -> bool {
        match &self.parts[..] {
            [first, second] => is(first.bottom - first.top, second.bottom - second.top),
            _ => false,
        }
    }

    /// The first rule's thickness, the second one's and the blank between them.
    fn weights(&self, names: [&'static str; 3], expected: [Length; 3], findings: &mut Findings) {
        let found = match &self.parts[..] {
            [first, second] => Some([
                first.bottom - first.top,
                second.bottom - second.top,
                second.top - first.bottom,
            ]),
            _ => None,
        };
        for (index, (name, expected)) in names.into_iter().zip(expected).enumerate() {
            let found = found.map(|found| (found[index], 0));
            findings.length(name, "10.1", expected, found);
            findings.allowing(WEIGHT_TOLERANCE);
            findings.open();
        }
    }
}
