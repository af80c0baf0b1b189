//! Rendering by Tera, and what a failure of it means in the writer's own text.

use std::ops::Range;
use std::sync::Arc;

use tera::Context;

use super::{Prose, Renderer};
use crate::diagnostic::Sink;
use crate::render::bounded::BoundedText;
use crate::render::context::PeriodContext;
use crate::render::failure::{self, Explanation};
use crate::render::outline::Outline;
use crate::render::prose;
use crate::render::template::Template;
use crate::source::Span;

/// Which letter is rendered, for which period.
pub(in crate::render) struct Scene<'a> {
    pub(in crate::render) letter: &'a str,
    pub(in crate::render) period: &'a PeriodContext,
}

impl Renderer {
    /// Renders prose to paragraphs of Markdown.
    ///
    /// Nothing after an error, which goes to `sink`, and nothing for prose whose mistakes were
    /// reported when it was read.
    pub(in crate::render) fn render_prose(
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
    pub(in crate::render) fn render_body(
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
