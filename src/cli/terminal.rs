//! The terminal: the only place that prints.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::build;
use crate::diagnostic::{Diagnostic, Severity, once, render};

/// Why a line of a result could not be printed, the first time that one could not.
static FAILURE: OnceLock<io::Error> = OnceLock::new();

/// Prints a line of a command's result; [`failure`] tells if one could not be.
pub(super) fn line(text: &str) {
    note(writeln!(io::stdout().lock(), "{text}"));
}

/// Why not all of the result was printed, such as a full disk; a reader that goes away, such as `head`,
/// is no failure of ours.
pub(super) fn failure() -> Option<&'static io::Error> {
    note(io::stdout().lock().flush());
    FAILURE.get()
}

fn note(printed: io::Result<()>) {
    if let Err(error) = printed
        && error.kind() != ErrorKind::BrokenPipe
    {
        let _ = FAILURE.set(error);
    }
}

/// Prints a line beside the result.
pub(super) fn error_line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints what the operator must mend.
pub(super) fn error(message: &str) {
    error_line(&format!("错误：{message}"));
}

/// Prints diagnostics in reading order, each once, then how many there are.
pub(super) fn diagnostics(diagnostics: impl IntoIterator<Item = Diagnostic>) {
    let diagnostics = once(diagnostics.into_iter().collect());
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for diagnostic in &diagnostics {
        error_line(&render::full(diagnostic, color));
        error_line("");
    }
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|it| it.severity == severity)
            .count()
    };
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .filter(|severity| count(*severity) > 0)
        .map(|severity| format!("{}{}处", severity.as_chinese(), count(severity)))
        .collect();
    if !counts.is_empty() {
        error_line(&format!("共有{}", counts.join("、")));
    }
}

/// A progress bar on a terminal, nothing elsewhere.
pub(super) struct Bar {
    bar: ProgressBar,
}

impl Bar {
    /// A bar that shows itself only if a build takes a while.
    pub(super) fn new() -> Self {
        let bar = ProgressBar::no_length();
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} 封  {elapsed}");
        if let Ok(style) = style {
            bar.set_style(style);
        }
        bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
        Self { bar }
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl build::Progress for Bar {
    fn start(&self, letters: usize) {
        self.bar.set_length(letters as u64);
        if letters > 1 && io::stderr().is_terminal() {
            self.bar
                .set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
    }

    fn advance(&self) {
        self.bar.inc(1);
    }

    fn wait(&self) {
        error_line("另一个 fuhan 正在生成这个工作区，等它结束……");
    }
}

/// A duration as a person reads it.
pub(super) fn duration(duration: Duration) -> String {
    let milliseconds = duration.as_secs_f64() * 1000.0;
    if milliseconds < 10.0 {
        format!("{milliseconds:.1}毫秒")
    } else {
        format!("{milliseconds:.0}毫秒")
    }
}
