//! Reads a template tag by tag, and knows which names are bound where.

mod expression;
mod loops;

use super::{CallKind, Include, Outline, Refusal, RefusalReason};
use crate::render::token::{Token, TokenKind};

/// What was read so far, with what is open.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) outline: Outline,
    /// Names that `for` and `set` bind, with the path that each stands for.
    bindings: Vec<Binding>,
    /// For each open loop, how many names were bound before it and how often its body is run.
    loops: Vec<(usize, u64)>,
    /// For each open parenthesis of the expression, the call whose arguments stand in it.
    parentheses: Vec<Option<usize>>,
}

/// A name that a `for` or `set` binds.
struct Binding {
    name: String,
    /// Empty for a value whose parts are unknown.
    path: Vec<String>,
    is_set: bool,
}

impl Reader {
    pub(super) fn tag(&mut self, tokens: &[Token<'_>]) {
        match tokens.first().map(Token::word) {
            Some("for") => self.for_tag(tokens),
            Some("endfor") => self.end_for(),
            Some("set") => self.set_tag(tokens),
            Some("set_global") => self.refuse(RefusalReason::SetGlobal, &tokens[0]),
            Some("component" | "macro" | "import" | "break" | "continue") => {
                self.refuse(RefusalReason::Unsupported, &tokens[0]);
            }
            Some("include" | "extends") => self.include(tokens),
            Some("if" | "elif") => self.expression(&tokens[1..]),
            Some("filter") => self.filter_tag(&tokens[1..]),
            Some("block" | "endblock" | "endif" | "else" | "endfilter" | "endmacro") => {}
            _ => self.expression(tokens),
        }
    }

    fn refuse(&mut self, reason: RefusalReason, token: &Token<'_>) {
        let range = token.range.clone();
        self.outline.refusals.push(Refusal { reason, range });
    }

    fn set_tag(&mut self, tokens: &[Token<'_>]) {
        let Some(name) = tokens.get(1) else { return };
        let value = tokens.get(3..).unwrap_or_default();
        let reused = value.iter().filter(|token| {
            self.bindings
                .iter()
                .any(|binding| binding.is_set && binding.name == token.text)
        });
        if reused.count() > 1 {
            self.refuse(RefusalReason::Doubling, name);
        }
        self.expression(value);
        self.bindings.push(Binding {
            name: name.text.to_owned(),
            path: Vec::new(),
            is_set: true,
        });
    }

    fn include(&mut self, tokens: &[Token<'_>]) {
        let names = tokens.iter().filter(|token| token.kind == TokenKind::Text);
        let times = self.times();
        self.outline.includes.extend(names.map(|token| Include {
            name: token.text.to_owned(),
            range: token.range.clone(),
            times,
        }));
    }

    fn filter_tag(&mut self, tokens: &[Token<'_>]) {
        if let Some(name) = tokens.first() {
            self.call(CallKind::Filter, name);
            self.expression_from(tokens, 1);
        }
    }

    /// Replaces a bound name by what it stands for; nothing for a value of unknown parts.
    fn resolve(&self, parts: Vec<String>) -> Option<Vec<String>> {
        if parts[0] == "loop" && !self.loops.is_empty() {
            return None;
        }
        let binding = self.bindings.iter().rev().find(|it| it.name == parts[0]);
        match binding {
            None => Some(parts),
            Some(binding) if binding.path.is_empty() => None,
            Some(binding) => {
                let mut path = binding.path.clone();
                path.extend(parts.into_iter().skip(1));
                Some(path)
            }
        }
    }
}
