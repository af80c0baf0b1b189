//! The names that a template may use, and the check that it uses no others.

use std::collections::BTreeSet;
use std::ops::Range;

use super::depth::{DEEPEST_BLOCKS, DEEPEST_BRACKETS, MOST_STEPS};
use super::includes::too_many_turns;
use super::outline::{Call, CallKind, Named, Outline, Reference, Refusal, RefusalReason};
use crate::diagnostic::Diagnostic;
use crate::facts::{Aspect, Facts, Office};
use crate::source::Span;
use crate::text::nearest::suggestion;

/// Where a template text stands, which decides what it can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Prose of a measure: figures and what the letter is about.
    Measure,
    /// Prose of a letter, or a template's front matter: measures too.
    Letter,
    /// A template's body: the parts of the letter's body too.
    Body,
    /// The feedback form: what only the proposers may read too.
    Form,
}

/// What a name at the top stands for.
pub(super) enum Shape {
    Text,
    List,
    /// A list whose entries have these names.
    ListOf(&'static [&'static str]),
    Map(&'static [&'static str]),
    Terms,
    Figures,
    Measures,
}

const PROPOSAL: &[&str] = &[
    "matter",
    "word",
    "member_word",
    "proposer_word",
    "meeting",
    "category",
    "reference",
    "quoted_subject",
    "separate_handlers",
    "separate_handler_list",
    "merged_numbers",
    "body",
    "term",
    "session",
    "term_number",
    "session_number",
    "number",
    "subject",
    "proposers",
    "proposer_list",
    "proposer_count",
    "pronoun",
    "lead_unit",
    "co_handlers",
    "co_handler_list",
];
const CONTACT: &[&str] = &[
    "name",
    "phone",
    "unit",
    "postcode",
    "address",
    "leader",
    "leader_phone",
    "handler",
    "handler_phone",
];
const SECTION: &[&str] = &["markdown", "number", "heading", "text", "level"];

pub(super) fn shape(root: &str, scope: Scope) -> Option<Shape> {
    let shape = match root {
        "office" => Shape::Map(&["name", "short_name", "self_name", "copied_to"]),
        "contact" => Shape::Map(CONTACT),
        "handling" => Shape::Map(&["assigned_on", "due_on", "extended_to", "consultation"]),
        "previous_reply" => Shape::Map(&["document_number", "issued_on"]),
        "points" => Shape::Map(&["total", "own", "co_handled", "adopted", "rate"]),
        "feedback" => Shape::Map(&["name", "within", "return_to"]),
        "form" if scope == Scope::Form => Shape::Map(&["proposer_unit", "proposer_phone"]),
        "proposal" => Shape::Map(PROPOSAL),
        "terms" => Shape::Terms,
        "period" | "outcome" | "outcome_meaning" | "issued_on" | "document_number"
        | "addressees" | "disclosure" | "disclosure_word" | "issuers" | "signatories" => {
            Shape::Text
        }
        "count_line" if scope != Scope::Measure => Shape::Text,
        "opinions" if scope == Scope::Body => Shape::ListOf(&["unit", "text"]),
        "addressee_list" => Shape::List,
        "measure" if scope != Scope::Measure => Shape::Measures,
        "opening" | "closing" if scope == Scope::Body => Shape::Text,
        "introduction" | "next_steps" if scope == Scope::Body => Shape::List,
        "sections" if scope == Scope::Body => Shape::ListOf(SECTION),
        _ if Aspect::from_name(root).is_some() => Shape::Figures,
        _ => return None,
    };
    Some(shape)
}

/// Names at the top that are not aspects.
pub(super) const ROOTS: &[&str] = &[
    "office",
    "contact",
    "handling",
    "previous_reply",
    "points",
    "feedback",
    "form",
    "disclosure",
    "disclosure_word",
    "issuers",
    "signatories",
    "count_line",
    "opinions",
    "proposal",
    "terms",
    "period",
    "outcome",
    "outcome_meaning",
    "issued_on",
    "document_number",
    "addressees",
    "addressee_list",
    "measure",
    "opening",
    "closing",
    "introduction",
    "next_steps",
    "sections",
];
const LISTS: &[&str] = &["proposer_list", "co_handler_list", "separate_handler_list"];

/// What can be called, with the names of its arguments.
pub(super) type Callable = (&'static str, &'static [&'static str]);

pub(super) const FILTERS: &[Callable] = &[
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
pub(super) const TESTS: &[Callable] = &[
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
pub(super) const FUNCTIONS: &[Callable] = &[
    ("range", &["start", "end"]),
    ("say", &["id", "period", "unit", "digits"]),
    ("throw", &["message"]),
    ("unit", &["name"]),
];

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

fn loop_over(place: Span) -> Diagnostic {
    Diagnostic::error("endless-template", place, "循环只能用于列表")
        .with_hint("可用的列表有 sections、introduction、next_steps、opinions、addressee_list、proposal.proposer_list、range(end=…)")
}

/// What is wrong with the name of a call, or with those of its arguments.
fn unknown_names(call: &Call, locate: &impl Fn(Range<usize>) -> Span) -> Vec<Diagnostic> {
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

fn refused(refusal: &Refusal, place: Span) -> Diagnostic {
    let (message, hint) = match refusal.reason {
        RefusalReason::LoopTooDeep => ("循环嵌套超过两层", "请减少循环的层数"),
        RefusalReason::LoopOver => return loop_over(place),
        RefusalReason::Nothing => {
            return Diagnostic::error("empty-print", place, "none 打印出来什么也没有")
                .with_hint("请删去，或写明要印的文字");
        }
        RefusalReason::Unsupported => (
            "模板不支持组件、宏、import、break 和 continue",
            "共用的文字请放在另一个模板里用 include 引入",
        ),
        RefusalReason::SetGlobal => ("模板不支持 set_global", "请改用 set"),
        RefusalReason::Doubling => ("变量的内容成倍增长", "一个 set 里只引用一次别的变量"),
        RefusalReason::TooManyTurns => return too_many_turns(place),
        RefusalReason::BlocksTooDeep
        | RefusalReason::BracketsTooDeep
        | RefusalReason::ExpressionTooLong => return too_deep(refusal.reason, place),
    };
    Diagnostic::error("endless-template", place, message).with_hint(hint)
}

/// What Tera has no stack for.
fn too_deep(reason: RefusalReason, place: Span) -> Diagnostic {
    let (message, hint) = match reason {
        RefusalReason::BracketsTooDeep => (
            format!("括号套括号超过 {DEEPEST_BRACKETS} 层"),
            "请减少括号的层数，或先用 set 把里面的部分存成变量",
        ),
        RefusalReason::ExpressionTooLong => (
            format!("一个标签里的运算、过滤器、“.”等合起来超过 {MOST_STEPS} 个"),
            "请分成几个标签，或先用 set 存成变量",
        ),
        _ => (
            format!("if、for 等一层套一层，连同 elif，超过 {DEEPEST_BLOCKS} 层"),
            "请减少层数，或把 elif 分成几个先后的 if",
        ),
    };
    Diagnostic::error("endless-template", place, message).with_hint(hint)
}
