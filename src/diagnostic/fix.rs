//! Fixes (修改): edits of the text that mend what a diagnostic found.

use std::sync::Arc;

use crate::source::{Source, Span};

use super::Diagnostic;

/// A change of the text that mends what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits; they do not overlap and are made together or not at all.
    pub edits: Vec<Edit>,
    /// Whether nothing but the slip changes, so that it may be made without asking.
    pub is_safe: bool,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is inserted.
    pub span: Span,
    /// What is put in its place.
    pub text: String,
}

/// Makes the safe fixes of `diagnostics` in a file and returns its new text and how many were made.
///
/// Of two fixes that touch the same place only the first is made; a second run makes the other.
pub fn apply_fixes(source: &Arc<Source>, diagnostics: &[Diagnostic]) -> (String, usize) {
    let fixes = diagnostics
        .iter()
        .filter_map(|diagnostic| diagnostic.fix.as_ref());
    let own = |fix: &&Fix| {
        fix.is_safe
            && fix
                .edits
                .iter()
                .all(|edit| edit.span.source().path() == source.path())
    };
    let mut edits: Vec<&Edit> = Vec::new();
    let mut count = 0;
    for fix in fixes.filter(own) {
        if fix.edits.iter().any(|edit| {
            edits
                .iter()
                .rev()
                .take(64)
                .any(|other| touches(edit, other))
        }) {
            continue;
        }
        edits.extend(&fix.edits);
        count += 1;
    }
    edits.sort_by_key(|edit| edit.span.range().start);
    (replaced(source.text(), &edits), count)
}

fn touches(edit: &Edit, other: &Edit) -> bool {
    let (a, b) = (edit.span.range(), other.span.range());
    a.start <= b.end && b.start <= a.end
}

fn replaced(text: &str, edits: &[&Edit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        // An edit that begins before the last one ended was made by another fix.
        if range.start < at {
            continue;
        }
        result.push_str(&text[at..range.start]);
        result.push_str(&edit.text);
        at = range.end;
    }
    result.push_str(&text[at..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(source: &Arc<Source>, found: &str, text: &str, is_safe: bool) -> Diagnostic {
        let start = source.text().find(found).expect("the text holds it");
        let span = Span::new(source, start..start + found.len());
        let edits = vec![Edit {
            span: span.clone(),
            text: text.to_owned(),
        }];
        let mut diagnostic = Diagnostic::error("r", span, "错");
        diagnostic.fix = Some(Fix { edits, is_safe });
        diagnostic
    }

    #[test]
    fn only_safe_fixes_that_do_not_touch_are_made() {
        let source = Source::new("a.md", "甲乙丙丁");
        let fixes = [
            fix(&source, "丁", "四", true),
            fix(&source, "甲", "一", true),
            fix(&source, "甲乙", "", true),
            fix(&source, "丙", "三", false),
        ];
        assert_eq!(apply_fixes(&source, &fixes), ("一乙丙四".to_owned(), 2));
    }
}
