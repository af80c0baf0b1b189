//! Safe fixes put into files, or shown as a difference.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Sink, apply_fixes};
use crate::error::Error;
use crate::facts::yaml::{self, Decoder, FromYaml, Node, Shape};
use crate::source::Source;

/// A file with its safe fixes made.
pub(super) struct Fixed {
    source: Arc<Source>,
    text: String,
    /// How many fixes were made.
    pub(super) count: usize,
}

/// Makes the safe fixes of all files that may be changed.
///
/// A YAML file that the fixes would break is left as it is.
pub(super) fn fixed(findings: &[Diagnostic], may_change: &dyn Fn(&Source) -> bool) -> Vec<Fixed> {
    let mut sources: BTreeMap<&str, &Arc<Source>> = BTreeMap::new();
    let fixes = findings.iter().filter_map(|it| it.fix.as_ref());
    for edit in fixes.filter(|fix| fix.is_safe).flat_map(|fix| &fix.edits) {
        sources.insert(edit.span.source().path(), edit.span.source());
    }
    let changeable = sources.into_values().filter(|source| may_change(source));
    let fixed = changeable.map(|source| {
        let (text, count) = apply_fixes(source, findings);
        Fixed {
            source: Arc::clone(source),
            text,
            count,
        }
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
        let path = self.source.path();
        let difference = TextDiff::from_lines(self.source.text(), &self.text);
        let mut unified = difference.unified_diff();
        let unified = unified.context_radius(1).header(path, path);
        unified.to_string().trim_end().to_owned()
    }

    /// Writes the file whole or not at all and keeps its permissions.
    ///
    /// # Errors
    /// [`Error::Write`] if it cannot be written; it is then as it was.
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let error = |source| Error::write(path, source);
        let real = path.canonicalize().map_err(error)?;
        let permissions = fs::metadata(&real).map_err(error)?.permissions();
        let folder = real.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(error)?;
        file.write_all(self.text.as_bytes()).map_err(error)?;
        file.as_file().set_permissions(permissions).map_err(error)?;
        file.persist(&real).map_err(|failed| error(failed.error))?;
        Ok(())
    }

    /// The path that messages show.
    pub(super) fn shown(&self) -> PathBuf {
        PathBuf::from(self.source.path())
    }
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
