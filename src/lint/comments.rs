//! Comments that begin with 允许: where they stand and what they hold.

use std::ops::Range;

use memchr::memmem;

use crate::source::Source;

/// How every such comment begins.
pub const MARK: &str = "允许 ";

/// A comment in one line.
pub(super) struct Comment {
    /// All of it.
    pub(super) range: Range<usize>,
    /// What stands after the mark.
    pub(super) body: Range<usize>,
    /// Whether it is one of YAML, which also speaks for what is indented under its line.
    pub(super) is_yaml: bool,
}

/// The comments of a file, in order.
///
/// Each is looked for no further than to where the next one begins, so that a line full of comments
/// without an end is read once and not once a comment.
pub(super) fn comments(source: &Source) -> Vec<Comment> {
    let front_matter = ..front_matter_end(source);
    // A file of facts may be long, and is searched for each letter that has a finding in it.
    let marks = memmem::find_iter(source.text().as_bytes(), MARK);
    let openings = marks.filter_map(|at| opening(source, at, front_matter.contains(&at)));
    let openings: Vec<Opening> = openings.collect();
    let next = openings.iter().skip(1).map(|next| next.start);
    let limits = next.chain([source.text().len()]);
    let comments = openings.iter().zip(limits);
    comments
        .filter_map(|(opening, limit)| comment(source, opening, limit))
        .collect()
}

/// Where a comment begins.
struct Opening {
    start: usize,
    /// Where its text begins, with the mark.
    at: usize,
    /// What ends it; absent in YAML, where its line does.
    close: Option<&'static str>,
}

/// The beginning of the comment whose text begins at `at`.
fn opening(source: &Source, at: usize, is_in_front_matter: bool) -> Option<Opening> {
    let line_start = source.line_start(source.line(at));
    let before = source.text()[line_start..at].trim_end();
    let opening = |head: &str, close| Opening {
        start: line_start + head.len(),
        at,
        close,
    };
    for (open, close) in [("<!--", "-->"), ("{#", "#}")] {
        // In a code the comment is shown to readers, not meant for us.
        let head = before.strip_suffix(open);
        if let Some(head) = head.filter(|head| !head.ends_with('`')) {
            return Some(opening(head, Some(close)));
        }
    }
    let head = before.strip_suffix('#')?;
    (is_yaml(source) || is_in_front_matter).then(|| opening(head, None))
}

/// The comment that begins there, before `limit`.
fn comment(source: &Source, opening: &Opening, limit: usize) -> Option<Comment> {
    let line = source.line(opening.at);
    let line_end = source.line_start(line) + source.line_text(line).len();
    let end = line_end.min(limit).max(opening.at);
    let rest = &source.text()[opening.at..end];
    let body_end = match opening.close {
        Some(close) => opening.at + rest.find(close)?,
        None => end,
    };
    let body_start = opening.at + MARK.len();
    Some(Comment {
        range: opening.start..body_end + opening.close.map_or(0, str::len),
        body: body_start..body_end.max(body_start),
        is_yaml: opening.close.is_none(),
    })
}

fn is_yaml(source: &Source) -> bool {
    source.path().ends_with(".yaml") || source.path().ends_with(".yml")
}

fn front_matter_end(source: &Source) -> usize {
    let text = source.text();
    match text.starts_with("---") {
        true => text.find("\n---").unwrap_or(0),
        false => 0,
    }
}
