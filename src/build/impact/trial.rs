//! Values that are tried out: a workspace as if they had been typed into its facts.

use crate::build::trace::known_figure;
use crate::error::Error;
use crate::facts::{Facts, Period};
use crate::project::Project;
use crate::source::{Source, Span};

/// A value that is tried out: `figure@period=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The figure's id.
    pub figure: String,
    /// The period.
    pub period: Period,
    /// The new value as it would be written.
    pub value: String,
}

impl Trial {
    /// Reads a trial as it is typed.
    ///
    /// # Errors
    /// [`Error::Option`] if it is not written as `figure@period=value`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let parts = text.split_once('=').and_then(|(name, value)| {
            let (figure, period) = name.split_once('@')?;
            Some((
                figure.trim(),
                Period::new(period.trim()).ok()?,
                value.trim(),
            ))
        });
        let is_value = |value: &str| {
            let is_part = |it: char| it.is_ascii_digit() || ".-万亿".contains(it);
            !value.is_empty() && value.chars().all(is_part)
        };
        match parts {
            Some((figure, period, value)) if is_value(value) => Ok(Self {
                figure: figure.to_owned(),
                period,
                value: value.to_owned(),
            }),
            _ => Err(Error::Option(format!(
                "“--set {text}”写法不对\n提示：写成 数据编号@期间=新值，例如 cases_investigated@2021年=1002"
            ))),
        }
    }
}

/// The workspace with other values, as if they had been typed into the facts.
///
/// # Errors
/// [`Error::Option`] for a figure that has no reported value for the period.
pub fn with_trials(project: &Project, trials: &[Trial]) -> Result<Project, Error> {
    let mut changed = project.clone();
    for trial in trials {
        let Some(facts) = Facts::load(&changed.facts).value else {
            return Err(Error::Option(
                "数据有错，读不了\n提示：先用 fuhan check 查看".to_owned(),
            ));
        };
        let place = reported_place(&facts, trial)?;
        let mut text = place.source().text().to_owned();
        text.replace_range(place.range(), &trial.value);
        changed.replace(Source::new(place.source().path(), text));
    }
    Ok(changed)
}

fn reported_place(facts: &Facts, trial: &Trial) -> Result<Span, Error> {
    known_figure(&trial.figure, facts)?;
    let figure = facts.figure(&trial.figure);
    let entry = figure.and_then(|figure| figure.by_period.get(&trial.period));
    let amount = entry.and_then(|entry| entry.amount.as_ref());
    amount.map(|amount| amount.place.clone()).ok_or_else(|| {
        let periods = figure.map(|figure| &figure.by_period).into_iter().flatten();
        let periods: Vec<_> = periods.map(|(period, _)| period.to_string()).collect();
        let hint = if periods.is_empty() {
            "它是算出来的，请改它所用的数据".to_owned()
        } else {
            format!("有数值的期间：{}", periods.join("、"))
        };
        let (id, period) = (&trial.figure, &trial.period);
        Error::Option(format!("数据“{id}”没有填{period}的数值\n提示：{hint}"))
    })
}
