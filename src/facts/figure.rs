//! Figures (统计数据): a printed quantity with unit, period, evidence and place.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::growth::Growth;
use super::period::Period;
use super::quantity::Quantity;
use super::rank::Rank;
use crate::source::{PlacedText, Span};

/// A figure (统计数据) with its values by period.
#[derive(Debug, Clone)]
pub struct Figure {
    /// ASCII `snake_case`; what templates call it.
    pub id: String,
    /// The place of the id.
    pub place: Span,
    /// What it is, such as 查处知识产权案件.
    pub name: PlacedText,
    /// What is counted (统计口径); the file's default if the figure has none.
    pub coverage: Option<PlacedText>,
    /// Unit of measure (计量单位); absent only for figures that have nothing but ranks.
    pub unit: Option<PlacedText>,
    /// Where it comes from (数据来源); the file's default if the figure has none.
    pub evidence: Option<PlacedText>,
    /// Who may read it.
    pub disclosure: Disclosure,
    /// How the values come about.
    pub definition: Definition,
    /// Digits after the point of a derived value.
    pub digits: Option<u32>,
    /// Digits after the point of a derived growth; 2 if absent.
    pub growth_digits: Option<u32>,
    /// What was reported, by period.
    pub by_period: BTreeMap<Period, Entry>,
}

/// How a figure's values come about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    /// Each is reported.
    Reported,
    /// The count of a named list; holds for every period.
    List(Vec<PlacedText>),
    /// The sum of other figures, by id.
    SumOf(Vec<PlacedText>),
    /// The share of one figure in another, by id, in percent.
    ShareOf {
        /// The id of the part.
        part: PlacedText,
        /// The id of the whole.
        whole: PlacedText,
    },
}

impl Definition {
    /// The ids of the figures that it takes, in order.
    pub fn parts(&self) -> Vec<&PlacedText> {
        match self {
            Self::Reported | Self::List(_) => Vec::new(),
            Self::SumOf(parts) => parts.iter().collect(),
            Self::ShareOf { part, whole } => vec![part, whole],
        }
    }
}

/// Who may read a fact (公开属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Disclosure {
    /// 公开.
    #[default]
    Public,
    /// 内部: not in a reply that is published.
    Internal,
}

/// What was reported for one period.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The place of the period's label.
    pub place: Span,
    /// The value.
    pub amount: Option<Amount>,
    /// The growth over the same period of the year before, as reported.
    pub growth: Option<Growth>,
    /// The rank.
    pub rank: Option<Rank>,
    /// The date that the value holds for (截至).
    pub as_of: Option<Date>,
    /// Where this value comes from, if not where the figure's others do.
    pub evidence: Option<PlacedText>,
}

/// A quantity with how exactly it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number.
    pub quantity: Quantity,
    /// 超过, 以上, 约 and their like.
    pub qualifier: Option<Qualifier>,
    /// Where it was written, or where its derivation was.
    pub place: Span,
}

/// A word that says how exactly a value is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualifier {
    /// The word as written.
    pub word: String,
    /// Where it stands.
    pub position: QualifierPosition,
    /// Whether it says “not less than”; if not, “about”.
    pub is_lower_bound: bool,
}

/// Where a qualifier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QualifierPosition {
    /// Before the number: 超过84万件.
    Before,
    /// Between number and unit: 84万余件.
    BeforeUnit,
    /// After the unit: 70%以上.
    After,
}
