//! What the sheets change in the facts: old and new, key by key.

use super::mapping::Mapping;
use super::records::{Given, Incoming, Records};
use crate::facts::{Amount, Entry, Facts, Figure, Period, Quantity};

/// One text that is changed or added.
#[derive(Debug, Clone)]
pub struct Change {
    /// The figure's id.
    pub figure: String,
    /// What the figure is called.
    pub name: String,
    /// The period.
    pub period: Period,
    /// The key of the facts: `value`, `growth` and their like.
    pub key: &'static str,
    /// What was written; nothing if the key is added.
    pub old: Option<String>,
    /// What is written now.
    pub new: String,
    /// The unit of the value.
    pub unit: String,
    /// The cell; nothing if the mapping gave the text.
    pub cell: Option<String>,
}

/// All changes of one figure in one period.
#[derive(Debug)]
pub(super) struct EntryChange<'r, 'm> {
    pub(super) incoming: &'r Incoming<'m>,
    /// What is there; nothing if the period is added.
    pub(super) is_new: bool,
    pub(super) changes: Vec<Change>,
}

/// Every entry that changes, in the order of the rows, and sentences about what stays beside it.
pub(super) fn changes<'r, 'm>(
    records: &'r Records<'m>,
    mapping: &Mapping,
    facts: &Facts,
) -> (Vec<EntryChange<'r, 'm>>, Vec<String>) {
    let mut changed = Vec::new();
    let mut remarks = Vec::new();
    for incoming in &records.incoming {
        let has_value = ["value", "growth", "rank"]
            .iter()
            .any(|key| incoming.given.contains_key(key));
        let figure = facts.figure(&incoming.figure.id.text);
        let entry = figure.and_then(|figure| figure.by_period.get(&incoming.period));
        if entry.is_none() && !has_value {
            continue;
        }
        let comparison = Comparison {
            incoming,
            figure,
            entry,
            unit: unit(incoming, figure, records),
        };
        let mut changes = comparison.given();
        if !changes.is_empty() {
            remarks.extend(comparison.remark(&changes));
            changes.extend(comparison.defaults(mapping, &changes));
            changed.push(EntryChange {
                incoming,
                is_new: entry.is_none(),
                changes,
            });
        }
    }
    (changed, remarks)
}

fn unit(incoming: &Incoming<'_>, figure: Option<&Figure>, records: &Records<'_>) -> String {
    let own = figure.and_then(|figure| figure.unit.as_ref());
    let own = own.map(|unit| unit.text.clone());
    let new = records.units.get(&incoming.figure.id.text);
    own.or_else(|| new.cloned()).unwrap_or_default()
}

struct Comparison<'r, 'm> {
    incoming: &'r Incoming<'m>,
    figure: Option<&'r Figure>,
    entry: Option<&'r Entry>,
    unit: String,
}

impl Comparison<'_, '_> {
    /// What the cells change.
    fn given(&self) -> Vec<Change> {
        let given = super::KEYS
            .iter()
            .filter_map(|key| Some((*key, self.incoming.given.get(key)?)));
        let changed = given.filter(|(key, given)| !self.is_same(key, given));
        changed
            .map(|(key, given)| self.change(key, given.text.clone(), Some(given.cell.clone())))
            .collect()
    }

    /// What the mapping says for everything that changes.
    fn defaults(&self, mapping: &Mapping, changes: &[Change]) -> Vec<Change> {
        let is_value = |change: &Change| ["value", "growth", "rank"].contains(&change.key);
        if !changes.iter().any(is_value) {
            return Vec::new();
        }
        let as_of = self.incoming.as_of.map(|date| date.to_string());
        let evidence = self
            .incoming
            .evidence
            .as_ref()
            .or(mapping.evidence.as_ref());
        let evidence = evidence.map(|it| it.text.clone());
        let inherited = self.figure.and_then(|it| it.evidence.as_ref());
        let inherited = inherited.map(|it| it.text.as_str());
        let evidence = evidence.filter(|evidence| {
            let own = self.old("evidence");
            own.as_deref().or(inherited) != Some(evidence.as_str())
        });
        let as_of = as_of.filter(|as_of| self.old("as_of").as_ref() != Some(as_of));
        let texts = [("as_of", as_of), ("evidence", evidence)];
        let wanted = texts
            .into_iter()
            .filter(|(key, _)| !self.incoming.given.contains_key(key));
        wanted
            .filter_map(|(key, text)| Some(self.change(key, text?, None)))
            .collect()
    }

    /// What a changed value leaves standing that may not hold for it any more.
    fn remark(&self, changes: &[Change]) -> Option<String> {
        changes
            .iter()
            .find(|change| change.key == "value" && change.old.is_some())?;
        let qualifier = self.entry?.amount.as_ref()?.qualifier.as_ref()?;
        let is_given = ["at_least", "approximate"]
            .iter()
            .any(|key| self.incoming.given.contains_key(key));
        (!is_given).then(|| {
            format!(
                "{}{}的数值改了，仍写着 {}: {}，请核对",
                self.name(),
                self.incoming.period,
                qualifier.key(),
                qualifier.word
            )
        })
    }

    fn change(&self, key: &'static str, new: String, cell: Option<String>) -> Change {
        Change {
            figure: self.incoming.figure.id.text.clone(),
            name: self.name(),
            period: self.incoming.period.clone(),
            key,
            old: self.old(key),
            new,
            unit: self.unit.clone(),
            cell,
        }
    }

    fn name(&self) -> String {
        match self.figure {
            Some(figure) => figure.name.text.clone(),
            None => super::new_name(self.incoming.figure),
        }
    }

    fn old(&self, key: &str) -> Option<String> {
        self.entry.and_then(|entry| text_of(entry, key))
    }

    /// Whether the facts say it already: 6185万, 6185.00万 and 61850000 are the same, and so are
    /// 41.6% and 41.60%.
    fn is_same(&self, key: &str, given: &Given) -> bool {
        let Some(old) = self.old(key) else {
            return false;
        };
        old == given.text
            || match key {
                "value" => is_same_value(&old, &given.text),
                "growth" => is_same_growth(&old, &given.text),
                _ => false,
            }
    }
}

fn is_same_value(old: &str, new: &str) -> bool {
    let value = |text: &str| Quantity::parse(text).and_then(|quantity| quantity.value());
    value(old).is_some_and(|old| Some(old) == value(new))
}

fn is_same_growth(old: &str, new: &str) -> bool {
    match (Quantity::split(old), Quantity::split(new)) {
        (Some((old, old_unit)), Some((new, new_unit))) => {
            old_unit == new_unit && old.value().is_some() && old.value() == new.value()
        }
        _ => false,
    }
}

/// What an entry says under a key.
pub(super) fn text_of(entry: &Entry, key: &str) -> Option<String> {
    let qualifier = |amount: &Amount| {
        let qualifier = amount.qualifier.as_ref().filter(|it| it.key() == key);
        qualifier.map(|it| it.word.clone())
    };
    match key {
        "value" => entry.amount.as_ref().map(|it| it.quantity.to_string()),
        "growth" => entry.growth.as_ref().map(ToString::to_string),
        "rank" => entry.rank.as_ref().map(|it| it.text.clone()),
        "as_of" => entry.as_of.map(|date| date.to_string()),
        "evidence" => entry.evidence.as_ref().map(|it| it.text.clone()),
        _ => entry.amount.as_ref().and_then(qualifier),
    }
}
