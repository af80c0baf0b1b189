//! From files to facts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Facts;
use super::derive;
use super::figure::{Disclosure, Figure};
use super::figure_values::{self, Defaults};
use super::keys;
use super::measure::Measure;
use super::unread;
use super::yaml::values::check_id;
use super::yaml::{self, Decoder, Fields, FromYaml, Node, Shape};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::source::{PlacedText, Source, Span};

impl Facts {
    /// Reads and merges the files of `content/facts/`, and checks that they agree.
    ///
    /// A mistake hides neither the other figures of its file nor the other files.
    ///
    /// # Errors
    /// Everything that is wrong with the YAML; `duplicate-id`; `unknown-figure`, `circular-figure`,
    /// `mixed-units`, `derived-mismatch` and `growth-mismatch`.
    pub fn load(sources: &[Arc<Source>]) -> Checked<Self> {
        let files: Vec<Checked<FactsFile>> = sources.par_iter().map(read).collect();
        let mut sink = Sink::new();
        let mut figures = BTreeMap::new();
        let mut measures = BTreeMap::new();
        let mut unread = BTreeSet::new();
        for (file, source) in files.into_iter().zip(sources) {
            let is_read = file.value.is_some();
            unread.extend(unread::ids(source, &file.diagnostics, is_read));
            let Some(file) = file.take(&mut sink) else {
                continue;
            };
            for figure in file.figures {
                let (id, place) = (figure.id.clone(), figure.place.clone());
                merge(
                    &mut figures,
                    ("数据", &id, &place),
                    figure,
                    |it| &it.place,
                    &mut sink,
                );
            }
            for measure in file.measures {
                let (id, place) = (measure.id.clone(), measure.place.clone());
                merge(
                    &mut measures,
                    ("举措", &id, &place),
                    measure,
                    |it| &it.place,
                    &mut sink,
                );
            }
        }
        let values = derive::values(&figures, &unread, &mut sink);
        derive::check_growth(&figures, &values, &mut sink);
        let facts = Self {
            figures,
            measures,
            values,
            unread,
            ..Self::default()
        };
        sink.checked(Some(facts))
    }
}

fn read(source: &Arc<Source>) -> Checked<FactsFile> {
    let mut sink = Sink::new();
    let file = yaml::from_yaml(source, &mut sink);
    sink.checked(file)
}

fn merge<T>(
    known: &mut BTreeMap<String, T>,
    (kind, id, place): (&str, &str, &Span),
    value: T,
    place_of: impl Fn(&T) -> &Span,
    sink: &mut Sink,
) {
    match known.get(id) {
        Some(first) => {
            let message = format!("{kind}“{id}”在两个文件里都有");
            sink.push(
                Diagnostic::error("duplicate-id", place.clone(), message)
                    .with_label(place_of(first).clone(), "第一次在这里")
                    .with_hint("只留一个，或者给其中一个换代号"),
            );
        }
        None => {
            known.insert(id.to_owned(), value);
        }
    }
}

/// What one file says.
struct FactsFile {
    figures: Vec<Figure>,
    measures: Vec<Measure>,
}

impl FromYaml for FactsFile {
    fn shape() -> Shape {
        Shape::Mapping(&keys::FACTS)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::FACTS)?;
        let defaults = Defaults {
            evidence: fields.optional("evidence"),
            coverage: fields.optional("coverage"),
            disclosure: fields.optional("disclosure").unwrap_or_default(),
        };
        let figures = by_id(&mut fields, "figures", |id, node, decoder| {
            figure_values::figure(id, node, &defaults, decoder)
        });
        let measures = by_id(&mut fields, "measures", |id, node, decoder| {
            measure(id, node, defaults.disclosure, decoder)
        });
        fields.finish();
        Some(Self { figures, measures })
    }
}

fn by_id<T>(
    fields: &mut Fields<'_, '_, '_>,
    key: &'static str,
    read: impl Fn(&PlacedText, &Node, &mut Decoder<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.node(key) else {
        return Vec::new();
    };
    let decoder = fields.decoder();
    let entries = decoder.entries(node).unwrap_or_default();
    let mut values = Vec::with_capacity(entries.len());
    for (id, node) in entries {
        let is_id = check_id(&id, decoder);
        let value = read(&id, node, decoder);
        values.extend(value.filter(|_| is_id));
    }
    values
}

fn measure(
    id: &PlacedText,
    node: &Node,
    disclosure: Disclosure,
    decoder: &mut Decoder<'_>,
) -> Option<Measure> {
    let mut fields = decoder.fields(node, &keys::MEASURE)?;
    let units = fields.list("units");
    let own_disclosure = fields.optional("disclosure");
    let text = fields.required("text");
    let public_text = fields.optional("public_text");
    fields.finish();
    Some(Measure {
        id: id.text.clone(),
        place: id.place.clone(),
        units,
        disclosure: own_disclosure.unwrap_or(disclosure),
        text: text?,
        public_text,
    })
}
