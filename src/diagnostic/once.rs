//! What several letters share is told once, with the letters that it stops.

use super::Diagnostic;

/// So many letters are named; of more, the others are only counted.
const NAMED: usize = 5;

/// Diagnostics in reading order, each once; one that stops letters names them in its message.
pub fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by(Diagnostic::reading_order);
    let mut told: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for one in found {
        match told.last_mut().filter(|last| is_same(last, &one)) {
            Some(last) => last.letters.extend(one.letters),
            None => told.push(one),
        }
    }
    told.iter_mut().for_each(name_letters);
    told
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.place == other.place && one.rule == other.rule && one.message == other.message
}

/// Moves the letters into the message.
fn name_letters(found: &mut Diagnostic) {
    let mut letters = std::mem::take(&mut found.letters);
    letters.sort();
    letters.dedup();
    if letters.is_empty() {
        return;
    }
    let named = letters[..letters.len().min(NAMED)].join("、");
    let others = match letters.len() > NAMED {
        true => format!("等{}封", letters.len()),
        false => String::new(),
    };
    found.message += &format!("（信件 {named} {others}因此没有生成）");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    #[test]
    fn what_stops_many_letters_is_told_once_and_names_the_first() {
        let source = Source::new("templates/a.md", "x");
        let fault = Diagnostic::error("unknown-filter", Span::file(&source), "没有这个过滤器");
        let of_letters = (1..=7).map(|number| fault.clone().stopping(&format!("l{number}")));
        let told = once(of_letters.chain([fault.clone()]).collect());
        let messages: Vec<_> = told.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(
            messages,
            ["没有这个过滤器（信件 l1、l2、l3、l4、l5 等7封因此没有生成）"]
        );
        let alone = once(vec![fault.stopping("l1")]);
        assert_eq!(alone[0].message, "没有这个过滤器（信件 l1 因此没有生成）");
    }
}
