//! Templates as they are read: what is wrong with each, whose letters that stops, and what Tera is given.

use std::sync::Arc;

use super::Renderer;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::render::failure;
use crate::render::inheritance::{self, Read};
use crate::render::names::Scope;
use crate::render::outline::outline;
use crate::render::template::{FEEDBACK_FORM, Template, stem};
use crate::source::{Source, Span};

impl Renderer {
    pub(super) fn read_templates(&mut self, sources: &[Arc<Source>], sink: &mut Sink) {
        let mut read = Read::default();
        for source in sources {
            let mut own = Sink::new();
            let template = Template::from_source(source, &mut own);
            let kind = stem(source.path());
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
            let is_form = template.kind == FEEDBACK_FORM;
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
    pub(in crate::render) fn take_faults(
        &mut self,
        kind: &str,
        found: Vec<Diagnostic>,
        sink: &mut Sink,
    ) {
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
    pub(in crate::render) fn spread_to_includers(&mut self) {
        let spread = |renderer: &Self| {
            let whole = renderer.templates.values();
            let mut whole = whole.filter(|it| renderer.mistake(&it.kind).is_none());
            whole.find_map(|template| {
                let mut included = template.outline.includes.iter();
                let mistake = included.find_map(|it| renderer.mistake(&stem(&it.name)))?;
                Some((template.kind.clone(), mistake.clone()))
            })
        };
        while let Some((kind, mistake)) = spread(self) {
            self.mistakes.insert(kind, mistake);
        }
    }

    fn template_faults(&self, template: &Template) -> Vec<Diagnostic> {
        let is_form = template.kind == FEEDBACK_FORM;
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
