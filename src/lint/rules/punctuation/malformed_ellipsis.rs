//! ..., 。。。, ··· or a single … for ……

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule};

/// ..., 。。。, ··· or a single … for ……
pub(crate) const MALFORMED_ELLIPSIS: Rule = Rule {
    name: "malformed-ellipsis",
    title: "省略号写法不对",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("malformed_ellipsis.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let mut done = 0;
    for at in view.places_of_any(&['.', '。', '·', '…', '．']) {
        if at < done {
            continue;
        }
        done = at
            + view.chars()[at..]
                .iter()
                .take_while(|c| **c == view.char(at))
                .count();
        if is_wrong(view, at, done) {
            let text = view.words(at..done);
            findings
                .at(at..done, format!("“{text}”不是中文的省略号"))
                .hint("改为“……”，占两个字")
                .replace(at..done, "……");
        }
    }
}

fn is_wrong(view: &TextView<'_>, start: usize, end: usize) -> bool {
    let (before, after) = (view.before(start), view.char(end));
    let in_chinese = is_han(before) || "，。；、：”》".contains(before);
    // What stands beside 等 is reported by another rule.
    let beside_deng = before == '等' || after == '等';
    let wrong = match view.char(start) {
        '…' => end - start == 1 || (end - start > 2 && end - start != 4),
        _ => end - start >= 3,
    };
    wrong && in_chinese && !beside_deng
}
