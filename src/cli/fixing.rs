//! Safe fixes put into files, or shown as a difference.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Sink, apply_fixes};
use crate::error::Error;
use crate::facts::yaml::{self, Decoder, FromYaml, Node, Shape};
use crate::project::replace::{Replacement, replace};
use crate::source::{Source, Span};

/// A file with its safe fixes made.
pub(super) struct Fixed {
    source: Arc<Source>,
    text: String,
    /// How many fixes were made.
    pub(super) count: usize,
}

/// Makes the safe fixes of all files that may be changed; `on_disk` gives such a file as it stands.
///
/// A place may lie in a part of a file that is read for itself, such as the settings of a template;
/// what is written is always the whole file. A file that is not as it was checked, and a YAML file
/// that the fixes would break, is left as it is.
pub(super) fn fixed(
    findings: &[Diagnostic],
    on_disk: &dyn Fn(&Source) -> Option<Arc<Source>>,
) -> Vec<Fixed> {
    let fixes = findings.iter().filter_map(|it| it.fix.as_ref());
    let edits = fixes.filter(|fix| fix.is_safe).flat_map(|fix| &fix.edits);
    let mut by_path: BTreeMap<&str, Vec<&Span>> = BTreeMap::new();
    for edit in edits {
        let path = edit.span.source().path();
        by_path.entry(path).or_default().push(&edit.span);
    }
    let fixed = by_path.into_values().filter_map(|spans| {
        let source = on_disk(spans[0].source())?;
        let stands = |span: &&Span| source.text().get(span.range()) == Some(span.text());
        let is_as_checked = spans.iter().all(stands);
        let (text, count) = apply_fixes(&source, findings);
        is_as_checked.then_some(Fixed {
            source,
            text,
            count,
        })
    });
    fixed
        .filter(|fixed| fixed.count > 0 && fixed.is_sound())
        .collect()
}

impl Fixed {
    /// Whether a YAML file is still one.
    fn is_sound(&self) -> bool {
        let path = self.source.path();
        if !path.ends_with(".yaml") {
            return true;
        }
        let mut sink = Sink::new();
        let read: Option<AnyYaml> = yaml::from_yaml(&Source::new(path, &*self.text), &mut sink);
        read.is_some() && !sink.has_errors()
    }

    /// The changes as a unified difference.
    pub(super) fn difference(&self) -> String {
        difference(self.source.path(), self.source.text(), &self.text)
    }

    /// Writes the file whole or not at all and keeps its permissions.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written, [`Error::Changed`] if it is not as it was read; it
    /// then stays as it is.
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        replace(&[Replacement {
            path: path.to_owned(),
            old: Some(self.source.file_with(self.source.text())),
            new: self.source.file_with(&self.text),
        }])
    }

    /// The path that messages show.
    pub(super) fn shown(&self) -> PathBuf {
        PathBuf::from(self.source.path())
    }
}

/// What became of a text, as a unified difference.
pub(super) fn difference(path: &str, old: &str, new: &str) -> String {
    let difference = TextDiff::from_lines(old, new);
    let mut unified = difference.unified_diff();
    let unified = unified.context_radius(1).header(path, path);
    unified.to_string().trim_end().to_owned()
}

/// Whatever a YAML file holds, as long as it is YAML.
struct AnyYaml;

impl FromYaml for AnyYaml {
    fn shape() -> Shape {
        Shape::Any
    }

    fn from_yaml(_: &Node, _: &mut Decoder<'_>) -> Option<Self> {
        Some(Self)
    }
}
