//! What a template can see of the proposal (提案), with words that never mix 委员 and 代表.

use tera::{Map, Value};

use super::context::{joined, map, text};
use crate::facts::{Matter, Office, Proposal, Proposer};
use crate::source::PlacedText;
use crate::text::numerals::chinese_numeral;

/// The office's term that counts proposers who are not named: 张三等6位委员.
pub(super) const PROPOSER_COUNTER: &str = "proposer_counter";

/// The proposal's ready strings and lists; `meeting` is the session in the office's own words, whose
/// term `proposer_counter` counts those who are not named.
pub(super) fn map_of(proposal: &Proposal, office: &Office, meeting: Option<&str>) -> Value {
    let mut map = words(proposal);
    insert_session(&mut map, proposal, meeting);
    insert_parties(&mut map, proposal, office);
    insert_lists(&mut map, proposal);
    Value::from(map)
}

/// What the paper and those who wrote it are called, its number and its subject.
fn words(proposal: &Proposal) -> Map {
    let matter = proposal.matter;
    let quoted_subject = quoted(&proposal.subject.text);
    let merged = merged_numbers(proposal);
    map([
        ("matter", Some(matter.name())),
        ("word", Some(matter.word())),
        ("member_word", Some(matter.member_word())),
        ("proposer_word", Some(matter.proposer_word())),
        ("body", Some(proposal.body.text.as_str())),
        ("number", Some(proposal.number.text.as_str())),
        ("category", text(&proposal.category)),
        ("subject", Some(proposal.subject.text.as_str())),
        ("quoted_subject", Some(quoted_subject.as_str())),
        ("merged_numbers", merged.as_deref()),
    ])
}

/// The session, and the paper as it is named by it.
fn insert_session(entries: &mut Map, proposal: &Proposal, meeting: Option<&str>) {
    let term = format!("{}届", chinese_numeral(proposal.term.into()));
    let session = format!("{}次会议", chinese_numeral(proposal.session.into()));
    let meeting = match (&proposal.meeting, meeting) {
        (Some(own), _) => own.text.clone(),
        (None, Some(of_office)) => of_office.to_owned(),
        (None, None) => usual_meeting(proposal, &term, &session),
    };
    let reference = reference(proposal, &meeting);
    entries.extend(map([
        ("term", Some(term.as_str())),
        ("session", Some(session.as_str())),
        ("meeting", Some(meeting.as_str())),
        ("reference", Some(reference.as_str())),
    ]));
    entries.insert("term_number".into(), Value::from(proposal.term));
    entries.insert("session_number".into(), Value::from(proposal.session));
}

/// Who proposed and who handles.
fn insert_parties(entries: &mut Map, proposal: &Proposal, office: &Office) {
    let counter = office.terms.get(PROPOSER_COUNTER);
    let proposers = proposal.proposer_names(counter.map_or("名", PlacedText::as_str));
    let co_handlers = proposal.co_handlers.iter().map(|it| it.unit.clone());
    let names = |texts: &[_]| (!texts.is_empty()).then(|| joined(texts, "、"));
    let co_handlers = names(&co_handlers.collect::<Vec<_>>());
    let separate_handlers = names(&proposal.separate_handlers);
    entries.extend(map([
        ("proposers", proposers.as_deref()),
        ("pronoun", proposal.pronoun()),
        ("lead_unit", text(&proposal.lead_unit)),
        ("co_handlers", co_handlers.as_deref()),
        ("separate_handlers", separate_handlers.as_deref()),
    ]));
    let count = proposal
        .proposer_count
        .map_or(proposal.proposers.len(), |it| it as usize);
    entries.insert("proposer_count".into(), Value::from(count));
}

/// What only the feedback form prints: where the proposers work, and their telephone numbers.
pub(super) fn form_map(proposal: &Proposal) -> Value {
    let unit = of_proposers(proposal, |it| it.unit.as_ref());
    let phone = of_proposers(proposal, |it| it.phone.as_ref());
    Value::from(map([
        ("proposer_unit", unit.as_deref()),
        ("proposer_phone", phone.as_deref()),
    ]))
}

/// One proposer's own entry, or those of several with their names.
fn of_proposers(
    proposal: &Proposal,
    pick: impl Fn(&Proposer) -> Option<&PlacedText>,
) -> Option<String> {
    if let [only] = &proposal.proposers[..] {
        return pick(only).map(|text| text.text.clone());
    }
    let entries = proposal.proposers.iter();
    let entries = entries.filter_map(|it| Some(format!("{}：{}", it.name.text, pick(it)?.text)));
    let entries: Vec<_> = entries.collect();
    (!entries.is_empty()).then(|| entries.join("；"))
}

fn insert_lists(map: &mut Map, proposal: &Proposal) {
    let co_handlers = proposal.co_handlers.iter().map(|it| it.unit.text.clone());
    let separate = proposal.separate_handlers.iter().map(|it| it.text.clone());
    let lists = [
        ("proposer_list", proposal.proposer_list()),
        ("co_handler_list", co_handlers.collect()),
        ("separate_handler_list", separate.collect()),
    ];
    for (name, list) in lists {
        map.insert(name.into(), Value::from_serializable(&list));
    }
}

/// A session as most places call it; the two national bodies have forms of their own.
fn usual_meeting(proposal: &Proposal, term: &str, session: &str) -> String {
    let body = proposal.body.text.as_str();
    match (body, body.strip_suffix("人大")) {
        ("全国政协", _) => format!("政协{term}全国委员会第{session}"),
        ("全国人大", _) => format!("{term}全国人大{session}"),
        (_, Some(region)) if proposal.matter != Matter::Proposal => {
            format!("{region}{term}人大{session}")
        }
        _ => format!("{body}{term}{session}"),
    }
}

/// The proposal as titles name it: 省政协十二届五次会议第046号（经济发展类001号）提案.
fn reference(proposal: &Proposal, meeting: &str) -> String {
    let number = &proposal.number.text;
    let category = proposal.category.as_ref();
    let category = category.map_or_else(String::new, |it| format!("（{}）", it.text));
    format!("{meeting}第{number}号{category}{}", proposal.matter.word())
}

/// A title in 《》; those inside become 〈〉, GB/T 15834-2011, 4.15.3.
fn quoted(subject: &str) -> String {
    let bare = subject
        .strip_prefix('《')
        .and_then(|it| it.strip_suffix('》'));
    let bare = bare
        .filter(|it| !it.contains(['《', '》']))
        .unwrap_or(subject);
    let inner = bare.replace('《', "〈").replace('》', "〉");
    format!("《{inner}》")
}

/// 第047号、第052号.
fn merged_numbers(proposal: &Proposal) -> Option<String> {
    let numbers = proposal
        .merged_with
        .iter()
        .map(|it| format!("第{}号", it.text));
    let numbers: Vec<_> = numbers.collect();
    (!numbers.is_empty()).then(|| numbers.join("、"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn subjects_are_quoted_once() {
        assert_eq!(quoted("关于植树的提案"), "《关于植树的提案》");
        assert_eq!(quoted("《关于植树的提案》"), "《关于植树的提案》");
        assert_eq!(quoted("关于《草案》的提案"), "《关于〈草案〉的提案》");
        assert_eq!(quoted("《甲》和《乙》"), "《〈甲〉和〈乙〉》");
    }
}
