//! What is written of a figure for each period.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::numbers::PlacedQuantity;
use super::qualifier::qualifier;
use crate::diagnostic::Diagnostic;
use crate::facts::figure::{Amount, Entry};
use crate::facts::growth::Growth;
use crate::facts::keys;
use crate::facts::period::Period;
use crate::facts::rank::Rank;
use crate::facts::yaml::{Decoder, Fields, Node};
use crate::source::{PlacedText, Span};

pub(super) fn by_period(fields: &mut Fields<'_, '_, '_>) -> Option<BTreeMap<Period, Entry>> {
    let Some(node) = fields.node("by_period") else {
        return Some(BTreeMap::new());
    };
    let decoder = fields.decoder();
    let mut entries = BTreeMap::new();
    for (label, value) in decoder.entries(node)? {
        let period = period(&label, decoder);
        let entry = entry(&label.place, value, decoder);
        if let Some((period, entry)) = period.zip(entry) {
            entries.insert(period, entry);
        }
    }
    Some(entries)
}

/// A period's label, reported if it is wrong.
pub(in crate::facts) fn period(label: &PlacedText, decoder: &mut Decoder<'_>) -> Option<Period> {
    let offender = match Period::new(&label.text) {
        Ok(period) => return Some(period),
        Err(offender) => offender,
    };
    let message = match offender {
        Some(' ' | '\t') => format!("期间“{}”里有空格", label.text),
        Some(character) => format!("期间“{}”里不能用“{character}”", label.text),
        None => "期间是空的".to_owned(),
    };
    decoder.report(
        Diagnostic::error("invalid-period", label.place.clone(), message)
            .with_hint("写成“2021年”“2021年上半年”“2021年1—6月”的样子"),
    );
    None
}

fn entry(place: &Span, node: &Node, decoder: &mut Decoder<'_>) -> Option<Entry> {
    let mut fields = decoder.fields(node, &keys::ENTRY)?;
    let quantity: Option<PlacedQuantity> = fields.optional("value");
    let qualifier = qualifier(&mut fields);
    let growth = fields.optional::<Growth>("growth");
    let rank = fields.optional::<Rank>("rank");
    let as_of = fields.optional::<Date>("as_of");
    let evidence = fields.optional("evidence");
    let has_something = ["value", "growth", "rank"]
        .iter()
        .any(|key| fields.has(key));
    if !has_something {
        let diagnostic =
            Diagnostic::error("figure-without-value", place.clone(), "这个期间没有数值")
                .with_hint("写上“value”“growth”“rank”中的至少一个；还没有数的期间整个删去");
        fields.decoder().report(diagnostic);
    }
    fields.finish();
    Some(Entry {
        place: place.clone(),
        amount: quantity.map(|quantity| Amount {
            quantity: quantity.quantity,
            qualifier,
            place: quantity.place,
        }),
        growth,
        rank,
        as_of,
        evidence,
    })
}
