//! How mappings (对应表) are read from YAML.

use std::sync::Arc;

use super::keys;
use super::mapping::{Column, Encoding, Head, MappedFigure, Mapping, Role, Table};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::facts::yaml::{self, Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::facts::{Digits, PlacedPeriod, Scale};
use crate::source::{PlacedText, Source};

impl Mapping {
    /// Reads a file of `content/imports/`.
    ///
    /// # Errors
    /// Everything that is wrong with the YAML.
    pub fn from_yaml(source: &Arc<Source>) -> Checked<Self> {
        let mut sink = Sink::new();
        let mapping: Option<Self> = yaml::from_yaml(source, &mut sink);
        let mapping = mapping.filter(|_| !sink.has_errors());
        sink.checked(mapping)
    }
}

impl FromYaml for Mapping {
    fn shape() -> Shape {
        Shape::Mapping(&keys::MAPPING)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = Arc::clone(decoder.source());
        let mut fields = decoder.fields(node, &keys::MAPPING)?;
        let mapping = Self {
            source,
            facts_file: facts_file(&mut fields),
            encoding: fields.optional("encoding"),
            delimiter: fields.optional("delimiter").map(Delimiter::byte),
            evidence: fields.optional("evidence"),
            tables: fields.required::<Vec<Table>>("tables").unwrap_or_default(),
        };
        fields.finish();
        Some(mapping)
    }
}

impl Words for Encoding {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("utf_8", Self::Utf8, "UTF-8"),
        ("gb18030", Self::Gb18030, "GB18030，GBK 是它的一部分"),
    ];
}

/// What separates the cells of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    Comma,
    Tab,
    Semicolon,
}

impl Delimiter {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
            Self::Semicolon => b';',
        }
    }
}

impl Words for Delimiter {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("comma", Self::Comma, "逗号"),
        ("tab", Self::Tab, "制表符"),
        ("semicolon", Self::Semicolon, "分号"),
    ];
}

/// A file under `content/facts/`, and nowhere else.
fn facts_file(fields: &mut Fields<'_, '_, '_>) -> Option<PlacedText> {
    let file: PlacedText = fields.optional("facts_file")?;
    let is_inside = file
        .text
        .strip_prefix("content/facts/")
        .is_some_and(|rest| {
            let is_part = |part: &str| !part.is_empty() && !part.starts_with('.');
            rest.ends_with(".yaml") && rest.split('/').all(is_part) && !rest.contains(['\\', ':'])
        });
    if is_inside {
        return Some(file);
    }
    let message = format!("“facts_file”不能是“{}”", file.text);
    let hint = "写成 content/facts/文件名.yaml";
    let diagnostic = Diagnostic::error("invalid-path", file.place, message).with_hint(hint);
    fields.decoder().report(diagnostic);
    None
}

impl FromYaml for Table {
    fn shape() -> Shape {
        Shape::Mapping(&keys::TABLE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::TABLE)?;
        let place = fields.place().clone();
        let sheet = fields.optional("sheet");
        let head_rows = fields.required::<Rows>("head_rows");
        let last_row = fields.optional("last_row");
        let key = fields.required::<Keys>("key");
        let period = fields.optional::<PlacedPeriod>("period");
        let as_of = fields.optional("as_of");
        let sheet_unit = fields.optional("sheet_unit");
        let columns = fields.required::<Vec<Column>>("columns");
        let figures = fields.required::<Figures>("figures");
        let ignore = fields.list("ignore");
        fields.finish();
        Some(Self {
            place,
            sheet,
            head_rows: head_rows?.0,
            last_row,
            key: key?.0,
            period: period.map(|it| it.period),
            as_of,
            sheet_unit,
            columns: columns?,
            figures: figures?.0,
            ignore,
        })
    }
}

/// One row, or several: the first and the last, and those between if they are written.
pub(super) struct Rows((u32, u32));

impl FromYaml for Rows {
    fn shape() -> Shape {
        keys::rows()
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let rows: Vec<u32> = if node.is_list() {
            decoder.items(node)?
        } else {
            vec![u32::from_yaml(node, decoder)?]
        };
        let is_ascending = rows.windows(2).all(|pair| pair[0] <= pair[1]);
        match (rows.first(), rows.last()) {
            (Some(first), Some(last))
                if *first > 0 && is_ascending && last - first < MOST_HEAD_ROWS =>
            {
                Some(Self((*first, *last)))
            }
            _ => {
                let name = decoder.name(node);
                let place = decoder.place(node);
                let message = format!("“{name}”不合写法");
                let hint = format!("写表头是第几行：{name}: 1；表头有几行写首尾：{name}: [2, 3]");
                decoder.report(Diagnostic::error("invalid-rows", place, message).with_hint(hint));
                None
            }
        }
    }
}

/// A head with more rows than this is none.
const MOST_HEAD_ROWS: u32 = 10;

/// One key column, or several.
pub(super) struct Keys(Vec<Head>);

impl FromYaml for Keys {
    fn shape() -> Shape {
        keys::texts()
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let texts = one_or_more(node, decoder)?;
        let heads = texts.into_iter().map(|text| Head { texts: vec![text] });
        Some(Self(heads.collect()))
    }
}

impl FromYaml for Head {
    fn shape() -> Shape {
        keys::texts()
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let texts = one_or_more(node, decoder)?;
        Some(Self { texts })
    }
}

/// A text, or a list that is not empty.
fn one_or_more(node: &Node, decoder: &mut Decoder<'_>) -> Option<Vec<PlacedText>> {
    if !node.is_list() {
        return Some(vec![decoder.text(node)?]);
    }
    let texts: Vec<PlacedText> = decoder.items(node)?;
    if texts.is_empty() {
        decoder.report_empty(node);
        return None;
    }
    Some(texts)
}

impl Words for Role {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("value", Self::Value, "数值，默认"),
        ("growth", Self::Growth, "增长"),
        ("rank", Self::Rank, "位次"),
        ("at_least", Self::AtLeast, "超过、不少于之类"),
        ("approximate", Self::Approximate, "约、近之类"),
        ("as_of", Self::AsOf, "截至日期"),
        ("evidence", Self::Evidence, "出处"),
        ("period", Self::Period, "这一行的期间"),
        ("unit", Self::Unit, "这一行的单位"),
    ];
}

impl FromYaml for Column {
    fn shape() -> Shape {
        Shape::Mapping(&keys::COLUMN)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::COLUMN)?;
        let head = fields.required("head");
        let is_named = fields.has("aspect");
        let aspect = fields.optional("aspect");
        let period = fields.optional::<PlacedPeriod>("period");
        let as_of = fields.optional("as_of");
        let evidence = fields.optional("evidence");
        let sheet_unit = fields.optional("sheet_unit");
        let scale = fields.optional("scale");
        let digits = fields.optional::<Digits>("digits");
        fields.finish();
        let aspect = if is_named { aspect? } else { Role::Value };
        Some(Self {
            head: head?,
            aspect,
            period: period.map(|it| it.period),
            as_of,
            evidence,
            sheet_unit,
            scale,
            digits: digits.map(|it| it.0),
        })
    }
}

impl Words for Scale {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("个", Self::One, ""),
        ("万", Self::TenThousand, ""),
        ("亿", Self::HundredMillion, ""),
        ("万亿", Self::Trillion, ""),
    ];
}

/// Figures by id.
pub(super) struct Figures(Vec<MappedFigure>);

impl FromYaml for Figures {
    fn shape() -> Shape {
        keys::figures()
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = decoder.entries(node)?;
        let mut figures = Vec::with_capacity(entries.len());
        for (id, node) in entries {
            let is_id = yaml::check_id(&id, decoder);
            let figure = figure(id, node, decoder);
            figures.extend(figure.filter(|_| is_id));
        }
        Some(Self(figures))
    }
}

/// A row's name, or a list of them for several key columns, or keys with more.
fn figure(id: PlacedText, node: &Node, decoder: &mut Decoder<'_>) -> Option<MappedFigure> {
    if !node.is_mapping() {
        let row = one_or_more(node, decoder)?;
        return Some(MappedFigure {
            id,
            row,
            name: None,
            unit: None,
            coverage: None,
            sheet_unit: None,
            scale: None,
            digits: None,
            ranked_among: None,
        });
    }
    let mut fields = decoder.fields(node, &keys::FIGURE)?;
    let row = fields.required::<Head>("row");
    let figure = MappedFigure {
        id,
        row: Vec::new(),
        name: fields.optional("name"),
        unit: fields.optional("unit"),
        coverage: fields.optional("coverage"),
        sheet_unit: fields.optional("sheet_unit"),
        scale: fields.optional("scale"),
        digits: fields.optional::<Digits>("digits").map(|it| it.0),
        ranked_among: fields.optional("ranked_among"),
    };
    fields.finish();
    Some(MappedFigure {
        row: row?.texts,
        ..figure
    })
}
