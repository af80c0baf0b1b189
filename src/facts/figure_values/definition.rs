//! What a figure is made of: reported values, a list, a sum or a share.

use std::collections::BTreeSet;

use super::report_conflict;
use crate::diagnostic::Diagnostic;
use crate::facts::figure::Definition;
use crate::facts::keys;
use crate::facts::yaml::{Decoder, Fields, Node};
use crate::source::PlacedText;

pub(super) fn definition(fields: &mut Fields<'_, '_, '_>) -> Option<Definition> {
    let keys = ["list", "sum_of", "share_of"];
    let written: Vec<&str> = keys.into_iter().filter(|key| fields.has(key)).collect();
    let list = fields.node("list");
    let sum_of = fields.node("sum_of");
    let share_of = fields.node("share_of");
    if written.len() > 1 {
        report_conflict(fields, &written);
        return None;
    }
    if !written.is_empty() && fields.has("by_period") && list.is_some() {
        report_conflict(fields, &["list", "by_period"]);
        return None;
    }
    if written.is_empty() && !fields.has("by_period") {
        report_no_value(fields);
        return None;
    }
    let decoder = fields.decoder();
    match (list, sum_of, share_of) {
        (Some(node), _, _) => Some(Definition::List(filled_list(node, decoder)?)),
        (_, Some(node), _) => Some(Definition::SumOf(filled_list(node, decoder)?)),
        (_, _, Some(node)) => share(node, decoder),
        _ => Some(Definition::Reported),
    }
}

fn report_no_value(fields: &mut Fields<'_, '_, '_>) {
    let place = fields.place().clone();
    let diagnostic = Diagnostic::error("figure-without-value", place, "这项数据没有数值")
        .with_hint("写上“by_period”，或者“list”“sum_of”“share_of”中的一个");
    fields.decoder().report(diagnostic);
}

fn filled_list(node: &Node, decoder: &mut Decoder<'_>) -> Option<Vec<PlacedText>> {
    let items = decoder.items::<PlacedText>(node)?;
    if items.is_empty() {
        decoder.report_empty(node);
        return None;
    }
    if let Some(twice) = repeated(&items) {
        // It would be counted, or summed up, twice.
        let message = format!("“{}”写了两次，会重复计算", twice.text);
        let diagnostic = Diagnostic::error("repeated-entry", twice.place.clone(), message);
        decoder.report(diagnostic.with_hint("删去重复的一个"));
        return None;
    }
    Some(items)
}

/// The first entry that stands in the list before.
fn repeated(items: &[PlacedText]) -> Option<&PlacedText> {
    let mut seen = BTreeSet::new();
    items.iter().find(|item| !seen.insert(item.text.as_str()))
}

fn share(node: &Node, decoder: &mut Decoder<'_>) -> Option<Definition> {
    let mut fields = decoder.fields(node, &keys::SHARE)?;
    let part = fields.required("part");
    let whole = fields.required("whole");
    fields.finish();
    Some(Definition::ShareOf {
        part: part?,
        whole: whole?,
    })
}
