//! Tera's errors, said in Chinese at the place that the writer can edit.

use std::io;
use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use super::outline::Reference;
use super::token::{Stretch, stretches};
use crate::diagnostic::Diagnostic;
use crate::facts::{Aspect, Aspects, Facts};
use crate::source::Span;

/// The diagnostic for a template that Tera does not take; `body` is its body in the file.
pub(super) fn load(error: &Error, body: &Span) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => syntax(report, body.part(report.span().range.clone())),
        other => unusable(other, body),
    }
}

/// The template that an error arose in, if Tera says it.
pub(super) fn file_name(error: &Error) -> Option<&str> {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            Some(report.filename())
        }
        _ => None,
    }
}

fn syntax(report: &ReportError, place: Span) -> Diagnostic {
    Diagnostic::error("template-syntax", place, "模板语法有误")
        .with_hint(format!("Tera 的说明：{}", report.message()))
}

fn unusable(kind: &ErrorKind, place: &Span) -> Diagnostic {
    let first_line = Span::line(place.source(), place.position().line);
    Diagnostic::error("template-error", first_line, "模板无法使用")
        .with_hint(format!("Tera 的说明：{kind}"))
}

/// What is needed to explain an error in one template text.
pub(super) struct Explanation<'a> {
    pub(super) facts: &'a Facts,
    pub(super) aspects: &'a Aspects,
    pub(super) references: &'a [Reference],
    /// The place of the text as a whole.
    pub(super) whole: &'a Span,
    /// The id of the letter that is rendered.
    pub(super) letter: &'a str,
    /// The template text as Tera got it, and what it printed before the error.
    pub(super) printed: (&'a str, String),
}

impl Explanation<'_> {
    /// The diagnostic for an error; `locate` gives the place of a range of the text as written.
    pub(super) fn diagnostic(
        &self,
        error: &Error,
        original: impl Fn(Range<usize>) -> Range<usize>,
        locate: impl Fn(Range<usize>) -> Span,
    ) -> Diagnostic {
        self.fault(error, original, locate).stopping(self.letter)
    }

    fn fault(
        &self,
        error: &Error,
        original: impl Fn(Range<usize>) -> Range<usize>,
        locate: impl Fn(Range<usize>) -> Span,
    ) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) => {
                syntax(report, locate(original(report.span().range.clone())))
            }
            ErrorKind::RenderingError(report) => self.rendering(report, original, locate),
            ErrorKind::Io(kind) => self.refused_print(*kind, original, locate),
            other => unusable(other, self.whole),
        }
    }

    /// A value that must not be printed, at the tag that printed it.
    fn refused_print(
        &self,
        kind: io::ErrorKind,
        original: impl Fn(Range<usize>) -> Range<usize>,
        locate: impl Fn(Range<usize>) -> Span,
    ) -> Diagnostic {
        let place = match print_after(self.printed.0, &self.printed.1) {
            Some(range) => locate(original(range)),
            None => self.whole.clone(),
        };
        match kind {
            io::ErrorKind::InvalidData => self.empty_print(place),
            io::ErrorKind::InvalidInput => {
                let message = "这里会印出列表或映射的代码";
                Diagnostic::error("map-printed", place, message)
                    .with_hint("列表用 {% for … %} 逐项打印，或用 join(sep=\"、\") 连起来")
            }
            _ => Diagnostic::error("endless-template", self.whole.clone(), "渲染出的文字太长")
                .with_hint("一封信的正文不超过 4 MiB，请检查循环"),
        }
    }

    fn rendering(
        &self,
        report: &ReportError,
        original: impl Fn(Range<usize>) -> Range<usize>,
        locate: impl Fn(Range<usize>) -> Span,
    ) -> Diagnostic {
        let range = original(report.span().range.clone());
        let place = locate(range.clone());
        let overlaps = |it: &&Reference| it.range.start < range.end && range.start < it.range.end;
        let reference = self.references.iter().find(overlaps);
        let is_undefined =
            report.message().contains("not defined") || report.message().contains("undefined");
        match reference {
            Some(reference) if is_undefined => {
                self.undefined(reference, locate(reference.range.clone()))
            }
            None if is_undefined => self.empty_print(place),
            _ if is_chinese(report.message()) => {
                Diagnostic::error("template-error", place, report.message().to_owned())
            }
            _ => Diagnostic::error("template-error", place, "模板渲染出错")
                .with_hint(format!("Tera 的说明：{}", report.message())),
        }
    }

    fn empty_print(&self, place: Span) -> Diagnostic {
        Diagnostic::error("empty-print", place, "这里要打印的内容是空的")
            .with_hint("请补上内容，或用 {% if … %} 包起来")
    }

    /// A known name that this letter has no value for.
    fn undefined(&self, reference: &Reference, place: Span) -> Diagnostic {
        let aspect = Aspect::from_name(&reference.path[0]);
        if let (Some(aspect), Some(id)) = (aspect, reference.path.get(1)) {
            let period = self.aspects.period();
            return self.facts.missing(aspect, id, period, place);
        }
        let name = reference.path.join(".").replace(".*", "");
        let message = format!("信件没有给出“{name}”，模板却要打印它");
        Diagnostic::error("undefined-variable", place, message).with_hint(format!(
            "请在信件或 office.yaml 里填上，或在模板里用 {{% if {name} %}} 包起来"
        ))
    }
}

/// The tag that would have printed next after `printed`: the one whose literal text before it agrees
/// longest with the end of what was printed.
fn print_after(template: &str, printed: &str) -> Option<Range<usize>> {
    best_print(template, printed).map(|(_, range)| range)
}

/// How much of the text before one of its prints a template shares with the end of what was printed, in
/// characters; nothing for one that prints nothing.
pub(super) fn agreement(template: &str, printed: &str) -> Option<usize> {
    best_print(template, printed).map(|(agreement, _)| agreement)
}

fn best_print(template: &str, printed: &str) -> Option<(usize, Range<usize>)> {
    let mut literal = "";
    let mut best: Option<(usize, Range<usize>)> = None;
    for stretch in stretches(template) {
        match stretch {
            Stretch::Literal(range) => literal = &template[range],
            Stretch::Tag(range) if template[range.clone()].starts_with("{{") => {
                let agreement = common_end(literal, printed);
                if best
                    .as_ref()
                    .is_none_or(|(longest, _)| agreement > *longest)
                {
                    best = Some((agreement, range));
                }
                literal = "";
            }
            Stretch::Tag(_) => {}
        }
    }
    best
}

/// How many characters two texts have in common at their ends.
fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(one, other)| one == other).count()
}

/// Our own functions answer in Chinese, Tera in English.
fn is_chinese(message: &str) -> bool {
    message
        .chars()
        .any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
}
