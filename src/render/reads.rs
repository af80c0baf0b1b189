//! What a letter reads (所读内容), told from its text and its template without rendering them.
//!
//! Every name that a text could print is counted, whether or not its condition holds, so that a letter
//! whose inputs are all as they were would come out as it did. What cannot be told from the text, such
//! as `say` with a computed id, counts as everything.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::input::Input;
use super::outline::outline;
use super::template::FEEDBACK_FORM;
use super::token::{Stretch, Token, TokenKind, stretches, tags};
use super::workspace::Renderer;
use crate::facts::yaml::entries;
use crate::facts::{
    AnnexContent, Aspect, FigureTable, FormPlace, HeadFormat, Letter, Office, Period,
};

/// Entries of `office.yaml` that only some letters read; every letter reads all others.
const OFFICE_ENTRIES: [&str; 15] = [
    "short_name",
    "self_name",
    "head",
    "issuer_mark",
    "terms",
    "outcome_classes",
    "class_mark",
    "units",
    "sign_offs",
    "seal",
    "contact",
    "remarks",
    "copied_to",
    "printed_by",
    "name",
];

/// The entries of `office.yaml` that [`OFFICE_ENTRIES`] does not name.
const OTHER_ENTRIES: &str = "*";

/// Entries whose prose is rendered.
const OFFICE_PROSE: [&str; 5] = [
    "remarks",
    "class_mark",
    "copied_to",
    "sign_offs",
    OTHER_ENTRIES,
];

impl Renderer {
    /// What a letter reads by itself; what that reads in turn is added by [`Inputs`].
    pub fn reads(&self, letter: &Letter) -> BTreeSet<Input> {
        let text = letter.place.source().text();
        let period = &letter.period.period;
        let mut reads: BTreeSet<_> = named(text, period).into_iter().collect();
        reads.insert(Input::Template(letter.kind.text.clone()));
        reads.extend(self.listed_in(text));
        let office_form = self.office.feedback.as_ref().map(|it| it.form);
        let place = letter.feedback.or(office_form).unwrap_or_default();
        if place != FormPlace::None {
            reads.insert(Input::Template(FEEDBACK_FORM.to_owned()));
        }
        for table in tables(letter) {
            reads.extend(table_inputs(table, period));
            for id in &table.figures {
                reads.remove(&Input::WholeFigure(id.text.clone()));
            }
        }
        if let (Some(id), Some(source)) = (&letter.body_from, &letter.body_source) {
            reads.insert(Input::Letter(id.text.clone()));
            reads.extend(named(source.text(), period));
            reads.extend(self.listed_in(source.text()));
        }
        let listed = letter.measures().into_iter();
        reads.extend(listed.map(|id| Input::Measure(id.text.clone())));
        let keys = self.office_entries_of(letter);
        reads.extend(keys.into_iter().map(|key| Input::Office(key.to_owned())));
        reads
    }

    /// Measures and figures whose ids stand as words in a text, outside of its tags.
    ///
    /// However a letter lists them, they are read; a figure in a list is read as a whole.
    fn listed_in(&self, text: &str) -> Vec<Input> {
        let literals = stretches(text).into_iter().filter_map(|it| match it {
            Stretch::Literal(range) => Some(&text[range]),
            Stretch::Tag(_) => None,
        });
        let literals = literals.collect::<Vec<_>>().join(" ");
        let words: BTreeSet<_> = literals.split(|it| !is_part_of_id(it)).collect();
        // A key of the letter's own, such as `opening:`, is no id.
        let ids = words
            .into_iter()
            .filter(|word| !is_only_key(&literals, word));
        let inputs = ids.flat_map(|id| {
            let measure = self.measure(id).map(|_| Input::Measure(id.to_owned()));
            let figure = self.facts.figure(id);
            let figure = figure.map(|_| Input::WholeFigure(id.to_owned()));
            measure.into_iter().chain(figure)
        });
        inputs.collect()
    }

    fn office_entries_of(&self, letter: &Letter) -> Vec<&'static str> {
        let template = self.template(&letter.kind.text);
        let template_seal = template.and_then(|it| it.front.seal);
        let has_head = letter.head.is_some() || template.is_some_and(|it| it.front.has_own_head);
        let of_template = template.map(|it| it.head(&self.office));
        let effective = letter.head.or(of_template).unwrap_or(HeadFormat::Letter);
        let mark = letter.issuer_mark.as_ref();
        let has_mark = mark.is_some_and(|mark| {
            mark.names.is_some() && mark.document_suffix.is_some() && mark.size.is_some()
        });
        let has_class_mark = letter.class_mark.as_ref().is_some_and(|mark| {
            let kind = &letter.kind.text;
            mark.place.is_some() && mark.text.is_some() && mark.kinds.contains_key(kind)
        });
        let has_outcome = letter.outcome.is_some();
        let entries = [
            ("name", true),
            (OTHER_ENTRIES, true),
            ("issuer_mark", !has_mark),
            ("head", !has_head),
            ("seal", letter.seal.or(template_seal).is_none()),
            ("outcome_classes", has_outcome),
            ("class_mark", !has_class_mark),
            ("remarks", letter.remarks.is_none()),
            ("sign_offs", letter.sign_offs.is_none()),
            ("copied_to", letter.copied_to.is_none()),
            (
                "printed_by",
                letter.printed_by.is_none() && effective == HeadFormat::Document,
            ),
        ];
        let read = entries.into_iter().filter(|(_, is_read)| *is_read);
        read.map(|(key, _)| key).collect()
    }
}

fn tables(letter: &Letter) -> impl Iterator<Item = &FigureTable> {
    letter
        .annexes
        .iter()
        .filter_map(|annex| match &annex.content {
            AnnexContent::Table(table) => Some(table),
            AnnexContent::Text(_) | AnnexContent::Separate => None,
        })
}

/// What a table of figures prints.
fn table_inputs(table: &FigureTable, period: &Period) -> Vec<Input> {
    let own = table.periods.iter().map(|placed| &placed.period);
    let mut periods: Vec<_> = own.collect();
    if periods.is_empty() {
        periods.push(period);
    }
    let aspects = [
        Aspect::Figure,
        Aspect::GrowthRate,
        Aspect::Name,
        Aspect::Coverage,
    ];
    let ids = table.figures.iter().map(|id| &id.text);
    let cells = ids.flat_map(|id| {
        periods
            .iter()
            .map(move |period| (id.clone(), (*period).clone()))
    });
    let inputs = cells.flat_map(|(id, period)| {
        let evidence = Input::Evidence {
            id: id.clone(),
            period: period.clone(),
        };
        let printed = aspects.map(|aspect| Input::Figure {
            aspect,
            id: id.clone(),
            period: period.clone(),
        });
        printed.into_iter().chain([evidence])
    });
    inputs.collect()
}

fn is_part_of_id(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// Whether a word stands in a text only as a key, with a colon behind it.
fn is_only_key(text: &str, word: &str) -> bool {
    let is_part = is_part_of_id;
    let whole = text.match_indices(word).filter(|(offset, _)| {
        let before = text[..*offset].chars().next_back();
        let after = text[offset + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    });
    let mut whole = whole.map(|(offset, _)| &text[offset + word.len()..]);
    whole.all(|rest| rest.starts_with(':'))
}

/// The inputs that a text names.
fn named(text: &str, period: &Period) -> Vec<Input> {
    let outline = outline(text);
    let references = outline.references.iter();
    let mut inputs: Vec<_> = references
        .filter_map(|reference| referenced(&reference.path, period))
        .collect();
    inputs.extend(outline.includes.iter().map(|include| {
        let name = include.name.as_str();
        Input::Template(name.strip_suffix(".md").unwrap_or(name).to_owned())
    }));
    for tag in tags(text) {
        inputs.extend(called(&tag, period));
        let is_hidden = tag.iter().any(|token| token.text.contains('\\'));
        let binds_period = matches!(tag.first().map(Token::word), Some("set" | "for"))
            && tag.get(1).is_some_and(|token| token.text == "period");
        if is_hidden || binds_period {
            inputs.extend([Input::AllFacts, Input::Office("units".to_owned())]);
        }
    }
    inputs
}

fn referenced(path: &[String], period: &Period) -> Option<Input> {
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    let office = |key: &str| Some(Input::Office(key.to_owned()));
    match path[..] {
        ["office", key] => office(key),
        ["contact", ..] => office("contact"),
        ["outcome_meaning"] => office("outcome_classes"),
        ["disclosure_word"] => office("terms"),
        ["terms", id] => Some(Input::Term(id.to_owned())),
        ["measure", id] => Some(Input::Measure(id.to_owned())),
        [aspect, id] => Some(Input::Figure {
            aspect: Aspect::from_name(aspect)?,
            id: id.to_owned(),
            period: period.clone(),
        }),
        _ => None,
    }
}

/// The inputs that the calls of a tag ask for.
fn called(tag: &[Token<'_>], period: &Period) -> Vec<Input> {
    let starts = tag.iter().enumerate().filter(|(index, token)| {
        let next = tag.get(index + 1).map_or("", Token::word);
        matches!(token.word(), "say" | "unit") && next == "("
    });
    let inputs = starts.map(|(index, token)| {
        let arguments = &tag[index + 2..];
        match token.word() {
            "say" => said(arguments, period),
            _ => match argument(arguments, "name") {
                Argument::Literal(name) => Input::Unit(name.to_owned()),
                _ => Input::Office("units".to_owned()),
            },
        }
    });
    inputs.collect()
}

fn said(arguments: &[Token<'_>], period: &Period) -> Input {
    let period = match argument(arguments, "period") {
        Argument::Literal(label) => Period::new(label).ok(),
        Argument::Absent => Some(period.clone()),
        Argument::Computed => None,
    };
    match (argument(arguments, "id"), period) {
        (Argument::Literal(id), Some(period)) => Input::Figure {
            aspect: Aspect::Figure,
            id: id.to_owned(),
            period,
        },
        _ => Input::AllFacts,
    }
}

/// What a call gives under a name.
enum Argument<'t> {
    Absent,
    Literal(&'t str),
    Computed,
}

fn argument<'t>(tokens: &[Token<'t>], name: &str) -> Argument<'t> {
    let end = tokens.iter().position(|token| token.word() == ")");
    let tokens = &tokens[..end.unwrap_or(tokens.len())];
    let named = tokens
        .windows(2)
        .position(|pair| pair[0].word() == name && pair[1].word() == "=");
    let Some(index) = named else {
        return Argument::Absent;
    };
    let after = tokens.get(index + 3).map_or(",", Token::word);
    match tokens.get(index + 2) {
        Some(token) if token.kind == TokenKind::Text && !token.text.is_empty() && after == "," => {
            Argument::Literal(token.text)
        }
        _ => Argument::Computed,
    }
}

/// The inputs of a workspace as they are now, each read once.
#[derive(Debug)]
pub struct Inputs<'r> {
    renderer: &'r Renderer,
    office: BTreeMap<String, String>,
    digests: Mutex<HashMap<(Input, Period), Arc<str>>>,
}

impl<'r> Inputs<'r> {
    /// The inputs that a renderer reads from.
    pub fn new(renderer: &'r Renderer) -> Self {
        Self {
            renderer,
            office: office_entries(&renderer.office),
            digests: Mutex::default(),
        }
    }

    /// A digest of an input and of everything that it reads in turn for a period.
    pub fn digest(&self, input: &Input, period: &Period) -> Arc<str> {
        let key = (input.clone(), period.clone());
        let lock = || self.digests.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(digest) = lock().get(&key) {
            return Arc::clone(digest);
        }
        let mut hasher = blake3::Hasher::new();
        for (input, value) in self.values([input], period) {
            hasher.update(format!("{input}\0{value}\0").as_bytes());
        }
        let digest: Arc<str> = hasher.finalize().to_hex().as_str().into();
        lock().insert(key, Arc::clone(&digest));
        digest
    }

    /// The values of inputs and of everything that they read in turn for a period.
    ///
    /// A long text is given as its digest, what is not there as an empty text.
    pub fn values<'i>(
        &self,
        inputs: impl IntoIterator<Item = &'i Input>,
        period: &Period,
    ) -> BTreeMap<Input, String> {
        let mut values = BTreeMap::new();
        let mut waiting: Vec<Input> = inputs.into_iter().cloned().collect();
        while let Some(input) = waiting.pop() {
            if values.contains_key(&input) {
                continue;
            }
            waiting.extend(self.read_by(&input, period));
            let value = self.value(&input);
            values.insert(input, value);
        }
        values
    }

    fn read_by(&self, input: &Input, period: &Period) -> Vec<Input> {
        match input {
            Input::Template(kind) => self
                .renderer
                .template_or_part(kind)
                .map(|template| {
                    let text = template.whole_text();
                    let mut inputs = named(&text, period);
                    inputs.extend(self.renderer.listed_in(&text));
                    inputs
                })
                .unwrap_or_default(),
            Input::Measure(id) => self
                .renderer
                .measure(id)
                .map(|prose| named(&prose.text.text, period))
                .unwrap_or_default(),
            Input::Office(key) if OFFICE_PROSE.contains(&key.as_str()) => self
                .office
                .get(key)
                .map(|text| named(text, period))
                .unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn value(&self, input: &Input) -> String {
        match input {
            Input::Template(kind) => {
                let template = self.renderer.template_or_part(kind);
                template.map_or_else(String::new, |it| digest_of(&it.whole_text()))
            }
            Input::Measure(id) => {
                let prose = self.renderer.measure(id);
                prose.map_or_else(String::new, |prose| digest_of(&prose.text.text))
            }
            Input::Letter(id) => {
                let name = format!("/{id}.yaml");
                let mut letters = self.renderer.letters().iter();
                let source = letters.find(|source| source.path().ends_with(&name));
                source.map_or_else(String::new, |source| digest_of(source.text()))
            }
            Input::Figure { aspect, id, period } => {
                let aspects = self.renderer.facts.aspects(period);
                let printed = aspects.get(*aspect, id);
                printed.map_or_else(String::new, |printed| short(&printed.text))
            }
            Input::Evidence { id, period } => self.evidence(id, period),
            Input::WholeFigure(id) => self.whole_figure(id),
            Input::Office(key) => self.office.get(key).map(|it| short(it)).unwrap_or_default(),
            Input::Term(id) => {
                let term = self.renderer.office.terms.get(id);
                term.map(|term| term.text.clone()).unwrap_or_default()
            }
            Input::Unit(name) => self.unit(name),
            Input::AllFacts => self.all_facts(),
        }
    }

    fn evidence(&self, id: &str, period: &Period) -> String {
        let figure = self.renderer.facts.figure(id);
        let evidence = figure.and_then(|figure| {
            let entry = figure.by_period.get(period);
            let own = entry.and_then(|entry| entry.evidence.as_ref());
            own.or(figure.evidence.as_ref())
        });
        evidence.map(|text| short(&text.text)).unwrap_or_default()
    }

    /// A digest of every aspect and the evidence of a figure for every period.
    fn whole_figure(&self, id: &str) -> String {
        let facts = &self.renderer.facts;
        let mut text = String::new();
        for period in facts.periods(id) {
            let aspects = facts.aspects(period);
            let printed = Aspect::ALL.into_iter().filter_map(|it| aspects.get(it, id));
            let printed: Vec<_> = printed.map(|printed| printed.text.as_str()).collect();
            let evidence = self.evidence(id, period);
            text += &format!("{period}\0{}\0{evidence}\0", printed.join("\0"));
        }
        let names = facts
            .figure(id)
            .map(|it| format!("{} {:?}", it.name.text, it.unit.as_ref().map(|it| &it.text)));
        digest_of(&(text + &names.unwrap_or_default()))
    }

    fn unit(&self, name: &str) -> String {
        let mut units = self.renderer.office.units.iter();
        let unit = units.find(|unit| unit.name.text == name);
        unit.map_or_else(String::new, |unit| {
            let names = [&unit.full_name, &unit.courtesy];
            let texts = names.map(|it| it.as_ref().map_or("", |it| it.text.as_str()));
            texts.join("、")
        })
    }

    /// A digest of every file of facts.
    fn all_facts(&self) -> String {
        let facts = &self.renderer.facts;
        let figures = facts.figures().map(|figure| figure.place.source());
        let measures = facts.measures().map(|measure| measure.place.source());
        let files: BTreeMap<_, _> = figures
            .chain(measures)
            .map(|source| (source.path(), source.text()))
            .collect();
        let texts: Vec<_> = files.into_values().collect();
        digest_of(&texts.join("\0"))
    }
}

/// The entries of `office.yaml`, those without a name of their own under one name.
fn office_entries(office: &Office) -> BTreeMap<String, String> {
    let mut by_key: BTreeMap<String, String> = BTreeMap::new();
    for (key, text) in entries(office.place.source().text()) {
        let is_named = OFFICE_ENTRIES.contains(&key);
        let key = if is_named { key } else { OTHER_ENTRIES };
        let all = by_key.entry(key.to_owned()).or_default();
        if !all.is_empty() {
            all.push('\n');
        }
        all.push_str(&text);
    }
    by_key
}

/// Longest text that is kept as it is, in bytes.
const LONGEST_VALUE: usize = 240;

fn short(text: &str) -> String {
    if text.len() > LONGEST_VALUE {
        digest_of(text)
    } else {
        text.to_owned()
    }
}

/// A digest of a text, whichever line ends it was checked out with.
pub fn digest_of(text: &str) -> String {
    let hash = blake3::hash(text.replace("\r\n", "\n").as_bytes());
    format!("#{}", &hash.to_hex()[..32])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(text: &str) -> Vec<String> {
        let period = Period::new("2021年").expect("a label");
        let inputs = named(text, &period).into_iter();
        inputs.map(|input| input.to_string()).collect()
    }

    #[test]
    fn names_in_tags_are_read() {
        assert_eq!(
            inputs("{{ figure.a }}{% if growth.b %}{{ terms.c }}{% endif %}{{ contact.name }}"),
            [
                "figure.a@2021年",
                "growth.b@2021年",
                "terms.c",
                "office.contact"
            ]
        );
        assert_eq!(inputs("{% include \"tail.md\" %}"), ["template.tail"]);
    }

    #[test]
    fn calls_with_literal_arguments_read_one_figure() {
        assert_eq!(
            inputs("{{ say(id=\"a\", period=\"2020年\") }}{{ say(digits=1, id='b') }}"),
            ["figure.a@2020年", "figure.b@2021年"]
        );
        assert_eq!(inputs("{{ unit(name=\"省法院\") }}"), ["units.省法院"]);
    }

    #[test]
    fn calls_with_computed_arguments_read_everything() {
        for text in [
            "{{ say(id=x) }}",
            "{{ say(id=\"a\" ~ x) }}",
            "{{ say(id=\"a\", period=p) }}",
            "{{ say(id=\\\"a\\\") }}",
            "{{ say(id=''a'') }}",
            "{% set period = x %}",
        ] {
            let inputs = inputs(text);
            assert!(
                inputs.iter().any(|it| it == "facts.*"),
                "{text}: {inputs:?}"
            );
        }
    }

    #[test]
    fn a_key_is_no_measure() {
        assert!(is_only_key("opening: 甲\n", "opening"));
        assert!(!is_only_key(
            "measures: [opening]\nopening: 甲\n",
            "opening"
        ));
        assert!(is_only_key("reopening: x", "opening"));
    }
}
