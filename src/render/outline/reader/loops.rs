//! Loops: the names that they bind, what they run over, and how many turns they take.

use super::{Binding, Reader};
use crate::render::functions::LONGEST_RANGE;
use crate::render::outline::{MOST_TURNS, RefusalReason};
use crate::render::token::{Token, TokenKind};

/// How deep loops may stand in each other.
const LOOP_DEPTH: usize = 2;

/// How many entries a list is taken to have, for the sum of all turns.
const USUAL_LIST: u64 = 20;

impl Reader {
    /// `for name in list` or `for key, name in map`.
    pub(super) fn for_tag(&mut self, tokens: &[Token<'_>]) {
        self.enter_loop(tokens);
        if self.loops.len() > LOOP_DEPTH {
            self.refuse(RefusalReason::LoopTooDeep, &tokens[0]);
        }
        let Some(position) = tokens.iter().position(|token| token.word() == "in") else {
            return;
        };
        let (names, list) = (&tokens[1..position], &tokens[position + 1..]);
        let path = self.loop_list(list);
        let words = names.iter().filter(|token| token.kind == TokenKind::Word);
        let names: Vec<_> = words.map(|token| token.text.to_owned()).collect();
        let is_list = names.len() == 1;
        for name in names {
            let path = if is_list { path.clone() } else { Vec::new() };
            self.bindings.push(Binding {
                name,
                path,
                is_set: false,
            });
        }
    }

    /// Reads what a loop runs over; gives the path of its entries if they are known.
    fn loop_list(&mut self, list: &[Token<'_>]) -> Vec<String> {
        let before = self.outline.references.len();
        self.expression(list);
        let is_path = list
            .iter()
            .all(|token| token.kind == TokenKind::Word || token.text == ".");
        match (&mut self.outline.references[before..], list.first()) {
            ([only], _) if is_path => {
                only.is_looped = true;
                let entry = only.path.iter().cloned().chain(["*".to_owned()]);
                return entry.collect();
            }
            (_, Some(first)) if !matches!(first.word(), "range" | "[") => {
                self.refuse(RefusalReason::LoopOver, &list[0]);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Counts the turns of a loop; a text in which they are too many is refused once.
    fn enter_loop(&mut self, tokens: &[Token<'_>]) {
        let times = self.times().saturating_mul(turns(tokens));
        self.loops.push((self.bindings.len(), times));
        let before = self.outline.turns;
        self.outline.turns = before.saturating_add(times);
        if before <= MOST_TURNS && self.outline.turns > MOST_TURNS {
            self.refuse(RefusalReason::TooManyTurns, &tokens[0]);
        }
    }

    /// How often the open loops come by.
    pub(super) fn times(&self) -> u64 {
        self.loops.last().map_or(1, |(_, times)| *times)
    }

    pub(super) fn end_for(&mut self) {
        if let Some((length, _)) = self.loops.pop() {
            self.bindings.truncate(length);
        }
    }
}

/// How many turns a loop takes: what `range` is told, or else allows at most.
fn turns(tokens: &[Token<'_>]) -> u64 {
    if !tokens.iter().any(|token| token.word() == "range") {
        return USUAL_LIST;
    }
    let words: Vec<_> = tokens.iter().map(Token::word).collect();
    let end = match words.iter().position(|word| *word == "(") {
        Some(open) => match words[open..] {
            ["(", "end", "=", end, ")"] => end.parse().ok(),
            _ => None,
        },
        None => None,
    };
    let longest = LONGEST_RANGE.unsigned_abs();
    end.map_or(longest, |end: u64| end.min(longest))
}
