//! Comments that allow a finding: `<!-- 允许 rule-name：理由 -->` and, in YAML, `# 允许 rule-name：理由`.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

use super::rules::unused_suppression::UNUSED_SUPPRESSION;
use super::{LintConfig, rule};

/// A comment that allows the findings of a rule.
struct Suppression<'a> {
    /// The comment in the source.
    comment: Range<usize>,
    /// The rule's name as written.
    rule: &'a str,
    /// Why, as written.
    reason: &'a str,
    /// The lines, from 1, whose findings it allows.
    lines: Range<usize>,
}

/// Takes out what comments allow and adds what is wrong with the comments.
pub(super) fn apply(
    source: &Arc<Source>,
    config: &LintConfig,
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    if !source.text().contains("允许") {
        return found;
    }
    for suppression in suppressions(source) {
        let before = found.len();
        if !suppression.reason.is_empty() {
            found.retain(|diagnostic| !suppression.allows(diagnostic));
        }
        if config.runs(&UNUSED_SUPPRESSION) {
            found.extend(suppression.fault(source, config, found.len() < before));
        }
    }
    found
}

impl Suppression<'_> {
    fn allows(&self, diagnostic: &Diagnostic) -> bool {
        let line = diagnostic.place.position().line;
        diagnostic.rule == self.rule && self.lines.contains(&line)
    }

    fn fault(
        &self,
        source: &Arc<Source>,
        config: &LintConfig,
        was_used: bool,
    ) -> Option<Diagnostic> {
        let place = Span::new(source, self.comment.clone());
        let warning = |message: String, hint: &str| {
            Some(
                Diagnostic::warning(UNUSED_SUPPRESSION.name, place.clone(), message)
                    .with_hint(hint),
            )
        };
        let Some(rule) = rule(self.rule) else {
            let hint = "用 check --list 查看全部规则名";
            return warning(format!("没有名为“{}”的规则", self.rule), hint);
        };
        if self.reason.is_empty() {
            let hint = "写成“允许 规则名：理由”，理由说明为什么这里是对的";
            return warning(format!("允许“{}”没有写理由", self.rule), hint);
        }
        if was_used || !config.runs(rule) {
            return None;
        }
        warning(format!("允许“{}”没有对应的问题", self.rule), "删去这条注释")
    }
}

fn suppressions(source: &Source) -> Vec<Suppression<'_>> {
    let text = source.text();
    let marks = text.match_indices("允许 ");
    marks
        .filter_map(|(at, mark)| suppression(source, at, at + mark.len()))
        .collect()
}

/// The suppression whose 允许 stands at `at` and whose rule's name begins at `name`.
fn suppression(source: &Source, at: usize, name: usize) -> Option<Suppression<'_>> {
    let text = source.text();
    let line_start = source.line_start(source.line(at));
    let before = text[line_start..at].trim_end();
    let line_end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    let (start, end) = if let Some(head) = before.strip_suffix("<!--") {
        (
            line_start + head.len(),
            at + text[at..line_end].find("-->")?,
        )
    } else if let Some(head) = before.strip_suffix('#').filter(|_| is_yaml(source)) {
        (line_start + head.len(), line_end)
    } else {
        return None;
    };
    let body = text[name..end.max(name)].trim();
    let (rule, reason) = body.split_once(['：', ':']).unwrap_or((body, ""));
    let comment_end = if text[end..].starts_with("-->") {
        end + 3
    } else {
        end
    };
    Some(Suppression {
        comment: start..comment_end,
        rule: rule.trim(),
        reason: reason.trim(),
        lines: lines(source, start, comment_end),
    })
}

fn is_yaml(source: &Source) -> bool {
    source.path().ends_with(".yaml") || source.path().ends_with(".yml")
}

/// The comment's own line and, if it stands alone, the next line with text.
fn lines(source: &Source, start: usize, end: usize) -> Range<usize> {
    let (first, last) = (source.line(start), source.line(end));
    let line_end = source.line_start(last) + source.line_text(last).len();
    let stands_alone = source.text()[source.line_start(first)..start]
        .trim()
        .is_empty()
        && source.text()[end.min(line_end)..line_end].trim().is_empty();
    if !stands_alone {
        return first..last + 1;
    }
    let is_text = |line: &usize| {
        let text = source.line_text(*line).trim();
        !text.is_empty() && !text.starts_with("<!--") && !text.starts_with("# 允许")
    };
    let next = (last + 1..=source.line_count()).find(is_text);
    first..next.unwrap_or(last) + 1
}
