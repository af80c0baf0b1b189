//! What templates include: each other and nothing else, in no circle, not deep, not many times.
//!
//! Tera finds an include that leads nowhere only when it has read every template, and then says which
//! template it was, not where. So it is looked for at the tags.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::outline::{Include, MOST_TURNS, Outline};
use super::template::{Template, stem};
use super::workspace::Renderer;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Span;
use crate::text::nearest::{quoted, suggestion};

/// Templates include each other no deeper; each takes a part of the stack.
const DEEPEST: usize = 10;

impl Renderer {
    /// Reports every include that leads nowhere, back to itself, too deep, or too often.
    pub(super) fn check_includes(&mut self, sink: &mut Sink) {
        let templates: Vec<_> = self.every_template().cloned().collect();
        for template in &templates {
            let body = &template.body;
            let found = self.unknown_includes(&template.outline, |it| body.part(it.range.clone()));
            self.take_faults(&template.kind, found, sink);
        }
        self.spread_to_includers();
        for check in [Self::circle, Self::depth, Self::repeated] {
            for template in &templates {
                let is_told = self.mistake(&template.kind).is_some();
                let found = (!is_told).then(|| check(self, template)).flatten();
                self.take_faults(&template.kind, found.into_iter().collect(), sink);
                self.spread_to_includers();
            }
        }
    }

    /// What is wrong with the includes of a text that is no template; `locate` gives the place of one.
    pub(super) fn prose_includes(
        &self,
        outline: &Outline,
        locate: impl Fn(&Include) -> Span,
    ) -> Vec<Diagnostic> {
        let mut found = self.unknown_includes(outline, &locate);
        let is_sound = |it: &Include| self.mistake(&stem(&it.name)).is_none();
        if found.is_empty() && outline.includes.iter().all(is_sound) {
            let often = self.too_often(outline);
            found.extend(often.map(|it| too_many_turns(locate(it))));
        }
        found
    }

    /// The includes of a text whose templates there are not.
    fn unknown_includes(
        &self,
        outline: &Outline,
        locate: impl Fn(&Include) -> Span,
    ) -> Vec<Diagnostic> {
        let included = outline.includes.iter();
        let unknown = included.filter(|it| !self.is_includable(&it.name));
        unknown
            .map(|it| self.unknown(&it.name, locate(it)))
            .collect()
    }

    /// Whether a name is that of a template, be it one with mistakes.
    fn is_includable(&self, name: &str) -> bool {
        let kind = stem(name);
        let is_name = name.strip_suffix(".md") == Some(kind.as_str());
        is_name && (self.template_or_part(&kind).is_some() || self.mistake(&kind).is_some())
    }

    fn unknown(&self, name: &str, place: Span) -> Diagnostic {
        let names: Vec<_> = self.every_template().map(|it| it.file_name()).collect();
        let names = names.iter().map(String::as_str);
        let parts = names.clone().filter(|it| it.starts_with('_'));
        let hint = suggestion(name, names).unwrap_or_else(|| {
            let parts = quoted(parts);
            format!("只能引入 templates/ 里的文件和内置的模板，直接写文件名，例如{parts}")
        });
        let message = format!("没有“{name}”这个模板可以引入");
        Diagnostic::error("unknown-template", place, message).with_hint(hint)
    }

    /// The first include through which a template comes back to itself.
    fn circle(&self, template: &Template) -> Option<Diagnostic> {
        let own = template.file_name();
        let includes = template.outline.includes.iter();
        let (include, names) = includes
            .filter_map(|it| Some((it, self.way(&it.name, &own)?)))
            .next()?;
        let names = std::iter::once(own).chain(names).collect::<Vec<_>>();
        let message = format!("模板互相引入，没有尽头：{}", names.join(" → "));
        let place = template.body.part(include.range.clone());
        Some(
            Diagnostic::error("endless-template", place, message)
                .with_hint("请去掉其中一处 include"),
        )
    }

    /// The names by which the includes lead from `start` to `end`, both with them.
    fn way(&self, start: &str, end: &str) -> Option<Vec<String>> {
        let mut before = BTreeMap::from([(start.to_owned(), None)]);
        let mut waiting = VecDeque::from([start.to_owned()]);
        while let Some(name) = waiting.pop_front().filter(|it| it != end) {
            for included in self.included(&name) {
                if !before.contains_key(included) {
                    before.insert(included.to_owned(), Some(name.clone()));
                    waiting.push_back(included.to_owned());
                }
            }
        }
        before.get(end)?;
        let back = |name: &String| before.get(name)?.clone();
        let mut names: Vec<_> = std::iter::successors(Some(end.to_owned()), back).collect();
        names.reverse();
        Some(names)
    }

    /// The templates that one includes, and those that they include, each once.
    pub(super) fn included_in(&self, template: &Template) -> Vec<&Template> {
        let parts = |outline: &Outline| {
            let names = outline.includes.iter().map(|it| stem(&it.name));
            let parts = names.filter_map(|name| self.template_or_part(&name));
            parts.map(AsRef::as_ref).collect::<Vec<&Template>>()
        };
        let (mut known, mut found) = (BTreeSet::new(), Vec::new());
        let mut waiting = parts(&template.outline);
        while let Some(part) = waiting.pop() {
            if known.insert(part.kind.as_str()) {
                waiting.extend(parts(&part.outline));
                found.push(part);
            }
        }
        found
    }

    fn included(&self, name: &str) -> impl Iterator<Item = &str> {
        let template = self.template_or_part(&stem(name));
        let includes = template.into_iter().flat_map(|it| &it.outline.includes);
        includes.map(|it| it.name.as_str())
    }

    /// The first include of a template from which it goes down too far; no include leads back.
    fn depth(&self, template: &Template) -> Option<Diagnostic> {
        let is_deep = |include: &&Include| {
            let mut level = BTreeSet::from([include.name.as_str()]);
            for _ in 0..DEEPEST {
                level = level.into_iter().flat_map(|it| self.included(it)).collect();
            }
            !level.is_empty()
        };
        let include = template.outline.includes.iter().find(is_deep)?;
        let place = template.body.part(include.range.clone());
        let message = format!("模板一层引入一层，超过 {DEEPEST} 层");
        Some(Diagnostic::error("endless-template", place, message).with_hint("请减少引入的层数"))
    }

    fn repeated(&self, template: &Template) -> Option<Diagnostic> {
        let include = self.too_often(&template.outline)?;
        Some(too_many_turns(template.body.part(include.range.clone())))
    }

    /// The include with which the turns of all loops become too many; no include leads back.
    fn too_often<'o>(&self, outline: &'o Outline) -> Option<&'o Include> {
        let mut turns = outline.turns;
        outline.includes.iter().find(|include| {
            turns = turns.saturating_add(self.turns_of(include, &mut BTreeMap::new()));
            turns > MOST_TURNS
        })
    }

    /// How many turns an include costs; one that was looked at is known.
    fn turns_of<'r>(&'r self, include: &Include, known: &mut BTreeMap<&'r str, u64>) -> u64 {
        let Some(template) = self.template_or_part(&stem(&include.name)) else {
            return include.times;
        };
        let of_template = match known.get(template.kind.as_str()) {
            Some(turns) => *turns,
            None => {
                let mut turns = template.outline.turns;
                for inner in &template.outline.includes {
                    turns = turns.saturating_add(self.turns_of(inner, known));
                }
                known.insert(&template.kind, turns);
                turns
            }
        };
        include.times.saturating_mul(of_template.saturating_add(1))
    }
}

/// Loops that would take seconds.
pub(super) fn too_many_turns(place: Span) -> Diagnostic {
    let message = format!("循环合起来要转 {} 万次以上", MOST_TURNS / 10_000);
    Diagnostic::error("endless-template", place, message)
        .with_hint("请减少循环的次数或层数，循环里少引入别的模板")
}
