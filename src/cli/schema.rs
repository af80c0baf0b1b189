//! `fuhan schema`: JSON Schemas for editors, and the reference of all YAML keys.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::args::Schema;
use super::{End, terminal};
use crate::build;
use crate::error::Error;
use crate::facts::FileKind;
use crate::project::letters::LetterFile;
use crate::project::{Project, built_in_templates};
use crate::schema::{self, EditorSettings};
use crate::source::Source;

/// VS Code's settings of a workspace.
const SETTINGS: &str = ".vscode/settings.json";

pub(super) fn run(arguments: &Schema) -> Result<End, Error> {
    if arguments.markdown {
        terminal::line(schema::reference().trim_end());
        return Ok(End::Clean);
    }
    if let Some(name) = &arguments.print {
        let kind = schema::kinds().find(|kind| kind.name == name);
        let kinds = schema::letter_kinds(&templates(arguments));
        let text = kind.map(|kind| schema::schema(kind, &kinds));
        terminal::line(text.unwrap_or_default().trim_end());
        return Ok(End::Clean);
    }
    let project = Project::read(&arguments.workspace.folder)?;
    write_schemas(&project)?;
    settle_vs_code(&project.root)?;
    match arguments.modelines {
        true => write_modelines(&project)?,
        false => tell_modelines(),
    }
    Ok(End::Clean)
}

/// The workspace's templates; the built-in ones outside of one.
fn templates(arguments: &Schema) -> Vec<Arc<Source>> {
    let project = Project::read(&arguments.workspace.folder);
    project.map_or_else(|_| built_in_templates(), |project| project.templates)
}

fn write_schemas(project: &Project) -> Result<(), Error> {
    let folder = project.root.join(schema::FOLDER);
    let letter_kinds = schema::letter_kinds(&project.templates);
    build::write::prepare_folder(&folder)?;
    for kind in schema::kinds() {
        let name = schema::file_name(kind);
        build::write::write_whole(
            &folder.join(&name),
            schema::schema(kind, &letter_kinds).as_bytes(),
        )?;
        let (shown, files) = (schema::FOLDER, kind.files);
        terminal::line(&format!("写好了 {shown}/{name}，用于 {files}"));
    }
    Ok(())
}

/// Makes the settings if there are none; says what to add to those that the user has.
fn settle_vs_code(root: &Path) -> Result<(), Error> {
    let path = root.join(SETTINGS);
    let present = match path.exists() {
        true => Some(fs::read_to_string(&path).map_err(|source| Error::read(&path, source))?),
        false => None,
    };
    match schema::vs_code_settings(present.as_deref()) {
        EditorSettings::Write(text) => {
            build::write::prepare_folder(path.parent().unwrap_or(root))?;
            build::write::write_whole(&path, text.as_bytes())?;
            terminal::line(&format!(
                "写好了 {SETTINGS}：VS Code 装上“YAML”扩展（redhat.vscode-yaml）就能边写边补全、检查"
            ));
        }
        EditorSettings::Complete => {
            terminal::line(&format!("{SETTINGS} 已经写了这些模式，没有改动"));
        }
        EditorSettings::Add(entry) => {
            terminal::line(&format!(
                "{SETTINGS} 是已有的，没有改动；请在最外面的花括号里加上：\n{entry}"
            ));
        }
    }
    Ok(())
}

fn tell_modelines() {
    terminal::line(
        "别的编辑器（用 yaml-language-server 的）看文件第一行；加上它用 fuhan schema --modelines，或者自己写：",
    );
    for kind in schema::kinds().filter(|kind| kind.files.ends_with(".yaml")) {
        let path = kind.files.replace("**/", "");
        terminal::line(&format!("  {path}：{}", schema::modeline(kind, &path)));
    }
}

/// Puts a first line into every YAML file that has none. Sealed letters stay as they were sent.
fn write_modelines(project: &Project) -> Result<(), Error> {
    let facts = project.facts.iter().map(|source| source.path());
    let lists = [
        (
            "office",
            project
                .office
                .iter()
                .map(|it| it.path())
                .collect::<Vec<_>>(),
        ),
        ("facts", facts.collect()),
        (
            "letter",
            project.letters.iter().map(LetterFile::path).collect(),
        ),
    ];
    for (name, paths) in lists {
        let kind = schema::kinds().find(|kind| kind.name == name);
        for (kind, path) in paths.into_iter().filter_map(|it| Some((kind?, it))) {
            if !is_sealed(project, path) {
                write_modeline(project, kind, path)?;
            }
        }
    }
    Ok(())
}

fn is_sealed(project: &Project, path: &str) -> bool {
    let id = path.strip_prefix("content/letters/");
    let id = id.and_then(|name| name.strip_suffix(".yaml"));
    id.is_some_and(|id| project.root.join("content/sealed").join(id).exists())
}

fn write_modeline(project: &Project, kind: &FileKind, shown: &str) -> Result<(), Error> {
    let path = project.root.join(shown);
    let error = |source| Error::read(&path, source);
    let path = path.canonicalize().map_err(error)?;
    let text = fs::read_to_string(&path).map_err(error)?;
    if let Some(text) = schema::with_modeline(kind, shown, &text) {
        build::write::write_whole(&path, text.as_bytes())?;
        terminal::line(&format!("{shown} 加了第一行"));
    }
    Ok(())
}
