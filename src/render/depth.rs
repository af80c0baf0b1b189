//! How deep the tags of a template text stand in each other, and how long their expressions are.
//!
//! Tera reads a text by calling itself for every block in a block, every `elif` of an `if` and every
//! step of an expression, and drops what it read in the same way. A thread's stack is 2 MiB; a build
//! without optimisation used it up at 204 `elif` or 137 steps. So both are counted before Tera sees
//! the text, one tag after the other.

use super::outline::{Refusal, RefusalReason};
use super::token::{Token, TokenKind};

/// How many blocks may stand in each other, every `elif` of an open `if` counted as one.
pub(super) const DEEPEST_BLOCKS: usize = 40;

/// How many steps the expressions of one tag may have together.
pub(super) const MOST_STEPS: usize = 40;

/// How many brackets may stand in each other in one tag.
pub(super) const DEEPEST_BRACKETS: usize = 15;

/// Counts the blocks that are open while the tags of a text are read in order.
#[derive(Default)]
pub(super) struct Depth {
    /// How much each open block counts.
    open: Vec<usize>,
    total: usize,
    /// A text is refused once for each reason: it is one mistake, however long it goes on.
    is_refused: bool,
}

impl Depth {
    /// What is too much with the next tag.
    pub(super) fn tag(&mut self, tokens: &[Token<'_>]) -> Vec<Refusal> {
        let blocks = self.blocks(tokens);
        blocks.into_iter().chain(expression(tokens)).collect()
    }

    fn blocks(&mut self, tokens: &[Token<'_>]) -> Option<Refusal> {
        let first = tokens.first()?;
        match first.word() {
            "if" | "for" | "filter" | "block" | "component" => self.open.push(1),
            "set" | "set_global" if !tokens.iter().any(|it| it.word() == "=") => self.open.push(1),
            "elif" => *self.open.last_mut()? += 1,
            "endif" | "endfor" | "endfilter" | "endblock" | "endcomponent" | "endset"
            | "endset_global" => {
                self.total -= self.open.pop()?;
                return None;
            }
            _ => return None,
        }
        self.total += 1;
        let is_new = self.total > DEEPEST_BLOCKS && !self.is_refused;
        self.is_refused |= is_new;
        is_new.then(|| refusal(RefusalReason::BlocksTooDeep, first))
    }
}

/// The first token of a tag that is one bracket or one step too many.
fn expression(tokens: &[Token<'_>]) -> Option<Refusal> {
    let (mut steps, mut brackets) = (0_usize, 0_usize);
    for token in tokens.iter().skip(1) {
        steps += usize::from(is_step(token));
        match token.word() {
            "(" | "[" | "?[" | "{" => brackets += 1,
            ")" | "]" | "}" => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if brackets > DEEPEST_BRACKETS {
            return Some(refusal(RefusalReason::BracketsTooDeep, token));
        }
        if steps > MOST_STEPS {
            return Some(refusal(RefusalReason::ExpressionTooLong, token));
        }
    }
    None
}

/// Whether Tera puts what stands before it into something larger: a part, a filter, an operator.
fn is_step(token: &Token<'_>) -> bool {
    match token.kind {
        TokenKind::Word => WORDS.contains(&token.text),
        TokenKind::Sign => !matches!(token.text, "(" | ")" | "]" | "{" | "}" | "," | ":" | "="),
        TokenKind::Text | TokenKind::Number => false,
    }
}

const WORDS: [&str; 6] = ["and", "or", "not", "in", "is", "if"];

fn refusal(reason: RefusalReason, token: &Token<'_>) -> Refusal {
    Refusal {
        reason,
        range: token.range.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::outline;
    use super::*;

    fn reasons(text: &str) -> Vec<RefusalReason> {
        let refusals = outline(text).refusals.into_iter();
        refusals.map(|refusal| refusal.reason).collect()
    }

    /// Whether Tera reads the text with three quarters of the stack that rayon gives.
    fn is_read_by_tera(text: String) -> bool {
        let read = move || {
            tera::Tera::default()
                .add_raw_template("a.md", &text)
                .is_ok()
        };
        let thread = std::thread::Builder::new().stack_size(3 << 19);
        let read = thread.spawn(read).expect("a thread can be started");
        read.join().expect("a stack that is too small would abort")
    }

    #[test]
    fn what_is_just_allowed_leaves_room_on_the_stack() {
        let conditions = "{% elif a %}".repeat(DEEPEST_BLOCKS - 1);
        let steps = " | upper".repeat(MOST_STEPS);
        let text = format!("{{% if a %}}{conditions}{{{{ a{steps} }}}}{{% endif %}}");
        assert_eq!(reasons(&text), []);
        assert!(is_read_by_tera(text));
        let nested = "{% if a %}".repeat(35) + &"{% elif a %}".repeat(DEEPEST_BLOCKS - 35);
        let brackets = "(".repeat(DEEPEST_BRACKETS) + "a" + &")".repeat(DEEPEST_BRACKETS);
        let steps = " not in a".repeat(MOST_STEPS / 2);
        let text = format!("{nested}{{{{ {brackets}{steps} }}}}") + &"{% endif %}".repeat(35);
        assert_eq!(reasons(&text), []);
        assert!(is_read_by_tera(text));
    }

    #[test]
    fn one_more_is_refused_once() {
        let conditions = "{% elif a %}".repeat(10 * DEEPEST_BLOCKS);
        let text = format!("{{% if a %}}{conditions}{{% endif %}}");
        assert_eq!(reasons(&text), [RefusalReason::BlocksTooDeep]);
        for block in ["if a", "filter upper", "block a", "set a"] {
            let text = format!("{{% {block} %}}").repeat(DEEPEST_BLOCKS + 1);
            assert_eq!(reasons(&text), [RefusalReason::BlocksTooDeep], "{block}");
        }
        let text = format!("{{{{ a{} }}}}", " | upper".repeat(MOST_STEPS + 1));
        assert_eq!(reasons(&text), [RefusalReason::ExpressionTooLong]);
        let text = format!("{{{{ {} }}}}", "say(id=".repeat(25_000));
        assert_eq!(reasons(&text), [RefusalReason::BracketsTooDeep]);
    }

    #[test]
    fn blocks_after_each_other_are_not_deep() {
        let text = "{% if a %}{% elif b %}{% endif %}{% set a = 1 %}".repeat(1_000);
        assert_eq!(reasons(&text), []);
    }

    #[test]
    fn a_quote_that_is_escaped_hides_nothing() {
        let deep = "{% elif a %}".repeat(DEEPEST_BLOCKS);
        let text = format!("{{{{ \"\\\"\" }}}}{{% if a %}}{deep}{{% endif %}}{{{{ \"\\\"\" }}}}");
        assert_eq!(reasons(&text), [RefusalReason::BlocksTooDeep]);
    }
}
