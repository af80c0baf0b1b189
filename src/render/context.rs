//! What a template can see: ready strings, lists of strings, and nothing that prints as code.
//!
//! What a letter does not say is absent, so that printing it is an error and not an empty place.

use std::sync::Arc;

use tera::{Context, Map, Value};

use super::links;
use super::proposal;
use crate::facts::{Aspect, Aspects, Contact, Letter, Office, PreviousReply, Publication};
use crate::source::PlacedText;
use crate::text::date::chinese_date;

/// The aspect maps of one period, made once and shared by all its letters; `withheld` gives what
/// stands for a text that its readers may not see.
pub(super) fn figures(
    aspects: &Aspects,
    withheld: impl Fn(&str, Aspect) -> Option<String>,
) -> Context {
    let mut context = Context::new();
    for aspect in Aspect::ALL {
        let texts = aspects.texts(aspect).iter();
        let links = texts.map(|(id, printed)| {
            let other = withheld(id, aspect);
            let text = other.as_ref().unwrap_or(&printed.text);
            let link = links::figure(text, id, aspects.period(), aspect.name());
            (id.clone().into(), Value::safe_string(&link))
        });
        context.insert_value(aspect.name(), Value::from(links.collect::<Map>()));
    }
    context
}

/// What a letter and its office say about themselves; `meeting` is the session in the words that the
/// office has for it.
pub(super) fn letter(
    letter: &Letter,
    office: &Office,
    addressees: &[String],
    meeting: Option<&str>,
) -> Context {
    let mut context = Context::new();
    context.insert_value("office", office_map(letter, office));
    context.insert_value("terms", terms(office));
    let proposal = proposal::map_of(&letter.proposal, office, meeting);
    context.insert_value("proposal", proposal);
    context.insert("period", letter.period.period.as_str());
    context.insert("addressee_list", addressees);
    if !addressees.is_empty() {
        context.insert("addressees", &addressees.join("、"));
    }
    let contact = letter.contact.as_ref().or(office.contact.as_ref());
    context.insert_value("contact", contact_map(contact));
    context.insert_value("handling", handling_map(letter));
    context.insert_value(
        "previous_reply",
        previous_map(letter.previous_reply.as_ref()),
    );
    context.insert_value("points", points_map(letter));
    context.insert_value("feedback", feedback_map(office));
    outcome(letter, office, &mut context);
    disclosure(letter, office, &mut context);
    issue(letter, &mut context);
    context
}

/// Under which date and number, and by whom, the letter is issued.
fn issue(letter: &Letter, context: &mut Context) {
    if let Some(date) = letter.issued_on {
        context.insert("issued_on", &chinese_date(date));
    }
    if let Some(number) = &letter.document_number {
        context.insert("document_number", &number.to_string());
    }
    for (name, texts) in [
        ("issuers", &letter.issuers),
        ("signatories", &letter.signatories),
    ] {
        if !texts.is_empty() {
            context.insert(name, &joined(texts, "、"));
        }
    }
}

fn disclosure(letter: &Letter, office: &Office, context: &mut Context) {
    if let Some(disclosure) = letter.disclosure {
        context.insert("disclosure", disclosure.name());
        context.insert("disclosure_word", &disclosure_word(disclosure, office));
    }
}

fn outcome(letter: &Letter, office: &Office, context: &mut Context) {
    let Some(outcome) = &letter.outcome else {
        return;
    };
    context.insert("outcome", &outcome.text);
    let classes = office.classes(letter).iter();
    let meaning = classes
        .filter(|class| class.mark.text == outcome.text)
        .find_map(|class| class.meaning.as_ref());
    meaning
        .iter()
        .for_each(|meaning| context.insert("outcome_meaning", &meaning.text));
}

/// A map of the entries that are there.
pub(super) fn map<'a>(entries: impl IntoIterator<Item = (&'static str, Option<&'a str>)>) -> Map {
    let present = entries.into_iter();
    present
        .filter_map(|(name, text)| Some((name.into(), Value::normal_string(text?))))
        .collect()
}

pub(super) fn text(placed: &Option<PlacedText>) -> Option<&str> {
    placed.as_ref().map(|placed| placed.text.as_str())
}

pub(super) fn joined(texts: &[PlacedText], separator: &str) -> String {
    let texts: Vec<_> = texts.iter().map(|placed| placed.text.as_str()).collect();
    texts.join(separator)
}

fn office_map(letter: &Letter, office: &Office) -> Value {
    let copied_to = office.copied_to_of(letter);
    let copied_to = (!copied_to.is_empty()).then(|| joined(copied_to, "，"));
    Value::from(map([
        ("name", Some(office.name.text.as_str())),
        ("short_name", text(&office.short_name)),
        ("self_name", text(&office.self_name)),
        ("copied_to", copied_to.as_deref()),
    ]))
}

fn contact_map(contact: Option<&Contact>) -> Value {
    let entries = contact.into_iter().flat_map(Contact::entries);
    Value::from(map(
        entries.map(|(name, text)| (name, text.map(PlacedText::as_str)))
    ))
}

fn handling_map(letter: &Letter) -> Value {
    let handling = &letter.handling;
    let date = |date: Option<jiff::civil::Date>| date.map(chinese_date);
    let (assigned_on, due_on) = (date(handling.assigned_on), date(handling.due_on));
    let extended_to = date(handling.extended_to);
    Value::from(map([
        ("assigned_on", assigned_on.as_deref()),
        ("due_on", due_on.as_deref()),
        ("extended_to", extended_to.as_deref()),
        ("consultation", text(&handling.consultation)),
    ]))
}

fn previous_map(previous: Option<&PreviousReply>) -> Value {
    let number = previous.and_then(|it| it.document_number.as_ref());
    let number = number.map(ToString::to_string);
    let date = previous.and_then(|it| it.issued_on).map(chinese_date);
    Value::from(map([
        ("document_number", number.as_deref()),
        ("issued_on", date.as_deref()),
    ]))
}

fn points_map(letter: &Letter) -> Value {
    let Some(counts) = letter.point_counts() else {
        return Value::from(Map::new());
    };
    let [total, own, co_handled, adopted] =
        [counts.total, counts.own, counts.co_handled, counts.adopted]
            .map(|count| count.to_string());
    let rate = counts.rate();
    Value::from(map([
        ("total", Some(total.as_str())),
        ("own", Some(own.as_str())),
        ("co_handled", Some(co_handled.as_str())),
        ("adopted", Some(adopted.as_str())),
        ("rate", rate.as_deref()),
    ]))
}

fn feedback_map(office: &Office) -> Value {
    let settings = office.feedback.clone().unwrap_or_default();
    Value::from(map([
        ("name", text(&settings.name)),
        ("within", text(&settings.within)),
        ("return_to", text(&settings.return_to)),
    ]))
}

fn disclosure_word(disclosure: Publication, office: &Office) -> String {
    let id = format!("disclosure_{}", disclosure.name());
    let own = office.terms.get(&id).map(|word| word.text.clone());
    own.unwrap_or_else(|| disclosure.as_chinese().to_owned())
}

fn terms(office: &Office) -> Value {
    let terms = office.terms.iter();
    let terms = terms.map(|(id, word)| (id.clone().into(), Value::normal_string(&word.text)));
    Value::from(terms.collect::<Map>())
}

/// One period's context and its aspects, as the letters of the period share them.
#[derive(Debug)]
pub(super) struct PeriodContext {
    pub(super) aspects: Arc<Aspects>,
    pub(super) context: Context,
}
