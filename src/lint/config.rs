//! What is checked and what is reported.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::word_list::WordList;
use super::{RULES, Rule, rule};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::facts::ProofreadingSettings;
use crate::source::PlacedText;
use crate::text::nearest;

/// What to check and what to report.
#[derive(Debug, Clone, Default)]
pub struct LintConfig {
    /// Only these rules; all if empty.
    pub only: Vec<String>,
    /// Rules to leave out.
    pub excluded: Vec<String>,
    /// Findings below this are left out; none if absent. All rules run, because a comment that allows
    /// what one of them finds has its use.
    pub minimum: Option<Severity>,
    /// Rules that find nothing of this weight do not run at all; all run if absent.
    pub least: Option<Severity>,
    /// How much the findings of a rule matter, if not as the rule says.
    pub severities: BTreeMap<&'static str, Severity>,
    /// Wrong words beside the built-in ones.
    pub words: Arc<WordList>,
}

impl LintConfig {
    /// What an office asks for in `office.yaml`, and its own words.
    ///
    /// # Errors
    /// `unknown-rule` for a name that no rule has.
    pub fn of_office(settings: &ProofreadingSettings, words: WordList, sink: &mut Sink) -> Self {
        let mut known = |name: &PlacedText| {
            let found = rule(&name.text);
            if found.is_none() {
                sink.push(unknown_rule(name));
            }
            found
        };
        let excluded = settings.excluded.iter().filter_map(&mut known);
        let excluded = excluded.map(|rule| rule.name.to_owned()).collect();
        let severities = settings.severities.iter();
        let severities =
            severities.filter_map(|(name, severity)| Some((known(name)?.name, *severity)));
        Self {
            excluded,
            severities: severities.collect(),
            words: Arc::new(words),
            ..Self::default()
        }
    }

    /// The same with what the command line asks for, which wins.
    #[must_use]
    pub fn with(&self, asked: &Self) -> Self {
        let own = self.excluded.iter();
        let own = own.filter(|name| !asked.only.contains(name)).cloned();
        Self {
            only: asked.only.clone(),
            excluded: own.chain(asked.excluded.iter().cloned()).collect(),
            minimum: asked.minimum,
            ..self.clone()
        }
    }

    /// Whether a rule runs.
    pub fn runs(&self, rule: &Rule) -> bool {
        let names = |list: &[String]| list.iter().any(|name| name == rule.name);
        let is_asked = (self.only.is_empty() || names(&self.only)) && !names(&self.excluded);
        is_asked && self.least.is_none_or(|least| self.most(rule) >= least)
    }

    /// How much the findings of a rule matter at most.
    fn most(&self, rule: &Rule) -> Severity {
        let asked = self.severities.get(rule.name).copied();
        asked.unwrap_or(rule.severity)
    }

    /// Whether a finding is reported.
    pub fn shows(&self, diagnostic: &Diagnostic) -> bool {
        self.minimum
            .is_none_or(|minimum| diagnostic.severity >= minimum)
    }

    /// Gives findings the severity that is asked for; one that its rule holds for less than usual
    /// is never made more than that.
    pub(super) fn settle(&self, found: &mut [Diagnostic]) {
        if self.severities.is_empty() {
            return;
        }
        for one in found {
            let asked = self.severities.get(one.rule);
            if let (Some(asked), Some(rule)) = (asked, rule(one.rule)) {
                one.severity = match one.severity < rule.severity {
                    true => one.severity.min(*asked),
                    false => *asked,
                };
            }
        }
    }
}

/// What to say of a rule's name that is none, with the nearest one.
fn unknown_rule(name: &PlacedText) -> Diagnostic {
    let message = format!("没有名为“{}”的规则", name.text);
    let hint = nearest::suggestion(&name.text, RULES.iter().map(|rule| rule.name));
    let hint = hint.unwrap_or_else(|| "用 fuhan check --list 列出全部规则".to_owned());
    Diagnostic::error("unknown-rule", name.place.clone(), message).with_hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_find_too_little_do_not_run_unless_the_office_makes_more_of_them() {
        let (warning, error) = (rule("character-slip"), rule("doubled-word"));
        let (warning, error) = warning.zip(error).expect("both are rules");
        let mut config = LintConfig {
            least: Some(Severity::Error),
            ..LintConfig::default()
        };
        assert!(config.runs(error) && !config.runs(warning));
        config.severities.insert(warning.name, Severity::Error);
        config.severities.insert(error.name, Severity::Warning);
        assert!(config.runs(warning) && !config.runs(error));
        assert!(LintConfig::default().runs(warning));
    }
}
