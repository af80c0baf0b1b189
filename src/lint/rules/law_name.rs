//! 《中华人民共和国道路交通安法》: a slip in the name of a law.

use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::slip_in::{has_same_characters, slip_in};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 《中华人民共和国道路交通安法》: a slip in the name of a law.
pub(crate) const LAW_NAME: Rule = Rule {
    name: "law-name",
    title: "法律名称写错",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("law_name.md"),
};

/// The names of laws without the state's, a line each; `#` begins a remark.
const LIST: &str = include_str!("../laws.txt");

/// What the full name of a law begins with.
const STATE: &str = "中华人民共和国";

fn laws() -> &'static [Vec<char>] {
    static LAWS: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    LAWS.get_or_init(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.chars().collect()).collect()
    })
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('《') {
        let start = pair.open + 1 + STATE.chars().count();
        let is_law = view.is_at(pair.open + 1, STATE)
            && start + 2 <= pair.close
            && view.ends_at(pair.close, "法");
        let Some(name) = view.chars().get(start..pair.close).filter(|_| is_law) else {
            continue;
        };
        if laws().iter().any(|law| law == name) {
            continue;
        }
        // Only laws of nearly the same length can be meant.
        let mut near = laws()
            .iter()
            .filter(|it| it.len().abs_diff(name.len()) <= 1);
        if let Some(law) = near.find(|law| is_slip(name, law)) {
            let (text, law) = (view.text(start..pair.close), String::from_iter(law));
            findings
                .at(
                    start..pair.close,
                    format!("没有叫“{text}”的法律，像是“{law}”"),
                )
                .hint("照法律的全称写");
        }
    }
}

/// Whether a name is that of a law with a character left out, added, swapped or taken for one that
/// sounds alike.
fn is_slip(name: &[char], law: &[char]) -> bool {
    slip_in(name, law.iter().copied(), &[]).is_some()
        || has_same_characters(name, law)
        || lacks_one(name, law)
        || lacks_one(law, name)
}

/// Whether the short name is the long one without one of its characters.
fn lacks_one(short: &[char], long: &[char]) -> bool {
    const SHORTEST: usize = 4;
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short.len() >= SHORTEST && short.len() + 1 == long.len() && short[start..] == long[start + 1..]
}
