//! A workspace on one side of a change, ready to lay its letters out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::build::letter::{LaidOut, Setting};
use crate::build::plan::{Making, Plan};
use crate::build::workspace::{Shared, load_letter};
use crate::build::{Options, fonts, page_style};
use crate::diagnostic::Sink;
use crate::error::Error;
use crate::layout::{Fonts, PageStyle};
use crate::project::Project;
use crate::source::Source;

/// A workspace before or after the change.
pub(super) struct Side {
    pub(super) shared: Shared,
    pub(super) letters: BTreeMap<String, Arc<Source>>,
    pub(super) fonts: Fonts,
    style: PageStyle,
    making: Making,
}

impl Side {
    pub(super) fn new(project: &Project, shared: Shared, options: &Options) -> Result<Self, Error> {
        let fonts = fonts(project, &shared.office, options)?.fonts;
        let style = page_style(&shared.office);
        let letters = project.letter_sources();
        let letters = letters.map(|source| (source.stem().to_owned(), source));
        Ok(Self {
            letters: letters.collect(),
            making: Making::new(&style, &fonts, project, &shared.office),
            shared,
            fonts,
            style,
        })
    }

    pub(super) fn plan(&self) -> Plan<'_> {
        Plan::new(&self.shared.renderer, &self.shared.facts, &self.making)
    }

    fn setting(&self) -> Setting<'_> {
        Setting {
            shared: &self.shared,
            style: &self.style,
            fonts: &self.fonts,
        }
    }

    /// A letter on pages; nothing if it is not there or has errors.
    pub(super) fn lay_out(&self, id: &str, sink: &mut Sink) -> Option<LaidOut> {
        let letter = load_letter(self.letters.get(id)?, Some(&self.shared), sink)?;
        let (laid_out, diagnostics) = self.setting().lay_out(&letter);
        sink.extend(diagnostics);
        laid_out
    }
}
