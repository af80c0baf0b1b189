//! The source of a printed figure (数据出处): name, coverage, evidence, place.

use serde::Serialize;

use crate::facts::{Aspect, Definition, Facts, Figure, Period};
use crate::origin::FigureOrigin;

/// What the facts say of one aspect of a figure for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactSource {
    /// The figure's id.
    pub figure: String,
    /// Its name.
    pub name: String,
    /// The period's label.
    pub period: String,
    /// The aspect's name.
    pub aspect: String,
    /// What is counted (统计口径).
    pub coverage: Option<String>,
    /// Where it comes from; what it was computed from if it was not reported.
    pub evidence: Option<String>,
    /// The date that it holds for.
    pub as_of: Option<String>,
    /// The file with the fact.
    pub file: String,
    /// The line in that file, from 1.
    pub file_line: usize,
}

/// What the facts say of an origin; what they do not know is left empty.
pub fn fact_source(origin: &FigureOrigin, facts: &Facts) -> FactSource {
    let figure = facts.figure(&origin.id);
    let period = Period::new(&origin.period).ok();
    let entry = figure
        .zip(period.as_ref())
        .and_then(|(figure, period)| figure.by_period.get(period));
    let as_of = entry.and_then(|entry| entry.as_of);
    let place = origin.place.as_ref();
    FactSource {
        figure: origin.id.clone(),
        name: figure.map_or_else(String::new, |figure| figure.name.text.clone()),
        period: origin.period.clone(),
        aspect: origin.aspect.clone(),
        coverage: figure.and_then(|it| it.coverage.as_ref().map(|text| text.text.clone())),
        evidence: figure.and_then(|figure| evidence(figure, facts, origin, period.as_ref()?)),
        as_of: as_of.map(|date| date.to_string()),
        file: place.map_or_else(String::new, |place| place.source().path().to_owned()),
        file_line: place.map_or(0, |place| place.position().line),
    }
}

fn evidence(
    figure: &Figure,
    facts: &Facts,
    origin: &FigureOrigin,
    period: &Period,
) -> Option<String> {
    let reported = reported_evidence(figure, period);
    let aspect = Aspect::from_name(&origin.aspect)?;
    let entry = figure.by_period.get(period);
    let is_growth = matches!(aspect, Aspect::Growth | Aspect::GrowthRate);
    let is_derived = match is_growth {
        true => entry.is_none_or(|entry| entry.growth.is_none()),
        false => entry.is_none_or(|entry| entry.amount.is_none() && entry.rank.is_none()),
    };
    if !is_derived {
        return reported;
    }
    if is_growth {
        let before = period.year_before()?;
        let sources = [reported, reported_evidence(figure, &before)];
        return Some(format!("由{before}和{period}的数值算出{}", joined(sources)));
    }
    let parts = figure.definition.parts();
    let known = parts.iter().filter_map(|id| facts.figure(&id.text));
    let (names, sources): (Vec<_>, Vec<_>) = known
        .map(|part| (part.name.text.clone(), reported_evidence(part, period)))
        .unzip();
    match &figure.definition {
        Definition::SumOf(_) => Some(format!("由{}相加{}", names.join("、"), joined(sources))),
        Definition::ShareOf { .. } => Some(format!(
            "由{}算出的占比{}",
            names.join("、"),
            joined(sources)
        )),
        Definition::Reported | Definition::List(_) => reported,
    }
}

fn reported_evidence(figure: &Figure, period: &Period) -> Option<String> {
    let entry = figure.by_period.get(period);
    let own = entry.and_then(|entry| entry.evidence.as_ref());
    own.or(figure.evidence.as_ref())
        .map(|text| text.text.clone())
}

/// Evidence in brackets, each once.
fn joined(sources: impl IntoIterator<Item = Option<String>>) -> String {
    let mut known: Vec<String> = Vec::new();
    for source in sources.into_iter().flatten() {
        if !known.contains(&source) {
            known.push(source);
        }
    }
    if known.is_empty() {
        String::new()
    } else {
        format!("（{}）", known.join("；"))
    }
}
