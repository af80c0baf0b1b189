//! Wrong characters in words; the list is `words.txt`.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::findings::Findings;
use crate::lint::rules::parties::addressee_name::SURNAMES;
use crate::lint::view::{TextView, is_han};
use crate::lint::vocabulary::window::gain;
use crate::lint::{Check, Rule, Word};

/// Wrong characters in words; the list is `words.txt`.
pub(crate) const WORD_SLIP: Rule = Rule {
    name: "word-slip",
    title: "错别字",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("word_slip.md"),
};

/// One line of the list.
#[derive(Debug)]
pub(in crate::lint) struct Slip {
    pub(in crate::lint) wrong: String,
    pub(in crate::lint) right: String,
    pub(in crate::lint) severity: Severity,
    /// Words that hold the wrong one and are right.
    pub(in crate::lint) except: Vec<String>,
}

/// The list: wrong, right, severity (错 or 疑 or 提), words in which it is right.
const LIST: &str = include_str!("words.txt");

fn slips() -> &'static [Slip] {
    static SLIPS: OnceLock<Vec<Slip>> = OnceLock::new();
    SLIPS.get_or_init(|| LIST.lines().filter_map(slip).collect())
}

/// Reads a line; nothing if it is a remark or not a line of the list.
pub(in crate::lint) fn slip(line: &str) -> Option<Slip> {
    let mut columns = line.split_whitespace().map(str::to_owned);
    let wrong = columns.next().filter(|wrong| !wrong.starts_with('#'))?;
    let right = columns.next()?;
    let severity = match columns.next()?.as_str() {
        "错" => Severity::Error,
        "疑" => Severity::Warning,
        "提" => Severity::Hint,
        _ => return None,
    };
    Some(Slip {
        wrong,
        right,
        severity,
        except: columns.collect(),
    })
}

fn words() -> Vec<&'static str> {
    slips().iter().map(|slip| slip.wrong.as_str()).collect()
}

/// Whether the built-in list has the word.
pub(in crate::lint) fn is_known(wrong: &str) -> bool {
    static KNOWN: OnceLock<HashSet<&str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| slips().iter().map(|slip| slip.wrong.as_str()).collect());
    known.contains(wrong)
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if is_name(view, word) {
        return;
    }
    let slip = &slips()[word.number];
    // What an office lists itself is told in any case.
    let severity = match is_of_two_words(view, &(word.start..word.end), &slip.right) {
        true => Severity::Hint,
        false => slip.severity,
    };
    report(view, word, (slip, severity), findings);
}

/// 关欣悦委员: the beginning of a person's name, which may have any characters.
fn is_name(view: &TextView<'_>, word: Word) -> bool {
    let begins = SURNAMES.contains(view.char(word.start)) && !is_han(view.before(word.start));
    let mut ends = word.end..word.end + 2;
    begins
        && ends.any(|at| {
            view.one_of_at(at, &["委员", "代表", "同志", "、"])
                .is_some()
        })
        && view.has_any(
            &(word.end..view.clause(word.end).end + 1),
            &["委员", "代表", "同志"],
        )
}

/// Reports a wrong word at its place, unless it is part of a word in which it is right.
pub(in crate::lint) fn report(
    view: &TextView<'_>,
    word: Word,
    (slip, severity): (&Slip, Severity),
    findings: &mut Findings<'_>,
) {
    let mut except = slip.except.iter();
    if except.any(|except| is_inside(view, word, slip, except)) {
        return;
    }
    let range = word.start..word.end;
    let message = format!("“{}”应当是“{}”", slip.wrong, slip.right);
    let finding = match severity {
        Severity::Error => findings.at(range.clone(), message),
        Severity::Warning => findings.warn(range.clone(), message),
        Severity::Hint => findings.hint(range.clone(), message),
    };
    if severity == Severity::Error {
        finding
            .hint(format!("改为“{}”", slip.right))
            .replace(range, slip.right.as_str());
    } else {
        finding
            .hint(format!("如果是这个意思，改为“{}”", slip.right))
            .suggest(range, slip.right.as_str());
    }
}

/// What the right word must gain in the place of two characters; of the slips in the tests' texts each gains
/// more.
const LEAST_GAIN: i32 = 4;

/// 呼救即|定位: two characters of two words, around which the right word would leave dearer ones.
fn is_of_two_words(view: &TextView<'_>, range: &Range<usize>, right: &str) -> bool {
    let right: Vec<char> = right.chars().collect();
    let is_short = range.len() == 2 && right.len() == 2 && right.iter().all(|it| is_han(*it));
    is_short && gain(view.chars(), range, &right) < LEAST_GAIN
}

/// Of words of the lists that overlap, leaves the one that matters most, or the longest: 测祘 holds 祘, and one slip
/// is told once.
pub(in crate::lint) fn tell_once(found: &mut Vec<Diagnostic>) {
    let is_own = |one: &&Diagnostic| one.rule == WORD_SLIP.name;
    let own = found.iter().filter(is_own);
    let mut own: Vec<(Range<usize>, Severity)> =
        own.map(|one| (one.place.range(), one.severity)).collect();
    own.sort_by_key(|(range, _)| range.start);
    let weight = |(range, severity): &(Range<usize>, Severity)| (*severity, range.len());
    let mut kept: Vec<(Range<usize>, Severity)> = Vec::new();
    for one in own {
        match kept.last_mut() {
            Some(last) if last.0.end > one.0.start => {
                if weight(last) < weight(&one) {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    let is_kept = |one: &Diagnostic| {
        let range = one.place.range();
        let index = kept.binary_search_by_key(&range.start, |(kept, _)| kept.start);
        index.is_ok_and(|index| kept[index].0 == range)
    };
    found.retain(|one| !is_own(&one) || is_kept(one));
}

/// Whether the text around the word is `except`, which holds the word.
fn is_inside(view: &TextView<'_>, word: Word, slip: &Slip, except: &str) -> bool {
    let Some(bytes) = except.find(slip.wrong.as_str()) else {
        return false;
    };
    let lead = except[..bytes].chars().count();
    word.start >= lead && view.is_at(word.start - lead, except)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::LintConfig;
    use crate::source::Source;

    #[test]
    fn every_line_of_the_list_can_be_read() {
        for line in LIST
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let slip = slip(line).unwrap_or_else(|| panic!("{line}"));
            assert_ne!(slip.wrong, slip.right, "{line}");
            assert!(
                slip.except
                    .iter()
                    .all(|except| except.contains(slip.wrong.as_str())),
                "{line}"
            );
        }
    }

    #[test]
    fn one_slip_is_told_once() {
        // 向上级反应, 反应基层 and 测祘, 祘 are in the list.
        let source = Source::new("a.txt", "积极向上级反应基层诉求，认真测祘所需资金。");
        let found = crate::lint::text(&source, &LintConfig::default());
        let told = found.iter().filter(|one| one.rule == WORD_SLIP.name);
        let told: Vec<usize> = told.map(|one| one.place.range().start / 3).collect();
        assert_eq!(told, [2, 14]);
    }

    #[test]
    fn no_word_is_listed_twice() {
        let mut words = words();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
