//! “五大工程”即高价值…: the explanation is not set off.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// “五大工程”即高价值…: the explanation is not set off.
pub(crate) const MISSING_COMMA_BEFORE_JI: Rule = Rule {
    name: "missing-comma-before-ji",
    title: "“即”前面缺逗号",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("missing_comma_before_ji.md"),
};

/// What stands before 即.
#[derive(Clone, Copy)]
enum Leads {
    /// The name in quotation marks itself.
    Name,
    /// What the name is called behind it: “四公开”制度即.
    Kind,
}

const LEADS: &[(&str, Leads)] = &[
    ("”即", Leads::Name),
    ("制度即", Leads::Kind),
    ("原则即", Leads::Kind),
    ("模式即", Leads::Kind),
    ("机制即", Leads::Kind),
    ("工程即", Leads::Kind),
    ("行动即", Leads::Kind),
    ("要求即", Leads::Kind),
    ("格局即", Leads::Kind),
    ("体系即", Leads::Kind),
    ("制度也就是", Leads::Kind),
    ("原则也就是", Leads::Kind),
    ("模式也就是", Leads::Kind),
    ("机制也就是", Leads::Kind),
];

fn words() -> Vec<&'static str> {
    LEADS.iter().map(|(word, _)| *word).collect()
}

impl Leads {
    /// How many characters of the word stand before 即 or 也就是.
    fn length(self) -> usize {
        match self {
            Self::Name => 1,
            Self::Kind => 2,
        }
    }
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let leads = LEADS[word.number].1;
    let before = view.before(word.start);
    let is_explained = match leads {
        // “1”即1个方案: a name of a number is told in place.
        Leads::Name => !before.is_ascii_alphanumeric(),
        Leads::Kind => before == '”',
    };
    // 即将, 即可, 即是 and so on are other words.
    if !is_explained || view.is_any_at(word.end, "将可是为使便时日若刻席位") {
        return;
    }
    let clause = view.clause(word.end);
    let lists = view.find(word.end..clause.end, "、").is_some();
    if lists && !is_one_of_several(view, word) {
        let comma = word.start + leads.length();
        findings
            .at(word.start..word.end, "解释性的“即”前面没有逗号")
            .hint("“即”前面加逗号")
            .replace(comma..comma, "，");
    }
}

/// “一核”即…，“四区”即…: several explanations in a row would be torn by commas of their own.
fn is_one_of_several(view: &TextView<'_>, word: Word) -> bool {
    let Range { start, end } = view.sentence(word.start);
    let has_other = |range: Range<usize>| {
        let mut others = LEADS.iter().map(|(other, _)| other);
        others.any(|other| view.find(range.clone(), other).is_some())
    };
    has_other(start..word.start) || has_other(word.end..end)
}
