//! What a template refers to, read without running it.
//!
//! Tera treats an undefined name in a condition as false, prints a map as JSON and has no limit on
//! loops inside loops. So every name, filter and tag of a template is looked at before it is run.

mod reader;
mod refusal;

use std::ops::Range;

use super::depth::Depth;
use super::token::{Token, tags};
use reader::Reader;
pub(super) use refusal::{Refusal, RefusalReason};

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

/// How many turns the loops of a text may take together; a million takes a quarter of a second.
pub(super) const MOST_TURNS: u64 = 2_000_000;

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
