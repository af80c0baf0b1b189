//! What a template refers to, read without running it.
//!
//! Tera treats an undefined name in a condition as false, prints a map as JSON and has no limit on
//! loops inside loops. So every name, filter and tag of a template is looked at before it is run.

use std::ops::Range;

use super::depth::Depth;
use super::functions::LONGEST_RANGE;
use super::token::{Token, TokenKind, tags};

/// What one template text refers to.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// Variables that come from the context, in order.
    pub(super) references: Vec<Reference>,
    /// Filters, tests and functions, in order.
    pub(super) calls: Vec<Call>,
    /// Included templates.
    pub(super) includes: Vec<Include>,
    /// How many turns its loops take at most, those of included templates left out.
    pub(super) turns: u64,
    /// Tags that a template may not use, and loops that stand too deep.
    pub(super) refusals: Vec<Refusal>,
}

impl Outline {
    /// Whether Tera would need more stack than there is to read the text.
    pub(super) fn is_too_deep(&self) -> bool {
        self.refusals.iter().any(|it| it.reason.is_too_deep())
    }
}

/// A name with its place in the template text.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The name.
    pub(super) name: String,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

impl From<&Token<'_>> for Named {
    fn from(token: &Token<'_>) -> Self {
        Self {
            name: token.text.to_owned(),
            range: token.range.clone(),
        }
    }
}

/// An include of another template.
#[derive(Debug, Clone)]
pub(super) struct Include {
    /// The name as written.
    pub(super) name: String,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How many times the loops around it come by.
    pub(super) times: u64,
}

/// A variable such as `figure.cases` or `section.heading`, the latter resolved to its list.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// Parts of the path; `*` stands for an entry of a list.
    pub(super) path: Vec<String>,
    /// The bytes of the path as written.
    pub(super) range: Range<usize>,
    /// Whether it is compared with something.
    pub(super) is_compared: bool,
    /// The filter that it goes into first, or the bracket of a slice.
    pub(super) handed_to: String,
    /// Whether a loop runs over it.
    pub(super) is_looped: bool,
}

/// What a called name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CallKind {
    /// `value | name`.
    Filter,
    /// `value is name`.
    Test,
    /// `name(…)`.
    Function,
}

/// A call of a filter, test or function.
#[derive(Debug, Clone)]
pub(super) struct Call {
    /// Which of the three.
    pub(super) kind: CallKind,
    /// The name and its place.
    pub(super) name: Named,
    /// The names of its arguments.
    pub(super) arguments: Vec<Named>,
}

/// Something that is refused so that a template always ends and stays small.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    /// What is refused.
    pub(super) reason: RefusalReason,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

/// Why a tag is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RefusalReason {
    /// The word for nothing, which prints as nothing.
    Nothing,
    /// A loop inside a loop inside a loop.
    LoopTooDeep,
    /// A loop over something that is no list, such as the characters of a text.
    LoopOver,
    /// Components and macros can call each other without end; other templates have more tags.
    Unsupported,
    /// A variable that outlives its loop can grow without end.
    SetGlobal,
    /// A new variable that holds another new one twice doubles its size.
    Doubling,
    /// Loops that together take too many turns.
    TooManyTurns,
    /// More blocks in each other than a stack holds.
    BlocksTooDeep,
    /// More brackets in each other than a stack holds.
    BracketsTooDeep,
    /// An expression of more steps than a stack holds.
    ExpressionTooLong,
}

impl RefusalReason {
    fn is_too_deep(self) -> bool {
        matches!(
            self,
            Self::BlocksTooDeep | Self::BracketsTooDeep | Self::ExpressionTooLong
        )
    }
}

/// How deep loops may stand in each other.
pub(super) const LOOP_DEPTH: usize = 2;

/// How many turns the loops of a text may take together; a million takes a quarter of a second.
pub(super) const MOST_TURNS: u64 = 2_000_000;

/// How many entries a list is taken to have, for the sum of all turns.
const USUAL_LIST: u64 = 20;

/// Reads the outline of a template text; what Tera itself refuses is left to Tera.
pub(super) fn outline(text: &str) -> Outline {
    let mut reader = Reader::default();
    let mut depth = Depth::default();
    for tag in tags(text) {
        reader.outline.refusals.extend(depth.tag(&tag));
        reader.tag(&tag);
    }
    reader.outline
}

#[derive(Default)]
struct Reader {
    outline: Outline,
    /// Names that `for` and `set` bind, with the path that each stands for.
    bindings: Vec<Binding>,
    /// For each open loop, how many names were bound before it and how often its body is run.
    loops: Vec<(usize, u64)>,
    /// For each open parenthesis of the expression, the call whose arguments stand in it.
    parentheses: Vec<Option<usize>>,
}

struct Binding {
    name: String,
    /// Empty for a value whose parts are unknown.
    path: Vec<String>,
    is_set: bool,
}

impl Reader {
    fn tag(&mut self, tokens: &[Token<'_>]) {
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

    /// `for name in list` or `for key, name in map`.
    fn for_tag(&mut self, tokens: &[Token<'_>]) {
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
    fn times(&self) -> u64 {
        self.loops.last().map_or(1, |(_, times)| *times)
    }

    fn end_for(&mut self) {
        if let Some((length, _)) = self.loops.pop() {
            self.bindings.truncate(length);
        }
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

    fn call(&mut self, kind: CallKind, name: &Token<'_>) {
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

    fn expression(&mut self, tokens: &[Token<'_>]) {
        self.expression_from(tokens, 0);
    }

    fn expression_from(&mut self, tokens: &[Token<'_>], start: usize) {
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
        let before = start
            .checked_sub(1)
            .map_or("", |index| tokens[index].word());
        let word = |index: usize| tokens.get(index).map_or("", Token::word);
        let after = word(end);
        let is_compared = [before, after]
            .iter()
            .any(|word| COMPARISONS.contains(word))
            || after == "is"
                && TEXT_TESTS
                    .iter()
                    .any(|test| [word(end + 1), word(end + 2)].contains(test));
        let handed_to = match after {
            "|" => word(end + 1),
            "[" | "?[" => after,
            _ => "",
        };
        let range = tokens[start].range.start..tokens[end - 1].range.end;
        if let Some(path) = self.resolve(parts) {
            self.outline.references.push(Reference {
                path,
                range,
                is_compared,
                handed_to: handed_to.to_owned(),
                is_looped: false,
            });
        }
        end
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

const KEYWORDS: [&str; 11] = [
    "and", "or", "in", "is", "if", "else", "true", "True", "false", "False", "for",
];

const COMPARISONS: [&str; 7] = ["==", "!=", "<", ">", "<=", ">=", "in"];

/// Tests that compare a text with another one.
const TEXT_TESTS: [&str; 3] = ["containing", "ending_with", "starting_with"];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let references = outline(text).references;
        references.iter().map(|it| it.path.join(".")).collect()
    }

    fn calls(text: &str) -> Vec<(CallKind, String)> {
        let calls = outline(text).calls.into_iter();
        calls.map(|call| (call.kind, call.name.name)).collect()
    }

    #[test]
    fn finds_paths_in_prints_conditions_and_indexes() {
        assert_eq!(
            paths("{{ figure.a }}{% if proposal.b and c %}{{ d[\"e\"].f }}{% endif %}"),
            ["figure.a", "proposal.b", "c", "d.e.f"]
        );
    }

    #[test]
    fn resolves_loop_names_and_ends_them_with_the_loop() {
        assert_eq!(
            paths("{% for s in sections %}{{ s.heading }}{{ loop.index }}{% endfor %}{{ s }}"),
            ["sections", "sections.*.heading", "s"]
        );
    }

    #[test]
    fn set_names_are_not_references() {
        assert_eq!(paths("{% set a = b.c %}{{ a }}"), ["b.c"]);
    }

    #[test]
    fn skips_comments_raw_text_and_keyword_arguments() {
        assert_eq!(
            paths("{# {{ a }} #}{% raw %}{{ b }}{% endraw %}{{ say(id=\"x\", period=p) }}"),
            ["p"]
        );
    }

    #[test]
    fn tells_filters_tests_and_functions_apart() {
        assert_eq!(
            calls("{{ a | upper }}{% if b is not defined %}{{ say(id=\"x\") }}{% endif %}"),
            [
                (CallKind::Filter, "upper".to_owned()),
                (CallKind::Test, "defined".to_owned()),
                (CallKind::Function, "say".to_owned()),
            ]
        );
    }

    #[test]
    fn arguments_belong_to_the_call_in_whose_parentheses_they_stand() {
        let text = "{{ say(id=a | replace(from=(b), to=c), unit=d) }}{% filter trim(pat=e) %}";
        let calls = outline(text).calls.into_iter();
        let names = |call: Call| call.arguments.into_iter().map(|it| it.name).collect();
        let arguments: Vec<Vec<String>> = calls.map(names).collect();
        assert_eq!(
            arguments,
            [vec!["id", "unit"], vec!["from", "to"], vec!["pat"]]
        );
    }

    #[test]
    fn refuses_what_could_grow_without_end() {
        let reasons = |text: &str| -> Vec<_> {
            let refusals = outline(text).refusals.into_iter();
            refusals.map(|refusal| refusal.reason).collect()
        };
        assert_eq!(
            reasons("{% for a in x %}{% for b in x %}{% for c in x %}"),
            [RefusalReason::LoopTooDeep]
        );
        assert_eq!(
            reasons("{% set a = \"x\" %}{% set a = a ~ a %}"),
            [RefusalReason::Doubling]
        );
        assert_eq!(
            reasons("{% set_global a = 1 %}"),
            [RefusalReason::SetGlobal]
        );
        assert_eq!(
            reasons("{% macro a() %}{% endmacro %}"),
            [RefusalReason::Unsupported]
        );
        assert_eq!(
            reasons("{% for a in period | split(pat=\"\") %}"),
            [RefusalReason::LoopOver]
        );
    }

    #[test]
    fn sees_loops_and_defaults() {
        let references =
            outline("{% for a in b %}{% endfor %}{{ c | default(value=`d`) }}").references;
        assert!(references[0].is_looped && references[1].handed_to == "default");
    }

    #[test]
    fn sees_comparisons() {
        for text in [
            "value.a == `5`",
            "`5` in value.a",
            "value.a is not containing(pat=`5`)",
        ] {
            let references = outline(&format!("{{% if {text} %}}")).references;
            assert!(references[0].is_compared, "{text}");
        }
        assert!(!outline("{% if value.a is defined %}").references[0].is_compared);
    }
}
