//! The filters, tests and functions that a template may call, and the check that it calls no others.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::render::outline::{Call, CallKind, Named};
use crate::source::Span;
use crate::text::nearest::suggestion;

/// What can be called, with the names of its arguments.
pub(in crate::render) type Callable = (&'static str, &'static [&'static str]);

pub(in crate::render) const FILTERS: &[Callable] = &[
    ("abs", &[]),
    ("chinese", &[]),
    ("default", &["value", "boolean"]),
    ("first", &[]),
    ("int", &["base"]),
    ("join", &["sep"]),
    ("last", &[]),
    ("length", &[]),
    ("lower", &[]),
    ("nth", &["n"]),
    ("replace", &["from", "to"]),
    ("reverse", &[]),
    ("round", &["method", "precision"]),
    ("sort", &["attribute"]),
    ("split", &["pat"]),
    ("str", &[]),
    ("trim", &["pat"]),
    ("trim_end", &["pat"]),
    ("trim_start", &["pat"]),
    ("truncate", &["length", "end"]),
    ("unique", &[]),
    ("upper", &[]),
];
pub(in crate::render) const TESTS: &[Callable] = &[
    ("containing", &["pat"]),
    ("defined", &[]),
    ("divisible_by", &["divisor"]),
    ("ending_with", &["pat"]),
    ("even", &[]),
    ("integer", &[]),
    ("number", &[]),
    ("odd", &[]),
    ("starting_with", &["pat"]),
    ("string", &[]),
    ("undefined", &[]),
];
pub(in crate::render) const FUNCTIONS: &[Callable] = &[
    ("range", &["start", "end"]),
    ("say", &["id", "period", "unit", "digits"]),
    ("throw", &["message"]),
    ("unit", &["name"]),
];

/// What is wrong with the name of a call, or with those of its arguments.
pub(super) fn unknown_names(
    call: &Call,
    locate: &impl Fn(Range<usize>) -> Span,
) -> Vec<Diagnostic> {
    let (what, known, rule) = match call.kind {
        CallKind::Filter => ("过滤器", FILTERS, "unknown-filter"),
        CallKind::Test => ("判断", TESTS, "unknown-test"),
        CallKind::Function => ("函数", FUNCTIONS, "unknown-function"),
    };
    let name = call.name.name.as_str();
    let place = |named: &Named| locate(named.range.clone());
    let Some((_, arguments)) = known.iter().find(|(known, _)| *known == name) else {
        let message = format!("没有“{name}”这个{what}");
        let diagnostic = Diagnostic::error(rule, place(&call.name), message);
        let known: Vec<_> = known.iter().map(|(name, _)| *name).collect();
        return vec![with_known(
            diagnostic,
            name,
            &known,
            &format!("可用的{what}有"),
        )];
    };
    let unknown = call.arguments.iter();
    let unknown = unknown.filter(|argument| !arguments.contains(&argument.name.as_str()));
    let told = unknown.map(|argument| {
        let message = format!("{what}“{name}”没有“{}”这个参数", argument.name);
        let diagnostic = Diagnostic::error("unknown-argument", place(argument), message);
        with_known(diagnostic, &argument.name, arguments, "它的参数有")
    });
    told.collect()
}

/// Adds the nearest of the known names, or all of them after `heading`.
fn with_known(diagnostic: Diagnostic, name: &str, known: &[&str], heading: &str) -> Diagnostic {
    let hint = suggestion(name, known.iter().copied());
    let all = || match known {
        [] => "它不带参数，请删去".to_owned(),
        _ => format!("{heading}：{}", known.join("、")),
    };
    diagnostic.with_hint(hint.unwrap_or_else(all))
}
