//! Where a span begins and ends, as the formats for machines count.

use serde_json::{Value, json};

use crate::source::{Position, Span};

/// The start and the end of a span: lines and columns from 1, columns in characters; the end is
/// the character after the last one.
pub(super) fn start_and_end(span: &Span) -> (Position, Position) {
    (span.position(), span.source().position(span.range().end))
}

/// A span as JSON: path, start and end with line, column and byte.
pub(super) fn place(span: &Span) -> Value {
    let (start, end) = start_and_end(span);
    let range = span.range();
    json!({
        "path": span.source().path(),
        "start": { "line": start.line, "column": start.column, "byte": range.start },
        "end": { "line": end.line, "column": end.column, "byte": range.end },
    })
}
