//! A workspace read and made ready: everything that its letters share.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::facts::{Facts, Letter, Office, UNREAD_FACT};
use crate::lint::{LintConfig, WordList};
use crate::project::{Project, letters};
use crate::render::{Audience, Renderer};
use crate::source::Source;

/// What the letters share, and the letters.
#[derive(Debug)]
pub struct Workspace {
    /// Present if office and facts are sound enough to build letters from.
    pub shared: Option<Shared>,
    /// What can be made of office and facts in spite of errors in them, if there are some: good for
    /// reading on, so that one bad file does not hide what is wrong with the others.
    pub partial: Option<Partial>,
    /// Sound letters, in order of their ids.
    pub letters: Vec<Letter>,
    /// Ids of letters whose files have errors, in order.
    pub broken_letters: Vec<String>,
    /// Everything that was found while reading, letters included.
    pub diagnostics: Vec<Diagnostic>,
}

/// What letters share as far as it could be read.
#[derive(Debug)]
pub struct Partial {
    /// Office, facts and templates.
    pub shared: Shared,
    /// Whether the office is the workspace's; otherwise one stands in for it that has only a name.
    pub has_office: bool,
}

/// What all letters share.
#[derive(Debug)]
pub struct Shared {
    /// The office.
    pub office: Arc<Office>,
    /// Figures and measures.
    pub facts: Arc<Facts>,
    /// Templates, figures and measures, ready to render.
    pub renderer: Renderer,
    /// How letters are proofread.
    pub proofreading: LintConfig,
}

impl Workspace {
    /// Reads the texts of a project into types.
    ///
    /// An error in the office or the facts stops all letters, an error in a letter only itself.
    pub fn load(project: &Project) -> Self {
        let mut sink = Sink::new();
        let shared = Shared::load(project, &mut sink);
        let partial = match shared {
            Some(_) => None,
            None => Partial::load(project),
        };
        let own = partial.as_ref().filter(|partial| partial.has_office);
        let known = shared.as_ref().or(own.map(|partial| &partial.shared));
        let read = project.letters.par_iter().map(|file| {
            let mut own = Sink::new();
            let source = file.read(&mut own);
            let letter = source.and_then(|it| load_letter(&it, known, &mut own));
            (file.id(), own.checked(letter))
        });
        let read: Vec<_> = read.collect();
        let (mut letters, mut broken_letters) = (Vec::new(), Vec::new());
        for (id, letter) in read {
            match letter.take(&mut sink) {
                Some(letter) => letters.push(letter),
                None => broken_letters.push(id.to_owned()),
            }
        }
        let mut diagnostics = sink.into_diagnostics();
        diagnostics.retain(|found| found.rule != UNREAD_FACT);
        Self {
            shared,
            partial,
            letters,
            broken_letters,
            diagnostics,
        }
    }
}

impl Partial {
    fn load(project: &Project) -> Option<Self> {
        if let Some(shared) = Shared::load_unsound(project) {
            return Some(Self {
                shared,
                has_office: true,
            });
        }
        let stand_in = Source::new("content/office.yaml", "name: 本机关\n");
        let mut project = project.clone();
        project.office = Some(stand_in);
        Shared::load_unsound(&project).map(|shared| Self {
            shared,
            has_office: false,
        })
    }
}

impl Shared {
    /// Reads office, facts and templates; nothing if an error in them stops all letters.
    pub fn load(project: &Project, sink: &mut Sink) -> Option<Self> {
        let mut own = Sink::new();
        let office = project.office.as_ref();
        let office = office.and_then(|source| Office::from_yaml(source).take(&mut own));
        let facts = Facts::load(&project.facts).take(&mut own);
        let is_sound = !own.has_errors() && !project.diagnostics.iter().any(stops_all);
        sink.extend(project.diagnostics.iter().cloned());
        sink.extend(own.into_diagnostics());
        let shared = Self::from_parts(office?, facts?, project, sink);
        shared.filter(|_| is_sound)
    }

    /// What can be made of office, facts and templates in spite of errors in them.
    ///
    /// Good for looking and comparing; nothing may be built from it.
    pub fn load_unsound(project: &Project) -> Option<Self> {
        let mut unseen = Sink::new();
        let office = project.office.as_ref();
        let office = office.and_then(|source| Office::from_yaml(source).take(&mut unseen));
        let facts = Facts::load(&project.facts).take(&mut unseen);
        Self::from_parts(office?, facts?, project, &mut unseen)
    }

    /// The same, rendering for the public (公开本); its mistakes were reported before.
    pub fn for_public(&self, project: &Project) -> Option<Self> {
        let (office, facts) = (Arc::clone(&self.office), Arc::clone(&self.facts));
        let audience = Audience::Public;
        let parts = (Arc::clone(&facts), Arc::clone(&office));
        let renderer = Renderer::for_audience(audience, parts.0, parts.1, &project.templates);
        let renderer = renderer.value?.with_letters(project.bodies());
        Some(Self {
            office,
            facts,
            renderer,
            proofreading: self.proofreading.clone(),
        })
    }

    fn from_parts(
        office: Office,
        facts: Facts,
        project: &Project,
        sink: &mut Sink,
    ) -> Option<Self> {
        let words = project.words.as_ref();
        let words = words.map(|source| WordList::read(source, sink));
        let words = words.unwrap_or_default();
        let proofreading = LintConfig::of_office(&office.proofreading, words, sink);
        let (office, facts) = (Arc::new(office), Arc::new(facts));
        let renderer = Renderer::new(Arc::clone(&facts), Arc::clone(&office), &project.templates);
        let renderer = renderer.take(sink)?.with_letters(project.bodies());
        Some(Self {
            office,
            facts,
            renderer,
            proofreading,
        })
    }
}

/// Whether a file that could not be taken keeps every letter from being built; a letter's file stops
/// itself only.
fn stops_all(found: &Diagnostic) -> bool {
    found.severity == Severity::Error && !letters::is_of_letter(found)
}

/// Reads a letter and checks it against what letters share; nothing if it has errors.
pub fn load_letter(
    source: &Arc<Source>,
    shared: Option<&Shared>,
    sink: &mut Sink,
) -> Option<Letter> {
    let mut own = Sink::new();
    let mut letter = Letter::from_yaml(source).take(&mut own);
    if let (Some(letter), Some(shared)) = (&mut letter, shared) {
        letter.take_body(shared.renderer.letters(), &mut own);
        letter.check(&shared.office, &shared.facts, &mut own);
    }
    let is_sound = !own.has_errors();
    sink.extend(own.into_diagnostics());
    letter.filter(|_| is_sound)
}
