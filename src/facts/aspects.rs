//! Aspects (数据的各种写法): the ready strings that templates print.

use std::collections::BTreeMap;

use super::derive::FigureValues;
use super::figure::Figure;
use super::period::Period;
use super::printing;
use crate::origin::FigureOrigin;
use crate::source::Span;

/// What of a figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// 1001件.
    Figure,
    /// 1001.
    Value,
    /// 同比增长41.6%.
    Growth,
    /// 41.6%.
    GrowthRate,
    /// 全国第二位.
    Rank,
    /// 第二.
    Ordinal,
    /// The names of a list, joined by 、.
    List,
    /// A whole value in Chinese numerals.
    Numeral,
    /// A small whole value in Chinese numerals with its unit: 两个.
    Count,
    /// The figure's name.
    Name,
    /// The unit.
    Unit,
    /// The coverage (统计口径).
    Coverage,
    /// 2021年12月31日.
    AsOf,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Figure,
        Self::Value,
        Self::Growth,
        Self::GrowthRate,
        Self::Rank,
        Self::Ordinal,
        Self::List,
        Self::Numeral,
        Self::Count,
        Self::Name,
        Self::Unit,
        Self::Coverage,
        Self::AsOf,
    ];

    /// What templates call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Value => "value",
            Self::Growth => "growth",
            Self::GrowthRate => "growth_rate",
            Self::Rank => "rank",
            Self::Ordinal => "ordinal",
            Self::List => "list",
            Self::Numeral => "numeral",
            Self::Count => "count",
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Coverage => "coverage",
            Self::AsOf => "as_of",
        }
    }

    /// The aspect that templates call `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.name() == name)
    }
}

/// A ready string with the place of the fact behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// As printed; never empty.
    pub text: String,
    /// Where the fact was written.
    pub place: Span,
}

impl Printed {
    pub(super) fn new(text: impl Into<String>, place: &Span) -> Self {
        Self {
            text: text.into(),
            place: place.clone(),
        }
    }
}

/// Every ready string of one period; shared by all letters of the period.
#[derive(Debug)]
pub struct Aspects {
    period: Period,
    texts: BTreeMap<Aspect, BTreeMap<String, Printed>>,
}

impl Aspects {
    /// Makes the strings of all figures for a period.
    pub(super) fn new<'f>(
        period: &Period,
        figures: impl Iterator<Item = (&'f Figure, &'f FigureValues)>,
    ) -> Self {
        let mut texts: BTreeMap<Aspect, BTreeMap<String, Printed>> = Aspect::ALL
            .into_iter()
            .map(|aspect| (aspect, BTreeMap::new()))
            .collect();
        for (figure, values) in figures {
            for (aspect, printed) in printing::every_aspect(figure, values, period) {
                texts
                    .entry(aspect)
                    .or_default()
                    .insert(figure.id.clone(), printed);
            }
        }
        Self {
            period: period.clone(),
            texts,
        }
    }

    /// The period.
    pub fn period(&self) -> &Period {
        &self.period
    }

    /// The strings of one aspect by the figure's id; figures without a value are not in it.
    pub fn texts(&self, aspect: Aspect) -> &BTreeMap<String, Printed> {
        &self.texts[&aspect]
    }

    /// One figure's string.
    pub fn get(&self, aspect: Aspect, id: &str) -> Option<&Printed> {
        self.texts(aspect).get(id)
    }

    /// The origin that goes with a printed string.
    pub fn origin(&self, aspect: Aspect, id: &str) -> Option<FigureOrigin> {
        let printed = self.get(aspect, id)?;
        Some(FigureOrigin {
            id: id.to_owned(),
            period: self.period.to_string(),
            aspect: aspect.name().to_owned(),
            place: Some(printed.place.clone()),
        })
    }
}
