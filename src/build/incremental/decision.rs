//! Whether a letter is left alone, built, or refused since somebody edited its outputs.

use super::Build;
use crate::build::Mode;
use crate::build::file_hash::hash;
use crate::build::journal::Journal;
use crate::build::manifest::LetterEntry;
use crate::build::outputs::read_if_present;
use crate::build::plan::{Plan, Standing, standing};
use crate::error::Error;
use crate::render::Digest;

/// What is to be done with a letter.
pub(super) enum Decision {
    /// Nothing: it is as it would come out; the stamp of its outputs, if they still have it.
    Keep(Option<Digest>),
    /// Nothing: these files were edited by hand.
    Refuse(Vec<String>),
    /// It is built, for these reasons.
    Build(Vec<String>),
}

impl Decision {
    fn because(reason: &str) -> Self {
        Self::Build(vec![reason.to_owned()])
    }
}

impl Build<'_> {
    /// What is to be done with a letter of which so much is `known`, and whose file has the digest `file`.
    ///
    /// # Errors
    /// [`Error::Read`] if an output cannot be read.
    pub(super) fn decision(
        &self,
        (id, known): (&str, &LetterEntry),
        file: Digest,
        plan: &Plan<'_>,
        journal: &Journal,
    ) -> Result<Decision, Error> {
        let Some(record) = &known.record else {
            return Ok(Decision::because("第一次生成，或清单里没有它的记录"));
        };
        if self.options.mode == Mode::Overwrite {
            return Ok(Decision::because("用了 --force"));
        }
        if self.is_by_another_program(id) {
            return Ok(Decision::because("程序换过"));
        }
        if !plan.is_current(record, file) {
            let mut reasons = plan.reasons(&self.manifest.inputs, record, file);
            if reasons.is_empty() {
                reasons.push("用到的数据改过，印出来的样子没有变".to_owned());
            }
            return Ok(Decision::Build(reasons));
        }
        if let Some(stamp) = self.stamps.held(&self.output, id, known) {
            return Ok(Decision::Keep(Some(stamp)));
        }
        match standing(&self.output, id, known)? {
            Standing::Intact => Ok(Decision::Keep(None)),
            Standing::Missing(names) => {
                Ok(Decision::Build(vec![format!("缺少 {}", names.join("、"))]))
            }
            Standing::Different(names) => self.different(names, journal),
        }
    }

    /// Files that are not as the manifest says, of a letter whose inputs are as they were.
    fn different(&self, names: Vec<String>, journal: &Journal) -> Result<Decision, Error> {
        let mut edited = Vec::new();
        for name in names {
            let bytes = read_if_present(&self.output.join(&name))?.unwrap_or_default();
            if !journal.knows(&name, hash(&bytes)) {
                edited.push(name);
            }
        }
        Ok(if edited.is_empty() {
            Decision::because("输出是按别的内容生成的")
        } else {
            Decision::Refuse(edited)
        })
    }

    /// Whether another program of the same version built a letter.
    pub(super) fn is_by_another_program(&self, id: &str) -> bool {
        let has_changed = !self.stamps.program.is_empty() && self.stamps.program != self.program;
        has_changed || self.stamps.by_another_program.contains(id)
    }
}
