//! What the letters of a workspace share: templates, the prose of measures, and Tera itself.

mod rendering;
mod templates;
mod texts;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use tera::Tera;

use super::audience::{self, Audience};
use super::context::{self, PeriodContext};
use super::functions;
use super::prose;
use super::template::{FEEDBACK_FORM, Template};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::facts::{Aspect, BodySources, ByPeriod, Facts, NoBodies, Office, Period};
use crate::source::Source;
use crate::text::nearest;
pub(super) use rendering::Scene;
pub(super) use texts::Prose;

/// Renders the letters of one workspace.
#[derive(Debug)]
pub struct Renderer {
    pub(super) facts: Arc<Facts>,
    pub(super) office: Arc<Office>,
    templates: BTreeMap<String, Arc<Template>>,
    /// The letters' files, for those that share a body.
    letters: Arc<dyn BodySources>,
    /// The first mistake of each kind or part that has some; its letters are not built.
    mistakes: BTreeMap<String, Diagnostic>,
    measures: HashMap<String, Prose>,
    tera: Tera,
    periods: ByPeriod<PeriodContext>,
    pub(super) audience: Audience,
}

impl Renderer {
    /// Reads templates and makes the prose of measures ready.
    ///
    /// `templates` are the built-in ones first; a later file of the same name wins.
    ///
    /// # Errors
    /// Reports mistakes in templates and in measures; they stop only the letters that use them.
    pub fn new(facts: Arc<Facts>, office: Arc<Office>, templates: &[Arc<Source>]) -> Checked<Self> {
        Self::for_audience(Audience::Addressee, facts, office, templates)
    }

    /// As [`Renderer::new`], for letters that somebody else reads.
    ///
    /// # Errors
    /// Those of [`Renderer::new`].
    pub fn for_audience(
        audience: Audience,
        facts: Arc<Facts>,
        office: Arc<Office>,
        templates: &[Arc<Source>],
    ) -> Checked<Self> {
        let mut sink = Sink::new();
        let mut tera = Tera::default();
        functions::register(&mut tera, audience, &facts, &office);
        tera.autoescape_on([".md"]);
        tera.set_escape_fn(prose::escape_value);
        let mut renderer = Self {
            facts,
            office,
            templates: BTreeMap::new(),
            letters: Arc::new(NoBodies),
            mistakes: BTreeMap::new(),
            measures: HashMap::new(),
            tera,
            periods: ByPeriod::default(),
            audience,
        };
        renderer.read_templates(templates, &mut sink);
        renderer.check_class_rules(&mut sink);
        renderer.read_measures(&mut sink);
        sink.checked(Some(renderer))
    }

    /// The renderer with the files of all letters, some of which may share a body.
    pub fn with_letters(mut self, letters: Arc<dyn BodySources>) -> Self {
        self.letters = letters;
        self
    }

    /// The letters' files.
    pub fn letters(&self) -> &dyn BodySources {
        self.letters.as_ref()
    }

    /// A kind's template, or a part that templates include.
    pub(super) fn template_or_part(&self, name: &str) -> Option<&Arc<Template>> {
        self.templates.get(name)
    }

    /// The names of all kinds, in order.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        let kinds = self.templates.values().filter(|it| it.is_kind());
        kinds.map(|template| template.kind.as_str())
    }

    /// Every kind's front matter, what it inherits included, in order of their names.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.templates
            .values()
            .map(AsRef::as_ref)
            .filter(|it| it.is_kind())
    }

    /// Every template, part and form, in order of their names.
    pub(super) fn every_template(&self) -> impl Iterator<Item = &Arc<Template>> {
        self.templates.values()
    }

    /// The files of all templates and parts.
    pub fn template_files(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.templates.values().map(|template| &template.source)
    }

    /// The bodies of the parts that templates may include.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.templates.values().filter(|it| it.is_part());
        parts.map(|part| part.body.text())
    }

    /// A kind's template; nothing if there is none or it has mistakes, which were reported.
    pub(super) fn template(&self, kind: &str) -> Option<&Arc<Template>> {
        self.templates.get(kind).filter(|it| it.is_kind())
    }

    /// The template of the feedback form; nothing if it has mistakes, which were reported.
    pub(super) fn feedback_form(&self) -> Option<&Arc<Template>> {
        let name = FEEDBACK_FORM;
        let form = self.templates.get(name);
        form.filter(|_| self.mistake(name).is_none())
    }

    /// What keeps letters of a kind from being built: the first mistake of its template, or of one that
    /// it includes or is based on.
    pub(super) fn mistake(&self, kind: &str) -> Option<&Diagnostic> {
        self.mistakes.get(kind)
    }

    /// The office's class rules must name kinds that there are.
    fn check_class_rules(&self, sink: &mut Sink) {
        let rules = self.office.class_mark.as_ref().map(|mark| &mark.kinds);
        for kind in rules.into_iter().flat_map(BTreeMap::keys) {
            if self.template(kind).is_some() {
                continue;
            }
            let message = format!("class_mark.kinds 里的“{kind}”不是一种模板");
            let hint = nearest::suggestion(kind, self.kinds())
                .unwrap_or_else(|| "请改成模板的名字".to_owned());
            let place = self.office.place.clone();
            sink.push(Diagnostic::error("unknown-kind", place, message).with_hint(hint));
        }
    }

    /// What is printed in the place of a figure that the audience may not read.
    pub fn withheld(&self, id: &str, aspect: Aspect) -> Option<String> {
        audience::withheld(self.audience, &self.facts, &self.office, id, aspect)
    }

    /// What all letters of a period see.
    pub(super) fn period(&self, period: &Period) -> Arc<PeriodContext> {
        self.periods.get_or_make(period, || {
            let aspects = self.facts.aspects(period);
            let context = context::figures(&aspects, |id, aspect| self.withheld(id, aspect));
            PeriodContext { aspects, context }
        })
    }
}
