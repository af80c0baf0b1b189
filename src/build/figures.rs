//! Which figures differ between two states of the facts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::reason::aspect_words;
use crate::facts::{Aspect, Facts, Figure, Period, Printed};

/// One thing about a figure that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// The figure's id.
    pub figure: String,
    /// Its name.
    pub name: String,
    /// The period; absent for what holds for every period.
    pub period: Option<String>,
    /// What changed, in Chinese: 数值, 增长, 出处.
    pub what: &'static str,
    /// As it was; absent if it was not there.
    pub old: Option<String>,
    /// As it is; absent if it is there no more.
    pub new: Option<String>,
    /// Where the fact is written now, `file:line`.
    pub place: Option<String>,
    /// Whether it is computed and not written.
    #[serde(skip)]
    pub is_derived: bool,
}

impl FigureChange {
    /// The same for a period.
    fn of(self, period: &Period) -> Self {
        Self {
            period: Some(period.to_string()),
            ..self
        }
    }
}

/// What is compared for every period.
const BY_PERIOD: [Aspect; 4] = [Aspect::Figure, Aspect::Growth, Aspect::Rank, Aspect::AsOf];

/// What is compared once.
const ONCE: [Aspect; 4] = [Aspect::Name, Aspect::Unit, Aspect::Coverage, Aspect::List];

/// Everything that differs, by id and period.
pub fn figure_changes(old: &Facts, new: &Facts) -> Vec<FigureChange> {
    let ids: BTreeSet<&str> = old
        .figures()
        .chain(new.figures())
        .map(|figure| figure.id.as_str())
        .collect();
    let mut changes = Vec::new();
    for id in ids {
        let periods: BTreeSet<&Period> =
            old.periods(id).into_iter().chain(new.periods(id)).collect();
        let comparison = Comparison { id, old, new };
        for period in &periods {
            let printed = comparison.printed(period);
            let aspects = BY_PERIOD.into_iter();
            changes.extend(aspects.filter_map(|it| {
                let change = comparison.aspect(it, &printed, period)?;
                Some(change.of(period))
            }));
            changes.extend(comparison.evidence(period));
        }
        if let Some(period) = any_period(&periods) {
            let printed = comparison.printed(&period);
            let count = periods.is_empty().then_some(Aspect::Figure);
            let aspects = count.into_iter().chain(ONCE);
            changes.extend(aspects.filter_map(|it| comparison.aspect(it, &printed, &period)));
        }
    }
    changes
}

/// What holds for every period can be read from any.
fn any_period(periods: &BTreeSet<&Period>) -> Option<Period> {
    let first = periods.first().map(|period| (*period).clone());
    first.or_else(|| Period::new("各期").ok())
}

struct Comparison<'f> {
    id: &'f str,
    old: &'f Facts,
    new: &'f Facts,
}

/// What is printed of a figure for one period, before and after.
type PrintedBoth = [BTreeMap<Aspect, Printed>; 2];

impl Comparison<'_> {
    fn printed(&self, period: &Period) -> PrintedBoth {
        [self.old, self.new].map(|facts| facts.printed(self.id, period))
    }

    /// What differs in one aspect, the period not named.
    fn aspect(
        &self,
        aspect: Aspect,
        printed: &PrintedBoth,
        period: &Period,
    ) -> Option<FigureChange> {
        let [old, new] = printed.each_ref().map(|printed| printed.get(&aspect));
        let text = |printed: Option<&Printed>| printed.map(|it| it.text.clone());
        if old.map(|it| &it.text) == new.map(|it| &it.text) {
            return None;
        }
        let place = new.map(|printed| {
            let line = printed.place.position().line;
            format!("{}:{line}", printed.place.source().path())
        });
        Some(FigureChange {
            what: what(aspect),
            old: text(old),
            new: text(new),
            place,
            is_derived: self.is_derived(aspect, period),
            ..self.named()
        })
    }

    fn evidence(&self, period: &Period) -> Option<FigureChange> {
        let evidence = |facts: &Facts| {
            let figure = facts.figure(self.id)?;
            let entry = figure.by_period.get(period)?;
            let own = entry.evidence.as_ref().or(figure.evidence.as_ref());
            own.map(|text| text.text.clone())
        };
        let (old, new) = (evidence(self.old), evidence(self.new));
        let change = (old != new).then(|| FigureChange {
            what: "出处",
            old,
            new,
            ..self.named()
        });
        change.map(|change| change.of(period))
    }

    fn named(&self) -> FigureChange {
        let figure = self
            .new
            .figure(self.id)
            .or_else(|| self.old.figure(self.id));
        FigureChange {
            figure: self.id.to_owned(),
            name: figure.map_or_else(String::new, |figure| figure.name.text.clone()),
            period: None,
            what: "",
            old: None,
            new: None,
            place: None,
            is_derived: false,
        }
    }

    /// Whether nobody wrote it, before or after.
    fn is_derived(&self, aspect: Aspect, period: &Period) -> bool {
        let is_written = |facts: &Facts| {
            let figure: Option<&Figure> = facts.figure(self.id);
            let Some(figure) = figure else { return false };
            let entry = figure.by_period.get(period);
            match aspect {
                Aspect::Figure => {
                    entry.is_some_and(|entry| entry.amount.is_some())
                        || figure.definition.parts().is_empty()
                }
                Aspect::Growth => entry.is_some_and(|entry| entry.growth.is_some()),
                _ => true,
            }
        };
        !is_written(self.old) && !is_written(self.new)
    }
}

fn what(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Figure => "数值",
        other => aspect_words(other).trim_start(),
    }
}
