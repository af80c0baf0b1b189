//! 一、加大投入 … 三、加大投入: two parts of one level have the same heading.

use std::collections::HashMap;

use super::headings::{Heading, each_heading};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// 一、加大投入 … 三、加大投入: two parts of one level have the same heading.
pub(crate) const REPEATED_HEADING: Rule = Rule {
    name: "repeated-heading",
    title: "小标题重复",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("repeated_heading.md"),
};

/// How many levels of headings are looked at: 一、 and （一）.
const LEVELS: usize = 2;

/// Shorter headings are usual ones, and those of tables and forms.
const SHORTEST: usize = 5;

/// No heading is so long.
const LONGEST: usize = 40;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut seen: [HashMap<&str, Heading>; LEVELS] = Default::default();
    each_heading(view, |_, heading| {
        // A new list begins anew, such as that of an annex or of the next letter, and one inside a part.
        let goes_on = usize::from(heading.value > 1);
        let begun = (heading.level - 1 + goes_on).min(LEVELS);
        seen[begun..].iter_mut().for_each(HashMap::clear);
        let Some(text) = title(view, heading).filter(|_| heading.level <= LEVELS) else {
            return;
        };
        if let Some(first) = seen[heading.level - 1].insert(text, heading) {
            let message = format!(
                "小标题“{text}”与前面的“{}”相同",
                view.words(first.start..first.end)
            );
            let end = heading.end + text.chars().count();
            findings
                .at(heading.start..end, message)
                .hint("按这一部分的内容改写小标题，或者与前面的合并");
        }
    });
}

/// The words of a heading that fills its line; nothing if they are followed by text.
fn title<'v>(view: &'v TextView<'_>, heading: Heading) -> Option<&'v str> {
    let line = (heading.end..heading.end + LONGEST).take_while(|at| is_han(view.char(*at)));
    let end = heading.end + line.count();
    let is_alone = view.char(end) == '\n';
    (is_alone && end - heading.end >= SHORTEST).then(|| view.words(heading.end..end))
}
