//! What a template can see: ready strings, lists of strings, and nothing that prints as code.
//!
//! What a letter does not say is absent, so that printing it is an error and not an empty place.

use std::sync::Arc;

use tera::{Context, Map, Value};

use super::links;
use crate::facts::{Aspect, Aspects, Contact, Letter, Office, Proposal};
use crate::source::PlacedText;
use crate::text::date::chinese_date;
use crate::text::numerals::chinese_numeral;

/// The aspect maps of one period, made once and shared by all its letters.
pub(super) fn figures(aspects: &Aspects) -> Context {
    let mut context = Context::new();
    for aspect in Aspect::ALL {
        let texts = aspects.texts(aspect).iter();
        let links = texts.map(|(id, printed)| {
            let link = links::figure(&printed.text, id, aspects.period(), aspect.name());
            (id.clone().into(), Value::safe_string(&link))
        });
        context.insert_value(aspect.name(), Value::from(links.collect::<Map>()));
    }
    context
}

/// What a letter and its office say about themselves.
pub(super) fn letter(letter: &Letter, office: &Office, addressees: &[String]) -> Context {
    let mut context = Context::new();
    context.insert_value("office", office_map(office));
    context.insert_value("terms", terms(office));
    context.insert_value("proposal", proposal(&letter.proposal));
    context.insert("period", letter.period.period.as_str());
    context.insert("addressee_list", addressees);
    if !addressees.is_empty() {
        context.insert("addressees", &addressees.join("、"));
    }
    if let Some(contact) = letter.contact.as_ref().or(office.contact.as_ref()) {
        context.insert_value("contact", contact_map(contact));
    }
    if let Some(outcome) = &letter.outcome {
        context.insert("outcome", &outcome.text);
        let classes = office.outcome_classes.iter();
        let meaning = classes
            .filter(|class| class.mark.text == outcome.text)
            .find_map(|class| class.meaning.as_ref());
        meaning
            .iter()
            .for_each(|meaning| context.insert("outcome_meaning", &meaning.text));
    }
    if let Some(date) = letter.issued_on {
        context.insert("issued_on", &chinese_date(date));
    }
    if let Some(number) = &letter.document_number {
        context.insert("document_number", &number.to_string());
    }
    context
}

/// A map of the entries that are there.
fn map<'a>(entries: impl IntoIterator<Item = (&'static str, Option<&'a str>)>) -> Map {
    let present = entries.into_iter();
    present
        .filter_map(|(name, text)| Some((name.into(), Value::normal_string(text?))))
        .collect()
}

fn text(placed: &Option<PlacedText>) -> Option<&str> {
    placed.as_ref().map(|placed| placed.text.as_str())
}

fn office_map(office: &Office) -> Value {
    Value::from(map([
        ("name", Some(office.name.text.as_str())),
        ("short_name", text(&office.short_name)),
        ("self_name", text(&office.self_name)),
    ]))
}

fn contact_map(contact: &Contact) -> Value {
    Value::from(map([
        ("name", Some(contact.name.text.as_str())),
        ("phone", text(&contact.phone)),
    ]))
}

fn terms(office: &Office) -> Value {
    let terms = office.terms.iter();
    let terms = terms.map(|(id, word)| (id.clone().into(), Value::normal_string(&word.text)));
    Value::from(terms.collect::<Map>())
}

fn proposal(proposal: &Proposal) -> Value {
    let names = |texts: &[PlacedText]| -> Vec<String> {
        texts.iter().map(|placed| placed.text.clone()).collect()
    };
    let (proposers, co_handlers) = (names(&proposal.proposers), names(&proposal.co_handlers));
    let joined = |names: &[String]| (!names.is_empty()).then(|| names.join("、"));
    let term = format!("{}届", chinese_numeral(proposal.term.into()));
    let session = format!("{}次会议", chinese_numeral(proposal.session.into()));
    let (proposer_names, co_handler_names) = (joined(&proposers), joined(&co_handlers));
    let mut map = map([
        ("body", Some(proposal.body.text.as_str())),
        ("term", Some(term.as_str())),
        ("session", Some(session.as_str())),
        ("number", Some(proposal.number.text.as_str())),
        ("subject", Some(proposal.subject.text.as_str())),
        ("proposers", proposer_names.as_deref()),
        ("pronoun", pronoun(&proposers)),
        ("lead_unit", text(&proposal.lead_unit)),
        ("co_handlers", co_handler_names.as_deref()),
    ]);
    map.insert("term_number".into(), Value::from(proposal.term));
    map.insert("session_number".into(), Value::from(proposal.session));
    map.insert("proposer_count".into(), Value::from(proposers.len()));
    map.insert("proposer_list".into(), Value::from_serializable(&proposers));
    map.insert(
        "co_handler_list".into(),
        Value::from_serializable(&co_handlers),
    );
    Value::from(map)
}

/// 您 for one member or deputy, 你们 for several or for a group.
fn pronoun(proposers: &[String]) -> Option<&'static str> {
    match proposers {
        [] => None,
        [only] if is_one_person(only) => Some("您"),
        _ => Some("你们"),
    }
}

fn is_one_person(proposer: &str) -> bool {
    let is_member = proposer.ends_with("委员") || proposer.ends_with("代表");
    is_member && !proposer.contains('等') && !proposer.contains('、')
}

/// One period's context and its aspects, as the letters of the period share them.
#[derive(Debug)]
pub(super) struct PeriodContext {
    pub(super) aspects: Arc<Aspects>,
    pub(super) context: Context,
}
