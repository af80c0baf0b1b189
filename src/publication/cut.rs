//! Cutting personal data out of one text so that no label, bracket or comma is left over.

use std::ops::Range;

use super::Rules;
use crate::document::Inline;
use crate::facts::NameRule;
use crate::origin::SharedOrigin;
use crate::text::personal::{self, Personal, PersonalKind, find, is_list_gap};

/// A character with the fact behind it.
#[derive(Debug, Clone)]
pub(super) struct Character {
    pub(super) character: char,
    origin: Option<SharedOrigin>,
}

/// A piece that goes.
#[derive(Debug)]
pub(super) struct Cut {
    /// Everything that goes.
    range: Range<usize>,
    /// The personal data in it.
    pub(super) found: Range<usize>,
    pub(super) kind: PersonalKind,
    /// What stands there instead.
    pub(super) replacement: String,
}

pub(super) fn characters(inlines: &[Inline]) -> Vec<Character> {
    let characters = inlines.iter().flat_map(|inline| {
        inline.text.chars().map(|character| Character {
            character,
            origin: inline.origin.clone(),
        })
    });
    characters.collect()
}

pub(super) fn inlines(text: Vec<Character>) -> Vec<Inline> {
    let mut inlines: Vec<Inline> = Vec::new();
    for Character { character, origin } in text {
        match inlines.last_mut() {
            Some(last) if last.origin == origin => last.text.push(character),
            _ => inlines.push(Inline {
                text: character.to_string(),
                origin,
            }),
        }
    }
    inlines
}

pub(super) fn text(characters: &[Character]) -> String {
    characters.iter().map(|it| it.character).collect()
}

impl Rules<'_> {
    /// What must be cut out of a text, in order; `labels` stand elsewhere and say what it holds.
    pub(super) fn cuts(&self, text: &[Character], labels: &[&str]) -> Vec<Cut> {
        let chars: Vec<char> = text.iter().map(|it| it.character).collect();
        let mut found = find(&chars, &self.known);
        for label in labels {
            found.extend(self.labelled(&chars, label));
        }
        let found = joined(personal::in_order(found), &chars);
        found.into_iter().map(|it| self.cut(&chars, it)).collect()
    }

    fn labelled(&self, chars: &[char], label: &str) -> Vec<Personal> {
        let mut whole: Vec<char> = label.chars().chain(['：']).collect();
        let lead = whole.len();
        whole.extend(chars);
        let found = find(&whole, &self.known).into_iter();
        let own = found.filter(|it| it.range.start >= lead);
        own.map(|it| Personal {
            range: it.range.start - lead..it.range.end - lead,
            kind: it.kind,
        })
        .collect()
    }

    fn cut(&self, chars: &[char], Personal { range, kind }: Personal) -> Cut {
        let settings = self.settings;
        let replacement = match kind {
            PersonalKind::Name if settings.names == NameRule::Mask => {
                Some(masked(chars[range.start]))
            }
            PersonalKind::Name => None,
            _ if kind.is_phone() => settings.phone.clone(),
            _ => settings.personal.clone(),
        };
        let entry = entry(chars, &range).filter(|_| replacement.is_none());
        let replacement = match (&entry, replacement) {
            (_, Some(replacement)) => replacement,
            (Some(_), None) => String::new(),
            (None, None) => settings.word.clone(),
        };
        Cut {
            range: entry.unwrap_or_else(|| range.clone()),
            found: range,
            kind,
            replacement,
        }
    }
}

/// 王×.
fn masked(surname: char) -> String {
    format!("{surname}×")
}

/// Telephone numbers in a row go together.
fn joined(found: Vec<Personal>, chars: &[char]) -> Vec<Personal> {
    let mut joined: Vec<Personal> = Vec::new();
    for personal in found {
        match joined.last_mut() {
            Some(last)
                if last.kind.is_phone()
                    && personal.kind.is_phone()
                    && is_list_gap(&chars[last.range.end..personal.range.start]) =>
            {
                last.range.end = personal.range.end;
            }
            _ => joined.push(personal),
        }
    }
    joined
}

/// Marks that part the entries of a list such as 联系人：甲，联系电话：乙.
fn is_parting(character: char) -> bool {
    matches!(character, '，' | ',' | '、' | '；' | ';') || character.is_whitespace()
}

fn is_opening(character: char) -> bool {
    matches!(character, '（' | '(' | '【' | '[' | '〔')
}

fn is_closing(character: char) -> bool {
    matches!(character, '）' | ')' | '】' | ']' | '〕')
}

/// Words that a label of personal data holds.
const LABEL_WORDS: [&str; 24] = [
    "电话",
    "手机",
    "传真",
    "热线",
    "方式",
    "座机",
    "总机",
    "分机",
    "小号",
    "邮箱",
    "邮件",
    "信箱",
    "邮编",
    "编码",
    "地址",
    "住址",
    "住所",
    "身份证",
    "证件",
    "号码",
    "联系",
    "领导",
    "办人",
    "el",
];

/// Longest label, in characters.
const LONGEST_LABEL: usize = 12;

/// The whole entry that a number is the value of, label and parting mark included; nothing if the
/// number stands in a sentence that would have a hole without it.
fn entry(chars: &[char], value: &Range<usize>) -> Option<Range<usize>> {
    let next = chars.get(value.end).copied();
    let ends = next.is_none_or(|it| is_parting(it) || is_closing(it) || matches!(it, '。' | '/'));
    if !ends {
        return None;
    }
    let start = label_start(chars, value.start).or_else(|| after_name(chars, value.start))?;
    Some(with_parting(chars, start..value.end))
}

/// The start of the label right before a value.
fn label_start(chars: &[char], value: usize) -> Option<usize> {
    let blanks = trailing(&chars[..value], |it| it.is_whitespace());
    let end = value - blanks;
    let colons = trailing(&chars[..end], |it| matches!(it, '：' | ':'));
    let label_end = end - colons - trailing(&chars[..end - colons], |it| it == ' ');
    let is_of_label = |it: char| {
        !is_parting(it)
            && !is_opening(it)
            && !is_closing(it)
            && !matches!(it, '。' | '：' | ':' | '！' | '？' | '/')
    };
    let length = trailing(&chars[..label_end], is_of_label);
    let start = label_end - length;
    let label: String = chars[start..label_end].iter().collect();
    let ends_in_word = LABEL_WORDS.iter().any(|word| label.ends_with(word));
    let is_label = length <= LONGEST_LABEL
        && match colons > 0 {
            true => LABEL_WORDS.iter().any(|word| label.contains(word)),
            false => ends_in_word && length <= LONGEST_LABEL / 2,
        };
    is_label.then_some(start)
}

/// The blank before a number that follows a name: 联系人及电话：甲 027-….
fn after_name(chars: &[char], value: usize) -> Option<usize> {
    let blanks = trailing(&chars[..value], char::is_whitespace);
    let start = value - blanks;
    let is_of_name = |it: char| !is_parting(it) && !matches!(it, '。' | '：' | ':' | '（' | '(');
    let name = trailing(&chars[..start], is_of_name);
    let before = &chars[..start - name];
    let is_named = blanks > 0 && name > 0 && matches!(before.last(), Some('：' | ':'));
    is_named.then_some(start)
}

/// The entry with the mark that parts it from the one before, or else from the one after.
fn with_parting(chars: &[char], entry: Range<usize>) -> Range<usize> {
    let before = trailing(&chars[..entry.start], is_parting);
    let is_first = entry.start == before;
    let opens = entry.start > 0 && is_opening(chars[entry.start - 1]);
    if is_first || opens {
        let after = chars[entry.end..]
            .iter()
            .take_while(|it| is_parting(**it))
            .count();
        return entry.start - before..entry.end + after;
    }
    entry.start - before..entry.end
}

/// How many characters at the end are of a kind.
fn trailing(chars: &[char], is_of_kind: impl Fn(char) -> bool) -> usize {
    chars.iter().rev().take_while(|it| is_of_kind(**it)).count()
}

/// Cuts pieces out and clears away brackets and marks that have nothing left in them.
pub(super) fn apply(text: &mut Vec<Character>, cuts: &[Cut]) {
    let mut end = text.len();
    for cut in cuts.iter().rev() {
        // Parting marks of neighbours may overlap.
        let range = cut.range.start.min(end)..cut.range.end.min(end);
        end = range.start;
        let replacement = cut.replacement.chars().map(|character| Character {
            character,
            origin: None,
        });
        text.splice(range, replacement.collect::<Vec<_>>());
    }
    while let Some(range) = leftover(text) {
        text.drain(range);
    }
    if is_bare_label(text) {
        text.clear();
    }
    let is_mark = |it: &Character| !it.character.is_alphanumeric() && it.character != '×';
    if text.iter().all(is_mark) {
        text.clear();
    }
}

/// Whether only the label of what was cut out is left: 说明：.
fn is_bare_label(text: &[Character]) -> bool {
    let is_stop = |it: &Character| matches!(it.character, '，' | '。' | '；');
    let ends_in_colon = text
        .last()
        .is_some_and(|it| matches!(it.character, '：' | ':'));
    ends_in_colon && text.len() <= LONGEST_LABEL && !text.iter().any(is_stop)
}

/// The next empty pair of brackets, a stop after nothing, or a parting mark beside a bracket, a stop or an edge.
fn leftover(text: &[Character]) -> Option<Range<usize>> {
    let char = |at: usize| text[at].character;
    (0..text.len()).find_map(|at| {
        let next = text.get(at + 1).map(|it| it.character);
        let before = at.checked_sub(1).map(char);
        if is_opening(char(at)) && next.is_some_and(is_closing) {
            return Some(at..at + 2);
        }
        let follows_opening = before.is_none_or(is_opening);
        let precedes_end = next.is_some_and(|it| is_closing(it) || it == '。');
        let is_stop = char(at) == '。';
        let follows_nothing = before.is_none_or(|it| matches!(it, '。' | '：' | ':' | '；'));
        let is_left =
            is_parting(char(at)) && (follows_opening || precedes_end) || is_stop && follows_nothing;
        is_left.then_some(at..at + 1)
    })
}
