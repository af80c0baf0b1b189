//! The inputs of a workspace as they are now: their values and digests.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::digest::digest_of;
use super::named::named;
use super::office;
use crate::facts::Period;
use crate::render::input::Input;
use crate::render::workspace::Renderer;

/// The inputs of a workspace as they are now, each read once.
#[derive(Debug)]
pub struct Inputs<'r> {
    renderer: &'r Renderer,
    office: BTreeMap<String, String>,
    closures: Mutex<HashMap<Period, HashMap<Input, Arc<Closure>>>>,
}

impl<'r> Inputs<'r> {
    /// The inputs that a renderer reads from.
    pub fn new(renderer: &'r Renderer) -> Self {
        Self {
            renderer,
            office: office::office_entries(&renderer.office),
            closures: Mutex::default(),
        }
    }

    /// An input with everything that it reads in turn for a period; found out once.
    pub fn closure(&self, input: &Input, period: &Period) -> Arc<Closure> {
        let lock = || self.closures.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().get(period).and_then(|it| it.get(input).cloned());
        if let Some(closure) = known {
            return closure;
        }
        let values = self.values_from(input, period);
        let dates = self.dates_of(&values);
        let closure = Arc::new(Closure::new(values, &dates));
        let (input, made) = (input.clone(), Arc::clone(&closure));
        lock()
            .entry(period.clone())
            .or_default()
            .insert(input, made);
        closure
    }

    /// The dates as of which figures hold: one after the date of issue keeps a letter from being built,
    /// whether or not it prints the date.
    fn dates_of(&self, values: &BTreeMap<Input, String>) -> Vec<String> {
        let figures = values.keys().filter_map(|input| match input {
            Input::Figure { id, period, .. } => Some((id, period)),
            _ => None,
        });
        let dates = figures.filter_map(|(id, period)| {
            let entry = self.renderer.facts.figure(id)?.by_period.get(period)?;
            Some(format!("{id}\0{period}\0{}", entry.as_of?))
        });
        dates.collect()
    }

    fn values_from(&self, input: &Input, period: &Period) -> BTreeMap<Input, String> {
        let mut values = BTreeMap::new();
        let mut waiting = vec![input.clone()];
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
            Input::Office(key) if office::is_prose(key) => self
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
                template.map_or_else(String::new, |it| digest_of(&it.whole_text()).to_string())
            }
            Input::Measure(id) => {
                let prose = self.renderer.measure(id);
                prose.map_or_else(String::new, |prose| digest_of(&prose.text.text).to_string())
            }
            Input::Letter(id) => {
                let source = self.renderer.letters().body(id);
                source.map_or_else(String::new, |source| digest_of(source.text()).to_string())
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
            let printed = facts.printed(id, period);
            let printed: Vec<_> = printed.values().map(|it| it.text.as_str()).collect();
            let evidence = self.evidence(id, period);
            text += &format!("{period}\0{}\0{evidence}\0", printed.join("\0"));
        }
        let names = facts
            .figure(id)
            .map(|it| format!("{} {:?}", it.name.text, it.unit.as_ref().map(|it| &it.text)));
        digest_of(&(text + &names.unwrap_or_default())).to_string()
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
        digest_of(&texts.join("\0")).to_string()
    }
}

/// An input and everything that it reads in turn for one period.
#[derive(Debug)]
pub struct Closure {
    /// A long text is given as its digest, what is not there as an empty text.
    pub values: BTreeMap<Input, String>,
    /// A digest of all values with their names, and of the dates as of which figures hold.
    pub digest: String,
}

impl Closure {
    fn new(values: BTreeMap<Input, String>, dates: &[String]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for (input, value) in &values {
            hasher.update(format!("{input}\0{value}\0").as_bytes());
        }
        for date in dates {
            hasher.update(format!("\0{date}\0").as_bytes());
        }
        let digest = hasher.finalize().to_hex().to_string();
        Self { values, digest }
    }
}

/// Longest text that is kept as it is, in bytes.
const LONGEST_VALUE: usize = 240;

fn short(text: &str) -> String {
    if text.len() > LONGEST_VALUE {
        digest_of(text).to_string()
    } else {
        text.to_owned()
    }
}
