//! Sections (正文各部分) as Markdown: headings with their numbers, measures in the style asked for.

use crate::facts::SectionStyle;
use crate::text::numerals::{chinese_numeral, parse_chinese_numeral};

/// A measure's or a text's rendered paragraphs; never empty paragraphs.
pub(super) type Paragraphs = Vec<String>;

/// One rendered section, its subsections being entries of their own.
#[derive(Debug, serde::Serialize)]
pub(super) struct RenderedSection {
    /// Heading line and text, ready to print.
    pub(super) markdown: String,
    /// Such as 一、; empty without a heading.
    pub(super) number: String,
    /// Without its number; empty without a heading.
    pub(super) heading: String,
    /// The text under the heading; may be empty.
    pub(super) text: String,
    /// From 1 to 4.
    pub(super) level: usize,
}

impl RenderedSection {
    /// Joins a heading, already escaped, and a text.
    pub(super) fn new(heading: Option<(String, String)>, text: String, level: usize) -> Self {
        let (number, heading) = heading.unwrap_or_default();
        let mut parts = Vec::new();
        if !heading.is_empty() {
            parts.push(format!("{} {number}{heading}", "#".repeat(level + 1)));
        }
        if !text.is_empty() {
            parts.push(text.clone());
        }
        Self {
            markdown: parts.join("\n\n"),
            number,
            heading,
            text,
            level,
        }
    }
}

/// The number of a heading: 一、（一）1.（1）, GB/T 9704-2012, 7.3.3.
pub(super) fn section_number(level: usize, position: usize) -> String {
    let numeral = chinese_numeral(position as u64);
    match level {
        1 => format!("{numeral}、"),
        2 => format!("（{numeral}）"),
        3 => format!("{position}."),
        _ => format!("（{position}）"),
    }
}

/// The paragraphs of a text with those that are headings by themselves as Markdown's: 一、… is of the
/// first level, （一）… of the second; GB/T 9704-2012, 7.3.3.
///
/// A heading is a short paragraph without a stop that something follows.
pub(super) fn with_typed_headings(mut paragraphs: Paragraphs) -> Paragraphs {
    let followed = paragraphs.len().saturating_sub(1);
    for paragraph in &mut paragraphs[..followed] {
        if let Some(level) = typed_level(paragraph) {
            paragraph.insert_str(0, &format!("{} ", "#".repeat(level + 1)));
        }
    }
    paragraphs
}

/// In characters; a longer paragraph is not taken for a heading.
const LONGEST_HEADING: usize = 50;

/// The level whose number a heading without a stop begins with.
fn typed_level(paragraph: &str) -> Option<usize> {
    let is_stop = |character: char| "，。；：！？,;:!?\n".contains(character);
    if paragraph.chars().count() > LONGEST_HEADING || paragraph.contains(is_stop) {
        return None;
    }
    let is_number = |text: &str| parse_chinese_numeral(text).is_some();
    let (number, level) = match paragraph.strip_prefix('（') {
        Some(rest) => (rest.split_once('）')?.0, 2),
        None => (paragraph.split_once('、')?.0, 1),
    };
    is_number(number).then_some(level)
}

/// A piece of prose with the marks of its origin around it.
pub(super) struct Piece {
    /// Rendered paragraphs.
    pub(super) paragraphs: Paragraphs,
    /// The measure that the prose comes from.
    pub(super) measure: String,
}

/// Sets the measures of a section in its style.
pub(super) fn arrange(pieces: Vec<Piece>, style: SectionStyle) -> String {
    if pieces.is_empty() {
        return String::new();
    }
    match style {
        SectionStyle::Paragraphs => {
            let paragraphs = pieces.iter().flat_map(marked);
            paragraphs.collect::<Vec<_>>().join("\n\n")
        }
        SectionStyle::Joined => pieces.iter().flat_map(marked).collect(),
        SectionStyle::Enumerated => enumerated(pieces),
    }
}

fn marked(piece: &Piece) -> Vec<String> {
    let paragraphs = piece.paragraphs.iter();
    paragraphs
        .map(|text| super::links::measure(text, &piece.measure))
        .collect()
}

/// 一是…；二是…。 in one paragraph; items that hold a full stop all end in one.
///
/// Source: GB/T 15834-2011, annex A: an item that holds a 。 inside must not end with ；.
fn enumerated(pieces: Vec<Piece>) -> String {
    let items: Vec<_> = pieces.into_iter().map(without_final_stop).collect();
    let has_sentences = items
        .iter()
        .any(|item| item.paragraphs.concat().contains(['。', '；']));
    let separator = if has_sentences { "。" } else { "；" };
    let numbered = items.iter().enumerate().map(|(index, item)| {
        format!(
            "{}是{}",
            chinese_numeral(index as u64 + 1),
            marked(item).concat()
        )
    });
    let mut text = numbered.collect::<Vec<_>>().join(separator);
    text.push('。');
    text
}

fn without_final_stop(mut piece: Piece) -> Piece {
    if let Some(last) = piece.paragraphs.last_mut() {
        let length = last.trim_end_matches(['。', '；', '，', '、']).len();
        last.truncate(length);
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str) -> Piece {
        Piece {
            paragraphs: vec![text.to_owned()],
            measure: "m".to_owned(),
        }
    }

    fn plain(markdown: &str) -> String {
        markdown
            .replace("[](measure:m)", "")
            .replace("[](origin:end)", "")
    }

    #[test]
    fn short_items_are_parted_by_semicolons() {
        let text = arrange(
            vec![piece("甲。"), piece("乙"), piece("丙；")],
            SectionStyle::Enumerated,
        );
        assert_eq!(plain(&text), "一是甲；二是乙；三是丙。");
    }

    #[test]
    fn items_with_sentences_are_parted_by_full_stops() {
        let text = arrange(
            vec![piece("甲。乙。"), piece("丙。")],
            SectionStyle::Enumerated,
        );
        assert_eq!(plain(&text), "一是甲。乙。二是丙。");
    }

    #[test]
    fn a_numbered_line_without_a_stop_is_a_heading_if_something_follows() {
        let typed = |texts: &[&str]| {
            let paragraphs = texts.iter().map(|text| (*text).to_owned());
            with_typed_headings(paragraphs.collect()).join("|")
        };
        assert_eq!(
            typed(&["一、基本情况", "（一）机制", "甲。"]),
            "## 一、基本情况|### （一）机制|甲。"
        );
        let kept = ["一、甲，乙", "一、甲。", "（甲）乙", "一是甲", "二、末段"];
        assert_eq!(typed(&kept), kept.join("|"));
    }

    #[test]
    fn headings_have_the_numbers_of_their_level() {
        let numbers: Vec<_> = (1..=4).map(|level| section_number(level, 2)).collect();
        assert_eq!(numbers, ["二、", "（二）", "2.", "（2）"]);
    }
}
