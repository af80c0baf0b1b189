//! A text prepared once for all rules: what a reader sees, cut into paragraphs, pairs and numbers.
//!
//! Positions are indexes into `TextView::chars`: the visible characters without Markdown's marks,
//! comments and link targets. `TextView::span` leads back to bytes of the source. A code, an
//! address of the web or an e-mail address is one `OPAQUE` character.

pub(crate) mod changes;
mod characters;
pub(crate) mod dates;
pub(crate) mod enumerations;
mod in_order;
pub(crate) mod leading_period;
pub(crate) mod numbers;
pub(crate) mod pairs;
pub(crate) mod paragraphs;
mod places;
pub(crate) mod reply;
mod search;
mod sentences;
pub(crate) mod times;
mod visible;
mod written;

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use crate::lint::vocabulary::Vocabulary;
use crate::source::{Source, Span};
use crate::text::personal::{Known, Personal, find};

use changes::Change;
use dates::DateMention;
use enumerations::Enumeration;
use in_order::InOrder;
use numbers::Number;
use pairs::{Pair, Pairs};
use paragraphs::{Paragraph, ParagraphKind};
use places::Places;
use reply::Reply;

pub(crate) use characters::{is_any_digit, is_chinese_digit, is_han};
pub use visible::Markup;
use written::Written;

/// Stands for a code, an address of the web or an e-mail address, which no rule reads.
pub(crate) const OPAQUE: char = '\u{fffc}';

/// The character is inside 《》.
const IN_TITLE: u8 = 1;
/// The character is inside “”.
const IN_QUOTES: u8 = 2;
/// The character is inside （）.
const IN_PARENTHESES: u8 = 4;

/// A text prepared for the text rules.
pub struct TextView<'a> {
    source: &'a Arc<Source>,
    written: Written,
    regions: Vec<u8>,
    is_built: bool,
    paragraphs: Vec<Paragraph>,
    pairs: Pairs,
    places: Places,
    numbers: Vec<Number>,
    /// Where the numbers begin.
    number_starts: InOrder,
    dates: Vec<DateMention>,
    personal: OnceCell<Vec<Personal>>,
    reply: OnceCell<Reply>,
    changes: OnceCell<Vec<Change>>,
    enumerations: OnceCell<Vec<Enumeration>>,
    numbered: OnceCell<Vec<Enumeration>>,
    ordinals: OnceCell<Vec<Enumeration>>,
    joined: OnceCell<Vec<bool>>,
}

impl<'a> TextView<'a> {
    /// Prepares a text.
    pub fn new(source: &'a Arc<Source>, markup: Markup) -> Self {
        let visible = visible::visible(source.text(), markup);
        let chars = visible.written.chars();
        let paragraphs = visible.paragraphs;
        let places = Places::of(chars);
        let (pairs, regions) = pairs::pairs(chars, &paragraphs, places.marks.all());
        let numbers = numbers::numbers(chars);
        let mut number_starts = InOrder::default();
        number_starts.extend(numbers.iter().map(|number| number.digits.start));
        let dates = dates::dates(chars, &numbers);
        Self {
            source,
            number_starts,
            written: visible.written,
            regions,
            is_built: false,
            paragraphs,
            pairs,
            places,
            numbers,
            dates,
            personal: OnceCell::new(),
            reply: OnceCell::new(),
            changes: OnceCell::new(),
            enumerations: OnceCell::new(),
            numbered: OnceCell::new(),
            ordinals: OnceCell::new(),
            joined: OnceCell::new(),
        }
    }

    /// Prepares a text of plain paragraphs, each of which begins at its offset and is of its kind.
    pub(super) fn of_paragraphs(
        source: &'a Arc<Source>,
        kinds: impl Iterator<Item = (usize, ParagraphKind)>,
    ) -> Self {
        let mut view = Self::new(source, Markup::Plain);
        view.is_built = true;
        let kinds: Vec<_> = kinds.collect();
        let starts = view
            .paragraphs
            .iter()
            .map(|it| view.bytes(it.range.clone()));
        let starts: Vec<_> = starts.map(|bytes| bytes.start).collect();
        for (paragraph, start) in view.paragraphs.iter_mut().zip(starts) {
            let next = kinds.partition_point(|(offset, _)| *offset <= start);
            paragraph.kind = next
                .checked_sub(1)
                .map_or(ParagraphKind::Text, |index| kinds[index].1);
        }
        view
    }

    /// The file.
    pub fn source(&self) -> &'a Arc<Source> {
        self.source
    }

    /// Whether the text is that of a letter which is built from its data, and not one that was written.
    pub(crate) fn is_built(&self) -> bool {
        self.is_built
    }

    /// The visible characters; a line feed ends each paragraph.
    pub(crate) fn chars(&self) -> &[char] {
        self.written.chars()
    }

    /// Personal data, in order; looked for at the first call.
    pub(crate) fn personal(&self) -> &[Personal] {
        self.personal
            .get_or_init(|| find(self.chars(), &Known::default()))
    }

    /// Changes from one number to another; looked for at the first call.
    pub(crate) fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| changes::changes(self))
    }

    /// The enumerations that begin with 一是; looked for at the first call.
    pub(crate) fn enumerations(&self) -> &[Enumeration] {
        self.enumerations
            .get_or_init(|| enumerations::enumerations(self))
    }

    /// The lists that begin with （一） inside a paragraph; looked for at the first call.
    pub(crate) fn numbered(&self) -> &[Enumeration] {
        self.numbered.get_or_init(|| enumerations::numbered(self))
    }

    /// The lists that begin with 第一，, 其一， or 首先， inside a paragraph; looked for at the first call.
    pub(crate) fn ordinals(&self) -> &[Enumeration] {
        self.ordinals.get_or_init(|| enumerations::ordinals(self))
    }

    /// The last list of each kind that begins before `at`.
    pub(crate) fn lists_before(&self, at: usize) -> impl Iterator<Item = &Enumeration> {
        let kinds = [self.enumerations(), self.ordinals(), self.numbered()];
        kinds.into_iter().filter_map(move |lists| {
            let next = lists.partition_point(|list| list.markers[0] < at);
            lists[..next].last()
        })
    }

    /// Whether a change is told in `range`.
    pub(crate) fn tells_change(&self, range: &Range<usize>) -> bool {
        let next = self.changes_up_to(range.start);
        let next = self.changes().get(next);
        next.is_some_and(|change| change.place() < range.end)
    }

    /// The last change that is told before `index`.
    pub(crate) fn change_before(&self, index: usize) -> Option<&Change> {
        self.changes()[..self.changes_up_to(index)].last()
    }

    /// How many changes are told before `index`.
    fn changes_up_to(&self, index: usize) -> usize {
        let changes = self.changes();
        changes.partition_point(|change| change.place() < index)
    }

    /// Every list inside a paragraph, however its items are numbered.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &Enumeration> {
        let named = self.enumerations().iter().chain(self.ordinals());
        named.chain(self.numbered())
    }

    /// The place of `range` in the source.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.bytes(range))
    }

    /// The bytes of `range` in the source.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let text = self.source.text();
        let byte = |index: usize| self.written.source_byte(index).unwrap_or(text.len());
        let start = byte(range.start);
        if range.end <= range.start {
            return start..start;
        }
        let last = byte(range.end - 1);
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        start..last + length
    }

    /// The visible characters of a range of bytes.
    pub(crate) fn indexes(&self, bytes: &Range<usize>) -> Range<usize> {
        self.written.count_before(bytes.start)..self.written.count_before(bytes.end)
    }

    /// Whether Markdown's marks of emphasis or code stand right before or after `range`; a space
    /// there lets them take effect.
    pub(crate) fn touches_markup(&self, range: Range<usize>) -> bool {
        let bytes = self.bytes(range);
        let text = self.source.text().as_bytes();
        let is_mark = |byte: Option<&u8>| byte.is_some_and(|byte| b"*_`~".contains(byte));
        let before = bytes.start.checked_sub(1).and_then(|at| text.get(at));
        is_mark(before) || is_mark(text.get(bytes.end))
    }

    /// The paragraphs, in order.
    pub(crate) fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The paragraph that holds `index`.
    pub(crate) fn paragraph(&self, index: usize) -> Option<&Paragraph> {
        let after = self
            .paragraphs
            .partition_point(|paragraph| paragraph.range.start <= index);
        self.paragraphs.get(after.checked_sub(1)?)
    }

    /// Whether each character stands together with the next one in some word; rarely true without one.
    pub(crate) fn joined(&self) -> &[bool] {
        let joined = || Vocabulary::get().joined(self.chars());
        self.joined.get_or_init(joined)
    }

    /// Brackets and quotation marks.
    pub(crate) fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// The pairs that `mark` opens, by the closing mark's place.
    pub(crate) fn pairs_opened_by(&self, mark: char) -> impl Iterator<Item = &Pair> {
        let pairs = self.pairs.closed.iter();
        pairs.filter(move |pair| self.char(pair.open) == mark)
    }

    /// Where characters stand that are neither Han nor letters nor digits.
    #[inline]
    pub(crate) fn marks(&self) -> impl Iterator<Item = usize> + '_ {
        self.places.marks.all().iter().map(|index| *index as usize)
    }

    /// Those of the marks that a usual text has none of: no stops, titles, quotations, parentheses, spaces.
    pub(crate) fn odd_marks(&self) -> impl Iterator<Item = usize> + '_ {
        self.places.odd_marks.iter().map(|index| *index as usize)
    }

    /// The numbers in Arabic digits, in order.
    #[inline]
    pub(crate) fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// The numbers that begin in `range`.
    #[inline]
    pub(crate) fn numbers_in(&self, range: Range<usize>) -> &[Number] {
        let from = self.number_starts.up_to(range.start);
        &self.numbers[from..self.number_starts.up_to(range.end).max(from)]
    }

    /// The dates in Arabic digits, in order.
    #[inline]
    pub(crate) fn dates(&self) -> &[DateMention] {
        &self.dates
    }

    /// The date that begins at `start`.
    pub(crate) fn date_at(&self, start: usize) -> Option<&DateMention> {
        let index = self
            .dates
            .binary_search_by_key(&start, |date| date.range.start);
        self.dates.get(index.ok()?)
    }

    /// Whether `index` is inside 《》.
    #[inline]
    pub(crate) fn in_title(&self, index: usize) -> bool {
        self.region(index) & IN_TITLE != 0
    }

    /// Whether `index` is inside “”.
    #[inline]
    pub(crate) fn in_quotes(&self, index: usize) -> bool {
        self.region(index) & IN_QUOTES != 0
    }

    /// Whether `index` is inside （）.
    #[inline]
    pub(crate) fn in_parentheses(&self, index: usize) -> bool {
        self.region(index) & IN_PARENTHESES != 0
    }

    #[inline]
    fn region(&self, index: usize) -> u8 {
        self.regions.get(index).copied().unwrap_or(0)
    }
}
