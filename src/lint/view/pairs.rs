//! Brackets and quotation marks: what closes what, and what closes nothing.

use super::paragraphs::Paragraph;
use super::{IN_PARENTHESES, IN_QUOTES, IN_TITLE};

/// The pairs that are balanced, opening mark first.
const PAIRS: [(char, char); 12] = [
    ('《', '》'),
    ('〈', '〉'),
    ('“', '”'),
    ('‘', '’'),
    ('（', '）'),
    ('〔', '〕'),
    ('【', '】'),
    ('「', '」'),
    ('『', '』'),
    ('［', '］'),
    ('(', ')'),
    ('[', ']'),
];

/// How deep a closing mark looks for its opening mark past others that are still open.
const REACH: usize = 4;

/// Brackets and quotation marks of a text.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    /// Pairs of opening and closing mark, by the closing mark's place.
    pub(crate) closed: Vec<Pair>,
    /// Marks without a partner, in order.
    pub(crate) unmatched: Vec<usize>,
}

impl Pairs {
    /// The pair whose closing mark stands at `close`.
    pub(crate) fn closing_at(&self, close: usize) -> Option<&Pair> {
        let index = self.closed.binary_search_by_key(&close, |pair| pair.close);
        self.closed.get(index.ok()?)
    }

    /// Whether a mark has no partner.
    pub(crate) fn is_unmatched(&self, at: usize) -> bool {
        self.unmatched.binary_search(&at).is_ok()
    }
}

/// An opening mark and the mark that closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark's place.
    pub(crate) open: usize,
    /// The closing mark's place.
    pub(crate) close: usize,
    /// The pair around it that was open when it opened.
    pub(crate) parent: Option<usize>,
}

/// The closing mark that belongs to an opening mark.
pub(crate) fn closing_of(character: char) -> Option<char> {
    let pair = PAIRS.iter().find(|(open, _)| *open == character)?;
    Some(pair.1)
}

/// The opening mark that belongs to a closing mark.
pub(crate) fn opening_of(character: char) -> Option<char> {
    let pair = PAIRS.iter().find(|(_, close)| *close == character)?;
    Some(pair.0)
}

/// Whether a character may open or close a pair; cheap, for every mark of a text.
fn may_pair(character: char) -> bool {
    matches!(
        character,
        '(' | ')' | '[' | ']' | '“' | '”' | '‘' | '’' | '\u{3008}'
            ..='\u{3015}' | '（' | '）' | '［' | '］'
    )
}

/// Finds the pairs of each paragraph and marks what they enclose.
///
/// `marks` are the places of all characters that are neither Han nor letters nor digits.
pub(super) fn pairs(chars: &[char], paragraphs: &[Paragraph], marks: &[u32]) -> (Pairs, Vec<u8>) {
    let mut scan = Scan {
        chars,
        pairs: Pairs::default(),
        regions: vec![0; chars.len()],
        open: Vec::new(),
        depth: [0; 3],
    };
    let mut marks = marks.iter().map(|at| *at as usize).peekable();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        while let Some(at) = marks.next_if(|at| *at < paragraph.range.end) {
            if at >= paragraph.range.start && may_pair(chars[at]) {
                scan.mark(at);
            }
        }
        scan.end_paragraph(carries_on(chars, paragraph, paragraphs.get(index + 1)));
    }
    scan.end_paragraph(false);
    scan.pairs.unmatched.sort_unstable();
    (scan.pairs, scan.regions)
}

/// Whether the sentence of a wrapped line goes on in the next one.
fn carries_on(chars: &[char], paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let last = chars[paragraph.range.end - 1];
    !paragraph.is_last_of_block
        && next.is_some_and(|next| next.kind == paragraph.kind)
        && !matches!(last, '。' | '！' | '？' | '：' | '；')
}

struct Scan<'a> {
    chars: &'a [char],
    pairs: Pairs,
    regions: Vec<u8>,
    open: Vec<usize>,
    /// How many titles, quotations and parentheses are open.
    depth: [usize; 3],
}

impl Scan<'_> {
    fn mark(&mut self, at: usize) {
        let character = self.chars[at];
        if closing_of(character).is_some() {
            self.count(character, true);
            self.open.push(at);
        } else if let Some(opening) = opening_of(character) {
            self.close(at, opening);
        }
    }

    fn close(&mut self, at: usize, opening: char) {
        let reach = self.open.iter().rev().take(REACH);
        let Some(above) = reach.clone().position(|open| self.chars[*open] == opening) else {
            // “1)” numbers a list, ’ is an apostrophe in foreign words.
            if !self.is_list_number(at) {
                self.pairs.unmatched.push(at);
            }
            return;
        };
        for _ in 0..above {
            self.drop_last();
        }
        if let Some(open) = self.open.pop() {
            self.count(opening, false);
            self.enclose(open, at);
            let parent = self.open.last().copied();
            self.pairs.closed.push(Pair {
                open,
                close: at,
                parent,
            });
        }
    }

    fn is_list_number(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or('\n', |index| self.chars[index]);
        let is_number = before.is_ascii_digit() || "一二三四五六七八九十".contains(before);
        match self.chars[at] {
            ')' | '）' => is_number && self.starts_paragraph(at),
            '’' => before.is_ascii_alphanumeric() || self.is_short_year(at + 1),
            _ => false,
        }
    }

    /// ’98 stands for 1998.
    fn is_short_year(&self, at: usize) -> bool {
        let rest = self.chars.get(at..).unwrap_or_default();
        let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        digits == 2
    }

    /// Whether a paragraph or a sentence begins at most three characters before `at`.
    fn starts_paragraph(&self, at: usize) -> bool {
        (1..=4).any(|back| at < back || "\n。；：".contains(self.chars[at - back]))
    }

    fn drop_last(&mut self) {
        if let Some(open) = self.open.pop() {
            self.count(self.chars[open], false);
            self.pairs.unmatched.push(open);
        }
    }

    fn end_paragraph(&mut self, carries_on: bool) {
        // What is still open after a few wrapped lines is open for good.
        if !carries_on || self.open.len() > REACH {
            while !self.open.is_empty() {
                self.drop_last();
            }
        }
    }

    fn count(&mut self, opening: char, opens: bool) {
        if let Some((class, _)) = class(opening) {
            let depth = self.depth[class];
            self.depth[class] = if opens {
                depth + 1
            } else {
                depth.saturating_sub(1)
            };
        }
    }

    /// Marks what an outermost pair of its class encloses, so that each character is marked once.
    fn enclose(&mut self, open: usize, close: usize) {
        if let Some((class, flag)) = class(self.chars[open])
            && self.depth[class] == 0
        {
            for region in &mut self.regions[open + 1..close] {
                *region |= flag;
            }
        }
    }
}

fn class(opening: char) -> Option<(usize, u8)> {
    match opening {
        '《' => Some((0, IN_TITLE)),
        '“' => Some((1, IN_QUOTES)),
        '（' | '(' => Some((2, IN_PARENTHESES)),
        _ => None,
    }
}
