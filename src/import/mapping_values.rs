//! How mappings (对应表) are read from YAML: every key of `content/imports/*.yaml` is here.

use std::sync::Arc;

use super::mapping::{Column, Encoding, Head, MappedFigure, Mapping, Role, Table};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::facts::yaml::{self, Decoder, Fields, FromYaml, Node};
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
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = Arc::clone(decoder.source());
        let mut fields = decoder.fields(node, "对应表")?;
        let mapping = Self {
            source,
            facts_file: facts_file(&mut fields),
            encoding: fields.choice(
                "encoding",
                &[("utf_8", Encoding::Utf8), ("gb18030", Encoding::Gb18030)],
            ),
            delimiter: fields.choice(
                "delimiter",
                &[("comma", b','), ("tab", b'\t'), ("semicolon", b';')],
            ),
            evidence: fields.optional("evidence"),
            tables: fields.required::<Vec<Table>>("tables").unwrap_or_default(),
        };
        fields.finish();
        Some(mapping)
    }
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
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, "一张表")?;
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

/// One row, or the first and the last of several.
struct Rows((u32, u32));

impl FromYaml for Rows {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let rows: Vec<u32> = if node.is_list() {
            decoder.items(node)?
        } else {
            vec![u32::from_yaml(node, decoder)?]
        };
        match rows.as_slice() {
            [row] if *row > 0 => Some(Self((*row, *row))),
            [first, last] if *first > 0 && first <= last && last - first < MOST_HEAD_ROWS => {
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
struct Keys(Vec<Head>);

impl FromYaml for Keys {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let texts = one_or_more(node, decoder)?;
        let heads = texts.into_iter().map(|text| Head { texts: vec![text] });
        Some(Self(heads.collect()))
    }
}

impl FromYaml for Head {
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

impl FromYaml for Column {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, "一列")?;
        let head = fields.required("head");
        let is_named = fields.has("aspect");
        let aspect = fields.choice("aspect", &Role::WORDS);
        let period = fields.optional::<PlacedPeriod>("period");
        let as_of = fields.optional("as_of");
        let evidence = fields.optional("evidence");
        let sheet_unit = fields.optional("sheet_unit");
        let scale = scale(&mut fields);
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

fn scale(fields: &mut Fields<'_, '_, '_>) -> Option<Scale> {
    let scales = [
        ("个", Scale::One),
        (Scale::TenThousand.word(), Scale::TenThousand),
        (Scale::HundredMillion.word(), Scale::HundredMillion),
        (Scale::Trillion.word(), Scale::Trillion),
    ];
    fields.choice("scale", &scales)
}

/// Figures by id.
struct Figures(Vec<MappedFigure>);

impl FromYaml for Figures {
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
    let mut fields = decoder.fields(node, "对应表的一项数据")?;
    let row = fields.required::<Head>("row");
    let figure = MappedFigure {
        id,
        row: Vec::new(),
        name: fields.optional("name"),
        unit: fields.optional("unit"),
        coverage: fields.optional("coverage"),
        sheet_unit: fields.optional("sheet_unit"),
        scale: scale(&mut fields),
        digits: fields.optional::<Digits>("digits").map(|it| it.0),
        ranked_among: fields.optional("ranked_among"),
    };
    fields.finish();
    Some(MappedFigure {
        row: row?.texts,
        ..figure
    })
}
