//! Annexes (附件) of a letter: a text of its own, or a table of figures.

use super::figure::Disclosure;
use super::keys;
use super::letter::PlacedPeriod;
use super::yaml::{Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::diagnostic::Diagnostic;
use crate::source::{PlacedText, Span};

/// An annex, GB/T 9704-2012, 7.3.7.
#[derive(Debug, Clone)]
pub struct Annex {
    /// Its title, which the annex note repeats; Tera prose.
    pub title: PlacedText,
    /// What stands in it.
    pub content: AnnexContent,
    /// Who may read it.
    pub disclosure: Disclosure,
}

/// What stands in an annex.
#[derive(Debug, Clone)]
pub enum AnnexContent {
    /// Markdown with Tera tags: headings, paragraphs, tables.
    Text(PlacedText),
    /// A table of figures.
    Table(FigureTable),
    /// A paper of its own that goes with the letter: only the annex note names it.
    Separate,
}

/// A table of figures (数据表): a row for each figure and period.
#[derive(Debug, Clone)]
pub struct FigureTable {
    /// Where it begins.
    pub place: Span,
    /// Ids of the figures, in order; empty for every figure that the letter prints (数据来源表).
    pub figures: Vec<PlacedText>,
    /// The periods, in order; empty for the letter's own.
    pub periods: Vec<PlacedPeriod>,
    /// The columns, in order; empty for all of them.
    pub columns: Vec<FigureColumn>,
}

/// A column of a table of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureColumn {
    /// 指标.
    Name,
    /// 统计口径.
    Coverage,
    /// 期间.
    Period,
    /// 数值, with its qualifier and without its unit.
    Value,
    /// 单位.
    Unit,
    /// 同比.
    Growth,
    /// 数据来源.
    Evidence,
}

impl FigureColumn {
    /// The columns of a table that names none.
    pub const USUAL: [Self; 6] = [
        Self::Name,
        Self::Period,
        Self::Value,
        Self::Unit,
        Self::Growth,
        Self::Evidence,
    ];

    /// The head of the column.
    pub fn as_chinese(self) -> &'static str {
        self.chinese_of()
    }
}

impl Words for FigureColumn {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("name", Self::Name, "指标"),
        ("coverage", Self::Coverage, "统计口径"),
        ("period", Self::Period, "期间"),
        ("value", Self::Value, "数值"),
        ("unit", Self::Unit, "单位"),
        ("growth", Self::Growth, "同比"),
        ("evidence", Self::Evidence, "数据来源"),
    ];
}

impl FromYaml for Annex {
    fn shape() -> Shape {
        Shape::Mapping(&keys::ANNEX)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::ANNEX)?;
        let title = fields.required("title");
        let content = content(&mut fields);
        let disclosure = fields.optional("disclosure").unwrap_or_default();
        fields.finish();
        Some(Self {
            title: title?,
            content: content?,
            disclosure,
        })
    }
}

/// An annex that is a paper of its own (另附); what is not is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separate;

impl Words for Separate {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[("true", Self, "另附")];
}

/// An annex has a text or a table, never both; without either it must be said to be separate.
fn content(fields: &mut Fields<'_, '_, '_>) -> Option<AnnexContent> {
    let text = fields.optional("text");
    let table = fields.optional("table");
    if fields.has("text") && fields.has("table") {
        let place = fields.place_of("table");
        let diagnostic = Diagnostic::error("conflicting-keys", place, "“text”“table”不能同时写")
            .with_hint("只留一个；要两样都有，写成两个附件，或者在“text”里写 Markdown 表格");
        fields.decoder().report(diagnostic);
    }
    let is_separate = fields.optional::<Separate>("separate").is_some();
    let has_content = fields.has("text") || fields.has("table");
    if is_separate && has_content {
        let place = fields.place_of("separate");
        let diagnostic = Diagnostic::error("conflicting-keys", place, "另附的附件不写内容")
            .with_hint("删去“separate”，或者删去“text”“table”");
        fields.decoder().report(diagnostic);
    }
    if !is_separate && !has_content {
        let place = fields.place().clone();
        let diagnostic = Diagnostic::error("empty-annex", place, "这个附件没有内容").with_hint(
            "写上“text”（文字或者 Markdown 表格），或者“table”（数据表）；另附的写“separate: true”",
        );
        fields.decoder().report(diagnostic);
    }
    match (text, table) {
        (Some(text), _) => Some(AnnexContent::Text(text)),
        (None, Some(table)) => Some(AnnexContent::Table(table)),
        (None, None) => is_separate.then_some(AnnexContent::Separate),
    }
}

impl FromYaml for FigureTable {
    fn shape() -> Shape {
        Shape::Mapping(&keys::FIGURE_TABLE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::FIGURE_TABLE)?;
        let table = Self {
            place: fields.place().clone(),
            periods: fields.list("periods"),
            columns: fields.list("columns"),
            figures: fields.list("figures"),
        };
        let is_empty = table.figures.is_empty() && fields.has("figures");
        let place = fields.place_of("figures");
        fields.finish();
        if is_empty {
            let message = "数据表没有列出数据";
            let diagnostic = Diagnostic::error("empty-annex", place, message);
            let hint = "写成“figures: [数据的代号, …]”；要列出信里印出的每项数据，不写“figures”";
            decoder.report(diagnostic.with_hint(hint));
        }
        (!is_empty).then_some(table)
    }
}
