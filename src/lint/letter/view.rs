//! What the letter rules see.

use std::collections::BTreeSet;
use std::ops::Range;

use super::assembled::LetterText;
use crate::document::Document;
use crate::facts::{Facts, Letter, Office};
use crate::lint::view::TextView;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::paragraphs::ParagraphKind;
use crate::lint::workspace::TypedNumber;
use crate::origin::{FigureOrigin, Origin};
use crate::render::Renderer;
use crate::source::Span;

/// A letter with what it was made from and how it is printed.
pub struct LetterView<'a> {
    letter: &'a Letter,
    document: &'a Document,
    renderer: &'a Renderer,
    printed: &'a LetterText,
    text: TextView<'a>,
}

/// Units of what is counted in rules and names more often than in statistics.
const UNCOUNTED: [&str; 17] = [
    "年", "月", "日", "时", "点", "小时", "分钟", "天", "个月", "岁", "周岁", "届", "次", "号",
    "级", "期", "条",
];

impl<'a> LetterView<'a> {
    pub(super) fn new(
        letter: &'a Letter,
        document: &'a Document,
        renderer: &'a Renderer,
        printed: &'a LetterText,
        text: TextView<'a>,
    ) -> Self {
        Self {
            letter,
            document,
            renderer,
            printed,
            text,
        }
    }

    /// The letter's definition.
    pub fn letter(&self) -> &Letter {
        self.letter
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// The figures and measures.
    pub fn facts(&self) -> &Facts {
        self.renderer.facts()
    }

    /// The office.
    pub fn office(&self) -> &Office {
        self.renderer.office()
    }

    /// What is printed, a paragraph a line.
    pub fn text(&self) -> &TextView<'a> {
        &self.text
    }

    /// The visible characters of the title.
    pub(crate) fn title(&self) -> Range<usize> {
        self.text.indexes(&self.printed.title)
    }

    /// The visible characters of the body.
    pub(crate) fn body(&self) -> Range<usize> {
        self.text.indexes(&self.printed.body)
    }

    /// Where the body speaks of a unit by this name, outside titles, quotations and longer names.
    pub(crate) fn mentions(&self, name: &str) -> Vec<usize> {
        let body = self.body();
        let length = name.chars().count();
        let longer: Vec<&str> = self
            .known_names()
            .filter(|it| is_longer(it, name))
            .collect();
        let covers = |at: usize, longer: &&str| {
            let lead = longer
                .find(name)
                .map_or(0, |byte| longer[..byte].chars().count());
            at >= lead && self.text.is_at(at - lead, longer)
        };
        let mut found = Vec::new();
        let mut from = body.start;
        while let Some(at) = self.text.find(from..body.end, name) {
            from = at + length;
            let is_named = self.text.in_title(at) || self.text.in_quotes(at);
            let is_of_it = ["系统", "所属", "下属", "直属"];
            let is_part = self.text.one_of_at(from, &is_of_it).is_some();
            if !is_named && !is_part && !longer.iter().any(|longer| covers(at, longer)) {
                found.push(at);
            }
        }
        found
    }

    /// Names of the office and of the units that it knows.
    fn known_names(&self) -> impl Iterator<Item = &str> {
        let office = self.office();
        let own = [Some(&office.name), office.short_name.as_ref()];
        let units = office.units.iter();
        let units = units.flat_map(|unit| [Some(&unit.name), unit.full_name.as_ref()]);
        own.into_iter()
            .chain(units)
            .flatten()
            .map(|name| name.as_str())
    }

    /// Every printed figure with its visible characters, in order.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (&FigureOrigin, Range<usize>)> {
        self.printed
            .stretches()
            .filter_map(|stretch| match stretch.origin.as_deref()? {
                Origin::Figure(figure) => Some((figure, self.text.indexes(&stretch.range))),
                Origin::Measure(_) => None,
            })
    }

    /// The ids of the measures whose prose is printed or that the letter names.
    pub(super) fn measures(&self) -> BTreeSet<String> {
        let named = self.letter.measures().into_iter().map(|id| id.text.clone());
        let printed = self.printed.stretches();
        let printed = printed.filter_map(|stretch| match stretch.origin.as_deref()? {
            Origin::Measure(measure) => Some(measure.id.clone()),
            Origin::Figure(_) => None,
        });
        named.chain(printed).collect()
    }

    /// Numbers with a unit in the body that no figure printed.
    pub(crate) fn typed(&self) -> Vec<&Number> {
        let figures: Vec<Range<usize>> = self.figures().map(|(_, range)| range).collect();
        let is_printed = |number: &Number| {
            let next = figures.partition_point(|range| range.end <= number.digits.start);
            figures
                .get(next)
                .is_some_and(|range| range.start < number.unit.end)
        };
        let numbers = self.text.numbers_in(self.body()).iter();
        numbers
            .filter(|number| self.is_statistic(number) && !is_printed(number))
            .collect()
    }

    /// Whether a number looks like a statistic: a quantity with a unit, outside names and titles.
    fn is_statistic(&self, number: &Number) -> bool {
        let text = &self.text;
        let start = number.digits.start;
        let unit: String = number.unit(text.chars()).iter().collect();
        let in_heading = text
            .paragraph(start)
            .is_none_or(|paragraph| paragraph.kind == ParagraphKind::Heading);
        let is_named = text.in_title(start) || text.in_quotes(start) || in_heading;
        let has_unit = !(number.unit.is_empty() && number.multiplier.is_empty());
        number.kind == NumberKind::Plain
            && has_unit
            && !is_named
            && !UNCOUNTED.contains(&unit.as_str())
            && !"第〔".contains(text.before(start))
            && text.char(number.unit.end) != '号'
    }

    /// What the rules for workspaces need to know of the numbers that no figure printed.
    pub(super) fn typed_numbers(&self, place: impl Fn(Range<usize>) -> Span) -> Vec<TypedNumber> {
        let text = &self.text;
        let numbers = self.typed().into_iter();
        let typed = numbers.map(|number| TypedNumber {
            phrase: text.text(phrase(text, number.digits.start)),
            number: text.text(number.digits.start..number.multiplier.end),
            unit: text.text(number.unit.clone()),
            period: self.letter.period.period.clone(),
            place: place(text.bytes(number.range())),
        });
        typed.collect()
    }
}

fn is_longer(longer: &str, name: &str) -> bool {
    longer.len() > name.len() && longer.contains(name)
}

/// The Han characters right before `end`, without a verb like 达 or 为 at their end.
fn phrase(text: &TextView<'_>, end: usize) -> Range<usize> {
    let fillers = "达到为约共有是至超过近计";
    let mut last = end;
    while last > 0 && fillers.contains(text.before(last)) {
        last -= 1;
    }
    let mut first = last;
    while first > 0 && crate::lint::view::is_han(text.before(first)) && last - first < 30 {
        first -= 1;
    }
    first..last
}
