//! Merged handling (并案): one body for several letters, which are answered one by one.

use std::collections::BTreeMap;

use super::letter::Letter;
use crate::diagnostic::Diagnostic;
use crate::source::PlacedText;
use crate::text::nearest;

/// Gives each letter with `body_from` the body of the letter that it names.
///
/// # Errors
/// By the letter's index: `unknown-letter`, `conflicting-keys`, `period-differs`. Such a letter keeps
/// what it had.
pub fn share_bodies(letters: &mut [Letter]) -> Vec<(usize, Diagnostic)> {
    let bodies: BTreeMap<String, Letter> = letters
        .iter()
        .map(|letter| (letter.id.clone(), letter.clone()))
        .filter(|(_, letter)| letters_name(letters, letter))
        .collect();
    let mut faults = Vec::new();
    let ids: Vec<String> = letters.iter().map(|letter| letter.id.clone()).collect();
    for (index, letter) in letters.iter_mut().enumerate() {
        let Some(from) = letter.body_from.clone() else {
            continue;
        };
        match fault(letter, &from, &bodies, &ids) {
            Some(fault) => faults.push((index, fault)),
            None => take_body(letter, &bodies[&from.text]),
        }
    }
    faults
}

fn letters_name(letters: &[Letter], letter: &Letter) -> bool {
    let mut named = letters.iter().filter_map(|it| it.body_from.as_ref());
    named.any(|id| id.text == letter.id)
}

fn fault(
    letter: &Letter,
    from: &PlacedText,
    bodies: &BTreeMap<String, Letter>,
    ids: &[String],
) -> Option<Diagnostic> {
    let error = |rule, message: String| Diagnostic::error(rule, from.place.clone(), message);
    let Some(body) = bodies.get(&from.text) else {
        let known = ids.iter().map(String::as_str).filter(|id| *id != letter.id);
        let hint = nearest::suggestion(&from.text, known)
            .unwrap_or_else(|| "写另一封信的编号；那封信有错时先改正它".to_owned());
        let message = format!("没有“{}”这封信", from.text);
        return Some(error("unknown-letter", message).with_hint(hint));
    };
    if body.body_from.is_some() {
        let message = format!("“{}”自己的正文也取自别的信", from.text);
        return Some(error("conflicting-keys", message).with_hint("写那封有正文的信的编号"));
    }
    if has_body(letter) {
        let message = "正文取自另一封信，就不能再写自己的正文".to_owned();
        let hint = "删去 introduction、sections、next_steps，或者删去 body_from";
        return Some(error("conflicting-keys", message).with_hint(hint));
    }
    if letter.period.period != body.period.period {
        let message = format!(
            "两封信的期间不同：这里是“{}”，“{}”是“{}”",
            letter.period.period, from.text, body.period.period
        );
        return Some(error("period-differs", message).with_hint("并案的信用同一个期间"));
    }
    None
}

fn has_body(letter: &Letter) -> bool {
    !(letter.introduction.is_empty() && letter.sections.is_empty() && letter.next_steps.is_empty())
}

fn take_body(letter: &mut Letter, from: &Letter) {
    letter.introduction.clone_from(&from.introduction);
    letter.sections.clone_from(&from.sections);
    letter.next_steps.clone_from(&from.next_steps);
}
