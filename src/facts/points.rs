//! Points (建议条目) of a proposal: each must be answered, and their counts must add up.

use rust_decimal::Decimal;

use super::keys;
use super::letter::{Letter, Section};
use super::yaml::{Decoder, FromYaml, Node, Shape, Words};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{PlacedText, Span};
use crate::text::nearest;
use crate::text::numerals::chinese_numeral;

/// The points of a proposal, in order.
pub type Points = Vec<Point>;

/// One point of a proposal.
#[derive(Debug, Clone)]
pub struct Point {
    /// What it asks for.
    pub text: PlacedText,
    /// The unit that it concerns, if not the issuer.
    pub unit: Option<PlacedText>,
    /// Sections that answer it, by id or by number such as 一 or 二（一）.
    pub answered_in: Vec<PlacedText>,
    /// Whether it was taken up.
    pub adopted: Option<Adopted>,
}

/// Whether a point was taken up (采纳落实).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adopted {
    /// It was.
    Yes,
    /// In part; does not count as taken up.
    Partly,
    /// It was not.
    No,
}

/// How many points there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointCounts {
    /// All.
    pub total: u32,
    /// Those that concern the issuer.
    pub own: u32,
    /// Those that concern the co-handling units.
    pub co_handled: u32,
    /// Those of the issuer that were taken up.
    pub adopted: u32,
    /// Where they were written, or where the first point was.
    pub place: Span,
}

impl PointCounts {
    /// Counts points; nothing without points.
    pub fn of(points: &[Point]) -> Option<Self> {
        let first = points.first()?;
        let count = |has: fn(&Point) -> bool| {
            u32::try_from(points.iter().filter(|point| has(point)).count()).unwrap_or(u32::MAX)
        };
        Some(Self {
            total: count(|_| true),
            own: count(|point| point.unit.is_none()),
            co_handled: count(|point| point.unit.is_some()),
            adopted: count(|point| point.unit.is_none() && point.adopted == Some(Adopted::Yes)),
            place: first.text.place.clone(),
        })
    }

    /// Share of the issuer's points that were taken up, such as 66.67%; nothing without points.
    pub fn rate(&self) -> Option<String> {
        let own = Decimal::from(self.own);
        let rate = (Decimal::from(self.adopted) * Decimal::ONE_HUNDRED).checked_div(own)?;
        Some(format!("{}%", rate.round_dp(2).normalize()))
    }

    /// What does not add up.
    fn faults(&self) -> Option<Diagnostic> {
        let Self {
            total,
            own,
            co_handled,
            adopted,
            ..
        } = self;
        let message = if own.checked_add(*co_handled) != Some(*total) {
            format!("建议共{total}条，而本单位{own}条、会办单位{co_handled}条，加起来不是{total}条")
        } else if adopted > own {
            format!("采纳落实{adopted}条，多于涉及本单位的{own}条")
        } else {
            return None;
        };
        let fault = Diagnostic::error("point-counts", self.place.clone(), message);
        Some(fault.with_hint("查对 total、own、co_handled、adopted"))
    }
}

impl FromYaml for Point {
    fn shape() -> Shape {
        Shape::Mapping(&keys::POINT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::POINT)?;
        let text = fields.required("text");
        let unit = fields.optional("unit");
        let answered_in = fields.optional::<OneOrMore>("answered_in");
        let adopted = fields.optional("adopted");
        fields.finish();
        Some(Self {
            text: text?,
            unit,
            answered_in: answered_in.map(|it| it.0).unwrap_or_default(),
            adopted,
        })
    }
}

struct OneOrMore(Vec<PlacedText>);

impl FromYaml for OneOrMore {
    fn shape() -> Shape {
        Shape::one_or_list(Shape::Text)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if node.is_list() {
            return decoder.items(node).map(Self);
        }
        decoder.text(node).map(|one| Self(vec![one]))
    }
}

impl Words for Adopted {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("true", Self::Yes, "已采纳"),
        ("false", Self::No, "未采纳"),
        ("partly", Self::Partly, "部分采纳"),
    ];
}

impl FromYaml for PointCounts {
    fn shape() -> Shape {
        Shape::Mapping(&keys::POINT_COUNTS)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::POINT_COUNTS)?;
        let place = fields.place().clone();
        let total = fields.required("total");
        let own = fields.required("own");
        let co_handled = fields.optional("co_handled").unwrap_or(0);
        let adopted = fields.optional("adopted").unwrap_or(0);
        fields.finish();
        Some(Self {
            total: total?,
            own: own?,
            co_handled,
            adopted,
            place,
        })
    }
}

impl Letter {
    /// The counts of the proposal's points, written or counted.
    pub fn point_counts(&self) -> Option<PointCounts> {
        let written = self.proposal.point_counts.clone();
        written.or_else(|| PointCounts::of(&self.proposal.points))
    }

    /// Checks that every point is answered and that counts add up.
    ///
    /// # Errors
    /// `unanswered-point`, `unknown-section`, `point-counts`.
    pub fn check_points(&self, sink: &mut Sink) {
        sink.extend(self.point_counts().and_then(|counts| counts.faults()));
        sink.extend(self.miscounted());
        let known = section_names(&self.sections, "");
        for (index, point) in self.proposal.points.iter().enumerate() {
            for name in &point.answered_in {
                if !known.contains(&name.text) {
                    sink.push(unknown_section(name, &known));
                }
            }
            if point.answered_in.is_empty() && self.must_answer(point) {
                sink.push(unanswered(index, point, &known));
            }
        }
    }

    /// A point of another unit is answered by that unit's opinion or by its own letter.
    fn must_answer(&self, point: &Point) -> bool {
        let Some(unit) = &point.unit else { return true };
        let mut co_handlers = self.proposal.co_handlers.iter();
        let co_handler = co_handlers.find(|it| it.unit.text == unit.text);
        co_handler.is_some_and(|it| it.opinion.is_none())
    }

    fn miscounted(&self) -> Option<Diagnostic> {
        let written = self.proposal.point_counts.as_ref()?;
        let counted = PointCounts::of(&self.proposal.points)?;
        let numbers = |it: &PointCounts| (it.total, it.own, it.co_handled, it.adopted);
        if numbers(written) == numbers(&counted) {
            return None;
        }
        let (total, own, co_handled, adopted) = numbers(&counted);
        let message = "写的建议条数和列出的条目不一致";
        let hint = format!(
            "照列出的条目是 total: {total}、own: {own}、co_handled: {co_handled}、adopted: {adopted}；也可以删去 point_counts"
        );
        let fault = Diagnostic::error("point-counts", written.place.clone(), message);
        Some(fault.with_hint(hint))
    }
}

/// Ids of sections, and the numbers of those with headings, such as 二（一）.
fn section_names(sections: &[Section], above: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut position = 0;
    for section in sections {
        names.extend(section.id.iter().map(|id| id.text.clone()));
        let mut number = above.to_owned();
        if section.heading.is_some() {
            position += 1;
            let numeral = chinese_numeral(position);
            number = match above {
                "" => numeral,
                _ => format!("{above}（{numeral}）"),
            };
            names.push(number.clone());
        }
        names.extend(section_names(&section.sections, &number));
    }
    names
}

fn unknown_section(name: &PlacedText, known: &[String]) -> Diagnostic {
    let message = format!("没有“{}”这一部分", name.text);
    let known = known.iter().map(String::as_str);
    let hint = nearest::suggestion(&name.text, known.clone())
        .unwrap_or_else(|| format!("现有的部分：{}", nearest::quoted(known)));
    Diagnostic::error("unknown-section", name.place.clone(), message).with_hint(hint)
}

fn unanswered(index: usize, point: &Point, known: &[String]) -> Diagnostic {
    let number = chinese_numeral(index as u64 + 1);
    let message = format!("第{number}条建议没有答复：“{}”", point.text.text);
    let hint = match (&point.unit, known.first()) {
        (Some(unit), _) => format!(
            "在 co_handlers 里写上{}的 opinion，或者写上 answered_in",
            unit.text
        ),
        (None, Some(_)) => format!(
            "写上“answered_in: 部分”，部分是{}",
            nearest::quoted(known.iter().map(String::as_str))
        ),
        (None, None) => "在 sections 里写上答复，给它加 id，再写“answered_in: id”".to_owned(),
    };
    Diagnostic::error("unanswered-point", point.text.place.clone(), message).with_hint(hint)
}
