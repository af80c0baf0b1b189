//! The names that a template may use, and the check that it uses no others.

pub(super) mod calls;
mod refusals;
pub(super) mod variables;

use std::collections::BTreeSet;
use std::ops::Range;

use super::outline::{Outline, Reference};
use crate::diagnostic::Diagnostic;
use crate::facts::{Aspect, Facts, Office};
use crate::source::Span;
use crate::text::nearest::suggestion;
use calls::unknown_names;
use refusals::{loop_over, refused};
pub(super) use variables::Scope;
use variables::{LISTS, ROOTS, Shape, shape};

/// Filters, and slices, that would take a figure's link to its origin apart.
const CUTTING: &[&str] = &[
    "abs", "chinese", "first", "int", "join", "last", "length", "nth", "reverse", "round", "sort",
    "split", "truncate", "unique", "[", "?[",
];

/// Checks the names of one template text.
pub(super) struct NameCheck<'a> {
    pub(super) scope: Scope,
    pub(super) facts: &'a Facts,
    pub(super) office: &'a Office,
}

impl NameCheck<'_> {
    /// Everything wrong with `outline`; `locate` gives the place of a range of the text.
    pub(super) fn diagnostics(
        &self,
        outline: &Outline,
        locate: impl Fn(Range<usize>) -> Span,
    ) -> Vec<Diagnostic> {
        let references = outline
            .references
            .iter()
            .filter_map(|reference| self.reference(reference, locate(reference.range.clone())));
        let calls = outline.calls.iter();
        let calls = calls.flat_map(|call| unknown_names(call, &locate));
        let refusals = outline.refusals.iter();
        let refusals = refusals.map(|refusal| refused(refusal, locate(refusal.range.clone())));
        references.chain(calls).chain(refusals).collect()
    }

    fn reference(&self, reference: &Reference, place: Span) -> Option<Diagnostic> {
        let path: Vec<_> = reference.path.iter().map(String::as_str).collect();
        let Some(shape) = shape(path[0], self.scope) else {
            return Some(self.unknown_root(path[0], place));
        };
        if reference.is_looped {
            return not_a_list(&path, &shape, place);
        }
        match (&shape, &path[1..]) {
            (Shape::Text, []) | (Shape::List | Shape::ListOf(_), [] | ["*"]) => None,
            (Shape::Map(_) | Shape::Terms | Shape::Figures | Shape::Measures, []) => {
                Some(map_without_key(path[0], place))
            }
            (Shape::ListOf(names), ["*", name]) | (Shape::Map(names), [name]) => {
                unknown_part(name, names.iter().copied(), &path, place)
            }
            (Shape::Map(_), [list, "*"]) if LISTS.contains(list) => None,
            (Shape::Terms, [_]) if reference.handed_to == "default" => None,
            (Shape::Terms, [name]) => unknown_part(
                name,
                self.office.terms.keys().map(String::as_str),
                &path,
                place,
            ),
            (Shape::Figures, [_]) if reference.is_compared => Some(compared_figure(&path, place)),
            (Shape::Figures, [_]) if CUTTING.contains(&reference.handed_to.as_str()) => {
                Some(cut_figure(&path, &reference.handed_to, place))
            }
            (Shape::Figures, [id]) => self.unknown_figure(id, place),
            (Shape::Measures, [id]) => self.unknown_measure(id, place),
            _ => Some(unknown_name(&path.join("."), place)),
        }
    }

    fn unknown_root(&self, root: &str, place: Span) -> Diagnostic {
        if root == "measure" {
            let message = "举措的文字里不能再引用举措";
            return Diagnostic::error("undefined-variable", place, message)
                .with_hint("请在信件的 sections 里依次列出两条举措");
        }
        let aspects = Aspect::ALL.iter().map(|aspect| aspect.name());
        let known: BTreeSet<_> = ROOTS.iter().copied().chain(aspects).collect();
        with_suggestion(unknown_name(root, place), root, known)
    }

    fn unknown_figure(&self, id: &str, place: Span) -> Option<Diagnostic> {
        let is_unknown = self.facts.figure(id).is_none();
        is_unknown.then(|| self.facts.unknown_figure(id, place))
    }

    fn unknown_measure(&self, id: &str, place: Span) -> Option<Diagnostic> {
        let is_unknown = self.facts.measure(id).is_none();
        is_unknown.then(|| self.facts.unknown_measure(id, place))
    }
}

fn unknown_name(name: &str, place: Span) -> Diagnostic {
    Diagnostic::error(
        "undefined-variable",
        place,
        format!("模板里没有“{name}”这个名称"),
    )
}

fn with_suggestion<'a>(
    diagnostic: Diagnostic,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    match suggestion(name, known) {
        Some(suggestion) => diagnostic.with_hint(suggestion),
        None => diagnostic,
    }
}

fn unknown_part<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
    path: &[&str],
    place: Span,
) -> Option<Diagnostic> {
    if known.clone().into_iter().any(|it| it == name) {
        return None;
    }
    let shown: Vec<_> = path.iter().copied().filter(|part| *part != "*").collect();
    Some(with_suggestion(
        unknown_name(&shown.join("."), place),
        name,
        known,
    ))
}

fn map_without_key(root: &str, place: Span) -> Diagnostic {
    let message = format!("“{root}”后面少了名称，直接打印会印出一串代码");
    Diagnostic::error("map-printed", place, message).with_hint(format!(
        "请写成“{root}.名称”，例如 {{{{ figure.数据编号 }}}}"
    ))
}

fn compared_figure(path: &[&str], place: Span) -> Diagnostic {
    let message = format!("“{}”是带出处的文字，不能用来比较大小", path.join("."));
    Diagnostic::error("compared-figure", place, message)
        .with_hint("判断有没有这项数据可写 {% if figure.编号 %}；增减的说法请用 growth")
}

fn cut_figure(path: &[&str], filter: &str, place: Span) -> Diagnostic {
    let what = match filter {
        "[" | "?[" => "截取".to_owned(),
        _ => format!("用“{filter}”处理"),
    };
    let message = format!("“{}”是带出处的文字，不能{what}", path.join("."));
    Diagnostic::error("compared-figure", place, message).with_hint(
        "换算单位、取小数位用 say(id=…, unit=…, digits=…)；要别的数，请在 facts 里写成一项数据",
    )
}

fn not_a_list(path: &[&str], shape: &Shape, place: Span) -> Option<Diagnostic> {
    let is_list = match shape {
        Shape::List | Shape::ListOf(_) => path.len() == 1,
        Shape::Map(_) => path.len() == 2 && LISTS.contains(&path[1]),
        _ => false,
    };
    (!is_list).then(|| loop_over(place))
}
