//! What the letters of a workspace share: templates, the prose of measures, and Tera itself.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use tera::{Context, Tera};

use super::audience::{self, Audience};
use super::bounded::BoundedText;
use super::context::{self, PeriodContext};
use super::failure::{self, Explanation};
use super::functions;
use super::inheritance::{self, Read};
use super::markup;
use super::names::{NameCheck, Scope};
use super::outline::{Include, Outline, outline};
use super::prose::{self, EscapedProse};
use super::template::Template;
use crate::diagnostic::{Checked, Diagnostic, Severity, Sink, has_errors};
use crate::facts::{Aspect, BodySources, ByPeriod, Facts, NoBodies, Office, Period};
use crate::source::{PlacedText, Source, Span};

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

/// A prose text made ready once.
#[derive(Debug)]
pub(super) struct Prose {
    pub(super) text: PlacedText,
    escaped: EscapedProse,
    outline: Outline,
    /// Whether it may be rendered.
    is_sound: bool,
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
        let name = super::template::FEEDBACK_FORM;
        let form = self.templates.get(name);
        form.filter(|_| self.mistake(name).is_none())
    }

    /// What keeps letters of a kind from being built: the first mistake of its template, or of one that
    /// it includes or is based on.
    pub(super) fn mistake(&self, kind: &str) -> Option<&Diagnostic> {
        self.mistakes.get(kind)
    }

    fn read_templates(&mut self, sources: &[Arc<Source>], sink: &mut Sink) {
        let mut read = Read::default();
        for source in sources {
            let mut own = Sink::new();
            let template = Template::from_source(source, &mut own);
            let kind = super::template::stem(source.path());
            self.take_faults(&kind, own.into_diagnostics(), sink);
            read.entry(kind).or_default().push(template);
        }
        for (kind, versions) in &read {
            let mut own = Sink::new();
            let resolved = inheritance::resolve(kind, versions.len(), &read, &mut own);
            if let Some(template) = resolved {
                own.extend(self.template_faults(&template));
                self.templates.insert(kind.clone(), Arc::new(template));
            }
            self.take_faults(kind, own.into_diagnostics(), sink);
        }
        self.spread_to_heirs(&read);
        self.spread_to_includers();
        self.check_includes(sink);
        self.check_fronts(sink);
        self.add_to_tera(sink);
    }

    /// Looks at the front matter of every kind, used by a letter or not, when all templates are known.
    fn check_fronts(&mut self, sink: &mut Sink) {
        let faults = self.templates.values().map(|template| {
            let is_form = template.kind == super::template::FEEDBACK_FORM;
            let scope = if is_form { Scope::Form } else { Scope::Letter };
            let texts = template.front.texts();
            let faults = texts.flat_map(|it| self.faults(it, &outline(&it.text), scope));
            (template.kind.clone(), faults.collect())
        });
        for (kind, faults) in faults.collect::<Vec<_>>() {
            self.take_faults(&kind, faults, sink);
        }
    }

    /// Takes what is wrong with a template; its first error keeps letters from being built.
    pub(super) fn take_faults(&mut self, kind: &str, found: Vec<Diagnostic>, sink: &mut Sink) {
        let mistake = found.iter().find(|it| it.severity == Severity::Error);
        if let Some(mistake) = mistake.filter(|_| self.mistake(kind).is_none()) {
            self.mistakes.insert(kind.to_owned(), mistake.clone());
        }
        sink.extend(found);
    }

    /// A kind that cannot be made because its base has a mistake has that mistake.
    fn spread_to_heirs(&mut self, read: &Read) {
        for kind in read.keys().filter(|it| !self.templates.contains_key(*it)) {
            let bases = inheritance::bases(kind, read);
            let mistake = bases.into_iter().find_map(|base| self.mistake(base));
            if let Some(mistake) = mistake.cloned() {
                self.mistakes.entry(kind.clone()).or_insert(mistake);
            }
        }
    }

    /// A template that includes one with a mistake has that mistake.
    pub(super) fn spread_to_includers(&mut self) {
        let spread = |renderer: &Self| {
            let whole = renderer.templates.values();
            let mut whole = whole.filter(|it| renderer.mistake(&it.kind).is_none());
            whole.find_map(|template| {
                let mut included = template.outline.includes.iter();
                let mistake =
                    included.find_map(|it| renderer.mistake(&super::template::stem(&it.name)))?;
                Some((template.kind.clone(), mistake.clone()))
            })
        };
        while let Some((kind, mistake)) = spread(self) {
            self.mistakes.insert(kind, mistake);
        }
    }

    /// The office's class rules must name kinds that there are.
    fn check_class_rules(&self, sink: &mut Sink) {
        let rules = self.office.class_mark.as_ref().map(|mark| &mark.kinds);
        for kind in rules.into_iter().flat_map(BTreeMap::keys) {
            if self.template(kind).is_some() {
                continue;
            }
            let message = format!("class_mark.kinds 里的“{kind}”不是一种模板");
            let hint = crate::text::nearest::suggestion(kind, self.kinds())
                .unwrap_or_else(|| "请改成模板的名字".to_owned());
            let place = self.office.place.clone();
            sink.push(Diagnostic::error("unknown-kind", place, message).with_hint(hint));
        }
    }

    fn template_faults(&self, template: &Template) -> Vec<Diagnostic> {
        let is_form = template.kind == super::template::FEEDBACK_FORM;
        let check = self.name_check(if is_form { Scope::Form } else { Scope::Body });
        let body = &template.body;
        let mut faults = check.diagnostics(&template.outline, |range| body.part(range));
        faults.extend(forged_origin(body));
        faults
    }

    /// Gives Tera the bodies under their files' names; one that includes another comes after it. Those
    /// that Tera has no stack for were refused.
    fn add_to_tera(&mut self, sink: &mut Sink) {
        let readable = self.templates.values();
        let readable = readable.filter(|it| !it.outline.is_too_deep());
        let mut waiting: Vec<_> = readable.cloned().collect();
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut failures = Vec::new();
            for template in std::mem::take(&mut waiting) {
                let (name, body) = (template.file_name(), template.body.text());
                if let Err(error) = self.tera.add_raw_template(&name, body) {
                    failures.push((template, error));
                }
            }
            if failures.len() == before {
                return self.refuse_all(&failures, sink);
            }
            waiting.extend(failures.into_iter().map(|(template, _)| template));
        }
    }

    /// Tells what Tera does not take, first what lies in a template itself; one that was told to have a
    /// mistake, or that fails only with one that it includes, is not told again.
    fn refuse_all(&mut self, failures: &[(Arc<Template>, tera::Error)], sink: &mut Sink) {
        let names: Vec<_> = failures.iter().map(|(it, _)| it.file_name()).collect();
        let includes_another = |template: &Template| {
            let mut included = template.outline.includes.iter();
            included.any(|it| it.name != template.file_name() && names.contains(&it.name))
        };
        let (others, own): (Vec<_>, Vec<_>) = failures
            .iter()
            .partition(|(template, _)| includes_another(template));
        for (template, error) in own.into_iter().chain(others) {
            if self.mistake(&template.kind).is_none() {
                let fault = failure::load(error, &template.body);
                self.take_faults(&template.kind, vec![fault], sink);
                self.spread_to_includers();
            }
        }
    }

    fn read_measures(&mut self, sink: &mut Sink) {
        let facts = Arc::clone(&self.facts);
        for measure in facts.measures() {
            let own = self.prose(&measure.text, Scope::Measure, sink);
            let public = measure.public_text.as_ref();
            let public = public.map(|text| self.prose(text, Scope::Measure, sink));
            let prose = match self.audience {
                Audience::Addressee => Some(own),
                Audience::Public => public.or_else(|| measure.text_for_public().map(|_| own)),
            };
            self.measures
                .extend(prose.map(|prose| (measure.id.clone(), prose)));
        }
    }

    /// What is printed in the place of a figure that the audience may not read.
    pub fn withheld(&self, id: &str, aspect: Aspect) -> Option<String> {
        audience::withheld(self.audience, &self.facts, &self.office, id, aspect)
    }

    fn name_check(&self, scope: Scope) -> NameCheck<'_> {
        NameCheck {
            scope,
            facts: &self.facts,
            office: &self.office,
        }
    }

    /// Makes a prose text ready and reports what its names and its marks show.
    pub(super) fn prose(&self, text: &PlacedText, scope: Scope, sink: &mut Sink) -> Prose {
        let mut prose = self.checked(text, scope, sink);
        let marks = markup::faults(text);
        prose.is_sound &= marks.is_empty();
        sink.extend(marks);
        prose
    }

    fn checked(&self, text: &PlacedText, scope: Scope, sink: &mut Sink) -> Prose {
        let outline = outline(&text.text);
        let faults = self.faults(text, &outline, scope);
        let includes_mistake =
            |it: &Include| self.mistake(&super::template::stem(&it.name)).is_some();
        let is_sound = !has_errors(&faults) && !outline.includes.iter().any(includes_mistake);
        sink.extend(faults);
        Prose {
            text: text.clone(),
            escaped: EscapedProse::new(&text.text),
            outline,
            is_sound,
        }
    }

    /// What is wrong with the names and includes of a text.
    fn faults(&self, text: &PlacedText, outline: &Outline, scope: Scope) -> Vec<Diagnostic> {
        let check = self.name_check(scope);
        let places = text.places();
        let mut faults = check.diagnostics(outline, |range| places.locate(range));
        faults.extend(self.prose_includes(outline, |it| places.locate(it.range.clone())));
        faults
    }

    /// Makes Markdown of a letter ready, its headings and tables kept.
    pub(super) fn markdown(&self, text: &PlacedText, sink: &mut Sink) -> Prose {
        Prose {
            escaped: EscapedProse::with_markup(&text.text),
            ..self.checked(text, Scope::Letter, sink)
        }
    }

    /// A measure's prose; nothing if there is no such measure.
    pub(super) fn measure(&self, id: &str) -> Option<&Prose> {
        self.measures.get(id)
    }

    /// What all letters of a period see.
    pub(super) fn period(&self, period: &Period) -> Arc<PeriodContext> {
        self.periods.get_or_make(period, || {
            let aspects = self.facts.aspects(period);
            let context = context::figures(&aspects, |id, aspect| self.withheld(id, aspect));
            PeriodContext { aspects, context }
        })
    }

    /// Renders prose to paragraphs of Markdown.
    ///
    /// Nothing after an error, which goes to `sink`, and nothing for prose whose mistakes were
    /// reported when it was read.
    pub(super) fn render_prose(
        &self,
        prose: &Prose,
        scene: &Scene<'_>,
        context: &Context,
        sink: &mut Sink,
    ) -> Option<Vec<String>> {
        if !prose.is_sound {
            return None;
        }
        // Many a line of an office is a name: without a tag there is nothing to compile.
        if !prose.escaped.text.contains('{') {
            return Some(prose::paragraphs(&prose.escaped.text));
        }
        let mut text = BoundedText::default();
        let rendered = self
            .tera
            .render_str_to(&prose.escaped.text, context, true, &mut text);
        if let Err(error) = rendered {
            let printed = (prose.escaped.text.as_str(), text.written());
            let explanation = self.explanation(scene, &prose.outline, &prose.text.place, printed);
            let original = |range: Range<usize>| prose.escaped.original(range);
            sink.push(explanation.diagnostic(&error, original, |range| prose.text.locate(range)));
            return None;
        }
        Some(prose::paragraphs(&text.into_string()))
    }

    /// Renders a template's body to Markdown.
    pub(super) fn render_body(
        &self,
        template: &Template,
        scene: &Scene<'_>,
        context: &Context,
        sink: &mut Sink,
    ) -> Option<String> {
        let mut text = BoundedText::default();
        let name = template.file_name();
        if let Err(error) = self.tera.render_to(&name, context, &mut text) {
            let written = text.written();
            let named = self.failed_in(&error).map(AsRef::as_ref);
            let template = named.unwrap_or_else(|| self.printed_last(template, &written));
            let printed = (template.body.text(), written);
            let explanation = self.explanation(scene, &template.outline, &template.body, printed);
            let body = &template.body;
            sink.push(explanation.diagnostic(&error, |range| range, |range| body.part(range)));
            return None;
        }
        Some(text.into_string())
    }

    /// The template that an error arose in, which may be an included one.
    fn failed_in(&self, error: &tera::Error) -> Option<&Arc<Template>> {
        let name = failure::file_name(error)?;
        self.templates.get(name.strip_suffix(".md")?)
    }

    /// Which of a template and those that it includes would have printed next after `printed`: Tera does
    /// not name the one whose print was refused.
    fn printed_last<'t>(&'t self, template: &'t Template, printed: &str) -> &'t Template {
        // Of templates that agree alike the last one wins, so this one stands last.
        let candidates = self.included_in(template).into_iter().chain([template]);
        let last = candidates.max_by_key(|it| failure::agreement(it.body.text(), printed));
        last.unwrap_or(template)
    }

    fn explanation<'a>(
        &'a self,
        scene: &'a Scene<'_>,
        outline: &'a Outline,
        whole: &'a Span,
        printed: (&'a str, String),
    ) -> Explanation<'a> {
        Explanation {
            facts: &self.facts,
            aspects: &scene.period.aspects,
            references: &outline.references,
            whole,
            letter: scene.letter,
            printed,
        }
    }
}

/// Which letter is rendered, for which period.
pub(super) struct Scene<'a> {
    pub(super) letter: &'a str,
    pub(super) period: &'a PeriodContext,
}

/// A literal link to a fact would print what is typed with an origin that it does not have.
fn forged_origin(body: &Span) -> Option<Diagnostic> {
    let marks = ["](fact:", "](measure:", "](origin:"];
    let offset = marks.iter().find_map(|mark| body.text().find(mark))?;
    let message = "模板里手写了数据出处的链接";
    Some(
        Diagnostic::error("forged-origin", body.part(offset..offset + 2), message)
            .with_hint("请用 {{ figure.编号 }} 打印数据，出处会自动带上"),
    )
}
