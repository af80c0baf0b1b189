//! 联系电活：, 联系入：, 邮政遍码：: a label of the contact line with one wrong character.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::slip_in::slip_in;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 联系电活：, 联系入：, 邮政遍码：: a label of the contact line with one wrong character.
pub(crate) const CONTACT_LABEL_SLIP: Rule = Rule {
    name: "contact-label-slip",
    title: "联系方式的名目里有一个字不对",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("contact_label_slip.md"),
};

/// The labels, none of which is another with one character changed.
const LABELS: [&str; 9] = [
    "联系人",
    "联系人及电话",
    "联系电话",
    "联系方式",
    "联系地址",
    "邮政编码",
    "电子邮箱",
    "通信地址",
    "传真",
];

/// Characters that look alike: the written and the right one.
const LOOK_ALIKE: [(char, char); 15] = [
    ('活', '话'),
    ('入', '人'),
    ('八', '人'),
    ('己', '电'),
    ('申', '电'),
    ('由', '电'),
    ('田', '电'),
    ('糸', '系'),
    ('直', '真'),
    ('具', '真'),
    ('其', '真'),
    ('偏', '编'),
    ('遍', '编'),
    ('傅', '传'),
    ('转', '传'),
];

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for colon in view.places_of_any(&['：', ':']) {
        let length = (0..7)
            .take_while(|back| is_han(view.before(colon.saturating_sub(*back))))
            .count();
        let written = &view.chars()[colon - length..colon];
        let is_meant = |label: &&&str| slip_in(written, label.chars(), &LOOK_ALIKE).is_some();
        let Some(label) = LABELS.iter().find(is_meant) else {
            continue;
        };
        let range = colon - length..colon;
        let text = view.words(range.clone());
        findings
            .at(range.clone(), format!("“{text}”应当是“{label}”"))
            .hint(format!("改为“{label}”"))
            .suggest(range, *label);
    }
}
