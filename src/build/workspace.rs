//! A workspace read and made ready: everything that its letters share.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::{Facts, Letter, Office};
use crate::project::Project;
use crate::render::Renderer;

/// What the letters share, and the letters.
#[derive(Debug)]
pub struct Workspace {
    /// Present if office and facts are sound enough to build letters from.
    pub shared: Option<Shared>,
    /// Sound letters, in order of their ids.
    pub letters: Vec<Letter>,
    /// Ids of letters whose files have errors, in order.
    pub broken_letters: Vec<String>,
    /// Everything that was found while reading, letters included.
    pub diagnostics: Vec<Diagnostic>,
}

/// What all letters share.
#[derive(Debug)]
pub struct Shared {
    /// The office.
    pub office: Arc<Office>,
    /// Templates, figures and measures, ready to render.
    pub renderer: Renderer,
}

impl Workspace {
    /// Reads the texts of a project into types.
    ///
    /// An error in the office or the facts stops all letters, an error in a letter only itself.
    pub fn load(project: &Project) -> Self {
        let mut sink = Sink::new();
        sink.extend(project.diagnostics.iter().cloned());
        let office = project.office.as_ref();
        let office = office.and_then(|source| Office::from_yaml(source).take(&mut sink));
        let facts = Facts::load(&project.facts).take(&mut sink);
        let is_sound = !sink.has_errors();
        let shared = match (office, facts) {
            (Some(office), Some(facts)) => {
                let (office, facts) = (Arc::new(office), Arc::new(facts));
                let renderer =
                    Renderer::new(Arc::clone(&facts), Arc::clone(&office), &project.templates);
                let renderer = renderer.take(&mut sink);
                renderer.map(|renderer| (Shared { office, renderer }, facts))
            }
            _ => None,
        };
        let (mut letters, mut broken_letters) = (Vec::new(), Vec::new());
        for source in &project.letters {
            let mut own = Sink::new();
            let letter = Letter::from_yaml(source).take(&mut own);
            if let (Some(letter), Some((shared, facts))) = (&letter, &shared) {
                letter.check(&shared.office, facts, &mut own);
            }
            match letter {
                Some(letter) if !own.has_errors() => letters.push(letter),
                _ => broken_letters.push(file_stem(source.path())),
            }
            sink.extend(own.into_diagnostics());
        }
        Self {
            shared: shared.map(|(shared, _)| shared).filter(|_| is_sound),
            letters,
            broken_letters,
            diagnostics: sink.into_diagnostics(),
        }
    }
}

fn file_stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".yaml").unwrap_or(name).to_owned()
}
