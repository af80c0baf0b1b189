//! Internal facts (内部数据、内部举措) of a public copy: what was withheld, and what cannot be.

use super::{Removal, RemovalPlace};
use crate::diagnostic::Diagnostic;
use crate::document::{Block, Document, Inline};
use crate::facts::{Aspect, Disclosure, Facts, Letter};
use crate::origin::{FigureOrigin, Origin};
use crate::render::{Rendered, Renderer};

/// What the renderer withheld from the public, and where a sentence cannot do without it.
pub fn internal_facts(
    renderer: &Renderer,
    letter: &Letter,
    (rendered, document): (&Rendered, &Document),
) -> (Vec<Removal>, Vec<Diagnostic>) {
    let facts = renderer.facts();
    let printed = rendered.origins.values().map(AsRef::as_ref);
    let mut figures: Vec<_> = printed.filter_map(|it| internal(facts, it)).collect();
    figures.sort_by_key(|it| (&it.id, &it.period, &it.aspect));
    let mut removals: Vec<_> = figures
        .iter()
        .map(|it| figure(renderer, letter, it))
        .collect();
    removals.extend(measures(facts, letter));
    let in_titles = titles(rendered, document);
    let in_titles = in_titles.iter().filter_map(|it| internal(facts, it));
    let mut faults: Vec<_> = in_titles.map(|it| in_title(facts, letter, it)).collect();
    let counted = figures.iter().filter(|it| is_counted(it));
    faults.extend(counted.map(|it| in_count(renderer, letter, it)));
    (removals, faults)
}

fn internal<'o>(facts: &Facts, origin: &'o Origin) -> Option<&'o FigureOrigin> {
    match origin {
        Origin::Figure(figure) if facts.is_internal_figure(&figure.id) => {
            let aspect = Aspect::from_name(&figure.aspect);
            let is_told = matches!(
                aspect,
                Some(Aspect::Name | Aspect::Unit | Aspect::Coverage | Aspect::AsOf)
            );
            (!is_told).then_some(figure)
        }
        _ => None,
    }
}

/// Lists and counts that a sentence is built around.
fn is_counted(figure: &FigureOrigin) -> bool {
    let aspect = Aspect::from_name(&figure.aspect);
    matches!(
        aspect,
        Some(Aspect::List | Aspect::Numeral | Aspect::Count | Aspect::Ordinal)
    )
}

fn name<'f>(facts: &'f Facts, figure: &'f FigureOrigin) -> &'f str {
    let known = facts.figure(&figure.id);
    known.map_or(figure.id.as_str(), |it| it.name.as_str())
}

fn place(letter: &Letter, figure: &FigureOrigin) -> crate::source::Span {
    let place = figure.place.clone();
    place.unwrap_or_else(|| letter.place.clone())
}

fn figure(renderer: &Renderer, letter: &Letter, figure: &FigureOrigin) -> Removal {
    let facts = renderer.facts();
    let period = &figure.period;
    let aspect = Aspect::from_name(&figure.aspect);
    let printed = crate::facts::Period::new(period).ok().and_then(|period| {
        let aspects = facts.aspects(&period);
        Some(aspects.get(aspect?, &figure.id)?.text.clone())
    });
    Removal {
        what: "内部数据".to_owned(),
        text: format!(
            "{} {period} {}",
            name(facts, figure),
            printed.unwrap_or_default()
        ),
        replacement: aspect
            .and_then(|aspect| renderer.withheld(&figure.id, aspect))
            .unwrap_or_default(),
        place: RemovalPlace::Written(place(letter, figure)),
    }
}

/// Internal measures, which are left out, and those that have a text for the public.
fn measures(facts: &Facts, letter: &Letter) -> Vec<Removal> {
    let named = letter.measures().into_iter();
    let measures = named.filter_map(|id| facts.measure(&id.text));
    let withheld =
        measures.filter(|it| it.disclosure == Disclosure::Internal || it.public_text.is_some());
    let removals = withheld.map(|measure| Removal {
        what: "举措".to_owned(),
        text: measure.id.clone(),
        replacement: measure
            .public_text
            .as_ref()
            .map_or_else(String::new, |_| "它的 public_text".to_owned()),
        place: RemovalPlace::Written(measure.text.place.clone()),
    });
    let mut removals: Vec<Removal> = removals.collect();
    let mut seen = std::collections::BTreeSet::new();
    removals.retain(|it| seen.insert(it.text.clone()));
    removals
}

/// What the titles and headings of a letter print.
fn titles(rendered: &Rendered, document: &Document) -> Vec<Origin> {
    let titles = rendered.title.iter();
    let titles = titles.chain(rendered.annexes.iter().map(|annex| &annex.title));
    let mut origins: Vec<Origin> = titles
        .flat_map(|title| rendered.origins_in(&title.markdown))
        .cloned()
        .collect();
    let bodies = std::iter::once(&document.main_part.body);
    let bodies = bodies.chain(document.main_part.annexes.iter().map(|it| &it.body));
    for block in bodies.flat_map(|body| &body.blocks) {
        if let Block::Heading { inlines, .. } = block {
            let own = inlines.iter().filter_map(|it| it.origin.as_deref());
            origins.extend(own.cloned());
        }
    }
    origins
}

const HINT: &str = "给这条举措写 public_text，或者给信件另写不带这项数据的标题";

fn in_title(facts: &Facts, letter: &Letter, figure: &FigureOrigin) -> Diagnostic {
    let message = format!("标题里有内部数据“{}”，公开本没法代替", name(facts, figure));
    Diagnostic::error("public-title", place(letter, figure), message).with_hint(HINT)
}

fn in_count(renderer: &Renderer, letter: &Letter, figure: &FigureOrigin) -> Diagnostic {
    let name = name(renderer.facts(), figure);
    let word = &renderer.office().public.word;
    let message = format!("内部数据“{name}”印成了项数、名单或序数，不能用“{word}”代替");
    Diagnostic::error("public-count", place(letter, figure), message)
        .with_hint("给用它的举措写 public_text（公开本里用的文字）")
}

/// Fewest digits of a value that can hardly be there by chance.
const TELLING_DIGITS: usize = 3;

/// Internal figures that somebody typed in, so that they are printed in spite of all.
pub fn typed_figures(facts: &Facts, letter: &Letter, document: &Document) -> Vec<Diagnostic> {
    let aspects = facts.aspects(&letter.period.period);
    let figures = facts
        .figures()
        .filter(|it| facts.is_internal_figure(&it.id));
    let printed = figures.filter_map(|it| Some((it, aspects.get(Aspect::Figure, &it.id)?)));
    let is_telling =
        |text: &str| text.chars().filter(char::is_ascii_digit).count() >= TELLING_DIGITS;
    let printed: Vec<_> = printed.filter(|(_, it)| is_telling(&it.text)).collect();
    let texts = super::walk::written_texts(document, without_figures);
    let found = printed.iter().flat_map(|(figure, printed)| {
        let has = |text: &&String| text.contains(&printed.text);
        texts.iter().filter(has).map(|text| {
            let (name, value) = (figure.name.as_str(), &printed.text);
            let message = format!("公开本里手写着内部数据“{name}”的数 {value}：“{text}”");
            Diagnostic::error("public-figure-left", printed.place.clone(), message)
                .with_hint("改成 {{ figure.编号 }}，或者给这条举措写 public_text")
        })
    });
    found.collect()
}

/// A paragraph with an opaque character for each figure.
fn without_figures(inlines: &[Inline]) -> String {
    let texts = inlines.iter().map(|inline| match inline.origin.as_deref() {
        Some(Origin::Figure(_)) => "\u{fffc}",
        _ => inline.text.as_str(),
    });
    texts.collect()
}
