//! Ids that a file names but that could not be read, so that what uses them is not called wrong.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

/// The rule of a diagnostic that only follows from another one in a file of facts.
pub const UNREAD_FACT: &str = "unread-fact";

/// The ids written in a file that has errors: those whose lines hold one, and all if the file could
/// not be read as a whole.
pub(super) fn ids(source: &Source, found: &[Diagnostic], is_read: bool) -> BTreeSet<String> {
    let errors = found.iter().filter(|it| it.severity == Severity::Error);
    let lines: Vec<usize> = errors.map(|it| it.place.position().line).collect();
    if lines.is_empty() {
        return BTreeSet::new();
    }
    let is_hit = |own: &Range<usize>| !is_read || lines.iter().any(|line| own.contains(line));
    let written = written(source).into_iter();
    written
        .filter(|(_, own)| is_hit(own))
        .map(|(id, _)| id.to_owned())
        .collect()
}

/// Every indented key that could be an id, with the lines from it to the next key no deeper.
fn written(source: &Source) -> Vec<(&str, Range<usize>)> {
    let end = source.line_count() + 1;
    let keys = (1..end).filter_map(|line| {
        let (indent, key) = indented_key(source.line_text(line))?;
        Some((line, indent, key))
    });
    let keys: Vec<_> = keys.collect();
    let until = |number: usize, indent: usize| {
        let later = keys[number + 1..].iter();
        let mut later = later.filter(|(_, other, _)| *other <= indent);
        later.next().map_or(end, |(line, ..)| *line)
    };
    // Ids stand at one depth; the keys under them are looked at too and do no harm.
    let keys_with_lines = keys.iter().enumerate();
    keys_with_lines
        .map(|(number, (line, indent, key))| (*key, *line..until(number, *indent)))
        .collect()
}

fn indented_key(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches(' ');
    let (key, _) = text.split_once(':')?;
    let is_id = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let indent = line.len() - text.len();
    (indent > 0 && !key.is_empty() && key.chars().all(is_id)).then_some((indent, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn only_ids_with_an_error_in_their_lines_are_unread() {
        let text =
            "figures:\n  a:\n    name: 甲\n  b:\n    unit: 件\nmeasures:\n  c: { text: 丙 }\n";
        let source = Source::new("a.yaml", text);
        let found = [Diagnostic::error("r", Span::line(&source, 5), "错")];
        let has = |is_read, id: &str| ids(&source, &found, is_read).contains(id);
        assert!(has(true, "b") && !has(true, "a") && !has(true, "c"));
        assert!(has(false, "a") && has(false, "c"));
    }
}
