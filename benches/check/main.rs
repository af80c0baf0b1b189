//! How fast the proofreader is: all text rules in one thread, and `check` of a workspace.
//!
//! `cargo bench --bench check -- 1000` prints for each text how many megabytes (10⁶ bytes) a second all
//! text rules read, preparing the text included, and what `check` of a workspace of 1,000 letters takes
//! (the seed letter's figures varied, as in the batch benchmark). The rate is that of the fastest round,
//! because other programs of the machine only ever take time away.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[path = "../batch/variants.rs"]
mod variants;

#[path = "../cost.rs"]
mod cost;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use cost::{median, repeat, timed};
use fuhan::lint::{self, LintConfig};
use fuhan::source::Source;
use variants::Variants;

/// The program's allocator, whose rate this is.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Rounds of the text rules; a round is one text.
const ROUNDS: usize = 500;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.find_map(|argument| argument.parse().ok());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("text\tbytes\tfindings\tMB_per_s");
    for name in ["letter-20220022.txt", "clean.md", "wrong.txt"] {
        let text = fs::read_to_string(root.join("tests/lint").join(name));
        rate(name, &text.expect("the text is there"));
    }
    whole_workspace(root, count.unwrap_or(1000));
}

/// Prints how fast the text rules read a text.
fn rate(name: &str, text: &str) {
    let bytes = text.len();
    let source: Arc<Source> = Source::new(name, text);
    let config = LintConfig::default();
    let mut findings = 0;
    let mut round = || {
        let started = Instant::now();
        findings = lint::text(&source, &config).len();
        started.elapsed().as_secs_f64()
    };
    let fastest = (0..ROUNDS).map(|_| round()).fold(f64::MAX, f64::min);
    let rate = bytes as f64 / fastest / 1e6;
    println!("{name}\t{bytes}\t{findings}\t{rate:.1}");
}

/// Prints what `check` of a workspace takes, in seconds and MiB.
fn whole_workspace(root: &Path, count: usize) {
    let folder = root.join("target/bench-check");
    let _ = fs::remove_dir_all(&folder);
    let variants = Variants::read(&root.join("tests/cases/seed_as_issued"));
    variants.write_workspace(&folder, count);
    let check = median(&repeat(5, || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fuhan"));
        command
            .args(["check", "--format", "concise"])
            .current_dir(&folder);
        // Some of the varied figures are shares above 100%, which are errors: exit code 1.
        timed(command, &[0, 1])
    }));
    println!("letters\twall_s\tcpu_s\tMiB");
    println!(
        "{count}\t{:.2}\t{:.2}\t{:.0}",
        check.wall, check.cpu, check.peak_mib
    );
}
