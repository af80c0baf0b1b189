//! The workspace as a Git revision has it, read through the `git` command.
//!
//! The command knows every kind of repository that a clerk may have; nothing in the repository's own
//! settings is run: no external diff, no text conversion, no file system monitor.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use super::Project;
use super::letters::LetterFile;
use crate::error::Error;
use crate::source::Source;

/// What a workspace's files are kept under.
const FOLDERS: [&str; 2] = ["content", "templates"];

/// A revision of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// As it was asked for.
    pub name: String,
    /// The commit's hash.
    pub commit: String,
}

impl Revision {
    /// Finds the commit that a name stands for.
    ///
    /// # Errors
    /// [`Error::Git`] without the command or a repository, or for an unknown name.
    pub fn find(root: &Path, name: &str) -> Result<Self, Error> {
        git(root, &["rev-parse", "--git-dir"])
            .map_err(|_| Error::Git("工作区不在 Git 版本库里，或者没有装 git".to_owned()))?;
        let wanted = format!("{name}^{{commit}}");
        let arguments = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ];
        let commit = git(root, &arguments)
            .map_err(|_| Error::Git(format!("版本库里没有“{name}”这个版本")))?;
        Ok(Self {
            name: name.to_owned(),
            commit: String::from_utf8_lossy(&commit).trim().to_owned(),
        })
    }

    /// The commit's hash as people quote it.
    pub fn short_commit(&self) -> &str {
        &self.commit[..self.commit.len().min(10)]
    }
}

/// The texts of a workspace as they were in a revision.
///
/// # Errors
/// [`Error::Git`] if the command fails.
pub fn at_revision(project: &Project, revision: &Revision) -> Result<Project, Error> {
    let root = &project.root;
    let changed = changed_paths(root, revision)?;
    let old = blobs(root, revision, &changed)?;
    let mut before = project.clone();
    before.diagnostics.clear();
    let is_kept = |source: &Arc<Source>| !changed.contains(source.path());
    before.facts.retain(is_kept);
    let letters = &mut before.letters;
    letters.retain(|file| !changed.contains(file.path()));
    before.templates.retain(is_kept);
    before.office = before.office.filter(is_kept);
    for source in old {
        before.place(source);
    }
    Ok(before)
}

impl Project {
    /// Puts a file of the workspace where its path says.
    fn place(&mut self, source: Arc<Source>) {
        let path = source.path().to_owned();
        let is_in = |folder: &str, ending: &str| {
            let name = path
                .strip_prefix(folder)
                .filter(|name| name.ends_with(ending));
            name.filter(|name| !name.split('/').any(|part| part.starts_with('.')))
        };
        let is_direct = |name: &str| !name.contains('/');
        if path == "content/office.yaml" {
            self.office = Some(source);
        } else if is_in("content/facts/", ".yaml").is_some() {
            let index = self.facts.partition_point(|it| it.path() < path.as_str());
            self.facts.insert(index, source);
        } else if is_in("content/letters/", ".yaml").is_some_and(is_direct) {
            let index = self.letters.partition_point(|it| it.path() < path.as_str());
            let file = LetterFile::new(&self.root.as_path().into(), &path);
            self.letters.insert(index, file.holding(source));
        } else if is_in("templates/", ".md").is_some_and(is_direct)
            && path != super::TEMPLATE_MANUAL
        {
            self.templates.push(source);
        }
    }
}

/// Paths of files, from the workspace's folder, that are not as in the revision.
fn changed_paths(root: &Path, revision: &Revision) -> Result<BTreeSet<String>, Error> {
    let difference = [
        "diff",
        "--name-only",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "-z",
        "--relative",
        &revision.commit,
        "--",
        FOLDERS[0],
        FOLDERS[1],
    ];
    let others = ["ls-files", "--others", "-z", "--", FOLDERS[0], FOLDERS[1]];
    let mut paths = BTreeSet::new();
    for arguments in [&difference[..], &others[..]] {
        let output = git(root, arguments)?;
        let names = output
            .split(|byte| *byte == 0)
            .filter(|name| !name.is_empty());
        paths.extend(names.map(|name| String::from_utf8_lossy(name).into_owned()));
    }
    Ok(paths)
}

/// Those of the files that the revision has, in order.
fn blobs(
    root: &Path,
    revision: &Revision,
    paths: &BTreeSet<String>,
) -> Result<Vec<Arc<Source>>, Error> {
    let prefix = git(root, &["rev-parse", "--show-prefix"])?;
    let prefix = String::from_utf8_lossy(&prefix).trim_end().to_owned();
    let names = paths
        .iter()
        .map(|path| format!("{}:{prefix}{path}\n", revision.commit));
    let request: String = names.collect();
    let answer = git_with_input(root, &["cat-file", "--batch"], request)?;
    let mut rest = answer.as_slice();
    let mut sources = Vec::new();
    for path in paths {
        let (head, after) = line(rest);
        // “<hash> blob <size>”, or “<name> missing”.
        let size = head
            .rsplit(' ')
            .next()
            .and_then(|size| size.parse::<usize>().ok());
        let is_blob = head.split(' ').nth(1) == Some("blob");
        let (Some(size), true) = (size, is_blob) else {
            rest = after;
            continue;
        };
        let text = String::from_utf8_lossy(after.get(..size).unwrap_or_default());
        sources.push(Source::of_file(path.as_str(), text));
        rest = after.get(size + 1..).unwrap_or_default();
    }
    Ok(sources)
}

fn line(bytes: &[u8]) -> (String, &[u8]) {
    let end = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len());
    let rest = bytes.get(end + 1..).unwrap_or_default();
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), rest)
}

fn git(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, Error> {
    git_with_input(root, arguments, String::new())
}

fn git_with_input(root: &Path, arguments: &[&str], input: String) -> Result<Vec<u8>, Error> {
    let failed = |reason: &str| Error::Git(format!("git {} 没有成功：{reason}", arguments[0]));
    let mut child = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["-c", "core.fsmonitor=false", "-c", "core.quotepath=off"])
        .args(arguments)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error.to_string()))?;
    let stdin = child.stdin.take();
    // Writing while reading: either pipe may be full.
    let writer = std::thread::spawn(move || {
        if let Some(mut stdin) = stdin {
            let _ = stdin.write_all(input.as_bytes());
        }
    });
    let output = child.wait_with_output();
    let _ = writer.join();
    let output = output.map_err(|error| failed(&error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(output.stdout)
}
