//! YAML files as typed facts: every mistake with its place, and as many of them at once as can be.
//!
//! A file becomes a tree of nodes, a [`Decoder`] makes types of it and reports what does not fit
//! instead of stopping. Duplicate keys are errors everywhere, with both places.

mod decode;
mod edit;
mod entries;
mod fields;
mod node;
mod parse;
pub mod shape;
mod slips;
mod syntax;
pub(in crate::facts) mod values;
mod written;

pub use decode::{Decoder, FromYaml};
pub use edit::Editor;
pub use entries::entries;
pub use fields::Fields;
pub use node::Node;
pub use shape::{Form, Key, Mapping, Rule, Shape, Words};
pub use values::check_id;
pub use written::Written;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Source, Span};

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;

/// Reads a file as a `T`.
///
/// Nothing if no `T` can be made of it; then `sink` holds an error. A `T` may come together with
/// errors about its parts.
pub fn from_yaml<T: FromYaml>(source: &Arc<Source>, sink: &mut Sink) -> Option<T> {
    let node = tree(source, sink)?;
    T::from_yaml(&node, &mut Decoder::new(source, sink))
}

/// What to say of a file that is not UTF-8; `source` has the path, `bytes` are what stands in it.
pub fn not_utf8(source: &Arc<Source>, bytes: &[u8]) -> Diagnostic {
    let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let message = match has_mark {
        true => "文件是 UTF-16 编码，不是 UTF-8",
        false => "文件不是 UTF-8 编码（可能是 GBK）",
    };
    Diagnostic::error("not-utf8", Span::file(source), message)
        .with_hint("用编辑器另存为 UTF-8 编码")
}

fn tree(source: &Arc<Source>, sink: &mut Sink) -> Option<Node> {
    if source.text().len() > LARGEST_FILE {
        sink.push(too_large(source));
        return None;
    }
    match parse::parse(source) {
        Ok(node) if node.is_mapping() => {
            slips::in_tree(source, &node, sink);
            Some(node)
        }
        Ok(node) => {
            report_mistake(source, not_a_mapping(source, &node), sink);
            None
        }
        Err(mistake) => {
            report_mistake(source, *mistake, sink);
            None
        }
    }
}

/// Reports the slips in the file, and the mistake unless a slip beside it is its cause.
fn report_mistake(source: &Arc<Source>, mistake: Diagnostic, sink: &mut Sink) {
    let mut slips = Sink::new();
    slips::in_lines(source, &mut slips);
    let slips = slips.into_diagnostics();
    let line = mistake.place.position().line;
    let is_explained = slips
        .iter()
        .any(|slip| slip.place.position().line.abs_diff(line) <= 1);
    sink.extend(slips);
    if !is_explained {
        sink.push(mistake);
    }
}

fn too_large(source: &Arc<Source>) -> Diagnostic {
    let megabytes = source.text().len() / 1024 / 1024;
    let message = format!("文件有{megabytes}兆字节，超过了8兆字节的上限");
    Diagnostic::error("file-too-large", Span::file(source), message).with_hint("把文件拆成几个")
}

fn not_a_mapping(source: &Arc<Source>, node: &Node) -> Diagnostic {
    let place = Span::new(source, node.shown_range());
    if node.is_null() {
        return Diagnostic::error("empty-file", Span::file(source), "文件里没有内容")
            .with_hint("写上内容，或者删去这个文件");
    }
    let message = format!("文件应当由“键: 内容”组成，这里是{}", node.kind());
    Diagnostic::error("wrong-type", place, message).with_hint("第一行写成“键: 内容”的样子")
}

#[cfg(test)]
mod tests;
