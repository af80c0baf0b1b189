//! Mappings for imports (对应表): `content/imports/*.yaml`.

use std::path::Path;
use std::sync::Arc;

use super::Project;
use super::files::{Depth, Reader};
use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::source::Source;
use crate::text::nearest;

/// The folder of the mappings.
pub const FOLDER: &str = "content/imports";

/// The mapping for a file: by its name, else the one that is called like the file, else the only one.
///
/// Nothing if it could not be taken, which is reported.
///
/// # Errors
/// [`Error::Option`] if there is none, or several and none is meant; [`Error::Read`].
pub fn mapping(
    project: &Project,
    name: Option<&str>,
    file: &Path,
    sink: &mut Sink,
) -> Result<Option<Arc<Source>>, Error> {
    let mut own = Sink::new();
    let folder = project.root.join(FOLDER);
    let sources = Reader::new(&project.root, &mut own).folder(&folder, "yaml", Depth::One)?;
    let found: Vec<Diagnostic> = own.into_diagnostics();
    let names: Vec<&str> = sources.iter().map(|source| stem(source)).collect();
    let stem_of_file = file.file_stem().map(|it| it.to_string_lossy().into_owned());
    let wanted = match name {
        Some(name) => Some(name.strip_suffix(".yaml").unwrap_or(name)),
        None => stem_of_file.as_deref().filter(|stem| names.contains(stem)),
    };
    let source = match (wanted, sources.as_slice()) {
        (Some(wanted), _) => sources.iter().find(|source| stem(source) == wanted),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    if source.is_none() && found.is_empty() {
        return Err(Error::Option(missing(wanted, &names)));
    }
    sink.extend(found);
    Ok(source.map(Arc::clone))
}

fn stem(source: &Source) -> &str {
    let path = source.path();
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".yaml").unwrap_or(name)
}

fn missing(wanted: Option<&str>, names: &[&str]) -> String {
    match (wanted, names) {
        (_, []) => format!(
            "没有对应表\n提示：新建 {FOLDER}/名字.yaml，写统计表的哪一列、哪一行是哪项数据；写法见 README“从统计表导入”"
        ),
        (Some(wanted), _) => {
            let hint = nearest::suggestion(wanted, names.iter().copied());
            let hint =
                hint.unwrap_or_else(|| format!("有{}", nearest::quoted(names.iter().copied())));
            format!("没有对应表 {FOLDER}/{wanted}.yaml\n提示：{hint}")
        }
        (None, _) => format!(
            "有几个对应表，不知道用哪一个\n提示：用 --mapping 写明：{}",
            nearest::quoted(names.iter().copied())
        ),
    }
}
