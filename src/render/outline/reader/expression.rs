//! Expressions: paths of variables, and calls of filters, tests and functions.

use std::ops::Range;

use super::Reader;
use crate::render::outline::{Call, CallKind, Named, Reference, RefusalReason};
use crate::render::token::{Token, TokenKind};

impl Reader {
    pub(super) fn expression(&mut self, tokens: &[Token<'_>]) {
        self.expression_from(tokens, 0);
    }

    pub(super) fn expression_from(&mut self, tokens: &[Token<'_>], start: usize) {
        self.parentheses.clear();
        let mut index = start;
        while index < tokens.len() {
            index = self.term(tokens, index);
        }
    }

    /// Reads one token or one path that begins at `index`; gives the index behind it.
    fn term(&mut self, tokens: &[Token<'_>], index: usize) -> usize {
        let token = &tokens[index];
        if token.kind != TokenKind::Word {
            self.parenthesis(tokens, index);
            return index + 1;
        }
        let previous = index
            .checked_sub(1)
            .map_or("", |before| tokens[before].word());
        let next = tokens.get(index + 1).map_or("", Token::word);
        match (previous, token.text, next) {
            ("|", _, _) => self.call(CallKind::Filter, token),
            (_, "not", _) => {}
            ("is", _, _) => self.call(CallKind::Test, token),
            ("not", _, _) if index >= 2 && tokens[index - 2].word() == "is" => {
                self.call(CallKind::Test, token);
            }
            (_, "none" | "None" | "null", _) => self.refuse(RefusalReason::Nothing, token),
            (_, word, _) if KEYWORDS.contains(&word) => {}
            (_, _, "(") => self.call(CallKind::Function, token),
            (_, _, "=") => self.argument(token),
            _ => return self.path(tokens, index),
        }
        index + 1
    }

    fn path(&mut self, tokens: &[Token<'_>], start: usize) -> usize {
        let mut parts = vec![tokens[start].text.to_owned()];
        let mut end = start + 1;
        while let Some((part, length)) = path_part(&tokens[end..]) {
            parts.push(part);
            end += length;
        }
        let range = tokens[start].range.start..tokens[end - 1].range.end;
        if let Some(path) = self.resolve(parts) {
            self.outline.references.push(Reference {
                path,
                range,
                is_compared: is_compared(tokens, start..end),
                handed_to: handed_to(&tokens[end..]).to_owned(),
                is_looped: false,
            });
        }
        end
    }

    pub(super) fn call(&mut self, kind: CallKind, name: &Token<'_>) {
        self.outline.calls.push(Call {
            kind,
            name: Named::from(name),
            arguments: Vec::new(),
        });
    }

    /// A name before a `=`: an argument of the call in whose parentheses it stands.
    fn argument(&mut self, name: &Token<'_>) {
        let call = self.parentheses.last().copied().flatten();
        if let Some(call) = call.and_then(|call| self.outline.calls.get_mut(call)) {
            call.arguments.push(Named::from(name));
        }
    }

    /// Keeps count of the parentheses; one behind a call's name holds its arguments.
    fn parenthesis(&mut self, tokens: &[Token<'_>], index: usize) {
        match tokens[index].word() {
            "(" => {
                let before = index.checked_sub(1).map(|before| &tokens[before].range);
                let calls = &self.outline.calls;
                let is_its = calls.last().map(|call| &call.name.range) == before;
                let call = calls.len().checked_sub(1).filter(|_| is_its);
                self.parentheses.push(call);
            }
            ")" => _ = self.parentheses.pop(),
            _ => {}
        }
    }
}

const KEYWORDS: [&str; 11] = [
    "and", "or", "in", "is", "if", "else", "true", "True", "false", "False", "for",
];

const COMPARISONS: [&str; 7] = ["==", "!=", "<", ">", "<=", ">=", "in"];

/// Tests that compare a text with another one.
const TEXT_TESTS: [&str; 3] = ["containing", "ending_with", "starting_with"];

/// Whether the path at `range` is compared with something.
fn is_compared(tokens: &[Token<'_>], range: Range<usize>) -> bool {
    let before = range
        .start
        .checked_sub(1)
        .map_or("", |index| tokens[index].word());
    let word = |index: usize| tokens.get(index).map_or("", Token::word);
    let end = range.end;
    let after = word(end);
    [before, after]
        .iter()
        .any(|word| COMPARISONS.contains(word))
        || after == "is"
            && TEXT_TESTS
                .iter()
                .any(|test| [word(end + 1), word(end + 2)].contains(test))
}

/// The filter that a path goes into whose following tokens are these, or the bracket of a slice.
fn handed_to<'t>(following: &'t [Token<'_>]) -> &'t str {
    let word = |index: usize| following.get(index).map_or("", Token::word);
    match word(0) {
        "|" => word(1),
        bracket @ ("[" | "?[") => bracket,
        _ => "",
    }
}

/// A following `.name`, `?.name`, `["name"]` or `[0]`, and how many tokens it takes.
fn path_part(tokens: &[Token<'_>]) -> Option<(String, usize)> {
    match tokens {
        [dot, name, ..] if matches!(dot.word(), "." | "?.") && name.kind == TokenKind::Word => {
            Some((name.text.to_owned(), 2))
        }
        [open, name, close, ..] if matches!(open.word(), "[" | "?[") && close.word() == "]" => {
            match name.kind {
                TokenKind::Text => Some((name.text.to_owned(), 3)),
                TokenKind::Number => Some(("*".to_owned(), 3)),
                _ => None,
            }
        }
        _ => None,
    }
}
