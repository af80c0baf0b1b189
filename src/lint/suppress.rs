//! Comments that allow a finding: `<!-- 允许 rule-name：理由 -->`, in YAML `# 允许 rule-name：理由`,
//! in templates and prose also `{# 允许 rule-name：理由 #}`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

use super::comments::{Comment, comments};
use super::rules::figures::unused_suppression::UNUSED_SUPPRESSION;
use super::{LintConfig, rule};

/// The comments of some files that allow something.
#[derive(Debug, Default)]
pub struct Suppressions {
    by_path: BTreeMap<String, Vec<Suppression>>,
}

/// A comment that allows the findings of a rule.
#[derive(Debug)]
struct Suppression {
    /// The comment.
    place: Span,
    /// The rule's name as written.
    rule: String,
    /// Whether it says why.
    has_reason: bool,
    /// The lines, from 1, whose findings it allows.
    lines: Range<usize>,
}

impl Suppressions {
    /// Reads the comments of files, of each once.
    pub fn new<'s>(sources: impl IntoIterator<Item = &'s Arc<Source>>) -> Self {
        let mut by_path = BTreeMap::new();
        for source in sources {
            if !by_path.contains_key(source.path()) {
                by_path.insert(source.path().to_owned(), suppressions(source));
            }
        }
        Self { by_path }
    }

    /// Takes out what comments allow.
    pub fn allowed_out(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.retain(|diagnostic| !self.allow(diagnostic));
        found
    }

    /// Takes out what comments allow and adds what is wrong with the comments.
    pub fn apply(&self, found: Vec<Diagnostic>, config: &LintConfig) -> Vec<Diagnostic> {
        let mut faults: Vec<_> = match config.runs(&UNUSED_SUPPRESSION) {
            true => self.faults(&found, config),
            false => Vec::new(),
        };
        config.settle(&mut faults);
        let mut found = self.allowed_out(found);
        found.extend(faults);
        found
    }

    fn allow(&self, diagnostic: &Diagnostic) -> bool {
        let own = self.by_path.get(diagnostic.place.source().path());
        own.is_some_and(|own| own.iter().any(|it| it.allows(diagnostic)))
    }

    /// A comment speaks for its own file only, so each is held against what was found there.
    fn faults(&self, found: &[Diagnostic], config: &LintConfig) -> Vec<Diagnostic> {
        let mut by_path: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for one in found {
            let path = one.place.source().path();
            by_path.entry(path).or_default().push(one);
        }
        let of_files = self.by_path.iter().flat_map(|(path, own)| {
            let found = by_path.remove(path.as_str()).unwrap_or_default();
            own.iter().filter_map(move |it| it.fault(&found, config))
        });
        of_files.collect()
    }
}

impl Suppression {
    /// Whether it allows a finding in its own file.
    fn allows(&self, diagnostic: &Diagnostic) -> bool {
        self.has_reason && diagnostic.rule == self.rule && {
            let place = &diagnostic.place;
            self.lines
                .contains(&place.source().line(place.range().start))
        }
    }

    /// What is wrong with it, `found` being the findings in its own file.
    fn fault(&self, found: &[&Diagnostic], config: &LintConfig) -> Option<Diagnostic> {
        let warning = |message: String, hint: &str| {
            let place = self.place.clone();
            let fault = Diagnostic::warning(UNUSED_SUPPRESSION.name, place, message);
            Some(fault.with_hint(hint))
        };
        let Some(rule) = rule(&self.rule) else {
            let hint = "用 check --list 查看全部规则名";
            return warning(format!("没有名为“{}”的规则", self.rule), hint);
        };
        if !self.has_reason {
            let hint = "写成“允许 规则名：理由”，理由说明为什么这里是对的";
            return warning(format!("允许“{}”没有写理由", self.rule), hint);
        }
        if !config.runs(rule) || found.iter().any(|diagnostic| self.allows(diagnostic)) {
            return None;
        }
        warning(format!("允许“{}”没有对应的问题", self.rule), "删去这条注释")
    }
}

fn suppressions(source: &Arc<Source>) -> Vec<Suppression> {
    let comments = comments(source).into_iter();
    comments
        .map(|comment| suppression(source, &comment))
        .collect()
}

fn suppression(source: &Arc<Source>, comment: &Comment) -> Suppression {
    let body = source.text()[comment.body.clone()].trim();
    let (rule, reason) = body.split_once(['：', ':']).unwrap_or((body, ""));
    Suppression {
        place: Span::new(source, comment.range.clone()),
        rule: rule.trim().to_owned(),
        has_reason: !reason.trim().is_empty(),
        lines: lines(source, comment),
    }
}

/// The comment's own line; if it stands alone, the next line with text; in YAML also what is
/// indented under that line.
fn lines(source: &Source, comment: &Comment) -> Range<usize> {
    let own = source.line(comment.range.start);
    let line_end = source.line_start(own) + source.line_text(own).len();
    let text = source.text();
    let before = &text[source.line_start(own)..comment.range.start];
    let after = &text[comment.range.end.min(line_end)..line_end];
    // What is next to the comment is looked at first, since a line may be long.
    let stands_alone = before.trim_end().is_empty() && after.trim_start().is_empty();
    let last = match stands_alone {
        true => next_text(source, own).unwrap_or(own),
        false => own,
    };
    let end = match comment.is_yaml {
        true => indented_end(source, last),
        false => last + 1,
    };
    own..end
}

fn next_text(source: &Source, line: usize) -> Option<usize> {
    let is_text = |line: &usize| {
        let text = source.line_text(*line).trim();
        let is_comment = ["<!--", "{#", "# 允许"]
            .iter()
            .any(|mark| text.starts_with(mark));
        !text.is_empty() && !is_comment
    };
    (line + 1..=source.line_count()).find(is_text)
}

/// The line after the last one that is indented deeper than `line`.
fn indented_end(source: &Source, line: usize) -> usize {
    let indent = |line: usize| {
        let text = source.line_text(line);
        text.len() - text.trim_start_matches(' ').len()
    };
    let own = indent(line);
    let ends = |next: &usize| !source.line_text(*next).trim().is_empty() && indent(*next) <= own;
    (line + 1..=source.line_count())
        .find(ends)
        .unwrap_or(source.line_count() + 1)
}
