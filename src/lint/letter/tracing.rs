//! What the words of a printed paragraph were made from.

use std::cell::OnceCell;
use std::ops::Range;

use super::alignment::{Printed, Prose};
use super::assembled::{LetterParagraph, LetterText};
use crate::facts::Letter;
use crate::origin::Origin;
use crate::render::{Renderer, literals};
use crate::source::PlacedText;

/// The length of a lone mark such as a comma, in bytes.
const LONE_MARK: usize = '，'.len_utf8();

/// How often what one text leaves open is looked for in the others.
const DEPTH: usize = 4;

/// Finds out what a letter's paragraphs were made from.
pub(super) struct Tracer<'a> {
    text: &'a LetterText,
    renderer: &'a Renderer,
    letter: &'a Letter,
    /// Texts of template, letter and office; read at the first need.
    wording: OnceCell<Vec<Prose>>,
}

/// A stretch of the printed text and what it was made from.
pub(super) struct Written {
    pub(super) printed: Range<usize>,
    pub(super) text: PlacedText,
    /// In the text; where it is not printed as it stands, the tag that printed it.
    pub(super) range: Range<usize>,
    pub(super) is_literal: bool,
}

/// Text of one prose: a measure with the figures in it, or wording of template and letter.
struct Run {
    range: Range<usize>,
    /// The measure's id.
    id: Option<String>,
    measure: Option<PlacedText>,
    figures: Vec<Range<usize>>,
}

impl<'a> Tracer<'a> {
    pub(super) fn new(text: &'a LetterText, letter: &'a Letter, renderer: &'a Renderer) -> Self {
        Self {
            text,
            renderer,
            letter,
            wording: OnceCell::new(),
        }
    }

    fn wording(&self) -> &[Prose] {
        self.wording.get_or_init(|| {
            let texts = self.renderer.wording(self.letter).into_iter();
            texts.map(Prose::new).collect()
        })
    }

    /// The stretches of a paragraph that can be led back, in order.
    pub(super) fn trace(&self, paragraph: &LetterParagraph) -> Vec<Written> {
        let mut written = Vec::new();
        let mut before: Option<&Run> = None;
        let runs = self.runs(paragraph);
        for run in &runs {
            match (
                &run.measure,
                before.and_then(|before| self.mark_after(before, run)),
            ) {
                (Some(text), _) => {
                    let prose = Prose::new(text.clone());
                    self.trace_text(run, run.range.clone(), &prose, &mut written);
                }
                (None, Some(mark)) => written.push(mark),
                (None, None) => self.trace_wording(run, run.range.clone(), DEPTH, &mut written),
            }
            before = Some(run);
        }
        written.sort_by_key(|written| written.printed.start);
        written
    }

    /// A paragraph in runs of one prose; a figure belongs to the prose around it.
    fn runs(&self, paragraph: &LetterParagraph) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut waiting: Vec<Range<usize>> = Vec::new();
        for stretch in &paragraph.stretches {
            let (id, measure) = match stretch.origin.as_deref() {
                Some(Origin::Figure(figure)) => {
                    match runs.last_mut() {
                        Some(run) if run.names(&figure.id) => run.take_figure(&stretch.range),
                        _ => waiting.push(stretch.range.clone()),
                    }
                    continue;
                }
                Some(Origin::Measure(measure)) => (
                    Some(measure.id.clone()),
                    self.renderer.measure_text(&measure.id).cloned(),
                ),
                None => (None, None),
            };
            match runs.last_mut() {
                Some(run) if waiting.is_empty() && run.is_of(measure.as_ref()) => {
                    run.range.end = stretch.range.end;
                }
                _ => {
                    let start = waiting.first().map_or(stretch.range.start, |it| it.start);
                    runs.push(Run {
                        range: start..stretch.range.end,
                        id,
                        measure,
                        figures: std::mem::take(&mut waiting),
                    });
                }
            }
        }
        runs
    }

    /// The printed text of a run; figures are blanked so that no literal is found in them.
    fn printed(&self, run: &Run, within: &Range<usize>) -> Printed {
        let mut text = self.text.source.text()[within.clone()].to_owned();
        for figure in run.figures.iter().rev() {
            if within.start <= figure.start && figure.end <= within.end {
                let blank = "\0".repeat(figure.len());
                text.replace_range(
                    figure.start - within.start..figure.end - within.start,
                    &blank,
                );
            }
        }
        Printed::new(text)
    }

    /// Finds what `text` gave of a range, and takes what lies between for its tags' output.
    fn trace_text(
        &self,
        run: &Run,
        within: Range<usize>,
        prose: &Prose,
        written: &mut Vec<Written>,
    ) {
        let text = &prose.text;
        let pieces = prose.align(&self.printed(run, &within));
        let mut printed_end = within.start;
        let mut prose_end = 0;
        let end = (within.end - within.start, text.text.len());
        let bounds = pieces
            .iter()
            .map(|piece| (piece.printed.start, piece.prose.start));
        for (number, (printed_start, prose_start)) in bounds.chain([end]).enumerate() {
            let printed_start = within.start + printed_start;
            if printed_end < printed_start {
                written.push(Written {
                    printed: printed_end..printed_start,
                    text: text.clone(),
                    range: trimmed(&text.text, prose_end..prose_start),
                    is_literal: false,
                });
            }
            let Some(piece) = pieces.get(number) else {
                break;
            };
            printed_end = within.start + piece.printed.end;
            prose_end = piece.prose.end;
            written.push(Written {
                printed: printed_start..printed_end,
                text: text.clone(),
                range: piece.prose.clone(),
                is_literal: true,
            });
        }
    }

    /// A lone mark after a measure, in the text that prints the measure and then the mark.
    fn mark_after(&self, before: &Run, run: &Run) -> Option<Written> {
        let printed = &self.text.source.text()[run.range.clone()];
        let id = before.id.as_ref().filter(|_| printed.len() <= LONE_MARK)?;
        let tag = format!("measure.{id}");
        self.wording().iter().rev().find_map(|prose| {
            let text = &prose.text;
            let literals = literals(&text.text).into_iter();
            let mut after = literals.filter(|literal| {
                let before = &text.text[..literal.start];
                let open = before.rfind("{{").unwrap_or(before.len());
                before[open..].contains(&tag) && text.text[literal.clone()].starts_with(printed)
            });
            let start = after.next()?.start;
            Some(Written {
                printed: run.range.clone(),
                text: text.clone(),
                range: start..start + printed.len(),
                is_literal: true,
            })
        })
    }

    /// Finds the text that gave most of a range, then what gave the rest.
    fn trace_wording(
        &self,
        run: &Run,
        within: Range<usize>,
        depth: usize,
        written: &mut Vec<Written>,
    ) {
        let printed = self.printed(run, &within);
        let best = self
            .wording()
            .iter()
            .map(|prose| {
                let pieces = prose.align(&printed);
                let covered: usize = pieces.iter().map(|piece| piece.printed.len()).sum();
                (covered, prose)
            })
            .rev()
            .max_by_key(|(covered, _)| *covered);
        // A lone mark says nothing about where it comes from.
        let Some((_, prose)) = best.filter(|(covered, _)| *covered > LONE_MARK) else {
            return;
        };
        let mut own = Vec::new();
        self.trace_text(run, within, prose, &mut own);
        for written_here in own {
            let gap = written_here.printed.clone();
            let before = written.len();
            if !written_here.is_literal && depth > 0 {
                self.trace_wording(run, gap, depth - 1, written);
            }
            if written.len() == before {
                written.push(written_here);
            }
        }
    }
}

impl Run {
    fn is_of(&self, measure: Option<&PlacedText>) -> bool {
        self.measure.as_ref() == measure
    }

    /// Whether the prose may print the figure.
    fn names(&self, figure: &str) -> bool {
        self.measure
            .as_ref()
            .is_none_or(|measure| measure.text.contains(figure))
    }

    fn take_figure(&mut self, range: &Range<usize>) {
        self.range.end = range.end;
        self.figures.push(range.clone());
    }
}

impl Written {
    /// Where the printed byte at `offset` was written; a tag is taken as a whole.
    pub(super) fn position(&self, offset: usize, is_end: bool) -> usize {
        match (self.is_literal, is_end) {
            (true, _) => {
                let offset = offset.clamp(self.printed.start, self.printed.end);
                self.range.start + (offset - self.printed.start)
            }
            (false, true) => self.range.end,
            (false, false) => self.range.start,
        }
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}
