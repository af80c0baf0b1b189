//! The workspace (工作区) on disk: where its files are, and their texts.

pub mod files;
pub mod fonts;
pub mod imports;
pub mod letters;
pub mod office_fonts;
pub mod replace;
pub mod revision;
pub mod scaffold;
pub mod tables;
pub mod watch;
mod workbook;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Sink};
use crate::error::Error;
use crate::source::{BUILT_IN_FOLDER, Source};
use letters::{Bodies, LetterFile};

/// The built-in kinds of letter and the parts that they share, with the paths that messages show.
const BUILT_IN_TEMPLATES: [(&str, &str); 11] = [
    (
        "内置模板/_body.md",
        include_str!("../../templates/_body.md"),
    ),
    (
        "内置模板/co_handling_opinion.md",
        include_str!("../../templates/co_handling_opinion.md"),
    ),
    (
        "内置模板/feedback_form.md",
        include_str!("../../templates/feedback_form.md"),
    ),
    (
        "内置模板/interim_reply.md",
        include_str!("../../templates/interim_reply.md"),
    ),
    (
        "内置模板/joint_reply.md",
        include_str!("../../templates/joint_reply.md"),
    ),
    (
        "内置模板/lead_reply.md",
        include_str!("../../templates/lead_reply.md"),
    ),
    (
        "内置模板/merged_reply.md",
        include_str!("../../templates/merged_reply.md"),
    ),
    (
        "内置模板/reply_summary.md",
        include_str!("../../templates/reply_summary.md"),
    ),
    (
        "内置模板/second_reply.md",
        include_str!("../../templates/second_reply.md"),
    ),
    (
        "内置模板/separate_reply.md",
        include_str!("../../templates/separate_reply.md"),
    ),
    (
        "内置模板/sole_reply.md",
        include_str!("../../templates/sole_reply.md"),
    ),
];

/// A page for people in the folder of templates, which is no template.
const TEMPLATE_MANUAL: &str = "templates/README.md";

/// The folder of the outputs.
const OUTPUT: &str = "output";

/// The office's own list of wrong words.
const WORDS: &str = "content/words.txt";

/// A workspace's texts, each read once; those of letters perhaps later.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// `content/office.yaml`; absent if it could not be taken, which was reported.
    pub office: Option<Arc<Source>>,
    /// `content/facts/**/*.yaml`, in order of their paths.
    pub facts: Vec<Arc<Source>>,
    /// `content/letters/*.yaml`, in order of their names.
    pub letters: Vec<LetterFile>,
    /// `content/words.txt`, the office's own list of wrong words; absent if there is none.
    pub words: Option<Arc<Source>>,
    /// The built-in templates, then `templates/*.md` in order of their names.
    pub templates: Vec<Arc<Source>>,
    /// Files that could not be taken, such as those that are not UTF-8.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Reads the workspace that holds `start`, all letters included.
    ///
    /// # Errors
    /// Those of [`Self::open`].
    pub fn read(start: &Path) -> Result<Self, Error> {
        let mut project = Self::open(start)?;
        let mut sink = Sink::new();
        let held = project.letters.iter().filter_map(|file| {
            let source = file.read(&mut sink)?;
            Some(file.holding(source))
        });
        project.letters = held.collect();
        project.diagnostics.extend(sink.into_diagnostics());
        Ok(project)
    }

    /// Reads the workspace that holds `start` but for the texts of letters.
    ///
    /// # Errors
    /// [`Error::NoWorkspace`] if neither `start` nor a folder above it is one, [`Error::Read`] for
    /// a folder or file that cannot be read.
    pub fn open(start: &Path) -> Result<Self, Error> {
        let root = find_root(start)?;
        let mut sink = Sink::new();
        let mut reader = files::Reader::new(&root, &mut sink);
        let office = reader.file(&root.join("content/office.yaml"))?;
        let facts = reader.folder(&root.join("content/facts"), "yaml", files::Depth::All)?;
        let letters = letters::letter_paths(&mut reader, &root.join("content/letters"))?;
        let own_templates = reader.folder(&root.join("templates"), "md", files::Depth::One)?;
        let words = root.join(WORDS);
        let words = match words.exists() && !words.is_dir() {
            true => reader.file(&words)?,
            false => None,
        };
        let is_template =
            |source: &Arc<Source>| !source.path().eq_ignore_ascii_case(TEMPLATE_MANUAL);
        let mut templates = built_in_templates();
        templates.extend(own_templates.into_iter().filter(is_template));
        Ok(Self {
            office,
            facts,
            letters: letter_files(&root, letters),
            words,
            templates,
            diagnostics: sink.into_diagnostics(),
            root,
        })
    }

    /// Reads the workspace in whose folder of outputs a file lies, all letters included; nothing if it
    /// lies elsewhere.
    ///
    /// # Errors
    /// Those of [`Self::open`].
    pub fn of_output(file: &Path) -> Result<Option<Self>, Error> {
        let file = std::path::absolute(file).ok();
        let folder = file.as_deref().and_then(Path::parent);
        // The folder may be named in a roundabout way, or be a link to a place with more room.
        let real = folder.and_then(|folder| folder.canonicalize().ok());
        let folders = [folder, real.as_deref()].into_iter().flatten();
        let outputs = folders.filter(|folder| folder.ends_with(OUTPUT));
        let mut roots = outputs.filter_map(Path::parent);
        let root = roots.find(|root| is_root(root));
        root.map(Self::read).transpose()
    }

    /// The id of the letter to which a file of the folder of outputs belongs: `.` sets off what kind of
    /// output it is.
    pub fn letter_of_output<'f>(&self, file: &'f Path) -> Option<&'f str> {
        let name = file.file_name()?.to_str()?;
        let id = name.split('.').next()?;
        self.letter_ids().any(|own| own == id).then_some(id)
    }

    /// Puts a text in the place of a file's; the file itself stays as it is.
    pub fn replace(&mut self, source: Arc<Source>) {
        let texts = self.facts.iter_mut().chain(&mut self.templates);
        let texts = texts.chain(self.office.iter_mut());
        for known in texts.filter(|known| known.path() == source.path()) {
            *known = Arc::clone(&source);
        }
        let mut letters = self.letters.iter_mut();
        if let Some(file) = letters.find(|file| file.path() == source.path()) {
            *file = file.holding(source);
        }
    }

    /// The file of the letter with an id.
    pub fn letter(&self, id: &str) -> Option<&LetterFile> {
        let path = format!("content/letters/{id}.yaml");
        let index = self.letters.binary_search_by(|file| file.path().cmp(&path));
        index.ok().map(|index| &self.letters[index])
    }

    /// The ids of all letters, those included whose files are not read because of their names or folders:
    /// their outputs belong to somebody.
    pub fn letter_ids(&self) -> impl Iterator<Item = &str> {
        let unread = self
            .diagnostics
            .iter()
            .filter(|it| letters::is_of_letter(it));
        let unread = unread.map(|found| letters::id_of(found.place.source().path()));
        self.letters.iter().map(LetterFile::id).chain(unread)
    }

    /// The texts of letters that can be read, in order.
    pub fn letter_sources(&self) -> impl Iterator<Item = Arc<Source>> {
        self.letters.iter().filter_map(LetterFile::source)
    }

    /// The letters from which others take their bodies.
    pub fn bodies(&self) -> Arc<Bodies> {
        Arc::new(Bodies::new(&self.letters))
    }

    /// The folder of the outputs.
    pub fn output(&self) -> PathBuf {
        self.root.join(OUTPUT)
    }
}

/// The built-in templates.
pub fn built_in_templates() -> Vec<Arc<Source>> {
    let templates = BUILT_IN_TEMPLATES.iter();
    templates
        .map(|(path, text)| {
            debug_assert!(path.starts_with(BUILT_IN_FOLDER), "{path}");
            Source::new(*path, *text)
        })
        .collect()
}

fn letter_files(root: &Path, shown: Vec<String>) -> Vec<LetterFile> {
    let root = Arc::from(root);
    let files = shown.iter().map(|path| LetterFile::new(&root, path));
    files.collect()
}

fn find_root(start: &Path) -> Result<PathBuf, Error> {
    let real = start.canonicalize();
    let start = real.map_err(|source| Error::read(start, source))?;
    let root = start.ancestors().find(|folder| is_root(folder));
    let root = root.map(Path::to_owned);
    root.ok_or(Error::NoWorkspace(start))
}

fn is_root(folder: &Path) -> bool {
    folder.join("content/office.yaml").is_file()
}
