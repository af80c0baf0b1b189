//! Watching a workspace's files for changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{ErrorKind, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, reason};

/// Folders that letters are made from; the output folder is not among them.
const FOLDERS: [&str; 3] = ["content", "templates", "fonts"];

/// An editor saves in several steps: so long nothing must happen before a change counts as whole.
const QUIET: Duration = Duration::from_millis(40);

/// What a watch waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// A file changed.
    Changed,
    /// The user asked to end.
    End,
}

/// Watches the files that letters are made from.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    signals: Receiver<Signal>,
}

impl Watch {
    /// Begins to watch the workspace at `root`; gives the watch and what asks it to end.
    ///
    /// # Errors
    /// [`Error::Option`] if the system cannot watch files.
    pub fn begin(root: &Path) -> Result<(Self, Sender<Signal>), Error> {
        let (sender, signals) = channel();
        let events = sender.clone();
        let folders = FOLDERS.map(|name| root.join(name));
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // What was lost could have been a change.
            let is_change = event.map_or(true, |event| {
                let is_ours = |path: &PathBuf| folders.iter().any(|it| path.starts_with(it));
                let is_of_input = event.paths.is_empty() || event.paths.iter().any(is_ours);
                is_of_input && !matches!(event.kind, EventKind::Access(_))
            });
            if is_change {
                let _ = events.send(Signal::Changed);
            }
        });
        let mut watch = Self {
            root: root.to_owned(),
            watcher: watcher.map_err(cannot_watch)?,
            signals,
        };
        watch.watch_folders()?;
        Ok((watch, sender))
    }

    /// Watches the workspace's own folder, in which others come and go, and the folders that are there by
    /// now; one that was removed and made again is another one, and a second watch of one does no harm.
    fn watch_folders(&mut self) -> Result<(), Error> {
        let root = self.root.clone();
        self.watch(&root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|name| root.join(name)) {
            if folder.is_dir() {
                self.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), Error> {
        self.watcher.watch(folder, mode).map_err(cannot_watch)
    }

    /// Waits for the next change to be whole, or for the end.
    ///
    /// # Errors
    /// [`Error::Option`] if the system cannot watch files.
    pub fn wait(&mut self) -> Result<Signal, Error> {
        let mut signal = self.signals.recv().unwrap_or(Signal::End);
        while signal == Signal::Changed {
            match self.signals.recv_timeout(QUIET) {
                Ok(next) => signal = next,
                Err(RecvTimeoutError::Timeout) => {
                    self.watch_folders()?;
                    return Ok(Signal::Changed);
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(Signal::End),
            }
        }
        Ok(signal)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "errors are mapped by value")]
fn cannot_watch(error: notify::Error) -> Error {
    let why = match &error.kind {
        ErrorKind::Io(source) => reason(source),
        _ => error.to_string(),
    };
    Error::Option(format!(
        "监视不了工作区的文件：{why}\n提示：不用 --watch，改完后运行 fuhan build"
    ))
}
