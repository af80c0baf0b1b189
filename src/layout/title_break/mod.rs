//! Where a title breaks: at the sense, into lines of the right shape.

mod sense;
mod words;

#[cfg(test)]
mod tests;

use std::cmp::Ordering::Equal;

use crate::text::width::{Width, width};
use sense::{Pairs, prices};

/// The most lines of a title.
pub(super) const MOST_LINES: usize = 4;

/// The widest line that looks well, in cells; a wider one is taken if nothing else is possible.
const COMFORTABLE: f64 = 18.0;

/// A title's line-break candidates with their price.
struct Candidates {
    /// Width in cells up to each character.
    widths: Vec<f64>,
    /// Price of a break before each character; absent where none is possible.
    prices: Vec<Option<f64>>,
}

/// Breaks a title into one to four lines, each at most `widest` cells wide; `names` of bodies stay
/// whole.
pub(super) fn title_lines(title: &str, widest: usize, names: &[&str]) -> Vec<String> {
    let characters: Vec<char> = title.chars().collect();
    let total = cells(title);
    if total <= COMFORTABLE.min(widest as f64) || characters.is_empty() {
        return vec![title.to_owned()];
    }
    let widest = widest as f64;
    let open = Candidates::new(&characters, names, Pairs::Open);
    let whole = Candidates::new(&characters, names, Pairs::Whole);
    // The title of a book or of a proposal that is wider than a line must be broken somewhere.
    let ends = whole
        .best_of_counts(total, widest)
        .or_else(|| open.best_of_counts(total, widest))
        .unwrap_or_else(|| open.filled(widest));
    split(&characters, &ends)
}

/// The width of a text in cells.
pub(super) fn cells(text: &str) -> f64 {
    text.chars().map(character_cells).sum()
}

fn character_cells(character: char) -> f64 {
    match width(character) {
        Width::Full => 1.0,
        Width::Half => 0.5,
        Width::Natural => 0.62,
    }
}

fn split(characters: &[char], ends: &[usize]) -> Vec<String> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let ends = ends
        .iter()
        .copied()
        .chain(std::iter::once(characters.len()));
    let line = |(start, end): (usize, usize)| characters[start..end].iter().collect::<String>();
    starts
        .zip(ends)
        .map(line)
        .map(|line| line.trim().to_owned())
        .collect()
}

impl Candidates {
    fn new(characters: &[char], names: &[&str], pairs: Pairs) -> Self {
        let widths = std::iter::once(0.0)
            .chain(characters.iter().scan(0.0, |sum, character| {
                *sum += character_cells(*character);
                Some(*sum)
            }))
            .collect();
        Self {
            widths,
            prices: prices(characters, names, pairs),
        }
    }

    /// The cheapest breaks; one line more than needed may give the better shape, more never do.
    fn best_of_counts(&self, total: f64, widest: f64) -> Option<Vec<usize>> {
        let needed = (total / COMFORTABLE).ceil() as usize;
        // Four lines may be wider than is comfortable before a fifth one is made.
        (needed.clamp(2, MOST_LINES)..=MOST_LINES.min(needed + 1))
            .filter_map(|count| self.best(count, widest))
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, ends)| ends)
    }

    /// The cheapest breaks into `count` lines and their price.
    fn best(&self, count: usize, widest: f64) -> Option<(f64, Vec<usize>)> {
        let mut best: Option<(f64, Vec<usize>)> = None;
        self.visit(count, widest, &mut Vec::new(), &mut best);
        best
    }

    fn visit(
        &self,
        count: usize,
        widest: f64,
        ends: &mut Vec<usize>,
        best: &mut Option<(f64, Vec<usize>)>,
    ) {
        let start = ends.last().copied().unwrap_or(0);
        if ends.len() + 1 == count {
            if self.width(start, self.prices.len()) <= widest {
                self.offer(ends, best);
            }
            return;
        }
        for end in start + 1..self.prices.len() {
            if self.width(start, end) > widest {
                break;
            }
            if self.prices[end].is_some() {
                ends.push(end);
                self.visit(count, widest, ends, best);
                ends.pop();
            }
        }
    }

    fn offer(&self, ends: &[usize], best: &mut Option<(f64, Vec<usize>)>) {
        let price = self.price(ends);
        if best.as_ref().is_none_or(|(cheapest, _)| price < *cheapest) {
            *best = Some((price, ends.to_vec()));
        }
    }

    fn width(&self, start: usize, end: usize) -> f64 {
        self.widths[end] - self.widths[start]
    }

    /// Breaks against the sense, lines of unlike width or wrong shape, and each further line cost.
    fn price(&self, ends: &[usize]) -> f64 {
        let mut widths = Vec::with_capacity(ends.len() + 1);
        let mut start = 0;
        for end in ends
            .iter()
            .copied()
            .chain(std::iter::once(self.prices.len()))
        {
            widths.push(self.width(start, end));
            start = end;
        }
        let breaks: f64 = ends.iter().filter_map(|end| self.prices[*end]).sum();
        let wide: f64 = widths
            .iter()
            .map(|width| (width - COMFORTABLE).max(0.0) * 3.0)
            .sum();
        breaks + wide + shape_price(&widths) + imbalance(&widths) + ends.len() as f64 * 3.0
    }

    /// Lines that are as full as the sense lets them be, for a title that no four lines can hold.
    fn filled(&self, widest: f64) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        while self.width(start, self.prices.len()) > widest {
            let fits = |end: &usize| self.width(start, *end) <= widest;
            let candidates = (start + 1..self.prices.len()).take_while(fits);
            // A cell that is left blank costs as much as a break that is a little worse.
            let price = |end: &usize| Some(self.prices[*end]? - self.width(start, *end));
            let end = candidates
                .clone()
                .filter(|end| self.prices[*end].is_some())
                .min_by(|one, other| price(one).partial_cmp(&price(other)).unwrap_or(Equal));
            start = end.or(candidates.last()).unwrap_or(start + 1);
            ends.push(start);
        }
        ends
    }
}

/// Trapezium: ever wider or ever narrower; diamond: wider, then narrower (7.3.1).
fn shape_price(widths: &[f64]) -> f64 {
    let steps: Vec<f64> = widths.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let equal = steps.iter().filter(|step| step.abs() < 0.9).count();
    let is_hourglass = steps.windows(2).any(|pair| pair[0] < 0.0 && pair[1] > 0.0);
    equal as f64 * 3.0 + if is_hourglass { 20.0 } else { 0.0 }
}

/// Lines may differ, yet none should be a stump.
fn imbalance(widths: &[f64]) -> f64 {
    let mean = widths.iter().sum::<f64>() / widths.len() as f64;
    let spread: f64 = widths.iter().map(|width| (width - mean).abs()).sum();
    spread / mean * 3.0
}
