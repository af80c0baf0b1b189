//! Every key of the YAML files, with what stands under it: one table for each mapping.
//!
//! The decoders ask for the keys of these tables and no others; the JSON Schemas, the completion of
//! editors and the reference in the README are made from them.

mod facts;
mod forms;
mod handling;
mod letter;
mod office;
mod proposal;

pub(super) use facts::{ENTRY, FACTS, FIGURE, MEASURE, SHARE};
pub(super) use forms::{DEADLINE, DOCUMENT_NUMBER, GROWTH, PERIOD, QUANTITY, RANK, RULE_WEIGHT};
pub(super) use handling::{DEADLINES, HANDLING, PREVIOUS_REPLY};
pub(super) use letter::{ANNEX, CLASSIFICATION, FIGURE_TABLE, LETTER, SECTION};
pub(super) use office::{
    BODY, CLASS_MARK, CONTACT, FEEDBACK, FONTS, ISSUER_MARK, OFFICE, OUTCOME_CLASS, PAGE,
    PROOFREADING, PUBLIC, UNIT,
};
pub(super) use proposal::{CO_HANDLER, POINT, POINT_COUNTS, PROPOSAL, PROPOSER};

use super::yaml::{Mapping, Shape};

/// A kind of file (文件) that the YAML of a workspace is written in.
#[derive(Debug)]
pub struct FileKind {
    /// In ASCII, for programs; unique.
    pub name: &'static str,
    /// What a clerk calls such a file.
    pub title: &'static str,
    /// Which files of the workspace are of this kind; `*` stands for any name.
    pub files: &'static str,
    /// What such a file holds.
    pub mapping: &'static Mapping,
}

/// The kinds of file in `content/`.
pub static FILE_KINDS: [FileKind; 3] = [
    FileKind {
        name: "facts",
        title: "数据和举措",
        files: "content/facts/**/*.yaml",
        mapping: &FACTS,
    },
    FileKind {
        name: "office",
        title: "发文机关",
        files: "content/office.yaml",
        mapping: &OFFICE,
    },
    FileKind {
        name: "letter",
        title: "信件",
        files: "content/letters/*.yaml",
        mapping: &LETTER,
    },
];

/// One text, or a list of texts.
fn text_or_lines() -> Shape {
    Shape::one_or_list(Shape::Text)
}
